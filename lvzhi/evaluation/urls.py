"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.evaluation.views import parts, results, rulesets, runs

app_name = "evaluation"
urlpatterns = [
    path("", runs.listing, name="runs"),
    path("new/", runs.begin, name="run_begin"),
    path("mine/", results.mine, name="mine"),
    path("year/<uuid:uid>/", runs.detail, name="run"),
    path("year/<uuid:uid>/reckon/", runs.reckon, name="reckon"),
    path("year/<uuid:uid>/letters/", runs.all_letters, name="letters"),
    path("year/<uuid:uid>/basis/", runs.basis, name="basis"),
    path("year/<uuid:uid>/void/", runs.void, name="run_void"),
    path("year/<uuid:uid>/restore/", runs.restore, name="run_restore"),
    path("result/<uuid:uid>/", results.detail, name="result"),
    path("result/<uuid:uid>/account/", results.account, name="account"),
    path("result/<uuid:uid>/view/", results.view, name="view"),
    path("result/<uuid:uid>/prove/", results.prove, name="prove"),
    path("result/<uuid:uid>/object/", results.object_to, name="object"),
    path("result/<uuid:uid>/grade/", results.grade, name="grade"),
    path("result/<uuid:uid>/compare/", results.compare, name="compare"),
    path("result/<uuid:uid>/letter/", results.letter, name="letter"),
    path("sets/", rulesets.listing, name="sets"),
    path("sets/new/", rulesets.begin, name="set_begin"),
    path("sets/samples/", rulesets.examples, name="samples"),
    path("sets/<uuid:uid>/", rulesets.detail, name="set"),
    path("sets/<uuid:uid>/edit/", rulesets.describe, name="set_describe"),
    path("sets/<uuid:uid>/trial/", rulesets.trial, name="trial"),
    path("sets/<uuid:uid>/void/", rulesets.void, name="set_void"),
    path("sets/<uuid:uid>/restore/", rulesets.restore, name="set_restore"),
    path("sets/<uuid:uid>/<slug:name>/<int:number>/", parts.part, name="part"),
    path("sets/<uuid:uid>/<slug:name>/<int:number>/<slug:what>/", parts.do, name="part_do"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", rulesets.step, name="step"),
]

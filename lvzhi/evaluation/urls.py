"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.evaluation.views import parts, rulesets

app_name = "evaluation"
urlpatterns = [
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

"""Addresses of the appraisal of staff."""

from __future__ import annotations

from django.urls import path

from lvzhi.appraisal.views import ledger, lines, rounds

app_name = "appraisal"
urlpatterns = [
    path("", rounds.listing, name="list"),
    path("mine/", lines.mine, name="mine"),
    path("open/", rounds.open_one, name="open"),
    path("pick/", rounds.pick, name="pick"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/<slug:form>/", ledger.export, name="export"),
    path("<uuid:uid>/", rounds.one, name="round"),
    path("<uuid:uid>/void/", rounds.void, name="void"),
    path("<uuid:uid>/restore/", rounds.restore, name="restore"),
    path("line/<uuid:uid>/", lines.one, name="line"),
    path("line/<uuid:uid>/form/", lines.form, name="form"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", rounds.step, name="step"),
]

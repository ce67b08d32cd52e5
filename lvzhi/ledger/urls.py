"""Addresses of the ledger."""

from __future__ import annotations

from django.urls import path

from lvzhi.ledger.views import detail, entering, gathering, lists, overview, sheet, steps

app_name = "ledger"
urlpatterns = [
    path("", lists.problems, name="problems"),
    path("advice/", lists.advice, name="advice_list"),
    path("overview/", overview.overview, name="overview"),
    path("overview/export.xlsx", overview.export, name="overview_export"),
    path("unit/", lists.unit_desk, name="unit"),
    path("print/<str:kind>/", lists.paper, name="print"),
    path("export/<str:kind>.xlsx", lists.export, name="export"),
    path("assign/", gathering.assign, name="assign_many"),
    path("new/", entering.problems, name="new_problems"),
    path("advice/new/", entering.advice, name="new_advice"),
    path("advice/gather/", gathering.gather, name="gather"),
    path("advice/hand/", gathering.hand, name="hand_many"),
    path("advice/from-proposal/<uuid:uid>/", entering.convert, name="convert"),
    path("import/", sheet.upload, name="import"),
    path("import/template/", sheet.template, name="import_template"),
    path("import/<str:token>/", sheet.preview, name="import_preview"),
    path("pick/person/", entering.pick_person, name="pick_person"),
    path("problem/<uuid:uid>/", detail.problem, name="problem"),
    path("advice/<uuid:uid>/", detail.advice, name="advice"),
    path("step/<str:kind>/<uuid:uid>/<str:key>/", steps.step, name="step"),
    path("edit/<str:kind>/<uuid:uid>/", entering.edit_entry, name="edit"),
    path("void/<str:kind>/<uuid:uid>/", steps.void, name="void"),
    path("restore/<str:kind>/<uuid:uid>/", steps.restore, name="restore"),
]

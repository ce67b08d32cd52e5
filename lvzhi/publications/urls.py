"""Addresses of publications."""

from __future__ import annotations

from django.urls import path

from lvzhi.publications.views import detail, entering, lists, steps, writing

app_name = "publications"
urlpatterns = [
    path("", lists.home, name="home"),
    path("mine/", lists.mine, name="mine"),
    path("list/<slug:what>/", lists.listing, name="list"),
    path("list/<slug:what>/export/<slug:form>/", lists.export, name="export"),
    path("call/new/", entering.call_new, name="call_new"),
    path("call/<uuid:uid>/", detail.call, name="call"),
    path("clue/new/", entering.clue_new, name="clue_new"),
    path("clue/<uuid:uid>/", detail.clue, name="clue"),
    path("clue/<uuid:uid>/phone/", detail.phone, name="phone"),
    path("manuscript/write/", writing.write, name="write"),
    path("manuscript/<uuid:uid>/", detail.manuscript, name="manuscript"),
    path("manuscript/<uuid:uid>/edit/", writing.edit, name="edit"),
    path("issue/new/", entering.issue_new, name="issue_new"),
    path("issue/<uuid:uid>/", detail.issue, name="issue"),
    path("issue/<uuid:uid>/edit/", entering.issue_edit, name="issue_edit"),
    path("issue/<uuid:uid>/document/", detail.document, name="document"),
    path("item/new/", entering.item_new, name="item_new"),
    path("item/<uuid:uid>/", detail.item, name="coverage"),
    path("item/<uuid:uid>/edit/", entering.item_edit, name="item_edit"),
    path("<slug:kind>/<uuid:uid>/step/<slug:key>/", steps.step, name="step"),
    path("<slug:kind>/<uuid:uid>/void/", steps.void, name="void"),
    path("<slug:kind>/<uuid:uid>/restore/", steps.restore, name="restore"),
]

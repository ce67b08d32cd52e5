"""Addresses of proposals."""

from __future__ import annotations

from django.urls import path

from lvzhi.proposals.views import detail, lists, picking, steps, voiding, writing

app_name = "proposals"
urlpatterns = [
    path("", lists.library, name="list"),
    path("export.<str:form>", lists.export, name="export"),
    path("mine/", lists.mine, name="mine"),
    path("unit/", lists.unit_desk, name="unit"),
    path("key/", lists.key, name="key"),
    path("new/", writing.write, name="write"),
    path("pick/member/", picking.member, name="pick_member"),
    path("pick/unit/", picking.unit, name="pick_unit"),
    path("step/<str:kind>/<uuid:uid>/<str:key>/", steps.step, name="step"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/edit/", writing.edit, name="edit"),
    path("<uuid:uid>/void/", voiding.void, name="void"),
    path("<uuid:uid>/restore/", voiding.restore, name="restore"),
]

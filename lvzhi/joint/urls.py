"""Addresses of joint topics."""

from __future__ import annotations

from django.urls import path

from lvzhi.joint.views import detail, lists, opening, picking, steps

app_name = "joint"
urlpatterns = [
    path("", lists.listing, name="list"),
    path("pick/", picking.people, name="pick"),
    path("pick/committees/", picking.committees, name="pick_committee"),
    path("open/<str:kind>/<uuid:uid>/", opening.begin, name="open"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/export/<slug:form>/", detail.export, name="export"),
    path("<uuid:uid>/void/", steps.void, name="void"),
    path("<uuid:uid>/restore/", steps.restore, name="restore"),
    path("<slug:kind>/<uuid:uid>/step/<slug:key>/", steps.step, name="step"),
]

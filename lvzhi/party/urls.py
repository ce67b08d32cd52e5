"""Addresses of Party organisations."""

from __future__ import annotations

from django.urls import path

from lvzhi.party.views import bodies, deeds, meetings

app_name = "party"
urlpatterns = [
    path("", bodies.listing, name="list"),
    path("found/", bodies.found, name="found"),
    path("pick/", bodies.pick, name="pick"),
    path("deeds/", deeds.listing, name="deeds"),
    path("deeds/add/", deeds.add, name="deed_add"),
    path("deeds/add/for/", deeds.add_for, name="deed_add_for"),
    path("deeds/<uuid:uid>/", deeds.one, name="deed"),
    path("deeds/<uuid:uid>/void/", deeds.void, name="deed_void"),
    path("deeds/<uuid:uid>/restore/", deeds.restore, name="deed_restore"),
    path("meetings/<uuid:uid>/", meetings.one, name="meeting"),
    path("meetings/<uuid:uid>/void/", meetings.void, name="meeting_void"),
    path("meetings/<uuid:uid>/restore/", meetings.restore, name="meeting_restore"),
    path("seats/<uuid:uid>/leave/", bodies.leave, name="leave"),
    path("seats/<uuid:uid>/post/", bodies.repost, name="repost"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", meetings.step, name="step"),
    path("<uuid:uid>/", bodies.one, name="body"),
    path("<uuid:uid>/edit/", bodies.edit, name="edit"),
    path("<uuid:uid>/dissolve/", bodies.dissolve, name="dissolve"),
    path("<uuid:uid>/seat/", bodies.seat, name="seat"),
    path("<uuid:uid>/plan/", meetings.plan, name="plan"),
]

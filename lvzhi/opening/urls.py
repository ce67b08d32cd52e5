"""Addresses of the first morning."""

from __future__ import annotations

from django.urls import path

from lvzhi.opening.views import past, running

app_name = "opening"
urlpatterns = [
    path("", running.home, name="home"),
    path("past/", past.page, name="past"),
    path("past/<uuid:uid>/", past.write, name="past_write"),
    path("checklist/", running.checklist, name="checklist"),
    path("checklist/<slug:what>/", running.confirm, name="confirm"),
]

"""Addresses of consultations."""

from __future__ import annotations

from django.urls import path

from lvzhi.consultations.views import following, pages

app_name = "consultations"
urlpatterns = [
    path("", pages.library, name="list"),
    path("plan/<uuid:uid>/", pages.task, name="task"),
    path("step/<uuid:uid>/<slug:key>/", following.step, name="step"),
    path("<uuid:uid>/", pages.way, name="way"),
    path("<uuid:uid>/begin/", following.begin, name="begin"),
]

"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<uuid:uid>/", views.job, name="job"),
    path("<uuid:uid>/progress", views.progress, name="progress"),
    path("<uuid:uid>/stop", views.stop, name="stop"),
]

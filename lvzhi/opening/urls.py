"""Addresses of the first morning."""

from __future__ import annotations

from django.urls import path

from lvzhi.opening import views

app_name = "opening"
urlpatterns = [
    path("", views.home, name="home"),
    path("checklist/", views.checklist, name="checklist"),
    path("checklist/<slug:what>/", views.confirm, name="confirm"),
]

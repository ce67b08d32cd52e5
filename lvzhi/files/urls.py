"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:uid>", views.get, name="get"),
    path("<uuid:uid>/remove", views.remove, name="remove"),
    path("<str:kind>/<uuid:uid>/add", views.add, name="add"),
]

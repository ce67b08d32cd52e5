"""Addresses of the procedures' pages."""

from __future__ import annotations

from django.urls import path, re_path

from lvzhi.workflow import views

app_name = "workflow"
urlpatterns = [
    path("", views.index, name="index"),
    path("rights/", views.rights, name="rights"),
    re_path(r"^(?P<key>[a-z_]+\.[a-z_]+)/$", views.one, name="one"),
]

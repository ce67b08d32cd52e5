"""Addresses of the directory."""

from __future__ import annotations

from django.urls import path

from lvzhi.directory import views

app_name = "directory"
urlpatterns = [
    path("", views.listing, name="list"),
    path("pick/", views.pick, name="pick"),
    path("<uuid:uid>/", views.detail, name="detail"),
    path("<uuid:uid>/edit/", views.edit, name="edit"),
    path("in/<uuid:committee>/add/", views.add, name="add"),
    path("in/<uuid:committee>/succession/", views.succeed, name="succeed"),
    path("in/<uuid:committee>/import/", views.import_units, name="import"),
    path("in/<uuid:committee>/import/template/", views.template, name="template"),
]

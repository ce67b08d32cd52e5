"""Addresses of the committee room."""

from __future__ import annotations

from django.urls import path

from lvzhi.committee import views

app_name = "committee"
urlpatterns = [
    path("", views.tree, name="list"),
    path("add/", views.add, name="add"),
    path("terms/<uuid:uid>/", views.term_edit, name="term_edit"),
    path("sessions/<uuid:uid>/", views.session_edit, name="session_edit"),
    path("organs/<uuid:uid>/", views.organ_edit, name="organ_edit"),
    path("organs/<uuid:uid>/rename/", views.organ_rename, name="organ_rename"),
    path("organs/<uuid:uid>/unname/", views.organ_unname, name="organ_unname"),
    path("organs/<uuid:uid>/succeed/", views.organ_succeed, name="organ_succeed"),
    path("<uuid:uid>/", views.detail, name="detail"),
    path("<uuid:uid>/edit/", views.edit, name="edit"),
    path("<uuid:uid>/terms/add/", views.term_add, name="term_add"),
    path("<uuid:uid>/sessions/add/", views.session_add, name="session_add"),
    path("<uuid:uid>/organs/add/", views.organ_add, name="organ_add"),
]

"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.year, name="year"),
    path("document.docx", views.docx, name="docx"),
    path("check/", views.check, name="check"),
]

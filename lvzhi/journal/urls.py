"""Addresses of the journal."""

from __future__ import annotations

from django.urls import path

from lvzhi.journal import views

app_name = "journal"
urlpatterns = [
    path("", views.log, name="log"),
    path("<int:seq>", views.entry, name="entry"),
]

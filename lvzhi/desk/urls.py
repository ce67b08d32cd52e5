"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from lvzhi.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("todo/", views.waiting, name="waiting"),
    path("help/", views.shelf, name="help"),
    path("help/words/", views.words, name="words"),
    path("help/<slug:group>/<slug:slug>/", views.guide, name="guide"),
]

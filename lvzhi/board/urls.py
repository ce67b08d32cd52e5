"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.board import views

app_name = "board"
urlpatterns = [
    path("", views.home, name="home"),
    path("choose/", views.choose, name="choose"),
    path("kept/", views.kept, name="kept"),
    path("keep/", views.keep, name="keep"),
    path("organs/", views.organs, name="organs"),
    path("organs/<uuid:uid>/", views.organ, name="organ"),
    path("party/<uuid:uid>/", views.body, name="body"),
    path("party/<uuid:uid>/paper/", views.body_paper, name="body_paper"),
    path("organs/<uuid:uid>/paper/", views.paper, name="paper"),
]

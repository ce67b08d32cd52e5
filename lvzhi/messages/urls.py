"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.messages import views

app_name = "messages"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read-all", views.read_all, name="read_all"),
    path("<uuid:uid>/open", views.opened, name="open"),
    path("ways", views.ways, name="ways"),
    path("ways/<slug:key>", views.set_way, name="set_way"),
    path("ways/<slug:key>/end", views.end_way, name="end_way"),
    path("notices", views.notices, name="notices"),
    path("notices/new", views.write, name="write"),
    path("notices/<uuid:uid>", views.notice, name="notice"),
]

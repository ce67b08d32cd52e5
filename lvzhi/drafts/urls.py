"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<str:kind>/<str:key>", views.save, name="save"),
    path("<str:kind>/<str:key>/show", views.show, name="show"),
    path("<str:kind>/<str:key>/drop", views.drop, name="drop"),
]

"""Addresses of the self-check."""

from __future__ import annotations

from django.urls import path

from lvzhi.easing import views

app_name = "easing"
urlpatterns = [
    path("", views.home, name="home"),
    path("forms/", views.forms, name="forms"),
    path("meter/", views.meter, name="meter"),
    path("meter/<slug:what>/<slug:role>/<str:month>/", views.rows, name="rows"),
]

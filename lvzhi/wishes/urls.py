"""Addresses of wishes."""

from __future__ import annotations

from django.urls import path

from lvzhi.wishes import views

app_name = "wishes"
urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", views.new, name="new"),
    path("makers/", views.makers, name="makers"),
    path("<uuid:uid>/", views.detail, name="detail"),
    path("<uuid:uid>/step/<slug:key>/", views.step, name="step"),
]

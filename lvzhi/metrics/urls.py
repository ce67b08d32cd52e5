"""Addresses of the figures."""

from __future__ import annotations

from django.urls import path, re_path

from lvzhi.metrics import views

app_name = "metrics"
urlpatterns = [
    path("", views.book, name="book"),
    re_path(r"^book\.(?P<kind>csv|xlsx)$", views.book_export, name="book_export"),
    re_path(r"^(?P<key>[a-z_]+\.[a-z_]+)/$", views.figure, name="figure"),
    re_path(r"^(?P<key>[a-z_]+\.[a-z_]+)/moves/$", views.moved, name="moves"),
    re_path(r"^(?P<key>[a-z_]+\.[a-z_]+)/rows\.(?P<kind>csv|xlsx)$", views.export, name="export"),
]

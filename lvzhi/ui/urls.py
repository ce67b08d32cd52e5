"""Addresses: the type size for everybody; the gallery of components where pages are made or tested."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [path("size/", views.size, name="size")]
if settings.DEBUG or getattr(settings, "TESTING", False):
    urlpatterns += [
        path("gallery/", views.gallery, name="gallery"),
        path("gallery/people/", views.gallery_people, name="gallery-people"),
        path("gallery/autosave/", views.gallery_autosave, name="gallery-autosave"),
        path("gallery/plain/<str:name>/", views.gallery_plain, name="gallery-plain"),
    ]

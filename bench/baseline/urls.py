"""The administration site and a view that says hello."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    """The least a view can do."""
    return HttpResponse("hello")


urlpatterns = [path("hello/", hello), path("admin/", admin.site.urls)]

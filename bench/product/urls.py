"""The product's addresses, and hello after them, so that no other address is found later for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lvzhi.config.urls import urlpatterns as product


def hello(request: HttpRequest) -> HttpResponse:
    """The least a view can do behind the product's middleware, which asks for a login."""
    return HttpResponse("hello")


urlpatterns = [*product, path("bench/hello/", hello)]

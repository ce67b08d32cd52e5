"""Turns a refusal that no view has caught into its page: one sentence, the right status, a way back."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from lvzhi.access import Refusal


class RefusalMiddleware:
    """Answers `Refusal` raised in a view with its sentence, as a page, a fragment or JSON by what was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The answer to a refusal; any other exception goes on."""
        if not isinstance(exception, Refusal):
            return None
        if "application/json" in request.headers.get("Accept", ""):
            body = {"code": exception.code, "field": exception.field, "sentence": exception.sentence}
            return JsonResponse(body, status=exception.status)
        template = f"{exception.status}.html" if exception.status in {403, 404, 409} else "400.html"
        return render(request, template, {"sentence": exception.sentence}, status=exception.status)

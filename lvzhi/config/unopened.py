"""Leads every page of an installation that holds nothing yet to its first run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lvzhi.opening import queries

LOGIN = "accounts:login"  # where every other page sends a visitor
_stands = False  # a process asks until an office stands, and never again


class FirstRunMiddleware:
    """The login page leads on to the first run while there is one: nobody could log in before it ends."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Ask the database as long as nothing stands."""
        global _stands  # noqa: PLW0603  reason: what a process knows for the rest of its life
        match = request.resolver_match
        if _stands or match is None or match.view_name != LOGIN:
            return None
        if queries.is_first_run():
            return redirect("opening:home")
        _stands = True
        return None

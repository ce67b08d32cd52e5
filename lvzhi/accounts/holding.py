"""Pages whose sending is kept nowhere: not over an expired session, not in a log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "never_held"


def never_held(view: View) -> View:
    """Mark a view: what is sent to it is secret, such as a vote."""
    setattr(view, _MARK, True)
    return view


def is_never_held(request: HttpRequest) -> bool:
    """Whether the request goes to such a view; asked before the view runs, so by address."""
    try:
        return bool(getattr(resolve(request.path_info).func, _MARK, False))
    except Resolver404:
        return False

"""What every page is given: navigation, who is logged in, the marks of demonstration data."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.desk import glossary, helping, navigation
from lvzhi.desk.vocabulary import MY_JOBS
from lvzhi.messages.queries import unread_of

_demo: list[Callable[[], bool]] = []


def mark_demo(says: Callable[[], bool]) -> None:
    """Let the generator of demonstration data say whether this database holds it; asked on every page, so cheap."""
    if says not in _demo:
        _demo.append(says)


def is_demo() -> bool:
    """Whether this database holds demonstration data, which every page says."""
    return bool(getattr(settings, "LVZHI_DEMO", False)) or any(says() for says in _demo)


def _wish(path: str, name: str) -> str:
    """Where something is said about this page; the page is named already."""
    return f"{navigation.address('wishes:new')}?{urlencode({'page': path, 'name': name})}"


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page: two queries, the unread messages and the committee's name."""
    demo = is_demo()
    user = getattr(request, "user", None)
    rehearsal = bool(getattr(settings, "REHEARSAL", False))
    login = {"login": navigation.address("accounts:login")}
    if not isinstance(user, Account) or user.must_change_password:
        return {"demo_data": demo, "rehearsal": rehearsal, "urls": login}
    actor = actor_of(request)
    unread = unread_of(request)
    view = request.resolver_match.view_name if request.resolver_match else ""
    room = view.partition(":")[0]
    nav = navigation.items(actor.roles, request.path, {"messages": unread})
    return {
        "demo_data": demo,
        "rehearsal": rehearsal,
        "nav": nav,
        "who": SimpleNamespace(name=user.name, role=actor.role, id=user.pk),
        "acting_for": actor.behalf,
        "place": user.committee.display if user.committee else "",
        "unread": unread,
        "words": glossary.of(room),
        "account_menu": [{"url": navigation.address("jobs:mine"), "label": MY_JOBS, "icon": "progress"}],
        "urls": login
        | {
            "home": navigation.address("desk:home"),
            "search": navigation.address("search:find"),
            "messages": navigation.address("messages:inbox"),
            "profile": navigation.address("accounts:me"),
            "password": navigation.address("accounts:password"),
            "help": navigation.address("desk:help"),
            "help_here": helping.page_for(view, [post.role for post in actor.posts]),
            "wish": _wish(request.path, next((one.label for one in nav if one.active), "")),
            "logout": navigation.address("accounts:logout"),
        },
    }

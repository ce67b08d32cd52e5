"""Whose rules these pages show, and what their addresses say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.deadlines import BadDate, clock, parse_date
from lvzhi.links.kinds import kind_of
from lvzhi.regulations import rules

UNFIT = 422
Ref = tuple[str, UUID]


def place(request: HttpRequest, may: Callable[[Actor, int], bool], code: str = "access.not_allowed") -> Committee:
    """The committee that is looked at.

    Raises:
        NotAllowed: the actor has nothing to do there.
    """
    found = committee_of(request)
    if found is None or not may(actor_of(request), found.pk):
        name = found.name if found else ""
        raise NotAllowed(code, committee=name, who=rules.reader.label)
    return found


def day_of(request: HttpRequest) -> tuple[dt.date, str]:
    """The day asked for, with the sentence that says why it cannot be read; then it is today."""
    text = request.GET.get("day", "").strip()
    if not text:
        return clock.today(), ""
    try:
        return parse_date(text), ""
    except BadDate:
        return clock.today(), Refusal("regulations.bad_day", text=text).sentence


def about_of(request: HttpRequest) -> Ref | None:
    """The record from whose page one comes.

    Raises:
        Refusal: none such, or one that the actor may not see.
    """
    text = request.POST.get("about") or request.GET.get("about", "")
    if not text:
        return None
    name, _, key = text.partition(":")
    kind = kind_of(name)
    try:
        uid = UUID(key)
    except ValueError:
        raise Refusal("regulations.about_unknown") from None
    if kind is None or not kind.visible(actor_of(request), uid):
        raise Refusal("regulations.about_unknown")
    return name, uid


def title_of(about: Ref | None) -> str:
    """What that record is called."""
    kind = kind_of(about[0]) if about else None
    return kind.title(about[1]) if about and kind else ""

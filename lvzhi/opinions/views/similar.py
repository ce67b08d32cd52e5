"""Items and proposals near to the text on the page; it refuses nothing."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Actor, Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.links import alike
from lvzhi.links.alike import Alike, Text
from lvzhi.opinions import norms, queries, rules
from lvzhi.opinions.queries import address
from lvzhi.opinions.queries.similar import text_of
from lvzhi.opinions.views.place import place
from lvzhi.ui.texts import marked

FIELDS: Final = ("title", "situation", "analysis", "suggestion")


@require_POST
def near_text(request: HttpRequest) -> HttpResponse:
    """Near to what is being written; nothing is saved. Stands beside the form, or on a page of its own."""
    actor, committee = actor_of(request), place(request)
    if not rules.sends(actor, committee.pk):
        raise NotAllowed("opinions.not_sender", committee=committee.name)
    text = Text(*(request.POST.get(name, "").strip() for name in FIELDS))
    return _page(request, committee, text, _uid(request.POST.get("record", "")), back="")


@require_GET
def near(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Near to an item that stands: what an editor looks through while screening."""
    actor = actor_of(request)
    record = queries.one(actor, uid)
    return _page(request, record.committee, text_of(record), record.uid, back=address(record))


def _uid(given: str) -> UUID | None:
    try:
        return UUID(given) if given else None
    except ValueError:
        raise Missing("opinions.unknown") from None


def _page(request: HttpRequest, committee: Committee, text: Text, but: UUID | None, *, back: str) -> HttpResponse:
    found = alike.near(actor_of(request), committee, text, but=but)
    same = norms.number(norms.SIMILAR_SAME, committee.pk)
    context = {
        "found": [_shown(one, text, same) for one in found.shown], "hidden": found.hidden, "title": text.title,
        "back": back,
    }  # fmt: skip
    beside = bool(request.headers.get("HX-Request"))
    return render(request, "opinions/_similar.html" if beside else "opinions/similar.html", context)


def _shown(one: Alike, text: Text, same: int) -> dict[str, Any]:
    return {
        "one": one, "same": one.percent >= same,
        "mine": marked(text.whole, one.passages), "theirs": marked(one.text, one.passages),
    }  # fmt: skip


def nearly_same(actor: Actor, committee: Committee, text: Text, but: UUID) -> list[Alike]:
    """What says nearly the same as a text that was just handed in (R2.4: one text is not used twice unsaid)."""
    least = norms.number(norms.SIMILAR_SAME, committee.pk)
    return [one for one in alike.near(actor, committee, text, but=but).shown if one.percent >= least]

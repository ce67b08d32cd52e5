"""What has changed since the figures were read or signed, as lists; numbers without a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.norms.memo import remembering
from lvzhi.reports import actions, queries, vocabulary
from lvzhi.reports.composing import filling, rerun, sources
from lvzhi.reports.composing.lacking import lacks
from lvzhi.reports.models import Report, Revision
from lvzhi.reports.queries.comparing import Change, RowLine, figures_of, known_of, signed_reading
from lvzhi.reports.views.showing import address, paragraphs
from lvzhi.reports.vocabulary.words import ROW_HIDDEN, ROW_TONES, ROW_WORDS, SIDES, SINCE
from lvzhi.reports.writing import filled, given
from lvzhi.ui.marks import Tag

LINES = 20


@require_GET
def changes(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Figures that are different from when they were last read, their rows, and the sentences concerned."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    reading = signed_reading(report) if report.is_frozen else queries.latest_reading(report)
    if reading is None:
        raise Refusal("reports.nothing_read")
    scope, period = queries.scope_of(report), queries.period_of(report)
    with remembering():
        found = queries.changes(report, reading)
        moved = {one.frozen.token for one in found if one.moved}
        parts = queries.sections_of(report)
        then = {one.token: known_of(one) for one in figures_of(reading)}
        old = filling.frozen(then, scope, period)
        new = filling.frozen(
            then | {one.frozen.token: now for one in found if (now := one.known) is not None}, scope, period
        )
        shown = [(part, paragraphs(part.text, old, scope, new)) for part in parts]
        concerned = [{"part": part, "paragraphs": lines} for part, lines in shown if _marked(lines)]
        context = {
            "report": report, "reading": reading, "changes": _views(found, report, actor), "concerned": concerned,
            "sentences": sum(_marked(lines) for _, lines in shown),
            "moved": len(moved), "others": len(found) - len(moved),
            **_since_copy(report, parts),
            "may_update": actions.may_edit(report, actor), "scope": scope, "period": period,
        }  # fmt: skip
    return render(request, "reports/changes.html", context)


def _since_copy(report: Report, parts: Sequence[Revision]) -> dict[str, Any]:
    """Sentences that read otherwise than in the document that was last given out."""
    copy = None if report.is_frozen else queries.last_copy(report)
    if copy is None:
        return {}
    now = [(str(one.section.uid), one.heading, one.text) for one in parts]
    before = given(copy)
    book = filled(report, [*(one.text for one in parts), *(one.text for one in before)])
    moved = [(one, Tag(*SINCE[one.what])) for one in rerun.since(before, now, book)]  # type: ignore[arg-type]  # reason: the table holds tones
    return {"copy": copy, "since": moved}


def _marked(lines: list[dict[str, Any]]) -> int:
    """How many sentences are concerned."""
    return sum(sentence["marked"] for line in lines for sentence in line["sentences"])


def _views(found: list[Change], report: Report, actor: Actor) -> list[dict[str, Any]]:
    """Each change with its lists; rows without right are counted and not told."""
    sides = [(place, side) for place, one in enumerate(found) for side in one.rows if side.count]
    lines = queries.row_lines([side for _, side in sides], actor, LINES)
    scope = queries.scope_of(report)
    lists: dict[int, list[dict[str, Any]]] = {}
    for number, (place, side) in enumerate(sides):
        shown = [_line(one) for one in lines[number]]
        more = side.count - len(shown)
        lists.setdefault(place, []).append({"title": SIDES[side.side], "lines": shown, "more": max(more, 0)})
    return [
        {
            "change": one, "name": one.then.name, "then": one.then.recorded, "url": address(one.then, scope),
            "now": vocabulary.recorded(one.now), "lists": lists.get(place, []), "untold": not one.frozen.whole,
        }
        for place, one in enumerate(found)
    ]  # fmt: skip


def _line(one: RowLine) -> dict[str, Any]:
    tag = Tag(ROW_WORDS[one.what], ROW_TONES[one.what])  # type: ignore[arg-type]  # reason: the table holds tones
    return {"tag": tag, "text": one.text or ROW_HIDDEN, "url": one.address, "then": one.then, "now": one.now}


@require_GET
def without_source(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Numbers typed by hand, with the figure that the check finds; tokens that mean nothing; figures that are empty."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    parts = queries.sections_of(report)
    scope, period = queries.scope_of(report), queries.period_of(report)
    book = filled(report, [one.text for one in parts])
    found = sources.bare([(one.heading, one.text) for one in parts], book, scope, period)
    lacking = lacks([(one.heading, one.text) for one in parts], book, scope, period, found)
    groups = [
        {"part": part, "bare": [one for one in found if one.part == number]} for number, part in enumerate(parts)
    ]  # fmt: skip
    context = {
        "report": report, "groups": [one for one in groups if one["bare"]], "count": len(found),
        "lacking": [(one, parts[one.part]) for one in lacking if one.what != "bare"],
        "may_edit": actions.may_edit(report, actor), "offered": sum(bool(one.token) for one in found),
    }  # fmt: skip
    return render(request, "reports/sources.html", context)

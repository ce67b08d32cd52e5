"""One version: its text, opinions, steps; two of them side by side; documents."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.exchange.letters import Document9704
from lvzhi.exchange.letters import write as write_letter
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links import queries as links
from lvzhi.regulations import actions, letters, queries, rules, tables, ties
from lvzhi.regulations.models import Version
from lvzhi.regulations.queries.addresses import rule_address, step_url, version_address
from lvzhi.regulations.views.book import compare_url
from lvzhi.regulations.views.place import about_of, place, title_of
from lvzhi.regulations.views.reading import reading_of
from lvzhi.regulations.vocabulary.states import NEXT, OUT, PHASES, OpinionState, VersionState
from lvzhi.regulations.vocabulary.words import ADOPTED_AT, ROW_TONES, ROWS
from lvzhi.regulations.wording import Row, compare, read
from lvzhi.regulations.wording.reading import CHAPTER
from lvzhi.regulations.wording.telling import called, counted, row_marks
from lvzhi.ui.marks import Tag
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def version(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a version: text, where it is, opinions with their answers, history."""
    actor = actor_of(request)
    row = queries.version_of(actor, uid)
    works = rules.version_author(actor, row)
    typed = request.GET.get("q", "").strip()
    before = queries.issued_of(row.regulation, but=row.pk).filter(number__lt=row.number).first()
    context = {
        "version": row, "rule": row.regulation, "rule_seen": works or row.regulation.state in OUT,
        "tag": tables.version_tag(row), "steps": _bar(row),
        "span": queries.span_of(row), "holder": workflow_of(Version).holders.get(row.state, ""),
        "next": NEXT[VersionState(row.state)], "reading": reading_of(row, typed), "typed": typed,
        "buttons": [(step, step_url("version", row, step.key)) for step in steps_open(row, actor)],
        "may_edit": works and row.state in actions.WRITABLE and row.voided_at is None, "works": works,
        "may_void": rules.version_keeper(actor, row), "opinions": _opinions(row, actor, works=works),
        "meetings": links.lines(actor, row, ADOPTED_AT) if getattr(row, "has_ties", True) else [],
        "files": files_of(row._meta.label_lower, row.uid) if getattr(row, "has_files", True) else [],
        "add_url": reverse("files:add", args=[row._meta.label_lower, row.uid]) if ties.may_add(actor, row) else "",
        "compare": compare_url(before, row) if before is not None else "", "before": before,
        "events": timeline(row._meta.label_lower, row.uid) if works else [],
    }  # fmt: skip
    return render(request, "regulations/version.html", context)


def _bar(row: Version) -> list[dict[str, Any]]:
    here = next((place for place, (_, states) in enumerate(PHASES) if row.state in states), -1)
    days = (row.begun_on, None, None, row.checked_on, row.adopted_on, row.issued_on)
    done = row.state == VersionState.ISSUED
    bar = []
    for at, ((label, _), day) in enumerate(zip(PHASES, days, strict=True)):
        state = "done" if done or at < here else "current" if at == here else "next"
        state = "skipped" if here < 0 else state
        bar.append({"label": label, "state": state, "date": day if state in ("done", "current") else None})
    return bar


def _opinions(row: Version, actor: Actor, *, works: bool) -> list[dict[str, Any]]:
    """All opinions for who drafts it, the own ones for who was asked."""
    found = []
    for one in queries.opinions_of(row):
        mine = rules.asked(actor, one)
        if not works and not mine:
            continue
        steps = _opinion_steps(one, mine=mine, works=works) if row.voided_at is None else []
        buttons = [(name, step_url("opinion", one, key)) for key, name in steps]
        found.append({"row": one, "tag": tables.opinion_tag(one), "buttons": buttons})
    return found


def _opinion_steps(one: Any, *, mine: bool, works: bool) -> list[tuple[str, str]]:
    steps = {step.key: str(step.name) for step in workflow_of(type(one)).steps}
    if one.state == OpinionState.ASKED:
        key = "give" if mine else "note_given"
        return [(key, steps[key])]
    return [("take", steps["take"])] if one.state == OpinionState.GIVEN and works else []


@require_GET
def side_by_side(request: HttpRequest, old: UUID, new: UUID) -> HttpResponse:
    """Two versions article by article; unchanged ones on demand."""
    first, second = _two(actor_of(request), old, new)
    found = compare(read(first.text), read(second.text))
    whole = request.GET.get("all") == "1"
    rows = [_shown(row) for row in (found.rows if whole else found.differing)]
    context = {
        "old": first, "new": second, "rule": second.regulation, "rows": rows, "whole": whole,
        "counts": counted(found), "same": not found.differing, "heads": letters.heads(first, second),
        "back": rule_address(second.regulation), "others": _others(second, actor_of(request)),
        "document": reverse("regulations:compare_document", args=[first.uid, second.uid]),
    }  # fmt: skip
    return render(request, "regulations/compare.html", context)


def _two(actor: Actor, old: UUID, new: UUID) -> tuple[Version, Version]:
    first, second = queries.version_of(actor, old), queries.version_of(actor, new)
    if first.regulation_id != second.regulation_id:
        raise Refusal("regulations.compare_other")
    return (first, second) if first.number <= second.number else (second, first)


def _others(row: Version, actor: Actor) -> list[Version]:
    return queries.versions_of(row.regulation, actor)


def _shown(row: Row) -> dict[str, Any]:
    marks, piece = row_marks(row), row.new or row.old
    return {
        "row": row, "how": row.how, "heading": piece is not None and piece.kind == CHAPTER,
        "old": called(row.old) if row.old else "", "new": called(row.new) if row.new else "",
        "tags": [Tag(ROWS[one], ROW_TONES[one]) for one in marks], "before": row.before, "after": row.after,  # type: ignore[arg-type]  # reason: the table holds tones
    }  # fmt: skip


@require_GET
def compare_document(request: HttpRequest, old: UUID, new: UUID) -> FileResponse:
    """The comparison as a table in a Word file."""
    first, second = _two(actor_of(request), old, new)
    found = compare(read(first.text), read(second.text))
    return _word(letters.comparison(first, second, found), letters.comparison_name(first, second))


@require_GET
def text(request: HttpRequest, uid: UUID) -> FileResponse:
    """A version as a Word file."""
    row = queries.version_of(actor_of(request), uid)
    return _word(letters.text(row), letters.text_name(row))


def _word(letter: Document9704, name: str) -> FileResponse:
    file = BytesIO()
    write_letter(letter, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=WORD)


@require_GET
def adopt(request: HttpRequest) -> HttpResponse:
    """Versions that wait for a meeting, on the way from that meeting's page."""
    actor, committee, about = actor_of(request), place(request, rules.keeps), about_of(request)
    rows = [
        {"row": row, "url": f"{step_url('version', row, 'adopt')}?about={about[0]}:{about[1]}" if about else ""}
        for row in queries.waiting_adoption(actor, committee)
    ]
    context = {"rows": rows, "about": title_of(about)}
    return render(request, "regulations/adopt.html", context)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered version out of every figure; the one before it holds again."""
    row = queries.version_of(actor_of(request), uid)
    return pages.void(request, row, rules.version_keeper, title=str(row), back=version_address(row))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    row = queries.version_of(actor_of(request), uid)
    return pages.restore(request, row, rules.version_keeper, back=version_address(row))

"""One call, clue, manuscript, issue or report: where it is, who has it, what comes next."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import write as write_letter
from lvzhi.files.queries import of as files_of
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.links.queries import lines as ties_of
from lvzhi.publications import letters, norms, queries, rules, tables, ties
from lvzhi.publications.metrics import level_name
from lvzhi.publications.models import Call, Clue, Coverage, Issue, Manuscript
from lvzhi.publications.queries import address
from lvzhi.publications.vocabulary.codes import COUNTED
from lvzhi.publications.vocabulary.states import (
    EDITABLE,
    ISSUE_NEXT,
    MANUSCRIPT_NEXT,
    PRINTED,
    IssueState,
    ManuscriptState,
)
from lvzhi.publications.vocabulary.words import LETTER, PLACED, PRINTED_IN
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TONES = {"main": 0, "plain": 1, "danger": 2}
MANUSCRIPT_DAYS = ("created_at", "submitted_on", "checked_on", "edited_on", "approved_on", None)
ISSUE_DAYS = (None, "laid_on", "printed_on", "sent_on")


def _common(request: HttpRequest, record: Any) -> dict[str, Any]:
    """What every page of a record shows."""
    actor, kind = actor_of(request), record._meta.label_lower
    has_way = hasattr(record, "state")
    open_now = steps_open(record, actor) if has_way else []
    buttons = [{"step": step, "url": tables.step_url(record, step.key)} for step in open_now]
    keeps = rules.keeper(actor, record)
    return {
        "record": record, "model": record._meta.model_name, "keeps": keeps,
        "tag": tables.state_tag(record) if has_way else None,
        "buttons": sorted(buttons, key=lambda one: TONES[one["step"].tone]),
        "files": files_of(kind, record.uid),
        "add_url": reverse("files:add", args=[kind, record.uid]) if ties.may_add(actor, record) else "",
        "events": timeline(kind, record.uid),
        "holder": workflow_of(type(record)).holders.get(record.state, "") if has_way else "",
    }  # fmt: skip


def _bar(record: Any, days: tuple[str | None, ...]) -> list[dict[str, Any]]:
    """The stages of the main way: done, current, still to come."""
    phases = workflow_of(type(record)).phases
    here = next((place for place, (_, states) in enumerate(phases) if record.state in states), -1)
    last = len(phases) - 1
    bar = []
    for place, ((label, _), day) in enumerate(zip(phases, days, strict=True)):
        state = (
            "skipped"
            if here < 0
            else "done"
            if place < here or here == last
            else "current"
            if place == here
            else "next"
        )
        when = getattr(record, day) if day and state == "done" else None
        bar.append({"label": label, "state": state, "date": when})
    return bar


@require_GET
def call(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A call with what came to it."""
    record: Call = queries.one(actor_of(request), Call, uid)
    clues, manuscripts = queries.of_call(actor_of(request), record)
    late = record.until < clock.today()
    context = _common(request, record) | {"clues": clues, "manuscripts": manuscripts, "late": late}
    return render(request, "publications/call.html", context)


@require_GET
def clue(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A clue with what became of it."""
    return _clue(request, uid, phone="")


@require_POST
def phone(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The provider's whole telephone number, for those who have to call; the journal keeps who looked."""
    record: Clue = queries.one(actor_of(request), Clue, uid)
    rules.keeper.check(actor_of(request), record)
    with line(actor_of(request), "publications.phone_seen", subject=record, committee=record.committee_id):
        pass
    return _clue(request, uid, phone=record.phone.reveal())


def _clue(request: HttpRequest, uid: UUID, *, phone: str) -> HttpResponse:
    actor = actor_of(request)
    record: Clue = queries.one(actor, Clue, uid)
    context = _common(request, record) | {
        "manuscripts": queries.of_clue(actor, record), "phone": phone,
        "writes": rules.commissioned(actor, record) or rules.keeper(actor, record),
    }  # fmt: skip
    return render(request, "publications/clue.html", context)


@require_GET
def manuscript(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A manuscript: where it is, the text in force, the original beside it, what the reviews said."""
    actor = actor_of(request)
    record: Manuscript = queries.one(actor, Manuscript, uid)
    row = queries.placing(record)
    words = PRINTED_IN if record.state == ManuscriptState.PUBLISHED else PLACED
    day = record.submitted_on or clock.today()
    context = _common(request, record) | {
        "steps": _bar(record, MANUSCRIPT_DAYS),
        "next": MANUSCRIPT_NEXT[ManuscriptState(record.state)],
        "issue": row.issue if row and rules.visible_issue(actor, row.issue) else None,
        "placed": words.format(issue=row.issue) if row else "",
        "counted": COUNTED[norms.skips(record.committee, day)],
        "may_edit": record.state in EDITABLE and record.voided_at is None and rules.hands_in(actor, record),
        "may_void": rules.may_void(actor, record),
        "sees_fee": rules.staff(actor, record) or rules.own(actor, record),
        "panels": beside.panels(actor, record),
    }
    return render(request, "publications/manuscript.html", context)


@require_GET
def issue(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An issue with its contents; what was declared is shown as declared."""
    actor = actor_of(request)
    record: Issue = queries.one(actor, Issue, uid)
    rows = queries.contents(record)
    staff = rules.staff(actor, record)
    printed = record.state in PRINTED
    shown = [
        {
            "title": row.title if printed or not row.manuscript else row.manuscript.title,
            "author": row.author if printed or not row.manuscript else row.manuscript.author,
            "column": row.column,
            "chars": row.chars if printed or not row.manuscript else row.manuscript.chars,
            "url": address(row.manuscript) if staff and row.manuscript else "",
            "tag": tables.state_tag(row.manuscript) if staff and row.manuscript and not printed else None,
        }
        for row in rows
    ]
    day = record.printed_on or clock.today()
    context = _common(request, record) | {
        "articles": shown, "steps": _bar(record, ISSUE_DAYS), "next": ISSUE_NEXT[IssueState(record.state)],
        "printed": printed, "counted_words": COUNTED[norms.skips(record.committee, day)],
        "so_far": sum(one["chars"] or 0 for one in shown), "panels": beside.panels(actor, record),
        "may_edit": rules.keeper(actor, record) and not printed and record.voided_at is None,
    }  # fmt: skip
    return render(request, "publications/issue.html", context)


@require_GET
def document(request: HttpRequest, uid: UUID) -> FileResponse:
    """The issue as a document: contents and articles."""
    actor = actor_of(request)
    record: Issue = queries.one(actor, Issue, uid)
    with line(actor, "publications.issue_taken", subject=record, committee=record.committee_id):
        pass
    target = BytesIO()
    write_letter(letters.compose(record, queries.whole(record)), target)
    target.seek(0)
    name = LETTER["file"].format(name=record)
    return FileResponse(target, as_attachment=True, filename=name, content_type=DOCX)


@require_GET
def item(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A report with the records it is about."""
    actor = actor_of(request)
    record: Coverage = queries.one(actor, Coverage, uid)
    context = _common(request, record) | {"level_name": level_name(record), "about": ties_of(actor, record)}
    return render(request, "publications/item.html", context)

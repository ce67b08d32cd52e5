"""One item: where it is, who has it, what comes next; its text, and the edited one beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import history, timeline
from lvzhi.links import beside
from lvzhi.links.queries import lines as ties_of
from lvzhi.opinions import queries, rules, tables
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import CONCERN, address, chain
from lvzhi.opinions.tables.lists import category_name, left_tag, source_name
from lvzhi.opinions.vocabulary.marks import CONCERN_NEXT
from lvzhi.opinions.vocabulary.states import EDITABLE, NOT_IN, ConcernState
from lvzhi.opinions.vocabulary.turns import SAID
from lvzhi.opinions.vocabulary.words import COMPARED, PARTS
from lvzhi.opinions.workflow import WORKFLOWS
from lvzhi.ui.texts import difference
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Step
from lvzhi.workflow.engine import steps_open

TONES: Final = {"main": 0, "plain": 1, "danger": 2}
DAYS: Final = ("submitted_on", "screened_on", "edited_on", "checked_on", "issued_on", "issued_on")
READ: Final[dict[str, Callable[[Actor, UUID], Any]]] = {"concern": queries.one, "suggestion": queries.suggestion}
VOIDS: Final = {"concern": rules.voids, "suggestion": rules.editor}
HAND_IN: Final = frozenset({"submit", "resubmit"})


def _bar(record: Concern) -> list[dict[str, Any]]:
    """The stages of the main way: done, current, still to come."""
    phases = WORKFLOWS["concern"].phases
    here = next((place for place, (_, states) in enumerate(phases) if record.state in states), -1)
    last = len(phases) - 1
    bar = []
    for place, ((label, _), day) in enumerate(zip(phases, DAYS, strict=True)):
        state = "next" if place > here else "current" if place == here < last else "done"
        bar.append({"label": label, "state": state, "date": getattr(record, day) if state == "done" else None})
    return bar


@require_GET
def concern(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An item with all that belongs to it."""
    actor = actor_of(request)
    record: Any = queries.one(actor, uid)
    may_edit = record.state in EDITABLE and record.voided_at is None and rules.hands_in(actor, record)
    open_now = [one for one in steps_open(record, actor) if one.key not in HAND_IN]
    open_now.sort(key=lambda one: TONES[one.tone])
    reads, merged = rules.reader(actor, record), record.merged_into
    context = {
        "rungs": chain.rungs(record) if record.state not in NOT_IN else [], "chain_edits": rules.editor(actor, record),
        "record": record, "tag": tables.state_tag(record), "bar": _bar(record), "may_edit": may_edit,
        "buttons": [{"step": one, "url": tables.step_url(record, one.key)} for one in open_now],
        "holder": WORKFLOWS["concern"].holders.get(record.state, ""), "next": CONCERN_NEXT[ConcernState(record.state)],
        "left": left_tag(record), "category": category_name(record), "source": source_name(record),
        "by": queries.reported_by(record),
        "parts": [(label, getattr(record, name)) for name, label in PARTS.items() if getattr(record, name)],
        "main": merged if merged is not None and rules.visible(actor, merged) else None,
        "merged": queries.merged_into(record) if reads else [], "reads": reads,
        "may_void": rules.voids(actor, record), "edits": rules.editor(actor, record),
        "may_follow": record.submitted_on is not None and rules.follows(actor, record),
        "files": files_of(CONCERN, record.uid), "ties": ties_of(actor, record),
        "add_url": reverse("files:add", args=[CONCERN, record.uid]) if rules.may_attach(actor, record) else "",
        "events": timeline(CONCERN, record.uid), "panels": beside.panels(actor, record),
    }  # fmt: skip
    return render(request, "opinions/concern.html", context)


@require_GET
def compare(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The author's text and the edited one side by side, with what was taken out and put in."""
    record = queries.one(actor_of(request), uid)
    rows = [
        (label, difference(before, now))
        for label, before, now in (
            (COMPARED["title"], record.title, record.current_title),
            (COMPARED["text"], queries.whole_text(record), record.edited or queries.whole_text(record)),
        )
    ]
    context = {"record": record, "back": address(record), "rows": rows, "edited": bool(record.edited)}
    return render(request, "opinions/compare.html", context)


def found(request: HttpRequest, kind: str, uid: UUID) -> Any:
    """The record that an address of a step names.

    Raises:
        Missing: no such kind or record, or not visible.
    """
    if kind not in READ:
        raise Missing("opinions.unknown")
    return READ[kind](actor_of(request), uid)


def _said(taken: Step, done: Any) -> str:
    """What is said after a step; of a turn that was known already, that the two are one now."""
    if taken.key == "note_turn":
        merged = [one for one in history(CONCERN, done.uid, limit=2) if one.event == "opinions.turn_merged"]
        return SAID["merged"].format(sentence=merged[0].sentence) if merged else SAID["noted"]
    return pages.usual_words(taken, done)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(WORKFLOWS, kind, key)
    record = found(request, kind, uid)
    more = {"text": record.text} if kind == "suggestion" else {"concern": record, "text": queries.whole_text(record)}
    template = "opinions/suggestion_step.html" if kind == "suggestion" else "opinions/step.html"
    frame = pages.Frame(title=record.title_for_people, back=address(record), said=_said, template=template, more=more)
    return pages.step(request, workflow, record, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Take a mis-entered record out of every figure; not while it stands in an issue."""
    record = found(request, kind, uid)
    return pages.void(request, record, VOIDS[kind], title=record.title_for_people, back=address(record))


@require_POST
def restore(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Bring it back."""
    record = found(request, kind, uid)
    return pages.restore(request, record, VOIDS[kind], back=address(record))

"""One topic as every committee that takes part sees it: parts, team, breakdown, progress, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.joint import queries, rules, tables, ties
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.vocabulary import SAID_ALREADY, WORDS, PieceState
from lvzhi.journal.lines import line
from lvzhi.journal.queries import histories
from lvzhi.links import kinds as links
from lvzhi.ui.formats import moment
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

TONES = {"main": 0, "plain": 1, "danger": 2}
NAMES = {Topic: "topic", Partaking: "part", Piece: "piece"}


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of a topic; the same for the leader and for those who join."""
    actor = actor_of(request)
    topic = queries.one(actor, uid)
    parts, pieces = queries.parts_of(topic), queries.breakdown(topic)
    by_part = {part.pk: part for part in parts}
    for part in parts:
        part.topic = topic
    for piece in pieces:
        piece.topic, piece.part = topic, by_part.get(piece.part_id, piece.part)
    subject = links.kind_of(topic.kind)
    kind = topic._meta.label_lower
    context = {
        "topic": topic,
        "tag": tables.topic_tag(topic),
        "buttons": _steps(topic, actor),
        "parts": tables.grouped(parts, pieces, _buttons(actor, topic, parts, pieces)),
        "done": sum(1 for one in pieces if one.state == PieceState.DONE),
        "all": sum(1 for one in pieces if one.state != PieceState.DROPPED),
        "subject": {"title": subject.title(topic.subject), "url": subject.url(topic.subject)} if subject else None,
        "subject_seen": subject is not None and subject.visible(actor, topic.subject),
        "files": files_of(kind, topic.uid),
        "add_url": reverse("files:add", args=[kind, topic.uid]) if ties.may_add(actor, topic) else "",
        "events": _events(topic, parts, pieces),
        "may_void": rules.leads(actor, topic),
    }
    return render(request, "joint/detail.html", context)


def _events(topic: Topic, parts: Sequence[Partaking], pieces: Sequence[Piece]) -> list[Any]:
    """What happened, each thing once."""
    told = histories(queries.event_subjects(topic, parts, pieces))
    return [one for one in told if one.entry.event not in SAID_ALREADY]


def _url(record: Any, key: str) -> str:
    return reverse("joint:step", args=[NAMES[type(record)], record.uid, key])


def _steps(topic: Topic, actor: Actor) -> list[dict[str, Any]]:
    found = [{"step": step, "url": _url(topic, step.key)} for step in steps_open(topic, actor)]
    return sorted(found, key=lambda one: TONES[one["step"].tone])


def _buttons(actor: Actor, topic: Topic, parts: Sequence[Partaking], pieces: Sequence[Piece]) -> dict[Any, Any]:
    """What the actor may do with each part and piece; no statement a row, since the topic's rows are read already."""
    if topic.voided_at is not None:
        return {}
    found: dict[Any, Any] = {}
    for record in (*parts, *pieces):
        steps = [
            {"step": step, "url": _url(record, step.key)}
            for step in workflow_of(type(record)).steps
            if record.state in step.frm and not step.automatic and step.may(actor, record)
        ]
        found[NAMES[type(record)], record.pk] = sorted(steps, key=lambda one: TONES[str(one["step"].tone)])
    return found


@require_GET
def export(request: HttpRequest, uid: UUID, form: str) -> HttpResponseBase:
    """The breakdown 任务分解表 as a file; the journal keeps who took it."""
    check_file_form(form)
    actor = actor_of(request)
    topic = queries.one(actor, uid)
    rows = queries.breakdown(topic)
    with line(actor, "joint.exported", subject=topic, committee=topic.committee_id, count=len(rows)):
        pass
    done = sum(1 for row in rows if row.state == PieceState.DONE)
    return as_file(
        form, name=WORDS["file"].format(day=clock.today().isoformat()), title=WORDS["list"],
        columns=[field for field, _ in tables.EXPORTED],
        rows=([read(row) for _, read in tables.EXPORTED] for row in rows),
        head=(WORDS["head"].format(title=topic.title),
              WORDS["asof"].format(moment=moment(clock.now()), count=len(rows), done=done)),
    )  # fmt: skip

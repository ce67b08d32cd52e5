"""The pages of steps and of a voiding."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.joint import queries, rules
from lvzhi.joint.models import Piece, Topic
from lvzhi.joint.notices import address, part_address, piece_address
from lvzhi.joint.vocabulary import WORDS
from lvzhi.joint.workflow import PART, PIECE_WAY, TOPIC
from lvzhi.workflow import pages

KINDS = {"topic": TOPIC, "part": PART, "piece": PIECE_WAY}


def _title(record: Any) -> str:
    if isinstance(record, Topic):
        return record.title
    what = record.what if isinstance(record, Piece) else record.topic.title
    return WORDS["title_of"].format(committee=record.committee.display, what=what)


def _back(record: Any) -> str:
    if isinstance(record, Topic):
        return address(record)
    return piece_address(record) if isinstance(record, Piece) else part_address(record)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    record = queries.step_record(actor_of(request), workflow, uid)
    return pages.step(request, workflow, record, key, pages.Frame(title=_title(record), back=_back(record)))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered topic out of every figure: the record counts for its own committee alone again."""
    topic = queries.one(actor_of(request), uid)
    return pages.void(request, topic, rules.leads, title=topic.title, back=address(topic))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    topic = queries.one(actor_of(request), uid)
    return pages.restore(request, topic, rules.leads, back=address(topic))

"""A quarter of organisation life: opened by the calendar, looked through by the secretary (R10.7)."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.party.models import Body, Quarter
from lvzhi.party.norms import REVIEW_FROM
from lvzhi.party.queries import quarter_span, required, rhythm
from lvzhi.party.vocabulary import MEETINGS, NAMES, Standing
from lvzhi.people.models import holds
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def open_quarters(actor: Actor) -> int:
    """Open the current quarter of every organisation of which something is required; how many were opened."""
    day = clock.as_day(actor.at)
    first, last = quarter_span(day)
    known = Quarter.objects.filter(body=OuterRef("pk"), starts_on=first)
    rows = Body.objects.live().filter(holds("", day)).exclude(Exists(known)).select_related("committee")
    count = 0
    for body in rows.order_by("pk"):
        if required(body, codes.entries(MEETINGS, body.committee_id, day)):
            quarter = Quarter(
                body=body,
                committee_id=body.committee_id,
                starts_on=first,
                ends_on=last,
                created_at=actor.at,
                review_on=last - timedelta(days=int(norms.value(REVIEW_FROM, body.committee_id, day))),
            )
            with transaction.atomic():
                engine.begin(quarter, actor)
            count += 1
    return count


def _lacking(quarter: Quarter) -> list[str]:
    slots = rhythm([quarter.body], quarter.starts_on, quarter.ends_on)[quarter.body_id]
    return [str(one) for one in slots if one.standing != Standing.HELD]


def check_review(taking: Taking) -> None:
    """Before its end a quarter is reviewed only when all is held; after it what is missing needs a reason."""
    quarter: Quarter = taking.record
    lacking = _lacking(quarter)
    if not lacking:
        return
    if clock.as_day(taking.at) <= quarter.ends_on and quarter.body.ends is None:
        raise Refusal("party.quarter_early", ends=quarter.ends_on, missing=NAMES.join(lacking))
    if not taking.answers["note"].strip():
        raise Refusal("party.quarter_missing", field="note", missing=NAMES.join(lacking))


def review(taking: Taking) -> None:
    """Effect of 季度自查."""
    quarter: Quarter = taking.record
    quarter.missing = len(_lacking(quarter))
    quarter.note = taking.answers["note"].strip()
    taking.facts["missing"] = quarter.missing

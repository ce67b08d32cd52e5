"""Tying and untying. Who may is for the room that offers it: it knows both records."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.journal.models import Sealed
from lvzhi.links.kinds import role_of
from lvzhi.links.models import Tie
from lvzhi.links.queries import Seen


def tie(actor: Actor, role: str, a: Sealed | Subject, b: Sealed | Subject, *, starts: dt.date | None = None) -> Tie:
    """Tie two records from a day on (that of acting unless given); journalled under a.

    Args:
        a, b: the records, or, where only kind, uid and title are at hand, these.

    Raises `Refusal("links.self" | "links.kind_not_allowed")`, `Conflict("links.double")` for a second open tie.
    """
    meaning = role_of(role)
    (near, a_uid), (far, b_uid) = _end(a), _end(b)
    if meaning.symmetrical and (far.kind, str(b_uid)) < (near.kind, str(a_uid)):
        near, a_uid, far, b_uid = far, b_uid, near, a_uid  # one spelling of what has no direction: its double is seen
    if (near.kind, a_uid) == (far.kind, b_uid):
        raise Refusal("links.self")
    for end, allowed in ((near, meaning.a_kinds), (far, meaning.b_kinds)):
        if allowed and end.kind not in allowed:
            raise Refusal("links.kind_not_allowed", title=end.title)
    day = starts or clock.as_day(actor.at)
    made = Tie(role=role, a_kind=near.kind, a_uid=a_uid, b_kind=far.kind, b_uid=b_uid, starts=day)
    with line(actor, "links.tie", subject=near, forward=meaning.forward, other=far.title):
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            raise Conflict("links.double", a=near.title, b=far.title) from None
    return made


def _end(record: Sealed | Subject) -> tuple[Subject, UUID]:
    """One end as the journal names it, with its uid."""
    if not isinstance(record, Subject):
        record = Subject(record._meta.label_lower, record.uid, str(record), getattr(record, "committee_id", None))
    if record.uid is None:
        raise Refusal("links.kind_not_allowed", title=record.title)
    return record, record.uid


def untie(actor: Actor, tie: Tie | Seen, *, on: dt.date | None = None) -> Tie:
    """End a tie on a day (that of acting unless given); journalled. The row stays: it was true until then.

    Raises `Refusal("links.not_open" | "links.dates")`.
    """
    given = tie.tie if isinstance(tie, Seen) else tie
    with line(actor, "links.untie", forward=role_of(given.role).forward) as entry:
        found = Tie.objects.select_for_update().get(pk=given.pk)
        if found.ends is not None:
            raise Refusal("links.not_open", day=found.ends)
        day = on or clock.as_day(actor.at)
        if day < found.starts:
            raise Refusal("links.dates", field="on", day=found.starts)
        found.ends = day
        found.save()
        near = Seen(found, found.a_kind, found.a_uid, outward=False)
        far = Seen(found, found.b_kind, found.b_uid, outward=True)
        entry.subject = Subject(near.kind, near.uid, near.title)
        entry.facts["other"] = far.title
    return found

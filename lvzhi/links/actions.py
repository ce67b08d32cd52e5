"""Tying and untying. Who may is for the room that offers it: it knows both records."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.journal.models import Sealed
from lvzhi.links.kinds import role_of
from lvzhi.links.models import Tie
from lvzhi.links.queries import Seen


def tie(actor: Actor, role: str, a: Sealed, b: Sealed, *, starts: dt.date | None = None) -> Tie:
    """Tie two records from a day on (that of acting unless given); journalled under a.

    Raises `Refusal("links.self" | "links.kind_not_allowed")`, `Conflict("links.double")` for a second open tie.
    """
    meaning = role_of(role)
    if meaning.symmetrical and (b._meta.label_lower, str(b.uid)) < (a._meta.label_lower, str(a.uid)):
        a, b = b, a  # one spelling of what has no direction, so that its double is seen
    a_kind, b_kind = a._meta.label_lower, b._meta.label_lower
    if (a_kind, a.uid) == (b_kind, b.uid):
        raise Refusal("links.self")
    for record, kind, allowed in ((a, a_kind, meaning.a_kinds), (b, b_kind, meaning.b_kinds)):
        if allowed and kind not in allowed:
            raise Refusal("links.kind_not_allowed", title=str(record))
    made = Tie(
        role=role, a_kind=a_kind, a_uid=a.uid, b_kind=b_kind, b_uid=b.uid, starts=starts or clock.as_day(actor.at)
    )
    with line(actor, "links.tie", subject=a, forward=meaning.forward, other=str(b)):
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            raise Conflict("links.double", a=str(a), b=str(b)) from None
    return made


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

"""Terms 届: one open at a time, none overlapping (R0.1)."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from lvzhi.access import Actor, Refusal
from lvzhi.committee import reckoning, rules
from lvzhi.committee.actions import checks
from lvzhi.committee.models import Committee, Session, Term
from lvzhi.committee.vocabulary import OPEN_END
from lvzhi.journal.lines import line


def open_term(actor: Actor, committee: Committee, *, number: int, starts: dt.date, ends: dt.date | None = None) -> Term:
    """Record a term; without `ends` it is the open one.

    Raises:
        NotAllowed: not an editor of this committee.
        Refusal: number taken, dates reversed, longer than the norm, overlap, or another term still open.
    """
    rules.EDIT_COMMITTEE.check(actor, committee)
    term = Term(committee=committee, number=number, starts=starts, ends=ends)
    with line(actor, "committee.term_open", subject=term, committee=committee, number=number):
        checks.lock(committee)
        _check(term)
        term.save()
    return term


def alter_term(actor: Actor, term: Term, *, number: int, starts: dt.date, ends: dt.date | None) -> Term:
    """Correct a term or close it by giving its last day. Raises as `open_term`, or when it would cut off a session."""
    rules.EDIT.check(actor, term)
    term.number, term.starts, term.ends = number, starts, ends
    with line(actor, "committee.term_alter", subject=term, committee=term.committee, number=number):
        checks.lock(term.committee)
        _check(term)
        outside = Q(opens__lt=starts) if ends is None else Q(opens__lt=starts) | Q(closes__gt=ends)
        cut = Session.objects.filter(outside, term=term).select_related("term").first()
        if cut is not None:
            raise Refusal("committee.term_cuts_session", field="ends", session=cut.name, opens=cut.opens)
        term.save()
    return term


def _check(term: Term) -> None:
    checks.number(term.number, "committee.term_number")
    if term.ends is not None and term.ends < term.starts:
        raise Refusal("committee.term_dates", field="ends", starts=term.starts, ends=term.ends)
    latest = reckoning.term_end(term.committee_id, term.starts)
    if latest is not None and term.ends is not None and term.ends > latest:
        years = round((latest - term.starts).days / 365)
        raise Refusal("committee.term_too_long", field="ends", years=years, latest=latest)
    others = Term.objects.filter(committee=term.committee_id).exclude(pk=term.pk)
    if others.filter(number=term.number).exists():
        raise Refusal("committee.term_taken", field="number", number=term.number)
    for other in others:
        if other.ends is None and (term.ends is None or other.starts <= term.starts):
            raise Refusal("committee.term_open", field="ends", number=other.number)
        starts_before_other_ends = other.ends is None or term.starts <= other.ends
        if starts_before_other_ends and (term.ends is None or other.starts <= term.ends):
            raise Refusal(
                "committee.term_overlap",
                field="starts",
                number=other.number,
                starts=other.starts,
                ends=other.ends or OPEN_END,
            )

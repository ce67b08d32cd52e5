"""Plenary sessions 次 and their proposal windows (R0.1, R1.7)."""

from __future__ import annotations

import datetime as dt

from lvzhi.access import Actor, Refusal
from lvzhi.committee import reckoning, rules
from lvzhi.committee.actions import checks
from lvzhi.committee.models import Session, Term
from lvzhi.committee.vocabulary import OPEN_END
from lvzhi.journal.lines import line


def add_session(
    actor: Actor,
    term: Term,
    *,
    number: int,
    opens: dt.date,
    closes: dt.date,
    window_from: dt.date | None = None,
    window_until: dt.date | None = None,
) -> Session:
    """Record a plenary session.

    Args:
        window_from: first day of the proposal window; reckoned by the norm when left out (R1.7: three months before).
        window_until: last day of it, inclusive; the closing day when left out.

    Raises:
        NotAllowed: not an editor of this committee.
        Refusal: number taken, dates reversed, outside the term, out of order, overlapping another session or window.
    """
    rules.EDIT.check(actor, term)
    session = Session(term=term, committee=term.committee, number=number, opens=opens, closes=closes)
    _window(session, window_from, window_until)
    with line(actor, "committee.session_add", subject=session, committee=term.committee, name=session.name):
        checks.lock(term.committee)
        _check(session)
        session.save()
    return session


def alter_session(
    actor: Actor,
    session: Session,
    *,
    number: int,
    opens: dt.date,
    closes: dt.date,
    window_from: dt.date | None = None,
    window_until: dt.date | None = None,
) -> Session:
    """Correct a session's number, dates or window. Raises as `add_session`."""
    rules.EDIT.check(actor, session)
    session.number, session.opens, session.closes = number, opens, closes
    _window(session, window_from, window_until)
    with line(actor, "committee.session_alter", subject=session, committee=session.committee, name=session.name):
        checks.lock(session.committee)
        _check(session)
        session.save()
    return session


def _window(session: Session, start: dt.date | None, until: dt.date | None) -> None:
    start = start or reckoning.window_from(session.committee_id, session.opens)
    if start is None:
        raise Refusal("committee.window_missing", field="window_from")
    session.window_from, session.window_until = start, until or session.closes


def _check(session: Session) -> None:
    checks.number(session.number, "committee.session_number")
    if session.closes < session.opens:
        raise Refusal("committee.session_dates", field="closes", opens=session.opens, closes=session.closes)
    if session.window_until < session.window_from:
        raise Refusal(
            "committee.window_dates", field="window_until", starts=session.window_from, until=session.window_until
        )
    if session.window_from > session.closes:
        raise Refusal("committee.window_after", field="window_from", starts=session.window_from, closes=session.closes)
    term = session.term
    if session.opens < term.starts or (term.ends is not None and session.closes > term.ends):
        raise Refusal(
            "committee.session_outside",
            field="opens",
            number=term.number,
            starts=term.starts,
            ends=term.ends or OPEN_END,
        )
    others = Session.objects.filter(committee=session.committee_id).exclude(pk=session.pk).select_related("term")
    for other in others:
        _check_against(session, other)


def _check_against(session: Session, other: Session) -> None:
    if other.term_id == session.term_id:
        if other.number == session.number:
            raise Refusal("committee.session_taken", field="number", name=other.name)
        if (other.number < session.number) != (other.opens < session.opens):
            raise Refusal("committee.session_order", field="number", name=other.name, opens=other.opens)
    if session.opens <= other.closes and other.opens <= session.closes:
        raise Refusal(
            "committee.session_overlap", field="opens", name=other.name, opens=other.opens, closes=other.closes
        )
    if session.window_from <= other.window_until and other.window_from <= session.window_until:
        raise Refusal(
            "committee.window_overlap",
            field="window_from",
            name=other.name,
            starts=other.window_from,
            until=other.window_until,
        )

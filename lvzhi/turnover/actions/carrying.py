"""Rehearsal and run: one function, once inside a transaction that is rolled back, once for good (decision 17)."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line, together
from lvzhi.journal.reverting import end
from lvzhi.norms.memo import remembering
from lvzhi.people.models import Member
from lvzhi.turnover import rules
from lvzhi.turnover.actions import archiving, ending, opening, passing
from lvzhi.turnover.actions.work import Work
from lvzhi.turnover.models import Change, Entrant
from lvzhi.turnover.queries.plans import present
from lvzhi.turnover.vocabulary import SECTOR_FIGURE, ChangeState, Mark
from lvzhi.workflow import engine

Steps = Generator[tuple[str, int, int], None, Change]
Told = Iterator[tuple[str, int, int]]
TRIED_FROM = (ChangeState.PREPARING, ChangeState.REHEARSED)
DONE = (ChangeState.CARRIED_OUT, ChangeState.SEALED)


class _TakenBack(Exception):  # noqa: N818  reason: it is how the end of a trial is told, no fault
    """Ends the transaction of a rehearsal."""


def finished(steps: Steps) -> Change:
    """Go through all of a work at once, where nobody watches how far it is."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Change = done.value
            return found


def rehearse(actor: Actor, change: Change) -> Steps:
    """Run the change of term on trial: everything is done and taken back, what it came to is kept as the report.

    Raises:
        NotAllowed: not the office.
        Conflict: it is past its preparation.
    """
    rules.office.check(actor, change)
    if change.state not in TRIED_FROM:
        raise Conflict("turnover.not_preparing", state=change.get_state_display())
    work = Work(change, actor)
    with remembering(), clock.at(max(clock.now(), clock.as_moment(change.starts))):
        try:
            with together(), ending.line_of(work):
                yield from _perform(work)
                raise _TakenBack
        except _TakenBack:
            pass
    if clock.today() < change.starts:
        work.look("early", starts=change.starts)
    return _kept(actor, change, work)


def _kept(actor: Actor, change: Change, work: Work) -> Change:
    """Keep the report of a trial and take the step that follows from it."""
    with together():
        with transaction.atomic():
            locked = Change.objects.select_for_update(of=("self",)).get(pk=change.pk)
            stops, looks = len(work.stops), len(work.looks)
            with line(actor, "turnover.rehearsal", subject=locked, stops=stops, looks=looks):
                locked.report, locked.rehearsed_at = work.report(), actor.at
                locked.save()
        return engine.take(locked, "rehearse", actor)


def carry_out(actor: Actor, change: Change) -> Steps:
    """Carry the change of term out, all of it or nothing; a second time changes nothing.

    Raises:
        NotAllowed: not a secretary-general, or the one who seconded it.
        Conflict: not approved.
        Refusal: before the new term's first day, or something stands in the way; nothing is written then.
    """
    if change.state in DONE:
        rules.visible.check(actor, change)
        return change
    engine.expect(change, "carry_out", actor)
    if clock.as_day(actor.at) < change.starts:
        raise Refusal("turnover.before_start", starts=change.starts)
    with remembering(), together() as block:
        rows = Change.objects.select_for_update(of=("self",)).select_related("committee", "old")
        locked = rows.get(pk=change.pk)
        if locked.state in DONE:  # somebody else was quicker by a moment
            return locked
        work = Work(locked, actor)
        with ending.line_of(work) as entry:
            yield from _perform(work)
            if work.stops:
                raise Refusal("turnover.problems", count=len(work.stops), first=work.stops[0])
            locked.report, locked.performed_at = work.report(), actor.at
            locked.save()
            entry.facts.update({key: work.counts[key] for key in ("carried", "added", "gone", "closed", "items")})
        done = engine.take(locked, "carry_out", actor)
        block.after(lambda: _note(locked, entry.first))
    done.refresh_from_db(fields=["first", "last"])
    return done


def _note(change: Change, first: int | None) -> None:
    """Which lines of the journal the run wrote; nobody else's can lie between them."""
    Change.objects.filter(pk=change.pk).update(first=first, last=end())


def _perform(work: Work) -> Told:
    """All of it, in the only order in which each room below takes it."""
    change = work.change
    _check_plan(work)
    before = work.measure(work.last)
    members = list(present(change))
    opening.note_seats(work, members)
    work.counts["gone"] = Entrant.objects.filter(change=change, mark=Mark.GONE).count()
    yield from ending.settle(work)
    yield from ending.end_tenures(work)
    ending.end_posts(work)
    yield from ending.close_logins(work)
    passing.pass_organs(work)
    ending.end_term(work)
    yield from archiving.archive(work.actor, change)
    term = opening.open_term(work)
    if term is not None:
        yield from opening.open_tenures(work, term)
    after = work.measure(work.starts)
    work.counts["archive"] = change.archive.count
    work.compare(before, after)
    prefix = SECTOR_FIGURE.format(name="")
    for key, count in after.items():
        if key.startswith(prefix) and not count:
            work.look("empty_sector", name=key.removeprefix(prefix))
    _check_logins(work, members)


def _check_plan(work: Work) -> None:
    """The plan against those who sit now."""
    rows = list(Entrant.objects.filter(change=work.change).select_related("member"))
    if all(row.mark == Mark.GONE for row in rows):
        work.stop("nobody")
    for row in rows:
        if row.asks:
            work.stop("undecided", row=row.row, name=row.name)
    planned = {row.member_id for row in rows if row.member_id is not None}
    now: dict[int, Any] = {row.pk: row for row in present(work.change)}
    for pk, member in now.items():
        if pk not in planned:
            work.stop("not_listed", name=member.person.name)
    for row in rows:
        if row.member_id is not None and row.member_id not in now and row.mark == Mark.CARRIED:
            work.stop("left_meanwhile", name=row.name)


def _check_logins(work: Work, members: list[Member]) -> None:
    """Logins with a member's role that belong to nobody of the list."""
    coming = Member.objects.live().filter(committee=work.committee, starts=work.starts).select_related("person")
    known = {row.person.account_id for row in (*members, *coming) if row.person.account_id is not None}
    held = Appointment.objects.on(work.starts).filter(committee=work.committee, role=Role.MEMBER)
    for account in Account.objects.filter(pk__in=held.values("account_id")).exclude(pk__in=known):
        work.look("role_without_person", name=str(account))

"""The old term's end: loose ends settled, tenures, posts and logins ended on its last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db.models import Q

from lvzhi.accounts import actions as logins
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.drafts.queries import mine
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.messages.actions import send
from lvzhi.people import actions as people
from lvzhi.people.models import Dated, Member, Person, Post
from lvzhi.people.vocabulary import Left
from lvzhi.turnover.actions.work import Work
from lvzhi.turnover.models import TITLE_MOST, Entrant, LooseEnd
from lvzhi.turnover.queries.ends import (
    ENDINGS,
    End,
    awaiting,
    ends_of,
    loose_ends,
    rated_by_nobody,
    rates_as_author,
    singles,
    title_of,
    unsent,
    way_of,
)
from lvzhi.turnover.queries.plans import change_address, present
from lvzhi.turnover.vocabulary import JOINER, Mark, Way
from lvzhi.workflow import engine

OWN_ROOM = "people"  # ends with the tenure
CARRIED_OVER = "turnover.carried_over"
OF_MEMBERS = (Role.MEMBER, Role.ORGAN_HEAD)
Told = Iterator[tuple[str, int, int]]


def settle(work: Work) -> Told:
    """Write down every loose end with what becomes of it: tied to the change, ended by its own step, or left to one."""
    change, chosen = work.change, singles(work.change)
    ends = loose_ends(change)
    whole, done = sum(end.count for end in ends), 0
    for end in ends:
        own = {uid: row for (kind, uid), row in chosen.items() if kind == end.key}
        for record in list(ends_of(end, change)):
            way, decision = way_of(end, record.uid, own)
            title = title_of(record)[:TITLE_MOST]
            item = LooseEnd(
                committee=change.committee, change=change, kind=end.key, record_kind=record._meta.label_lower,
                record_uid=record.uid, title=title, state=record.state, way=way, created_at=work.actor.at,
            )  # fmt: skip
            if decision is not None:
                item.ground, item.left_to, item.left_to_name = decision.ground, decision.left_to, decision.left_to_name
            item.save()
            work.attempt(title, partial(_send_on, work, end, record, item))
            work.counts["items"] += 1
            work.counts[f"items_{way}"] += 1
            done += 1
            yield "loose", done, whole


def _send_on(work: Work, end: End, record: Any, item: LooseEnd) -> None:
    if item.way == Way.ENDED:
        step, field = ENDINGS[end.key]
        engine.take(record, step, work.actor, {field: item.ground})
        return
    named = Subject(item.record_kind, item.record_uid, item.title, record.committee_id)
    tie(work.actor, CARRIED_OVER, named, work.change, starts=work.starts)
    if item.way == Way.LEFT and item.left_to is not None:
        address = end.workflow.address(record) if end.workflow.address else change_address(work.change)
        subject = (item.record_kind, item.record_uid, address)
        send([item.left_to], "turnover.left_to_you", subject=subject, committee=work.committee, title=item.title)


def end_tenures(work: Work) -> Told:
    """End every tenure of the old term, and with it seats and posts."""
    rows = [row for row in present(work.change) if row.ends is None or row.ends > work.last]
    for done, row in enumerate(rows, 1):
        ends = partial(people.end_tenure, work.actor, row, work.last, Left.TERM_OVER, left_by=work.change.decided_by)
        work.attempt(row.person.name, ends)
        yield "tenures", done, len(rows)


def end_posts(work: Work) -> None:
    """Posts that outlasted earlier tenures end with the term too; those of people who are no members are named."""
    change = work.change
    persons = {row.person_id for row in Entrant.objects.filter(change=change) if row.person_id is not None}
    rows = Post.objects.live().filter(Q(ends=None) | Q(ends__gt=work.last), committee=work.committee)
    for post in rows.filter(starts__lte=work.last).select_related("person"):
        if post.person_id in persons:
            work.attempt(post.person.name, partial(people.end_post, work.actor, post, work.last))
        else:
            work.look("post_kept", name=post.person.name, post=post.get_kind_display())


def close_logins(work: Work) -> Told:
    """End the members' roles of those gone, close logins that hold nothing more, end their sessions."""
    change = work.change
    gone = list(Entrant.objects.filter(change=change, mark=Mark.GONE).select_related("person__account"))
    keeps = rates_as_author(change)
    rating = set(awaiting(work.committee, [row.person_id for row in gone if row.person_id]).values_list(
        "member__person_id", flat=True)) if keeps else set()  # fmt: skip
    for done, row in enumerate(gone, 1):
        account = row.person.account if row.person is not None else None
        if account is not None:
            _close(work, account, row.person_id in rating)
        yield "accounts", done, len(gone)
    _tell_of(work, gone)


def _close(work: Work, account: Account, rates: bool) -> None:
    work.counts["drafts"] += len(mine(account.pk))
    lasting = Appointment.objects.filter(Q(ends=None) | Q(ends__gt=work.last), account=account)
    for one in list(lasting.filter(committee=work.committee, role__in=OF_MEMBERS).select_related("committee")):
        if work.attempt(account.name, partial(logins.end_appointment, work.actor, one, work.last)):
            work.counts["ended_posts"] += 1
    if rates or not account.is_active or lasting.exists() or account.committee_id != work.committee.pk:
        return
    work.attempt(account.name, partial(logins.disable, work.actor, account))
    work.counts["closed"] += 1


def _tell_of(work: Work, gone: list[Entrant]) -> None:
    """What a person has to look at: nobody to rate, seats in Party organisations."""
    change = work.change
    leaving = [row.person_id for row in gone if row.person_id is not None]
    staying = Entrant.objects.filter(change=change).exclude(mark=Mark.GONE).exclude(person=None)
    if not rates_as_author(change):
        for proposal in rated_by_nobody(change, leaving, staying.values_list("person_id", flat=True)):
            work.look("nobody_rates", title=proposal.title_for_people)
    count = unsent(work.committee, leaving)
    if count:
        work.look("unsent", count=count)
    for kind, named in lasting(work.last, leaving):
        work.look("still_in", kind=kind, names=JOINER.join(named))


def lasting(last: dt.date, persons: list[int]) -> Iterator[tuple[str, list[str]]]:
    """What rooms above people keep of these persons between two days and has not ended, by kind, with their names."""
    for model in apps.get_models():
        if not issubclass(model, Dated) or model._meta.app_label == OWN_ROOM:
            continue
        rows: Any = model._default_manager.live().filter(Q(ends=None) | Q(ends__gt=last))
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target in (Person, Member):
                path = field.name if target is Person else f"{field.name}__person"
                named = rows.filter(**{f"{path}__in": persons}).order_by(f"{path}__pinyin")
                names = list(dict.fromkeys(named.values_list(f"{path}__name", flat=True)))
                if names:
                    yield str(model._meta.verbose_name), names


def end_term(work: Work) -> None:
    """End the old term itself on its last day."""
    old = work.change.old
    if old.ends is None or old.ends > work.last:
        facts: dict[str, Any] = {"number": old.number, "starts": old.starts, "ends": work.last}
        work.attempt(old.name, partial(places.alter_term, work.actor, old, **facts))


def line_of(work: Work) -> Any:
    """The line of the journal that holds the whole run."""
    return line(
        work.actor, "turnover.run", subject=work.change, committee=work.committee, carried=0, added=0, gone=0, closed=0,
        items=0,
    )  # fmt: skip

"""Changes, cases and selections that an actor may read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Case as CaseOf
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value, When

from lvzhi.access import Actor, Missing
from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import State
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.people.models import Member, Membership, Person, holds, phone_digest
from lvzhi.people.queries import matching, member_of_account
from lvzhi.tenure import rules
from lvzhi.tenure.models import Case, Change, Effect, Measure, Nominee, Selecting
from lvzhi.tenure.norms import meetings_of
from lvzhi.tenure.vocabulary.states import CLOSED_CASES, OPEN_CHANGES, ChangeState, SelectionState, Standing

Rows = QuerySet[Any]
BESIDE = ("organ", "special", "old_organ", "heard_at", "decided_at", "reviewed_at", "person", "member__person")


def _one(rows: Any, uid: Any) -> Any:
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Missing("tenure.unknown")
    return found


def changes_seen(actor: Actor, committee: Committee) -> Rows:
    """Changes of a committee that the actor may read, the newest first."""
    rows: Any = Change.objects.live().filter(rules.visible.rows(actor), committee=committee)
    found: Rows = rows.select_related("organ", "old_organ", "decided_at").order_by("-proposed_on", "-id")
    return found


def change_of(actor: Actor, uid: Any) -> Change:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows = Change.objects.filter(rules.visible.rows(actor)).select_related("committee", *BESIDE)
    found: Change = _one(rows, uid)
    return found


def changes_of(actor: Actor, person: int) -> list[Change]:
    """Changes of one person that the actor may read, the newest first."""
    rows = Change.objects.live().filter(rules.visible.rows(actor), person=person)
    return list(rows.select_related("organ", "old_organ").order_by("-proposed_on", "-id"))


def running(member: Member, kind: str) -> Change | None:
    """The change of that kind that is on its way for a member."""
    rows = Change.objects.live().filter(member=member, kind=kind, state__in=OPEN_CHANGES)
    found: Change | None = rows.first()
    return found


def standing_member(change: Change, day: dt.date) -> Member | None:
    """The tenure that the one to be elected has on the day or later: by person, or by name and phone."""
    rows = Member.objects.live().filter(Q(ends=None) | Q(ends__gte=day), committee=change.committee)
    if change.person_id is not None:
        rows = rows.filter(person=change.person_id)
    elif change.phone:
        plain = change.phone if isinstance(change.phone, str) else change.phone.reveal()
        rows = rows.filter(person__name=change.name, person__phone_digest=phone_digest(plain))
    else:
        rows = rows.filter(person__name=change.name)
    found: Member | None = rows.first()
    return found


def effects_of(change: Change) -> list[Effect]:
    """What it made and ended, in order."""
    rows = Effect.objects.live().filter(change=change)
    return list(rows.select_related("member__person", "seat__organ", "post").order_by("id"))


def narrowed(rows: Rows, text: str = "", kind: str = "", scope: str = "", year: int = 0) -> Rows:
    """Changes by name or pinyin of the person, kind, whether still open, year of the proposal."""
    if text:
        rows = rows.filter(Q(name__contains=text) | matching(text))
    if kind:
        rows = rows.filter(kind=kind)
    if scope:
        still = (*OPEN_CHANGES, ChangeState.REVIEW)
        rows = rows.filter(state__in=still) if scope == "open" else rows.exclude(state__in=still)
    return rows.filter(proposed_on__year=year) if year else rows


def years(committee: Committee) -> list[int]:
    """The years in which changes were proposed, the newest first."""
    days = Change.objects.live().filter(committee=committee).dates("proposed_on", "year", order="DESC")
    return [day.year for day in days]


def meetings(committee: Any, body: str, since: dt.date, day: dt.date) -> Rows:
    """Meetings of a body that were held, from a day on, the newest first."""
    kinds = meetings_of(body, committee, day)
    rows: Any = Activity.objects.live().filter(
        committee=committee, kind__in=kinds, state__in=(State.HELD, State.CLOSED), ends_on__gte=since
    )
    found: Rows = rows.defer("summary", "notice").order_by("-held_on", "-id")
    return found


def decided_at(actor: Actor, activity: Activity) -> tuple[list[Change], int, list[Selecting]]:
    """What a meeting decided: changes that the actor may read, how many more, selections. Two statements."""
    standing = (ChangeState.DECIDED, ChangeState.REVIEW)
    seen = When(rules.visible.rows(actor), then=Value(True))  # noqa: FBT003  reason: Django's own order of arguments
    rows = Change.objects.live().filter(decided_at=activity, state__in=standing).order_by("id")
    found: list[Any] = list(rows.annotate(seen=CaseOf(seen, default=Value(False))))  # noqa: FBT003  reason: as above
    shown = [row for row in found if row.seen]
    chosen = Selecting.objects.live().filter(
        rules.selection_visible.rows(actor), decided_at=activity, state=SelectionState.DECIDED
    )
    return shown, len(found) - len(shown), list(chosen.order_by("id"))


def former(committee: Committee, day: dt.date) -> Any:
    """Persons who were members of the committee and are none on the day."""
    now = Member.objects.live().filter(Q(ends=None) | Q(ends__gte=day), committee=committee, person=OuterRef("pk"))
    was = Member.objects.live().filter(committee=committee, person=OuterRef("pk"))
    return Person.objects.filter(Exists(was)).exclude(Exists(now))


def found_former(committee: Committee, text: str, day: dt.date) -> Any:
    """Those whose name, pinyin, initials or phone fit what was typed."""
    if not text.strip():
        return Person.objects.none()
    return former(committee, day).filter(matching(text, prefix="")).order_by("pinyin", "pk")


def cases_seen(actor: Actor, committee: Committee) -> Rows:
    """Absence cases that the actor may read: open ones first, then the newest."""
    rows: Any = Case.objects.live().filter(rules.case_visible.rows(actor), committee=committee)
    found: Rows = rows.select_related("member__person").defer("statement").order_by("-opened_on", "-id")
    return found


def case_of(actor: Actor, uid: Any) -> Case:
    """One that the actor may read. Raises `Missing`."""
    rows = Case.objects.filter(rules.case_visible.rows(actor))
    found: Case = _one(rows.select_related("member__person", "member__committee", "committee", "change"), uid)
    return found


def cases_of(actor: Actor, person: int) -> list[Case]:
    """Cases of one person that the actor may read, the newest first."""
    rows = Case.objects.live().filter(rules.case_visible.rows(actor), member__person=person)
    return list(rows.select_related("member__person").order_by("-opened_on", "-id"))


def open_only(rows: Rows, *, closed: bool = False) -> Rows:
    """Cases still open, or those that are not."""
    return rows.filter(state__in=CLOSED_CASES) if closed else rows.exclude(state__in=CLOSED_CASES)


def measures_of(case: Case) -> list[Measure]:
    """What was done, in order."""
    return list(Measure.objects.live().filter(case=case).order_by("id"))


def selections_seen(actor: Actor, committee: Committee) -> Rows:
    """Selections of a committee, the newest first, each with how many are nominated and chosen."""
    rows: Any = Selecting.objects.live().filter(rules.selection_visible.rows(actor), committee=committee)
    live = Q(nominees__voided_at=None) & ~Q(nominees__standing=Standing.WITHDRAWN)
    counted = rows.annotate(
        named=Count("nominees", filter=live),
        chosen=Count("nominees", filter=Q(nominees__voided_at=None, nominees__standing=Standing.CHOSEN)),
    )
    found: Rows = counted.select_related("organ").order_by("-called_on", "-id")
    return found


def selection_of(actor: Actor, uid: Any) -> Selecting:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows = Selecting.objects.filter(rules.selection_visible.rows(actor))
    found: Selecting = _one(rows.select_related("organ", "committee", "decided_at"), uid)
    return found


def nominees(selection: Selecting) -> Any:
    """Who is nominated and has not left, by name."""
    rows: Any = Nominee.objects.live().filter(selection=selection).exclude(standing=Standing.WITHDRAWN)
    return rows.select_related("member__person", "organ").order_by("member__person__pinyin", "id")


def nominees_seen(actor: Actor, selection: Selecting) -> list[Nominee]:
    """Those of them that the actor may know of."""
    return list(nominees(selection).filter(rules.nominee_visible.rows(actor)))


def calls(actor: Actor, committee: Committee, day: dt.date) -> list[Selecting]:
    """Selections that take nominations on the day and in which the actor has no place yet."""
    rows = Selecting.objects.live().filter(rules.selection_visible.rows(actor), committee=committee)
    mine = Nominee.objects.live().filter(member__person__account_id=actor.account_id or 0)
    open_ = rows.filter(state=SelectionState.CALLING, until__gte=day).select_related("organ")
    return list(open_.exclude(pk__in=mine.exclude(standing=Standing.WITHDRAWN).values("selection")).order_by("until"))


def member_here(actor: Actor, committee: Committee) -> Member | None:
    """The actor's own tenure in the committee today."""
    return member_of_account(actor.account_id, committee.pk, clock.as_day(actor.at))


def own_nomination(actor: Actor, selection: Selecting) -> Nominee | None:
    """The actor's own place in a selection."""
    if actor.account_id is None:
        return None
    found: Nominee | None = nominees(selection).filter(member__person__account_id=actor.account_id).first()
    return found


def nominations_of(actor: Actor, person: int) -> list[Nominee]:
    """Places of one person in selections, as far as the actor may know of them, the newest first."""
    rows = Nominee.objects.live().filter(rules.nominee_visible.rows(actor), member__person=person)
    rows = rows.filter(selection__voided_at=None).exclude(standing=Standing.WITHDRAWN)
    return list(rows.select_related("selection__organ").order_by("-named_on", "-id"))


def nominee_of(actor: Actor, uid: Any) -> Nominee:
    """One that the actor may know of. Raises `Missing`."""
    rows = Nominee.objects.live().filter(rules.nominee_visible.rows(actor))
    found: Nominee = _one(rows.select_related("selection__committee", "selection__organ", "member__person"), uid)
    return found


def sits_in(organ: Any, member: Member, starts: dt.date, ends: dt.date) -> bool:
    """Whether a member has a place in the organ on any day of a span."""
    rows = Membership.objects.live().filter(Q(ends=None) | Q(ends__gte=starts), organ=organ, member=member)
    return bool(rows.filter(starts__lte=ends).exists())


def seats_of_kind(member: Member, kind: str, day: dt.date) -> list[Membership]:
    """A member's places in organs of one kind on a day."""
    rows = Membership.objects.live().filter(holds("", day), member=member, organ__kind=kind)
    return list(rows.select_related("organ", "member__person", "member__committee").order_by("id"))

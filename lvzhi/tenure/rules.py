"""Who proposes, decides, reads: the office keeps members' tenure, nobody decides on oneself (R6.1, R12.8)."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Q

from lvzhi import norms
from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.deadlines import reckon
from lvzhi.norms.calendars import calendar_of
from lvzhi.people.models import Person
from lvzhi.people.rules import INSIDE, KEEPERS, here
from lvzhi.tenure.models import Case, Change, Nominee
from lvzhi.tenure.norms import REVIEW_WITHIN
from lvzhi.tenure.vocabulary.sentences import MAY
from lvzhi.tenure.vocabulary.states import (
    STANDING_CHANGES,
    UPHELD,
    ChangeKind,
    ChangeState,
    Standing,
)

READERS = (*KEEPERS, "leader", "auditor")
ORGAN_HEAD = "organ_head"


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor keeps a committee's changes (to propose one, there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def reads_all(actor: Actor, committee: int) -> bool:
    """Whether the actor reads every change and case of a committee."""
    return has_any(actor, committee, READERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the pages of a committee's changes."""
    return has_any(actor, committee, INSIDE)


keeper = here(MAY["keeps"], KEEPERS)
reader = here(MAY["reader"], READERS)
insider = here(MAY["inside"], INSIDE)


def _own_rows(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


def is_own(actor: Actor, change: Change) -> bool:
    """Whether the change is about the actor."""
    person = change.person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


own = Rule(MAY["own"], is_own, _own_rows)


def _others(actor: Actor) -> Q:
    """Changes about somebody else; a row without a person is nobody's own."""
    if actor.account_id is None:
        return Q()
    mine = Person.objects.filter(pk=OuterRef("person"), account_id=actor.account_id)
    return ~Exists(mine)  # type: ignore[return-value]  # reason: a condition combines with Q


def _decided_here(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, INSIDE), state__in=STANDING_CHANGES, voided_at=None)


@rule(MAY["inside"], rows=_decided_here)
def known(actor: Actor, change: Change) -> bool:
    """What was decided is known to everybody inside; the ground is not shown to them."""
    return change.state in STANDING_CHANGES and change.voided_at is None and insider(actor, change)


visible: Rule = reader | own | known
reads: Rule = reader | own


@rule(MAY["keeper"], rows=lambda actor: keeper.rows(actor) & Q(_others(actor)))
def handles(actor: Actor, change: Change) -> bool:
    """The office and the secretary-general, never of themselves."""
    return keeper(actor, change) and not is_own(actor, change)


@rule(MAY["hears"], rows=lambda actor: handles.rows(actor) & ~Q(hears=""))
def hears(actor: Actor, change: Change) -> bool:
    """It has to be heard first."""
    return change.hears != "" and handles(actor, change)


@rule(MAY["decides"], rows=lambda actor: handles.rows(actor) & (Q(hears="") | Q(state=ChangeState.HEARD)))
def decides(actor: Actor, change: Change) -> bool:
    """It was heard, or need not be."""
    return (change.hears == "" or change.state == ChangeState.HEARD) and handles(actor, change)


withdraws: Rule = Rule(
    MAY["withdraws"],
    lambda actor, change: handles(actor, change) or (change.own and is_own(actor, change)),
    lambda actor: handles.rows(actor) | (own.rows(actor) & Q(own=True)),
)


def review_until(change: Change) -> dt.date | None:
    """The last day on which review may be asked for; None while nothing is decided."""
    if change.decided_on is None:
        return None
    length = norms.value(REVIEW_WITHIN, change.committee_id, change.decided_on)
    return reckon(change.decided_on, length, calendar_of(change.committee_id)).date


def _removed_rows(actor: Actor) -> Q:
    return own.rows(actor) & Q(kind=ChangeKind.REMOVAL) & ~Q(outcome=UPHELD)


@rule(MAY["reviews"], rows=_removed_rows)
def asks_review(actor: Actor, change: Change) -> bool:
    """Whoever was removed, once; whether the time is over, the step says (R6.1)."""
    return change.kind == ChangeKind.REMOVAL and change.outcome != UPHELD and is_own(actor, change)


def voids(actor: Actor, change: Change) -> bool:
    """Who voids a change: who handles it."""
    return handles(actor, change)


def _case_own(actor: Actor, case: Case) -> bool:
    return actor.account_id is not None and case.member.person.account_id == actor.account_id


def _case_rows(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(member__person__account_id=actor.account_id)


case_own = Rule(MAY["own"], _case_own, _case_rows)
case_visible: Rule = reader | case_own
case_handles: Rule = Rule(
    MAY["keeper"],
    lambda actor, case: keeper(actor, case) and not _case_own(actor, case),
    lambda actor: keeper.rows(actor) & ~Q(pk__in=Case.objects.filter(_case_rows(actor)).values("pk")),
)


def names_for(actor: Actor, committee: int) -> bool:
    """Whether the actor may nominate others: keepers anybody, the head of an organ its members."""
    return keeps(actor, committee) or actor.has(ORGAN_HEAD, committee=committee)


def _nominee_rows(actor: Actor) -> Q:
    mine = NO_ROW if actor.account_id is None else Q(member__person__account_id=actor.account_id)
    chosen = Q(committee_id__in=held_in(actor, INSIDE), standing=Standing.CHOSEN)
    return reader.rows(actor) | mine | chosen | Q(organ_id__in=actor.organs(ORGAN_HEAD))


@rule(MAY["reader"], rows=_nominee_rows)
def nominee_visible(actor: Actor, row: Nominee) -> bool:
    """Readers, oneself, the organ that nominated; the chosen are known to everybody inside."""
    mine = actor.account_id is not None and row.member.person.account_id == actor.account_id
    chosen = row.standing == Standing.CHOSEN and insider(actor, row)
    headed = row.organ_id is not None and row.organ_id in actor.organs(ORGAN_HEAD)
    return reader(actor, row) or mine or chosen or headed


selection_visible: Rule = insider
selection_keeps: Rule = keeper

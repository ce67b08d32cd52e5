"""Who may: each right as a test and as rows; the two agree (a test holds them together)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.ledger.models import Advice, Author, Problem
from lvzhi.party import rules as party
from lvzhi.party.models import Meeting

KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
CLERKS = (Role.CLERK, Role.PROPOSAL_HEAD)
READERS = (*KEEPERS, Role.LEADER, Role.SUPERVISOR, Role.AUDITOR)
UNIT_ROLES = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def may_enter(actor: Actor, committee_id: int, organ_id: int | None = None) -> bool:
    """Whether the actor may add to a committee's ledger: the office, or the head of the organ that keeps the entry."""
    if any(actor.has(role, committee=committee_id) for role in KEEPERS):
        return True
    return organ_id is not None and actor.has(Role.ORGAN_HEAD, organ=organ_id)


def enters_somewhere(actor: Actor, committee_id: int) -> bool:
    """Whether the actor may add anything to the committee's ledger, in whatever organ's name."""
    return may_enter(actor, committee_id) or actor.has(Role.ORGAN_HEAD, committee=committee_id)


def _keeps(actor: Actor) -> Q:
    return (
        Q(committee_id__in=sorted(held_in(actor, KEEPERS)))
        | Q(organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)))
        | Q(committee_id__in=sorted(held_in(actor, CLERKS)), proposal__isnull=False)
    )


@rule("登记机构、本级办公室和秘书长；来自提案的，也可由提案委员会", rows=_keeps)
def keeper(actor: Actor, entry: Any) -> bool:
    """Who keeps the entry: the organ that made it, the office, and for what came from a proposal its committee."""
    if may_enter(actor, entry.committee_id, entry.organ_id):
        return True
    return entry.proposal_id is not None and any(actor.has(role, committee=entry.committee_id) for role in CLERKS)


@rule("有权查看的领导和机关人员", rows=lambda actor: Q(committee_id__in=sorted(held_in(actor, READERS))))
def reader(actor: Actor, entry: Any) -> bool:
    """Leaders, the supervision office and auditors read the whole ledger of their committee."""
    return any(actor.has(role, committee=entry.committee_id) for role in READERS)


def _units(actor: Actor) -> list[int]:
    return sorted(frozenset[int]().union(*(actor.units(role) for role in UNIT_ROLES)))


def _owned(actor: Actor) -> Q:
    mine = Q(owner_unit_id__in=_units(actor)) | Q(owner_organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)))
    return mine if actor.account_id is None else mine | Q(owner_person__account_id=actor.account_id)


@rule("责任单位、责任部门和责任人", rows=_owned)
def owner(actor: Actor, problem: Problem) -> bool:
    """Whoever answers for the problem."""
    if problem.owner_unit_id is not None and any(actor.has(role, unit=problem.owner_unit_id) for role in UNIT_ROLES):
        return True
    if problem.owner_organ_id is not None and actor.has(Role.ORGAN_HEAD, organ=problem.owner_organ_id):
        return True
    person = problem.owner_person
    return actor.account_id is not None and person is not None and person.account_id == actor.account_id


def _helped(actor: Actor) -> Q:
    return Q(helper_unit_id__in=_units(actor)) | Q(helper_organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD)))


@rule("协办单位和部门", rows=_helped)
def helper(actor: Actor, problem: Problem) -> bool:
    """Whoever helps."""
    if problem.helper_unit_id is not None and any(actor.has(role, unit=problem.helper_unit_id) for role in UNIT_ROLES):
        return True
    return problem.helper_organ_id is not None and actor.has(Role.ORGAN_HEAD, organ=problem.helper_organ_id)


@rule(
    "组织生活查摆出的，所在党组织",
    rows=lambda actor: Q(meeting__in=Meeting.objects.live().filter(party.meeting_seen.rows(actor)).values("pk")),
)
def of_meeting(actor: Actor, problem: Problem) -> bool:
    """Found at a meeting of a Party organisation: whoever reads what that organisation held."""
    return problem.meeting is not None and problem.meeting.is_live and party.meeting_seen(actor, problem.meeting)


UNASSIGNED = Q(owner_unit=None, owner_organ=None, owner_person=None)


@rule("尚未定责任", rows=lambda actor: UNASSIGNED)
def unassigned(actor: Actor, problem: Problem) -> bool:
    """Nobody answers for it yet."""
    return problem.owner_unit_id is None and problem.owner_organ_id is None and problem.owner_person_id is None


@rule("应回头看的日期已到", rows=lambda actor: Q(look_back_on__isnull=False, look_back_on__lte=clock.as_day(actor.at)))
def looked_for(actor: Actor, problem: Problem) -> bool:
    """The day of the look-back has come (R9.5)."""
    return problem.look_back_on is not None and problem.look_back_on <= clock.as_day(actor.at)


@rule("答复单位", rows=lambda actor: Q(unit_id__in=_units(actor)))
def answering(actor: Actor, advice: Advice) -> bool:
    """An officer or the head of the unit that the advice was handed to."""
    return advice.unit_id is not None and any(actor.has(role, unit=advice.unit_id) for role in UNIT_ROLES)


@rule("已转交答复单位", rows=lambda actor: Q(unit__isnull=False))
def handed(actor: Actor, advice: Advice) -> bool:
    """It was handed to a unit."""
    return advice.unit_id is not None


def _authored(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Author.objects.live().filter(advice=OuterRef("pk"), person__account_id=actor.account_id)
    return Q(Exists(mine))


@rule("提出人", rows=_authored)
def author(actor: Actor, advice: Advice) -> bool:
    """Who gave it."""
    if actor.account_id is None:
        return False
    return Author.objects.live().filter(advice=advice, person__account_id=actor.account_id).exists()


may_assign_first: Rule = keeper & unassigned
may_reassign: Rule = keeper & ~unassigned
may_work: Rule = keeper | owner
may_look_back: Rule = keeper & looked_for
may_look_early: Rule = keeper & ~looked_for
may_finish_for: Rule = keeper & ~owner
may_answer_for: Rule = keeper & ~answering
may_hand: Rule = keeper & ~handed
visible_problem: Rule = keeper | reader | owner | helper | of_meeting
visible_advice: Rule = keeper | reader | answering | author


def measure_rows(actor: Actor) -> Q:
    """Measures of the problems that the actor may read."""
    return Q(problem__in=Problem.objects.filter(visible_problem.rows(actor)).values("pk"))


def reads_all(actor: Actor) -> frozenset[int]:
    """Committees whose whole ledger the actor reads."""
    return held_in(actor, READERS)

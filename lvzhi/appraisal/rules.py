"""Who opens, comments, decides and reads; everybody reads the own line alone, and nobody a rank (R8.4, R8.7)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.vocabulary import READS, LineState, State
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.deadlines import clock
from lvzhi.people.rules import here

KEEPERS = ("office", "secretary_general")
DECIDERS = ("secretary_general", "leader")
READERS = (*KEEPERS, "leader", "auditor")
STAFF = (*READERS, "clerk", "proposal_head", "supervisor", "organ_head")
keeper = here("办公室、秘书长", KEEPERS)
decider = here("秘书长、领导", DECIDERS)
reader = here(READS, READERS)


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor opens appraisals there (there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def reads_all(actor: Actor, committee: int) -> bool:
    """Whether the actor reads the ledger there."""
    return has_any(actor, committee, READERS)


def belongs(actor: Actor, committee: int) -> bool:
    """Whether the actor works there in any part."""
    return has_any(actor, committee, STAFF)


def _own(field: str) -> Any:
    return lambda actor: NO_ROW if actor.account_id is None else Q(**{f"{field}__account_id": actor.account_id})


@rule("本人", rows=_own("person"))
def oneself(actor: Actor, line: Any) -> bool:
    """Whose line it is."""
    return actor.account_id is not None and line.person.account_id == actor.account_id


@rule("点评领导", rows=_own("leader"))
def leads(actor: Actor, line: Any) -> bool:
    """Who is to comment on it."""
    leader = line.leader
    return actor.account_id is not None and leader is not None and leader.account_id == actor.account_id


def _open(actor: Actor) -> Q:
    return Q(round__state=State.OPEN, round__voided_at=None)


@rule("拟定等次之前", rows=_open)
def taking(actor: Actor, line: Any) -> bool:
    """Accounts, comments and changes are still taken."""
    return line.round.state == State.OPEN and line.round.voided_at is None


@rule("审定之后、归档之前", rows=lambda actor: Q(round__state=State.DECIDED, round__voided_at=None))
def told(actor: Actor, line: Any) -> bool:
    """Results are told, and may be objected to."""
    return line.round.state == State.DECIDED and line.round.voided_at is None


@rule("审定之后", rows=lambda actor: Q(round__state__in=(State.DECIDED, State.ARCHIVED)))
def decided(actor: Actor, line: Any) -> bool:
    """Results stand."""
    return line.round.state in (State.DECIDED, State.ARCHIVED)


line_seen: Rule = oneself | leads | reader
"""The person, who comments, and who reads all of them."""
grades_seen: Rule = reader & ~oneself
may_account: Rule = oneself & taking
may_account_for: Rule = keeper & ~oneself & taking
may_comment: Rule = leads & ~oneself & taking
may_comment_for: Rule = keeper & ~oneself & ~leads & taking
may_change: Rule = keeper & taking
may_sign: Rule = oneself & told
may_sign_for: Rule = keeper & ~oneself & told
may_appeal: Rule = oneself & told
may_answer: Rule = decider & ~oneself & told


def _in_it(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    part = Q(person__account_id=actor.account_id) | Q(leader__account_id=actor.account_id)
    return Q(Exists(StaffLine.objects.filter(part, round=OuterRef("pk"))))


@rule("名单上的人和点评领导", rows=_in_it)
def part_of(actor: Actor, appraisal: Any) -> bool:
    """Whoever stands in it, or comments on somebody who does."""
    if actor.account_id is None:
        return False
    part = Q(person__account_id=actor.account_id) | Q(leader__account_id=actor.account_id)
    return StaffLine.objects.filter(part, round=appraisal).exists()


seen: Rule = reader | part_of


@rule("本期要测评，还没有组织", rows=lambda actor: Q(by_ballot=True)
      & (Q(ballot=None) | Q(ballot__state=BallotState.VOID)))  # fmt: skip
def ballot_wanted(actor: Actor, appraisal: StaffRound) -> bool:
    """A ballot is wanted, and none stands."""
    return appraisal.by_ballot and (appraisal.ballot is None or appraisal.ballot.state == BallotState.VOID)


@rule("平时考核", rows=lambda actor: Q(kind="quarter"))
def quarterly(actor: Actor, appraisal: StaffRound) -> bool:
    """Attendance is entered by quarter."""
    return appraisal.quarterly


BEFORE_COMMENT = (LineState.WAITING, LineState.WRITTEN)


def _unattended() -> Q:
    return Q(due_days=None) & ~Q(state=LineState.EXEMPT)


def _unready() -> Q:
    return Q(state__in=BEFORE_COMMENT)


def _ready_rows(actor: Actor) -> Q:
    lines = StaffLine.objects.filter(round=OuterRef("pk"))
    told = Q(by_ballot=False) | Q(ballot__state=BallotState.ANNOUNCED)
    attended = ~Q(kind="quarter") | ~Exists(lines.filter(_unattended()))
    return told & attended & ~Exists(lines.filter(_unready()))


@rule("述评、点评、测评、考勤都已齐", rows=_ready_rows)
def ready(actor: Actor, appraisal: StaffRound) -> bool:
    """Nothing that grades stand on is lacking."""
    return StaffRound.objects.filter(_ready_rows(actor), pk=appraisal.pk).exists()


def _ended_rows(actor: Actor) -> Q:
    lines = StaffLine.objects.filter(_unattended(), round=OuterRef("pk"))
    return Q(kind="quarter", ends_on__lt=clock.as_day(actor.at)) & Q(Exists(lines))


@rule("季度已结束，考勤未录完", rows=_ended_rows)
def attendance_owed(actor: Actor, appraisal: StaffRound) -> bool:
    """The quarter is over, and the attendance of somebody is lacking."""
    return StaffRound.objects.filter(_ended_rows(actor), pk=appraisal.pk).exists()


may_ask_ballot: Rule = keeper & ballot_wanted
may_attend: Rule = keeper & quarterly
figures: Rule = reader | oneself
"""Rows behind a figure: who reads all of them, and everybody the own."""

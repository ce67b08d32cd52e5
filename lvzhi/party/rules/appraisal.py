"""Who opens, grades, confirms and reads the yearly appraisal; each member reads the own result alone (R10.4)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, held_in
from lvzhi.ballots.vocabulary import State as BallotState
from lvzhi.deadlines import clock
from lvzhi.party.models import Appraisal, Body, Seat
from lvzhi.party.rules.register import (
    KEEPERS,
    keeper,
    leads,
    leads_above,
    on_board,
    reader,
    reads,
    writes,
)
from lvzhi.party.vocabulary import LEADING, AppraisalState
from lvzhi.people.models import holds

seen: Rule = reads.through("body", Body)
kept: Rule = writes.through("body", Body)
led: Rule = leads.through("body", Body)
confirming: Rule = leads_above.through("body", Body)
grade_readers: Rule = reader | on_board | leads_above
grades_seen: Rule = grade_readers.through("body", Body)
"""Readers, the board, and who leads the organisation above: all grades."""


def _over(actor: Actor) -> Any:
    day = clock.as_day(actor.at)
    return Seat.objects.live().filter(holds("", day), holds("body__", day), post__in=LEADING)


def _unled_rows(actor: Actor) -> Q:
    led = Exists(_over(actor).filter(body=OuterRef("body__above")))
    return Q(committee_id__in=held_in(actor, KEEPERS)) & ~Q(led)


@rule("没有上级党组织或上级还没有书记的，办公室、秘书长", rows=_unled_rows)
def unled(actor: Actor, appraisal: Appraisal) -> bool:
    """The office, where nobody leads an organisation above."""
    above = appraisal.body.above_id
    return keeper(actor, appraisal) and (above is None or not _over(actor).filter(body=above).exists())


confirms: Rule = (confirming | unled) & ~led
"""The organisation above, and never who leads the branch itself."""


@rule("办公室、秘书长，所在机构负责人", rows=lambda actor: Q(committee_id__in=held_in(actor, KEEPERS))
      | Q(body__in=Body.objects.filter(organ_id__in=sorted(actor.organs("organ_head"))).values("pk")))  # fmt: skip
def asks_ballot(actor: Actor, appraisal: Appraisal) -> bool:
    """Whoever may prepare a secret ballot for the branch, as `ballots` has it."""
    organ = appraisal.body.organ_id
    return keeper(actor, appraisal) or (organ is not None and actor.has("organ_head", organ=organ))


@rule("本次评议要无记名投票，还没有组织", rows=lambda actor: Q(by_ballot=True)
      & (Q(ballot=None) | Q(ballot__state=BallotState.VOID)))  # fmt: skip
def ballot_wanted(actor: Actor, appraisal: Appraisal) -> bool:
    """A ballot is wanted, and none stands."""
    return appraisal.by_ballot and (appraisal.ballot is None or appraisal.ballot.state == BallotState.VOID)


may_ask_ballot: Rule = asks_ballot & ballot_wanted


def _own_rows(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("本人", rows=_own_rows)
def oneself(actor: Actor, line: Any) -> bool:
    """The member whose line it is."""
    return actor.account_id is not None and line.person.account_id == actor.account_id


@rule("评议大会之前", rows=lambda actor: Q(appraisal__state=AppraisalState.ACCOUNTS, appraisal__voided_at=None))
def taking(actor: Actor, line: Any) -> bool:
    """Own accounts are still taken."""
    return line.appraisal.state == AppraisalState.ACCOUNTS and line.appraisal.voided_at is None


line_led: Rule = leads.through("appraisal__body", Body)
line_board: Rule = grade_readers.through("appraisal__body", Body)
line_seen: Rule = oneself | line_board
may_account: Rule = oneself & taking
may_account_for: Rule = line_led & ~oneself & taking

"""Who may: each right as a test and as rows. Nobody has a right to see how anyone voted; there is nothing to see."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW
from lvzhi.accounts.vocabulary import Role
from lvzhi.ballots.models import Ballot, Teller, Voter
from lvzhi.ballots.vocabulary import State
from lvzhi.norms import codes

KEEPERS = (Role.OFFICE, Role.SECRETARY_GENERAL)
READERS = (Role.LEADER, Role.AUDITOR)
BEGINNERS = (*KEEPERS, Role.ORGAN_HEAD)
SERVER_KEEPERS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
SHOWN = (State.COUNTED, State.ANNOUNCED)


def _held(actor: Actor, *roles: str) -> Q:
    found = frozenset[int]().union(*(actor.committees(role) for role in roles))
    return Q(committee_id__in=sorted(found))


def may_begin(actor: Actor, committee_id: int) -> bool:
    """Whether the actor may prepare a ballot of this committee."""
    return any(actor.has(role, committee=committee_id) for role in BEGINNERS)


@rule(
    "办公室、秘书长或组织机构负责人",
    rows=lambda actor: _held(actor, *KEEPERS) | Q(organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD))),
)
def keeper(actor: Actor, ballot: Ballot) -> bool:
    """Whoever prepares, opens and announces it."""
    if any(actor.has(role, committee=ballot.committee_id) for role in KEEPERS):
        return True
    return ballot.organ_id is not None and actor.has(Role.ORGAN_HEAD, organ=ballot.organ_id)


def _in_person(actor: Actor) -> int | None:
    """The account, where it acts as itself: neither a vote nor an urn's key is ever another's to use."""
    return None if actor.behalf else actor.account_id


def _told_by(account: int) -> Any:
    return Teller.objects.filter(account_id=account).values("ballot_id")


def _telling(actor: Actor) -> Q:
    account = _in_person(actor)
    return NO_ROW if account is None else Q(pk__in=_told_by(account))


@rule("本次测评的监票人本人", rows=_telling)
def teller(actor: Actor, ballot: Ballot) -> bool:
    """A teller of this ballot, in person."""
    account = _in_person(actor)
    return account is not None and Teller.objects.filter(ballot=ballot, account_id=account).exists()


def _entitled(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    mine = Voter.objects.live().filter(person__account_id=actor.account_id)
    return Q(pk__in=mine.values("ballot_id")) & ~Q(state=State.DRAFT)


@rule("投票人", rows=_entitled)
def elector(actor: Actor, ballot: Ballot) -> bool:
    """On the frozen list of voters."""
    if actor.account_id is None or ballot.state == State.DRAFT:
        return False
    return Voter.objects.live().filter(ballot=ballot, person__account_id=actor.account_id).exists()


@rule("领导、审计员", rows=lambda actor: _held(actor, *READERS) & ~Q(state=State.DRAFT))
def reader(actor: Actor, ballot: Ballot) -> bool:
    """Who reads what the committee's ballots came to."""
    return ballot.state != State.DRAFT and any(actor.has(role, committee=ballot.committee_id) for role in READERS)


visible: Rule = keeper | teller | elector | reader


def closed(ballot: Ballot) -> bool:
    """Whether its kind keeps the result from voters: a colleague's votes are nobody's to compare (R8.4)."""
    rows = codes.entries("ballots.kind", ballot.committee_id, ballot.held_on)
    return any(one.code == ballot.kind and one.extra.get("closed") for one in rows)


def sees_result(actor: Actor, ballot: Ballot) -> bool:
    """Announced: all who may see the ballot, voters of a closed kind apart; before that keepers and tellers (R4.7)."""
    if ballot.state == State.ANNOUNCED:
        return visible(actor, ballot) if not closed(ballot) else (keeper | teller | reader)(actor, ballot)
    return ballot.state == State.COUNTED and (keeper(actor, ballot) or teller(actor, ballot))


# Rights over a line of the list of voters.


@rule(
    "投票人本人",
    rows=lambda actor: NO_ROW if _in_person(actor) is None else Q(person__account_id=actor.account_id),
)
def oneself(actor: Actor, voter: Voter) -> bool:
    """The person, logged in, and nobody for them."""
    account = _in_person(actor)
    return account is not None and voter.person.account_id == account


@rule("正在投票", rows=lambda actor: Q(ballot__state=State.OPEN, ballot__voided_at=None))
def voting(actor: Actor, voter: Voter) -> bool:
    """The ballot is open."""
    return voter.ballot.state == State.OPEN and voter.ballot.voided_at is None


def _handing(actor: Actor) -> Q:
    account = _in_person(actor)
    return NO_ROW if account is None else Q(ballot__in=_told_by(account))


@rule("本次测评的监票人本人", rows=_handing)
def hands_paper(actor: Actor, voter: Voter) -> bool:
    """A teller of the ballot."""
    return teller(actor, voter.ballot)


may_cast: Rule = oneself & voting
may_hand: Rule = hands_paper & voting


def is_server_keeper(actor: Any) -> bool:
    """Whether the roles held reach the database or the server: such a person is no teller."""
    return any(actor.committees(role) for role in SERVER_KEEPERS)

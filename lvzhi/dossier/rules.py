"""Who may read a member's file, an organ's ledger, the reconciliation (R12.8, R12.11)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from lvzhi.access import Actor, Rule
from lvzhi.access.rules import NO_ROW, held_in
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.vocabulary import amending
from lvzhi.dossier.vocabulary import sentences as words
from lvzhi.people.models import Member, Membership, holds
from lvzhi.people.rules import KEEPERS, OWN, keeps

STAFF = (
    Role.OFFICE,
    Role.SECRETARY_GENERAL,
    Role.CLERK,
    Role.PROPOSAL_HEAD,
    Role.LEADER,
    Role.SUPERVISOR,
    Role.AUDITOR,
)


def _staff(actor: Actor, committee_id: int) -> bool:
    return any(actor.has(role, committee=committee_id) for role in STAFF)


def _headed(actor: Actor) -> Q:
    """Members who sit on the day of acting in an organ that the actor heads."""
    seats = Membership.objects.live().filter(
        holds("", clock.as_day(actor.at)), member=OuterRef("pk"), organ_id__in=sorted(actor.organs(Role.ORGAN_HEAD))
    )
    return Q(Exists(seats))


def _heads(actor: Actor, member: Member) -> bool:
    if not actor.organs(Role.ORGAN_HEAD):
        return False
    return Member.objects.filter(_headed(actor), pk=member.pk).exists()


HERE = Rule(
    words.MAY_RECONCILE,
    lambda actor, member: _staff(actor, member.committee_id),
    lambda actor: Q(committee_id__in=sorted(held_in(actor, STAFF))),
)
HEAD = Rule(words.MAY_READ_ORGAN, _heads, _headed)
FILE = Rule(
    words.MAY_READ_FILE,
    lambda actor, member: OWN(actor, member) or HERE(actor, member) or _heads(actor, member),
    lambda actor: OWN.rows(actor) | HERE.rows(actor) | HEAD.rows(actor),
)
"""The lines of a member's file: one's own, those of one's organ's members, and staff of the committee all."""


def _reads_organ(actor: Actor, organ: Organ) -> bool:
    return _staff(actor, organ.committee_id) or actor.has(Role.ORGAN_HEAD, organ=organ.pk)


ORGAN = Rule(
    words.MAY_READ_ORGAN,
    _reads_organ,
    lambda actor: Q(committee_id__in=sorted(held_in(actor, STAFF))) | Q(pk__in=sorted(actor.organs(Role.ORGAN_HEAD))),
)
"""The ledger of an organ with the work of its members."""

RECONCILE = Rule(
    words.MAY_RECONCILE,
    lambda actor, committee: _staff(actor, committee.pk),
    lambda actor: Q(pk__in=sorted(held_in(actor, STAFF))),
)
"""Holding the sums of all files against the figures."""

LEDGERS = Rule(
    words.MAY_READ_ORGAN,
    lambda actor, committee: _staff(actor, committee.pk) or actor.has(Role.ORGAN_HEAD, committee=committee.pk),
    lambda actor: Q(pk__in=sorted(held_in(actor, (*STAFF, Role.ORGAN_HEAD)))),
)
"""Committees in which the actor may read the ledger of some organ."""


def only(committee: Committee) -> Rule:
    """Of committees this one alone: the file was found already, its page looks at no other committee."""
    return Rule(words.MAY_READ_FILE, lambda actor, other: other.pk == committee.pk, lambda actor: Q(pk=committee.pk))


def _owns(actor: Actor, asked: Amendment) -> bool:
    return actor.account_id is not None and asked.person.account_id == actor.account_id


owner = Rule(
    amending.OWNER,
    _owns,
    lambda actor: NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id),
)
decides = Rule(
    amending.KEEPER,
    lambda actor, asked: keeps(actor, asked.committee_id) and not _owns(actor, asked),
    lambda actor: Q(committee_id__in=sorted(held_in(actor, KEEPERS))) & ~Q(pk__in=_own_requests(actor)),
)
"""The office corrects what a member asks, and nobody what one asked oneself."""

visible_amendment: Rule = owner | decides


def _own_requests(actor: Actor) -> Any:
    return Amendment.objects.filter(owner.rows(actor)).values("pk")

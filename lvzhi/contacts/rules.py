"""Who may make pairs, log contacts, read them (R6.16, R6.18). Who contacts whom may tell a person's party (R12.8)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q

from lvzhi import norms
from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.norms import UNDO
from lvzhi.deadlines import clock
from lvzhi.people.models import Membership, holds
from lvzhi.people.rules import here

KEEPERS = ("office", "secretary_general")
READERS = (*KEEPERS, "leader", "auditor")
HEAD = "organ_head"


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor makes pairs in a committee (to make one, there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def reads_all(actor: Actor, committee: int) -> bool:
    """Whether the actor reads a committee's whole network."""
    return has_any(actor, committee, READERS)


keeper = here("办公室、秘书长", KEEPERS)
"""Whoever makes and ends pairs, and logs for others."""
reader = here("机关人员、领导、审计员", READERS)
"""Whoever reads everything of the committee."""


@rule(
    "联系人本人",
    rows=lambda actor: NO_ROW if actor.account_id is None else Q(member__person__account_id=actor.account_id),
)
def own(actor: Actor, pair: Pair) -> bool:
    """The member who keeps in touch."""
    return actor.account_id is not None and pair.member.person.account_id == actor.account_id


@rule(
    "被联系的委员",
    rows=lambda actor: NO_ROW if actor.account_id is None else Q(other__person__account_id=actor.account_id),
)
def contacted(actor: Actor, pair: Pair) -> bool:
    """The member who is kept in touch with."""
    return pair.other is not None and actor.account_id is not None and pair.other.person.account_id == actor.account_id


def _sitting(actor: Actor) -> Any:
    """Members who sit today in an organ that the actor heads."""
    rows = Membership.objects.live().filter(holds("", clock.as_day(actor.at)), organ_id__in=actor.organs(HEAD))
    return rows.values("member_id")


def _headed_rows(actor: Actor) -> Q:
    organs = actor.organs(HEAD)
    if not organs:
        return NO_ROW
    return Q(member__in=_sitting(actor)) | Q(other__in=_sitting(actor)) | Q(organ_id__in=organs)


@rule("联系人或联系对象所在机构的负责人", rows=_headed_rows)
def heads(actor: Actor, pair: Pair) -> bool:
    """Heads an organ in which one of the two sits, or which is kept in touch with."""
    organs = actor.organs(HEAD)
    if not organs:
        return False
    if pair.organ_id in organs:
        return True
    return bool(_sitting(actor).filter(member_id__in=[pair.member_id, pair.other_id]).exists())


pair_visible: Rule = reader | own | contacted | heads
logs: Rule = own | keeper | heads
"""Who may log a contact: the member, and staff on behalf."""
tells: Rule = reader | own | heads
"""Who reads what was said: not the one spoken with, who sees that and when."""


contact_visible: Rule = tells.through("pair", Pair)
contact_logged: Rule = logs.through("pair", Pair)
contact_kept: Rule = here(keeper.label, KEEPERS)


def _open_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    return Q(pair__member__person__account_id=actor.account_id)


@rule("联系人本人", rows=_open_rows)
def contact_own(actor: Actor, contact: Contact) -> bool:
    """The member who made the contact."""
    return own(actor, contact.pair)


follows: Rule = contact_own | contact_kept


def hours_back(contact: Contact) -> int:
    """For how many hours who logged a contact may take it back."""
    return int(norms.value(UNDO, contact.committee_id, clock.as_day(contact.created_at)))


def still_back(actor: Actor, contact: Contact) -> bool:
    """Whether the contact was logged so lately that it may be taken back without a ground."""
    return bool(actor.at - contact.created_at <= dt.timedelta(hours=hours_back(contact)))

"""Who founds, leads and reads Party organisations (R10); who belongs to one is sensitive (R12.8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import has_any
from lvzhi.deadlines import clock
from lvzhi.party.models import Body, Seat
from lvzhi.party.vocabulary import LEADING, ON_BOARD
from lvzhi.people.models import holds
from lvzhi.people.rules import here

KEEPERS = ("office", "secretary_general")
READERS = (*KEEPERS, "leader", "auditor")
INSIDE = (*READERS, "clerk", "proposal_head", "organ_head", "branch_secretary", "supervisor", "member")


def keeps(actor: Actor, committee: int) -> bool:
    """Whether the actor keeps a committee's Party organisations (to found one, there is no record yet)."""
    return has_any(actor, committee, KEEPERS)


def reads_all(actor: Actor, committee: int) -> bool:
    """Whether the actor reads who belongs to which organisation."""
    return has_any(actor, committee, READERS)


def may_look(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of a committee's Party organisations."""
    return has_any(actor, committee, INSIDE)


def seats_of(actor: Actor, **more: Any) -> Any:
    """Organisations in which the actor sits today, as a query of their ids; ``more`` narrows the seats."""
    if actor.account_id is None:
        return Seat.objects.none().values("body_id")
    rows = Seat.objects.live().filter(holds("", clock.as_day(actor.at)), person__account_id=actor.account_id, **more)
    return rows.values("body_id")


keeper = here("办公室、秘书长", KEEPERS)
"""The office, which keeps the register."""
reader = here("机关人员、领导、审计员", READERS)
"""Whoever reads everything of the committee."""
inside = here("本级政协委员和机关人员", INSIDE)
"""Whoever holds a seat or a post there."""


@rule("支部书记、副书记", rows=lambda actor: Q(pk__in=seats_of(actor, post__in=LEADING)))
def leads(actor: Actor, body: Body) -> bool:
    """Secretary or deputy of this organisation today."""
    return bool(seats_of(actor, post__in=LEADING).filter(body=body).exists())


@rule("本支部党员", rows=lambda actor: Q(pk__in=seats_of(actor)))
def belongs(actor: Actor, body: Body) -> bool:
    """Sits in this organisation today."""
    return bool(seats_of(actor).filter(body=body).exists())


@rule("支部书记、副书记、委员", rows=lambda actor: Q(pk__in=seats_of(actor, post__in=ON_BOARD)))
def on_board(actor: Actor, body: Body) -> bool:
    """Sits on the board of this organisation today."""
    return bool(seats_of(actor, post__in=ON_BOARD).filter(body=body).exists())


@rule("上级党组织书记、副书记", rows=lambda actor: Q(above__in=seats_of(actor, post__in=LEADING)))
def leads_above(actor: Actor, body: Body) -> bool:
    """Leads the organisation above this one today."""
    if body.above_id is None:
        return False
    return bool(seats_of(actor, post__in=LEADING).filter(body=body.above_id).exists())


writes: Rule = keeper | leads
visible: Rule = inside | belongs
reads: Rule = reader | belongs | leads_above
inner: Rule = belongs | leads_above
"""The organisation itself and the one above it, and nobody else: what was said in criticism (R10.2)."""

"""Who founds, leads and reads Party organisations (R10); who belongs to one is sensitive (R12.8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q

from lvzhi import norms
from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import has_any, held_in
from lvzhi.deadlines import clock
from lvzhi.party.models import Body, Deed, Quarter, Seat
from lvzhi.party.norms import REVIEW_FROM
from lvzhi.party.vocabulary import LEADING
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


def _seats(actor: Actor, **more: Any) -> Any:
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


@rule("支部书记、副书记", rows=lambda actor: Q(pk__in=_seats(actor, post__in=LEADING)))
def leads(actor: Actor, body: Body) -> bool:
    """Secretary or deputy of this organisation today."""
    return bool(_seats(actor, post__in=LEADING).filter(body=body).exists())


@rule("本支部党员", rows=lambda actor: Q(pk__in=_seats(actor)))
def belongs(actor: Actor, body: Body) -> bool:
    """Sits in this organisation today."""
    return bool(_seats(actor).filter(body=body).exists())


writes: Rule = keeper | leads
visible: Rule = inside | belongs
reads: Rule = reader | belongs


def of_body(one: Rule) -> Rule:
    """The same right over a record that belongs to an organisation."""
    return Rule(
        one.label,
        lambda actor, record: one(actor, record.body),
        lambda actor: Q(body__in=Body.objects.filter(one.rows(actor)).values("pk")),
    )


def _nearly_rows(actor: Actor) -> Q:
    """Quarters of the organisations one leads, from so many days before their end as each committee wants."""
    day = clock.as_day(actor.at)
    led = Body.objects.filter(pk__in=_seats(actor, post__in=LEADING)).order_by()
    found = Q(pk__in=())
    for place in led.values_list("committee_id", flat=True).distinct():
        found |= Q(committee_id=place, ends_on__lte=day + timedelta(days=int(norms.value(REVIEW_FROM, place, day))))
    return found & Q(body__in=led.values("pk"))


@rule("支部书记、副书记，季度将满", rows=_nearly_rows)
def reviews(actor: Actor, quarter: Quarter) -> bool:
    """Leads the organisation, and its quarter is nearly over."""
    day = clock.as_day(actor.at)
    days = int(norms.value(REVIEW_FROM, quarter.committee_id, day))
    return quarter.ends_on <= day + timedelta(days=days) and leads(actor, quarter.body)


meeting_seen: Rule = of_body(reads)
meeting_kept: Rule = of_body(writes)
meeting_led: Rule = of_body(leads)


def _own_rows(actor: Actor) -> Q:
    return Q(pk__in=()) if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("填报人本人", rows=_own_rows)
def own(actor: Actor, deed: Deed) -> bool:
    """The member who did it."""
    return actor.account_id is not None and deed.person.account_id == actor.account_id


def _led_deeds(actor: Actor) -> Q:
    return Q(by_leading=False, body__in=_seats(actor, post__in=LEADING))


@rule("所在支部书记、副书记", rows=_led_deeds)
def leads_doer(actor: Actor, deed: Deed) -> bool:
    """Leads the branch of the member who did it; nobody confirms the own deeds."""
    return deed.body is not None and not deed.by_leading and leads(actor, deed.body)


def _unled_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, KEEPERS)) & (Q(body=None) | Q(by_leading=True))


@rule("未编入支部的和书记本人的，办公室、秘书长", rows=_unled_rows)
def unled(actor: Actor, deed: Deed) -> bool:
    """The office, where no secretary stands over the member."""
    return (deed.body_id is None or deed.by_leading) and keeper(actor, deed)


confirms: Rule = leads_doer | unled
deed_kept: Rule = keeper | own


def _deed_seen_rows(actor: Actor) -> Q:
    return reader.rows(actor) | own.rows(actor) | Q(body__in=_seats(actor, post__in=LEADING))


@rule("机关人员、领导、本人、所在支部书记", rows=_deed_seen_rows)
def deed_visible(actor: Actor, deed: Deed) -> bool:
    """Readers, the member, and those who lead the member's branch."""
    if reader(actor, deed) or own(actor, deed):
        return True
    return deed.body is not None and leads(actor, deed.body)

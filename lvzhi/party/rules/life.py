"""Who reads and keeps what organisations hold, their quarters, and the deeds of their members (R10.2, R10.7)."""

from __future__ import annotations

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import held_in
from lvzhi.deadlines import clock
from lvzhi.party.models import Body, Deed, Quarter
from lvzhi.party.rules.register import KEEPERS, inner, keeper, leads, reader, reads, seats_of, writes
from lvzhi.party.vocabulary import LEADING


def _nearly_rows(actor: Actor) -> Q:
    day = clock.as_day(actor.at)
    return Q(review_on__lte=day) | Q(review_on=None, ends_on__lte=day)


@rule("季度将满", rows=_nearly_rows)
def nearly(actor: Actor, quarter: Quarter) -> bool:
    """The day has come from which the quarter is looked through.

    It was reckoned when the quarter was opened, so that a desk asks no norm; one opened before that was kept has none
    and waits for its end.
    """
    return (quarter.review_on or quarter.ends_on) <= clock.as_day(actor.at)


meeting_seen: Rule = reads.through("body", Body)
meeting_kept: Rule = writes.through("body", Body)
meeting_led: Rule = leads.through("body", Body)
minutes_seen: Rule = inner.through("body", Body)
reviews: Rule = meeting_led & nearly


def _own_rows(actor: Actor) -> Q:
    return Q(pk__in=()) if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("填报人本人", rows=_own_rows)
def own(actor: Actor, deed: Deed) -> bool:
    """The member who did it."""
    return actor.account_id is not None and deed.person.account_id == actor.account_id


def _led_deeds(actor: Actor) -> Q:
    return Q(by_leading=False, body__in=seats_of(actor, post__in=LEADING))


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
    return reader.rows(actor) | own.rows(actor) | Q(body__in=seats_of(actor, post__in=LEADING))


@rule("机关人员、领导、本人、所在支部书记", rows=_deed_seen_rows)
def deed_visible(actor: Actor, deed: Deed) -> bool:
    """Readers, the member, and those who lead the member's branch."""
    if reader(actor, deed) or own(actor, deed):
        return True
    return deed.body is not None and leads(actor, deed.body)

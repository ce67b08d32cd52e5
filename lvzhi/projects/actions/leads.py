"""Investment leads: handed in by a member, taken over by the office as a project, or declined (R11.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.queries import holders
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.messages.actions import send
from lvzhi.people.models import Person
from lvzhi.projects import rules
from lvzhi.projects.actions.money import yuan
from lvzhi.projects.actions.writing import register
from lvzhi.projects.models import Lead
from lvzhi.projects.vocabulary.states import Share, Way
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def hand_in(
    actor: Actor, committee: Committee, person: Person, data: Mapping[str, Any], *, once: str | None = None
) -> Lead:
    """Hand in a lead: one's own, or, by the office, that of a member who told of it.

    Args:
        data: ``firm``, ``title``; ``amount``, ``words``.
        once: key of the request; the same again gives the same lead.

    Raises:
        NotAllowed: somebody else's, by one who keeps no projects there.
        Refusal: the firm or what it wants is missing, or the amount is no exact number.
    """
    known = engine.begun(Lead, actor, once)
    if known is not None:
        return known
    own = actor.account_id is not None and person.account_id == actor.account_id
    if not (own and rules.may_hand_in(actor, committee.pk)) and not rules.may_register(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.lead_own.label)
    firm, title = (str(data.get(name) or "").strip() for name in ("firm", "title"))
    for name, value in (("firm", firm), ("title", title)):
        if not value:
            raise Refusal("projects.lead_missing", field=name)
    lead = Lead(
        committee=committee, person=person, name=person.name, firm=firm, title=title,
        amount=yuan(data["amount"]) if data.get("amount") not in ("", None) else None,
        words=str(data.get("words") or "").strip(), handed_on=clock.as_day(actor.at), created_at=actor.at,
    )  # fmt: skip
    return engine.begin(lead, actor, once=once, does=lambda made: _tell_office(made, actor))


def _tell_office(lead: Lead, actor: Actor) -> None:
    told = sorted(set(holders("office", committee=lead.committee_id)) - {actor.account_id or 0})
    subject = (lead._meta.label_lower, lead.uid, reverse("projects:lead", args=[lead.uid]))
    send(
        told, "projects.lead_handed", subject=subject, committee=lead.committee_id, title=lead.title, name=lead.name
    )  # fmt: skip


def take_over(taking: Taking) -> None:
    """Effect of 接办: it is a project from now on, with the member as who introduced it."""
    lead: Lead = taking.record
    answers = taking.answers
    data = {
        "title": answers["title"], "way": Way.INVEST, "kind": answers["kind"], "owner": lead.firm,
        "firm": next(iter(answers.get("firm") or []), None), "amount": lead.amount, "text": lead.words,
        "organ": answers.get("organ"), "share": Share.BRINGS, "person": lead.person, "taken_on": lead.handed_on,
    }  # fmt: skip
    lead.project = register(taking.actor, lead.committee, data)


def decline(taking: Taking) -> None:
    """Effect of 不予接办."""
    taking.record.ground = taking.answers["ground"]

"""Tying a record of a kind without a foreign key to the task it serves or the campaign it belongs to."""

from __future__ import annotations

from uuid import UUID

from lvzhi.access import Actor, Refusal
from lvzhi.journal.lines import Subject
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.plans import rules
from lvzhi.plans.models import Campaign, Task
from lvzhi.plans.vocabulary import GROUPED, IN_FORCE, SERVES


def prove(task: Task, actor: Actor, kind: str, uid: UUID) -> None:
    """Tie a record that the actor may see to a task of an approved plan.

    Raises:
        NotAllowed: neither the office nor an organ that leads or helps.
        Refusal: the plan is not approved, or the record is not to be seen.
        Conflict: it is tied already.
    """
    if task.plan.state not in IN_FORCE:
        raise Refusal("plans.evidence_early")
    rules.proves.check(actor, task)
    _tie(actor, SERVES, task, kind, uid)


def prove_campaign(campaign: Campaign, actor: Actor, kind: str, uid: UUID) -> None:
    """Tie a record that the actor may see to a campaign. Raises as `prove`."""
    (rules.keeper | rules.heads).check(actor, campaign)
    _tie(actor, GROUPED, campaign, kind, uid)


def _tie(actor: Actor, role: str, record: Task | Campaign, kind: str, uid: UUID) -> None:
    known = kind_of(kind)
    if known is None or not known.visible(actor, uid) or kind == record._meta.label_lower:
        raise Refusal("plans.evidence_unknown", field="address")
    tie(actor, role, Subject(kind, uid, known.title(uid)), record)

"""Who is told what."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.messages.actions import send
from lvzhi.people.models import Person
from lvzhi.projects.models import Lead, Project
from lvzhi.workflow.declare import Taking


def address(project: Project) -> str:
    """The page of a project."""
    return reverse("projects:detail", args=[project.uid])


def tell_leader(taking: Taking) -> None:
    """The leader, that it is in his hands now."""
    account = taking.answers.get("leader")
    rows = taking.answers.get("person") or []
    person: Person | None = getattr(rows[0], "person", rows[0]) if rows else None
    found = account.pk if account is not None else person.account_id if person is not None else None
    _send(taking, [found] if found else [], "projects.charged")


def tell_committee(taking: Taking) -> None:
    """The office of the committee that takes part."""
    committee = taking.answers["committee"]
    _send(taking, holders("office", committee=committee.pk), "projects.joined", name=committee.display)


def _send(taking: Taking, accounts: list[int], code: str, **facts: object) -> None:
    project: Project = taking.record
    told = sorted(set(accounts) - {taking.actor.account_id or 0})
    subject = (project._meta.label_lower, project.uid, address(project))
    place = project.committee_id
    send(told, code, subject=subject, committee=place, title=project.title, **facts)


def lead_address(lead: Lead) -> str:
    """The page of a lead."""
    return reverse("projects:lead", args=[lead.uid])


def tell_taken(taking: Taking) -> None:
    """The member, that the lead is in hand."""
    _member(taking, "projects.lead_taken")


def tell_declined(taking: Taking) -> None:
    """The member, and why it is not."""
    _member(taking, "projects.lead_declined", ground=taking.record.ground)


def _member(taking: Taking, code: str, **facts: object) -> None:
    account = taking.record.person.account_id
    if account is not None and account != taking.actor.account_id:
        _about(taking.record, [account], code, **facts)


def _about(lead: Lead, told: list[int], code: str, **facts: object) -> None:
    subject = (lead._meta.label_lower, lead.uid, lead_address(lead))
    send(told, code, subject=subject, committee=lead.committee_id, title=lead.title, **facts)

"""Who is told what."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.committee.queries import below
from lvzhi.messages.actions import send
from lvzhi.plans.models import Plan, Task
from lvzhi.plans.queries import tasks_of
from lvzhi.plans.rules import KEEPERS, OFFICERS
from lvzhi.plans.vocabulary import OPEN_UNTIL
from lvzhi.workflow.declare import Taking


def address(plan: Plan) -> str:
    """The page of a plan."""
    return reverse("plans:plan", args=[plan.uid])


def task_address(task: Task) -> str:
    """The page of a task."""
    return reverse("plans:task", args=[task.uid])


def _send(taking: Taking, accounts: Iterable[int | None], code: str, **facts: object) -> None:
    plan: Plan = taking.record
    told = {account for account in accounts if account is not None} - {taking.actor.account_id or 0}
    subject = (plan._meta.label_lower, plan.uid, address(plan))
    send(sorted(told), code, subject=subject, committee=plan.committee_id, title=plan.title_for_people, **facts)


def _keepers(committee: int) -> list[int]:
    return [account for role in KEEPERS for account in holders(role, committee=committee)]


def tell_asked(taking: Taking) -> None:
    """The heads of the organs, whose opinions are asked."""
    plan: Plan = taking.record
    until = plan.due_on or plan.opinions_until or OPEN_UNTIL
    _send(taking, holders("organ_head", committee=plan.committee_id), "plans.opinions_asked", until=until)


def _author(plan: Plan) -> list[int]:
    return holders("organ_head", organ=plan.organ_id) if plan.organ_id is not None else _keepers(plan.committee_id)


def tell_returned(taking: Taking) -> None:
    """Who drafted it."""
    _send(taking, _author(taking.record), "plans.returned", words=taking.answers["words"])


def tell_passed(taking: Taking) -> None:
    """Who drafted it."""
    _send(taking, _author(taking.record), "plans.passed")


def tell_approved(taking: Taking) -> None:
    """Who drafted it."""
    _send(taking, _author(taking.record), "plans.approved")


def tell_issued(taking: Taking) -> None:
    """The organs and units that lead and help; of joint topics the offices below."""
    plan: Plan = taking.record
    tasks = tasks_of(plan)
    helpers = [row for task in tasks for row in task.helpers.all()]
    organs = {key for key in (*(row.organ_id for row in tasks), *(row.organ_id for row in helpers)) if key is not None}
    units = {row.unit_id for row in helpers if row.unit_id is not None}
    accounts = [account for organ in sorted(organs) for account in holders("organ_head", organ=organ)]
    accounts += [account for unit in sorted(units) for role in OFFICERS for account in holders(role, unit=unit)]
    _send(taking, accounts, "plans.issued", number=plan.document_no)
    if any(task.joint for task in tasks):
        offices = [account for place in below(plan.committee) for account in _keepers(place.pk)]
        _send(taking, offices, "plans.joint_issued", sender=plan.committee.display)

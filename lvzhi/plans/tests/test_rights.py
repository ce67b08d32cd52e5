"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.plans import actions
from lvzhi.plans.models import Task
from lvzhi.plans.rules import leads, proves
from lvzhi.plans.tests.hall import DUE, Hall
from lvzhi.plans.workflow import PLAN, TASK

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "mi", "tou", "other", "ling", "shen", "jia", "wu", "city-office", "far-office", "far-member")
# With the right, without it, and of another committee: what each page answers.
TABLE: dict[str, tuple[int, ...]] = {
    #             bai  mi   tou  other   ling shen jia     wu      city    elsewhere ×2
    "draft":      (YES, YES, YES, ABSENT, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "edit":       (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "add":        (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "import":     (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "gather":     (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "opened":     (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "opine":      (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "issued":     (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "sheet":      (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "task":       (YES, YES, YES, YES, YES, YES, YES, YES, YES, YES, YES),
    "change":     (YES, YES, NO, NO, NO, NO, NO, NO, NO, NO, NO),
    "evidence":   (YES, YES, YES, NO, NO, NO, NO, NO, NO, NO, NO),
    "topic":      (YES, YES, YES, YES, YES, YES, YES, ABSENT, YES, YES, YES),
    "close":      (YES, YES, NO, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT),
    "void":       (YES, YES, NO, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT),
    "list":       (YES, YES, YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "topics":     (YES, YES, YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "mine":       (YES,) * 11,
    "write":      (YES, YES, YES, YES, NO, NO, NO, NO, YES, YES, NO),
    "campaigns":  (YES, YES, YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "campaign":   (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "new campaign": (YES, YES, NO, NO, NO, NO, NO, NO, YES, YES, NO),
}  # fmt: skip


def joint(hall: Hall) -> tuple[Task, Task, Task]:
    """A topic of the city that both districts have taken on; 经济委 leads here, 区住建局 helps."""
    city = hall.draft(hall.city)
    root = hall.task(city, "全市社区养老", joint=True, organ=hall.city_economy)
    hall.issued(city, number="市协发〔2026〕1号")
    root = Task.objects.get(pk=root.pk)
    plan = hall.draft(title="联动计划", organ=hall.economy)
    here = hall.task(plan, "本区社区养老", upper=root, organ=hall.economy, helpers=[hall.housing])
    hall.issued(plan, number="区协发〔2026〕9号")
    far = hall.draft(hall.there)
    there = hall.task(far, "江北社区养老", upper=root)
    hall.issued(far, number="江协发〔2026〕2号")
    return root, Task.objects.get(pk=here.pk), Task.objects.get(pk=there.pk)


def urls(hall: Hall) -> dict[str, str]:
    draft = hall.draft(title="起草中的计划", organ=hall.economy)
    hall.task(draft)
    opened = hall.opened(hall.draft(title="征求意见的计划"))
    _, here, _ = joint(hall)
    issued = here.plan
    campaign = actions.add_campaign(hall.actor(hall.bai), hall.here, {"name": "四进社区", "starts": DUE})

    def step(kind: str, record: Any, key: str) -> str:
        return reverse("plans:step", args=[kind, record.uid, key])

    return {
        "draft": reverse("plans:plan", args=[draft.uid]),
        "edit": reverse("plans:edit", args=[draft.uid]),
        "add": reverse("plans:add", args=[draft.uid]),
        "import": reverse("plans:import", args=[draft.uid]),
        "gather": step("plan", draft, "gather"),
        "opened": reverse("plans:plan", args=[opened.uid]),
        "opine": step("plan", opened, "opine"),
        "issued": reverse("plans:plan", args=[issued.uid]),
        "sheet": reverse("plans:sheet", args=[issued.uid]),
        "task": reverse("plans:task", args=[here.uid]),
        "change": reverse("plans:change", args=[here.uid]),
        "evidence": reverse("plans:prove", args=[here.uid]),
        "topic": reverse("plans:topic", args=[here.uid]),
        "close": step("plan", issued, "close"),
        "void": reverse("plans:void", args=[issued.uid]),
        "list": reverse("plans:list"),
        "topics": reverse("plans:topics"),
        "mine": reverse("plans:mine"),
        "write": reverse("plans:write"),
        "campaigns": reverse("plans:campaigns"),
        "campaign": reverse("plans:campaign", args=[campaign.uid]),
        "new campaign": reverse("plans:add_campaign"),
    }


def test_role_by_page(hall: Hall) -> None:
    addresses = urls(hall)
    clients = [hall.login(hall.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE
    for url in addresses.values():
        assert Client().get(url).status_code == 302


def test_each_rule_agrees_with_its_rows(hall: Hall) -> None:
    hall.draft(title="甲", organ=hall.economy)
    hall.opened(hall.draft(title="乙"))
    settled = hall.draft(title="丙", kind="practical")
    hall.task(settled, helpers=[hall.history])
    joint(hall)
    compared = 0
    rules: list[tuple[Any, Any]] = [(Task, leads), (Task, proves)]
    for flow in (PLAN, TASK):
        rules += [(flow.model, rule) for rule in (flow.visible, *(step.may for step in flow.steps))]
    for account in hall.everyone.values():
        actor = hall.actor(account)
        for model, rule in rules:
            by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            by_test = {record.pk for record in model.objects.all() if rule(actor, record)}
            assert by_rows == by_test, (model, rule.label, account.username)
            compared += len(by_test)
    assert compared > 150

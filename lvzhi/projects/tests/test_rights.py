"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.projects.models import Project
from lvzhi.projects.tests.yard import TODAY, Yard
from lvzhi.projects.workflow import PROJECT

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "mi", "tou", "ling", "lv", "shen", "jia", "city-office", "province-office", "far-office")
# With the right, without it, and of another committee: what each page answers.
TABLE: dict[str, tuple[int, ...]] = {
    #         bai  mi   tou  ling lv   shen jia     city province elsewhere
    "detail": (YES, YES, YES, YES, YES, YES, ABSENT, YES, YES, ABSENT),
    "edit":   (YES, YES, YES, NO, NO, NO, ABSENT, NO, NO, ABSENT),
    "visit":  (YES, YES, YES, YES, NO, NO, ABSENT, NO, NO, ABSENT),
    "sign":   (YES, YES, YES, YES, NO, NO, ABSENT, NO, NO, ABSENT),
    "fund":   (YES, YES, YES, NO, NO, NO, ABSENT, NO, NO, ABSENT),
    "charge": (YES, YES, YES, NO, NO, NO, ABSENT, NO, NO, ABSENT),
    "join":   (YES, YES, YES, NO, NO, NO, ABSENT, YES, YES, ABSENT),
    "void":   (YES, YES, YES, NO, NO, NO, ABSENT, NO, NO, ABSENT),
    "list":   (YES, YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "export": (YES, YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "enter":  (YES, YES, YES, NO, NO, NO, NO, YES, YES, YES),
    "mine":   (YES,) * 10,
}  # fmt: skip


def urls(yard: Yard) -> dict[str, str]:
    project = yard.charged()
    found = {
        key: reverse("projects:step", args=[project.uid, key]) for key in ("visit", "sign", "fund", "charge", "join")
    }
    found |= {name: reverse(f"projects:{name}", args=[project.uid]) for name in ("detail", "edit", "void")}
    found |= {name: reverse(f"projects:{name}") for name in ("list", "enter", "mine")}
    return found | {"export": reverse("projects:export", args=["csv"])}


def test_role_by_page(yard: Yard) -> None:
    addresses = urls(yard)
    clients = [yard.login(yard.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(yard: Yard) -> None:
    for url in urls(yard).values():
        assert Client().get(url).status_code == 302


def test_each_rule_agrees_with_its_rows(yard: Yard) -> None:
    yard.register()
    yard.charged(title="有领导的项目")
    joined = yard.register(yard.city_office, title="市级项目")
    yard.take(joined, "join", yard.city_office, committee=yard.there.pk, share="joins", since=TODAY)
    yard.register(yard.far_office, title="江北项目")
    compared = 0
    rules: list[Any] = [PROJECT.visible, *(step.may for step in PROJECT.steps)]
    for account in yard.everyone.values():
        actor = yard.actor(account)
        for rule in rules:
            by_rows = set(Project.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            by_test = {row.pk for row in Project.objects.select_related("committee") if rule(actor, row)}
            assert by_rows == by_test, (rule.label, account.username)
            compared += len(by_test)
    assert compared > 50

"""Who may see and do what: role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Missing
from lvzhi.ledger import queries
from lvzhi.ledger.actions.converting import from_proposal
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.tests.desk import Desk
from lvzhi.ledger.workflow import ADVICE, PROBLEM
from lvzhi.norms import codes
from lvzhi.workflow.engine import steps_open

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("wen", "shen", "wu", "chief", "jia", "bing", "ding", "xin", "far-office")
TABLE: dict[str, tuple[int, ...]] = {
    #                wen  shen  wu    chief  jia   bing   ding   xin   elsewhere
    "problem":       (YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, YES, ABSENT),
    "advice":        (YES, YES, YES, YES, YES, ABSENT, ABSENT, YES, ABSENT),
    "finish":        (NO, NO, YES, YES, ABSENT, ABSENT, ABSENT, NO, ABSENT),
    "finish_for":    (YES, YES, NO, NO, ABSENT, ABSENT, ABSENT, NO, ABSENT),
    "answer":        (NO, NO, YES, YES, NO, ABSENT, ABSENT, NO, ABSENT),
    "edit":          (YES, YES, NO, NO, ABSENT, ABSENT, ABSENT, NO, ABSENT),
    "void":          (YES, YES, NO, NO, NO, ABSENT, ABSENT, NO, ABSENT),
    "list":          (YES,) * 9,
    "advice list":   (YES,) * 9,
    "unit":          (NO, NO, YES, YES, NO, NO, NO, NO, NO),
    "print":         (YES, NO, NO, NO, NO, NO, NO, YES, YES),
    "export":        (YES, NO, NO, NO, NO, NO, NO, YES, YES),
    "new":           (YES, YES, NO, NO, NO, NO, YES, NO, YES),
}  # fmt: skip


def urls(desk: Desk) -> dict[str, str]:
    problem, advice = desk.owned(), desk.handed()
    return {
        "problem": reverse("ledger:problem", args=[problem.uid]),
        "advice": reverse("ledger:advice", args=[advice.uid]),
        "finish": reverse("ledger:step", args=["problem", problem.uid, "finish"]),
        "finish_for": reverse("ledger:step", args=["problem", problem.uid, "finish_for"]),
        "answer": reverse("ledger:step", args=["advice", advice.uid, "answer"]),
        "edit": reverse("ledger:edit", args=["problem", problem.uid]),
        "void": reverse("ledger:void", args=["advice", advice.uid]),
        "list": reverse("ledger:problems"),
        "advice list": reverse("ledger:advice_list"),
        "unit": reverse("ledger:unit"),
        "print": reverse("ledger:print", args=["problems"]),
        "export": reverse("ledger:export", args=["advice"]),
        "new": reverse("ledger:new_problems"),
    }


def test_role_by_page(desk: Desk) -> None:
    addresses = urls(desk)
    clients = [desk.login(desk.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """One entry in every state, of several owners, and one that came from a proposal."""
    desk.problem()
    desk.owned(desk.problem("二"), owner_unit="", owner_organ=desk.economy.pk, helper_unit=desk.housing.pk)
    person = desk.members[desk.yi.pk].person
    desk.owned(desk.problem("三"), owner_person=[str(person.pk)])
    desk.done(desk.problem("四"))
    desk.struck(desk.problem("五"))
    desk.take(desk.owned(desk.problem("六")), "long_term", desk.shen, ground="长期")
    desk.advice("一")
    desk.handed(desk.advice("二"))
    desk.replied(desk.advice("三"), "not", "不可行")
    desk.take(desk.replied(desk.advice("四")), "close", desk.shen, result="好", closed_on="2026-03-02")
    answers = {"grounds": [codes.codes("proposals.ground", desk.here)[0].code], "route": "advice", "explanation": "略"}
    from_proposal(desk.actor(desk.ding), desk.take(desk.submitted(), "refuse", desk.ding, **answers))
    return desk


def test_each_rule_agrees_with_its_rows_and_buttons_with_the_page(busy: Desk) -> None:
    compared = 0
    for workflow, detailed in ((PROBLEM, queries.problem_detailed), (ADVICE, queries.advice_detailed)):
        model: Any = workflow.model
        records = list(model.objects.all())
        rules = [workflow.visible, *(step.may for step in workflow.steps)]
        for account in busy.everyone.values():
            actor = busy.actor(account)
            for rule in rules:
                by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                assert by_rows == {one.pk for one in records if rule(actor, one)}, (rule.label, account.username)
                compared += len(records)
            for plain in records:
                try:
                    loaded = detailed(actor, plain.uid)
                except Missing:
                    continue
                assert [one.key for one in steps_open(loaded, actor)] == [one.key for one in steps_open(plain, actor)]
    assert compared > 1000
    assert set(Problem.objects.values_list("state", flat=True)) == {"open", "done", "checked", "long_term"}
    assert set(Advice.objects.values_list("state", flat=True)) == {"recorded", "submitted", "answered", "closed"}

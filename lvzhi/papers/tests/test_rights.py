"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.papers.models import Dispatch
from lvzhi.papers.rules import receives
from lvzhi.papers.tests.bureau import Bureau
from lvzhi.papers.workflow import COMMENT, PAPER

YES, NO, ABSENT = 200, 403, 404
PEOPLE = (
    "bai", "mi", "tou", "other", "ling", "shen", "jia", "wu", "geng", "city-office", "far-office", "far-member",
)  # fmt: skip
# With the right, without it, and of another committee: what each page answers.
TABLE: dict[str, tuple[int, ...]] = {
    #           bai  mi   tou  other   ling shen jia     wu      geng    city    elsewhere ×2
    "draft":    (YES, YES, YES, ABSENT, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "edit":     (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "hand in":  (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "check":    (YES, YES, NO, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "issue":    (YES, YES, NO, ABSENT, YES, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "issued":   (YES, YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "inside":   (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "sent":     (YES, YES, YES, YES, YES, YES, YES, YES, ABSENT, YES, ABSENT, ABSENT),
    "docx":     (YES, YES, YES, YES, YES, YES, YES, YES, ABSENT, YES, ABSENT, ABSENT),
    "send":     (YES, YES, NO, NO, NO, NO, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "receipt":  (YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "comment":  (YES, YES, NO, NO, YES, NO, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "answer":   (YES, YES, NO, NO, NO, NO, NO, YES, ABSENT, NO, ABSENT, ABSENT),
    "void":     (YES, YES, NO, NO, NO, NO, NO, NO, ABSENT, NO, ABSENT, ABSENT),
    "register": (YES, YES, YES, YES, YES, YES, YES, NO, NO, YES, YES, YES),
    "comments": (YES, YES, YES, YES, YES, YES, YES, NO, NO, YES, YES, YES),
    "received": (YES,) * 12,
    "export":   (YES, YES, YES, YES, YES, YES, NO, NO, NO, YES, YES, NO),
    "write":    (YES, YES, YES, YES, NO, NO, NO, NO, NO, YES, YES, NO),
}  # fmt: skip


def urls(bureau: Bureau) -> dict[str, str]:
    def step(kind: str, record: Any, key: str) -> str:
        return reverse("papers:step", args=[kind, record.uid, key])

    draft, checked, issued = bureau.draft(), bureau.checked(), bureau.issued()
    handed_in = bureau.take(bureau.draft(), "hand_in", bureau.tou)
    inside, handed = bureau.issued(kind="report"), bureau.handed()
    sent = handed.paper
    return {
        "draft": reverse("papers:detail", args=[draft.uid]),
        "edit": reverse("papers:edit", args=[draft.uid]),
        "hand in": step("paper", draft, "hand_in"),
        "check": step("paper", handed_in, "check"),
        "issue": step("paper", checked, "issue"),
        "issued": reverse("papers:detail", args=[issued.uid]),
        "inside": reverse("papers:detail", args=[inside.uid]),
        "sent": reverse("papers:detail", args=[sent.uid]),
        "docx": reverse("papers:document", args=[sent.uid]),
        "send": step("paper", sent, "send"),
        "receipt": reverse("papers:receipt", args=[bureau.dispatch(sent, "区住建局").uid]),
        "comment": step("paper", sent, "comment"),
        "answer": step("comment", handed, "answer"),
        "void": reverse("papers:void", args=[sent.uid]),
        "register": reverse("papers:list"),
        "comments": reverse("papers:comments"),
        "received": reverse("papers:received"),
        "export": reverse("papers:export", args=["csv"]),
        "write": reverse("papers:write"),
    }


def test_role_by_page(bureau: Bureau) -> None:
    addresses = urls(bureau)
    clients = [bureau.login(bureau.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(bureau: Bureau) -> None:
    for url in urls(bureau).values():
        assert Client().get(url).status_code == 302


def test_each_rule_agrees_with_its_rows(bureau: Bureau) -> None:
    bureau.draft()
    bureau.draft(bureau.bai)
    bureau.take(bureau.draft(), "hand_in", bureau.tou)
    bureau.checked()
    bureau.issued(kind="request")
    bureau.take(bureau.issued(), "withdraw", bureau.mi, ground="有误")
    bureau.handed()
    bureau.take(bureau.commented(), "noted", bureau.bai)
    bureau.draft(bureau.far_office)
    compared = 0
    rules: list[tuple[Any, Any]] = [(Dispatch, receives)]
    for flow in (PAPER, COMMENT):
        rules += [(flow.model, rule) for rule in (flow.visible, *(step.may for step in flow.steps))]
    for account in bureau.everyone.values():
        actor = bureau.actor(account)
        for model, rule in rules:
            by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            by_test = {record.pk for record in model.objects.all() if rule(actor, record)}
            assert by_rows == by_test, (model, rule.label, account.username)
            compared += len(by_test)
    assert compared > 200

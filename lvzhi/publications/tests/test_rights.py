"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.publications.models import Call, Clue, Issue, Manuscript
from lvzhi.publications.tests.press import Press
from lvzhi.publications.workflow import WORKFLOWS

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "jing", "mi", "ling", "shen", "jia", "yi", "far")
# of jia's: with the right, without it, of another committee
TABLE: dict[str, tuple[int, ...]] = {
    #              bai  jing mi   ling shen jia  yi   far
    "manuscript":  (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "draft":       (ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, YES, ABSENT, ABSENT),
    "edit":        (ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, YES, ABSENT, ABSENT),
    "check":       (YES, YES, YES, NO, NO, NO, ABSENT, ABSENT),
    "final":       (NO, NO, YES, YES, NO, NO, ABSENT, ABSENT),
    "clue":        (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "commission":  (YES, YES, YES, NO, NO, NO, ABSENT, ABSENT),
    "call":        (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "call_new":    (YES, YES, YES, NO, NO, NO, NO, YES),
    "issue":       (YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "printed":     (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "document":    (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "issue_new":   (YES, YES, YES, NO, NO, NO, NO, YES),
    "coverage":    (YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "item_new":    (YES, YES, YES, NO, NO, NO, NO, YES),
    "item_edit":   (YES, YES, YES, NO, NO, NO, NO, ABSENT),
    "manuscripts": (YES, YES, YES, YES, YES, NO, NO, YES),
    "clues":       (YES, YES, YES, YES, YES, NO, NO, YES),
    "issues":      (YES, YES, YES, YES, YES, YES, YES, YES),
    "items":       (YES, YES, YES, YES, YES, YES, YES, YES),
    "export":      (YES, YES, YES, YES, YES, NO, NO, YES),
    "mine":        (YES, YES, YES, YES, YES, YES, YES, YES),
    "write":       (YES, YES, YES, YES, YES, YES, YES, YES),
    "clue_new":    (YES, YES, YES, YES, YES, YES, YES, YES),
}  # fmt: skip


def urls(press: Press) -> dict[str, str]:
    draft, made, edited = press.begin(title="草稿"), press.at("submitted"), press.at("edited", title="第三篇")
    printed = press.at("published", title="第四篇").placings.get().issue
    clue, call, issue, item = press.clue(), press.call(), press.issue("第2期"), press.report()

    def step(record: Any, key: str) -> str:
        return reverse("publications:step", args=[record._meta.model_name, record.uid, key])

    found = {
        "manuscript": reverse("publications:manuscript", args=[made.uid]),
        "draft": reverse("publications:manuscript", args=[draft.uid]),
        "edit": reverse("publications:edit", args=[draft.uid]),
        "check": step(made, "check"), "final": step(edited, "final"), "commission": step(clue, "commission"),
        "clue": reverse("publications:clue", args=[clue.uid]), "call": reverse("publications:call", args=[call.uid]),
        "issue": reverse("publications:issue", args=[issue.uid]),
        "printed": reverse("publications:issue", args=[printed.uid]),
        "document": reverse("publications:document", args=[printed.uid]),
        "coverage": reverse("publications:coverage", args=[item.uid]),
        "item_edit": reverse("publications:item_edit", args=[item.uid]),
        "export": reverse("publications:export", args=["manuscripts", "csv"]),
    }  # fmt: skip
    found |= {
        name: reverse(f"publications:{name}")
        for name in ("call_new", "issue_new", "item_new", "mine", "write", "clue_new")
    }
    return found | {
        what: reverse("publications:list", args=[what]) for what in ("manuscripts", "clues", "issues", "items")
    }


def test_role_by_page(press: Press) -> None:
    addresses = urls(press)
    clients = [press.login(press.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(press: Press) -> None:
    for url in urls(press).values():
        assert Client().get(url).status_code == 302


def test_a_draft_stands_in_no_list_and_no_export(press: Press) -> None:
    press.begin(title="只给自己看的")
    client = press.login(press.bai)
    for url in (
        reverse("publications:list", args=["manuscripts"]), reverse("publications:export", args=["manuscripts", "csv"]),
    ):  # fmt: skip
        answer: Any = client.get(url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "只给自己看的" not in body.decode()


def test_attachments_follow_the_record(press: Press) -> None:
    from lvzhi.files.rights import right_of
    from lvzhi.publications.models import Manuscript as Model

    right = right_of(Model._meta.label_lower)
    assert right is not None
    draft, sent = press.begin(title="草稿"), press.at("submitted")
    table = {
        who: tuple(
            test(press.actor(press.everyone[who]), one.uid)
            for one in (draft, sent)
            for test in (right.may_read, right.may_add)
        )
        for who in ("bai", "jia", "yi", "shen", "far")
    }
    no = (False,) * 4
    assert table == {
        "bai": (False, True, True, True), "jia": (True, True, True, False), "yi": no,
        "shen": (False, False, True, False), "far": no,
    }  # fmt: skip


def test_each_rule_agrees_with_its_rows(press: Press) -> None:
    for state in ("draft", "returned", "edited", "refused"):
        press.at(state, title=state)
    press.at("published", title="刊印")
    press.begin(press.bai, title="代交", author_kind="outside", author="石三")
    press.take(press.at("checked", title="拟编入"), "place", issue=press.issue("第2期").pk)
    press.take(press.clue(press.yi), "commission", person=[press.members["jia"].pk], write_by="2026-06-01")
    press.call()
    compared = 0
    for name, model in (("call", Call), ("clue", Clue), ("manuscript", Manuscript), ("issue", Issue)):
        rules: list[Any] = [WORKFLOWS[name].visible, *(step.may for step in WORKFLOWS[name].steps)]
        rows: Any = model._default_manager
        for account in press.everyone.values():
            actor = press.actor(account)
            for rule in rules:
                by_rows = set(rows.filter(rule.rows(actor)).values_list("pk", flat=True))
                by_test = {row.pk for row in rows.all() if rule(actor, row)}
                assert by_rows == by_test, (rule.label, account.username)
                compared += len(by_test)
    assert compared > 100

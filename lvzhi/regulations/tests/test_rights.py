"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.regulations.models import Matter, Opinion, Regulation, Version
from lvzhi.regulations.tests.chamber import Chamber
from lvzhi.regulations.workflow import ALL

YES, NO, ABSENT = 200, 403, 404
PEOPLE = ("bai", "mi", "tou", "gao", "ling", "shen", "jia", "yi", "lian", "wai")
# office, secretary-general, head who drafts, head asked, leader, auditor, member asked, member, unit, another committee
TABLE: dict[str, tuple[int, ...]] = {
    #            bai  mi   tou  gao  ling shen jia  yi   lian wai
    "list":     (YES, YES, YES, YES, YES, YES, YES, YES, YES, YES),
    "rule":     (YES, YES, YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "issued":   (YES, YES, YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "text":     (YES, YES, YES, YES, YES, YES, YES, YES, YES, ABSENT),
    "draft":    (YES, YES, YES, YES, ABSENT, ABSENT, YES, ABSENT, ABSENT, ABSENT),
    "drafted":  (YES, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "edit":     (YES, YES, YES, NO, ABSENT, ABSENT, NO, ABSENT, ABSENT, ABSENT),
    "ask":      (YES, YES, YES, NO, ABSENT, ABSENT, NO, ABSENT, ABSENT, ABSENT),
    "give":     (NO,  NO,  NO,  YES, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "note":     (YES, YES, YES, NO, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT),
    "register": (YES, YES, YES, YES, YES, YES, NO, NO, NO, YES),
    "export":   (YES, YES, YES, YES, YES, YES, NO, NO, NO, YES),
    "write":    (YES, YES, YES, YES, NO, NO, NO, NO, NO, YES),
    "bring":    (YES, YES, NO, NO, NO, NO, NO, NO, NO, YES),
    "repeal":   (YES, YES, NO, NO, NO, NO, NO, NO, NO, ABSENT),
    "void":     (YES, YES, NO, NO, NO, NO, NO, NO, NO, ABSENT),
    "adopt":    (YES, YES, NO, NO, NO, NO, NO, NO, NO, YES),
    "matters":  (YES, YES, YES, YES, YES, YES, NO, NO, NO, YES),
    "calendar": (YES, YES, YES, YES, YES, YES, NO, NO, NO, YES),
    "matter":   (YES, YES, ABSENT, ABSENT, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "own":      (YES, YES, YES, ABSENT, YES, YES, ABSENT, ABSENT, ABSENT, ABSENT),
    "report":   (YES, YES, YES, ABSENT, NO, NO, ABSENT, ABSENT, ABSENT, ABSENT),
}  # fmt: skip


def urls(chamber: Chamber) -> dict[str, str]:
    issued = chamber.bring(organ=chamber.society)
    draft = chamber.begin()
    of_organ, _ = chamber.asked(draft)
    matter, own = chamber.matter(), chamber.matter(chamber.tou)
    found = {
        "rule": reverse("regulations:detail", args=[issued.regulation.uid]),
        "issued": reverse("regulations:version", args=[issued.uid]),
        "text": reverse("regulations:text", args=[issued.uid]),
        "draft": reverse("regulations:version", args=[draft.uid]),
        "drafted": reverse("regulations:detail", args=[draft.regulation.uid]),
        "edit": reverse("regulations:edit", args=[draft.uid]),
        "ask": reverse("regulations:step", args=["version", draft.uid, "ask"]),
        "give": reverse("regulations:step", args=["opinion", of_organ.uid, "give"]),
        "note": reverse("regulations:step", args=["opinion", of_organ.uid, "note_given"]),
        "repeal": reverse("regulations:step", args=["rule", issued.regulation.uid, "repeal"]),
        "void": reverse("regulations:void", args=[issued.regulation.uid]),
        "export": reverse("regulations:export", args=["csv"]),
        "matter": reverse("regulations:matter", args=[matter.uid]),
        "own": reverse("regulations:matter", args=[own.uid]),
        "report": reverse("regulations:step", args=["matter", own.uid, "report"]),
    }
    plain = ("list", "register", "write", "bring", "adopt", "matters", "calendar")
    return found | {name: reverse(f"regulations:{name}") for name in plain}


def test_role_by_page(chamber: Chamber) -> None:
    addresses = urls(chamber)
    clients = [chamber.login(chamber.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert {name: codes for name, codes in found.items() if codes != TABLE[name]} == {}


def test_nothing_without_login(chamber: Chamber) -> None:
    for url in urls(chamber).values():
        assert Client().get(url).status_code == 302


def test_each_rule_agrees_with_its_rows(chamber: Chamber) -> None:
    urls(chamber)
    chamber.sent()
    late = chamber.begin(chamber.gao, title="第三项", organ=chamber.society)
    chamber.take(late, "hand_in", unasked="急用")
    models: dict[str, Any] = {"rule": Regulation, "version": Version, "opinion": Opinion, "matter": Matter}
    compared = 0
    for kind, workflow in ALL.items():
        rules: list[Any] = [workflow.visible, *(step.may for step in workflow.steps)]
        for account in chamber.everyone.values():
            actor = chamber.actor(account)
            for rule in rules:
                by_rows = set(models[kind].objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                by_test = {row.pk for row in models[kind].objects.all() if rule(actor, row)}
                assert by_rows == by_test, (kind, rule.label, account.username)
                compared += len(by_test)
    assert compared > 50


def test_a_draft_is_shut_again_to_who_did_not_answer(chamber: Chamber) -> None:
    draft = chamber.begin()
    chamber.asked(draft)
    url = reverse("regulations:version", args=[draft.uid])
    jia = chamber.login(chamber.jia)
    assert "第二条" in jia.get(url).content.decode()
    chamber.take(draft, "hand_in", chamber.tou, unasked="")
    assert jia.get(url).status_code == ABSENT


def test_who_was_asked_reads_the_own_opinion_alone(chamber: Chamber) -> None:
    draft = chamber.begin()
    of_organ, of_member = chamber.asked(draft)
    chamber.take(of_organ, "give", chamber.gao, says="says", text="社会委的意见文字")
    chamber.take(of_member, "give", chamber.jia, says="says", text="甲文的意见文字")
    url = reverse("regulations:version", args=[draft.uid])
    seen = {who: chamber.login(chamber.everyone[who]).get(url).content.decode() for who in ("gao", "jia", "tou")}
    for who, words, shown in (
        ("gao", "社会委的意见文字", True), ("gao", "甲文的意见文字", False), ("jia", "社会委的意见文字", False),
        ("tou", "社会委的意见文字", True), ("tou", "甲文的意见文字", True),
    ):  # fmt: skip
        assert (words in seen[who]) == shown, (who, words)

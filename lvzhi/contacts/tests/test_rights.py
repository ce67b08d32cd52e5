"""Who may see and do what: a table of role × page, each rule's test against its rows, and what a page costs."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.contacts import actions
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.rules import (
    contact_kept,
    contact_logged,
    contact_own,
    contact_visible,
    contacted,
    heads,
    keeper,
    logs,
    own,
    pair_visible,
    reader,
    tells,
)
from lvzhi.contacts.tests.web import TODAY, Web

YES, NO, ABSENT = 200, 403, 404
DETAIL_MOST = 15
# With the right, without it, and of another committee: what each page answers. jia keeps in touch with bing.
TABLE: dict[str, tuple[int, ...]] = {
    #          bai  ling shen tou  jia  bing    yi      elsewhere
    "pair":    (YES, YES, YES, YES, YES, YES, ABSENT, ABSENT),
    "contact": (YES, YES, YES, YES, YES, ABSENT, ABSENT, ABSENT),
    "more":    (YES, NO, NO, YES, YES, NO, ABSENT, ABSENT),
    "add":     (YES, NO, NO, YES, YES, ABSENT, ABSENT, ABSENT),
    "void":    (YES, NO, NO, NO, NO, ABSENT, ABSENT, ABSENT),
    "end":     (YES, NO, NO, NO, NO, NO, ABSENT, ABSENT),
    "list":    (YES, YES, YES, NO, NO, NO, NO, YES),
    "kind":    (YES, YES, YES, NO, NO, NO, NO, YES),
    "picture": (YES, YES, YES, NO, NO, NO, NO, YES),
    "plan":    (YES, NO, NO, NO, NO, NO, NO, YES),
    "pair_add": (YES, NO, NO, NO, NO, NO, NO, YES),
    "contacts": (YES,) * 8,
    "mine":    (YES,) * 8,
}  # fmt: skip


def urls(web: Web) -> dict[str, str]:
    contact = web.log(web.pair("jia", "bing"), more={"topic": "说了什么"})
    found = {name: reverse(f"contacts:{name}", args=[contact.pair.uid]) for name in ("pair", "more", "end")}
    found |= {name: reverse(f"contacts:{name}", args=[contact.uid]) for name in ("contact", "void")}
    found["add"] = reverse("contacts:step", args=[contact.uid, "add"])
    codes = ("kind", "picture", "plan", "pair_add")
    found |= {name: reverse(f"contacts:{name}", args=["party_outside"]) for name in codes}
    return found | {name: reverse(f"contacts:{name}") for name in ("list", "contacts", "mine")}


def people(web: Web) -> list[Any]:
    return [web.bai, web.ling, web.shen, web.tou, *(web.accounts[name] for name in ("jia", "bing", "yi")), web.far]


def test_role_by_page(web: Web) -> None:
    addresses = urls(web)
    clients = [web.login(one) for one in people(web)]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(web: Web) -> None:
    for url in urls(web).values():
        assert Client().get(url).status_code == 302


def test_what_was_said_is_not_told_to_the_one_spoken_with(web: Web) -> None:
    addresses = urls(web)
    assert "说了什么" in web.login("jia").get(addresses["pair"]).content.decode()
    shown = web.login("bing").get(addresses["pair"]).content.decode()
    assert ("说了什么" in shown, "2026年7月1日" in shown) == (False, True)
    for who, seen in (("jia", True), ("bing", False), (web.bai, True)):
        answer: Any = web.login(who).get(reverse("contacts:export", args=["csv"]))
        assert ("说了什么" in b"".join(answer.streaming_content).decode("utf-8-sig")) is seen
    assert "说了什么" in web.login(web.bai).get(addresses["contacts"], {"q": "说了"}).content.decode()


def test_a_members_page_shows_pairs_to_those_who_may_know(web: Web) -> None:
    web.pair("jia", "bing")
    url = reverse("people:member", args=[web.members["bing"].uid])
    assert "jia员" in web.login(web.bai).get(url).content.decode()
    assert "jia员" in web.login("bing").get(url).content.decode()
    assert "jia员" not in web.login("wu").get(url).content.decode()


def test_each_rule_agrees_with_its_rows(web: Web) -> None:
    for near, far in (("jia", "bing"), ("yi", "ding"), ("chang", "wu")):
        web.log(web.pair(near, far))
    web.log(web.pair("zhu", "chang", "chairmen_standing"))
    compared = 0
    everyone = [*people(web), *(web.accounts[name] for name in ("zhu", "ding", "chang"))]
    for account in everyone:
        actor = web.actor(account)
        for model, rules in (
            (Pair, (keeper, reader, own, contacted, heads, pair_visible, logs, tells)),
            (Contact, (contact_visible, contact_logged, contact_kept, contact_own)),
        ):
            rows: Any = model
            for rule in rules:
                by_rows = set(rows.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                by_test = {row.pk for row in rows.objects.all() if rule(actor, row)}
                assert by_rows == by_test, (rule.label, account.username)
                compared += len(by_test)
    assert compared > 100


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        client.get(url)
    return len(caught.captured_queries)


def test_pages_cost_the_same_at_any_length(web: Web) -> None:
    office, leader, member = web.login(web.bai), web.login(web.ling), web.login("jia")
    for number in range(3):
        web.log(web.pair("zhu", web_new(web, number), "chairmen_standing"))
    web.log(web.pair("jia", "bing"))
    pages = [
        (office, reverse("contacts:contacts")), (office, reverse("contacts:list")),
        (office, reverse("contacts:kind", args=["chairmen_standing"])),
        (leader, reverse("contacts:picture", args=["chairmen_standing"])), (member, reverse("contacts:mine")),
        (office, reverse("contacts:plan", args=["chairmen_standing"])),
    ]  # fmt: skip
    few = [statements(client, url) for client, url in pages]
    for number in range(3, 12):
        web.log(web.pair("zhu", web_new(web, number), "chairmen_standing"))
    web.log(web.pair("jia", "ding"))
    assert [statements(client, url) for client, url in pages] == few


def web_new(web: Web, number: int) -> str:
    name = f"s{number}"
    web.add(name, posts=("standing",))
    return name


def test_details_are_cheap(web: Web) -> None:
    pair = web.pair("jia", "bing")
    for _ in range(4):
        contact = web.log(pair, more={"topic": "走访", "problem": "停车难"})
    for who in (web.bai, "jia"):
        client = web.login(who)
        assert statements(client, reverse("contacts:pair", args=[pair.uid])) <= DETAIL_MOST
        assert statements(client, reverse("contacts:contact", args=[contact.uid])) <= DETAIL_MOST


def test_a_pair_ended_takes_no_more_contacts(web: Web) -> None:
    pair = web.pair("jia", "bing")
    actions.end(web.actor(web.bai), pair, TODAY)
    pair.refresh_from_db()
    assert web.log(pair).met_on == TODAY

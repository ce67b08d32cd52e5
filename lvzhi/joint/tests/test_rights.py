"""Who may see and do what: a table of role × page, and each rule's test against its rows."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.tests.tree import KIND, RECORD, UNTIL, Tree
from lvzhi.joint.workflow import PART, PIECE_WAY, TOPIC

YES, NO, GONE = 200, 403, 404
# With the right, without it, and elsewhere: what each page answers.
PEOPLE = ("city-office", "city-head", "bai", "tou", "ling", "jia", "far", "province-office", "stranger")
TABLE: dict[str, tuple[int, ...]] = {
    #            city head bai  tou  ling jia  far  prov stranger
    "detail":    (YES, YES, YES, YES, YES, YES, GONE, YES, GONE),
    "export":    (YES, YES, YES, YES, YES, YES, GONE, YES, GONE),
    "list":      (YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "ask":       (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "adjust":    (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "close":     (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "void":      (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "divide":    (YES, YES, YES, YES, NO, NO, GONE, NO, GONE),
    "team":      (NO, NO, YES, YES, NO, NO, GONE, NO, GONE),
    "finish":    (NO, NO, YES, YES, NO, NO, GONE, NO, GONE),
    "withdraw":  (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "advance":   (NO, NO, YES, YES, NO, YES, GONE, NO, GONE),
    "change":    (YES, YES, NO, NO, NO, NO, GONE, NO, GONE),
    "assign":    (NO, NO, YES, YES, NO, NO, GONE, NO, GONE),
    "pick":      (YES, YES, YES, YES, YES, NO, YES, YES, YES),
    "committees": (YES, YES, YES, YES, YES, NO, YES, YES, YES),
}  # fmt: skip


def urls(tree: Tree) -> dict[str, str]:
    part = tree.joined(organ=tree.economy.pk)
    piece = tree.piece(part, tree.city_office)
    tree.take(piece, "assign", tree.bai, person=[tree.member.person_id])
    topic = part.topic
    found = {key: reverse("joint:step", args=["topic", topic.uid, key]) for key in ("ask", "adjust", "close")}
    found |= {
        key: reverse("joint:step", args=["part", part.uid, key]) for key in ("divide", "team", "finish", "withdraw")
    }
    found |= {key: reverse("joint:step", args=["piece", piece.uid, key]) for key in ("advance", "change", "assign")}
    found |= {"detail": reverse("joint:detail", args=[topic.uid]), "void": reverse("joint:void", args=[topic.uid])}
    found |= {"export": reverse("joint:export", args=[topic.uid, "csv"]), "list": reverse("joint:list")}
    return found | {"pick": reverse("joint:pick"), "committees": reverse("joint:pick_committee")}


def test_role_by_page(tree: Tree) -> None:
    addresses = urls(tree)
    clients = [tree.login(tree.everyone[who]) for who in PEOPLE]
    found = {name: tuple(client.get(addresses[name]).status_code for client in clients) for name in TABLE}
    assert found == TABLE


def test_nothing_without_login(tree: Tree) -> None:
    for url in urls(tree).values():
        assert Client().get(url).status_code == 302


def test_opening_asks_who_keeps_the_record(tree: Tree) -> None:
    url = reverse("joint:open", args=[KIND, RECORD])
    assert tree.login(tree.city_office).get(url).status_code == GONE  # nobody has said where its page is
    assert tree.login(tree.stranger).get(url).status_code == GONE


def test_each_rule_agrees_with_its_rows(tree: Tree) -> None:
    topic = tree.asked(tree.here, tree.there)
    part = tree.take(tree.part(topic), "accept", tree.bai, organ=tree.economy.pk)
    given, own = tree.piece(part, tree.city_office), tree.piece(part, tree.bai, what="走访")
    tree.take(given, "assign", tree.bai, person=[tree.member.person_id])
    tree.take(own, "finish", tree.bai, on=UNTIL.replace(month=3, day=2))
    tree.take(part, "team", tree.bai, people=[tree.plain.person_id], duty="member")
    compared = 0
    asked: list[tuple[Any, list[Any]]] = [
        (Topic, [TOPIC.visible, *(step.may for step in TOPIC.steps)]),
        (Partaking, [PART.visible, *(step.may for step in PART.steps), PART.step("accept").waits]),
        (Piece, [PIECE_WAY.visible, *(step.may for step in PIECE_WAY.steps), PIECE_WAY.step("advance").waits]),
    ]
    for account in tree.everyone.values():
        actor = tree.actor(account)
        for model, rules in asked:
            for rule in rules:
                by_rows = set(model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                by_test = {row.pk for row in model.objects.all() if rule(actor, row)}
                assert by_rows == by_test, (rule.label, account.username)
                compared += len(by_test)
    assert compared > 60


def test_of_two_districts_neither_writes_the_others(tree: Tree) -> None:
    topic = tree.asked(tree.here, tree.there)
    part = tree.take(tree.part(topic), "accept", tree.bai)
    tree.take(tree.part(topic, tree.there), "accept", tree.far)
    piece = tree.piece(part)
    far = tree.actor(tree.far)
    assert PIECE_WAY.visible(far, piece)  # one page for all
    assert not any(step.may(far, piece) for step in PIECE_WAY.steps)
    assert not any(step.may(far, part) for step in PART.steps)

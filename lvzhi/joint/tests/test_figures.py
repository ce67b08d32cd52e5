"""A topic counts for each committee that takes part, in its role, and once for all together."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.joint import metrics, queries
from lvzhi.joint.tests.tree import KIND, RECORD, TODAY, Tree
from lvzhi.metrics import compute, periods
from lvzhi.metrics.declare import Figure

YEAR = periods.year(2026)


def value(figure: Figure, scope: Scope, role: str = "") -> Any:
    cuts = [(metrics.ROLE_CUT, role)] if role else []
    return compute.compute(figure, scope, YEAR, *cuts).value


def test_each_counts_it_and_together_once(tree: Tree) -> None:
    topic = tree.asked(tree.here, tree.there)
    tree.take(tree.part(topic), "accept", tree.bai)
    assert [value(metrics.TOPICS, Scope(one)) for one in (tree.city, tree.here, tree.there, tree.province)] == [
        1,
        1,
        0,
        0,
    ]
    assert value(metrics.TOPICS, Scope(tree.city, below=True)) == 1
    assert value(metrics.TOPICS, Scope(tree.province, below=True)) == 1
    assert value(metrics.TOPICS, Scope(tree.city), "lead") == 1
    assert value(metrics.TOPICS, Scope(tree.here), "lead") == 0
    assert value(metrics.TOPICS, Scope(tree.here), "assist") == 1
    assert value(metrics.TOPICS, Scope(tree.city, below=True), "assist") == 1


def test_an_organ_counts_what_it_has_in_hand(tree: Tree) -> None:
    tree.joined(organ=tree.economy.pk)
    assert value(metrics.TOPICS, Scope(tree.here, organ=tree.economy)) == 1
    assert value(metrics.TOPICS, Scope(tree.city, organ=tree.research)) == 1


def test_declined_or_only_asked_counts_nowhere(tree: Tree) -> None:
    topic = tree.asked()
    assert value(metrics.TOPICS, Scope(tree.here)) == 0
    tree.take(tree.part(topic), "decline", tree.bai, ground="人手不足")
    assert value(metrics.TOPICS, Scope(tree.here)) == 0


def test_a_closed_topic_stands_in_its_years(tree: Tree) -> None:
    part = tree.joined()
    tree.take(part.topic, "close", tree.city_office, on=TODAY)
    with clock.at(dt.date(2027, 2, 1)):
        counted = [queries.topics(Scope(tree.here), periods.year(year)).count() for year in (2025, 2026, 2027)]
    assert counted == [0, 1, 0]


def test_pieces_and_people_are_rows(tree: Tree) -> None:
    part = tree.joined()
    done, late = tree.piece(part), tree.piece(part, what="走访", until=dt.date(2026, 3, 5))
    tree.take(done, "finish", tree.bai, on=TODAY)
    tree.take(part, "team", tree.bai, people=[tree.member.person_id, tree.plain.person_id], duty="member")
    here, whole = Scope(tree.here), Scope(tree.city, below=True)
    with clock.at(dt.date(2026, 3, 9)):
        for scope in (here, whole):
            assert value(metrics.PIECES, scope) == 2
            assert value(metrics.PIECES_DONE, scope) == 1
            assert value(metrics.PIECES_DONE_RATE, scope) == 50
            assert list(queries.pieces_late(scope, YEAR)) == [late]
            assert value(metrics.TEAM_PEOPLE, scope) == 2
    assert value(metrics.PIECES, Scope(tree.city)) == 0


@pytest.mark.both_databases
@pytest.mark.parametrize("figure", metrics.FIGURES, ids=lambda one: one.key)
def test_a_number_is_its_rows(tree: Tree, figure: Figure) -> None:
    part = tree.joined()
    tree.piece(part)
    tree.take(part, "team", tree.bai, people=[tree.member.person_id], duty="head")
    for scope in (Scope(tree.here), Scope(tree.city, below=True)):
        lines = [sum(1 for _ in one.lines(tree.actor(tree.bai))) for one in compute.evidence(figure, scope, YEAR)]
        assert lines[0] == [row.count() for row in (figure.sources[0].rows(scope, YEAR),)][0]


def test_what_a_record_is_to_each(tree: Tree) -> None:
    tree.joined()
    assert queries.roles_here([tree.city.pk], KIND, [RECORD]) == {RECORD: "lead"}
    assert queries.roles_here([tree.here.pk], KIND, [RECORD]) == {RECORD: "assist"}
    assert queries.roles_here([tree.there.pk], KIND, [RECORD]) == {}

"""A published sentence finds the ledger's figures by meaning, narrowed as it says."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.ledger.actions.entering import enter_advice
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.metrics.periods import year
from lvzhi.reports.checking import check_text


@pytest.fixture
def full(db: None) -> Desk:
    """3 pieces of advice at a courtyard deliberation and 2 at an inspection; 4 problems solved at the former."""
    with clock.at(TODAY):
        return filled(Desk())


def filled(desk: Desk) -> Desk:
    yard = desk.activity()
    look = desk.activity(kind="inspection", title="视察停车场", topic="停车场建设")
    actor = desk.actor(desk.shen)
    enter_advice(actor, ["一", "二", "三"], desk.occasion(activity=yard, source="deliberation", theme="city"))
    enter_advice(actor, ["四", "五"], desk.occasion(activity=look, theme="economy"))
    solve_at_once(actor, ["甲", "乙", "丙", "丁"], desk.occasion(activity=yard), "已协调")
    desk.problem("戊")
    for row in list(type(desk.advice("六")).objects.order_by("id")[:2]):
        desk.replied(row, "wholly")
    return desk


@pytest.mark.parametrize(
    ("text", "key", "recorded"),
    [
        ("2026年，提出意见建议6条。", "ledger.advice", 6),
        ("2026年，围绕加装电梯等开展院坝协商，提出意见建议3条。", "ledger.advice", 3),
        ("2026年，组织委员围绕停车场建设开展视察，提出意见建议2条。", "ledger.advice", 2),
        ("2026年，通过院坝协商，解决困难和问题4个。", "ledger.problems_solved", 4),
        ("2026年，查找问题5个。", "ledger.problems", 5),
        ("2026年，1个方面2条意见建议呈报区委、区政府。", "ledger.advice_submitted", 2),
        ("2026年，意见建议被采纳2条。", "ledger.advice_adopted", 2),
        ("2026年，意见建议采纳率100%。", "ledger.adopted_rate", 100),
    ],
)
def test_by_meaning(full: Desk, text: str, key: str, recorded: int) -> None:
    with clock.at(dt.date(2026, 12, 31)):
        found = check_text(text, Scope(full.here), year(TODAY.year)).claims
    held = {one.figure.key: one for one in found if one.figure is not None}
    assert key in held, [(one.claim.subject, one.claim.action, one.verdict, one.reason) for one in found]
    assert (held[key].recorded, held[key].verdict) == (recorded, "holds")

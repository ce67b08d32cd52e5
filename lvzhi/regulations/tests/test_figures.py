"""Figures of rules and matters: each number is its rows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lvzhi.deadlines import clock
from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.regulations import metrics
from lvzhi.regulations.metrics import KIND_CUT, MATTER_CUT
from lvzhi.regulations.tests.chamber import TODAY, Chamber
from lvzhi.workflow import engine

DAY = dt.timedelta(days=1)


def value(chamber: Chamber, figure: Figure, *cuts: CutValue, of: int = 2026) -> Decimal | None:
    """The number, held against its rows."""
    found = compute.compute(figure, chamber.scope, year(of), *cuts)
    lines = compute.evidence(figure, chamber.scope, year(of), *cuts)[0].lines(chamber.actor(chamber.bai))
    if figure in metrics.FIGURES and figure.shape == "count":
        assert len(list(lines)) == found.value
    return found.value


def test_made_revised_issued_repealed_and_in_force(chamber: Chamber) -> None:
    old = chamber.bring()
    assert [value(chamber, one) for one in (metrics.ISSUED, metrics.IN_FORCE)] == [0, 1]
    assert (value(chamber, metrics.MADE, of=2021), value(chamber, metrics.IN_FORCE, of=2020)) == (1, 0)
    new = chamber.issue(chamber.adopted(chamber.begin()), starts_on=TODAY + DAY)
    chamber.issue(chamber.adopted(chamber.revised(old)), "政协发〔2026〕2号")
    figures = (metrics.ISSUED, metrics.MADE, metrics.REVISED, metrics.DRAFTED, metrics.IN_FORCE)
    found = [value(chamber, one) for one in figures]
    assert found == [2, 1, 1, 2, 1]  # what comes into force tomorrow is not in force today
    assert value(chamber, metrics.REVISED, (KIND_CUT, "measures")) == 1
    assert value(chamber, metrics.REVISED, (KIND_CUT, "system")) == 0
    with clock.at(TODAY + 3 * DAY):
        assert value(chamber, metrics.IN_FORCE) == 2
        given = {"way": "repealed", "day": TODAY + 3 * DAY, "ground": "合并", "by": ""}
        rule = chamber.take(new.regulation, "repeal", **given)
        assert [value(chamber, one) for one in (metrics.REPEALED, metrics.IN_FORCE)] == [1, 1]
        engine.void(rule, chamber.actor(chamber.bai), "误录")
        assert [value(chamber, one) for one in (metrics.REPEALED, metrics.MADE)] == [0, 0]


def test_a_rule_revised_twice_is_one_rule(chamber: Chamber) -> None:
    version = chamber.bring()
    for number in (2, 3):
        draft = chamber.adopted(chamber.revised(version))
        version = chamber.issue(draft, f"政协发〔2026〕{number}号", starts_on=TODAY + number * DAY)
    assert (value(chamber, metrics.REVISED), value(chamber, metrics.DRAFTED)) == (1, 2)


def test_matters_reported_answered_in_time_and_waiting(chamber: Chamber) -> None:
    first, second, third = chamber.sent(), chamber.sent(), chamber.sent()
    report = chamber.matter(kind="report", title="总结", item="")
    chamber.take(report, "report", signer="凌导", sent_on=TODAY, until="")
    chamber.matter()  # not sent
    with clock.at(TODAY + 12 * DAY):
        chamber.take(first, "answer", how="reply", on=TODAY + 2 * DAY, by="", text="")
        chamber.take(second, "answer", how="reply", on=TODAY + 11 * DAY, by="", text="")
        figures = (metrics.REPORTED, metrics.ASKED, metrics.ANSWERED, metrics.IN_TIME, metrics.WAITING, metrics.LISTED)
        assert [value(chamber, one) for one in figures] == [4, 3, 2, 1, 1, 3]
        assert value(chamber, metrics.LISTED_ITEMS) == 1
        assert value(chamber, metrics.REPORTED, (MATTER_CUT, "report")) == 1
        assert round(value(chamber, metrics.RATE) or 0) == 67
        assert round(value(chamber, metrics.TIME_RATE) or 0) == 33
        chamber.take(third, "withdraw", ground="暂缓")
        assert [value(chamber, one) for one in (metrics.REPORTED, metrics.WAITING)] == [3, 0]

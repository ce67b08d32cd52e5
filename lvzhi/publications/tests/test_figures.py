"""Figures of publications: each number is its rows, and stands and falls with them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import year
from lvzhi.publications import metrics
from lvzhi.publications.models import Issue, Manuscript
from lvzhi.publications.tests.press import COUNT, TODAY, Press, scan
from lvzhi.workflow import engine


def value(press: Press, figure: Figure, *cuts: CutValue, of: int = TODAY.year) -> Decimal | None:
    return compute.compute(figure, press.scope, year(of), *cuts).value


def test_issues_articles_and_characters(press: Press) -> None:
    press.at("published")
    issue = press.take(press.issue("第2期"), "add_lines", lines="甲｜一\n乙｜二")
    press.printed(issue, {"proof": scan()}, declared=5000)
    press.issue("第3期")
    counted = [value(press, one) for one in (metrics.ISSUES, metrics.ARTICLES, metrics.CHARACTERS)]
    assert counted == [2, 3, COUNT + 5000]
    assert value(press, metrics.CHARACTERS, (metrics.SERIES_CUT, "海州文史")) == COUNT + 5000
    assert value(press, metrics.ISSUES, of=2025) == 0
    found = compute.evidence(metrics.ARTICLES, press.scope, press.year)[0]
    assert len(list(found.lines(press.actor(press.bai)))) == 3


def test_taken_back_and_voided_they_leave_every_figure(press: Press) -> None:
    press.at("published")
    figures = (metrics.ISSUES, metrics.ARTICLES, metrics.CHARACTERS)
    issue = engine.void(Issue.objects.get(), press.actor(press.bai), "重复登记")
    assert [value(press, one) or 0 for one in figures] == [0, 0, 0]
    issue = engine.restore(issue, press.actor(press.bai))
    assert [value(press, one) for one in figures] == [1, 1, COUNT]
    press.take(issue, "recall", ground="印错了")
    assert value(press, metrics.ARTICLES) == 0


def test_a_manuscript_returned_and_handed_in_again_is_one(press: Press) -> None:
    made = press.at("returned")
    press.take(made, "resubmit", press.jia)
    press.at("withdrawn", title="撤回的")
    press.begin(title="还在写")
    assert (value(press, metrics.MANUSCRIPTS), value(press, metrics.APPROVED)) == (1, 0)
    assert value(press, metrics.MANUSCRIPTS, (metrics.AUTHOR_CUT, "member")) == 1


def test_fees_are_what_was_paid(press: Press) -> None:
    for title, amount in (("一", "300"), ("二", "120.50")):
        press.take(press.at("approved", title=title), "pay", amount=amount, on=TODAY)
    assert (value(press, metrics.PAID), value(press, metrics.FEES)) == (2, Decimal("420.50"))


def test_reports_by_level_and_outlet(press: Press) -> None:
    press.report()
    press.report(title="二", new_outlet="本级网站", kind="site", level="own", url="https://hz.example/2")
    press.report(title="三", published_on=dt.date(2025, 12, 30))
    assert (value(press, metrics.ITEMS), value(press, metrics.ITEMS, of=2025)) == (2, 1)
    assert value(press, metrics.ITEMS, (metrics.LEVEL_CUT, "own")) == 1
    split = compute.split(metrics.ITEMS, press.scope, press.year, metrics.OUTLET_CUT)
    assert {(label, int(row.value or 0)) for _, label, row in split} == {("连海日报", 1), ("本级网站", 1)}


def test_clues_count_on_their_day(press: Press) -> None:
    press.clue()
    press.clue(
        press.bai, topic="铁索桥", name="石三", unit="退休", phone="0851-6666777", offered_on=dt.date(2025, 3, 1)
    )
    assert (value(press, metrics.CLUES), value(press, metrics.CLUES, of=2025)) == (1, 1)


def test_the_count_kept_is_the_text_counted(press: Press) -> None:
    from lvzhi.publications.actions.writing import count

    press.at("published")
    press.take(press.at("checked", title="二"), "edit", edited="只剩六个字了")
    for row in Manuscript.objects.select_related("committee"):
        assert row.chars == count(row)

"""A text held against the records: every verdict, every reason, and what the text says of itself."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, periods, registry
from lvzhi.reports.checking import check_text
from lvzhi.reports.tests.small import Small

SUMMARY = """清河县政协2022年工作综述

提案工作扎实推进。县政协九届一次会议以来，共收到涉及经济、文化、教育等方面提案12件，经审查立案10件，不符合立案条件转作意见建议1件。
在3件重点提案中，党政主要领导领衔督办2件。提案办复率、满意率均为100%。
现有政协委员4名，其中党员委员1名。
"""


def one(small: Small, sentence: str, **more: Any) -> Any:
    """The verdict on the only claim of a sentence."""
    held = check_text(sentence, more.get("scope", small.scope), more.get("period", small.year)).claims
    assert len(held) == 1, [each.claim.text for each in held]
    return held[0]


def test_a_true_summary_holds(small: Small) -> None:
    checked = check_text(SUMMARY, small.scope, small.year)
    assert [(one.figure.key if one.figure else None, one.verdict) for one in checked.claims] == [
        ("proposals.received", "holds"),
        ("proposals.filed", "holds"),
        ("proposals.converted_advice", "holds"),
        ("proposals.key", "holds"),
        ("proposals.led_by_top_leaders", "holds"),
        ("proposals.answered_rate", "holds"),
        ("proposals.satisfaction", "holds"),
        ("people.members", "holds"),
        ("people.party_members", "holds"),
    ], [one.reason for one in checked.claims]
    assert not checked.has_finding
    assert checked.claims[0].period.start.isoformat() == "2022-01-10"


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict", "words"),
    [
        ("全年收到提案12件。", "proposals.received", "holds", "与文中一致"),
        ("全年收到提案15件。", "proposals.received", "differs", "记录为12件，文中写15件，多3件"),
        ("全年收到提案9件。", "proposals.received", "differs", "少3件"),
        ("全年收到提案10余件。", "proposals.received", "holds", "“10余件”成立"),
        ("全年收到提案12件以上。", "proposals.received", "holds", "成立"),
        ("全年收到提案超过12件。", "proposals.received", "hedge", "要求大于12"),
        ("全年收到提案近13件。", "proposals.received", "holds", "成立"),
        ("全年收到提案近12件。", "proposals.received", "hedge", "小于12"),
        ("全年收到提案约40件。", "proposals.received", "differs", "多28件"),
        ("提案立案率达83.3%。", "proposals.filing_rate", "holds", "10÷12"),
        ("提案立案率达83.33%。", "proposals.filing_rate", "holds", "10÷12"),
        ("提案立案率达83.4%。", "proposals.filing_rate", "differs", "83.33%（10÷12）"),
        ("提案立案率达100%。", "proposals.filing_rate", "differs", "10÷12"),
        ("组织委员植树300棵。", None, "no_figure", "还没有统计"),
        ("遴选40名委员组建政协智库。", "tenure.selected", "no_record", ""),
        ("全年评选优秀承办单位5个。", None, "no_figure", ""),
        ("收到集体提案2件。", "proposals.received", "holds", "一致"),
        ("收到经济方面提案3件。", "proposals.received", "holds", "一致"),
        ("全年督办重点提案3件。", "proposals.key", "holds", "一致"),
    ],
)
def test_each_verdict(small: Small, sentence: str, figure: str | None, verdict: str, words: str) -> None:
    held = one(small, sentence)
    assert (held.figure.key if held.figure else None, held.verdict) == (figure, verdict), held.reason
    assert words in held.reason


def test_a_figure_without_rows_is_no_record(small: Small) -> None:
    held = one(small, "2019年收到提案88件。")
    assert (held.verdict, held.period.text) == ("no_record", "2019")
    assert "没有记录" in held.reason


def test_a_rate_over_nothing_is_no_record(small: Small) -> None:
    assert one(small, "2019年提案办复率为100%。").verdict == "no_record"


def test_two_figures_that_fit_alike_are_both_named(small: Small) -> None:
    held = one(small, "提案12件，件件有着落。")
    assert held.verdict == "unclear"
    assert len(held.rivals) > 1
    assert all(figure.name in held.reason for figure in held.rivals)
    assert not held.is_finding


def test_a_row_of_a_table_narrows_what_its_column_counts(small: Small) -> None:
    figure = registry.figure("proposals.filed")
    cut = next(one for one in compute.cuts_of(figure) if one.key == "category")
    split = compute.split(figure, small.scope, small.year, cut)
    label, many = next((label, result.value) for _, label, result in split if result.value)
    rows = f"类别\t立案提案（件）\n{label}\t{many}\n没有的类别\t1\n{small.county.name}\t10\n合计\t10"
    named, strange, own, total = check_text(rows, small.scope, small.year).claims
    assert (named.verdict, named.filter.label if named.filter else "") == ("holds", label)
    assert (strange.verdict, "没有的类别" in strange.reason) == ("no_figure", True)
    for row in (own, total):
        assert (row.figure.key if row.figure else "", row.filter) == ("proposals.filed", None)
    assert {own.verdict, total.verdict} == {"holds"}
    by_brackets = check_text(f"立案提案（{label}）{many}件。", small.scope, small.year).claims
    assert [one.filter.label if one.filter else "" for one in by_brackets] == [label]


def test_a_part_takes_the_figure_of_its_total(small: Small) -> None:
    checked = check_text("全年收到提案12件，其中委员提案10件、集体提案2件。", small.scope, small.year)
    found = [(one.figure and one.figure.key, one.filter and one.filter.cuts[0][1], one.verdict)
             for one in checked.claims]  # fmt: skip
    assert found == [
        ("proposals.received", None, "holds"),
        ("proposals.received", "member", "holds"),
        ("proposals.received", "collective", "holds"),
    ]


def test_what_the_text_says_of_itself_wins(small: Small) -> None:
    other = Scope(small.city)
    held = one(small, "清河县政协2022年收到提案12件。", scope=other, period=periods.year(2019))
    assert (held.scope.committee, held.period.text, held.verdict) == (small.county, "2022", "holds")


def test_all_levels_count_those_below(small: Small) -> None:
    held = one(small, "全市各级政协组织共收到提案12件。", scope=Scope(small.city))
    assert held.scope.below
    assert held.verdict == "holds"
    assert one(small, "市政协收到提案12件。").scope.committee == small.city


def test_a_session_nobody_recorded_is_said(small: Small) -> None:
    held = one(small, "县政协七届三次会议以来，共收到提案12件。")
    assert held.verdict == "no_record"
    assert "七届三次会议" in held.reason


def test_a_change_is_left_to_both_periods(small: Small) -> None:
    checked = check_text("提案立案率由76%升至83.33%。", small.scope, small.year)
    assert [held.verdict for held in checked.claims] == ["no_record", "holds"]
    assert checked.claims[0].period.text == "2021"


def test_one_void_flips_exactly_its_claims(small: Small) -> None:
    before = check_text(SUMMARY, small.scope, small.year)
    small.void(small.proposals[10])
    after = check_text(SUMMARY, small.scope, small.year)
    pairs = zip(before.claims, after.claims, strict=True)
    flipped = [now.figure.key for was, now in pairs if was.verdict != now.verdict and now.figure]
    assert flipped == ["proposals.received", "proposals.converted_advice"]
    assert [one.verdict for one in after.claims if one.is_finding] == ["differs", "no_record"]
    small.restore(small.proposals[10])
    assert not check_text(SUMMARY, small.scope, small.year).has_finding


def test_the_value_takes_no_part_in_the_choice(small: Small) -> None:
    true = check_text(SUMMARY, small.scope, small.year).claims
    text = SUMMARY
    for held in sorted(true, key=lambda each: -each.claim.number_start):
        start, end = held.claim.number_start, held.claim.number_start + len(str(held.claim.value))
        if held.claim.unit != "%":
            text = text[:start] + str(int(held.claim.value) + 37) + text[end:]
    text = text.replace("100%", "91%")
    false = check_text(text, small.scope, small.year).claims
    assert [one.figure for one in false] == [one.figure for one in true]
    assert [one.period for one in false] == [one.period for one in true]
    assert {one.verdict for one in false} == {"differs"}


def test_json_is_stable(small: Small) -> None:
    body = json.loads(json.dumps(check_text("提案立案率达83.3%。", small.scope, small.year).as_json()))
    assert (body["committee"], body["period"]) == ("清河县政协", "2022")
    (claim,) = body["claims"]
    assert claim["value"] == 83.3
    assert (claim["verdict"], claim["figure"], claim["filter"]) == ("holds", "proposals.filing_rate", None)
    assert (claim["recorded"], claim["numerator"], claim["denominator"]) == (83.33, 10, 12)
    assert claim["scope"]["committee"] == "清河县政协"
    assert Decimal(str(claim["recorded"])) == Decimal("83.33")


def test_a_text_without_claims_is_no_finding(small: Small) -> None:
    checked = check_text("委员们踊跃发言，气氛热烈。", small.scope, small.year)
    assert checked.claims == ()
    assert not checked.has_finding


def test_counting_is_one_statement_however_many_claims(small: Small) -> None:
    def statements(text: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            check_text(text, small.scope, small.year)
        return len(seen)

    statements(SUMMARY)
    assert statements(SUMMARY + "\n" + SUMMARY.replace("12件", "13件")) == statements(SUMMARY)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2022年", "2022-01-01", "2022-12-31"),
        ("九届一次会议以来", "2022-01-10", "2022-12-31"),
        ("九届一次会议期间", "2022-01-10", "2022-01-13"),
        ("换届以来", "2021-12-01", "2022-12-31"),
        ("本届以来", "2021-12-01", "2022-12-31"),
        ("2022年上半年", "2022-01-01", "2022-06-30"),
        ("第三季度", "2022-07-01", "2022-09-30"),
        ("截至10月底", "2022-01-01", "2022-10-31"),
        ("2022年3月至5月", "2022-03-01", "2022-05-31"),
        ("6月23日至27日", "2022-06-23", "2022-06-27"),
        ("去年", "2021-01-01", "2021-12-31"),
        ("近三年", "2020-01-01", "2022-12-31"),
        ("2020年至2022年", "2020-01-01", "2022-12-31"),
        ("2022年以来", "2022-01-01", "2022-12-31"),
        ("主题教育期间", "2022-01-01", "2022-12-31"),
        ("9月31日至10月2日", "2022-01-01", "2022-12-31"),
    ],
)
def test_times_as_texts_say_them(small: Small, words: str, start: str, end: str) -> None:
    from types import SimpleNamespace

    from lvzhi.reports.checking.spans import Spans

    span = Spans(small.year).of(SimpleNamespace(period=words, change=None), small.county)  # type: ignore[arg-type]  # only these two are read
    assert (span.period.start.isoformat(), span.period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("主题教育期间", "2022-04-10", "2022-08-31"),
        ("主题教育开展以来", "2022-04-10", "2022-12-31"),
        ("“四带头四争做”活动期间", "2022-03-01", "2022-12-31"),  # still running: to the end of the days asked for
        ("三大攻坚期间", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_campaign_has_days_of_its_own(small: Small, words: str, start: str, end: str) -> None:
    from lvzhi.journal.lines import line
    from lvzhi.plans.models import Campaign

    for name, first, last in (
        ("学习贯彻习近平新时代中国特色社会主义思想主题教育", "2022-04-10", "2022-08-31"),
        ("“四带头四争做”主题活动", "2022-03-01", None),
        ("党史学习教育主题教育", "2019-03-01", "2019-12-31"),
    ):
        with line(small.system, "accounts.test"):
            Campaign(committee=small.county, name=name, starts=first, ends=last).save()
    text = f"{words}收到提案12件。"
    (held,) = check_text(text, small.scope, small.year).claims
    assert (held.period.start.isoformat(), held.period.end.isoformat()) == (start, end), held.claim.period

"""Outlines, the sentence library by the names of the rules, tables that go with a report, outlines of one's own."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.accounts.tests.house import login
from lvzhi.metrics import compute, registry
from lvzhi.reports import actions, queries
from lvzhi.reports.composing import filling, grids, library
from lvzhi.reports.composing.outline import Number, compose
from lvzhi.reports.models import Report
from lvzhi.reports.queries.comparing import signed_reading
from lvzhi.reports.sections import CHAPTERS, OUTLINES, Chapter, Pattern, Split
from lvzhi.reports.sections.tables import SHEETS, Sheet
from lvzhi.reports.tests.desk import Desk, refused
from lvzhi.reports.tests.test_pages import words
from lvzhi.reports.writing import printed_tables

PATTERNS = {
    "T1": "提案收到和立案", "T2": "按内容分", "T3": "办复和评价", "T4": "从办理结果看", "T5": "重点提案", "T6": "协商",
    "T7": "社情民意", "T8": "调研视察", "T9": "走访企业、包抓项目、资金", "T10": "文史资料", "T11": "委员考核",
}  # fmt: skip


def test_all_eleven_patterns_of_the_rules_stand_in_the_library_by_their_names() -> None:
    keys = [pattern.key for one in CHAPTERS for line in one.paragraphs for pattern in line]
    assert set(PATTERNS) <= set(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("chosen", OUTLINES, ids=lambda one: one.key)
def test_every_outline_lays_out_sections_whose_figures_are_known(desk: Desk, chosen: Any) -> None:
    parts = library.outline(chosen, desk.scope, desk.year)
    assert len(parts) == len(chosen.blocks)
    book = filling.book([text for _, text in parts], desk.scope, desk.year)
    assert book.faults == {}
    printed = "".join(piece.text for _, text in parts for piece in book.fill(text))
    assert "{" not in printed
    assert not re.search(r"(?<![\d.])0[件次名项篇期条]", printed)  # nothing is said of what there was none of


def test_what_a_shortened_list_leaves_out_is_a_figure(desk: Desk) -> None:
    split = Split("proposals.filed", "category", "其中，", "{label}{count}件", "另有{count}件", "多项", most=2,
                  others="其他{count}件")  # fmt: skip
    chapter = Chapter("x", "测试", ((Pattern("X", (split,)),),))
    report = compose(desk.scope, desk.year, [chapter])
    sentence = report.chapters[0].paragraphs[0][0]
    numbers = [piece for piece in sentence.pieces if isinstance(piece, Number)]
    assert sentence.text.count("件") == 3
    assert "其他" in sentence.text
    assert sum((one.result.value or Decimal(0) for one in numbers), Decimal(0)) == 10
    text = library.as_tokens(sentence)
    assert re.search(r"其他\{立案提案·类别=除.+以外\}件", text)
    book = filling.book([text], desk.scope, desk.year)
    assert "".join(piece.text for piece in book.fill(text)) == sentence.text


def test_run_again_exactly_the_sentences_concerned_are_different(desk: Desk) -> None:
    def said() -> dict[str, str]:
        chapters = compose(desk.scope, desk.year).chapters
        return {one.key: one.text for written in chapters for line in written.paragraphs for one in line}

    before = said()
    desk.void(desk.proposals[10])  # received, turned into advice, never filed
    after = said()
    assert {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)} == {"T1"}
    desk.restore(desk.proposals[10])
    assert said() == before


def cells(report: Report) -> dict[str, dict[str, list[str]]]:
    return {
        one.title: {label: [cell.text if cell else "" for cell in row] for label, row in one.lines}
        for one in printed_tables(report)
    }


def test_tables_are_the_figures_themselves(desk: Desk) -> None:
    report = actions.choose_tables(desk.report, desk.by(desk.head), ["proposals", "results", "units", "nothing"])
    assert report.tables == ["proposals", "results", "units"]
    found = cells(report)
    assert found["提案分类统计表"]["合计"] == ["12", "10", "", "10"]
    assert found["提案分类统计表"]["经济建设"] == ["3", "3", "30%", "3"]
    assert found["提案分类统计表"]["未归类"] == ["2", "0", "0%", "0"]
    assert "承办单位办理情况统计表" not in found  # nothing is recorded by unit
    for one in printed_tables(report):
        for label, row in one.lines:
            for cell in (piece for piece in row if piece is not None and piece.known is not None):
                figure, known = registry.figure(cell.known.key), cell.known
                cuts = {cut.key: cut for cut in compute.cuts_of(figure)}
                rows = compute.evidence(figure, desk.scope, desk.year, *((cuts[key], v) for key, v, _ in known.cuts))
                counts = [side.rows.count() for side in rows]
                assert counts == ([known.numerator, known.denominator] if len(counts) == 2 else [known.value]), label


def test_the_tables_of_a_signed_report_stay(desk: Desk) -> None:
    actions.choose_tables(desk.report, desk.by(desk.office), ["proposals"])
    signed = desk.signed()
    before = cells(signed)
    desk.void(desk.proposals[7])
    assert cells(signed) == before
    reading = signed_reading(signed)
    assert reading is not None
    moved = {one.then.name for one in queries.changes(signed, reading) if one.moved}
    assert {"立案提案（经济建设）", "办复提案（经济建设）", "办复提案"} <= moved
    with refused("reports.not_editable"):
        actions.choose_tables(signed, desk.by(desk.office), [])


def test_a_line_stands_where_any_column_has_a_number(desk: Desk) -> None:
    sheet = Sheet("x", "测试", "category", "类别", (("重点", "proposals.key", ""), ("收到", "proposals.received", "")))
    (grid,) = grids.grids([sheet], desk.scope, desk.year)
    told = grids.told(grid, filling.book([grid.text], desk.scope, desk.year))
    for place in (0, 1):
        *parts, whole = [int(cells[place].known.value or 0) for _, cells in told.lines if cells[place]]  # type: ignore[union-attr]  # reason: counts are known
        assert sum(parts) == whole
    assert len(told.lines) > 4  # key proposals are of two categories


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.key)
def test_every_table_is_of_figures_that_have_its_dimension(sheet: Any) -> None:
    first, *others = [registry.figure(key) for _, key, _ in sheet.columns]
    assert sheet.cut in {cut.key for cut in compute.cuts_of(first)}
    for one in others:
        assert sheet.cut in {cut.key for cut in compute.cuts_of(one)}, one.key


def test_an_office_keeps_an_outline_and_begins_the_next_report_with_it(desk: Desk) -> None:
    actor = desk.by(desk.office)
    desk.report = actions.choose_tables(desk.report, actor, ["proposals"])
    kept = actions.keep_outline(desk.report, actor, "我们的综述")
    with refused("reports.outline_taken"):
        actions.keep_outline(desk.report, actor, "我们的综述")
    with refused("reports.outline_name"):
        actions.keep_outline(desk.report, actor, " ")
    with pytest.raises(NotAllowed):
        actions.keep_outline(desk.report, desk.by(desk.leader), "领导的")
    data = {"outline": str(kept.uid), "title": "2021年综述", "period": "2021"}
    made = actions.begin_report(actor, desk.county, data)
    parts = queries.sections_of(made)
    assert [one.heading for one in parts] == [one.heading for one in queries.sections_of(desk.report)]
    assert "收到提案{收到提案}件" in parts[0].text
    assert queries.printed(parts[0].section, parts[0].text).startswith("全年共收到提案0件")
    assert made.tables == ["proposals"]
    bare = actions.keep_outline(desk.report, actor, "只留标题", texts=False)
    assert {text for _, text in bare.parts} == {""}
    actions.drop_outline(kept, actor)
    with refused("reports.no_outline"):
        actions.begin_report(actor, desk.county, data)
    assert Report.objects.get(pk=made.pk).title == "2021年综述"


@pytest.fixture
def office(desk: Desk) -> Client:
    return login(desk.office)


def at(name: str, *args: Any) -> str:
    return reverse(f"reports:{name}", args=args)


def test_pages_of_tables_and_outlines(desk: Desk, office: Client) -> None:
    report = desk.report
    assert "没有附表" in words(office.get(at("tables", report.uid)))
    assert office.post(at("tables", report.uid), {"tables": ["proposals"]}).status_code == 302
    page = office.get(at("tables", report.uid))
    assert "经济建设" in words(page)
    target = re.search(r'href="(/figures/proposals\.filed/[^"]+cut=category%3Aeconomy[^"]*)"', page.content.decode())
    assert target is not None
    assert "这个数字就是下面的3条记录" in words(office.get(target[1].replace("&amp;", "&")))
    assert "提案分类统计表" in words(office.get(at("detail", report.uid)))
    assert office.post(at("keep", report.uid), {"name": "区里的提纲", "texts": "on"}).status_code == 302
    begin = words(office.get(at("begin")))
    assert "区里的提纲" in begin
    assert "社情民意信息工作情况" in begin
    own = queries.own_outlines(desk.county).get()
    answer = office.post(at("begin"), {"outline": str(own.uid), "title": "新的", "period": "2022", "once": "a1"})
    assert answer.status_code == 302
    assert office.post(at("outline_drop", own.uid)).status_code == 302
    office.get(at("begin"))  # says that it is gone
    assert "区里的提纲" not in words(office.get(at("begin")))
    assert login(desk.leader).post(at("tables", report.uid), {"tables": []}).status_code == 403
    assert "选择附表" not in words(login(desk.leader).get(at("tables", report.uid)))

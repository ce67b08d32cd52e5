"""Figures as people type them: understood, refused with what is near, written as the norm says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Ask
from lvzhi.reports.composing import filling, finding, library, sources, tokens
from lvzhi.reports.composing.differing import differences
from lvzhi.reports.composing.outline import compose
from lvzhi.reports.sections import PROPOSALS, outline
from lvzhi.reports.tests.small import Small


def printed(small: Small, text: str) -> str:
    book = filling.book([text], small.scope, small.year)
    return "".join(piece.text for piece in book.fill(text))


def faults(small: Small, text: str) -> list[str]:
    book = filling.book([text], small.scope, small.year)
    return [piece.fault for piece in book.fill(text) if piece.fault]


def notes(small: Small, text: str) -> list[str]:
    book = filling.book([text], small.scope, small.year)
    return [note for piece in book.fill(text) for note in piece.notes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("收到提案{收到提案}件", "收到提案12件"),
        ("{ 立案提案 · 类别 = 经济建设 }件", "3件"),
        ("｛立案提案·类别＝经济建设｝", "3"),
        ("{立案提案·类别=经济建设·占比}", "30%"),
        ("{proposals.filed}", "10"),
        ("{收到提案·时段=2021}", "0"),
        ("{收到提案·时段=上年}", "0"),
        ("{收到提案·万}万件", "0万件"),
        ("其他{立案提案·类别=除经济建设、社会建设以外}件", "其他4件"),
        ("未归类{立案提案·类别=未归类}件", "未归类0件"),
        ("没有数据的一句", "没有数据的一句"),
    ],
)
def test_a_token_is_the_number_it_names(small: Small, text: str, said: str) -> None:
    assert printed(small, text) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{收道提案}", ("收道提案", "收到提案")),
        ("{立案提案·类别=经济大建设}", ("类别", "经济大建设", "“经济建设”")),
        ("{立案提案·颜色=红}", ("不能按“颜色”", "类别")),
        ("{立案提案·占比}", ("没有细分",)),
        ("{立案提案·随便}", ("随便", "占比")),
        ("{收到提案·时段=去年冬天}", ("时段看不懂", "2022-01-01..2022-12-31")),
        ("{收到提案·时段=2022-02-30..2022-03-01}", ("时段看不懂",)),
        ("{立案提案·类别=除经济大建设以外}", ("类别", "经济大建设", "“经济建设”")),
        ("{办复率·类别=经济建设·占比}", ("占比",)),
    ],
)
def test_a_token_that_means_nothing_is_named_with_what_is_near(
    small: Small, text: str, words: tuple[str, ...]
) -> None:  # fmt: skip
    found = faults(small, text)
    assert len(found) == 1
    assert all(word in found[0] for word in words), found[0]
    assert printed(small, text) == text  # it stands as it was typed


def test_a_name_of_several_figures_is_not_guessed(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    known = registry.figure("proposals.received")
    monkeypatch.setattr(registry, "figures", lambda room=None: (known, replace(known, key="proposals.other")))
    assert "可以指" in tokens.Dictionary(small.scope, small.year).meant(tokens.Token(0, 0, "收到提案")).fault


def test_empty_figures_and_other_periods_are_pointed_out(small: Small) -> None:
    assert "没有记录" in notes(small, "{收到提案·类别=经济建设·时段=2021}")[0]
    assert any("与报告的时段不同" in one for one in notes(small, "{收到提案·时段=2021}"))
    assert notes(small, "{收到提案}") == []


def test_a_rate_without_a_base_is_not_printed_as_a_number(small: Small) -> None:
    text = "办复率{办复率·时段=2021}"
    assert printed(small, text) == "办复率（没有数据）"
    assert "印不出来" in faults(small, text)[0]


def test_more_than_is_said_only_where_it_is_true(small: Small) -> None:
    wording = filling.Wording.of(small.scope, small.year)
    over = type(wording)(wording.places, over=True)
    assert [over.number(Decimal(n)) for n in (99, 160, 164, 171)] == ["99", "160", "160余", "170余"]
    assert over.flagged(Decimal(164), ("确数",)) == "164"
    assert over.flagged(Decimal(1126800), ("万",)) == "112.68"


def test_all_tokens_are_counted_in_one_statement_for_any_number_of_them(small: Small) -> None:
    few = ["{收到提案}{立案提案}"]
    many = ["".join(f"{{{one.name}}}" for one in registry.figures("proposals") if one.shape in ("count", "share"))]
    filling.book(few, small.scope, small.year)
    counts = []
    for texts in (few, many):
        with CaptureQueriesContext(connection) as caught:
            filling.book(texts, small.scope, small.year)
        counts.append(len(caught))
    assert counts[1] <= counts[0] + 1, counts


def test_the_rows_of_every_figure_are_listed_as_they_are_counted(small: Small) -> None:
    asks = [Ask(one, small.scope, small.year) for one in registry.figures()]
    lists = compute.members(asks)
    for ask, result, sides in zip(asks, compute.answers(asks), lists, strict=True):
        if ask.figure.shape == "count":
            assert len(sides[""]) == result.value, ask.figure.key
        elif ask.figure.shape == "share":
            assert (len(sides["part"]), len(sides["whole"])) == (result.numerator, result.denominator), ask.figure.key
        elif ask.figure.shape == "distinct":
            assert len({said for _, said in sides[""] if said}) == result.value, ask.figure.key


def test_a_report_begins_as_the_outline_reads_with_tokens_for_its_numbers(small: Small) -> None:
    parts = library.outline(outline("summary"), small.scope, small.year)
    text = dict(parts)["提案工作"]
    assert "{收到提案}" in text
    assert "{立案提案·类别=经济建设·占比}" in text
    composed = compose(small.scope, small.year, [PROPOSALS]).chapters[0]
    said = "\n".join("".join(one.text for one in paragraph) for paragraph in composed.paragraphs)
    assert printed(small, text) == said


def test_the_library_offers_each_sentence_with_how_it_reads_now(small: Small) -> None:
    offered = {one.key: one for one in library.library(small.scope, small.year)}
    assert "12" in offered["T1"].filled
    assert "{收到提案}" in offered["T1"].text
    assert {f"T{number}" for number in range(1, 12)} <= set(offered)
    for one in offered.values():
        found = faults(small, one.text)
        assert (found == []) if one.filled else all("印不出来" in fault for fault in found), one.key


def test_a_figure_is_found_by_name_alias_and_definition(small: Small) -> None:
    found = finding.find("收到提案", small.scope, small.year)
    assert found[0].token == "{收到提案}"
    assert found[0].value == "12件"
    assert finding.find("没有这种东西啊啊", small.scope, small.year) == []
    parts = finding.split("立案提案", "category", small.scope, small.year)
    assert ("经济建设", "3件", "{立案提案·类别=经济建设}") in parts


def test_numbers_typed_by_hand_are_found_with_what_may_stand_in_their_place(small: Small) -> None:
    text = "全年收到提案{收到提案}件，立案10件，办复率98.5%。委员植树300棵。"
    book = filling.book([text], small.scope, small.year)
    found = sources.bare([("提案工作", text)], book, small.scope, small.year)
    said = {one.said: one for one in found}
    assert set(said) == {"10", "98.5%", "300"}
    assert said["10"].agrees
    assert said["10"].token == "{立案提案}"
    assert not said["98.5%"].agrees
    assert said["98.5%"].token == "{办复率}"
    assert said["300"].token == ""
    for one in found:
        assert text[one.start : one.end] == one.said


@pytest.mark.parametrize(
    ("old", "new"), [("甲。乙。", "甲。丙。"), ("", "甲"), ("一二三四五。六", "一二三五。六七"), ("同", "同")]
)
def test_a_difference_gives_both_texts_back(old: str, new: str) -> None:
    marks = differences(old, new)
    assert "".join(one.text for one in marks if one.what != "come") == old
    assert "".join(one.text for one in marks if one.what != "gone") == new

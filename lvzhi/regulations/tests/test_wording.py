"""Reading a text by articles and holding two against each other: what must hold for any text."""

from __future__ import annotations

import re

import cn2an
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.regulations.tests.chamber import FIRST, SECOND
from lvzhi.regulations.wording import applied, compare, read
from lvzhi.regulations.wording.reading import number

WORDS = st.text("提案委员会议应当按照规定及时办理，。；条第一二三（）0A ", min_size=1, max_size=40)
SPACE = st.sampled_from([" ", "　", "  ", "\t", ""])
NUMERAL = st.sampled_from(["low", "arabic", "full"])


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def written(value: int, how: str) -> str:
    if how == "low":
        return str(cn2an.an2cn(value))
    return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９")) if how == "full" else str(value)


@st.composite
def laws(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of numbered articles, and what each says."""
    how = draw(NUMERAL)
    says = draw(st.lists(WORDS.map(str.strip).filter(bool), min_size=1, max_size=30))
    space = draw(st.sampled_from([" ", "　", "\t"]))
    lines = [f"第{written(place, how)}条{space}{words}" for place, words in enumerate(says, 1)]
    if draw(st.booleans()):
        lines.insert(draw(st.integers(0, len(lines))), "第一章　总则")
    return draw(st.sampled_from(["\n", "\r\n", "\n\n"])).join(["某某办法", *lines]), says


@given(st.text())
def test_nothing_of_any_text_is_lost_or_added(text: str) -> None:
    found = read(text)
    assert bare("".join(one.label + one.text for one in found.pieces)).strip("\ufeff") == bare(text).strip("\ufeff")
    keys = [one.key for one in found.pieces]
    assert len(keys) == len(set(keys))


@given(laws())
def test_articles_are_told_apart_however_they_are_numbered(law: tuple[str, list[str]]) -> None:
    text, says = law
    found = read(text)
    assert [bare(one.text) for one in found.articles] == [bare(one) for one in says]
    assert [one.key for one in found.articles] == [f"a{place}" for place in range(1, len(says) + 1)]
    assert not found.faults


@given(st.integers(1, 9999))
def test_numerals_are_read_as_written(value: int) -> None:
    assert {number(written(value, how)) for how in ("low", "arabic", "full")} == {value}


def test_what_texts_in_the_world_look_like() -> None:
    text = (
        "委员管理办法\n目　录\n第一章 总则\n第二章 附则\n第一章 总则\n第 一 条 为了规范管理。\n第二条：两百字以内。\n"
        "第一条规定的情形除外。\n第三条 前款。 第四条 一行两条。\n第四条之一　补充。\n第六条 漏了一条。\n"
        "第二章 附则\n第七条　施行。"
    )
    found = read(text)
    assert [one.label for one in found.articles] == [
        "第一条", "第二条", "第三条", "第四条", "第四条之一", "第六条", "第七条",
    ]  # fmt: skip
    assert [one.key for one in found.pieces if one.kind == "chapter"] == ["c1", "c2"]
    assert found.articles[1].text.endswith("第一条规定的情形除外。")
    assert [(one.code, one.label) for one in found.faults] == [("gap", "第六条")]
    assert [one.key for one in found.articles][4] == "a4-1"


def test_texts_without_articles_are_read_by_items_or_paragraphs() -> None:
    assert [one.label for one in read("通知\n一、提高认识\n（一）重视\n二、抓好落实").articles] == ["一、", "二、"]
    assert [one.key for one in read("第一段。\n第二段。").articles] == ["p1", "p2"]


@given(laws())
def test_a_text_compared_with_itself_shows_nothing(law: tuple[str, list[str]]) -> None:
    found = read(law[0])
    assert compare(found, found).differing == []


@given(laws(), laws(), st.randoms(use_true_random=False))
def test_the_comparison_applied_to_the_old_text_gives_the_new(
    one: tuple[str, list[str]], other: tuple[str, list[str]], random: object
) -> None:
    shuffled = sorted(one[1] + other[1][:3], key=len)
    mixed = "\n".join(f"第{written(place, 'low')}条　{words}" for place, words in enumerate(shuffled, 1))
    for old, new in ((one[0], other[0]), (one[0], mixed), (mixed, one[0])):
        before, after = read(old), read(new)
        found = compare(before, after)
        assert applied(before, found) == [(piece.label, piece.text) for piece in after.pieces]
        olds = [row.place for row in found.rows if row.old is not None]
        assert sorted(olds) == list(range(len(before.pieces)))
        steady = [row.place for row in found.rows if row.old is not None and not row.moved and row.new is not None]
        assert steady == sorted(steady)


def test_added_removed_changed_moved_and_renumbered() -> None:
    found = compare(read(FIRST), read(SECOND))
    told = [(row.how, row.old.label if row.old else "", row.new.label if row.new else "") for row in found.differing]
    assert told == [
        ("changed", "第二条", "第二条"), ("added", "", "第三条"), ("same", "第三条", "第四条"),
        ("removed", "第四条", ""),
    ]  # fmt: skip
    changed = found.differing[0]
    assert [edit for edit in changed.edits if edit[0] != "same"] == [("in", "具体")]
    moved = compare(
        read("第一条 甲乙丙丁。\n第二条 戊己庚辛。\n第三条 子丑寅卯。"),
        read("第一条 子丑寅卯。\n第二条 甲乙丙丁。\n第三条 戊己庚辛。"),
    )
    assert [row.new.text for row in moved.rows if row.moved and row.new] == ["子丑寅卯。"]
    assert moved.counts == {"added": 0, "removed": 0, "changed": 0, "moved": 1, "renumbered": 2}

"""Two texts beside each other: both come back whole, what agrees is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lvzhi.ui.texts import difference, overlap, pairs, passages

WORDS = st.text("补助标准年起未调整没有 0129A\n", max_size=40)


@given(WORDS, WORDS)
def test_difference_puts_both_texts_together_again(before: str, now: str) -> None:
    pieces = difference(before, now)
    assert "".join(text for how, text in pieces if how != "in") == before
    assert "".join(text for how, text in pieces if how != "out") == now
    assert all(how == "same" for how, _ in difference(now, now))


def test_numbers_are_changed_whole() -> None:
    assert ("out", "2019") in difference("补助标准 2019 年起未调整", "补助标准 2020 年起没有调整")


def test_what_two_texts_have_in_common() -> None:
    one, other = "水碾房社区北门路灯九盏不亮，居民夜间出行不便。", "反映：水碾房社区北门路灯九盏不亮！"
    assert overlap(pairs(one), pairs(one)) == 1
    assert 0.3 < overlap(pairs(one), pairs(other)) < 1
    assert overlap(pairs(one), pairs("")) == 0
    assert passages(one, other) == ["水碾房社区北门路灯九盏不亮"]
    assert passages("短句相同", "短句相同") == []
    assert passages("甲。管护主体不清已有多年！乙", "丙。管护主体不清已有多年！丁") == ["管护主体不清已有多年"]

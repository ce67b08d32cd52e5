"""Characters are counted from the text, in one way: what the norm says, concatenation adds up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.norms import actions as values
from lvzhi.publications.models import Manuscript
from lvzhi.publications.tests.press import COUNT, TEXT, TODAY, Press
from lvzhi.ui.formats import signs

SKIPS = st.sets(st.sampled_from(("blanks", "punctuation")))
TEXTS = st.text(st.sampled_from("文史一〇，。《》“”…—·!?-_ \t　\u2028\x0b\r\nAb3①é𠮷\u0301"), max_size=60)


@given(TEXTS, TEXTS, SKIPS)
def test_the_count_of_two_texts_is_the_sum(one: str, other: str, skips: set[str]) -> None:
    assert signs(one + other, skips) == signs(one, skips) + signs(other, skips)


@given(TEXTS, SKIPS)
def test_breaks_never_count_and_nothing_counts_twice(text: str, skips: set[str]) -> None:
    assert signs(text, skips) == signs(text.replace("\r", "").replace("\n", ""), skips)
    assert 0 <= signs(text, skips) <= len(text)
    assert signs(text, skips | {"blanks"}) <= signs(text, skips)


@given(TEXTS)
def test_what_is_left_out_is_what_is_named(text: str) -> None:
    blanks = sum(one.isspace() and one not in "\r\n" for one in text)
    points = sum(unicodedata.category(one).startswith("P") for one in text)
    assert signs(text) - signs(text, {"blanks"}) == blanks
    assert signs(text) - signs(text, {"punctuation"}) == points


@pytest.mark.parametrize(
    ("text", "whole", "plain"),
    [("文史，第一期。", 7, 5), ("A B\n\nC", 4, 3), ("", 0, 0), ("《乌》\r\n（一）", 6, 2), ("1950年", 5, 5)],
)
def test_known_counts(text: str, whole: int, plain: int) -> None:
    assert (signs(text), signs(text, {"blanks", "punctuation"})) == (whole, plain)


def test_a_manuscript_is_counted_by_the_norm_of_its_day(press: Press) -> None:
    manuscript = press.at("submitted")
    assert manuscript.chars == COUNT
    page = press.login(press.jia).get(f"/publications/manuscript/{manuscript.uid}/").content.decode()
    assert f"{COUNT}字。字数计正文的文字和标点，空格、换行不计" in page
    actor, key = press.actor(press.bai), "publications.count_punctuation"
    values.set_value(actor, press.here, key, value=False, starts=TODAY, ground="按纯文字")
    fewer = press.begin(title="另一篇")
    assert fewer.chars == signs(TEXT, {"blanks", "punctuation"}) < COUNT
    assert Manuscript.objects.get(pk=manuscript.pk).chars == COUNT

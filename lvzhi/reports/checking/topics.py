"""What a text says an act was about, and which recorded topic it means: in its own words, not letter by letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lvzhi.reports.checking import lexicon

SHORTEST = 2
LEAST = 4  # characters of a topic that tell it from others
TELLING = 6  # characters from which a topic is known outside a list of topics too
ALIKE = 0.75  # share of the shorter one's pairs of characters that both have
BLANK = "□"


@dataclass(frozen=True, slots=True)
class About:
    """A stretch of text without what it says acts were about.

    Args:
        text: the rest of it.
        topics: what it lists behind 围绕, 就, 对, with an act of its own (就甲开展协商).
        open: the same without one: a clause that says what the acts behind it were about (围绕甲，…).
        named: what it lists as the object of an act, where a kind of act may stand as well (开展甲、乙等活动).
    """

    text: str
    topics: tuple[str, ...]
    open: tuple[str, ...]
    named: tuple[str, ...]


@lru_cache(maxsize=512)
def about(text: str) -> About:
    """Take the topics out of a stretch of text, and the titles of books."""
    found: list[list[str]] = [[], [], []]
    for pattern in lexicon.TOPIC_LISTS:
        match = pattern.search(text)
        while match is not None:
            start, end = match.span("list")
            if not lexicon.ASPECTS.search(match["list"]):
                behind = text[match.end() : match.end() + 1]
                kept = 2 if pattern is not lexicon.TOPIC_LISTS[0] else 1 if behind in lexicon.CLAUSE_ENDS else 0
                found[kept] += lexicon.TOPIC_JOINT.split(match["list"])
            text = text[:start] + BLANK * (end - start) + text[end:]
            match = pattern.search(text, end)
    rest = lexicon.BOOK.sub(lambda book: BLANK * len(book[0]), text)
    return About(rest, *(tuple(filter(_telling, items)) for items in found))


def said(topics: Sequence[str], text: str, choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The recorded topics, as (value, label), that a text means.

    Args:
        topics: what the text lists.
        text: the whole of it, in which a topic may also stand outside a list, in full.
        choices: the recorded topics.
    """
    whole = lexicon.plain_topic(text)
    return [
        (value, label)
        for value, label in choices
        if any(alike(item, label) for item in topics) or (len(core(label)) >= TELLING and core(label) in whole)
    ]


@lru_cache(maxsize=8192)
def core(text: str) -> str:
    """The words that tell a topic from others: without marks, and without what any topic may begin or end with."""
    return lexicon.TOPIC_ENDS.sub("", lexicon.plain_topic(text))


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def alike(one: str, other: str) -> bool:
    """Whether two wordings mean one topic: nearly all of the shorter stands in the longer."""
    first, second = core(one), core(other)
    if min(len(first), len(second)) < LEAST:
        return first == second != ""
    ours, theirs = _pairs(first), _pairs(second)
    return len(ours & theirs) >= ALIKE * min(len(ours), len(theirs))


def _telling(item: str) -> bool:
    """Whether an item names something at all (not 中心大局, 主题)."""
    return len(lexicon.TOPICLESS.sub("", core(item))) >= SHORTEST

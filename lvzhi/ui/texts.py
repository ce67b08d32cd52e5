"""Two texts beside each other: what was taken out and put in, how much they have in common, where they agree.

Pure reckoning, for every room that shows two texts; nothing is kept, nothing leaves the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

SAME, CHANGED = "same", "changed"
OUT, IN = "out", "in"
Edit = tuple[str, str]  # how (same, out, in), words
_TOKENS: Final = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
_EDGES: Final = re.compile(r"^\W+|\W+$")
PASSAGE: Final = 8  # signs: shorter agreements are phrases that all texts share
SHOWN: Final = 3


def difference(before: str, now: str) -> tuple[Edit, ...]:
    """What was taken out and put in, sign by sign, words and numbers of Latin script whole."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(now)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found: list[list[str]] = []
    for place, (tag, a, b, c, d) in enumerate(codes):
        was, is_now = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal" and (len(was) > 1 or place in (0, len(codes) - 1)):
            found.append([SAME, was, is_now])
        elif found and found[-1][0] != SAME:  # one sign alike between two changes is no rest for the eye
            found[-1][1] += was
            found[-1][2] += is_now
        else:
            found.append([CHANGED, was, is_now])
    return tuple(edit for one in found for edit in _edits(*one))


def _edits(how: str, was: str, is_now: str) -> Iterator[Edit]:
    if how == SAME or was == is_now:
        yield SAME, was
        return
    if was:
        yield OUT, was
    if is_now:
        yield IN, is_now


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring signs of a text, without marks and spaces."""
    bare = re.sub(r"[\W_]+", "", text)
    return frozenset(bare[place : place + 2] for place in range(len(bare) - 1))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Pairs in common, of all pairs of both: 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def passages(one: str, other: str) -> list[str]:
    """The longest passages that stand in both texts, without marks at their ends."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    found = {_EDGES.sub("", one[block.a : block.a + block.size]) for block in blocks if block.size >= PASSAGE}
    return sorted((text for text in found if len(text) >= PASSAGE), key=len, reverse=True)[:SHOWN]


def marked(text: str, shared: Sequence[str]) -> list[tuple[bool, str]]:
    """A text in pieces, each with whether it is one of the passages shared with another text."""
    wanted = [re.escape(one) for one in sorted(shared, key=len, reverse=True) if one]
    if not wanted:
        return [(False, text)] if text else []
    parts = re.split(f"({'|'.join(wanted)})", text)
    return [(place % 2 == 1, part) for place, part in enumerate(parts) if part]

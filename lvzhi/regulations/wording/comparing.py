"""Two texts of a rule article by article: what was added, removed, changed within, moved.

Articles are paired first by equal words, then by the likeness of their pairs of signs; an article is moved where it
stands in another order than the others. Applying the comparison to the old text gives the new one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lvzhi.regulations.wording.reading import Piece, Reading
from lvzhi.ui.texts import CHANGED, IN, OUT, SAME, Edit, difference

ADDED, REMOVED = "added", "removed"
LIKE: Final = 0.5  # articles of which less is alike are two different ones
LIKE_NUMBERED: Final = 0.3  # of those that bear the same number


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison.

    Args:
        how: same, changed, added, removed.
        old, new: the piece in either text; None where it has none.
        place: of the old piece in its text.
        moved: it stands in another order than the pieces around it.
        edits: what was taken out and put in, in reading order.
    """

    how: str
    old: Piece | None
    new: Piece | None
    place: int = -1
    moved: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def renumbered(self) -> bool:
        """Whether only its number is another one."""
        return self.old is not None and self.new is not None and self.old.label != self.new.label

    @property
    def differs(self) -> bool:
        """Whether there is anything to show."""
        return self.how != SAME or self.moved or self.renumbered

    @property
    def before(self) -> list[Edit]:
        """The old words, with those marked that were taken out."""
        return [one for one in self.edits if one[0] != IN]

    @property
    def after(self) -> list[Edit]:
        """The new words, with those marked that were put in."""
        return [one for one in self.edits if one[0] != OUT]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All lines in the order of the new text; what was removed stands where it stood."""

    rows: tuple[Row, ...]

    @property
    def differing(self) -> list[Row]:
        """Those that differ."""
        return [row for row in self.rows if row.differs]

    @property
    def counts(self) -> dict[str, int]:
        """How many were added, removed, changed, moved, only renumbered."""
        found = Counter(row.how for row in self.rows)
        still = [row for row in self.rows if row.how == SAME]
        return {
            ADDED: found[ADDED],
            REMOVED: found[REMOVED],
            CHANGED: found[CHANGED],
            "moved": sum(row.moved for row in self.rows),
            "renumbered": sum(row.renumbered and not row.moved for row in still),
        }


def compare(old: Reading, new: Reading) -> Comparison:
    """Hold two readings against each other."""
    pairs = _pairs(old.pieces, new.pieces)
    steady = _steady(pairs)
    rows: list[Row] = []
    for place, piece in enumerate(new.pieces):
        at = pairs.get(place)
        if at is None:
            rows.append(Row(ADDED, None, piece, edits=((IN, piece.text),) if piece.text else ()))
            continue
        before = old.pieces[at]
        how = SAME if before.text == piece.text else CHANGED
        edits = difference(before.text, piece.text)
        rows.append(Row(how, before, piece, place=at, moved=place not in steady, edits=edits))
    paired = set(pairs.values())
    gone = [place for place in range(len(old.pieces)) if place not in paired]
    return Comparison(tuple(_with_removed(rows, gone, old.pieces)))


def _with_removed(rows: Sequence[Row], gone: Sequence[int], pieces: Sequence[Piece]) -> Iterator[Row]:
    """Each removed piece behind the nearest unmoved one that stood before it."""
    steady = [row.place for row in rows if row.old is not None and not row.moved]
    behind: dict[int, list[int]] = {}
    for place in gone:
        at = bisect_left(steady, place)
        behind.setdefault(steady[at - 1] if at else -1, []).append(place)

    def removed(place: int) -> Iterator[Row]:
        for one in behind.get(place, ()):
            words = pieces[one].text
            yield Row(REMOVED, pieces[one], None, place=one, edits=((OUT, words),) if words else ())

    yield from removed(-1)
    for row in rows:
        yield row
        if row.old is not None and not row.moved:
            yield from removed(row.place)


def _pairs(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Which old piece each new one was: by equal words and number, by equal words, by likeness."""
    pairs: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for same_number in (True, False):
        known: dict[tuple[str, ...], list[int]] = {}
        for place in reversed(list(free)):
            known.setdefault(_name(old[place], number=same_number), []).append(place)
        for place, piece in enumerate(new):
            several = known.get(_name(piece, number=same_number))
            if place not in pairs and several:
                pairs[place] = several.pop()
                del free[pairs[place]]
    left = [place for place in range(len(new)) if place not in pairs]
    for _, place, at in sorted(_likeness(old, new, list(free), left), reverse=True):
        if place not in pairs and at in free:
            pairs[place] = at
            del free[at]
    return pairs


def _name(piece: Piece, *, number: bool) -> tuple[str, ...]:
    return (piece.kind, piece.text, piece.label) if number else (piece.kind, piece.text)


def _likeness(
    old: Sequence[Piece], new: Sequence[Piece], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """Candidates as (likeness, new place, old place)."""
    signs = {place: _signs(old[place].text) for place in olds}
    for place in news:
        mine = _signs(new[place].text)
        for at in olds:
            if old[at].kind != new[place].kind:
                continue
            whole = mine.total() + signs[at].total()
            alike = 2 * (mine & signs[at]).total() / whole if whole else 0.0
            same = old[at].label == new[place].label
            if alike >= (LIKE_NUMBERED if same else LIKE):
                yield alike + same * LIKE_NUMBERED, place, at


def _signs(text: str) -> Counter[str]:
    bare = re.sub(r"\s", "", text)
    return Counter(bare[at : at + 2] for at in range(max(len(bare) - 1, 1)))


def _steady(pairs: dict[int, int]) -> set[int]:
    """New places of the longest run whose old places rise: the others were moved."""
    ends: list[int] = []
    heads: list[int] = []
    back: dict[int, int | None] = {}
    for place, at in sorted(pairs.items()):
        spot = bisect_left(ends, at)
        back[place] = heads[spot - 1] if spot else None
        ends[spot : spot + 1] = [at]
        heads[spot : spot + 1] = [place]
    found: set[int] = set()
    place_now = heads[-1] if heads else None
    while place_now is not None:
        found.add(place_now)
        place_now = back[place_now]
    return found


def applied(old: Reading, comparison: Comparison) -> list[tuple[str, str]]:
    """The new text by (label, words), made of the old one and what the comparison says of it alone."""
    made: list[tuple[str, str]] = []
    for row in comparison.rows:
        if row.new is None:
            continue
        source, words, at = old.pieces[row.place].text if row.old else "", "", 0
        for how, text in row.edits:
            if how == IN:
                words += text
                continue
            if how == SAME:
                words += source[at : at + len(text)]
            at += len(text)
        made.append((row.new.label, words))
    return made

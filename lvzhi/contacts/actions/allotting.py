"""Who is proposed to keep in touch with whom: everybody gets somebody, evenly, nobody beyond the limit, nobody oneself.

Pure arithmetic over keys; it reads and writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

End = Any  # a key that tells one end from every other, whatever the caller uses


@dataclass
class Allotted:
    """A proposal.

    Args:
        pairs: (near, far) in the order of the far ends.
        left: far ends for whom nobody has room.
        idle: near ends that still have fewer than wanted.
    """

    pairs: list[tuple[End, End]] = field(default_factory=list)
    left: list[End] = field(default_factory=list)
    idle: list[End] = field(default_factory=list)


def allot(
    near: Sequence[End],
    far: Sequence[End],
    held: Mapping[End, Sequence[End]],
    *,
    lacking: Sequence[End],
    least: int = 0,
    most: int = 0,
    same: Mapping[End, End] | None = None,
    group: Mapping[End, frozenset[int]] | None = None,
) -> Allotted:
    """Propose pairs.

    Args:
        near: who can keep in touch; far: who or what can be kept in touch with, of whom the `lacking` have nobody.
        held: pairs that there are already.
        least, most: pairs wanted of each near end, and allowed; no limit where most is 0.
        same: the far key under which a near end stands on the other side too: nobody is given himself.
        group: what each end belongs to; those who share something come first, as far as evenness allows.
    """
    made = _Allotment(near, held, most, same or {}, group or {})
    made.cover(lacking)
    made.busy(far, least)
    idle = [one for one in near if len(made.given[one]) < least]
    order = {one: place for place, one in enumerate(far)}
    made.new.sort(key=lambda pair: order[pair[1]])
    return Allotted(list(made.new), list(made.left), list(idle))


class _Allotment:
    """Pairs held and new while they are being made."""

    def __init__(
        self, near: Sequence[End], held: Mapping[End, Sequence[End]], most: int, same: Mapping[End, End],
        group: Mapping[End, frozenset[int]],
    ) -> None:  # fmt: skip
        self.near, self.most, self.same, self.group = list(near), most, dict(same), group
        self.given: dict[End, set[End]] = {one: set(held.get(one, ())) for one in near}
        self.new: list[tuple[End, End]] = []
        self.left: list[End] = []
        self.place: dict[End, int] = {one: place for place, one in enumerate(near)}

    def room(self, one: End) -> bool:
        """Whether a near end may have another."""
        return not self.most or len(self.given[one]) < self.most

    def fits(self, one: End, far: End) -> bool:
        """Whether the two may be put together: not oneself, not twice."""
        return self.same.get(one) != far and far not in self.given[one]

    def put(self, one: End, far: End) -> None:
        """Put two together."""
        self.given[one].add(far)
        self.new.append((one, far))

    def cover(self, lacking: Sequence[End]) -> None:
        """Give everybody somebody: of the own group where that stays even, else whoever has fewest."""
        fair = self._fair(len(lacking))
        waiting = sorted(lacking, key=lambda far: self._choices(far, fair))  # those with few choices first
        for far in waiting:
            free = [one for one in self.near if self.room(one) and self.fits(one, far)]
            if free:
                self.put(min(free, key=lambda one: self._cost(one, far, fair)), far)
            elif not self._swap(far):
                self.left.append(far)

    def _fair(self, count: int) -> int:
        """How many each has when all have the same, rounded up."""
        held = sum(len(one) for one in self.given.values())
        return -(-(held + count) // len(self.near)) if self.near else 0

    def _choices(self, far: End, fair: int) -> int:
        own = self.group.get(far, frozenset())
        return sum(1 for one in self.near if own & self.group.get(one, frozenset())) or len(self.near)

    def _cost(self, one: End, far: End, fair: int) -> tuple[bool, bool, int, int]:
        load = len(self.given[one])
        apart = not (self.group.get(one, frozenset()) & self.group.get(far, frozenset()))
        return load >= fair, apart, load, self.place[one]

    def _swap(self, far: End) -> bool:
        """Only oneself has room: exchange with somebody just paired."""
        for one in self.near:
            if not self.room(one):
                continue
            for place, (other, taken) in enumerate(self.new):
                if other != one and self.fits(one, taken) and self.fits(other, far):
                    self.given[other].discard(taken)
                    self.new[place] = (one, taken)
                    self.given[one].add(taken)
                    self.put(other, far)
                    return True
        return False

    def busy(self, far: Sequence[End], least: int) -> None:
        """Give who has fewer than wanted a second partner of somebody: of those with the fewest partners."""
        partners: dict[End, int] = dict.fromkeys(far, 0)
        for taken in self.given.values():
            for one in taken:
                if one in partners:
                    partners[one] += 1
        for one in self.near:
            while len(self.given[one]) < least and self.room(one):
                free = [other for other in far if self.fits(one, other)]
                if not free:
                    break
                chosen = min(free, key=lambda other: (partners[other], self._apart(one, other)))
                partners[chosen] += 1
                self.put(one, chosen)

    def _apart(self, one: End, far: End) -> bool:
        return not (self.group.get(one, frozenset()) & self.group.get(far, frozenset()))

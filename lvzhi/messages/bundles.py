"""Many messages of one kind and week as one line; the others of it stand folded below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lvzhi.deadlines import clock
from lvzhi.messages.models import Message
from lvzhi.messages.vocabulary import MORE

FEW = 3
ALONE = 2  # so many of a kind stand by themselves: folding them would save nothing


@dataclass(slots=True)
class Bundle:
    """A message, and others of its kind."""

    first: Message
    rest: list[Message] = field(default_factory=list)

    @property
    def more(self) -> str:
        """What the fold says."""
        return MORE.format(count=len(self.rest))

    @property
    def open(self) -> bool:
        """Whether the fold stands open: a few unread ones are not hidden."""
        return 0 < self.new <= FEW

    @property
    def new(self) -> int:
        """How many of those folded wait to be read."""
        return sum(one.is_new for one in self.rest)


def bundled(messages: Iterable[Message]) -> list[Bundle]:
    """The messages in their order, those of a code and week together with the newest of them."""
    groups: dict[tuple[str, tuple[int, int]], list[Message]] = {}
    for one in messages:
        groups.setdefault((one.code, clock.as_day(one.sent_at).isocalendar()[:2]), []).append(one)
    found = []
    for several in groups.values():
        if len(several) <= ALONE:
            found += [Bundle(one) for one in several]
        else:
            found.append(Bundle(several[0], several[1:]))
    return found

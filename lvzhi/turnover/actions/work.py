"""One run of a change of term, on trial or for good: what it may, what it found, what it counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import LoginActor, Post
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.people import queries as people
from lvzhi.people.vocabulary import CPC, ON_STANDING_COMMITTEE
from lvzhi.turnover.models import Change
from lvzhi.turnover.vocabulary import FIGURES, PROBLEMS, SECTOR_FIGURE, UNITS

R = TypeVar("R")
LENT = (Role.OFFICE, Role.SYSTEM_ADMIN)


def mandate(actor: Actor, committee: Committee) -> Actor:
    """The actor with what the plan was approved for: the office's and the administrator's hand in this committee.

    The journal goes on naming the person. A job or the command line may all already.
    """
    if not isinstance(actor, LoginActor):
        return actor
    known = {one.name: getattr(actor, one.name) for one in fields(LoginActor)}
    lent = (Post(role, committee.pk, committee.path) for role in LENT)
    return LoginActor(**known | {"posts": (*actor.posts, *lent)})


@dataclass
class Work:
    """A run and what it gathers.

    Args:
        stops, looks: sentences of what keeps it from being done, and of what to look at.
        counts: how many of what.
        figures: (key, name, before, after).
    """

    change: Change
    actor: Actor
    stops: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    figures: list[tuple[str, str, int | None, int | None]] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.actor = mandate(self.actor, self.change.committee)

    @property
    def committee(self) -> Committee:
        """Whose term changes."""
        return self.change.committee

    @property
    def last(self) -> dt.date:
        """The old term's last day."""
        return self.change.last_day

    @property
    def starts(self) -> dt.date:
        """The new term's first day."""
        return self.change.starts

    def attempt(self, what: str, do: Callable[[], R]) -> R | None:
        """Do something; what a room refuses becomes a problem, and the work goes on to find the others."""
        try:
            return do()
        except Refusal as refusal:
            self.stop("refused", what=what, sentence=refusal.sentence)
            return None

    def stop(self, code: str, **facts: object) -> None:
        """Note what keeps the change from being carried out."""
        self.stops.append(PROBLEMS[code].format_map(facts))

    def look(self, code: str, **facts: object) -> None:
        """Note what somebody should look at."""
        self.looks.append(PROBLEMS[code].format_map(facts))

    def measure(self, day: dt.date) -> dict[str, int]:
        """Members, Party members, standing members, and members of each sector on a day."""
        scope = Scope(self.committee)
        rows = people.members_on(scope, day)
        found = {
            "members": rows.count(),
            "party": rows.filter(people.affiliated(CPC, day)).count(),
            "standing": rows.filter(people.holding(ON_STANDING_COMMITTEE, day)).count(),
        }
        organs = list(organs_on(self.committee, day, OrganKind.SECTOR))
        counted = people.seats_counted(organs, day)
        return found | {SECTOR_FIGURE.format(name=one.name): counted.get(one.pk, 0) for one in organs}

    def compare(self, before: dict[str, int], after: dict[str, int]) -> None:
        """Put the numbers of both terms beside each other, then what the run did."""
        for key in dict.fromkeys((*before, *after)):
            self.figures.append((key, FIGURES.get(key, key), before.get(key, 0), after.get(key, 0)))
        for key in FIGURES:
            if self.counts[key] and key not in before:
                self.figures.append((key, FIGURES[key], None, self.counts[key]))

    def report(self) -> dict[str, Any]:
        """What it came to, to be kept and shown."""
        return {
            "figures": [
                [key, name, before, after, UNITS.get(key, UNITS["sector"])] for key, name, before, after in self.figures
            ],
            "stops": self.stops,
            "looks": self.looks,
            "counts": dict(self.counts),
        }

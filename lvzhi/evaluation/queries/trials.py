"""A trial: the same year's facts under two rule sets, and how each person comes out under both (peers §3.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from lvzhi import norms
from lvzhi.committee.models import Committee
from lvzhi.evaluation.kinds import FactKind
from lvzhi.evaluation.norms import LEAST_MONTHS, PART_YEAR
from lvzhi.evaluation.queries.facts import facts_of, judged_of, kinds_of, period_of, units_judged
from lvzhi.evaluation.queries.rulesets import moved
from lvzhi.evaluation.reckoning import Account, Fact, Graded, Judged, Rules, Settled, grade_all, judge
from lvzhi.evaluation.vocabulary.states import Subject

PRORATE = "prorate"


@dataclass(frozen=True, slots=True)
class Came:
    """How one comes out under a rule set."""

    account: Account
    graded: Graded

    @property
    def grade(self) -> str:
        """The grade's name."""
        return self.graded.grade.name if self.graded.grade else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One person or unit under both."""

    name: str
    old: Came
    new: Came

    @property
    def change(self) -> Decimal:
        """By how many points."""
        return self.new.account.total - self.old.account.total

    @property
    def moved(self) -> bool:
        """Whether the grade is another one."""
        return self.new.grade != self.old.grade


def part_year(committee: Committee, rules: Rules) -> dict[str, Any]:
    """How who was a member for a part of the year is graded, by the norms of the year's last day."""
    day = rules.ends
    return {
        "prorate": norms.value(PART_YEAR, committee, day) == PRORATE,
        "least_months": int(norms.value(LEAST_MONTHS, committee, day)),
    }


def people_of(committee: Committee, rules: Rules) -> list[tuple[Judged, str]]:
    """Who is judged by a rule set: units, or members whom it concerns."""
    if rules.of_units:
        return units_judged(committee, rules)
    found = judged_of(committee, rules)
    return [pair for pair in found if rules.subject != Subject.STANDING or pair[0].standing]


def reckon(
    committee: Committee, rules: Rules, people: list[tuple[Judged, str]], facts: list[Fact],
    settled: Mapping[int, Mapping[str, Settled]] | None = None,
) -> dict[int, Came]:  # fmt: skip
    """Everybody's account and grade under a rule set. No statement but for two norms."""
    by_who: dict[int, list[Fact]] = {}
    for fact in facts:
        by_who.setdefault(fact.who, []).append(fact)
    accounts = [judge(rules, one, by_who.get(one.who, ()), (settled or {}).get(one.who)) for one, _ in people]
    graded = grade_all(rules, accounts, **part_year(committee, rules))
    return {one.who: Came(one, graded[one.who]) for one in accounts}


def onto(rules: Rules, other: Rules) -> Rules:
    """The rules laid on the year of another, windows moved with them."""
    years = other.year - rules.year
    items = tuple(
        replace(
            item, since=None if item.since is None else moved(item.since, years),
            until=None if item.until is None else moved(item.until, years),
        )
        for item in rules.items
    )  # fmt: skip
    return replace(rules, year=other.year, starts=other.starts, ends=other.ends, items=items)


def compare(committee: Committee, new: Rules, old: Rules) -> list[Difference]:
    """The year of `old` reckoned by both, by name and never by points. A fixed number of statements."""
    laid = onto(new, old)
    people = people_of(committee, old)
    kinds: list[FactKind] = list({one.key: one for one in (*kinds_of(laid), *kinds_of(old))}.values())
    facts = facts_of(committee, period_of(old), kinds)
    was, becomes = (reckon(committee, one, people, facts) for one in (old, laid))
    return [Difference(name, was[one.who], becomes[one.who]) for one, name in people]

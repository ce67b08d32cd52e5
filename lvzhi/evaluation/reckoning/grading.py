"""From accounts to grades: borders, conditions, quotas. Only here does one account look at another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from lvzhi.evaluation.reckoning.judging import YEAR
from lvzhi.evaluation.reckoning.saying import plain
from lvzhi.evaluation.reckoning.values import ONE, Account, Grade, Rules
from lvzhi.evaluation.vocabulary import saying
from lvzhi.evaluation.vocabulary.states import Rounding

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade one comes to, and every sentence of why. None: no grade is given."""

    who: int
    grade: Grade | None
    reasons: tuple[str, ...]


def grade_all(
    rules: Rules, accounts: Sequence[Account], *, prorate: bool = False, least_months: int = 0
) -> dict[int, Graded]:
    """The grade of each account: by the border, then the conditions, then the quota.

    Args:
        prorate: whether the borders are reckoned down for who was a member for a part of the year.
        least_months: who was a member for fewer months gets no grade.
    """
    found = {one.who: _bordered(rules, one, prorate=prorate, least_months=least_months) for one in accounts}
    totals = {one.who: one.total for one in accounts}
    base = sum(1 for one in found.values() if one.grade is not None)
    for place, grade in enumerate(rules.grades[:-1]):
        if grade.quota is not None:
            _keep_quota(grade, rules.grades[place + 1], rules, found, totals, base)
    return found


def grade_one(
    rules: Rules, account: Account, *, held: dict[int, int], base: int, prorate: bool = False, least_months: int = 0
) -> Graded:
    """The grade of one after the others were decided: a quota that is full stays full.

    Args:
        held: how many others have each grade. base: how many were graded.
    """
    found = _bordered(rules, account, prorate=prorate, least_months=least_months)
    for place, grade in enumerate(rules.grades[:-1]):
        most = quota_of(grade, rules, base)
        if found.grade == grade and most is not None and held.get(grade.number, 0) >= most:
            lower = rules.grades[place + 1]
            words = saying.BY_QUOTA.format(
                grade=grade.name, quota=plain(grade.quota), count=base, most=most, next=lower.name
            )
            found = Graded(account.who, lower, (*found.reasons, words))
    return found


def quota_of(grade: Grade, rules: Rules, count: int) -> int | None:
    """How many of `count` may have the grade; None: as many as come to it."""
    if grade.quota is None:
        return None
    way = ROUND_HALF_UP if rules.rounding == Rounding.HALF_UP else ROUND_DOWN
    return int((count * grade.quota / WHOLE).quantize(ONE, rounding=way))


def _bordered(rules: Rules, account: Account, *, prorate: bool, least_months: int) -> Graded:
    if not rules.grades:
        return Graded(account.who, None, (saying.NO_GRADE.format(total=plain(account.total)),))
    if account.months < least_months:
        words = saying.SHORT_TERM.format(months=account.months, least=least_months)
        return Graded(account.who, None, (words,))
    part = Decimal(account.months) / YEAR if prorate and account.months < YEAR else ONE
    grade = _grade_of(rules, account.total, part)
    reasons = [saying.PRORATED.format(months=account.months, year=YEAR)] if part != ONE else []
    reasons.append(_border_words(grade, account.total, part))
    for need in account.needs:
        limit = next((one for one in rules.grades if one.number == need.limit), None)
        if not need.met and limit is not None and _worse(rules, limit, grade):
            grade = limit
            reasons += [need.said]
    return Graded(account.who, grade, tuple(reasons))


def _grade_of(rules: Rules, total: Decimal, part: Decimal) -> Grade:
    return next((one for one in rules.grades if one.least is None or total >= one.least * part), rules.grades[-1])


def _worse(rules: Rules, limit: Grade, grade: Grade) -> bool:
    order = [one.number for one in rules.grades]
    return order.index(limit.number) > order.index(grade.number)


def _border_words(grade: Grade, total: Decimal, part: Decimal) -> str:
    least = None if grade.least is None else grade.least * part
    below = None if grade.below is None else grade.below * part
    said = saying.FROM.format(least=plain(least)) if least is not None else ""
    upper = "" if below is None else (saying.BELOW if said else saying.BELOW_ONLY).format(below=plain(below))
    return saying.GRADE.format(total=plain(total), from_=said, below=upper, grade=grade.name)


def _keep_quota(
    grade: Grade, lower: Grade, rules: Rules, found: dict[int, Graded], totals: dict[int, Decimal], base: int
) -> None:
    """Those beyond the quota go a grade down; those with equal points at its edge too: people decide between them."""
    most = quota_of(grade, rules, base) or 0
    held = sorted((who for who, one in found.items() if one.grade == grade), key=lambda who: (-totals[who], who))
    if len(held) <= most:
        return
    edge = totals[held[most]]
    for who in held:
        if totals[who] > edge:
            continue
        tied = totals[who] == edge and most > 0 and totals[held[most - 1]] == edge
        words = (saying.BY_TIE if tied else saying.BY_QUOTA).format(
            grade=grade.name, quota=plain(grade.quota), count=base, most=most, next=lower.name
        )
        found[who] = Graded(who, lower, (*found[who].reasons, words))


def held_by(found: Iterable[Graded]) -> dict[int, int]:
    """How many have each grade."""
    counts: dict[int, int] = {}
    for one in found:
        if one.grade is not None:
            counts[one.grade.number] = counts.get(one.grade.number, 0) + 1
    return counts

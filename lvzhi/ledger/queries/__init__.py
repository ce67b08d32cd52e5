"""Reads of the ledger: scope or actor first."""

from __future__ import annotations

from lvzhi.ledger.queries.five import Fix, five, missing
from lvzhi.ledger.queries.persons import called_persons, persons_here, speakers
from lvzhi.ledger.queries.reading import (
    advice,
    advice_detailed,
    advice_listed,
    advice_readable,
    assignable,
    author_accounts,
    by_urgency,
    gatherable,
    handable,
    last_addressee,
    matching,
    measures_of,
    one_advice,
    one_problem,
    organ_here,
    problem_detailed,
    problems,
    problems_listed,
    problems_readable,
)

__all__ = [
    "Fix",
    "advice",
    "advice_detailed",
    "advice_listed",
    "advice_readable",
    "assignable",
    "author_accounts",
    "by_urgency",
    "called_persons",
    "five",
    "gatherable",
    "handable",
    "last_addressee",
    "matching",
    "measures_of",
    "missing",
    "one_advice",
    "one_problem",
    "organ_here",
    "persons_here",
    "problem_detailed",
    "problems",
    "problems_listed",
    "problems_readable",
    "speakers",
]

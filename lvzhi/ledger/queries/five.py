"""The five labels 五定 of a problem: which five, what they are called, and whether each is settled (R9.2)."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.ledger.models import Problem
from lvzhi.ledger.vocabulary import codes as words
from lvzhi.ledger.vocabulary.words import COUNTED_MEASURES, NAMES
from lvzhi.norms import codes
from lvzhi.ui.formats import day as written


@dataclass(frozen=True, slots=True)
class Fix:
    """One of the five: what it is called, and what was settled ("" while nothing is)."""

    code: str
    label: str
    value: str


def five(problem: Problem) -> list[Fix]:
    """The labels of the problem's committee on the day it was found, with what is settled of each."""
    return [
        Fix(one.code, one.name, _value(problem, one.code))
        for one in codes.codes(words.FIVE, problem.committee_id, problem.found_on)
    ]


def missing(problem: Problem) -> list[str]:
    """The labels of which nothing is settled."""
    return [fix.label for fix in five(problem) if not fix.value]


def _value(problem: Problem, code: str) -> str:
    named = [one.name for one in (problem.owner_unit, problem.owner_organ) if one is not None]
    person = problem.owner_person.name if problem.owner_person is not None else ""
    return {
        "task": problem.title_for_people,
        "measure": COUNTED_MEASURES.format(count=problem.measures_count) if problem.measures_count else "",
        "person": person or problem.leader,
        "responsibility": NAMES.join(named),
        "time": written(problem.finish_by) if problem.finish_by else "",
        "standard": problem.standard,
        "leader": problem.leader,
        "progress": problem.result,
    }.get(code, "")

"""Rules and facts to points: pure values and functions, one implementation of each rule (R7.13). No database."""

from __future__ import annotations

from lvzhi.evaluation.reckoning.faults import Fault, faults_of
from lvzhi.evaluation.reckoning.grading import Graded, grade_all, grade_one, quota_of
from lvzhi.evaluation.reckoning.judging import judge, resettled
from lvzhi.evaluation.reckoning.plain import rules_of, told
from lvzhi.evaluation.reckoning.values import (
    Account,
    Block,
    Fact,
    Grade,
    Item,
    Judged,
    Line,
    Need,
    Needed,
    Rules,
    Settled,
)

__all__ = [
    "Account", "Block", "Fact", "Fault", "Grade", "Graded", "Item", "Judged", "Line", "Need", "Needed", "Rules",
    "Settled", "faults_of", "grade_all", "grade_one", "judge", "quota_of", "resettled", "rules_of", "told",
]  # fmt: skip

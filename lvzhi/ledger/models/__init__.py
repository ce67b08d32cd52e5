"""Problems with their measures, pieces of advice with their authors."""

from __future__ import annotations

from lvzhi.ledger.models.advice import Advice, Author
from lvzhi.ledger.models.problem import Measure, Problem, Progress

__all__ = ["Advice", "Author", "Measure", "Problem", "Progress"]

"""Declared parameters of evaluations: ranks, part of a year, terms of the procedure."""

from __future__ import annotations

from lvzhi.evaluation.vocabulary.norms import CHOICES, HELP, NORMS
from lvzhi.norms import declare

EDITORS = ("system_admin", "secretary_general")
RANKING = "evaluation.ranking"
PART_YEAR = "evaluation.part_year"
LEAST_MONTHS = "evaluation.least_months"
PLACES = "evaluation.places"
OBJECT_WITHIN = "evaluation.object_within"
ACCOUNT_WITHIN = "evaluation.account_within"
VIEW_WITHIN = "evaluation.view_within"

declare(RANKING, NORMS[RANKING], kind="bool", default=False, rule="R7.12", editors=EDITORS, help=HELP[RANKING])
declare(
    PART_YEAR, NORMS[PART_YEAR], kind="choice", default="window", rule="R7.12", choices=CHOICES[PART_YEAR],
    editors=EDITORS, help=HELP[PART_YEAR],
)  # fmt: skip
declare(
    LEAST_MONTHS, NORMS[LEAST_MONTHS], kind="int", unit="个月", default=0, least=0, most=12, rule="R7.12",
    editors=EDITORS, help=HELP[LEAST_MONTHS],
)  # fmt: skip
declare(PLACES, NORMS[PLACES], kind="int", unit="位", default=2, least=0, most=4, rule="R7.13", editors=EDITORS)
for _key, _amount in ((OBJECT_WITHIN, 5), (ACCOUNT_WITHIN, 15), (VIEW_WITHIN, 10)):
    declare(
        _key, NORMS[_key], kind="term", default={"amount": _amount, "unit": "working_day"}, rule="R7.12",
        editors=EDITORS,
    )  # fmt: skip

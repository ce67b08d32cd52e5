"""Parameters of this room."""

from __future__ import annotations

from lvzhi.dossier.vocabulary.words import NORMS
from lvzhi.norms import declare

LATE_DAYS = "dossier.late_days"

EDITORS = ("system_admin", "office")


def _number(key: str, default: int, least: int, most: int) -> None:
    name, told, unit = NORMS[key]
    declare(
        key, name, kind="int", unit=unit, default=default, least=least, most=most, rule="R6.4", editors=EDITORS,
        help=told,
    )  # fmt: skip


_number(LATE_DAYS, 30, 1, 365)
declare(
    "dossier.amend_decide", NORMS["dossier.amend_decide"][0], kind="term",
    default={"amount": 10, "unit": "working_day"}, rule="R6.4a", editors=EDITORS, help=NORMS["dossier.amend_decide"][1],
)  # fmt: skip

"""Parameters of this room."""

from __future__ import annotations

from lvzhi.metrics.vocabulary import NORMS
from lvzhi.norms import declare

EDITORS = ("system_admin", "office")
JUMP_PERCENT = "metrics.jump_percent"
JUMP_LEAST = "metrics.jump_least"


def _number(key: str, default: int, least: int, most: int) -> None:
    name, told, unit = NORMS[key]
    declare(
        key, name, kind="int", unit=unit, default=default, least=least, most=most, rule="R6.4", editors=EDITORS,
        help=told,
    )  # fmt: skip


_number(JUMP_PERCENT, 50, 5, 1000)
_number(JUMP_LEAST, 10, 1, 100000)

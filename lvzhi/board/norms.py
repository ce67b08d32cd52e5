"""Parameters of this room."""

from __future__ import annotations

from lvzhi.board.vocabulary import NORMS
from lvzhi.norms import declare

EDITORS = ("system_admin", "office")
CHARTS_MOST = "board.charts_most"
KEPT_MOST = "board.kept_most"


def _number(key: str, default: int, most: int) -> None:
    name, told, unit = NORMS[key]
    declare(
        key, name, kind="int", unit=unit, default=default, least=1, most=most, rule="R13.16", editors=EDITORS,
        help=told,
    )  # fmt: skip


_number(CHARTS_MOST, 12, 24)
_number(KEPT_MOST, 40, 200)

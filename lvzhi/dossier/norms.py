"""Parameters of this room."""

from __future__ import annotations

from lvzhi.dossier.vocabulary.words import NORMS
from lvzhi.norms import declare

LATE_DAYS = "dossier.late_days"

declare(
    LATE_DAYS, NORMS[LATE_DAYS][0], kind="int", unit=NORMS[LATE_DAYS][2], default=30, least=1, most=365, rule="R6.4",
    editors=("system_admin", "office"), help=NORMS[LATE_DAYS][1],
)  # fmt: skip

"""Parameters of the archive package (R12.19)."""

from __future__ import annotations

from lvzhi.norms import declare
from lvzhi.proposals.norms.entry import EDITORS
from lvzhi.proposals.vocabulary.archive import RETENTIONS

declare(
    "proposals.retention",
    "提案保管期限",
    kind="choice",
    default="permanent",
    rule="R12.19",
    choices=RETENTIONS,
    editors=EDITORS,
    help="写入归档包的清单。",
)

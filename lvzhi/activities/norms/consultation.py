"""The code table of kinds of deliberation points."""

from __future__ import annotations

from lvzhi.activities.vocabulary import consultation as words
from lvzhi.norms import codes

codes.declare(
    words.SITE_KINDS,
    words.SITE_KINDS_NAME,
    [codes.row(code, name, rule=rule) for code, name, rule in words.SITE_KIND_ROWS],
    editors=("system_admin", "office"),
)

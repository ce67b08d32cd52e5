"""A field of a form that picks units by typing; its picker asks ``directory:pick``."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from lvzhi.committee.models import Committee
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.directory.vocabulary import UNIT_PROMPT
from lvzhi.ui.forms import Several


class UnitsField(Several):
    """Units of a committee's directory, cleaned into the units in the order picked.

    Args:
        kind: of unit; "" for any.
    """

    def __init__(self, *, kind: str = "", **rest: Any) -> None:
        self.kind = kind
        super().__init__(search="directory:pick", **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose directory, and on which day the units stand."""
        picker: Any = self.widget
        picker.prompt = UNIT_PROMPT
        rows = Unit.objects.filter(committee=committee)
        self.point(
            rows.filter(kind=self.kind) if self.kind else rows,
            lambda found: {row.pk: row.name for row in found},
            lambda text: units_on(committee, day, kind=self.kind or None).filter(name__contains=text),
            "?" + urlencode({"committee": str(committee.uid), "kind": self.kind}),
        )

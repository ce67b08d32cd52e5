"""Reading what came: each part is looked at before it is believed; texts are made fit to be sent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from lvzhi.access import Refusal

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
LONGEST = 100_000


def fit(value: object) -> str:
    """Anything as a text that a package can carry."""
    text = value.isoformat() if isinstance(value, dt.date) else "" if value is None else str(value)
    return _FORBIDDEN.sub(" ", text)


class Reading:
    """A payload read part by part. Every method raises `Refusal` ``relay.unfit`` naming the part."""

    def __init__(self, kind: str, payload: Mapping[str, Any]) -> None:
        self.kind, self.payload = kind, payload

    def bad(self, where: str) -> Refusal:
        """The refusal for a part."""
        return Refusal("relay.unfit", kind=self.kind, where=where)

    def text(self, name: str, *, most: int = LONGEST, needed: bool = True) -> str:
        """A text."""
        found = self.payload.get(name, "")
        if not isinstance(found, str) or len(found) > most or (needed and not found.strip()):
            raise self.bad(name)
        return found

    def day(self, name: str) -> dt.date:
        """A day."""
        try:
            return dt.date.fromisoformat(self.text(name, most=10))
        except ValueError:
            raise self.bad(name) from None

    def part(self, name: str) -> Reading:
        """An object."""
        found = self.payload.get(name, {})
        if not isinstance(found, dict):
            raise self.bad(name)
        return Reading(self.kind, found)

    def parts(self, name: str) -> list[Reading]:
        """A list of objects."""
        found = self.payload.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.bad(name)
        return [Reading(self.kind, one) for one in found]

    def table(self, name: str, columns: int) -> list[list[str]]:
        """Rows of texts, each as wide as the columns."""
        found = self.payload.get(name, [])
        if not isinstance(found, list):
            raise self.bad(name)
        for row in found:
            sound = isinstance(row, list) and len(row) == columns and all(isinstance(one, str) for one in row)
            if not sound:
                raise self.bad(name)
        return found

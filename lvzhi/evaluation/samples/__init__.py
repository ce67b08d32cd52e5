"""Real point tables as examples, as packaged data: what their source states; what is missing is marked as missing."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from lvzhi.evaluation.reckoning import Rules, rules_of

FOLDER = Path(__file__).parent
ABOUT = ("key", "title", "rule", "source", "note")
ORDER = (
    "tongcheng", "anqing", "jinan", "guangshui", "hefei-county", "yanbian", "minhang", "xuanwei", "dongcheng",
    "fengjie", "baoji",
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """An example: whose it is, by which rule of the domain and source, what is minded of it, its content."""

    key: str
    title: str
    rule: str
    source: str
    note: str
    body: dict[str, Any]

    def rules(self, year: int) -> Rules:
        """As a rule set of that year."""
        days = {"starts": dt.date(year, 1, 1).isoformat(), "ends": dt.date(year, 12, 31).isoformat()}
        made = rules_of({"name": self.title, "year": year, **days, **self.body})
        return replace(made, name=self.title)


@cache
def sample(key: str) -> Sample:
    """The example of that key. Raises `KeyError`."""
    if key not in ORDER:
        raise KeyError(key)
    data = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))
    about = {name: data.pop(name) for name in ABOUT}
    return Sample(**about, body=data)


def samples() -> list[Sample]:
    """All examples."""
    return [sample(key) for key in ORDER]


__all__ = ["Sample", "sample", "samples"]

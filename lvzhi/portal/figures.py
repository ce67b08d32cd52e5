"""Numbers of the first page: each a count of public rows, with the list that it counts."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lvzhi.portal.kinds import Place, kinds
from lvzhi.portal.showing import Link
from lvzhi.portal.vocabulary import FIGURES, UNITS, Part, Stage

OF_STAGE = ("answered", "closed")


def _list(place: Place, part: Part, **narrowed: str) -> Link:
    query = "?" + urlencode(narrowed) if narrowed else ""
    return Link(reverse(f"portal:{part}", args=[place.committee.code]) + query)


def figures(place: Place) -> list[dict[str, Any]]:
    """Every number that the parts of the site have, with what it means."""
    found = []
    for part, kind in kinds().items():
        if part not in place.parts:
            continue
        found.append(_figure(part.value, kind.rows(place).count(), _list(place, part)))
        if part == Part.PROPOSALS:
            for stage in OF_STAGE:
                count = kind.narrow["stage"](place, kind.rows(place), Stage(stage).value).count()
                found.append(_figure(stage, count, _list(place, part, stage=stage)))
    return found


def _figure(key: str, count: int, url: Link) -> dict[str, Any]:
    name, meaning = FIGURES[key]
    return {"key": key, "name": name, "meaning": meaning, "count": count, "unit": UNITS[key], "url": url}


def by_category(place: Place) -> list[dict[str, Any]]:
    """Published proposals by category, the most first, each with its list and its width beside the longest."""
    if Part.PROPOSALS not in place.parts:
        return []
    kind = kinds()[Part.PROPOSALS]
    rows = kind.rows(place)
    counted = Counter(rows.order_by().values_list("proposal__category", flat=True))
    names = dict(kind.choices(place, rows)["category"])
    most = max(counted.values(), default=0)
    ordered = sorted(((key, count) for key, count in counted.items() if key), key=lambda one: (-one[1], one[0]))
    return [
        {
            "name": names.get(key, key), "count": count, "share": round(count * 100 / most),
            "url": _list(place, Part.PROPOSALS, category=key),
        }
        for key, count in ordered
    ]  # fmt: skip

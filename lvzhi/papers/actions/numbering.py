"""Running numbers of documents: taken under a lock, written by a format that is a norm (R12.13, R10.6)."""

from __future__ import annotations

from datetime import date

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.papers.models import Counter, Paper
from lvzhi.papers.queries import taken
from lvzhi.papers.vocabulary import KINDS


def number(paper: Paper, day: date) -> None:
    """Give the paper the next free number of its row: documents of one mark, or issues of one series, by year."""
    kind = next(one for one in codes.entries(KINDS, paper.committee, day) if one.code == paper.kind)
    series = bool(kind.extra.get("series"))
    mark = str(kind.extra.get("mark") or norms.value("papers.mark", paper.committee, day))
    norm = "papers.series_format" if series else "papers.number_format"
    template = str(norms.value(norm, paper.committee, day))
    key = f"{kind.code if series else mark}:{day.year}"
    Counter.objects.get_or_create(committee_id=paper.committee_id, key=key)
    counter = Counter.objects.select_for_update().get(committee_id=paper.committee_id, key=key)
    while True:  # numbers typed by hand are passed over
        counter.value += 1
        paper.number = _written(template, kind, mark, day.year, counter.value)
        if taken(paper.committee_id, paper.number, paper) is None:
            break
    counter.save()
    paper.series_no = counter.value if series else None


def number_by_hand(paper: Paper, given: str, series_no: int | None, day: date) -> None:
    """Give the paper the number that stands on it.

    Raises:
        Refusal: another paper bears it.
    """
    other = taken(paper.committee_id, given, paper)
    if other is not None:
        raise Refusal("papers.number_taken", field="number", number=given, title=other.title)
    kind = next(one for one in codes.entries(KINDS, paper.committee, day) if one.code == paper.kind)
    paper.number = given
    paper.series_no = series_no if kind.extra.get("series") else None


def _written(template: str, kind: CodeValue, mark: str, year: int, value: int) -> str:
    try:
        return template.format(kind=kind.name, mark=mark, year=year, seq=value)
    except (KeyError, IndexError, ValueError):
        raise Refusal("papers.number_format", format=template) from None

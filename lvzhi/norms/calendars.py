"""The committee's calendar: its own corrections over those of the committees above, over the public calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lvzhi.deadlines import Calendar
from lvzhi.norms import memo

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee

COMPLETE_YEARS = "norms.calendar_complete"


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected day and whose correction it is."""

    day: dt.date
    works: bool
    ground: str
    own: bool
    committee_name: str


def corrections(committee: int | Committee) -> dict[dt.date, Correction]:
    """The corrections in force, by day: the nearest committee's word counts. One query."""
    pk = committee if isinstance(committee, int) else committee.pk
    return memo.keep("days", pk, lambda: _read(pk))


def calendar_of(committee: int | Committee) -> Calendar:
    """The calendar by which the committee's terms are reckoned.

    Years named in the norm `norms.calendar_complete` count as entered completely.
    """
    from lvzhi.norms.values import value

    pk = committee if isinstance(committee, int) else committee.pk

    def build() -> Calendar:
        years = [int(year) for year in value(COMPLETE_YEARS, committee) if year.isdigit()]
        return Calendar({day: one.works for day, one in corrections(committee).items()}, complete=years)

    return memo.keep("calendar", pk, build)


def _read(pk: int) -> dict[dt.date, Correction]:
    from lvzhi.norms.models import CalendarDay
    from lvzhi.norms.values import of_chain

    rows = sorted(of_chain(CalendarDay, pk), key=lambda one: one.of_path)
    return {one.day: Correction(one.day, one.works, one.ground, one.committee_id == pk, one.of_name) for one in rows}

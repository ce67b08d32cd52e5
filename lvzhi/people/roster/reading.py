"""A roster's sheet within the limits that the committee's norms set."""

from __future__ import annotations

from collections.abc import Callable

from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.exchange import Limits
from lvzhi.exchange.sheets import Sheet, read
from lvzhi.norms import value
from lvzhi.people.norms import MOST_MB, MOST_ROWS
from lvzhi.people.roster.columns import COLUMNS

MEGABYTE = 1024 * 1024


def sheet(committee: Committee, data: bytes, name: str, progress: Callable[[int, int], None] | None = None) -> Sheet:
    """Read a roster's rows. Raises `BadFile`."""
    day = clock.today()
    limits = Limits(size=value(MOST_MB, committee, day) * MEGABYTE, rows=value(MOST_ROWS, committee, day))
    return read(data, name, COLUMNS, limits=limits, progress=progress)

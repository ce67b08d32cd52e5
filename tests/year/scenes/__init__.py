"""The scenes of the year, in order."""

from __future__ import annotations

from collections.abc import Callable

from tests.year.district import Cast, District
from tests.year.roles import Year
from tests.year.scenes import consulting, deliberating, planning, supervising

Scene = Callable[[District, Year, Cast], None]
SCENES: tuple[Scene, ...] = (
    planning.plan,
    supervising.supervisors,
    consulting.consultation,
    consulting.advice,
    deliberating.courtyard,
    supervising.opinion,
)

"""The scenes of the year, in order."""

from __future__ import annotations

from collections.abc import Callable

from tests.year.district import Cast, District
from tests.year.roles import Year
from tests.year.scenes import (
    advancing,
    appraising,
    branching,
    consulting,
    deliberating,
    gathering,
    judging,
    planning,
    proposing,
    reporting,
    staffing,
    supervising,
)

Scene = Callable[[District, Year, Cast], None]
SCENES: tuple[Scene, ...] = (
    planning.plan,
    gathering.plenary,
    proposing.returned,
    proposing.refused,
    proposing.written,
    proposing.key,
    proposing.rated,
    proposing.published,
    supervising.supervisors,
    staffing.directory,
    staffing.joining,
    branching.founded,
    branching.led,
    consulting.consultation,
    consulting.speech,
    reporting.notice,
    consulting.advice,
    consulting.followed,
    deliberating.courtyard,
    supervising.opinion,
    appraising.appraisal,
    gathering.minutes,
    gathering.research,
    gathering.giving,
    advancing.cared,
    advancing.invested,
    judging.quarter,
    branching.appraised,
    reporting.report,
)

"""The year goes through; no form asks for what was known."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from tests.year.district import Cast, District, opened
from tests.year.meter import MEANT
from tests.year.roles import Role, Year
from tests.year.scenes import SCENES


@pytest.fixture
def stage(db: None) -> Iterator[tuple[District, Year, Cast]]:
    district, year, cast = opened()
    with connection.execute_wrapper(year.snapshot.watch):
        yield district, year, cast


def test_nothing_is_asked_twice(
    stage: tuple[District, Year, Cast], record_property: Callable[[str, object], None]
) -> None:
    district, year, cast = stage
    for scene in SCENES:
        scene(district, year, cast)
    report = year.meter.report()
    record_property("printed", report)
    assert year.meter.twice == [], report
    assert {(one.form, one.control) for one in year.meter.meant} == set(MEANT), "a reason that nothing needs any more"
    idle = [
        role.title for role in vars(cast).values() if isinstance(role, Role) and not year.meter.counts[role.title].forms
    ]
    assert idle == [], "a role without a scene"

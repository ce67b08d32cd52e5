"""The year goes through; no form asks for what was known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from tests.year.district import Cast, District, opened
from tests.year.roles import Year
from tests.year.scenes import SCENES


@pytest.fixture
def stage(db: None) -> Iterator[tuple[District, Year, Cast]]:
    district, year, cast = opened()
    with connection.execute_wrapper(year.snapshot.watch):
        yield district, year, cast


def test_nothing_is_asked_twice(stage: tuple[District, Year, Cast], capsys: pytest.CaptureFixture[str]) -> None:
    district, year, cast = stage
    for scene in SCENES:
        scene(district, year, cast)
    report = year.meter.report()
    with capsys.disabled():
        print(f"\n{report}")
    assert year.meter.twice == [], report

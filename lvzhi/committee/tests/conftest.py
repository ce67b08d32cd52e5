from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Term
from lvzhi.committee.tests.someone import Someone


@pytest.fixture
def system(db: None) -> Someone:
    return Someone.everything()


@pytest.fixture
def province(system: Someone) -> Committee:
    return actions.create(system, name="甲省政协", code="jia", level="province")


@pytest.fixture
def city(system: Someone, province: Committee) -> Committee:
    return actions.create(system, name="甲省乙市政协", short_name="乙市政协", code="yi", level="city", parent=province)


@pytest.fixture
def county(system: Someone, city: Committee) -> Committee:
    return actions.create(
        system, name="甲省乙市丙县政协", short_name="丙县政协", code="bing", level="county", parent=city
    )


@pytest.fixture
def term(system: Someone, county: Committee) -> Term:
    return actions.open_term(system, county, number=10, starts=dt.date(2022, 1, 10))

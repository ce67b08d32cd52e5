from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.committee.models import Committee
from lvzhi.committee.tests import conftest as below
from lvzhi.committee.tests.someone import Someone
from lvzhi.directory import actions
from lvzhi.directory.models import Unit

city, county, province, system = below.city, below.county, below.province, below.system


@pytest.fixture
def clerk(county: Committee) -> Someone:
    return Someone.holding("clerk", county)


@pytest.fixture
def units(clerk: Someone, county: Committee) -> dict[str, Unit]:
    return {
        name: actions.add(clerk, county, name=name, starts=dt.date(2020, 1, 1), system="government")
        for name in ("教育局", "科技局", "文体局")
    }

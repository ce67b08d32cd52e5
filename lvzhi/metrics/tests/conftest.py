"""A province, a city, a county and its term, as the room of committees makes them for its own tests."""

from lvzhi.committee.tests.conftest import city, county, province, system, term

__all__ = ["city", "county", "province", "system", "term"]

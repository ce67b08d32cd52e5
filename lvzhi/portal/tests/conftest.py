"""Fixtures of the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from lvzhi.portal.tests.site import Site


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """No page of another test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="module")
def built(keep: Any) -> Site:
    """The site, once for a module."""
    made: Site = keep(Site)
    return made


@pytest.fixture
def site(built: Site, own: Any) -> Site:
    """The site, as a test may change it."""
    copied: Site = own(built)
    return copied

"""Fixtures of the room."""

from __future__ import annotations

from typing import Any

import pytest

from lvzhi.accounts.tests.house import House


@pytest.fixture(scope="module")
def built(keep: Any) -> House:
    """The small house, once for a module."""
    made: House = keep(House)
    return made


@pytest.fixture
def house(built: House, own: Any) -> House:
    """The small house, as a test may change it."""
    copied: House = own(built)
    return copied

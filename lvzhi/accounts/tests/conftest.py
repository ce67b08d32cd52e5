"""Fixtures of the room."""

from __future__ import annotations

import pytest

from lvzhi.accounts.tests.house import House


@pytest.fixture
def house(db: None) -> House:
    """The small house."""
    return House()

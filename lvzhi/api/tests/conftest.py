from __future__ import annotations

from typing import Any

import pytest

from lvzhi.proposals.tests.people import Town


@pytest.fixture(scope="module")
def built(keep: Any) -> Town:
    """The town as it was built, once for a module; tests take their own copy."""
    town: Town = keep(Town)
    return town


@pytest.fixture
def town(built: Town, own: Any) -> Town:
    copied: Town = own(built)
    return copied

from __future__ import annotations

import pytest

from lvzhi.proposals.tests.people import Town


@pytest.fixture
def town(db: None) -> Town:
    return Town()

"""Rooms above say which of their records point at tasks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db.models import Q

from lvzhi.plans import progress
from lvzhi.plans.models import Helper
from lvzhi.plans.progress import Source

# A stand-in that is a real table with a foreign key to a task: the registry asks for no more.
HELPERS = Source(
    key="plans.helper",
    name="配合单位",
    rows=lambda: Helper.objects.live(),
    title=str,
    address=lambda row: "/",
    day=lambda row: row.created_at.date(),
    tag=lambda row: None,
    visible=lambda actor: Q(),
    day_field="created_at__date",
    campaign="",
)


@pytest.fixture
def helpers_count() -> Iterator[None]:
    progress.register(HELPERS)
    yield
    progress.forget(HELPERS.key)


def test_a_kind_is_registered_once(helpers_count: None) -> None:
    progress.register(HELPERS)
    assert [one.key for one in progress.sources()].count("plans.helper") == 1

"""The API asked for all that its document allows, and for what it does not: it answers as told, never fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance

from lvzhi.api import norms
from lvzhi.api.tests.people import Machine, machine
from lvzhi.norms import actions
from lvzhi.proposals.tests.people import START, Town, builder

# What may be sent is not what can be done: whether a step is open or a committee is one's own hangs on records.
LEFT_OUT = [positive_data_acceptance]
DAILY, LONG = 4, 40
KIND = "proposals.proposal"


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The end of a request leaves the connection alone, as with Django's own client: the test's rows are in it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def clerk(town: Town) -> Machine:
    """A system that may ask as often as it likes."""
    actions.set_value(builder(), town.here, norms.RATE, 10_000, starts=START, ground="试行")
    return machine(town.ding)


def real(town: Town) -> dict[str, Any]:
    """What stands in an address so that it leads to something."""
    proposal = town.submitted()
    return {
        "kind": KIND, "uid": str(proposal.uid), "step": "file", "key": "proposals.filing_rate", "room": "proposals",
    }  # fmt: skip


def ask(town: Town, clerk: Machine, examples: int) -> Counter[int]:
    """Every address, with records that there are and with whatever comes, as allowed and as not; the statuses."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    held, answered = real(town), Counter[int]()

    def send(case: Any) -> None:
        with transaction.atomic():
            found = case.call_and_validate(
                headers={"Authorization": f"Bearer {clerk.secret}"}, excluded_checks=LEFT_OUT
            )
            transaction.set_rollback(True)
        answered[found.status_code] += 1

    sparing = settings(
        max_examples=examples, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    for operation in (one.ok() for one in schema.get_all_operations()):
        names = {one.name for one in operation.path_parameters}
        given_parts = {name: held[name] for name in names}
        for mode in GenerationMode:
            sparing(given(case=operation.as_strategy(generation_mode=mode))(send))()
            if names and mode == GenerationMode.POSITIVE:
                sparing(given(case=operation.as_strategy(generation_mode=mode, path_parameters=given_parts))(send))()
    return answered


def test_every_address_answers_as_described(town: Town, clerk: Machine, record_property: Any) -> None:
    asked = ask(town, clerk, DAILY)
    record_property("printed", f"{asked.total()} requests: {dict(asked)}")
    assert asked.total() > 50
    assert {200, 404, 422} <= set(asked)


@pytest.mark.long
def test_every_address_answers_as_described_however_often_it_is_asked(
    town: Town, clerk: Machine, record_property: Any
) -> None:
    asked = ask(town, clerk, LONG)
    record_property("printed", f"{asked.total()} requests: {dict(asked)}")
    assert asked.total() > 1000

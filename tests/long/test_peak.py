"""The plenary peak on PostgreSQL: nothing lost, nothing doubled, no error, every number once.

``./dev long`` takes ten minutes for the window; LVZHI_TEST_PEAK=1 takes one, with as many people as twice the pace.
"""

from __future__ import annotations

import os

import pytest

from bench.peak.run import Outcome, run

SERVER = os.environ.get("LVZHI_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
MINUTES = float(os.environ.get("LVZHI_TEST_PEAK", "10"))
MEMBERS, PACE = 300, 60  # of the whole window; handing in within a minute of a short one
HALF = 5_000  # milliseconds in which half of each kind is answered, whoever else keeps the machine busy; p95 is printed


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """One window; its figures are printed."""
    import psycopg

    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL server answers at {SERVER}: the plenary peak is run on PostgreSQL only")
    done = run(SERVER, MINUTES, min(MEMBERS, round(PACE * MINUTES)))
    print("\n" + done.table())
    return done


@pytest.mark.long
def test_nothing_is_lost_or_doubled_and_nobody_meets_an_error(outcome: Outcome) -> None:
    assert outcome.faults == [], outcome.server_log[-4000:]
    assert outcome.people["members"] >= 30, "a window of less than half a minute shows nothing"


@pytest.mark.long
def test_every_kind_of_request_was_made_and_answered_while_one_still_waits(outcome: Outcome) -> None:
    wanted = {"login", "autosave", "near texts", "save", "submit", "list", "step file", "step assign", "unit's desk",
              "unit's detail"}  # fmt: skip
    assert wanted - outcome.burst.keys() == set()
    slow = {kind: burst.at(0.5) for kind, burst in outcome.burst.items() if burst.at(0.5) > HALF}
    assert slow == {}

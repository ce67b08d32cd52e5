"""A year of proposals: every state and step comes about, the journal holds, figures are as the ways tell."""

from __future__ import annotations

import datetime as dt
import time
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.models.signals import post_save

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.journal.verify import verify
from lvzhi.metrics import compute
from lvzhi.metrics import registry as figures
from lvzhi.metrics.declare import Metric, Share
from lvzhi.metrics.periods import year as period_of
from lvzhi.proposals.metrics import GROUND, NOT_FILED
from lvzhi.proposals.vocabulary.codes import GROUNDS
from lvzhi.workflow import clocks, registry
from lvzhi.workflow.models import Procedural
from tests.walk.course import BAD, BASICALLY, GOOD
from tests.walk.year import Year

ROOM = "proposals."
END = dt.datetime(2026, 12, 31, 18, tzinfo=clock.ZONE)


@contextmanager
def states_seen() -> Iterator[set[tuple[str, str]]]:
    """Every state that a record of a procedure is saved in."""
    found: set[tuple[str, str]] = set()

    def note(sender: Any, instance: Any, **rest: Any) -> None:
        if isinstance(instance, Procedural):
            found.add((registry.workflow_of(sender).key, instance.state))

    post_save.connect(note)
    try:
        yield found
    finally:
        post_save.disconnect(note)


def procedures() -> list[Any]:
    """Every procedure of the room."""
    return [one for one in registry.workflows() if one.key.startswith(ROOM)]


def run(size: int) -> None:
    """Build a year and hold it against everything."""
    began = time.process_time()
    with states_seen() as seen:
        year = Year(size)
    assert len(year.courses) >= size
    built = time.process_time() - began
    everywhere(seen)
    assert verify(outside=False) == []  # the witness file follows what is committed
    with clock.at(END):
        agree(year)
        due_days()
    print(f"{len(year.courses)} proposals built in {built:.1f} s, held in {time.process_time() - began - built:.1f} s")


def everywhere(seen: set[tuple[str, str]]) -> None:
    """Every state and every step of every procedure came about."""
    taken = set(Entry.objects.filter(event__startswith=ROOM).values_list("event", flat=True).distinct())
    steps = {f"{one.key}.{step.key}" for one in procedures() for step in one.steps}
    assert steps <= taken, f"steps that no proposal took: {sorted(steps - taken)}"
    states = {(one.key, str(state)) for one in procedures() for state in one.states.values}
    assert states <= seen, f"states that no record came to: {sorted(states - seen)}"


def agree(year: Year) -> None:
    """Each figure of the room is its rows, and what the ways told; a share is made of two that are."""
    scope, period = Scope(year.place), period_of(END.year)
    own = [one for one in figures.figures() if one.key.startswith(ROOM)]
    found = compute.book(own, scope, period)
    told = expected(year)
    wrong = [f"{key} is no figure" for key in set(told) - {figure.key for figure in own}]
    for figure in own:
        result = found[figure.key]
        if isinstance(figure, Share):
            got, want = (result.numerator, result.denominator), (told[figure.part.key], told[figure.whole.key])
        else:
            got, want = result.value, told.get(figure.key, "nothing: add it to `expected`")
        if got != want:
            wrong.append(f"{figure.key}: {got}, the ways told {want}")
        if isinstance(figure, Metric):
            rows = sum(1 for _ in compute.evidence(figure, scope, period)[0].lines(None))
            if result.value != rows:
                wrong.append(f"{figure.key}: {result.value}, but {rows} rows")
    assert not wrong, "\n".join(wrong)
    by_ground = compute.split(NOT_FILED, scope, period, GROUND)
    grounds = Counter(code for one in year.courses for code in one.told.grounds)
    assert {value: result.value for value, _, result in by_ground} == dict(grounds)
    assert set(grounds) == {code for code, *_ in GROUNDS}


def expected(year: Year) -> dict[str, int]:
    """What the ways told, by the key of the figure."""
    told = [one.told for one in year.courses]
    count: Counter[str] = Counter()
    for one in told:
        last = [(attitude, result) for number, attitude, result in one.ratings if number == one.round]
        first = [result for number, _, result in one.ratings if number == 1]
        results = Counter(result for _, result in last)
        due = one.due or (one.assigned and months_later(one.assigned, 3))
        count.update({
            "cosignatures": one.received and one.signed, "received": one.received, "filed": one.filed,
            "not_filed": bool(one.grounds), "merged": one.merged,
            "converted_advice": one.route == "advice", "withdrawn": one.withdrawn, "key": one.key,
            "led_by_top_leaders": one.top, "assigned": one.assigned is not None, "answered": one.answered is not None,
            "assigned_answered": one.answered is not None, "answers": one.replies, "answers_approved": one.approved,
            "due": bool(one.answered or (due and due <= END.date())),
            "in_time": bool(one.answered and due and one.answered <= due),
            "answered_face": one.face and one.answered is not None,
            "ratings": len(last), "rated_pleased": len(last) - results[BAD], "rated_satisfied": results[GOOD],
            "rated_basically": results[BASICALLY], "rated_dissatisfied": results[BAD],
            "attitude_pleased": sum(attitude != BAD for attitude, _ in last),
            "first_ratings": len(first), "first_pleased": sum(result != BAD for result in first),
            "solved": one.result == "A", "classed": bool(one.result), "promises": one.promises,
            "promises_kept": one.kept, "promises_open": one.open,
            "returns": one.returns, "appraised": one.appraised, "unappraised": one.unappraised,
            "supervisions": one.acts,
            "supervisions_both_sides": one.both_sides, "key_supervised": one.key and one.acts > 0,
            "published": one.published, "answered_published": one.published, "excellent": one.chosen,
            "hand_overs": len(one.hands), "lead_hand_overs": sum(role == "lead" for _, role in one.hands),
        })  # fmt: skip
    count["units"] = len({unit for one in told for unit, _ in one.hands})
    count["lead_units"] = len({unit for one in told for unit, role in one.hands if role == "lead"})
    return {ROOM + key: int(value) for key, value in count.items()}


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    most = monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, most))


def due_days() -> None:
    """The day each record waits for is that of the clock of its state, reckoned anew; what has ended waits for none."""
    for workflow in procedures():
        for record in workflow.model._default_manager.select_related():
            running = clocks.running(workflow, record)
            about = (workflow.key, record.pk, record.state)
            assert record.due_on == (running.due.date if running else None), about
            assert record.due_clock == (running.clock.key if running else ""), about
            assert record.due_on is None or record.due_on >= clock.as_day(record.created_at), about


def test_a_year(db: None) -> None:
    run(70)


@pytest.mark.long
def test_a_year_of_seven_hundred(db: None) -> None:
    run(700)

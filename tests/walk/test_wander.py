"""Wandering: open steps taken at random over all records, each giving a new state or a sentence, never a fault."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import islice
from random import Random
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.verify import verify
from lvzhi.workflow import clocks, engine, registry
from tests.walk.answers import ANSWERS
from tests.walk.cast import ANONYMOUS, ROLES, WALK
from tests.walk.scenes import PREFIX, Scenes

STEPS = 1500
ACTING = [role for role in ROLES if role != ANONYMOUS]


def rows() -> list[Any]:
    """Every record of the room's procedures."""
    found: list[Any] = []
    for one in registry.workflows():
        if one.key.startswith(PREFIX):
            found += one.model._default_manager.select_related().order_by("pk")
    return found


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_no_step_falls(db: None, seed: int) -> None:
    random, told, faults = Random(seed), Counter[str](), []
    scenes = Scenes()
    records: list[Any] = []
    for turn in range(STEPS):
        with clock.at(WALK + dt.timedelta(hours=turn // 20)):
            if turn % 50 == 0:
                records = rows()
            actors = scenes.cast.actors()
            record = random.choice(records)
            record = type(record).objects.select_related().get(pk=record.pk)
            workflow = registry.workflow_of(type(record))
            roles = random.sample(ACTING, len(ACTING))
            offers = ((role, step) for role in roles for step in engine.steps_open(record, actors[role]))
            role, step = next(islice(offers, random.randrange(4), None), ("", None))
            if step is None:
                continue
            about = f"{workflow.key}.{step.key} in {record.state} by {role}"
            try:
                answers = ANSWERS[f"{workflow.key}.{step.key}"](scenes.cast, record, role)
            except ObjectDoesNotExist:  # what the fixed answers speak of is not there any more
                continue
            try:
                done = engine.take(record, step.key, actors[role], answers)
            except NotAllowed as refusal:
                faults.append(f"{about}: offered, then {refusal.sentence}")
            except Refusal as refusal:
                told[
                    f"{about.partition(' by ')[0]}: {refusal.sentence}" if isinstance(refusal, Conflict) else "refused"
                ] += 1
            except Exception as fault:  # noqa: BLE001  reason: this is what is looked for
                faults.append(f"{about}: {fault!r}")
            else:
                told["taken"] += 1
                running = clocks.running(workflow, done)
                if done.due_on != (running.due.date if running else None):
                    faults.append(f"{about}: due {done.due_on}, not {running}")
    print(dict(told))
    print("\n".join(f"{count} × {fault}" for fault, count in Counter(faults).most_common()))
    assert not faults
    assert verify(outside=False) == []

"""Each step from each state by each role, and each page: open exactly where it should be, else refused in a sentence.

What is expected stands in `entitled` and `pages`, written from the rules; what is walked is read off the registry and
the URL conf.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.proposals.urls import urlpatterns
from lvzhi.proposals.vocabulary import State
from lvzhi.workflow import engine, registry
from lvzhi.workflow.declare import Step, Workflow
from tests.walk.answers import ANSWERS, GRADES
from tests.walk.cast import ROLES, WALK
from tests.walk.entitled import ENTITLED, Line
from tests.walk.pages import LEFT_OUT, PAGE_ROLES, PAGES, SIGNED, STAFF, expected
from tests.walk.scenes import Scenes

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
ROOM = "proposals."


@pytest.fixture(scope="module")
def scenes(keep: Any) -> Scenes:
    """Every scene, made once."""
    found: Scenes = keep(Scenes)
    return found


def procedures() -> list[Workflow]:
    """Every procedure that the room registers."""
    return [one for one in registry.workflows() if one.key.startswith(ROOM)]


@contextmanager
def put_back() -> Iterator[None]:
    """A savepoint that is always rolled back."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


class Spy:
    """Statements that write."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().startswith(WRITES):
            self.found.append(sql)
        return execute(sql, params, many, context)


def outcome(scenes: Scenes, record: Any, step: Step, role: str, actor: Any, *, may: bool) -> str:
    """What came of an attempt, in a word: where it led, or what kind of refusal."""
    kind = registry.workflow_of(type(record))
    answers = ANSWERS[f"{kind.key}.{step.key}"](scenes.cast, record, role) if may else {}
    spy = Spy()
    with put_back():
        try:
            with connection.execute_wrapper(spy):
                done = engine.take(record, step.key, actor, answers)
        except Refusal as refusal:
            if not refusal.sentence.strip():
                return f"{refusal.code} has no sentence"
            told = {Conflict: "conflict", NotAllowed: "not allowed"}.get(type(refusal), f"refused: {refusal.sentence}")
            return told if not spy.found or may else f"{told}, but wrote {spy.found[0]}"
        stays = done.state == record.state and not step.to
        return "taken" if stays or done.state in step.to else f"went to {done.state}"


def test_every_step_has_its_line_and_every_line_its_step() -> None:
    for workflow in procedures():
        lines = ENTITLED.get(workflow.key)
        assert lines is not None, f"tests/walk/entitled.py has no table for {workflow.key}"
        declared = {step.key for step in workflow.steps if not step.automatic}
        assert set(lines) == declared, (workflow.key, sorted(set(lines) ^ declared))


def test_every_state_has_its_scene(scenes: Scenes) -> None:
    for workflow in procedures():
        missing = set(workflow.states.values) - scenes.states(workflow.key)
        assert not missing, (workflow.key, sorted(missing))


NOWHERE = (Line(""),)


def lines_for(workflow: Workflow, step: Step, state: str) -> tuple[Line, ...]:
    """What the table of entitlement says of a step in a state; nobody where the step is not open."""
    if state not in step.frm:
        return NOWHERE
    found = tuple(line for line in ENTITLED[workflow.key][step.key] if line.holds_in(state))
    assert found, f"tests/walk/entitled.py says nothing of {workflow.key}.{step.key} in {state}"
    return found


@pytest.mark.parametrize("key", sorted(ENTITLED))
def test_each_step_from_each_state_by_each_role(scenes: Scenes, db: None, key: str) -> None:
    began = time.process_time()
    workflow = registry.workflow(key)
    wrong: list[str] = []
    tried: Counter[str] = Counter()
    with clock.at(WALK):
        actors = scenes.cast.actors()
        assert tuple(actors) == ROLES
        for state in workflow.states.values:
            for step in (one for one in workflow.steps if not one.automatic):
                for line in lines_for(workflow, step, state):
                    with put_back():
                        record = scenes.here[key, state, line.on]()
                        before = Entry.objects.count()
                        for role, actor in actors.items():
                            may = state in step.frm and role in line.roles
                            want = "taken" if may else "not allowed" if state in step.frm else "conflict"
                            got = outcome(scenes, record, step, role, actor, may=may)
                            tried[got] += 1
                            if got != want:
                                wrong.append(f"{step.key} in {state} {line.on} by {role}: {got}, not {want}")
                        again = type(record).objects.get(pk=record.pk)
                        assert (again.state, again.version) == (record.state, record.version)
                        assert Entry.objects.count() == before
    print(key, dict(tried), f"{time.process_time() - began:.1f} s")
    assert not wrong, "\n".join(wrong)
    assert tried["taken"]


def named() -> dict[str, Any]:
    """Every named address of the room that takes a uid."""
    return {one.name: one.pattern for one in urlpatterns if "uid" in one.pattern.converters}


def test_every_address_of_a_proposal_is_in_the_table_or_left_out_with_a_reason() -> None:
    assert set(named()) == set(PAGES) | set(LEFT_OUT), sorted(set(named()) ^ (set(PAGES) | set(LEFT_OUT)))


SECRET = "评价时写下的一句话"


@pytest.fixture(scope="module")
def clients(keep: Any, scenes: Scenes) -> dict[str, Client]:
    """A browser for each role of the page table, logged in once."""

    def login() -> dict[str, Client]:
        with clock.at(WALK):
            who = scenes.cast.who
            return {role: scenes.cast.login(who[role]) if role in who else Client() for role in PAGE_ROLES}

    found: dict[str, Client] = keep(login)
    return found


@pytest.mark.parametrize("state", State.values)
def test_role_by_page_by_state(
    scenes: Scenes, clients: dict[str, Client], caplog: pytest.LogCaptureFixture, db: None, state: str
) -> None:
    caplog.set_level(logging.ERROR, "django.request")  # two thousand refusals are no news
    wrong, told = [], {}
    with clock.at(WALK):
        proposal = scenes.here["proposals.proposal", state, ""]()
        if state == State.ANSWERED:  # somebody has rated, the round is open
            scenes.cast.take(proposal, "rate", scenes.cast.yi, **GRADES | {"reason": SECRET})
        for role, client in clients.items():
            for page in PAGES:
                got = client.get(reverse(f"proposals:{page}", args=[proposal.uid]))
                body = b"".join(got.streaming_content) if got.streaming else got.content
                told[role, page] = SECRET.encode() in body
                if got.status_code != expected(page, state, role):
                    wrong.append(f"{page} in {state} by {role}: {got.status_code}, not {expected(page, state, role)}")
    assert not wrong, "\n".join(wrong)
    heard = {role for (role, _), word in told.items() if word}
    assert heard == (STAFF | SIGNED if state == State.ANSWERED else set())

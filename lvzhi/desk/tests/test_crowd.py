"""Who is reminded is found for all people at once; it must be who would have been found one by one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actors_in
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.proposals.tests.people import PASSWORD, START, Town, builder
from lvzhi.workflow import crowd
from lvzhi.workflow.crowd import crowds, waiting_for
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.registry import workflow, workflows
from lvzhi.workflow.todo import standing, waiting

MONDAY = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)


class Cast(Town):
    """Proposals in every kind of hands: an author's, a co-signer's, the clerk's, a unit's, for rating."""

    def __init__(self) -> None:
        super().__init__()
        with clock.at(MONDAY):
            self.invited()
            self.submitted(title="关于路灯的提案")
            self.assigned(self.submitted(title="关于小区充电的提案"), co=True)
            self.answered(self.take(self.cosigned(), "submit", self.jia))


@pytest.fixture(scope="module")
def built(keep: Any) -> Cast:
    cast: Cast = keep(Cast)
    return cast


@pytest.fixture
def cast(built: Cast, own: Any) -> Cast:
    copied: Cast = own(built)
    return copied


def one_by_one(one: Workflow, people: list[LoginActor], keys: list[int]) -> set[tuple[int, int]]:
    """As it was found before: a statement for each person."""
    return {
        (key, person.account_id or 0)
        for person in people
        for key in waiting(one, person).filter(pk__in=keys).values_list("pk", flat=True)
    }


def compare(cast: Town) -> dict[str, set[tuple[int, int]]]:
    """Both ways over every procedure and record of the committee; what waits, by procedure."""
    people = actors_in(cast.here, MONDAY)
    found = {}
    for one in workflows():
        keys = list(standing(one).filter(committee=cast.here).values_list("pk", flat=True))
        found[one.key] = waiting_for(one, crowds(people), keys)
        assert found[one.key] == one_by_one(one, people, keys), one.key
    return found


def test_both_ways_find_the_same_people(cast: Cast) -> None:
    found = compare(cast)
    who = {account for _, account in found["proposals.proposal"] | found["proposals.assignment"]}
    assert {cast.jia.pk, cast.yi.pk, cast.ding.pk, cast.wu.pk} <= who
    assert cast.bing.pk not in who


def test_someone_with_two_posts_is_asked_with_both(cast: Cast) -> None:
    accounts.appoint(builder(), cast.ding, Role.UNIT_OFFICER, cast.here, starts=START, unit=cast.housing)
    accounts.appoint(builder(), cast.bing, Role.UNIT_OFFICER, cast.here, starts=START, unit=cast.civil)
    found = compare(cast)
    assert {account for _, account in found["proposals.assignment"]} >= {cast.ding.pk, cast.bing.pk}


def test_more_people_cost_no_more_statements(cast: Cast) -> None:
    one = workflow("proposals.proposal")
    keys = list(standing(one).values_list("pk", flat=True))

    def cost() -> int:
        groups = crowds(actors_in(cast.here, MONDAY))
        with CaptureQueriesContext(connection) as caught:
            waiting_for(one, groups, keys)
        return len(caught)

    before = cost()
    for number in range(12):
        made: Account = accounts.create_account(
            builder(), f"more{number}", "申文", PASSWORD, must_change=False, committee=cast.here
        )
        role, place = (Role.MEMBER, {}) if number % 2 else (Role.UNIT_OFFICER, {"unit": cast.police})
        accounts.appoint(builder(), made, role, cast.here, starts=START, **place)
    assert cost() == before


def test_a_rule_that_reads_for_one_person_is_asked_for_each(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    one = workflow("proposals.proposal")
    people = actors_in(cast.here, MONDAY)
    keys = list(standing(one).values_list("pk", flat=True))
    usual = waiting_for(one, crowds(people), keys)

    def reading(procedure: Workflow, actor: LoginActor) -> Any:
        known = Account.objects.filter(pk=actor.account_id).first()
        return waiting(procedure, replace(actor, account_id=known.pk if known else None))

    monkeypatch.setattr(crowd, "waiting", reading)
    assert waiting_for(one, crowds(people), keys) == usual

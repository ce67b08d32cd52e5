"""Each right with, without and elsewhere; the test and the rows of a rule agree."""

from __future__ import annotations

import pytest

from lvzhi.access import Rule
from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.people import actions, rules
from lvzhi.people.models import Member, Person
from lvzhi.people.tests.conftest import STARTS, County, Login, NewMember

RECORDS = {"see": rules.SEE, "keep": rules.KEEP, "own": rules.OWN, "read": rules.READ_FILE}
PERSONS = {
    "keep": rules.PERSON_KEEP, "own": rules.PERSON_OWN, "unmask": rules.UNMASK, "unmask_id": rules.UNMASK_ID,
}  # fmt: skip
MAY = {
    "see": set(rules.INSIDE),
    "keep": {Role.OFFICE, Role.SECRETARY_GENERAL},
    "own": set(),
    "read": {Role.OFFICE, Role.SECRETARY_GENERAL, Role.AUDITOR},
}


@pytest.fixture
def people(county: County, neighbour: County, login: Login, new_member: NewMember) -> list[Member]:
    system = system_actor("test")
    here = new_member("王伟", phone="13800000001")
    there = actions.add_member(system, neighbour.committee, neighbour.term, actions.Facts(name="李娜"), starts=STARTS)
    return [here, there]


@pytest.mark.both_databases
@pytest.mark.parametrize("role", list(Role))
def test_with_a_role_here_and_elsewhere(
    county: County, neighbour: County, login: Login, people: list[Member], role: Role
) -> None:
    if role in (Role.UNIT_OFFICER, Role.UNIT_HEAD):
        pytest.skip("needs a unit; holds no right here")
    here, there = people
    actor = login("one", county, role)
    for name, rule in RECORDS.items():
        assert rule(actor, here) is (role in MAY[name]), name
        assert rule(actor, there) is False, name
    agree(actor)


def test_without_any_role(county: County, login: Login, people: list[Member]) -> None:
    actor = login("none", county)
    assert not any(rule(actor, member) for rule in RECORDS.values() for member in people)
    agree(actor)


def test_oneself(county: County, login: Login, people: list[Member]) -> None:
    actor = login("self", county)
    actions.link_account(system_actor("test"), people[0].person, Account.objects.get(pk=actor.account_id))
    people[0].refresh_from_db()
    assert rules.OWN(actor, people[0])
    assert rules.READ_FILE(actor, people[0])
    assert rules.UNMASK_ID(actor, people[0].person)
    assert not rules.OWN(actor, people[1])
    agree(actor)


def agree(actor: LoginActor) -> None:
    for model, table in ((Member, RECORDS), (Person, PERSONS)):
        for name, rule in table.items():
            same(rule, actor, model, name)


def same(rule: Rule, actor: LoginActor, model: type[Member | Person], name: str) -> None:
    rows = set(model.objects.filter(rule.rows(actor)))
    assert rows == {record for record in model.objects.all() if rule.test(actor, record)}, name

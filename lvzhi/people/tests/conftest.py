"""A county with sectors and special committees, a neighbour, and people to act as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.test import Client

from lvzhi.accounts import actions as logins
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people import actions
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member

STARTS = dt.date(2022, 1, 10)
PASSWORD = "Right-7-Horse!"
TODAY = dt.date(2023, 6, 1)


@dataclass
class County:
    """One committee and its organs."""

    committee: Committee
    term: Term
    organs: dict[str, Organ] = field(default_factory=dict)

    @property
    def scope(self) -> Scope:
        return Scope(self.committee)


def found(name: str, code: str) -> County:
    system = system_actor("test")
    committee = places.create(system, name=name, code=code, level="county")
    county = County(committee, places.open_term(system, committee, number=10, starts=STARTS))
    for kind, title in (
        ("sector", "经济界"),
        ("sector", "教育界"),
        ("special_committee", "提案委员会"),
        ("special_committee", "文史委员会"),
        ("liaison_group", "城关联络组"),
        ("agency", "办公室"),
    ):
        organ = places.add_organ(system, committee, kind=kind, name=title, starts=dt.date(2017, 1, 1))
        county.organs[title] = organ
    return county


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def county(db: None) -> County:
    return found("丙县政协", "bing")


@pytest.fixture
def neighbour(db: None) -> County:
    return found("丁县政协", "ding")


Login = Callable[..., LoginActor]


@pytest.fixture
def login(db: None) -> Login:
    """Make an account with roles in a committee and give it as an actor."""

    def make(name: str, county: County, *roles: Role) -> LoginActor:
        system = system_actor("test")
        account = logins.create_account(system, name, name, PASSWORD, must_change=False, committee=county.committee)
        for role in roles:
            place = {"organ": county.organs["提案委员会"]} if role == Role.ORGAN_HEAD else {}
            logins.appoint(system, account, role, county.committee, starts=STARTS, **place)
        return actor_for(account)

    return make


@pytest.fixture
def office(county: County, login: Login) -> LoginActor:
    return login("office", county, Role.OFFICE)


NewMember = Callable[..., Member]


@pytest.fixture
def new_member(county: County, office: LoginActor) -> NewMember:
    def make(name: str = "张三", sector: str = "经济界", **more: object) -> Member:
        given = {key: more.pop(key) for key in tuple(more) if key in Facts.__dataclass_fields__}
        organs = [(county.organs[sector], "member")] if sector else []
        options: dict[str, object] = {"starts": STARTS, "organs": organs, **more}
        return actions.add_member(office, county.committee, county.term, Facts(name=name, **given), **options)

    return make


@pytest.fixture
def browser() -> Callable[[LoginActor], Client]:
    """A browser in which this actor is logged in."""

    def open_(actor: LoginActor) -> Client:
        client = Client()
        username = Account.objects.get(pk=actor.account_id).username
        assert client.post("/accounts/login", {"username": username, "password": PASSWORD}).status_code == 302
        return client

    return open_

"""A small house for tests: a city, two districts below it, and the people who work there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client

from lvzhi.accounts import actions
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.actions import committees, organs
from lvzhi.committee.models import Committee, Organ
from lvzhi.directory.models import Unit
from lvzhi.journal.events import register
from lvzhi.journal.lines import line

PASSWORD = "Haizhou-2026-ok"
START = date(2020, 1, 1)
register({"accounts.test": "测试"})


def builder() -> Any:
    """Whoever builds the house."""
    return system_actor("tests")


def committee(name: str, code: str, level: str = "county", parent: Committee | None = None) -> Committee:
    """A committee of the tree."""
    return committees.create(builder(), name=name, code=code, level=level, parent=parent)


def organ(of: Committee, name: str) -> Organ:
    """A special committee."""
    return organs.add_organ(builder(), of, kind="special_committee", name=name, starts=START)


def unit(of: Committee, name: str) -> Unit:
    """A handling unit."""
    made = Unit(committee=of, name=name, starts=START)
    with line(builder(), "accounts.test", subject=made):
        made.save()
    return made


def person(username: str, name: str, home: Committee | None, *roles: str, **place: Any) -> Account:
    """An account with a password that needs no change, holding the roles since START."""
    made = actions.create_account(builder(), username, name, PASSWORD, must_change=False, committee=home)
    for role in roles:
        assert home is not None
        actions.appoint(builder(), made, role, home, starts=START, **place)
    return made


def login(account: Account, password: str = PASSWORD, **kwargs: Any) -> Client:
    """A browser logged in through the login page."""
    client = Client(**kwargs)
    answer = client.post("/accounts/login", {"username": account.username, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return client


class House:
    """临海市 with 东湖区 and 西山区; an administrator for each, a member and a clerk in 东湖区."""

    def __init__(self) -> None:
        self.city = committee("临海市政协", "LH", "city")
        self.east = committee("东湖区政协", "DH", parent=self.city)
        self.west = committee("西山区政协", "XS", parent=self.city)
        self.root = person("root", "周立", self.city, Role.SYSTEM_ADMIN)
        self.admin = person("dh-admin", "吴敏", self.east, Role.SYSTEM_ADMIN)
        self.member = person("chen.hua", "陈华", self.east, Role.MEMBER)
        self.clerk = person("lin.jing", "林静", self.east, Role.CLERK)
        self.stranger = person("xs-member", "何平", self.west, Role.MEMBER)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

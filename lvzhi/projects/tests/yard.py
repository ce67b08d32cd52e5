"""Committees of three levels with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.people import actions as people
from lvzhi.projects import actions
from lvzhi.projects.models import Project
from lvzhi.workflow import engine

TODAY = dt.date(2026, 3, 2)
DATA: dict[str, Any] = {
    "title": "河口冷链物流园项目",
    "way": "care",
    "kind": "service",
    "amount": "120000000",
    "owner": "海州供应链公司",
    "taken_on": dt.date(2026, 1, 12),
}


class Yard:
    """海州区政协 below 连海市政协 below 沿海省政协, and 江北区政协 beside it.

    bai office, mi secretary-general, tou head of 经济委, ling and lv leaders, shen auditor, jia member; city_office of
    the city, province_office of the province; far_office of 江北区.
    """

    def __init__(self) -> None:
        self.province = committee("沿海省政协", "YH", "province")
        self.city = committee("连海市政协", "LH", "city", parent=self.province)
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.economy = organ(self.here, "经济委员会")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.tou = person("tou", "头经", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.lv = person("lv", "吕导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.jia = person("jia", "甲文", self.here, Role.MEMBER)
        self.city_office = person("city-office", "市办", self.city, Role.OFFICE)
        self.province_office = person("province-office", "省办", self.province, Role.OFFICE)
        self.far_office = person("far-office", "江办", self.there, Role.OFFICE)
        self.twins = [
            people.add_member(builder(), self.here, term, people.Facts(name="丙成", employer=work), starts=START)
            for work in ("甲厂", "乙厂")
        ]

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.mi, self.tou, self.ling, self.lv, self.shen, self.jia, self.city_office,
            self.province_office, self.far_office,
        )  # fmt: skip
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def register(self, who: Account | None = None, **changed: Any) -> Project:
        """A project of the account's committee."""
        account = who or self.bai
        assert account.committee is not None
        return actions.register(self.actor(account), account.committee, DATA | changed)

    def take(self, project: Project, key: str, account: Account | None = None, /, **answers: Any) -> Project:
        """A step; the office takes it unless another is named."""
        return engine.take(project, key, self.actor(account or self.bai), answers)

    def charged(self, leader: Account | None = None, **changed: Any) -> Project:
        """In the hands of a leader."""
        chosen = (leader or self.ling).pk
        return self.take(self.register(**changed), "charge", leader=chosen, duty="lead", since=TODAY)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

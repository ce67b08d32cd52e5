"""Committees of three levels with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar
from uuid import UUID

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.joint import actions, kinds
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.workflow import engine
from lvzhi.workflow.models import Procedural

TODAY = dt.date(2026, 3, 2)  # a Monday
UNTIL = dt.date(2026, 6, 30)
KIND = "joint.test"
RECORD = UUID("6f1d2a70-0000-4000-8000-000000000001")

R = TypeVar("R", bound=Procedural)


class Tree:
    """海州区政协 and 江北区政协 below 连海市政协 below 沿海省政协; 山阳区政协 elsewhere.

    city leads; bai office, tou head of 经济委, ling leader, jia member with a login and yi without, of 海州区;
    far office of 江北区; province office; stranger office of 山阳区. Topics stand over a record of the tests' own.
    """

    def __init__(self) -> None:
        self.province = committee("沿海省政协", "YH", "province")
        self.city = committee("连海市政协", "LH", "city", parent=self.province)
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        self.elsewhere = committee(
            "山阳区政协", "SY", parent=committee("远山市政协", "YS", "city", parent=self.province)
        )
        for one in (self.city, self.here, self.there):
            places.open_term(builder(), one, number=10, starts=START)
        self.research = organ(self.city, "研究室")
        self.economy = organ(self.here, "经济委员会")
        self.city_office = person("city-office", "市办", self.city, Post.OFFICE)
        self.city_head = person("city-head", "市研", self.city, Post.ORGAN_HEAD, organ=self.research)
        self.bai = person("bai", "白办", self.here, Post.OFFICE)
        self.tou = person("tou", "头经", self.here, Post.ORGAN_HEAD, organ=self.economy)
        self.ling = person("ling", "凌导", self.here, Post.LEADER)
        self.jia = person("jia", "甲文", self.here, Post.MEMBER)
        self.far = person("far", "江办", self.there, Post.OFFICE)
        self.province_office = person("province-office", "省办", self.province, Post.OFFICE)
        self.stranger = person("stranger", "山办", self.elsewhere, Post.OFFICE)
        self.member = self._member(self.here, "甲文", self.jia)
        self.plain = self._member(self.here, "乙明")
        self.city_member = self._member(self.city, "市员")
        kinds.register(kinds.Kind(KIND, self._find, self._may_open, self._known))

    def _member(self, home: Committee, name: str, account: Account | None = None) -> Member:
        made = people.add_member(builder(), home, home.terms.get(), people.Facts(name=name), starts=START)
        if account is not None:
            people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    def _find(self, uid: UUID) -> Any:
        return uid if uid == RECORD else None

    def _may_open(self, actor: Any, record: Any) -> bool:
        return bool(actor.has("office", committee=self.city.pk))

    def _known(self, record: Any) -> kinds.Known:
        return kinds.Known(self.city, self.research, "养老服务体系建设调研", UNTIL)

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.city_office, self.city_head, self.bai, self.tou, self.ling, self.jia, self.far, self.province_office,
            self.stranger,
        )  # fmt: skip
        return {account.username: account for account in listed}

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def topic(self, **data: Any) -> Topic:
        """A topic of the city."""
        return actions.open_topic(self.actor(self.city_office), KIND, RECORD, data)

    def take(self, record: R, key: str, account: Account, /, **answers: Any) -> R:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def asked(self, *committees: Committee, role: str = "assist", **data: Any) -> Topic:
        """A topic to which others are asked; 海州区政协 where none is named."""
        wanted = [one.pk for one in committees or (self.here,)]
        return self.take(self.topic(**data), "ask", self.city_office, committees=wanted, role=role, words="报数据。")

    def part(self, topic: Topic, committee: Committee | None = None) -> Partaking:
        """A committee's part."""
        return Partaking.objects.select_related("topic", "committee").get(topic=topic, committee=committee or self.here)

    def joined(self, **answers: Any) -> Partaking:
        """The part of 海州区政协, accepted."""
        return self.take(self.part(self.asked()), "accept", self.bai, **answers)

    def piece(self, part: Partaking | None = None, account: Account | None = None, **answers: Any) -> Piece:
        """A piece of a part, added by its own office unless another is named."""
        place = part or self.joined()
        given = {"what": "入户调查一百户", "until": dt.date(2026, 4, 30)} | answers
        self.take(place, "divide", account or self.bai, **given)
        return Piece.objects.select_related("topic", "part").filter(part=place).latest("pk")

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

"""A district with its chairmen, standing members and members: everything is made through the actions of a click."""

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
from lvzhi.contacts import actions
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.queries import Far
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.metrics.periods import Period, year
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member
from lvzhi.workflow import engine

TODAY = dt.date(2026, 7, 1)
# name: party, posts
PEOPLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "zhu": ("cpc", ("chairman",)), "fu": ("cpc", ("vice_chairman",)),
    "chang": ("cpc", ("standing",)), "dang": ("mass", ("standing",)),
    "jia": ("cpc", ()), "yi": ("cpc", ()), "bing": ("mass", ()), "ding": ("cdl", ()), "wu": ("mass", ()),
}  # fmt: skip


class Web:
    """海州区政协 and 江北区政协; bai office, ling leader, shen auditor, tou head of an organ in which jia sits."""

    def __init__(self) -> None:
        self.here = committee("海州区政协", "HZ")
        self.there = committee("江北区政协", "JB")
        self.term = places.open_term(builder(), self.here, number=10, starts=START)
        self.economy = organ(self.here, "经济委员会")
        self.sector = places.add_organ(builder(), self.here, kind="sector", name="工商界", starts=START)
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.tou = person("tou", "头经", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.accounts: dict[str, Account] = {}
        self.members: dict[str, Member] = {}
        for name, (party, posts) in PEOPLE.items():
            self.add(name, party, posts)
        people.join(builder(), self.members["jia"], self.economy, starts=START)
        for name in ("bing", "ding"):
            people.join(builder(), self.members[name], self.sector, starts=START)

    def add(self, name: str, party: str = "mass", posts: tuple[str, ...] = (), starts: dt.date = START) -> Member:
        """A member with a login."""
        account = person(name, f"{name}员", self.here, Role.MEMBER)
        row = people.add_member(
            builder(), self.here, self.term, Facts(name=f"{name}员", employer=f"{name}厂"), starts=starts,
            parties=(party,), offices=posts,
        )  # fmt: skip
        people.link_account(builder(), row.person, account)
        self.accounts[name], self.members[name] = account, Member.objects.select_related("person").get(pk=row.pk)
        return self.members[name]

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    @property
    def year(self) -> Period:
        """This year."""
        return year(TODAY.year)

    def actor(self, account: Account | str) -> LoginActor:
        """The account acting now."""
        return actor_for(self.accounts[account] if isinstance(account, str) else account)

    def pair(self, near: str, far: str, code: str = "party_outside", day: dt.date = START) -> Pair:
        """Made by the office."""
        other = Far(self.members[far], Target.PERSON)
        return actions.pair(self.actor(self.bai), self.here, code, self.members[near], other, day)

    def log(self, pair: Pair, mode: str = "phone", who: Account | str | None = None, **more: Any) -> Contact:
        """A contact, logged by who keeps in touch unless another is named."""
        name = next(key for key, row in self.members.items() if row.pk == pair.member_id)
        return actions.log(self.actor(who or name), pair, mode, **more)

    def follow(self, contact: Contact, who: str) -> Contact:
        """Followed up today."""
        answers = {"followed_on": TODAY, "result": "已回访，问题解决。"}
        return engine.take(contact, "follow", self.actor(who), answers)

    def login(self, account: Account | str) -> Client:
        """A browser logged in."""
        client = Client()
        found = self.accounts[account] if isinstance(account, str) else account
        client.force_login(found, backend="lvzhi.accounts.backends.AccountBackend")
        return client

"""A district with two special committees and some Party members: everything is made through the actions of a click."""

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
from lvzhi.metrics.periods import Period, year
from lvzhi.party import actions
from lvzhi.party.models import Body, Deed, Meeting
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member, Person
from lvzhi.workflow import engine

TODAY = dt.date(2026, 5, 20)
MEMBERS = ("jia", "yi", "bing", "ding", "wu")  # the last is no Party member


class Hall:
    """海州区政协 and 江北区政协; bai office, ling leader, shen auditor, tou head of an organ; jia leads the branch."""

    def __init__(self) -> None:
        self.here = committee("海州区政协", "HZ")
        self.there = committee("江北区政协", "JB")
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.economy, self.history = (organ(self.here, name) for name in ("经济委员会", "文史委员会"))
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.accounts: dict[str, Account] = {}
        self.members: dict[str, Member] = {}
        for name in MEMBERS:
            account = person(name, f"{name}员", self.here, Role.MEMBER)
            parties = ("mass",) if name == MEMBERS[-1] else ("cpc",)
            row = people.add_member(
                self.actor(self.bai), self.here, term, Facts(name=f"{name}员"), starts=START, parties=parties
            )
            people.link_account(builder(), row.person, account)
            self.accounts[name], self.members[name] = account, row

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    @property
    def year(self) -> Period:
        """This year."""
        return year(TODAY.year)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def person(self, name: str) -> Person:
        """A member as a person."""
        return Person.objects.get(pk=self.members[name].person_id)

    def branch(self, name: str = "经济委员会党支部", **more: Any) -> Body:
        """A branch founded by the office."""
        data = {"name": name, "organ": self.economy, "starts": START} | more
        return actions.found_body(self.actor(self.bai), self.here, data)

    def seat(self, body: Body, *names: str, post: str = "member", day: dt.date = START) -> None:
        """Put members into it."""
        actions.seat(body, self.actor(self.bai), [self.person(one) for one in names], post, day)

    def led(self, **more: Any) -> Body:
        """A branch of three with jia as its secretary."""
        body = self.branch(**more)
        self.seat(body, "jia", post="secretary")
        self.seat(body, "yi", "bing")
        return body

    def planned(self, body: Body, kind: str = "theme_day", day: dt.date = TODAY, who: str = "jia") -> Meeting:
        """A meeting put down by its secretary."""
        data = {"kind": kind, "title": "学习会", "held_on": day}
        return actions.plan_meeting(self.actor(self.accounts[who]), body, data)

    def held(self, body: Body, kind: str = "theme_day", day: dt.date = TODAY, *names: str) -> Meeting:
        """A meeting with those who came."""
        came = [self.person(one).pk for one in names or ("jia", "yi", "bing")]
        answers = {"held_on": day, "people": came, "place": "", "host": "", "text": "讨论"}
        meeting = self.planned(body, kind, day)
        return engine.take(meeting, "hold", self.actor(self.accounts["jia"]), answers)

    def deed(self, who: str = "yi", day: dt.date = TODAY) -> Deed:
        """What a member reports."""
        data = {"title": "修好楼道灯", "done_on": day, "text": "换了十二盏灯。"}
        return actions.begin_deed(self.actor(self.accounts[who]), self.here, self.person(who), data)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

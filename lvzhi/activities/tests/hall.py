"""A committee with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import actions
from lvzhi.activities.actions import Guest
from lvzhi.activities.models import Activity, Participant, Sitting
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.workflow import engine

PASSWORD = "Haizhou-2026-ok"
START = dt.date(2024, 1, 8)
TODAY = dt.date(2026, 3, 2)  # a Monday
COURTYARD: dict[str, Any] = {"kind": "courtyard", "title": "加装电梯院坝协商会", "held_on": TODAY}


def builder() -> Any:
    """Whoever builds the hall."""
    return system_actor("tests", at=clock.as_moment(TODAY))


class Hall:
    """海州区政协, and 江北区政协 beside it.

    bai office, mi secretary-general, tou head of 经济委, other head of 文史委, ling leader, shen auditor, zhu chairman;
    jia, yi, bing members (jia of 经济委), gan a cadre of rank; far_office and far_member of 江北区.
    """

    def __init__(self) -> None:
        self.here = places.create(builder(), name="海州区政协", code="HZ", level="county")
        self.there = places.create(builder(), name="江北区政协", code="JB", level="county")
        for committee in (self.here, self.there):
            places.open_term(builder(), committee, number=10, starts=START)
        self.economy = self.organ("special_committee", "经济委员会")
        self.history = self.organ("special_committee", "文史委员会")
        self.sector = self.organ("sector", "经济界")
        self.bai = self.account("bai", "白办", self.here, Post.OFFICE)
        self.mi = self.account("mi", "米秘", self.here, Post.SECRETARY_GENERAL)
        self.tou = self.account("tou", "头经", self.here, Post.ORGAN_HEAD, organ=self.economy)
        self.other = self.account("other", "头史", self.here, Post.ORGAN_HEAD, organ=self.history)
        self.ling = self.account("ling", "凌导", self.here, Post.LEADER)
        self.shen = self.account("shen", "沈审", self.here, Post.AUDITOR)
        self.zhu, self.jia, self.yi, self.bing = (
            self.account(username, name, self.here, Post.MEMBER)
            for username, name in (("zhu", "朱席"), ("jia", "甲文"), ("yi", "乙明"), ("bing", "丙成"))
        )
        self.far_office = self.account("far-office", "江办", self.there, Post.OFFICE)
        self.far_member = self.account("far-member", "江员", self.there, Post.MEMBER)
        self.members = {
            account.username: self.member(account)
            for account in (self.zhu, self.jia, self.yi, self.bing, self.far_member)
        }
        people.join(builder(), self.members["jia"], self.economy, starts=START)
        people.appoint(builder(), self.members["zhu"].person, self.here, "chairman", starts=START)
        self.gan = people.add_staff(
            builder(), self.here, people.Facts(name="甘部"), starts=START, rank="division_deputy"
        )

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.mi, self.tou, self.other, self.ling, self.shen, self.zhu, self.jia, self.yi, self.bing,
            self.far_office, self.far_member,
        )  # fmt: skip
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """海州区政协 alone."""
        return Scope(self.here)

    def organ(self, kind: str, name: str) -> Any:
        """An organ of 海州区政协."""
        return places.add_organ(builder(), self.here, kind=kind, name=name, starts=START)

    def account(self, username: str, name: str, home: Committee, role: str, **place: Any) -> Account:
        """An account that holds the role."""
        made = accounts.create_account(builder(), username, name, PASSWORD, must_change=False, committee=home)
        accounts.appoint(builder(), made, role, home, starts=START, **place)
        return made

    def member(self, account: Account) -> Member:
        """The tenure of an account's person."""
        home = account.committee
        assert home is not None
        made = people.add_member(builder(), home, home.terms.get(), people.Facts(name=account.name), starts=START)
        people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    def plain_members(self, count: int) -> list[Member]:
        """Members without a login."""
        term = self.here.terms.get()
        facts = [people.Facts(name=f"员{number:03d}") for number in range(count)]
        return [people.add_member(builder(), self.here, term, one, starts=START) for one in facts]

    def actor(self, account: Account, at: dt.date | dt.datetime | None = None) -> LoginActor:
        """The account acting, now or on a day."""
        return actor_for(account, at=clock.as_moment(at) if at else None)

    def guests(self, *names: str, role: str = "attend") -> list[Guest]:
        """Members as guests, by login name."""
        return [Guest(person=self.members[name].person, role=role) for name in names]

    def draft(self, account: Account | None = None, *names: str, **changed: Any) -> Activity:
        """A courtyard deliberation begun by the office, with these members on its list."""
        parts = {key: changed.pop(key) for key in ("sittings", "places", "partners", "guests") if key in changed}
        parts.setdefault("guests", self.guests(*names))
        return actions.begin(self.actor(account or self.bai), self.here, COURTYARD | changed, **parts)

    def planned(self, *names: str, **changed: Any) -> Activity:
        """The same, notified."""
        return self.take(self.draft(None, *(names or ("jia", "yi", "bing")), **changed), "notify", self.bai)

    def held(self, *names: str, **changed: Any) -> Activity:
        """The same, held."""
        return self.take(self.planned(*names, **changed), "hold", self.bai)

    def take(self, record: Any, key: str, account: Account, **answers: Any) -> Any:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def on_list(self, activity: Activity, name: str) -> Participant:
        """A member's row on the list."""
        rows = Participant.objects.select_related("activity", "person")
        return rows.get(activity=activity, person=self.members[name].person)

    def sitting(self, activity: Activity) -> Sitting:
        """The first sitting."""
        found = Sitting.objects.filter(activity=activity).order_by("starts", "number").first()
        assert found is not None
        return found

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

"""Two levels of committees with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.plans import actions
from lvzhi.plans.models import Helper, Plan, Task
from lvzhi.plans.progress import Source
from lvzhi.ui.marks import Tag
from lvzhi.workflow import engine

TODAY = dt.date(2026, 3, 2)  # a Monday
DUE = dt.date(2026, 9, 30)
# A stand-in that is a real table with a foreign key to a task: an organ's help counts, a unit's is still under way.
HELPERS = Source(
    key="plans.helper",
    name="配合单位",
    rows=lambda: Helper.objects.live().select_related("organ", "unit"),
    title=lambda row: row.name,
    address=lambda row: "/",
    day=lambda row: row.created_at.date(),
    tag=lambda row: Tag("已办", "good"),
    visible=lambda actor: Q(committee_id__in=actor.committees("office")),
    day_field="created_at",
    counts=Q(organ__isnull=False),
    campaign="",
)


class Hall:
    """海州区政协 below 连海市政协, and 江北区政协 beside it.

    bai office, mi secretary-general, tou head of 经济委, other head of 文史委, ling leader, shen auditor, jia member;
    wu officer of 区住建局; city_office, city_head of the city; far_office and far_member of 江北区.
    """

    def __init__(self) -> None:
        self.city = committee("连海市政协", "LH", "city")
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        for one in (self.city, self.here, self.there):
            places.open_term(builder(), one, number=10, starts=START)
        self.economy, self.history = (organ(self.here, name) for name in ("经济委员会", "文史委员会"))
        self.city_economy = organ(self.city, "市经济委员会")
        self.housing = unit(self.here, "区住建局")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.tou = person("tou", "头经", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.other = person("other", "头史", self.here, Role.ORGAN_HEAD, organ=self.history)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.jia = person("jia", "甲文", self.here, Role.MEMBER)
        self.wu = person("wu", "戊安", self.here, Role.UNIT_OFFICER, unit=self.housing)
        self.city_office = person("city-office", "市办", self.city, Role.OFFICE)
        self.far_office = person("far-office", "江办", self.there, Role.OFFICE)
        self.far_member = person("far-member", "江委", self.there, Role.MEMBER)

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.mi, self.tou, self.other, self.ling, self.shen, self.jia, self.wu, self.city_office,
            self.far_office, self.far_member,
        )  # fmt: skip
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def take(self, record: Any, key: str, account: Account, /, **answers: Any) -> Any:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def office(self, place: Committee) -> Account:
        """Who keeps the plans of a committee."""
        return {self.here.pk: self.bai, self.city.pk: self.city_office, self.there.pk: self.far_office}[place.pk]

    def draft(self, place: Committee | None = None, **changed: Any) -> Plan:
        """A plan begun by the office."""
        where = place or self.here
        data = {"kind": "consultation", "year": 2026, "title": "年度协商计划"} | changed
        return actions.begin_plan(self.actor(self.office(where)), where, data)

    def task(self, plan: Plan, topic: str = "老旧小区加装电梯", **changed: Any) -> Task:
        """A task added by the office."""
        data = {"topic": topic, "due": DUE.replace(year=plan.year)} | changed
        return actions.add_task(plan, self.actor(self.office(plan.committee)), data)

    def opened(self, plan: Plan | None = None) -> Plan:
        """Opinions are being asked."""
        found = plan or self.draft()
        if not Task.objects.filter(plan=found).exists():
            self.task(found, organ=self.economy if found.committee_id == self.here.pk else None)
        done: Plan = self.take(found, "gather", self.office(found.committee), body="各专委会")
        return done

    def approved(self, plan: Plan | None = None) -> Plan:
        """Passed by the chairmen's meeting and, where its kind asks for it, approved by the Party committee."""
        found = plan or self.draft()
        who = self.office(found.committee)
        found = self.take(self.opened(found), "propose", who)
        found = self.take(found, "pass_chairmen", who, body="第十次主席会议", held_on=clock.today())
        if found.state == "passed":
            found = self.take(found, "submit", who, body="中共区委", number="请〔2026〕3号", held_on=clock.today())
            found = self.take(
                found, "approve", who, body="区委常委会第五次会议", number="委〔2026〕8号", held_on=clock.today()
            )
        return found

    def issued(self, plan: Plan | None = None, *, number: str = "政协发〔2026〕5号") -> Plan:
        """Issued under a number."""
        found = self.approved(plan)
        done: Plan = self.take(found, "issue", self.office(found.committee), number=number, held_on=clock.today())
        return done

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

"""A committee with editors, authors and readers for tests: everything is made through the actions a click takes."""

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
from lvzhi.opinions.actions import writing
from lvzhi.opinions.models import Concern
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.workflow import engine

TODAY = dt.date(2026, 5, 20)  # a Wednesday
TITLE = "水碾房社区夜间路灯不亮"
SITUATION = "水碾房社区北门至菜场一段，十二盏路灯\n有九盏不亮。"  # 25 signs and marks, a break
SUGGESTION = "建议城管局逐盏检修。"
COUNT = len(SITUATION) - 1 + len(SUGGESTION)
OK = {"not_secret": "on"}
CHECKED = {"sound": "on", "not_secret": "on"}
EDITED = {"edited_title": "水碾房社区九盏路灯不亮", "edited": "北门至菜场一段九盏路灯不亮，建议检修。"}


class Newsroom:
    """海州区政协 below 连海市政协, and 江北区政协.

    bai office, fu office too, mi secretary-general, ling leader, shen auditor; members jia, yi; tu an invited reporter;
    min speaks for the party organ as its liaison, zhu heads the special committee; far office elsewhere.
    """

    jia: Account
    yi: Account

    def __init__(self) -> None:
        self.city = committee("连海市政协", "LH", "city")
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.special = organ(self.here, "城建委员会")
        self.party = places.add_organ(builder(), self.here, kind="party", name="民盟海州支部", starts=START)
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.fu = person("fu", "符办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.tu = person("tu", "屠信", self.here, Role.REPORTER)
        self.min = person("min", "闵盟", self.here, Role.REPORTER, organ=self.party)
        self.zhu = person("zhu", "朱主", self.here, Role.ORGAN_HEAD, organ=self.special)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.up = person("up", "尚办", self.city, Role.OFFICE)
        self.members: dict[str, Member] = {}
        for name, shown in (("jia", "甲文"), ("yi", "乙武")):
            account = person(name, shown, self.here, Role.MEMBER)
            row = people.add_member(
                self.actor(self.bai), self.here, term, people.Facts(name=shown, employer="文化馆"), starts=START
            )
            people.link_account(builder(), row.person, account)
            self.members[name] = row
            setattr(self, name, account)

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.fu, self.mi, self.ling, self.shen, self.tu, self.min, self.zhu, self.far, self.up, self.jia,
            self.yi,
        )  # fmt: skip
        return {account.username: account for account in listed}

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

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

    def data(self, **changed: Any) -> dict[str, Any]:
        """What a form would give."""
        given = {
            "title": TITLE, "category": "society", "situation": SITUATION, "analysis": "", "suggestion": SUGGESTION,
            "publish": "1",
        }  # fmt: skip
        return given | changed

    def begin(self, who: Account | None = None, **changed: Any) -> Concern:
        """An item begun; jia's own unless another is named."""
        return writing.begin(self.actor(who or self.jia), self.here, self.data(**changed))

    def take(self, record: Any, key: str, who: Account | None = None, /, **answers: Any) -> Any:
        """A step; the office takes it unless another is named."""
        fresh = type(record).objects.get(pk=record.pk)
        return engine.take(fresh, key, self.actor(who or self.bai), answers)

    def sent(self, who: Account | None = None, **changed: Any) -> Concern:
        """An item handed in; jia's own unless another is named."""
        done: Concern = self.take(self.begin(who, **changed), "submit", who or self.jia, **OK)
        return done

    def at(self, state: str, **changed: Any) -> Concern:
        """jia's item in a state: screened and edited by bai, checked by fu."""
        made = self.begin(**changed)
        way: dict[str, tuple[tuple[str, Account, dict[str, Any]], ...]] = {
            "draft": (),
            "submitted": (("submit", self.jia, OK),),
            "withdrawn": (("withdraw", self.jia, {}),),
        }
        way["returned"] = (*way["submitted"], ("send_back", self.bai, {"ground": "写明哪一段路"}))
        way["kept"] = (*way["submitted"], ("keep", self.bai, {"ground": "已在处理"}))
        way["offline"] = (*way["submitted"], ("take_offline", self.bai, {"ground": "不宜在此处理"}))
        way["selected"] = (*way["submitted"], ("select", self.bai, {}))
        way["edited"] = (*way["selected"], ("edit", self.bai, EDITED))
        way["checked"] = (*way["edited"], ("check", self.fu, CHECKED))
        if state == "merged":
            way["merged"] = (*way["submitted"], ("merge", self.bai, {"main": self.sent(self.yi, title="另一篇").pk}))
        for key, who, answers in way[state]:
            made = self.take(made, key, who, **answers)
        return Concern.objects.get(pk=made.pk)

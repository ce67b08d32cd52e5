"""An office with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, committee, organ, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.papers import actions
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.workflow import engine

TODAY = dt.date(2026, 3, 2)  # a Monday
TEXT: dict[str, Any] = {
    "kind": "consultation_report",
    "title": "关于老旧小区加装电梯专题协商情况的报告",
    "text": "三月，我们召开专题协商会。\n一、基本情况\n参会委员二十人。\n（一）主要建议\n由区住建局牵头。",
    "addressee": "区委、区政府",
    "copies": "市政协、区纪委",
}


class Bureau:
    """海州区政协 below 连海市政协, and 江北区政协 beside it.

    bai office, mi secretary-general, tou head of 经济委, other head of 文史委, ling leader, shen auditor, jia member;
    wu officer of 区住建局, geng of 区财政局; city_office of the city; far office and member of 江北区.
    """

    def __init__(self) -> None:
        self.city = committee("连海市政协", "LH", "city")
        self.here = committee("海州区政协", "HZ", parent=self.city)
        self.there = committee("江北区政协", "JB", parent=self.city)
        for one in (self.city, self.here, self.there):
            places.open_term(self.builder(), one, number=10, starts=START)
        self.economy, self.history = (organ(self.here, name) for name in ("经济委员会", "文史委员会"))
        self.housing, self.finance = (unit(self.here, name) for name in ("区住建局", "区财政局"))
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.tou = person("tou", "头经", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.other = person("other", "头史", self.here, Role.ORGAN_HEAD, organ=self.history)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.jia = person("jia", "甲文", self.here, Role.MEMBER)
        self.wu = person("wu", "戊安", self.here, Role.UNIT_OFFICER, unit=self.housing)
        self.geng = person("geng", "庚新", self.here, Role.UNIT_OFFICER, unit=self.finance)
        self.city_office = person("city-office", "市办", self.city, Role.OFFICE)
        self.far_office = person("far-office", "江办", self.there, Role.OFFICE)
        self.far_member = person("far-member", "江委", self.there, Role.MEMBER)

    @staticmethod
    def builder() -> Any:
        """Whoever builds."""
        from lvzhi.accounts.tests.house import builder

        return builder()

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.mi, self.tou, self.other, self.ling, self.shen, self.jia, self.wu, self.geng,
            self.city_office, self.far_office, self.far_member,
        )  # fmt: skip
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    def actor(self, account: Account, on: dt.date | None = None) -> LoginActor:
        """The account acting now, or on a day."""
        return actor_for(account, at=clock.as_moment(on) if on else None)

    def draft(self, who: Account | None = None, **changed: Any) -> Paper:
        """A report begun by the head of 经济委."""
        account = who or self.tou
        assert account.committee is not None
        data = TEXT | ({"organ": self.economy} if account == self.tou else {}) | changed
        return actions.begin_draft(self.actor(account), account.committee, data)

    def take(self, record: Any, key: str, account: Account, /, **answers: Any) -> Any:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def checked(self, **changed: Any) -> Paper:
        """Handed in and checked."""
        paper = self.take(self.draft(**changed), "hand_in", self.tou)
        done: Paper = self.take(paper, "check", self.bai)
        return done

    def issued(self, *, dated_on: dt.date = TODAY, number: str = "", **changed: Any) -> Paper:
        """Signed by the secretary-general."""
        answers = {"signer": "米秘", "dated_on": dated_on, "number": number}
        done: Paper = self.take(self.checked(**changed), "issue", self.mi, **answers)
        return done

    def sent(self, **changed: Any) -> Paper:
        """Sent to 区住建局, the city, 文史委 and 区委."""
        answers = {
            "units": [self.housing.pk], "committees": [self.city.pk], "organs": [self.history.pk], "bodies": "区委",
            "leaders": "区长李强", "how": "exchange", "sent_on": TODAY,
        }  # fmt: skip
        done: Paper = self.take(self.issued(**changed), "send", self.bai, **answers)
        return done

    def dispatch(self, paper: Paper, name: str) -> Dispatch:
        """What went to one receiver."""
        return Dispatch.objects.select_related("paper").get(paper=paper, name=name)

    def commented(self, paper: Paper | None = None, **changed: Any) -> Comment:
        """Noted by the office."""
        sent = paper or self.sent()
        answers = {
            "leader": "李强", "post": "区长", "rank": "top", "commented_on": TODAY, "words": "请住建局研究落实。",
        } | changed  # fmt: skip
        self.take(sent, "comment", self.bai, **answers)
        return Comment.objects.select_related("paper", "unit").get(paper=sent)

    def handed(self, **changed: Any) -> Comment:
        """Handed to 区住建局."""
        done: Comment = self.take(self.commented(), "hand_over", self.bai, unit=self.housing.pk, **changed)
        return done

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

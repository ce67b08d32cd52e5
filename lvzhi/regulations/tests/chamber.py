"""A committee that makes rules, for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.regulations import actions
from lvzhi.regulations.models import Matter, Opinion, Version
from lvzhi.workflow import engine

TODAY = dt.date(2026, 3, 2)
FIRST = (
    "第一章　总则\n第一条　为了规范提案工作，制定本办法。\n第二条　提案应当一事一案，有情况、有分析、有建议。\n"
    "第二章　办理\n第三条　承办单位应当在三个月内答复。\n第四条　本办法自印发之日起施行。"
)  # fmt: skip
SECOND = (
    "第一章　总则\n第一条　为了规范提案工作，制定本办法。\n第二条　提案应当一事一案，有情况、有分析、有具体建议。\n"
    "第二章　办理\n第三条　提案应当在全体会议期间提出。\n第四条　承办单位应当在三个月内答复。"
)  # fmt: skip
DATA: dict[str, Any] = {"title": "提案工作办法", "kind": "measures", "level": "standing", "text": FIRST}
OLD = DATA | {
    "title": "委员履职考核办法", "document_no": "政协发〔2021〕8号", "issued_on": dt.date(2021, 5, 10),
    "starts_on": dt.date(2021, 6, 1), "adopted_on": dt.date(2021, 5, 6), "adopted_by": "常委会第二十次会议",
}  # fmt: skip
MATTER: dict[str, Any] = {"kind": "request", "title": "关于年度协商计划的请示", "superior": "区委", "item": "plans"}


class Chamber:
    """海州区政协 and 江北区政协.

    bai office, mi secretary-general, tou head of 经济委, gao head of 社会委, ling leader, shen auditor, jia and yi
    members, lian officer of a unit, wai office of 江北区.
    """

    def __init__(self) -> None:
        self.here = committee("海州区政协", "HZ")
        self.there = committee("江北区政协", "JB")
        self.term = places.open_term(builder(), self.here, number=10, starts=START)
        self.economy = organ(self.here, "经济委员会")
        self.society = organ(self.here, "社会委员会")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.tou = person("tou", "头经", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.gao = person("gao", "高社", self.here, Role.ORGAN_HEAD, organ=self.society)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.jia = person("jia", "甲文", self.here, Role.MEMBER)
        self.yi = person("yi", "乙武", self.here, Role.MEMBER)
        self.lian = person("lian", "连络", self.here, Role.UNIT_OFFICER, unit=unit(self.here, "区住建局"))
        self.wai = person("wai", "外办", self.there, Role.OFFICE)
        self.members = [self.member(one) for one in (self.jia, self.yi)]

    def member(self, account: Account) -> Member:
        """The member behind a login."""
        made = people.add_member(builder(), self.here, self.term, people.Facts(name=account.name), starts=START)
        people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.bai, self.mi, self.tou, self.gao, self.ling, self.shen, self.jia, self.yi, self.lian, self.wai,
        )  # fmt: skip
        return {one.username: one for one in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

    def begin(self, who: Account | None = None, **changed: Any) -> Version:
        """A rule being drafted; the head of 经济委 drafts it unless another is named."""
        data = DATA | {"organ": self.economy} | changed
        return actions.begin_rule(self.actor(who or self.tou), self.here, data)

    def bring(self, **changed: Any) -> Version:
        """A rule that was issued years ago."""
        return actions.bring_rule(self.actor(self.bai), self.here, OLD | changed)

    def take(self, record: Any, key: str, account: Account | None = None, /, **answers: Any) -> Any:
        """A step; the office takes it unless another is named."""
        fresh = type(record).objects.get(pk=record.pk)
        return engine.take(fresh, key, self.actor(account or self.bai), answers)

    def asked(self, version: Version, until: dt.date = TODAY + dt.timedelta(days=10)) -> list[Opinion]:
        """社会委 and jia asked."""
        self.take(
            version, "ask", self.tou, organs=[self.society.pk], members=[self.members[0].pk], until=until
        )  # fmt: skip
        return list(Opinion.objects.filter(draft=version).order_by("pk"))

    def checked(self, version: Version) -> Version:
        """Handed in and checked by the secretary-general."""
        version = self.take(version, "hand_in", unasked="只改文字")
        done: Version = self.take(version, "check", self.mi, on=TODAY)
        return done

    def adopted(self, version: Version, on: dt.date = TODAY) -> Version:
        """Through a meeting too."""
        done: Version = self.take(self.checked(version), "adopt", meeting="主席会议", on=on)
        return done

    def issue(self, version: Version, number: str = "政协发〔2026〕1号", **answers: Any) -> Version:
        """Issued, in force today unless another day is named."""
        given = {"number": number, "issued_on": TODAY, "starts_on": TODAY} | answers
        done: Version = self.take(version, "issue", **given)
        return done

    def revised(self, version: Version, text: str = SECOND) -> Version:
        """A next version being drafted."""
        self.take(version.regulation, "revise", note="总结经验，修改完善")
        made = Version.objects.filter(regulation=version.regulation).latest("number")
        return actions.write(made, self.actor(self.bai), {"text": text})

    def matter(self, who: Account | None = None, **changed: Any) -> Matter:
        """A matter to be reported."""
        return actions.begin_matter(self.actor(who or self.bai), self.here, MATTER | changed)

    def sent(self, **changed: Any) -> Matter:
        """Sent, with an answer wanted in ten days."""
        given = {"signer": "凌导", "sent_on": TODAY, "until": TODAY + dt.timedelta(days=10)} | changed
        done: Matter = self.take(self.matter(), "report", **given)
        return done

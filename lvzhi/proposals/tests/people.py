"""A committee with people for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.events import register
from lvzhi.journal.lines import line
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.proposals import actions
from lvzhi.proposals.models import Assignment, CoSignature, Proposal
from lvzhi.workflow import engine

PASSWORD = "Haizhou-2026-ok"
START = dt.date(2024, 1, 8)
MONDAY = dt.date(2026, 3, 2)
register({"proposals.test": "测试"})
TEXT: dict[str, Any] = {
    "title": "关于完善社区食堂的提案",
    "background": "辖区六十岁以上老人较多，不少老人自己做饭困难。",
    "analysis": "现有食堂少，价格和口味不合适，补助标准多年没有调整。",
    "recommendations": ["在老旧小区增设社区食堂。", "调整就餐补助标准。"],
    "survey": "走访了三个社区。",
}
FORM = {**TEXT, "recommendations": "\n".join(TEXT["recommendations"]), "may_publish": "on", "may_merge": "on"}


def builder() -> Any:
    """Whoever builds the town."""
    return system_actor("tests", at=clock.as_moment(MONDAY))


class Town:
    """海州区政协, and 江北区政协 beside it.

    甲 proposes, 乙 co-signs, 丙 is a stranger, 丁 clerk, 戊 and 庚 unit officers, 己 head, 辛 a leader.
    """

    def __init__(self) -> None:
        self.here = places.create(builder(), name="海州区政协", code="HZ", level="county")
        self.there = places.create(builder(), name="江北区政协", code="JB", level="county")
        for committee in (self.here, self.there):
            term = places.open_term(builder(), committee, number=10, starts=START)
            places.add_session(
                builder(), term, number=3, opens=dt.date(2026, 3, 10), closes=dt.date(2026, 3, 13),
                window_from=dt.date(2026, 2, 1), window_until=dt.date(2026, 3, 12),
            )  # fmt: skip
        self.police, self.civil, self.housing = (
            self.unit(self.here, name) for name in ("区公安局", "区民政局", "区住建局")
        )
        self.far = self.unit(self.there, "江北区民政局")
        self.jia = self.person("jia", "甲文", self.here, Role.MEMBER)
        self.yi = self.person("yi", "乙明", self.here, Role.MEMBER)
        self.bing = self.person("bing", "丙成", self.here, Role.MEMBER)
        self.ding = self.person("ding", "丁宁", self.here, Role.CLERK)
        self.wu = self.person("wu", "戊安", self.here, Role.UNIT_OFFICER, unit=self.civil)
        self.geng = self.person("geng", "庚新", self.here, Role.UNIT_OFFICER, unit=self.housing)
        self.ji = self.person("ji", "己方", self.here, Role.PROPOSAL_HEAD)
        self.xin = self.person("xin", "辛远", self.here, Role.LEADER)
        self.far_member = self.person("far-member", "壬江", self.there, Role.MEMBER)
        self.far_clerk = self.person("far-clerk", "癸江", self.there, Role.CLERK)
        self.far_officer = self.person("far-officer", "子江", self.there, Role.UNIT_OFFICER, unit=self.far)
        self.members = {
            account.pk: self.member(account)
            for account in (self.jia, self.yi, self.bing, self.far_member)
        }  # fmt: skip

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (
            self.jia, self.yi, self.bing, self.ding, self.wu, self.geng, self.ji, self.xin,
            self.far_member, self.far_clerk, self.far_officer,
        )  # fmt: skip
        return {account.username: account for account in listed}

    def unit(self, committee: Committee, name: str) -> Unit:
        """A handling unit."""
        made = Unit(committee=committee, name=name, starts=START)
        with line(builder(), "proposals.test", subject=made):
            made.save()
        return made

    def person(self, username: str, name: str, home: Committee, role: str, **place: Any) -> Account:
        """An account that holds the role."""
        made = accounts.create_account(builder(), username, name, PASSWORD, must_change=False, committee=home)
        accounts.appoint(builder(), made, role, home, starts=START, **place)
        return made

    def member(self, account: Account, **facts: Any) -> Member:
        """The tenure of an account's person."""
        home = account.committee
        assert home is not None
        made = people.add_member(
            builder(), home, home.terms.get(), people.Facts(name=account.name, **facts), starts=START
        )
        people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    def actor(self, account: Account, at: dt.date | dt.datetime | None = None) -> LoginActor:
        """The account acting, now or on a day."""
        return actor_for(account, at=clock.as_moment(at) if at else None)

    def draft(self, account: Account | None = None, **changed: Any) -> Proposal:
        """A proposal begun by 甲."""
        who = account or self.jia
        assert who.committee is not None
        return actions.begin_draft(self.actor(who), who.committee, TEXT | changed)

    def take(self, record: Any, key: str, account: Account, **answers: Any) -> Any:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def invited(self) -> CoSignature:
        """A draft to which 乙 is invited."""
        proposal = self.draft()
        self.take(proposal, "invite", self.jia, members=[self.members[self.yi.pk].pk])
        return CoSignature.objects.select_related("proposal").get(proposal=proposal)

    def cosigned(self) -> Proposal:
        """A draft that 乙 has signed."""
        row = self.invited()
        self.take(row, "sign", self.yi)
        return Proposal.objects.get(pk=row.proposal_id)

    def submitted(self, **changed: Any) -> Proposal:
        """Handed in by 甲."""
        done: Proposal = self.take(self.draft(**changed), "submit", self.jia)
        return done

    def filed(self, proposal: Proposal | None = None) -> Proposal:
        """Put on file by 丁."""
        done: Proposal = self.take(proposal or self.submitted(), "file", self.ding, category="society")
        return done

    def assigned(self, proposal: Proposal | None = None, *, co: bool = False) -> Proposal:
        """Handed over to 区民政局."""
        answers: dict[str, Any] = {"lead": self.civil.pk, "co": [self.housing.pk] if co else []}
        done: Proposal = self.take(self.filed(proposal), "assign", self.ding, **answers)
        return done

    def lead(self, proposal: Proposal) -> Assignment:
        """The lead unit's hand-over."""
        return Assignment.objects.select_related("proposal", "unit").get(proposal=proposal, role="lead")

    def handling(self, proposal: Proposal | None = None) -> Proposal:
        """Signed for by 戊."""
        done = self.assigned(proposal)
        self.take(self.lead(done), "sign", self.wu)
        return Proposal.objects.get(pk=done.pk)

    def answered(self, proposal: Proposal | None = None) -> Proposal:
        """Answered by 戊."""
        done = self.handling(proposal)
        final: Proposal = self.take(done, "answer", self.wu, **self.reply(done))
        return final

    def reply(self, proposal: Proposal) -> dict[str, Any]:
        """A complete answer of the lead unit."""
        return {
            "assignment": self.lead(proposal).pk,
            "text": "已增设两处食堂。",
            "result_class": "A",
            "signer": "王局长",
        }

    def closed(self) -> Proposal:
        """Rated by 甲 and done."""
        done: Proposal = self.take(self.answered(), "rate", self.jia, attitude="satisfied", result="satisfied")
        return done

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

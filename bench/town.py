"""One invented committee with its people and units, and proposals taken the whole way through the product's actions."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from bench.texts import AUTHORS, BATCH, PASSWORD, START, proposal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal.events import register
from lvzhi.journal.lines import line
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Person
from lvzhi.proposals import actions
from lvzhi.proposals.models import Assignment, CoSignature
from lvzhi.workflow import engine

register({"bench.built": "性能测试数据{count}条", "bench.one": "性能测试数据"})
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
NAMES = "一二三四五六七八九十百千万东西南北中上下"


class Town:
    """临溪县政协: a clerk, a writer, three co-signers, two units' officers; 400 members and 40 units in bulk."""

    def __init__(self) -> None:
        self.builder = system_actor("bench")
        self.place = places.create(self.builder, name="临溪县政协", code="LX", level="county")
        self.term = places.open_term(self.builder, self.place, number=10, starts=START)
        self.sessions = [self._session(number) for number in range(1, 6)]
        self._people()
        self.clerk = self._account("clerk", "丁宁", Role.CLERK)
        self.office = self._account("office", "方圆", Role.OFFICE)
        self.officers = [
            self._account(f"officer{number}", f"{SURNAMES[number]}远", Role.UNIT_OFFICER, unit=self.units[number])
            for number in range(2)
        ]
        self.writer = self._member("writer", "甲文")
        self.cosigners = [self._member(f"cosigner{number}", f"{SURNAMES[number]}明") for number in range(3)]

    @classmethod
    def found(cls) -> Town:
        """The town as it stands in this database, for more proposals in bulk."""
        town = cls.__new__(cls)
        town.builder = system_actor("bench")
        town.place = Committee.objects.get()
        town.term = town.place.terms.get()
        town.sessions = list(town.place.sessions.order_by("number"))
        town.units = list(Unit.objects.order_by("id"))
        town.members = list(Member.objects.select_related("person").order_by("id")[:AUTHORS])
        return town

    def _session(self, number: int) -> Any:
        day = dt.date(2021 + number, 1, 12)
        return places.add_session(
            self.builder, self.term, number=number, opens=day, closes=day + dt.timedelta(days=4),
            window_from=max(day - dt.timedelta(days=30), START), window_until=day + dt.timedelta(days=2),
        )  # fmt: skip

    def _people(self) -> None:
        with line(self.builder, "bench.built", committee=self.place, count=AUTHORS):
            self.units = Unit.objects.bulk_create(
                [Unit(committee=self.place, name=f"县第{number:02d}局", starts=START) for number in range(40)],
                batch_size=BATCH,
            )
            persons = [Person(name=f"{SURNAMES[n % 20]}{NAMES[n // 20]}") for n in range(AUTHORS)]
            for person in persons:
                person.derive()
            Person.objects.bulk_create(persons, batch_size=BATCH)
            self.members = Member.objects.bulk_create(
                [Member(committee=self.place, person=one, term=self.term, starts=START) for one in persons],
                batch_size=BATCH,
            )

    def _account(self, username: str, name: str, role: str, **place: Any) -> Account:
        made = accounts.create_account(self.builder, username, name, PASSWORD, must_change=False, committee=self.place)
        accounts.appoint(self.builder, made, role, self.place, starts=START, **place)
        return made

    def _member(self, username: str, name: str) -> Account:
        made = self._account(username, name, Role.MEMBER)
        member = people.add_member(self.builder, self.place, self.term, people.Facts(name=name), starts=START)
        people.link_account(self.builder, member.person, made)
        return made

    def ways(self, count: int) -> list[UUID]:
        """Proposals from draft to answer, co-signed by three and handed to two units; gives their uids."""
        members = {
            row.person.account_id: row.pk
            for row in Member.objects.filter(person__account__in=self.cosigners).select_related("person")
        }
        return [self._way(number, [members[one.pk] for one in self.cosigners]) for number in range(count)]

    def _way(self, number: int, members: list[int]) -> UUID:
        text = proposal(-1 - number)
        day = clock.today() - dt.timedelta(days=30)
        writer = self._at(self.writer, day)
        data = {
            "title": text.title, "background": text.background, "analysis": text.analysis, "category": text.category,
            "recommendations": ["明确牵头单位和完成时限。", "分年度安排资金。", "向群众公开进展。"],
        }  # fmt: skip
        row: Any = actions.begin_draft(writer, self.place, data)
        engine.take(row, "invite", writer, {"members": members})
        signs = CoSignature.objects.filter(proposal=row).select_related("proposal").order_by("order")
        for sign, account in zip(signs, self.cosigners, strict=True):
            engine.take(sign, "sign", self._at(account, day + dt.timedelta(days=1)))
        row = engine.take(row, "submit", self._at(self.writer, day + dt.timedelta(days=2)))
        clerk = self._at(self.clerk, day + dt.timedelta(days=5))
        row = engine.take(row, "file", clerk, {"category": text.category})
        engine.take(row, "assign", clerk, {"lead": self.units[0].pk, "co": [self.units[1].pk]})
        for account in self.officers:
            hand = Assignment.objects.select_related("proposal", "unit").get(
                proposal=row, unit__in=[post.unit_id for post in account.appointments.all()]
            )
            hand = engine.take(hand, "sign", self._at(account, day + dt.timedelta(days=6)))
            if hand.role == "co":
                engine.take(hand, "opinion", self._at(account, day + dt.timedelta(days=9)), {"opinion": "同意配合。"})
        lead = Assignment.objects.get(proposal=row, role="lead")
        answer = {"assignment": lead.pk, "text": "已纳入年度计划。" * 20, "result_class": "A", "signer": "局长"}
        row = type(row).objects.get(pk=row.pk)
        row = engine.take(row, "answer", self._at(self.officers[0], day + dt.timedelta(days=20)), answer)
        return row.uid

    def _at(self, account: Account, day: dt.date) -> Any:
        return actor_for(account, at=clock.as_moment(day))

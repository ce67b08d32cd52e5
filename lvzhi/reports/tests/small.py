"""A small year of an invented county: a dozen proposals on every way, members, and people who may look."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import committee, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member
from lvzhi.proposals.models import GroundChosen, Leading, Proposal, Rating
from lvzhi.proposals.vocabulary import Grade, State, Track

START = dt.date(2021, 12, 1)
OPENS, CLOSES = dt.date(2022, 1, 10), dt.date(2022, 1, 13)
TODAY = dt.date(2023, 6, 1)
CATEGORIES = ("economy", "economy", "society", "society", "culture", "ecology", "politics", "economy",
              "society", "other")  # fmt: skip


class Small:
    """清河县政协 under 云江市政协: 12 received, 10 filed, 1 turned into advice, 3 key, 2 led by top leaders."""

    def __init__(self) -> None:
        self.system = system_actor("tests")
        self.city = committee("云江市政协", "YJ", "city")
        self.county = committee("清河县政协", "QH", parent=self.city)
        self.term = places.open_term(self.system, self.county, number=9, starts=START)
        self.session = self._session(self.county, self.term)
        self.sector = self._organ("sector", "教育界")
        self.special = self._organ("special_committee", "提案委员会")
        self._organ("special_committee", "文史资料委员会")
        self.agency = self._organ("agency", "清河县政协机关")
        self.members = [self._member(name, number) for number, name in enumerate(("赵一", "钱二", "孙三", "李四"), 1)]
        self.proposals = [self._proposal(number) for number in range(12)]
        self.secretary = person("mishu", "秦岚", self.county, Role.SECRETARY_GENERAL)
        self.auditor = person("shenji", "沈季", self.county, Role.AUDITOR)
        self.clerk = person("jingban", "景攀", self.county, Role.CLERK)
        bureau = unit(self.county, "县教育局")
        self.unit_officer = person("lianluo", "连罗", self.county, Role.UNIT_OFFICER, unit=bureau)
        self.member_account = person("weiyuan", "魏远", self.county, Role.MEMBER)
        self.stranger = person("shi", "石力", self.city, Role.SECRETARY_GENERAL)

    @property
    def scope(self) -> Scope:
        return Scope(self.county)

    @property
    def year(self) -> Period:
        return periods.year(2022)

    def void(self, proposal: Proposal) -> None:
        """As a mis-entry."""
        self._write(proposal, voided_at=clock.now(), void_ground="录入重复")

    def restore(self, proposal: Proposal) -> None:
        self._write(proposal, voided_at=None, void_ground="")

    def _session(self, county: Committee, term: Term) -> Session:
        return places.add_session(
            self.system,
            term,
            number=1,
            opens=OPENS,
            closes=CLOSES,
            window_from=dt.date(2022, 1, 1),
            window_until=CLOSES,
        )

    def _organ(self, kind: str, name: str) -> Organ:
        return places.add_organ(self.system, self.county, kind=kind, name=name, starts=START)

    def _member(self, name: str, number: int) -> Member:
        facts = Facts(name=name, gender="female" if number % 2 else "male")
        parties = ("cpc" if number == 1 else "none",)
        organs = [(self.sector, "member"), (self.special, "member")]
        return people.add_member(
            self.system, self.county, self.term, facts, starts=START, organs=organs, parties=parties
        )

    def _write(self, record: Any, **values: Any) -> None:
        for name, value in values.items():
            setattr(record, name, value)
        with line(self.system, "accounts.test", subject=record):
            record.save()

    def _proposal(self, number: int) -> Proposal:
        filed = number < 10
        day = OPENS + dt.timedelta(days=number)
        made = Proposal(
            committee=self.county,
            term=self.term,
            session=self.session,
            state=State.CLOSED if filed else State.NOT_FILED,
            state_since=clock.now(),
            track=Track.SESSION if day <= CLOSES else Track.BETWEEN,
            member=None if number < 2 else self.members[number % 4],
            collective=number < 2,
            organ=self.sector if number < 2 else None,
            proposer="教育界" if number < 2 else self.members[number % 4].person.name,
            title=f"关于改善县城第{number + 1}小学门前道路的建议",
            serial=f"收2022-{number + 1:04d}",
            received_on=day,
            examined_on=day + dt.timedelta(days=10),
        )
        if filed:
            made.number, made.category = f"第{number + 1:04d}号", CATEGORIES[number]
            made.filed_on = made.examined_on
            made.assigned_on = dt.date(2022, 3, 1)
            made.first_answered_on = made.answered_on = dt.date(2022, 5, 1 + number)
            made.answer_due_on, made.closed_on = dt.date(2022, 6, 1), dt.date(2022, 7, 1)
            made.result_class = "A" if number < 6 else "B"
        else:
            made.route = "advice" if number == 10 else "told"
        if number < 3:
            made.is_key, made.key_on = True, dt.date(2022, 3, 10)
        self._write(made)
        self._beside(made, number, filed=filed)
        return made

    def _beside(self, made: Proposal, number: int, *, filed: bool) -> None:
        if number < 3:
            rank, post = ("top", "县委书记") if number < 2 else ("deputy", "副县长")
            self._write(
                Leading(
                    committee=self.county, proposal=made, name="郑和", post=post, rank=rank, starts=dt.date(2022, 3, 10)
                )
            )
        if not filed:
            self._write(GroundChosen(committee=self.county, proposal=made, code="empty"))
        elif number < 8:
            grade = Grade.BASICALLY if number == 7 else Grade.SATISFIED
            self._write(
                Rating(
                    committee=self.county,
                    proposal=made,
                    member=made.member,
                    round=1,
                    attitude=Grade.SATISFIED,
                    result=grade,
                    rated_on=dt.date(2022, 6, 10),
                )
            )


def account_named(name: str) -> Account:
    """An account by its login."""
    return Account.objects.get(username=name)

"""A county with a year of proposals and activities under a city, and people who may look."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.tests.house import committee, person, unit
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import State, Track

START = dt.date(2021, 12, 1)
OPENS, CLOSES = dt.date(2022, 1, 10), dt.date(2022, 1, 13)
TODAY = dt.date(2023, 6, 1)
CATEGORIES = ("economy", "economy", "society", "society", "culture", "ecology", "politics", "economy",
              "society", "other")  # fmt: skip


class Yard:
    """清河县政协 under 云江市政协: 12 proposals received in 2022, 10 of them filed; four members in two organs."""

    def __init__(self) -> None:
        self.system = system_actor("tests")
        self.city = committee("云江市政协", "YJ", "city")
        self.county = committee("清河县政协", "QH", parent=self.city)
        self.term = places.open_term(self.system, self.county, number=9, starts=START)
        self.session = places.add_session(
            self.system, self.term, number=1, opens=OPENS, closes=CLOSES, window_from=dt.date(2022, 1, 1),
            window_until=CLOSES,
        )  # fmt: skip
        self.sector = self._organ("sector", "教育界")
        self.special = self._organ("special_committee", "提案委员会")
        self.members = [self._member(name, number) for number, name in enumerate(("赵一", "钱二", "孙三", "李四"), 1)]
        for number in range(12):
            self._proposal(number)
        self.secretary = person("mishu", "秦岚", self.county, Role.SECRETARY_GENERAL)
        self.auditor = person("shenji", "沈季", self.county, Role.AUDITOR)
        self.clerk = person("jingban", "景攀", self.county, Role.CLERK)
        self.unit_officer = person(
            "lianluo", "连罗", self.county, Role.UNIT_OFFICER, unit=unit(self.county, "县教育局")
        )
        self.member_account = person("weiyuan", "魏远", self.county, Role.MEMBER)
        self.stranger = person("shi", "石力", self.city, Role.SECRETARY_GENERAL)

    @property
    def scope(self) -> Scope:
        return Scope(self.county)

    def _organ(self, kind: str, name: str) -> Organ:
        return places.add_organ(self.system, self.county, kind=kind, name=name, starts=START)

    def _member(self, name: str, number: int) -> Member:
        facts = Facts(name=name, gender="female" if number % 2 else "male")
        organs = [(self.sector, "member"), (self.special, "member")]
        parties = ("cpc" if number == 1 else "none",)
        return people.add_member(
            self.system, self.county, self.term, facts, starts=START, organs=organs, parties=parties
        )

    def _proposal(self, number: int) -> None:
        filed = number < 10
        day = OPENS + dt.timedelta(days=number)
        member = self.members[number % 4]
        more: dict[str, Any] = {"route": "advice"}
        if filed:
            more = {"number": f"第{number + 1:04d}号", "category": CATEGORIES[number], "filed_on": day}
        made = Proposal(
            committee=self.county, term=self.term, session=self.session, state_since=clock.now(),
            state=State.FILED if filed else State.NOT_FILED, member=member, proposer=member.person.name,
            track=Track.SESSION if day <= CLOSES else Track.BETWEEN, received_on=day, examined_on=day,
            title=f"关于改善县城第{number + 1}小学门前道路的建议", serial=f"收2022-{number + 1:04d}", **more,
        )  # fmt: skip
        with line(self.system, "accounts.test", subject=made):
            made.save()

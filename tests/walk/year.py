"""A year of proposals of one committee through the actions, with every outcome that a real year has."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.actions.choosing import open_selection
from lvzhi.proposals.models import ExcellentCandidate
from lvzhi.proposals.tests.people import START, Town, builder
from lvzhi.proposals.vocabulary.codes import GROUNDS
from tests.walk.course import AUTUMN, SPRING, Course
from tests.walk.outcomes import WAYS, not_filed

MEMBERS, UNITS = ("陈一", "陈二", "陈三", "陈四", "陈五", "陈六"), ("区教育局", "区交通局", "区水务局")


class Year:
    """The committee, its people, and the proposals of its year."""

    def __init__(self, size: int) -> None:
        self.courses: list[Course] = []
        town = self.town = Town()
        self.place = town.here
        self.clerk, self.head, self.leader = town.ding, town.ji, town.xin
        self.reviewer = town.person("reviewer", "丑全", self.place, Role.CLERK)
        self.secretary = town.person("sg", "李书", self.place, Role.SECRETARY_GENERAL)
        self.special = places.add_organ(builder(), self.place, kind="special_committee", name="社会委", starts=START)
        self.culture = places.add_organ(builder(), self.place, kind="special_committee", name="文史委", starts=START)
        self.convener = town.person("convener", "卯正", self.place, Role.ORGAN_HEAD, organ=self.special)
        self.members = [town.jia, town.yi, town.bing] + [
            town.person(f"member-{place}", name, self.place, Role.MEMBER) for place, name in enumerate(MEMBERS)
        ]
        self.member_of = {one.pk: town.members.get(one.pk) or town.member(one) for one in self.members}
        self.units = [town.civil, town.housing, town.police, *(town.unit(self.place, name) for name in UNITS)]
        self.officers = {town.civil.pk: town.wu, town.housing.pk: town.geng}
        for place, unit in enumerate(self.units[2:]):
            self.officers[unit.pk] = town.person(f"o-{place}", f"王{place}", self.place, Role.UNIT_OFFICER, unit=unit)
        self.chiefs = {
            unit.pk: town.person(f"h-{place}", f"李{place}", self.place, Role.UNIT_HEAD, unit=unit)
            for place, unit in enumerate(self.units)
        }
        self._norm("scan_needed", False, START)
        self._norm("readings", 2, AUTUMN)
        self._norm("reply_needs_head", True, AUTUMN)
        self._fill(size)
        self._choose()

    def _norm(self, key: str, value: Any, starts: dt.date) -> None:
        actor = self.town.actor(self.head, SPRING)
        set_value(actor, self.place, f"proposals.{key}", value, starts=starts, ground="测试")

    def _fill(self, size: int) -> None:
        """Every way once, then as often again as the size asks for, the usual ones first."""
        number = 0
        for ground in GROUNDS:
            not_filed(self.course(number), ground[0])
            number += 1
        rounds = 0
        while len(self.courses) < size or not rounds:
            for do in WAYS:
                if rounds and len(self.courses) >= size:
                    break
                do(self.course(number))
                number += 1
            rounds += 1

    def course(self, number: int, start: dt.date = SPRING) -> Course:
        """A proposal to come, begun on one of thirty days."""
        return Course(self, start + dt.timedelta(days=number * 7 % 30), number)

    def _choose(self) -> None:
        """The excellent ones of the year."""
        end = dt.datetime(2026, 12, 30, 10, tzinfo=clock.ZONE)
        take = Course.take
        last = Course(self, end.date(), 0)
        self.courses.pop()  # it moves the selection, and is no proposal
        with clock.at(end):
            first_day = dt.date(end.year, 1, 1)
            row = open_selection(self.town.actor(self.clerk), self.place, "优秀提案评选", first_day, end.date())
        best = [one for one in self.courses if one.told.round][:3]
        for one in best:
            words = {"called": one.here.number, "behalf": f"committee:{self.clerk.name}", "reason": "有数据。"}
            row = take(last, row, "nominate", self.clerk, **words)
        keys = [str(pk) for pk in ExcellentCandidate.objects.order_by("pk").values_list("pk", flat=True)]
        row = take(last, row, "shortlist", self.clerk, chosen=keys)
        row = take(last, row, "deliberate", self.head, chosen=keys[:1])
        row = take(last, row, "send_back", self.secretary, opinion="请再议。")
        row = take(last, row, "deliberate", self.head, chosen=keys[:1])
        decided = {"met_on": end.date(), "decision": "第二十次主席会议"}
        take(last, row, "decide", self.secretary, chosen=keys[:1], **decided)
        best[0].told.chosen = True

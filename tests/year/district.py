"""海州区政协 as an install leaves it: committee, term, session, organs, units, people with logins."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities.models import Activity
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.directory.models import Unit
from lvzhi.norms.actions.values import set_value
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Person
from tests.year.held import Snapshot
from tests.year.roles import PASSWORD, Role, Year

START = dt.date(2024, 1, 8)
NEW_YEAR = dt.date(2026, 1, 5)
__all__ = ["START", "Activity", "District"]


def builder() -> Any:
    """Whoever sets the district up."""
    return system_actor("tests", at=clock.as_moment(NEW_YEAR))


class District:
    """Who is at which desk. Every name is somebody's or something's alone, so that an equal value is the same fact."""

    def __init__(self) -> None:
        with clock.at(NEW_YEAR):
            self._place()
            self._people()

    def _place(self) -> None:
        self.here = places.create(builder(), name="海州区政协", code="HZ", level="county")
        self.term = places.open_term(builder(), self.here, number=10, starts=START)
        self.session = places.add_session(
            builder(), self.term, number=3, opens=dt.date(2026, 1, 19), closes=dt.date(2026, 1, 22),
            window_from=dt.date(2026, 1, 2), window_until=dt.date(2026, 1, 21),
        )  # fmt: skip
        set_value(builder(), self.here, "proposals.appraisals", True, starts=NEW_YEAR, ground="两办通知")
        set_value(
            builder(), self.here, "proposals.reply_needs_head", True, starts=dt.date(2026, 3, 25), ground="区府办函"
        )
        self.economy = self.organ("special_committee", "经济委员会")
        self.culture = self.organ("special_committee", "文化文史委员会")
        self.proposal_committee = self.organ("special_committee", "提案委员会")
        self.sector = self.organ("sector", "工商联界")
        self.civil = self.unit("区民政局", contact="0914-8880001")
        self.housing = self.unit("区住建局")
        self.traffic = self.unit("区交通局")
        self.water = self.unit("区水务局", contact="0914-2345678")
        self.firm = self.unit("海州精密机械厂", kind="enterprise")
        self.village = self.unit("桥头社区", kind="community")

    def organ(self, kind: str, name: str) -> Organ:
        """An organ since the term began."""
        return places.add_organ(builder(), self.here, kind=kind, name=name, starts=START)

    def unit(self, name: str, **more: Any) -> Unit:
        """A unit of the directory."""
        return directory.add(builder(), self.here, name=name, starts=START, **more)

    def _people(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.members: dict[str, Member] = {}
        listed = (
            ("jia", "甲文博", self.economy), ("yi", "乙明哲", self.culture), ("bing", "丙成林", None),
            ("ding", "丁若水", None), ("chair", "席中和", None),
        )  # fmt: skip
        for login, name, organ in listed:
            self.members[login] = self.member(login, name, organ)
        people.appoint(builder(), self.members["chair"].person, self.here, "chairman", starts=START)
        people.affiliate(builder(), self.members["chair"].person, self.here, "cpc", starts=START)
        self.account("clerk", "经办甲", Post.CLERK)
        self.account("head", "提案主任", Post.PROPOSAL_HEAD)
        self.account("office", "办公文", Post.OFFICE)
        self.account("general", "秘书长米", Post.SECRETARY_GENERAL)
        self.account("economist", "经济主任", Post.ORGAN_HEAD, organ=self.economy)
        self.account("historian", "文史主任", Post.ORGAN_HEAD, organ=self.culture)
        self.account("leader", "领导凌", Post.LEADER)
        self.account("admin", "系统管理员崔", Post.SYSTEM_ADMIN)
        self.account("civil", "民政联络员", Post.UNIT_OFFICER, unit=self.civil)
        self.account("civilhead", "民政局长", Post.UNIT_HEAD, unit=self.civil)
        self.account("housing", "住建联络员", Post.UNIT_OFFICER, unit=self.housing)
        self.account("traffichead", "交通局欧局长", Post.UNIT_HEAD, unit=self.traffic)
        self.account("traffic", "交通联络员", Post.UNIT_OFFICER, unit=self.traffic)
        self.account("water", "水务联络员", Post.UNIT_OFFICER, unit=self.water)
        self.cadre = people.add_staff(
            builder(), self.here, people.Facts(name="干部宁"), starts=START, rank="division_deputy"
        )

    def account(self, login: str, name: str, role: str, **place: Any) -> Account:
        """A login that holds a role."""
        made = accounts.create_account(builder(), login, name, PASSWORD, must_change=False, committee=self.here)
        accounts.appoint(builder(), made, role, self.here, starts=START, **place)
        self.accounts[login] = made
        return made

    def member(self, login: str, name: str, organ: Organ | None) -> Member:
        """A member with a login."""
        account = self.account(login, name, Post.MEMBER)
        organs = [(organ, "member")] if organ else []
        facts = people.Facts(name=name, phone=f"1391234{len(self.members):04d}", employer=f"{name}工作室", job="负责人")
        made = people.add_member(builder(), self.here, self.term, facts, starts=START, organs=organs)
        people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    def person(self, login: str) -> Person:
        """The person of a member's login."""
        return self.members[login].person


class Cast:
    """The roles of the year at their desks."""

    def __init__(self, district: District, year: Year) -> None:
        titles = {
            "clerk": "提案经办", "head": "提案委负责人", "office": "办公室", "general": "秘书长",
            "economist": "经济委负责人", "historian": "文史委负责人",
            "leader": "领导", "admin": "系统管理员", "civil": "承办单位联络员", "civilhead": "承办单位负责人",
            "traffichead": "承办单位负责人",
            "housing": "承办单位联络员", "traffic": "承办单位联络员", "water": "承办单位联络员",
        }  # fmt: skip
        self.year, self.district = year, district
        for login, account in district.accounts.items():
            setattr(self, login, Role(year, account, titles.get(login, "委员")))

    def __getattr__(self, name: str) -> Role:
        raise AttributeError(name)


def opened() -> tuple[District, Year, Cast]:
    """A district on the first day of its year, with a fresh meter."""
    district, year = District(), Year(Snapshot())
    return district, year, Cast(district, year)


def newest(model: Any) -> Any:
    """The row entered last."""
    return model.objects.order_by("-pk").first()

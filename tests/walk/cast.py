"""Everyone who may come near a proposal, by the part played in it: the roles of the walk."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.accounts.actors import LoginActor, visitor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.deadlines import clock
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.tests.people import START, Town, builder

FIRST = dt.date(2026, 3, 10)  # two readings; answers go through the unit's head
SECOND = dt.date(2026, 3, 11)  # one reading, no head; promises for a day before the walk
WALK = dt.datetime(2026, 3, 16, 10, 0, tzinfo=clock.ZONE)  # a Monday in working hours: the moment of every attempt
ANONYMOUS = "anonymous"


class Cast(Town):
    """The town with a holder of every part; each role is the account's login name in `who`."""

    def __init__(self) -> None:
        super().__init__()
        self.party = places.add_organ(builder(), self.here, kind="party", name="民建海州区支部", starts=START)
        self.special = places.add_organ(builder(), self.here, kind="special_committee", name="社会委", starts=START)
        place = self.here
        self.who: dict[str, Account] = {
            "proposer": self.jia,
            "cosigner": self.yi,
            "member": self.bing,
            "clerk": self.ding,
            "reviewer": self.person("reviewer", "丑全", place, Role.CLERK),
            "head": self.ji,
            "officer": self.wu,
            "unit_head": self.person("unit-head", "王平", place, Role.UNIT_HEAD, unit=self.civil),
            "co_officer": self.geng,
            "other_officer": self.person("other-officer", "钱守", place, Role.UNIT_OFFICER, unit=self.police),
            "leader": self.xin,
            "other_leader": self.person("other-leader", "孙立", place, Role.LEADER),
            "secretary_general": self.person("sg", "李书", place, Role.SECRETARY_GENERAL),
            "supervisor": self.person("supervisor", "周查", place, Role.SUPERVISOR),
            "auditor": self.person("auditor", "吴审", place, Role.AUDITOR),
            "office": self.person("office", "郑办", place, Role.OFFICE),
            "convener": self.person("convener", "卯正", place, Role.ORGAN_HEAD, organ=self.special),
            "administrator": self.person("administrator", "冯管", place, Role.SYSTEM_ADMIN),
            "far_member": self.far_member,
            "far_clerk": self.far_clerk,
            "far_officer": self.far_officer,
        }
        self.norm("scan_needed", False, START)
        for key, first, then in (("readings", 2, 1), ("reply_needs_head", True, False)):
            self.norm(key, first, FIRST)
            self.norm(key, then, SECOND)

    def norm(self, key: str, value: Any, starts: dt.date) -> None:
        """A value of the committee from a day on."""
        set_value(self.actor(self.ji, WALK), self.here, f"proposals.{key}", value, starts=starts, ground="测试")

    def actors(self) -> dict[str, LoginActor]:
        """Each role acting at the present moment; the last is somebody not logged in."""
        return {role: self.actor(account) for role, account in self.who.items()} | {ANONYMOUS: visitor()}


ROLES = (
    "proposer", "cosigner", "member", "clerk", "reviewer", "head", "officer", "unit_head", "co_officer",
    "other_officer", "leader", "other_leader", "secretary_general", "supervisor", "auditor", "office", "convener",
    "administrator", "far_member", "far_clerk", "far_officer", ANONYMOUS,
)  # fmt: skip

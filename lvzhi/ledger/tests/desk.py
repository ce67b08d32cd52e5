"""A committee with an office, an organ, activities and units: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest
from lvzhi.activities.models import Activity
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.ledger.actions.entering import Occasion, enter_advice, enter_problems
from lvzhi.ledger.models import Advice, Problem
from lvzhi.proposals.tests.people import START, Town, builder

TODAY = dt.date(2026, 3, 2)


class Desk(Town):
    """Beside the people of the town: 文 in the office, 申 head of the economy committee, 江北 with an office too."""

    def __init__(self) -> None:
        super().__init__()
        self.wen = self.person("wen", "文书", self.here, Role.OFFICE)
        self.economy: Organ = places.add_organ(
            builder(), self.here, kind="special_committee", name="经济委员会", starts=START
        )
        self.shen = self.person("shen", "申主任", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.chief = self.person("chief", "酉局长", self.here, Role.UNIT_HEAD, unit=self.civil)
        self.far_office = self.person("far-office", "戌江", self.there, Role.OFFICE)

    @property
    def everyone(self) -> dict[str, Account]:
        return super().everyone | {
            one.username: one for one in (self.wen, self.shen, self.chief, self.far_office)
        }  # fmt: skip

    def activity(self, guests: Sequence[Guest] = (), **changed: Any) -> Activity:
        """A courtyard deliberation of the economy committee."""
        given = {"kind": "courtyard", "title": "龙泉社区院坝协商会", "topic": "加装电梯", "held_on": TODAY,
                 "ends_on": TODAY, "organ": self.economy} | changed  # fmt: skip
        return activities.begin(self.actor(self.wen), self.here, given, guests=guests)

    def occasion(self, **changed: Any) -> Occasion:
        """Today, at an inspection, kept by the economy committee."""
        usual = {"committee": self.here, "day": TODAY, "source": "inspection", "organ": self.economy}
        return Occasion(**usual | changed)

    def problem(self, text: str = "路灯不亮", **changed: Any) -> Problem:
        """A problem that the head of the economy committee entered."""
        (made,) = enter_problems(self.actor(self.shen), [text], self.occasion(**changed))
        return made

    def owned(self, problem: Problem | None = None, **answers: Any) -> Problem:
        """Given to the civil affairs bureau."""
        given = {"owner_unit": self.civil.pk} | answers
        done: Problem = self.take(problem or self.problem(), "assign", self.shen, **given)
        return done

    def done(self, problem: Problem | None = None) -> Problem:
        """The bureau says it is done."""
        answers = {"done_on": TODAY.isoformat(), "result": "已换灯泡。"}
        done: Problem = self.take(self.owned(problem), "finish", self.wu, **answers)
        return done

    def struck(self, problem: Problem | None = None) -> Problem:
        """Checked and struck off."""
        done: Problem = self.take(self.done(problem), "check", self.shen)
        return done

    def advice(self, text: str = "增设充电桩", **changed: Any) -> Advice:
        """Advice by 甲."""
        occasion = self.occasion(**{"authors": [self.members[self.jia.pk].person], "theme": "city"} | changed)
        (made,) = enter_advice(self.actor(self.shen), [text], occasion)
        return made

    def handed(self, advice: Advice | None = None) -> Advice:
        """Handed to the civil affairs bureau."""
        done: Advice = self.take(advice or self.advice(), "hand", self.shen, unit=self.civil.pk)
        return done

    def replied(self, advice: Any = None, adoption: str = "wholly", ground: str = "") -> Any:
        """Answered by the bureau."""
        answers = {"adoption": adoption, "answer": "已列入计划。", "ground": ground, "answered_on": TODAY.isoformat()}
        return self.take(self.handed(advice), "answer", self.wu, **answers)

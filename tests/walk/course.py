"""One proposal on its way through a year, each step taken by who is entitled, with an own record of what came of it.

The record (`Told`) is kept beside the database and never read from it: figures are compared with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.proposals import actions
from lvzhi.proposals.actions import entering
from lvzhi.proposals.models import Assignment, CoSignature, Promise, Proposal, Publication
from lvzhi.workflow import engine
from tests.walk.answers import text, word

TEN = dt.time(10, 0)
SPRING, AUTUMN = dt.date(2026, 3, 3), dt.date(2026, 9, 1)  # from autumn on: two readings, answers through the head
LED = {"leader_name": "辛远", "leader_post": "区长", "rank": "top"}
GOOD, BASICALLY, BAD = "satisfied", "basically", "dissatisfied"


@dataclass
class Told:
    """What came of one proposal, as its way tells it."""

    signed: int = 0
    received: bool = False
    filed: bool = False
    grounds: list[str] = field(default_factory=list)
    route: str = ""
    merged: bool = False
    withdrawn: bool = False
    assigned: dt.date | None = None
    due: dt.date | None = None
    answered: dt.date | None = None
    result: str = ""
    hands: list[tuple[str, str]] = field(default_factory=list)  # (unit, role) of the hand-overs that stand
    replies: int = 0
    approved: int = 0
    face: bool = False
    ratings: list[tuple[int, str, str]] = field(default_factory=list)  # (round, attitude, result)
    round: int = 0
    key: bool = False
    top: bool = False
    acts: int = 0
    both_sides: int = 0
    promises: int = 0
    kept: int = 0
    open: int = 0
    returns: int = 0
    appraised: int = 0
    unappraised: int = 0
    published: bool = False
    chosen: bool = False


class Course:
    """A proposal being moved on, day by day.

    Args:
        year: its committee with the people in it.
        start: the day on which it is begun.
        number: which one of the year it is; people and units take turns by it.
    """

    def __init__(self, year: Any, start: dt.date, number: int) -> None:
        self.year, self.day, self.number = year, start, number
        self.told = Told()
        self.author: Account = year.members[number % len(year.members)]
        self.lead = year.units[number % len(year.units)]
        self.co = year.units[(number + 1) % len(year.units)]
        self.pk = 0
        year.courses.append(self)

    def on(self, days: int) -> Course:
        """Let days pass."""
        self.day += dt.timedelta(days=days)
        return self

    def at(self) -> dt.datetime:
        """Ten o'clock of its present day."""
        return dt.datetime.combine(self.day, TEN, clock.ZONE)

    @property
    def here(self) -> Proposal:
        """The proposal, fresh."""
        return Proposal.objects.get(pk=self.pk)

    def take(self, record: Any, key: str, account: Account, **answers: Any) -> Any:
        """A step on its present day."""
        with clock.at(self.at()):
            return engine.take(record, key, self.year.town.actor(account), answers)

    def step(self, key: str, account: Account, **answers: Any) -> Proposal:
        """A step of the proposal itself."""
        done: Proposal = self.take(self.here, key, account, **answers)
        return done

    def draft(self, **more: Any) -> Course:
        """Begun by its author."""
        with clock.at(self.at()):
            actor = self.year.town.actor(self.author)
            self.pk = actions.begin_draft(actor, self.year.place, text(**more)).pk
        return self

    def entered(self) -> Course:
        """Entered from paper by staff."""
        with clock.at(self.at()):
            actor = self.year.town.actor(self.year.clerk)
            member = self.year.member_of[self.author.pk]
            self.pk = entering.begin_for(actor, self.year.place, text(), member=member).pk
        return self

    def collective(self) -> Course:
        """Begun in the name of a body."""
        self.author = self.year.convener
        with clock.at(self.at()):
            actor = self.year.town.actor(self.author)
            organ = self.year.special
            made = actions.begin_draft(actor, self.year.place, text(), proposer_type="special_committee", organ=organ)
            self.pk = made.pk
        return self

    def other(self, place: int) -> Account:
        """Another member than the author."""
        found: Account = self.year.members[(self.number + place) % len(self.year.members)]
        return found

    def invite(self, *places: int, **more: Any) -> list[CoSignature]:
        """Other members asked to co-sign."""
        people = [self.year.member_of[self.other(place).pk].pk for place in places]
        self.step("invite", self.author, members=people, **more)
        return list(CoSignature.objects.filter(proposal=self.pk, member__in=people).order_by("order"))

    def sign(self, row: CoSignature, place: int, key: str = "sign") -> None:
        """One of those asked answers."""
        self.take(row, key, self.other(place))
        self.told.signed += key == "sign"

    def submit(self, account: Account | None = None) -> Course:
        """Handed in."""
        self.step("submit", account or self.author)
        self.told.received = True
        return self

    def file(self, account: Account | None = None) -> Course:
        """Put on file."""
        self.on(5).step("file", account or self.year.clerk, category="society")
        self.told.filed = True
        return self

    def refuse(self, *grounds: str, route: str) -> Course:
        """Not put on file."""
        words = "请看依据。"
        self.on(5).step("refuse", self.year.clerk, grounds=list(grounds), route=route, explanation=words)
        self.told.grounds, self.told.route = list(grounds), route
        return self

    def handed(self, *hands: tuple[str, str]) -> None:
        """Note to which units it was handed over."""
        self.told.assigned = self.day
        self.told.hands = list(hands)

    def assign(self, *, co: bool = False) -> Course:
        """Handed over to a lead and perhaps a co-unit."""
        self.on(6).step("assign", self.year.clerk, lead=self.lead.pk, co=[self.co.pk] if co else [])
        self.handed((self.lead.name, "lead"), *([(self.co.name, "co")] if co else []))
        return self

    def hand(self, role: str = "lead") -> Assignment:
        """The standing hand-over of that role."""
        rows = Assignment.objects.exclude(state="replaced").select_related("unit", "proposal")
        return rows.get(proposal=self.pk, role=role)

    def officer(self, row: Assignment) -> Account:
        """The officer of the unit that holds it."""
        found: Account = self.year.officers[row.unit_id]
        return found

    def sign_for(self) -> Course:
        """Every unit signs."""
        self.on(2)
        for row in Assignment.objects.filter(proposal=self.pk, state="pending").order_by("pk"):
            self.take(row, "sign", self.officer(row))
        return self

    def talk(self, mode: str = "visit") -> Course:
        """The lead unit's talk with the proposer."""
        row = self.hand()
        self.take(
            row, "contact", self.officer(row), stage="during", mode=mode, held_on=self.day, proposer_side="提案人",
            unit_side="王科长", points="听取意见。",
        )  # fmt: skip
        self.told.face |= mode == "visit"
        return self

    def answer(self, result: str = "A", *, waits: bool = False, more: dict[str, Any] | None = None) -> Course:
        """The lead unit's answer, given at once or after its head has agreed."""
        row = self.on(20).hand()
        given = {"assignment": row.pk, "text": f"已办理{word()}。", "result_class": result, "signer": "王局长"}
        self.step("answer", self.officer(row), **given | (more or {}))
        if not waits:
            self.answered(result)
        return self

    def answered(self, result: str) -> None:
        """Note that an answer counts."""
        self.told.replies += 1
        self.told.answered = self.told.answered or self.day
        self.told.result = result
        self.told.round += 1

    def rate(self, result: str = GOOD, *, who: Iterable[Account] = (), attitude: str = GOOD) -> Course:
        """Rated by its author first, then by others who signed, who are satisfied."""
        self.on(4)
        for account in (self.author, *who):
            grade = result if account == self.author else GOOD
            reason = "没有时间表。" if BAD in (grade, attitude) else ""
            self.step("rate", account, attitude=attitude, result=grade, reason=reason)
            self.told.ratings.append((self.told.round, attitude, grade))
        return self

    def promise(self) -> Promise:
        """Its promise."""
        return Promise.objects.select_related("unit", "proposal").get(proposal=self.pk)

    def publication(self) -> Publication:
        """Its newest decision on publication."""
        return Publication.objects.select_related("proposal").filter(proposal=self.pk).latest("pk")

    def publish(self) -> Course:
        """Decided by two people."""
        row = self.on(2).take(self.publication(), "propose", self.year.clerk, form="full")
        self.take(row, "approve", self.year.head)
        self.told.published = True
        return self

    def to_answered(self, *, co: bool = False) -> Course:
        """The usual way to the answer."""
        self.assign(co=co).sign_for()
        if co:
            row = self.hand("co")
            self.on(3).take(row, "opinion", self.officer(row), opinion="同意。")
        return self.on(3).talk().answer()

"""An agency of six and whoever leads it: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.appraisal import actions
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period, year
from lvzhi.norms.actions.values import set_value
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Person
from lvzhi.workflow import engine

TODAY = dt.date(2026, 4, 8)
STAFF = ("tou", "jia", "yi", "bing", "ding", "wu")


class Yard:
    """海州区政协: bai office, mi secretary-general, ling leader, shen auditor, tou head of six; far of 江北区."""

    def __init__(self) -> None:
        self.here, self.there = committee("海州区政协", "HZ"), committee("江北区政协", "JB")
        term = places.open_term(builder(), self.here, number=10, starts=START)
        self.agency = places.add_organ(builder(), self.here, kind="agency", name="办公室", starts=START)
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.mi = person("mi", "米秘", self.here, Role.SECRETARY_GENERAL)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        boss = people.add_member(self.actor(self.bai), self.here, term, Facts(name="米秘"), starts=START)
        self.boss = boss.person  # comments on paper: not linked to an account
        self.accounts: dict[str, Account] = {}
        for name in STAFF:
            account = person(name, f"{name}员", self.here, Role.CLERK)
            self.accounts[name] = account
            self.hire(name, account)

    def hire(self, name: str, account: Account | None = None, starts: dt.date = START) -> Person:
        """Somebody on the staff."""
        row = people.add_staff(
            self.actor(self.bai), self.here, Facts(name=f"{name}员"), starts=starts, organ=self.agency,
            title="主任" if name == "tou" else "科员", part="head" if name == "tou" else "member",
        )  # fmt: skip
        if account is not None:
            people.link_account(builder(), row.person, account)
        return row.person

    @property
    def everyone(self) -> dict[str, Account]:
        """All accounts by login name."""
        listed = (self.bai, self.mi, self.ling, self.shen, self.far, *self.accounts.values())
        return {account.username: account for account in listed}

    @property
    def scope(self) -> Scope:
        """The district."""
        return Scope(self.here)

    @property
    def year(self) -> Period:
        """This year."""
        return year(TODAY.year)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

    def norm(self, key: str, value: Any) -> None:
        """A value of this committee from its first day."""
        set_value(builder(), self.here, key, value, starts=START, ground="本级规定")

    def opened(self, quarter: int = 1, *, by_ballot: bool = False, **more: Any) -> StaffRound:
        """A round of this year, opened by the office."""
        data = {"year": TODAY.year, "quarter": quarter, "account_by": clock.today() + dt.timedelta(days=7)}
        return actions.open_round(self.actor(self.bai), self.here, data | {"by_ballot": by_ballot} | more)

    def line(self, appraisal: StaffRound, name: str) -> StaffLine:
        """Somebody's line."""
        rows = StaffLine.objects.select_related("round__committee", "round__ballot", "person", "leader")
        return rows.get(round=appraisal, name=f"{name}员")

    def take(self, record: Any, key: str, who: Account, **answers: Any) -> Any:
        """A step."""
        return engine.take(type(record).objects.get(pk=record.pk), key, self.actor(who), answers)

    def write(self, appraisal: StaffRound, *names: str) -> None:
        """Own accounts."""
        for name in names or STAFF:
            self.take(self.line(appraisal, name), "account", self.accounts[name], text=f"{name}的述评")

    def comment(self, appraisal: StaffRound, grade: str = "fair", **other: str) -> None:
        """The head comments on each; on the head, the office puts down what the secretary-general wrote."""
        for line in StaffLine.objects.filter(round=appraisal, state="written").select_related("person"):
            code = other.get(line.name.removesuffix("员"), grade)
            answers = {"comment": "工作认真。", "suggested": code}
            if line.person.name == "tou员":
                self.take(line, "set_leader", self.bai, leader=[self.boss.pk])
                self.take(line, "comment_for", self.bai, said_on=clock.today(), **answers)
            else:
                self.take(line, "comment", self.accounts["tou"], **answers)

    def attend(self, appraisal: StaffRound, text: str = "") -> StaffRound:
        """Attendance of the quarter."""
        done: StaffRound = self.take(appraisal, "attend", self.bai, due="60", exceptions=text)
        return done

    def complete(self, quarter: int = 1, **grades: str) -> StaffRound:
        """Accounts, comments and attendance are there; no ballot."""
        appraisal = self.opened(quarter)
        self.write(appraisal)
        self.comment(appraisal, **grades)
        return self.attend(appraisal) if quarter else appraisal

    def given(self, appraisal: StaffRound, note: str = "", grade: str = "fair", **other: str) -> dict[str, str]:
        """Grades for the form."""
        rows = StaffLine.objects.filter(round=appraisal).exclude(state="exempt")
        found = {actions.field_of(row): other.get(row.name.removesuffix("员"), grade) for row in rows}
        return found | {"note": note}

    def propose(self, appraisal: StaffRound, note: str = "", grade: str = "fair", **other: str) -> StaffRound:
        """Grades proposed by the office."""
        answers = self.given(appraisal, note, grade, **other)
        done: StaffRound = self.take(appraisal, "propose", self.bai, **answers)
        return done

    def decided(self, quarter: int = 1, grade: str = "fair", **other: str) -> StaffRound:
        """Decided by a meeting."""
        appraisal = self.propose(self.complete(quarter), "已议" if other else "", grade, **other)
        done: StaffRound = self.take(appraisal, "decide", self.mi, meeting="党组第3次会议", met_on=clock.today())
        return done

    def vote(self, appraisal: StaffRound, **marks: int) -> StaffRound:
        """A ballot from its preparation to its result: everybody marks each person's grade as said, else 2."""
        ling, bai = self.actor(self.ling), self.actor(self.bai)
        tellers = [self.ling.pk, self.mi.pk]
        appraisal = engine.take(appraisal, "ballot", bai, {"held_on": clock.today(), "tellers": tellers})
        ballot = Ballot.objects.get(pk=appraisal.ballot_id)
        codes = [ballots.take_code(self.actor(one), ballot) for one in (self.ling, self.mi)]
        ballot = engine.take(ballot, "open", bai)
        for name in self.accounts:
            voter = Voter.objects.select_related("ballot__committee", "person").get(
                ballot=ballot, person__account=self.accounts[name]
            )
            answers = {
                f"c{item.place}_{question.place}": str(marks.get(item.text.removesuffix("员"), 2))
                for item in ballot.items.all()
                for question in ballot.questions.all()
            }
            engine.take(voter, "cast", self.actor(self.accounts[name]), answers)
        answers_ = {"present": len(self.accounts), "first_code": codes[0], "second_code": codes[1]}
        ballot = engine.take(Ballot.objects.get(pk=ballot.pk), "count", ling, answers_)
        engine.take(ballot, "announce", bai)
        return StaffRound.objects.get(pk=appraisal.pk)

"""A committee with voters for tests: everything is made through the actions a click takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.test import Client

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.ballots import actions
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Person
from lvzhi.workflow import engine

PASSWORD = "Haizhou-2026-ok"
START = dt.date(2024, 1, 8)
TODAY = dt.date(2026, 3, 2)
VOTERS = 8
GOOD, BAD, UNKNOWN = 1, 2, 3


def builder() -> Any:
    """Whoever builds the booth."""
    return system_actor("tests", at=clock.as_moment(TODAY))


class Booth:
    """海州区政协, and far of 江北区.

    bai office, tang and song tellers, shen auditor, ling leader, guan administrator, v0 … members.
    """

    def __init__(self, voters: int = VOTERS) -> None:
        self.here = places.create(builder(), name="海州区政协", code="HZ", level="county")
        self.there = places.create(builder(), name="江北区政协", code="JB", level="county")
        for committee in (self.here, self.there):
            places.open_term(builder(), committee, number=10, starts=START)
        self.bai = self.account("bai", "白办", self.here, Role.OFFICE)
        self.tang = self.account("tang", "唐监", self.here, Role.CLERK)
        self.song = self.account("song", "宋监", self.here, Role.CLERK)
        self.shen = self.account("shen", "沈审", self.here, Role.AUDITOR)
        self.ling = self.account("ling", "凌导", self.here, Role.LEADER)
        self.guan = self.account("guan", "管理", self.here, Role.SYSTEM_ADMIN)
        self.far = self.account("far", "江办", self.there, Role.OFFICE)
        self.voters = [self.account(f"v{number}", f"员{number}", self.here, Role.MEMBER) for number in range(voters)]
        self.members = [self.member(account) for account in self.voters]
        self.codes: dict[str, str] = {}

    @property
    def everyone(self) -> dict[str, Account]:
        """Who is compared in the table of rights, by login name."""
        listed = (self.bai, self.tang, self.shen, self.ling, self.guan, self.far, self.voters[0], self.voters[-1])
        return {account.username: account for account in listed}

    @property
    def persons(self) -> list[Person]:
        """The members' persons."""
        return [member.person for member in self.members]

    def account(self, username: str, name: str, home: Committee, role: str) -> Account:
        """An account that holds the role."""
        made = accounts.create_account(builder(), username, name, PASSWORD, must_change=False, committee=home)
        accounts.appoint(builder(), made, role, home, starts=START)
        return made

    def member(self, account: Account) -> Member:
        """The tenure of an account's person."""
        made = people.add_member(
            builder(), self.here, self.here.terms.get(), people.Facts(name=account.name), starts=START
        )
        people.link_account(builder(), made.person, account)
        return Member.objects.select_related("person").get(pk=made.pk)

    def actor(self, account: Account) -> LoginActor:
        """The account acting now."""
        return actor_for(account)

    def asked(self, **changed: Any) -> actions.Asked:
        """An appraisal of one bureau."""
        facts: dict[str, Any] = {
            "title": "区住建局民主评议", "kind": "appraisal", "held_on": TODAY, "items": ("区住建局",),
            "questions": ("工作作风", "服务质量"), "tellers": (self.tang, self.song),
        }  # fmt: skip
        return actions.Asked(**(facts | changed))

    def draft(self, groups: Mapping[str, Sequence[Person]] | None = None, **changed: Any) -> Ballot:
        """In preparation, the list filled (with every member, or by group)."""
        ballot = actions.begin(self.actor(self.bai), self.here, self.asked(**changed))
        for group, persons in (groups or {"": self.persons}).items():
            actions.add_voters(self.actor(self.bai), ballot, persons, group)
        return ballot

    def ready(self, **changed: Any) -> Ballot:
        """The same, each teller with a code."""
        ballot = self.draft(**changed)
        for teller in ballot.tellers.all():
            self.codes[teller.account.username] = actions.take_code(self.actor(teller.account), ballot)
        return ballot

    def opened(self, **changed: Any) -> Ballot:
        """Open for voting."""
        return self.take(self.ready(**changed), "open", self.bai)

    def take(self, record: Any, key: str, account: Account, **answers: Any) -> Any:
        """A step."""
        return engine.take(record, key, self.actor(account), answers)

    def line(self, ballot: Ballot, number: int) -> Voter:
        """A member's line on the list."""
        rows = Voter.objects.select_related("ballot__committee", "person")
        return rows.get(ballot=ballot, person=self.persons[number])

    def cast(self, ballot: Ballot, number: int, *grades: int) -> None:
        """A member's vote: the places of the grades in the order of the slip, zero for none."""
        width = ballot.questions.count()
        answers = {f"c{at // width + 1}_{at % width + 1}": str(grade) for at, grade in enumerate(grades) if grade}
        self.take(self.line(ballot, number), "cast", self.voters[number], **answers)

    def hand(self, ballot: Ballot, number: int, key: str = "paper") -> None:
        """A paper slip handed out, or taken back."""
        self.take(self.line(ballot, number), key, self.tang)

    def count(self, ballot: Ballot, present: int, **answers: Any) -> Ballot:
        """The urn opened by both tellers."""
        given = {"present": present, "first_code": self.codes["tang"], "second_code": self.codes["song"]}
        done: Ballot = self.take(Ballot.objects.get(pk=ballot.pk), "count", self.tang, **(given | answers))
        return done

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

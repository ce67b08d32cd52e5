"""A district with two sectors and some members: everything is made through the actions of a click."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import START, builder, committee, organ, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest, attending
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.activities.vocabulary import Presence
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.periods import Period, year
from lvzhi.people import actions as people
from lvzhi.people.actions import Facts
from lvzhi.people.models import Member
from lvzhi.tenure import actions
from lvzhi.tenure.models import Change, Selecting
from lvzhi.workflow import engine

TODAY = dt.date(2026, 5, 20)
PROPOSED = dt.date(2026, 3, 2)
CHAIRMEN_DAY, STANDING_DAY = dt.date(2026, 4, 8), dt.date(2026, 4, 28)
FORCE = dt.date(2026, 5, 1)
MEMBERS = ("jia", "yi", "bing", "ding")


class Hall:
    """海州区政协, 江北区政协; bai office, mi secretary-general and member, ling leader, shen auditor, tou head."""

    def __init__(self) -> None:
        self.here = committee("海州区政协", "HZ")
        self.there = committee("江北区政协", "JB")
        self.term = places.open_term(builder(), self.here, number=10, starts=START)
        self.economy, self.history = (organ(self.here, name) for name in ("经济委员会", "文史委员会"))
        self.farmers, self.artists, self.medics = (self.sector(name) for name in ("农业界", "文艺界", "医卫界"))
        self.tank = self.sector("政协智库", "think_tank")
        self.bai = person("bai", "白办", self.here, Role.OFFICE)
        self.ling = person("ling", "凌导", self.here, Role.LEADER)
        self.shen = person("shen", "沈审", self.here, Role.AUDITOR)
        self.tou = person("tou", "头任", self.here, Role.ORGAN_HEAD, organ=self.economy)
        self.mi = person("mi", "秘书", self.here, Role.SECRETARY_GENERAL)
        self.far = person("far", "远办", self.there, Role.OFFICE)
        self.accounts: dict[str, Account] = {}
        self.members: dict[str, Member] = {}
        for name in MEMBERS:
            self.accounts[name] = person(name, f"{name}员", self.here, Role.MEMBER)
            self.members[name] = self.join(f"{name}员", self.accounts[name])
        self.members["mi"] = self.join("秘书", self.mi)

    def sector(self, name: str, kind: str = "sector", **more: Any) -> Organ:
        """An organ that stands from the term's first day."""
        return places.add_organ(builder(), self.here, kind=kind, name=name, **({"starts": START} | more))

    def join(self, name: str, account: Account | None = None) -> Member:
        """A member of the farmers' sector and the economic committee."""
        row = people.add_member(
            self.actor(self.bai), self.here, self.term, Facts(name=name, employer="区农科所", job="研究员"),
            starts=START, organs=((self.farmers, "member"), (self.economy, "member")),
        )  # fmt: skip
        if account is not None:
            people.link_account(builder(), row.person, account)
        return Member.objects.select_related("person", "committee").get(pk=row.pk)

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

    @property
    def office(self) -> LoginActor:
        """The office acting now."""
        return self.actor(self.bai)

    def meeting(self, kind: str = "standing", day: dt.date = STANDING_DAY, absent: tuple[str, ...] = ()) -> Activity:
        """A meeting held and noted; all members are on its list."""
        known = Activity.objects.filter(kind=kind, held_on=day).first()
        if known is not None:
            return known
        given = {"kind": kind, "title": f"{day.month}月{day.day}日会议", "held_on": day}
        rows = [self.members[name] for name in MEMBERS]
        with clock.at(day):
            made = activities.begin(
                self.office, self.here, given, guests=[Guest(person=one.person) for one in rows]
            )  # fmt: skip
            held = engine.take(made, "hold", self.office, {"summary": ""})
            away = {
                row.pk: Presence.ABSENT
                for row in held.participants.all()
                if row.name in {f"{name}员" for name in absent}
            }
            attending.note_all_but(sittings_of(held).get(), self.office, away)
        found: Activity = Activity.objects.get(pk=held.pk)
        return found

    def proposed(self, kind: str, who: str = "jia", **data: Any) -> Change:
        """A change proposed by the office."""
        given: dict[str, Any] = {"proposed_on": PROPOSED, "ground": "组织需要。"}
        if kind != "by_election":
            given["member"] = self.members[who]
        else:
            given |= {"name": "新员", "organ": self.artists, "phone": "13812345678", "party": "mass"}
        return actions.propose(self.office, self.here, kind, given | data)

    def heard(self, change: Change) -> Change:
        """Heard by the chairmen."""
        meeting = self.meeting("chairmen", CHAIRMEN_DAY)
        return engine.take(change, "hear", self.office, {"meeting": meeting.pk, "opinion": ""})

    def decided(self, change: Change, day: dt.date = FORCE, **answers: Any) -> Change:
        """Decided by the body whose turn it is, in force from a day on."""
        if change.state == "proposed" and change.hears:
            change = self.heard(change)
        if change.decides != "office":
            answers = {"meeting": self.meeting(change.decides).pk} | answers
        return engine.take(change, "decide", self.office, {"in_force_on": day} | answers)

    def called(self, places_: int = 2, **data: Any) -> Selecting:
        """A call for the think tank."""
        given = {
            "title": "遴选委员组建政协智库", "organ": self.tank, "places": places_, "starts": TODAY,
            "ends": dt.date(2028, 12, 31), "until": dt.date(2026, 6, 10), "text": "熟悉本行业。",
        }  # fmt: skip
        return actions.call(self.office, self.here, given | data)

    def chosen(self, selection: Selecting, *names: str) -> Selecting:
        """Nominated by the office, fit, chosen at a meeting of the chairmen today."""
        actions.nominate(self.office, selection, [self.members[name] for name in MEMBERS])
        selection = engine.take(selection, "close", self.office)
        keys = {row.name: row.pk for row in selection.nominees.all()}
        selection = engine.take(selection, "vet", self.office, {"fit": list(keys.values()), "ground": ""})
        meeting = self.meeting("chairmen", TODAY)
        answers = {"meeting": meeting.pk, "chosen": [keys[f"{name}员"] for name in names]}
        return engine.take(selection, "decide", self.office, answers)

    def login(self, account: Account) -> Client:
        """A browser logged in."""
        client = Client()
        client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
        return client

"""The office of a committee at work: what it notes of activities, problems and advice, on the evening of their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import Any

from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest, PartnerGiven, PlaceGiven, SittingGiven
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.queries import sittings_of
from lvzhi.activities.vocabulary import Presence
from lvzhi.committee.models import Organ, Session
from lvzhi.deadlines import clock
from lvzhi.demo import texts
from lvzhi.demo.people import Cast, moment
from lvzhi.ledger.actions.entering import Occasion, enter_advice
from lvzhi.ledger.actions.gathering import gather
from lvzhi.ledger.actions.solving import solve_at_once
from lvzhi.ledger.models import Advice
from lvzhi.ledger.vocabulary.codes import FAMILY_SOURCES, OTHER
from lvzhi.papers.actions import begin_draft
from lvzhi.papers.models import Paper
from lvzhi.people.models import Member, Person
from lvzhi.workflow.engine import take

EVENING = time(18, 20)
MONDAY = {6: 2, 7: 1}  # how far off it is
THEMES = {
    "economy": ("economy", "industry"), "politics": ("governance", "law"), "culture": ("culture",),
    "society": ("livelihood", "city", "education", "health"), "ecology": ("environment",),
}  # fmt: skip


@dataclass
class Desk:
    """One committee's office.

    Args:
        said: advice and problems written already, so that no two read alike.
    """

    cast: Cast
    random: Random
    said: set[str] = field(default_factory=set)

    def actor(self, day: date, account: Account | None = None) -> LoginActor:
        """The office, or somebody else, on the evening of a day."""
        return self.cast.actor(account or self.cast.office, moment(day, EVENING))

    @property
    def agency(self) -> Organ:
        """The committee's own office as an organ."""
        if self.cast.agency is None:
            raise LookupError(self.cast.place.node.name)
        return self.cast.agency

    def hold(
        self, kind: str, title: str, day: date, guests: Sequence[Guest], *, missing: int = 0,
        sittings: Sequence[SittingGiven] = (), places: Sequence[PlaceGiven] = (),
        partners: Sequence[PartnerGiven] = (), notice: int = 0, **data: Any,
    ) -> Activity:  # fmt: skip
        """An activity from its beginning to the file.

        Args:
            missing: how many of the list were on leave.
            notice: how many days before it the list was told; 0 notes it when it is over.
        """
        last = data.get("ends_on") or day
        begun = day - timedelta(days=notice) if notice else last
        given = {"kind": kind, "title": title, "held_on": day} | data
        with clock.at(moment(begun, EVENING)):
            made = activities.begin(
                self.actor(begun), self.cast.committee, given, sittings=sittings, places=places, partners=partners,
                guests=guests,
            )  # fmt: skip
            if notice:
                made = take(made, "notify", self.actor(begun))
        with clock.at(moment(last, EVENING)):
            held = take(made, "hold", self.actor(last), {"summary": data.get("summary", "")})
            self._attend(held, missing, last)
            return take(held, "close", self.actor(last))

    def _attend(self, held: Activity, missing: int, day: date) -> None:
        rows = list(Participant.objects.live().filter(activity=held).values_list("pk", flat=True))
        away = self.random.sample(rows, min(missing, len(rows) - 1)) if missing else []
        exceptions = dict.fromkeys(away, Presence.LEAVE)
        for sitting in sittings_of(held) if rows else ():
            note_all_but(sitting, self.actor(day), exceptions)

    def some(self, count: int, *, role: str = "attend") -> list[Guest]:
        """Members taken at random; the first leads the group."""
        found = self.random.sample(self.cast.members, count)
        return [Guest(person=one.person, role="lead" if not place else role) for place, one in enumerate(found)]

    def advise(
        self, count: int, day: date, activity: Activity | None = None, *, source: str = "", session: Session | None = None,
        themes: Sequence[str] = (), organ: Organ | None = None,
    ) -> list[Advice]:  # fmt: skip
        """Pieces of advice given on a day by several members."""
        made: list[Advice] = []
        while len(made) < count:
            size = min(self.random.randint(3, 8), count - len(made))
            theme = themes[len(made) * len(themes) // count] if themes else ""
            if themes:  # a group of one theme ends where the next begins
                size = min(size, -(-count * (themes.index(theme) + 1) // len(themes)) - len(made))
            author = self.random.choice(self.cast.members)
            occasion = Occasion(
                committee=self.cast.committee, day=day, activity=activity, session=session, organ=organ,
                source=source or (FAMILY_SOURCES.get(activity.family, OTHER) if activity else OTHER),
                theme=theme or self._theme(), authors=[author.person],
            )  # fmt: skip
            with clock.at(moment(day, EVENING)):
                made += enter_advice(self.actor(day), [self._advice() for _ in range(size)], occasion)
        return made

    def solve(self, count: int, activity: Activity) -> None:
        """Problems raised at an activity and solved there."""
        day = activity.ends_on
        source = FAMILY_SOURCES.get(activity.family, OTHER)
        occasion = Occasion(
            committee=self.cast.committee, day=day, activity=activity, source=source, theme=self._theme()
        )
        lines = [self.unlike(lambda: texts.problem(self.random)) for _ in range(count)]
        with clock.at(moment(day, EVENING)):
            solve_at_once(self.actor(day), lines, occasion, texts.solved(self.random))

    def issue(
        self, kind: str, title: str, day: date, *, bodies: str = "", organs: Sequence[Organ] = (), **data: Any
    ) -> Paper:
        """A paper from draft to dispatch; the secretary-general signs."""
        with clock.at(moment(day, EVENING)):
            made = begin_draft(self.actor(day), self.cast.committee, {"kind": kind, "title": title} | data)
        return self.send(made, day, bodies=bodies, organs=organs)

    def submit(self, advice: Sequence[Advice], title: str, day: date, bodies: str) -> Paper:
        """Advice gathered by theme into one document, which goes up."""
        with clock.at(moment(day, EVENING)):
            made = gather(self.actor(day), self.cast.committee, advice, title=title, addressee=bodies)
        return self.send(made, day, bodies=bodies)

    def send(self, made: Paper, day: date, *, bodies: str = "", organs: Sequence[Organ] = ()) -> Paper:
        """A draft checked, signed by the secretary-general and sent."""
        secretary = self.actor(day, self.cast.secretary)
        with clock.at(moment(day, EVENING)):
            for key in ("hand_in", "check"):
                made = take(made, key, self.actor(day))
            made = take(made, "issue", secretary, {"signer": secretary.name, "dated_on": day})
            to = {"bodies": bodies, "organs": [one.pk for one in organs], "sent_on": day, "how": "exchange"}
            return take(made, "send", self.actor(day), to)

    def answer(self, advice: Sequence[Advice], day: date, after: int) -> None:
        """Advice handed to units and answered; most is adopted, some in part, some not."""
        for place, one in enumerate(advice):
            unit = self.random.choice(self.cast.units)
            officer = self.cast.officers[unit.pk]
            adoption = self.random.choices(("wholly", "partly", "not"), weights=(8, 2, 1))[0]
            replied = day + timedelta(days=after + place % 7)
            with clock.at(moment(day, EVENING)):
                handed = take(one, "hand", self.actor(day), {"unit": unit.pk})
            with clock.at(moment(replied, EVENING)):
                take(handed, "answer", self.actor(replied, officer), {
                    "adoption": adoption, "answer": texts.taken_up(self.random), "answered_on": replied,
                    "ground": "" if adoption == "wholly" else "受当年财力所限，分年安排。",
                })  # fmt: skip

    def _theme(self) -> str:
        return self.random.choice(self.random.choice(list(THEMES.values())))

    def _advice(self) -> str:
        return self.unlike(lambda: texts.advice(self.random))

    def unlike(self, make: Any) -> str:
        """The first text made that this office has not written yet."""
        while True:
            text: str = make()
            if text not in self.said:
                self.said.add(text)
                return text


def guests(people: Sequence[Person | Member], role: str = "attend") -> list[Guest]:
    """People as guests."""
    return [Guest(person=one.person if isinstance(one, Member) else one, role=role) for one in people]


def days(first: date, last: date, count: int, random: Random) -> Iterator[date]:
    """So many days spread over a time, in order, none a Saturday or Sunday but perhaps the last one."""
    step = (last - first).days / max(count, 1)
    for place in range(count):
        day = first + timedelta(days=int(place * step) + random.randrange(max(int(step), 1)))
        yield min(working(day), last)


def working(day: date) -> date:
    """The day, or the Monday after it."""
    return day + timedelta(days=MONDAY.get(day.isoweekday(), 0))

"""A committee whose members propose, attend and advise: everything is made through the actions a click takes."""

from __future__ import annotations

from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.activities.actions import Guest, attending
from lvzhi.activities.models import Activity, Participant, Sitting
from lvzhi.activities.vocabulary import Presence
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.people import actions as people
from lvzhi.people.models import Member
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import START, builder

YEAR = str(TODAY.year)


class Hall(Desk):
    """甲 sits in the economy committee, which 申 heads; 甘 is on the staff; 陈 heads the history committee."""

    def __init__(self) -> None:
        super().__init__()
        self.history = places.add_organ(builder(), self.here, kind="special_committee", name="文史委员会", starts=START)
        self.chen = self.person("chen", "陈主任", self.here, Role.ORGAN_HEAD, organ=self.history)
        people.join(builder(), self.member_of("jia"), self.economy, starts=START)
        facts = people.Facts(name="甘部")
        self.gan = people.add_staff(builder(), self.here, facts, starts=START, rank="division_deputy")

    @property
    def everyone(self) -> dict[str, Account]:
        return super().everyone | {"chen": self.chen}

    @property
    def scope(self) -> Scope:
        """海州区政协 alone."""
        return Scope(self.here)

    def member_of(self, name: str) -> Member:
        """The tenure of a login name."""
        return self.members[self.everyone[name].pk]

    def held(self, present: str = "jia", absent: str = "yi", **changed: Any) -> Activity:
        """A courtyard deliberation to which two members and a cadre came on the list; the second stayed away."""
        people_ = [self.member_of(name).person for name in (present, absent)]
        guests = [Guest(person=people_[0], role="speak"), Guest(person=people_[1]), Guest(person=self.gan.person)]
        activity = self.activity(guests, **changed)
        for key in ("notify", "hold"):
            activity = self.take(activity, key, self.wen)
        sitting = Sitting.objects.get(activity=activity)
        rows = {row.person_id: row.pk for row in Participant.objects.filter(activity=activity)}
        marks = {rows[people_[0].pk]: Presence.PRESENT, rows[people_[1].pk]: Presence.ABSENT}
        marks[rows[self.gan.person_id]] = Presence.PRESENT
        attending.note(sitting, self.actor(self.wen), marks)
        return Activity.objects.get(pk=activity.pk)

    def cosigned_in(self) -> Proposal:
        """A proposal of 甲 that 乙 signed, handed in."""
        done: Proposal = self.take(self.cosigned(), "submit", self.jia)
        return done


__all__ = ["TODAY", "YEAR", "Hall"]

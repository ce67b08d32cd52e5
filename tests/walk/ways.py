"""The way of a proposal to each state, taken by those who are entitled, through the actions that a click takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.deadlines import clock
from lvzhi.proposals import actions
from lvzhi.proposals.actions import amending, entering
from lvzhi.proposals.models import Assignment, CoSignature, Promise, Proposal
from tests.walk.answers import GRADES, OPINION, REASON, led_by, reply_of, text
from tests.walk.cast import FIRST, SECOND, WALK, Cast

BAD = {"attitude": "satisfied", "result": "dissatisfied", "reason": "没有时间表。"}
PROMISED = {"text_1": "正在选址。", "class_1": "B", "promise_1": "增设一处食堂。"}


class Ways:
    """Ways through the procedure.

    Args:
        entered: whether staff entered the text from paper; such a one has no co-signer and no co-unit.
        willing: whether the proposer agrees to publication.
    """

    def __init__(self, cast: Cast, *, entered: bool = False, willing: bool = True) -> None:
        self.cast, self.entered, self.willing = cast, entered, willing
        self.author = cast.ding if entered else cast.jia

    def take(self, record: Any, key: str, account: Any, **answers: Any) -> Any:
        """A step; gives the record as it then is."""
        return self.cast.take(record, key, account, **answers)

    def to(self, state: str, day: dt.datetime | dt.date = WALK) -> Proposal:
        """A new proposal brought to that state, all on one day."""
        with clock.at(day):
            found: Proposal = getattr(self, state)()
        return Proposal.objects.get(pk=found.pk)

    def draft(self) -> Proposal:
        """Begun."""
        if self.entered:
            data = text(may_publish=self.willing)
            member = self.cast.members[self.cast.jia.pk]
            return entering.begin_for(self.cast.actor(self.cast.ding), self.cast.here, data, member=member)
        return actions.begin_draft(self.cast.actor(self.cast.jia), self.cast.here, text())

    def invited(self) -> CoSignature:
        """An invitation that waits for 乙."""
        proposal = self.draft()
        self.take(proposal, "invite", self.author, members=[self.cast.members[self.cast.yi.pk].pk])
        return CoSignature.objects.get(proposal=proposal)

    def gathering(self) -> Proposal:
        """乙 has signed."""
        row = self.invited()
        if not self.entered:
            self.take(row, "sign", self.cast.yi)
        return Proposal.objects.get(pk=row.proposal_id)

    def submitted(self) -> Proposal:
        """Handed in; staff have reworded it."""
        done: Proposal = self.take(self.gathering(), "submit", self.author)
        if self.entered:
            return done
        words = {"background": "略。"}
        return amending.amend(done, self.cast.actor(self.cast.ding), words, "略去重复。")

    def second_reading(self) -> Proposal:
        """Read once of two times; only on a day whose norm asks for two."""
        done: Proposal = self.take(self.submitted(), "recommend", self.cast.ding, opinion="file")
        return done

    def returned(self) -> Proposal:
        """Sent back."""
        done: Proposal = self.take(self.submitted(), "send_back", self.cast.ding, **OPINION)
        return done

    def not_filed(self) -> Proposal:
        """Not put on file."""
        words = {"grounds": ["empty"], "route": "advice", "explanation": "已有相应工作安排。"}
        done: Proposal = self.take(self.submitted(), "refuse", self.cast.ding, **words)
        return done

    def filed(self) -> Proposal:
        """Put on file."""
        done: Proposal = self.take(self.submitted(), "file", self.cast.ding, category="society")
        return done

    def assigned(self) -> Proposal:
        """Handed over to a lead and a co-unit."""
        co = [] if self.entered else [self.cast.housing.pk]
        done: Proposal = self.take(self.filed(), "assign", self.cast.ding, lead=self.cast.civil.pk, co=co)
        return done

    def hand(self, proposal: Proposal, role: str = "lead") -> Assignment:
        """The hand-over to the unit of that role."""
        return Assignment.objects.select_related("unit", "proposal").get(proposal=proposal, role=role)

    def signed_for(self) -> Proposal:
        """Both units have signed; the co-unit still owes its opinion."""
        proposal = self.assigned()
        self.take(self.hand(proposal), "sign", self.cast.wu)
        if not self.entered:
            self.take(self.hand(proposal, "co"), "sign", self.cast.geng)
        return Proposal.objects.get(pk=proposal.pk)

    def handling(self) -> Proposal:
        """Ready to be answered."""
        proposal = self.signed_for()
        if not self.entered:
            self.take(self.hand(proposal, "co"), "opinion", self.cast.geng, **OPINION)
        return Proposal.objects.get(pk=proposal.pk)

    def answer(self, proposal: Proposal, **more: Any) -> Proposal:
        """Answered by the lead unit."""
        done: Proposal = self.take(proposal, "answer", self.cast.wu, **reply_of(proposal, **more))
        return done

    def answered(self) -> Proposal:
        """Answered."""
        return self.answer(self.handling())

    def rate(self, proposal: Proposal, words: dict[str, str]) -> Proposal:
        """Rated by everyone who signed."""
        done = self.take(proposal, "rate", self.cast.jia, **words)
        return done if self.entered else self.take(done, "rate", self.cast.yi, **GRADES)

    def rehandling(self) -> Proposal:
        """To be handled again."""
        return self.rate(self.answered(), BAD)

    def closed(self) -> Proposal:
        """A key proposal, rated and done."""
        proposal = self.take(self.handling(), "mark_key", self.cast.ji, ground="审定", **led_by(self.cast.xin))
        return self.rate(self.answer(proposal), GRADES)

    def withdrawing(self) -> Proposal:
        """Its proposer asks to withdraw it."""
        done: Proposal = self.take(self.handling(), "ask_withdraw", self.cast.jia, **REASON)
        return done

    def withdrawn(self) -> Proposal:
        """Withdrawn with everybody's consent."""
        proposal = self.withdrawing()
        if not self.entered:
            proposal = self.take(proposal, "consent", self.cast.yi, agrees="yes")
        done: Proposal = self.take(proposal, "approve_withdraw", self.cast.ji)
        return done

    def offline(self) -> Proposal:
        """Taken off-line while it was handled."""
        done: Proposal = self.take(self.handling(), "take_offline", self.cast.ding, ground="按规定转线下。")
        return done

    def promise(self, verdict: str = "", *, due: dt.date, **more: Any) -> Promise:
        """A promise made on the second day for ``due``, looked back at the day after it where a verdict is named."""
        with clock.at(SECOND):
            proposal = self.answer(self.handling(), result_class="B", due_1=due, **PROMISED)
        row = Promise.objects.get(proposal=proposal)
        if verdict:
            with clock.at(due):
                row = self.take(row, "look_back", self.cast.ding, verdict=verdict, finding="已核查。", **more)
        return row

    def approving(self) -> Assignment:
        """An answer that waits for the unit's head; only on a day whose norm asks for him."""
        with clock.at(FIRST):
            proposal = self.two_read(Ways(self.cast, entered=self.entered))
            proposal = self.take(proposal, "assign", self.cast.ding, lead=self.cast.civil.pk)
            self.take(self.hand(proposal), "sign", self.cast.wu)
            proposal = Proposal.objects.get(pk=proposal.pk)
            self.answer(proposal)
        return self.hand(proposal)

    @staticmethod
    def two_read(way: Ways) -> Proposal:
        """Filed on the second of two readings."""
        done: Proposal = way.take(way.second_reading(), "file", way.cast.ji, category="society")
        return done

"""Casting: the mark that someone took part, and the slip, which never meet again."""

from __future__ import annotations

from lvzhi.access import Conflict, Refusal
from lvzhi.ballots import queries
from lvzhi.ballots.actions import urns
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.ballots.vocabulary import State
from lvzhi.norms import value
from lvzhi.workflow.declare import Taking


def _marks(taking: Taking, asked: queries.Lines) -> list[int]:
    """The places of the grades chosen, zero for none, in the order of a slip."""
    places = {str(grade.place): grade.place for grade in asked.grades}
    found = []
    for name, _, _ in asked.marks():
        given = str(taking.answers.get(name) or "")
        if given and given not in places:
            raise Refusal("ballots.unknown_grade", field=name)
        found.append(places.get(given, 0))
    return found


def check_marks(taking: Taking) -> None:
    """Every mark is a grade of the ballot, and none is left out where the norm asks for all."""
    ballot: Ballot = taking.record.ballot
    asked = queries.lines(ballot)
    marks = _marks(taking, asked)
    if 0 in marks and not value("ballots.blank_allowed", ballot.committee_id, ballot.held_on):
        name, item, question = asked.marks()[marks.index(0)]
        raise Refusal("ballots.unanswered", field=name, item=item.text, question=question.text)


def put_in(taking: Taking) -> None:
    """Put the slip into the urn. Nothing of it goes into the record, the journal or the answer."""
    voter: Voter = taking.record
    ballot = Ballot.objects.select_for_update(of=("self",)).get(pk=voter.ballot_id)
    if ballot.state != State.OPEN:
        raise Conflict("ballots.not_open", state=State(ballot.state).label)
    urns.put(ballot, voter.group, _marks(taking, queries.lines(ballot)))

"""Opening: the list is frozen, the urn stands ready."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.ballots import queries
from lvzhi.ballots.actions import urns
from lvzhi.ballots.models import Ballot
from lvzhi.norms import value
from lvzhi.workflow.declare import Taking

JOINER = "、"


def check_ready(taking: Taking) -> None:
    """Tellers enough, each with a code; voters enough that no result points at one of them (R4.8)."""
    ballot: Ballot = taking.record
    tellers = queries.tellers(ballot)
    least = int(str(value("ballots.tellers", ballot.committee_id, ballot.held_on)))
    if len(tellers) < least:
        raise Refusal("ballots.too_few_tellers", count=len(tellers), least=least)
    without = [teller.name for teller in tellers if not teller.key]
    if without:
        raise Refusal("ballots.code_not_taken", names=JOINER.join(without))
    count = queries.turnout(ballot).electors
    if not count:
        raise Refusal("ballots.no_voters")
    smallest = int(str(value("ballots.smallest_cut", ballot.committee_id, ballot.held_on)))
    if count < smallest:
        raise Refusal("ballots.too_few_voters", count=count, least=smallest)
    if ballot.entitled and ballot.entitled < count:
        raise Refusal("ballots.entitled_small", entitled=ballot.entitled, count=count)


def open_urn(taking: Taking) -> None:
    """An urn with a key of its own; the number entitled, where none was given, is that of the voters."""
    ballot: Ballot = taking.record
    groups = queries.groups(ballot)
    count = sum(many for _, many in groups)
    ballot.entitled = ballot.entitled or count
    urns.make(ballot, [group for group, _ in groups])
    taking.facts["count"] = count

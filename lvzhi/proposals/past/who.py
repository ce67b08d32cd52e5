"""Who proposed and who co-signed in an earlier year, as far as rosters and organs know them."""

from __future__ import annotations

from typing import Protocol

from lvzhi.norms import codes
from lvzhi.proposals.actions.bringing import PastProposal
from lvzhi.proposals.actions.entering import type_of
from lvzhi.proposals.past.findings import WARNING, Line
from lvzhi.proposals.past.ground import Ground
from lvzhi.proposals.vocabulary import NAMES

MEMBER = "member"


class Judge(Protocol):
    """What a part of the plan asks of the planner."""

    ground: Ground

    def say(self, line: Line, key: str, code: str, level: str = "error", **facts: object) -> None:
        """A finding about the line."""
        ...


def plan_proposer(judge: Judge, line: Line, facts: PastProposal) -> None:
    """The first proposer as a member or a body; a name nobody knows any more stays as a name."""
    name = facts.proposer = line.text("proposer")
    ground = judge.ground
    organ = ground.organs.get(name)
    kinds = codes.codes("proposals.proposer_type", ground.committee, facts.received_on)
    facts.proposer_type = type_of(organ)
    given = line.text("kind")
    if given:
        kind = next((one for one in kinds if given in {one.name, one.code}), None)
        if kind is None:
            judge.say(line, "kind", "kind_unknown", given=given, choices=NAMES.join(one.name for one in kinds))
            return
        facts.proposer_type = kind.code
    facts.collective = any(one.code == facts.proposer_type and one.extra.get("collective") for one in kinds)
    if facts.collective:
        facts.organ = organ
        if organ is None:
            judge.say(line, "proposer", "organ_unknown", WARNING, name=name)
    elif facts.term is not None:
        found = ground.member(name, facts.term)
        facts.member = found[0] if len(found) == 1 else None
        if not found:
            judge.say(line, "proposer", "member_unknown", WARNING, name=name)
        elif len(found) > 1:
            judge.say(line, "proposer", "member_several", WARNING, name=name, count=len(found))
    _cosigners(judge, line, facts)


def _cosigners(judge: Judge, line: Line, facts: PastProposal) -> None:
    for name in dict.fromkeys(line.get("cosigners") or ()):
        found = judge.ground.member(name, facts.term) if facts.term is not None else []
        if len(found) != 1:
            judge.say(line, "cosigners", "cosigner_unknown", WARNING, name=name)
        elif facts.member is None or found[0].pk != facts.member.pk:
            facts.cosigners.append(found[0])

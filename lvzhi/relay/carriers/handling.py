"""Proposals to a unit's own office system, and what the unit does with them back, through the steps of proposals.

What goes out is what the unit's officer reads here: the text, the attachments, who handles it, the time limits; no
ratings, no contacts of proposers. What comes back is done as the peer's account, with the right that it has as officer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import LoginActor, actor_for
from lvzhi.deadlines import clock
from lvzhi.files import actions as attachments
from lvzhi.files import queries as attached
from lvzhi.proposals.models import Assignment, Proposal, Recommendation
from lvzhi.proposals.queries import open_assignments
from lvzhi.relay import kinds
from lvzhi.relay.actions import Enclosed, post
from lvzhi.relay.carriers.shape import Reading, fit
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import Peer
from lvzhi.relay.queries import last_post, peer_of_unit
from lvzhi.relay.vocabulary import BACK, BACK_NAME, BACK_TITLES, JOINER, PROPOSAL, PROPOSAL_NAME, PROPOSAL_TITLE
from lvzhi.workflow import engine, registry
from lvzhi.workflow.declare import Taking

PROPOSAL_KIND = "proposals.proposal"
# steps after which the unit's system must know where a hand-over stands
OF_PROPOSAL = (
    "assign", "assign_with_lead", "reassign", "answer", "approved", "rate", "close_unrated", "approve_withdraw",
    "take_offline",
)  # fmt: skip
OF_ASSIGNMENT = ("sign", "ask_return", "keep", "replace", "opinion", "approve_reply", "return_reply", "stop", "reopen")


def send(actor: Actor, assignment: Assignment) -> None:
    """Post where a hand-over stands to its unit's own system, where it has one."""
    peer = peer_of_unit(assignment.unit_id, clock.as_day(actor.at))
    if peer is None:
        return
    before = last_post(peer, PROPOSAL, assignment.uid)
    files = _enclosed(actor, assignment.proposal) if before is None else []
    version = before.record_version + 1 if before else 1
    post(actor, peer, PROPOSAL, assignment.uid, version, _payload(assignment), files)


def _payload(assignment: Assignment) -> dict[str, Any]:
    proposal = assignment.proposal
    points = Recommendation.objects.live().filter(proposal=proposal).order_by("number")
    others = open_assignments(proposal).exclude(pk=assignment.pk)
    return {
        "unit": fit(assignment.unit.name), "role": assignment.role, "role_name": str(assignment.get_role_display()),
        "state": assignment.state, "state_name": assignment.get_state_display(),
        "assigned_on": fit(assignment.assigned_on), "return_due_on": fit(assignment.return_due_on),
        "return_opinion": fit(assignment.return_opinion), "answer_due_on": fit(proposal.answer_due_on),
        "others": [{"unit": fit(one.unit.name), "role": one.role} for one in others],
        "proposal": {
            "uid": str(proposal.uid), "number": proposal.number, "title": fit(proposal.title),
            "category": proposal.category, "proposer": fit(proposal.proposer), "state": proposal.state,
            "state_name": proposal.get_state_display(), "round": proposal.round, "key": proposal.is_key,
            "background": fit(proposal.background), "analysis": fit(proposal.analysis), "survey": fit(proposal.survey),
            "recommendations": [{"number": one.number, "text": fit(one.text)} for one in points],
        },
    }  # fmt: skip


def _enclosed(actor: Actor, proposal: Proposal) -> list[Enclosed]:
    found = []
    for one in attached.of(PROPOSAL_KIND, proposal.uid):
        attachment, path = attachments.read(actor, one.uid)
        found.append(Enclosed(fit(attachment.name), path.read_bytes()))
    return found


def _after_proposal(taking: Taking) -> None:
    if taking.step.key == "rate" and taking.record.state == taking.came_from:
        return  # that somebody has rated is sealed until the round closes (R1.92)
    for assignment in open_assignments(taking.record).select_related("unit", "proposal"):
        send(taking.actor, assignment)


def _after_assignment(taking: Taking) -> None:
    send(taking.actor, Assignment.objects.select_related("unit", "proposal").get(pk=taking.record.pk))


def take_handling(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """What the unit's system did: signed for, asked to return, gave its opinion, answered."""
    if peer.unit is None:
        raise Refusal("relay.not_a_unit", peer=peer.name, kind=BACK_NAME)
    if peer.account is None:
        raise Refusal("relay.no_account", peer=peer.name)
    if files:
        raise Refusal("relay.no_attachments")
    given = Reading(BACK_NAME, arrival.payload)
    act = given.text("act", most=40)
    if act not in ACTS:
        raise Refusal("relay.act_unknown", act=act, known=JOINER.join(ACTS))
    rows = Assignment.objects.live().filter(uid=_uid(given), unit=peer.unit)
    assignment = rows.select_related("unit", "proposal").first()
    if assignment is None:
        raise Refusal("relay.no_assignment", unit=peer.unit.name)
    ACTS[act](_officer(actor, peer), assignment, given)


def _uid(given: Reading) -> UUID:
    try:
        return UUID(given.text("assignment", most=36))
    except ValueError:
        raise given.bad("assignment") from None


def _officer(actor: Actor, peer: Peer) -> LoginActor:
    """The peer's account acting now, by way of a package; its posts of the day are its right."""
    account: Any = peer.account
    return actor_for(account, at=actor.at, via="relay", address=peer.name)


def _sign(officer: Actor, assignment: Assignment, given: Reading) -> None:
    engine.take(assignment, "sign", officer)


def _ask_return(officer: Actor, assignment: Assignment, given: Reading) -> None:
    engine.take(assignment, "ask_return", officer, {"ground": given.text("ground")})


def _opinion(officer: Actor, assignment: Assignment, given: Reading) -> None:
    step = "opinion" if assignment.opinion_on is None else "revise_opinion"
    engine.take(assignment, step, officer, {"opinion": given.text("opinion")})


def _reply(officer: Actor, assignment: Assignment, given: Reading) -> None:
    """The answer, with what is said to each recommendation by its number."""
    answers: dict[str, Any] = {"assignment": assignment.pk}
    for name in ("document", "text", "result_class", "signer", "contact"):
        answers[name] = given.text(name, needed=False)
    for point in given.parts("points"):
        number = point.payload.get("number")
        if isinstance(number, bool) or not isinstance(number, int):
            raise given.bad("points")
        answers |= {f"{name}_{number}": point.text(name, needed=False) for name in ("text", "class", "promise", "due")}
    engine.take(assignment.proposal, "answer", officer, answers)


ACTS = {"sign": _sign, "ask_return": _ask_return, "opinion": _opinion, "reply": _reply}


def take_proposal(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """A proposal handed over is for a unit's own system; this installation has none of its own to put it into."""
    raise Refusal("relay.not_a_unit", peer=peer.name, kind=PROPOSAL_NAME)


def _title(payload: Mapping[str, Any]) -> str:
    number, title = kinds.said(payload, "proposal", "number"), kinds.said(payload, "proposal", "title")
    return PROPOSAL_TITLE.format(number=number, title=title)


def _back_title(payload: Mapping[str, Any]) -> str:
    return BACK_TITLES.get(kinds.said(payload, "act"), "")


def register() -> None:
    """Let steps of proposals tell units' own systems."""
    for step in OF_PROPOSAL:
        registry.follow("proposals.proposal", step, _after_proposal)
    for step in OF_ASSIGNMENT:
        registry.follow("proposals.assignment", step, _after_assignment)


GOES = Kind(PROPOSAL, PROPOSAL_NAME, take_proposal, _title)
COMES = Kind(BACK, BACK_NAME, take_handling, _back_title)

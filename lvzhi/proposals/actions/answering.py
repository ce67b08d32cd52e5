"""Answers: written by the officer, checked, approved by the unit's head if asked, given (R1.79–R1.102)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from lvzhi import norms
from lvzhi.access import Refusal, Refusals
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.proposals.actions.contacting import RULE_OF
from lvzhi.proposals.actions.promising import begin_promises
from lvzhi.proposals.models import Assignment, Contact, Proposal, Rating, Recommendation, Reply, ReplyPoint
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.vocabulary import NAMES, AssignState, Neutral, State, UnitRole
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def needs_head(committee_id: int, day: date) -> bool:
    """Whether an answer goes out only with the approval of the unit's head (R1.79)."""
    return bool(norms.value("proposals.reply_needs_head", committee_id, day))


def digest(text: str) -> str:
    """A fingerprint of a reply's text by which equal ones are found; white space does not count."""
    return sha256("".join(text.split()).encode()).hexdigest()


def _neutral(proposal: Proposal, letter: str, day: date) -> str:
    return str(codes.code("proposals.class", proposal.committee_id, letter, day).extra.get("neutral", ""))


def _findings(taking: Taking) -> Iterator[tuple[str, str | None, dict[str, object]]]:
    """What the rules find wrong with a reply: (check, field, facts of its sentence)."""
    proposal: Proposal = taking.record
    answers, day = taking.answers, clock.as_day(taking.at)
    assignment: Assignment = answers["assignment"]
    points: list[dict[str, Any]] = answers.get("points", [])
    if not answers.get("signer", "").strip() and not needs_head(proposal.committee_id, day):
        yield "signer", "signer", {}
    said = {point["recommendation"].pk for point in points if point["text"]}
    numbers = Recommendation.objects.live().filter(proposal=proposal).order_by("number").values_list("pk", "number")
    silent = [str(number) for pk, number in numbers if pk not in said]
    if silent:
        yield "points", None, {"numbers": NAMES.join(silent)}
    before = Reply.objects.live().filter(assignment=assignment, pending=False).order_by("-round").first()
    talks = Contact.objects.live().filter(assignment=assignment)
    if before is not None:
        talks = talks.filter(held_on__gte=before.answered_on)
    if not talks.exists():
        yield "contact", None, {}
    same = (
        Reply.objects.live()
        .filter(committee=proposal.committee_id, digest=digest(answers["text"]))
        .exclude(proposal=proposal)
        .select_related("proposal")
        .first()
    )
    if same is not None:
        yield "duplicate", "text", {"number": same.proposal.number}
    solved = _neutral(proposal, answers["result_class"], day) in {Neutral.SOLVED, Neutral.REFERENCE}
    if not solved and not any(point["promise"] for point in points):
        yield "promise", "result_class", {"letter": answers["result_class"]}


def check_reply(taking: Taking) -> None:
    """Refuse what the norm lists, naming all at once with their rules; the rest is noted beside the reply."""
    hard = norms.value("proposals.reply_checks", taking.record.committee_id, clock.as_day(taking.at))
    found = list(_findings(taking))
    faults = [
        Refusal(f"proposals.reply_{code}", field=field, rule=RULE_OF[code], **facts)
        for code, field, facts in found
        if code in hard
    ]
    if faults:
        raise Refusals(faults)
    taking.answers["findings"] = [code for code, _, _ in found]


def answer(taking: Taking) -> None:
    """Effect of 答复: a reply of this round; with the norm it waits for the unit's head before it is given."""
    proposal: Proposal = taking.record
    assignment: Assignment = taking.answers["assignment"]
    day = clock.as_day(taking.at)
    waits = needs_head(proposal.committee_id, day)
    reply = _keep(taking, assignment, day, waits)
    taking.answers["waits"] = waits
    if waits:
        taking.goes_to = proposal.state
    else:
        _give(proposal, reply, taking)
    number = proposal.number
    taking.facts |= {"number": number, "result_class": reply.result_class, "round": reply.round}


def _keep(taking: Taking, assignment: Assignment, day: date, waits: bool) -> Reply:
    """Write the reply with its points; one sent back by the head is written over."""
    answers = taking.answers
    given = Reply.objects.live().filter(assignment=assignment)
    reply = given.filter(pending=True).first() or Reply(
        proposal_id=assignment.proposal_id,
        committee_id=assignment.committee_id,
        assignment=assignment,
        round=given.count() + 1,
        created_at=taking.at,
    )
    for name in ("document", "text", "result_class", "signer", "contact"):
        setattr(reply, name, answers.get(name, ""))
    reply.answered_on = day
    reply.pending = waits
    reply.digest = digest(reply.text)
    reply.points_count = len(answers.get("points", ()))
    reply.findings = ",".join(answers.get("findings", ()))
    reply.save()
    for row in ReplyPoint.objects.filter(reply=reply):
        row.delete()
    for point in answers.get("points", []):
        ReplyPoint(
            reply=reply,
            committee_id=reply.committee_id,
            recommendation=point["recommendation"],
            result_class=point["result_class"],
            text=point["text"],
            unit=assignment.unit,
            promise_text=point["promise"],
            promise_due=point["due"],
            created_at=taking.at,
        ).save()
    return reply


def _give(proposal: Proposal, reply: Reply, taking: Taking) -> None:
    """The reply counts: promises begin; answered when no lead or separate unit is still to answer (R1.54)."""
    begin_promises(reply, taking)
    waiting = (
        open_assignments(proposal)
        .filter(role__in=[UnitRole.LEAD, UnitRole.SEPARATE])
        .exclude(state=AssignState.DONE)
        .exclude(pk=reply.assignment_id)
    )
    if waiting.exists():
        taking.goes_to = proposal.state
        return
    taking.goes_to = State.ANSWERED
    proposal.round = reply.round
    proposal.answered_on = reply.answered_on
    proposal.first_answered_on = proposal.first_answered_on or reply.answered_on
    proposal.result_class = reply.result_class
    proposal.result_neutral = _neutral(proposal, reply.result_class, reply.answered_on)
    if reply.round > 1:
        _unset_final(proposal)


def _unset_final(proposal: Proposal) -> None:
    """Ratings of earlier rounds stay, but the final satisfaction no longer counts them (R1.96)."""
    for row in Rating.objects.live().filter(proposal=proposal, final=True):
        row.final = False
        row.save()


def submit_or_finish(taking: Taking) -> None:
    """Consequence of an answer: to the unit's head where that is asked, else the hand-overs are done."""
    from lvzhi.proposals.actions.assigning import finish_assignments

    if taking.answers["waits"]:
        engine.follow(taking.answers["assignment"], "submit_reply", taking)
    else:
        finish_assignments(taking)


def approve_reply(taking: Taking) -> None:
    """Effect of 审签: who approved; the head signs where nobody is named."""
    assignment: Assignment = taking.record
    reply: Reply = Reply.objects.live().get(assignment=assignment, pending=True)
    reply.approver = taking.actor.name
    reply.signer = reply.signer or taking.actor.name
    reply.answered_on = clock.as_day(taking.at)
    reply.pending = False
    reply.save()
    assignment.head_opinion = ""
    taking.answers["reply"] = reply
    taking.facts["unit"] = assignment.unit.name


def give_approved(taking: Taking) -> None:
    """Consequence of 审签: the proposal is answered by it."""
    assignment: Assignment = taking.record
    proposal: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=assignment.proposal_id)
    engine.follow(
        proposal, "approved", taking, {"assignment": assignment, "reply": taking.answers["reply"], "waits": False}
    )


def take_approved(taking: Taking) -> None:
    """Effect of the automatic step: as of an answer given."""
    reply: Reply = taking.answers["reply"]
    _give(taking.record, reply, taking)
    unit = taking.answers["assignment"].unit.name
    number = taking.record.number
    taking.facts |= {"unit": unit, "number": number, "result_class": reply.result_class, "round": reply.round}


def send_reply_back(taking: Taking) -> None:
    """Effect of the head's 退回: the opinion stands beside the draft."""
    assignment: Assignment = taking.record
    assignment.head_opinion = taking.answers["opinion"]
    taking.personal["opinion"] = assignment.head_opinion
    taking.facts["unit"] = assignment.unit.name

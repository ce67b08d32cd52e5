"""Key proposals and who leads their supervision (R1.97–R1.99)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Leading, Proposal
from lvzhi.workflow.declare import Taking


def choose_key(taking: Taking) -> None:
    """Effect of 确定重点提案: ground, and the person who leads."""
    proposal: Proposal = taking.record
    answers = taking.answers
    day = clock.as_day(taking.at)
    proposal.is_key = True
    proposal.key_on = proposal.key_on or day
    proposal.key_ground = answers["ground"]
    proposal.key_first = bool(answers.get("first"))
    for row in Leading.objects.live().filter(proposal=proposal, ends=None):
        row.ends = day
        row.save()
    Leading(
        proposal=proposal,
        committee_id=proposal.committee_id,
        account=answers.get("leader"),
        name=answers["leader_name"],
        post=answers["leader_post"],
        rank=answers["rank"],
        starts=day,
        created_at=taking.at,
    ).save()
    taking.facts |= {"number": proposal.number, "leader": answers["leader_post"] + answers["leader_name"]}


def check_is_key(taking: Taking) -> None:
    """Only a key proposal can cease to be one."""
    if not taking.record.is_key:
        raise Refusal("proposals.not_key")


def drop_key(taking: Taking) -> None:
    """Effect of 取消重点提案."""
    proposal: Proposal = taking.record
    proposal.is_key = proposal.key_first = False
    for row in Leading.objects.live().filter(proposal=proposal, ends=None):
        row.ends = clock.as_day(taking.at)
        row.save()
    taking.facts["number"] = proposal.number
    taking.personal["reason"] = taking.answers["reason"]

"""Excellent proposals: the closed year's are decided, this session's are being recommended."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.proposals.actions.choosing import open_selection, quota_of
from lvzhi.proposals.models import ExcellentCandidate, Proposal, Selection
from lvzhi.workflow.engine import take

COLLECTIVE, OWN = 4, 8
REASONS = (
    "调研扎实，数据清楚，建议可以直接落地。",
    "抓住了群众反映集中的难点，办理后成效明显。",
    "提法有前瞻性，虽暂未采纳，值得继续研究。",
    "案由单一、分析到位，承办单位评价好。",
)


def decided_year(cast: Cast, until: date, secretary: Account) -> None:
    """The closed year's selection, from the first recommendation to the chairmen's meeting."""
    at = moment(until)
    with clock.at(at):
        clerk, head = cast.actor(cast.clerk, at), cast.actor(cast.head, at)
        name = f"{until.year}年度优秀提案评选"
        selection = open_selection(clerk, cast.committee, name, date(until.year, 1, 1), until)
        rows = Proposal.objects.filter(committee=cast.committee, filed_on__year=until.year).order_by("number")
        picked = [*rows.filter(collective=True)[:COLLECTIVE], *rows.filter(collective=False)[:OWN]]
        for place, proposal in enumerate(picked):
            _recommend(cast, selection, proposal, at, place)
        chosen = [
            str(pk)
            for pk in ExcellentCandidate.objects.filter(selection=selection).order_by("id").values_list("pk", flat=True)
        ]
        quota = quota_of(selection, until)
        chosen = chosen[: quota.count * quota.times]
        count = min(quota.count, len(chosen))
        take(selection, "shortlist", clerk, {"chosen": chosen})
        take(selection, "deliberate", head, {"chosen": chosen[:count]})
        answers = {"chosen": chosen[:count], "met_on": until, "decision": "主席会议审议通过"}
        take(selection, "decide", cast.actor(secretary, at), answers)


def this_session(cast: Cast, clerk: Account, today: date) -> None:
    """Recommendations of this session so far."""
    at = moment(today)
    with clock.at(at):
        opens = cast.sessions[-1].opens
        actor = cast.actor(clerk, at)
        selection = open_selection(actor, cast.committee, f"{opens.year}年度优秀提案评选", opens, today)
        rows = Proposal.objects.filter(committee=cast.committee, filed_on__gte=opens).order_by("number")
        for place, proposal in enumerate(rows[:3]):
            _recommend(cast, selection, proposal, at, place)


def _recommend(cast: Cast, selection: Selection, proposal: Proposal, at: datetime, place: int) -> None:
    """By the proposer, by the lead unit, or by the committee, in turn."""
    account, kind = _who(cast, proposal, place)
    if account is None:
        return
    actor = cast.actor(account, at)
    name = proposal.lead_unit.name if kind == "unit" and proposal.lead_unit is not None else account.name
    answers: dict[str, Any] = {
        "called": proposal.number,
        "behalf": f"{kind}:{name}",
        "reason": REASONS[place % len(REASONS)],
    }
    take(selection, "nominate", actor, answers)


def _who(cast: Cast, proposal: Proposal, place: int) -> tuple[Account | None, str]:
    if place % 3 == 0 and proposal.member is not None:
        return member_account(cast, proposal.member), "member"
    if place % 3 == 1 and proposal.lead_unit_id in cast.officers:
        return cast.officers[proposal.lead_unit_id or 0], "unit"
    return cast.clerk, "committee"

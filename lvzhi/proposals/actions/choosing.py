"""Excellent proposals: recommended, shortlisted, deliberated, decided; never over the quota (R1.104–R1.107)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.proposals.models import ExcellentCandidate, Nomination, Selection
from lvzhi.proposals.queries.choosing import base_of, candidates, nameable
from lvzhi.proposals.rules.choosing import places, shortlists
from lvzhi.proposals.vocabulary.choosing import Nominator, Reached, SelectionState
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

WHOLE = 100


@dataclass(frozen=True)
class Quota:
    """How many may be chosen, and out of what.

    Args:
        base: proposals filed in the period.
        share: least per cent of collective ones.
    """

    base: int
    percent: int
    count: int
    share: int
    times: int


def quota_of(selection: Selection, day: date) -> Quota:
    """The quota as it stands; frozen with the decision."""
    place = selection.committee_id
    percent = int(norms.value("proposals.excellent_percent", place, day))
    base = selection.base or base_of(selection)
    return Quota(
        base=base,
        percent=percent,
        count=selection.quota or max(1, base * percent // WHOLE),
        share=int(norms.value("proposals.excellent_collective", place, day)),
        times=int(norms.value("proposals.excellent_shortlist", place, day)),
    )


def open_selection(
    actor: Actor, committee: Committee, name: str, starts: date, ends: date, *, once: str | None = None
) -> Selection:
    """Begin a selection over the proposals filed between two days.

    Raises:
        NotAllowed: not the clerk.
        Refusal: another is open, or the days are reversed.
    """
    if committee.pk not in places(actor, "clerk", "proposal_head"):
        raise NotAllowed("access.not_allowed", who=shortlists.label)
    if ends < starts:
        raise Refusal("proposals.excellent_days", field="ends", starts=starts, ends=ends)
    again = engine.begun(Selection, actor, once)
    if again is not None:
        return again
    standing = Selection.objects.live().filter(committee=committee).exclude(state=SelectionState.DECIDED).first()
    if standing is not None:
        raise Refusal("proposals.excellent_open", name=standing.name)
    selection = Selection(
        committee=committee, name=name, starts=starts, ends=ends, opened_on=clock.as_day(actor.at), created_at=actor.at
    )
    return engine.begin(selection, actor, once=once, name=name)


def nominate(taking: Taking) -> None:
    """Effect of 推荐: a candidate with one reason more; each account recommends a proposal once (R1.107)."""
    selection: Selection = taking.record
    answers, actor = taking.answers, taking.actor
    called = answers["called"].strip()
    rows = nameable(actor, selection)
    proposal = rows.filter(number=called).order_by("-filed_on").first() or rows.filter(serial=called).first()
    if proposal is None:
        facts = {"called": called, "starts": selection.starts, "ends": selection.ends}
        raise Refusal("proposals.excellent_unknown", field="called", **facts)
    candidate = ExcellentCandidate.objects.live().filter(selection=selection, proposal=proposal).first()
    if candidate is None:
        candidate = ExcellentCandidate(
            selection=selection, proposal=proposal, committee_id=selection.committee_id, created_at=taking.at
        )
        candidate.save()
    elif Nomination.objects.live().filter(candidate=candidate, account_id=actor.account_id).exists():
        raise Refusal("proposals.excellent_twice", field="called", number=proposal.called)
    kind, _, name = answers["behalf"].partition(":")
    Nomination(
        candidate=candidate, committee_id=selection.committee_id, kind=kind, name=name, account_id=actor.account_id,
        reason=answers["reason"].strip(), nominated_on=clock.as_day(taking.at), created_at=taking.at,
    ).save()  # fmt: skip
    taking.facts |= {"number": proposal.called, "kind": str(Nominator(kind).label)}


def _picked(taking: Taking, stage: Reached) -> list[Any]:
    """The candidates chosen in the form, all of that stage."""
    offered = {str(row.pk): row for row in candidates(taking.record).filter(reached=stage)}
    keys = list(dict.fromkeys(taking.answers["chosen"]))
    if not keys:
        raise Refusal("proposals.excellent_none", field="chosen")
    if any(key not in offered for key in keys):
        raise Refusal("proposals.excellent_not_offered", field="chosen")
    return [offered[key] for key in keys]


def check_shortlist(taking: Taking) -> None:
    """Refuse an initial choice beyond its multiple of the quota."""
    picked = _picked(taking, Reached.NOMINATED)
    quota = quota_of(taking.record, clock.as_day(taking.at))
    most = quota.count * quota.times
    if len(picked) > most:
        facts = {"quota": most, "times": quota.times, "count": len(picked), "over": len(picked) - most}
        raise Refusal("proposals.excellent_shortlist", field="chosen", **facts)


def _check_quota(taking: Taking, stage: Reached) -> None:
    """Refuse more than the quota, or too few collective ones as far as there are candidates of that kind."""
    picked = _picked(taking, stage)
    quota = quota_of(taking.record, clock.as_day(taking.at))
    count = len(picked)
    if count > quota.count:
        facts: dict[str, int] = {"quota": quota.count, "base": quota.base, "percent": quota.percent, "count": count}
        raise Refusal("proposals.excellent_quota", field="chosen", over=count - quota.count, **facts)
    there = candidates(taking.record).filter(proposal__collective=True).count()
    least = min(ceil(count * quota.share / WHOLE), there)
    collective = sum(row.proposal.collective for row in picked)
    if collective < least:
        facts = {"share": quota.share, "count": count, "least": least, "collective": collective}
        raise Refusal("proposals.excellent_collective", field="chosen", **facts)


def check_deliberated(taking: Taking) -> None:
    """The committee's choice among the shortlisted ones."""
    _check_quota(taking, Reached.SHORTLISTED)


def check_decided(taking: Taking) -> None:
    """The meeting's choice among those the committee proposed, on a day that has come."""
    if taking.answers["met_on"] > clock.as_day(taking.at):
        raise Refusal("proposals.excellent_met", field="met_on")
    _check_quota(taking, Reached.PROPOSED)


def _raise_to(taking: Taking, stage: Reached, to: Reached) -> int:
    picked = _picked(taking, stage)
    for row in picked:
        row.reached = to
        row.version += 1
        row.save()
    return len(picked)


def shortlist(taking: Taking) -> None:
    """Effect of 初选."""
    taking.facts["count"] = _raise_to(taking, Reached.NOMINATED, Reached.SHORTLISTED)


def deliberate(taking: Taking) -> None:
    """Effect of 审议."""
    quota = quota_of(taking.record, clock.as_day(taking.at))
    count = _raise_to(taking, Reached.SHORTLISTED, Reached.PROPOSED)
    taking.record.opinion = ""
    taking.facts |= {"count": count, "base": quota.base, "quota": quota.count}


def decide(taking: Taking) -> None:
    """Effect of 审定: base and quota are kept as they were on the day."""
    selection: Selection = taking.record
    quota = quota_of(selection, clock.as_day(taking.at))
    count = _raise_to(taking, Reached.PROPOSED, Reached.CHOSEN)
    selection.base, selection.quota = quota.base, quota.count
    selection.met_on, selection.decision = taking.answers["met_on"], taking.answers["decision"].strip()
    selection.decided_on = clock.as_day(taking.at)
    taking.facts |= {"count": count, "base": quota.base, "quota": quota.count}


def send_back(taking: Taking) -> None:
    """Effect of 退回重议: what the committee proposed is among the shortlisted again."""
    taking.record.opinion = taking.answers["opinion"]
    taking.personal["opinion"] = taking.record.opinion
    for row in ExcellentCandidate.objects.live().filter(selection=taking.record, reached=Reached.PROPOSED):
        row.reached = Reached.SHORTLISTED
        row.version += 1
        row.save()

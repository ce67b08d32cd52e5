"""What is answered to the form of each step, so that nothing but the right decides in the walk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from lvzhi.accounts.models import Account
from lvzhi.proposals.models import Assignment, ExcellentCandidate, Proposal
from tests.walk.cast import WALK, Cast

Answers = dict[str, Any]
LETTERS = str.maketrans("0123456789", "ghijklmnop")


def word() -> str:
    """Thirty-two letters like no others; digits might read as a telephone number, which may not be published."""
    return uuid4().hex.translate(LETTERS)


def text(**more: Any) -> Answers:
    """The text of a proposal that is near to no other."""
    one = word()
    return {
        "title": f"关于{one[:10]}的提案", "background": f"情况{one}。", "analysis": f"原因{one[::-1]}。",
        "recommendations": [f"增设{one[5:20]}。", f"调整{one[12:]}。"],
    } | more  # fmt: skip


Make = Callable[[Cast, Any, str], Answers]
DAY = WALK.date()
LED: Answers = {"leader_name": "辛远", "leader_post": "区长", "rank": "top"}
ACT: Answers = {
    "way": "leader", "form": "onsite", "held_on": DAY, "proposer_side": "甲文", "unit_side": "区民政局局长",
    "points": "看了两处食堂。",
}  # fmt: skip
REASON: Answers = {"reason": "情况有变。"}
OPINION: Answers = {"opinion": "请按意见办理。"}
GRADES: Answers = {"attitude": "satisfied", "result": "satisfied"}


def reply_of(proposal: Proposal, **more: Any) -> Answers:
    """The lead unit's whole answer."""
    row = Assignment.objects.get(proposal=proposal, role="lead", state="signed")
    text = f"已增设两处食堂（{proposal.serial}）。"
    return {"assignment": row.pk, "text": text, "result_class": "A", "signer": "王局长"} | more


def led_by(account: Account) -> Answers:
    """Who leads a key proposal."""
    return LED | {"leader": account.pk}


def _extension(cast: Cast, proposal: Any, role: str) -> Answers:
    row = Assignment.objects.get(proposal=proposal, role="lead")
    return {"assignment": row.pk, "until": proposal.answer_due_on + dt.timedelta(days=20), **REASON}


def _contact(cast: Cast, row: Any, role: str) -> Answers:
    return {
        "stage": "after", "mode": "phone", "held_on": DAY, "proposer_side": "甲文", "unit_side": "王科长",
        "points": "听取意见。",
    }  # fmt: skip


def _chosen(cast: Cast, selection: Any, role: str) -> Answers:
    rows = ExcellentCandidate.objects.filter(selection=selection).order_by("pk")[:1]
    return {"chosen": [str(row.pk) for row in rows]}


def behalf(cast: Cast, role: str) -> str:
    """In whose name a role recommends."""
    account = cast.who.get(role)
    name = account.name if account is not None else ""
    if role in ("clerk", "reviewer", "head"):
        return f"committee:{name}"
    units = {"officer": "区民政局", "unit_head": "区民政局", "co_officer": "区住建局", "other_officer": "区公安局"}
    if role in units:
        return f"unit:{units[role]}"
    return f"body:{cast.special.name}" if role == "convener" else f"member:{name}"


def _nominate(cast: Cast, selection: Any, role: str) -> Answers:
    wanted = Proposal.objects.get(publications__state="published", publications__round=1, state="closed")
    return {"called": wanted.number, "behalf": behalf(cast, role), "reason": "有调研、有数据。"}


def _merge(cast: Cast, proposal: Any, role: str) -> Answers:
    lead = Proposal.objects.filter(state="filed", merged_into=None).exclude(pk=proposal.pk).latest("pk")
    return {"lead": lead.serial}


def fixed(**answers: Any) -> Make:
    """The same for everyone."""
    return lambda cast, record, role: answers


NONE = fixed()
ANSWERS: dict[str, Make] = {
    "proposals.proposal.invite": lambda cast, record, role: {"members": [cast.members[cast.bing.pk].pk]},
    "proposals.proposal.submit": NONE,
    "proposals.proposal.withdraw": fixed(**REASON),
    "proposals.proposal.confirm_entry": NONE,
    "proposals.proposal.recommend": fixed(opinion="file"),
    "proposals.proposal.file": fixed(category="society"),
    "proposals.proposal.send_back": fixed(**OPINION),
    "proposals.proposal.refuse": fixed(grounds=["empty"], route="advice", explanation="已有相应工作安排。"),
    "proposals.proposal.override_track": lambda cast, record, role: {
        "track": "between" if record.track == "session" else "session",
        "ground": "会前已送达。",
    },
    "proposals.proposal.assign": lambda cast, record, role: {"lead": cast.civil.pk},
    "proposals.proposal.merge": _merge,
    "proposals.proposal.unmerge": NONE,
    "proposals.proposal.ask_withdraw": fixed(**REASON),
    "proposals.proposal.consent": fixed(agrees="yes"),
    "proposals.proposal.approve_withdraw": NONE,
    "proposals.proposal.refuse_withdraw": fixed(**OPINION),
    "proposals.proposal.drop_withdraw": NONE,
    "proposals.proposal.take_offline": fixed(ground="按规定转线下。"),
    "proposals.proposal.answer": lambda cast, record, role: reply_of(record),
    "proposals.proposal.ask_extension": _extension,
    "proposals.proposal.remind": NONE,
    "proposals.proposal.rate": fixed(**GRADES),
    "proposals.proposal.close_unrated": fixed(**REASON),
    "proposals.proposal.nominate": fixed(nominated_by="提案委员会", **REASON),
    "proposals.proposal.mark_key": lambda cast, record, role: {"ground": "审定"} | led_by(cast.xin),
    "proposals.proposal.unmark_key": fixed(**REASON),
    "proposals.proposal.supervise": fixed(**ACT),
    "proposals.proposal.publish": NONE,
    "proposals.assignment.sign": NONE,
    "proposals.assignment.ask_return": fixed(ground="不属于本单位职责。"),
    "proposals.assignment.keep": fixed(**OPINION),
    "proposals.assignment.replace": lambda cast, record, role: {"unit": cast.police.pk},
    "proposals.assignment.opinion": fixed(**OPINION),
    "proposals.assignment.revise_opinion": fixed(**OPINION),
    "proposals.assignment.contact": _contact,
    "proposals.assignment.approve_reply": NONE,
    "proposals.assignment.return_reply": fixed(**OPINION),
    "proposals.cosignature.sign": NONE,
    "proposals.cosignature.decline": NONE,
    "proposals.cosignature.recall": NONE,
    "proposals.candidate.ask": lambda cast, record, role: {"bodies": [cast.party.pk]},
    "proposals.candidate.ask_more": lambda cast, record, role: {"bodies": [cast.party.pk]},
    "proposals.appraisal.appraise": fixed(score=88),
    "proposals.appraisal.pass_by": NONE,
    "proposals.appraisal.ask_improve": fixed(wanted="请补充依据。"),
    "proposals.appraisal.leave": fixed(**REASON),
    "proposals.appraisal.respond": fixed(response="依据已附后。"),
    "proposals.candidate.opine": fixed(stance="for"),
    "proposals.candidate.choose": lambda cast, record, role: (
        {"meeting": "第二十次主席会议", "met_on": DAY} | led_by(cast.xin)
    ),
    "proposals.candidate.pass_over": fixed(**REASON),
    "proposals.promise.progress": fixed(progress="选址已定。"),
    "proposals.promise.look_back": fixed(verdict="kept", finding="已开放。"),
    "proposals.promise.resume": fixed(until=DAY + dt.timedelta(days=30)),
    "proposals.extension.grant": NONE,
    "proposals.extension.refuse": fixed(**OPINION),
    "proposals.selection.nominate": _nominate,
    "proposals.selection.shortlist": _chosen,
    "proposals.selection.deliberate": _chosen,
    "proposals.selection.decide": lambda cast, record, role: (
        _chosen(cast, record, role) | {"met_on": DAY, "decision": "第二十次主席会议"}
    ),
    "proposals.selection.send_back": fixed(**OPINION),
    "proposals.publication.propose": fixed(form="full"),
    "proposals.publication.give_consent": NONE,
    "proposals.publication.approve": NONE,
    "proposals.publication.send_back": fixed(**OPINION),
    "proposals.publication.take_down": fixed(**REASON),
}

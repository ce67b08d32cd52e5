"""What a committee that is asked does: accept or decline, and say when its work is done."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.joint.actions.leading import refuse_open
from lvzhi.joint.models import Partaking, Topic
from lvzhi.joint.vocabulary import PartState, Role, TopicState
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def check_going(taking: Taking) -> None:
    """The topic goes on, as it stands now that it is locked and not as a page had read it."""
    record = taking.record
    record.topic = Topic.objects.select_related("committee").get(pk=record.topic_id)
    if record.topic.state != TopicState.OPEN or record.topic.voided_at is not None:
        raise Refusal("joint.topic_closed", title=record.topic.title)


def lead(taking: Taking) -> None:
    """Effect of leading: the leader's own part needs nobody's answer."""
    part: Partaking = taking.record
    part.answered_on = clock.as_day(taking.at)
    taking.facts["name"] = part.committee.display


def check_accept(taking: Taking) -> None:
    """The organ is one of the committee's own."""
    part, organ = taking.record, taking.answers.get("organ")
    if organ is not None and organ.committee_id != part.committee_id:
        raise Refusal(
            "joint.organ_elsewhere", field="organ", organ=organ.name, committee=part.committee.display
        )  # fmt: skip


def accept(taking: Taking) -> None:
    """Effect of 确认参加: which organ has it in hand, which line of the own plan it serves."""
    part: Partaking = taking.record
    part.answered_on = clock.as_day(taking.at)
    part.organ, part.task = taking.answers.get("organ"), taking.answers.get("task")
    taking.facts["name"] = part.committee.display


def decline(taking: Taking) -> None:
    """Effect of 谢绝, with the reason."""
    part: Partaking = taking.record
    part.answered_on, part.ground = clock.as_day(taking.at), taking.answers["ground"]
    taking.facts["name"] = part.committee.display


def withdraw(taking: Taking) -> None:
    """Effect of 撤回邀请: it counts for that committee no more."""
    part: Partaking = taking.record
    if part.role == Role.LEAD:
        raise Refusal("joint.lead_stays")
    part.ground = taking.answers["ground"]
    taking.facts["name"] = part.committee.display


def check_finish(taking: Taking) -> None:
    """No piece of the part is open; the day has come."""
    if taking.answers["on"] > clock.as_day(taking.at):
        raise Refusal("joint.day_ahead", field="on", day=taking.answers["on"])
    refuse_open(taking.record)


def finish(taking: Taking) -> None:
    """Effect of 完成本级任务: once told, the leader has it."""
    part: Partaking = taking.record
    part.finished_on, part.result = taking.answers["on"], taking.answers.get("result") or ""
    taking.facts |= {"name": part.committee.display, "day": written_day(part.finished_on)}


def settle(taking: Taking) -> None:
    """Effect of the leader's closing on a part that goes on."""
    part: Partaking = taking.record
    part.finished_on = part.topic.closed_on
    taking.facts["name"] = part.committee.display


def resume(taking: Taking) -> None:
    """Effect of 恢复办理: the part goes on."""
    part: Partaking = taking.record
    part.finished_on = None
    taking.facts["name"] = part.committee.display


def resume_part(taking: Taking) -> None:
    """Consequence of sending a piece back: a part that was done goes on with it."""
    part = Partaking.objects.select_related("topic", "committee").get(pk=taking.record.part_id)
    if part.state == PartState.DONE:
        engine.follow(part, "resume", taking)

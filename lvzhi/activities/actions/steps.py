"""Checks and effects of the steps of an activity."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.activities.models import Activity, Participant
from lvzhi.activities.queries import unread_accounts
from lvzhi.deadlines import clock
from lvzhi.workflow.declare import Taking


def check_list(taking: Taking) -> None:
    """A notice needs somebody to go to."""
    if not Participant.objects.live().filter(activity=taking.record).exists():
        raise Refusal("activities.list_empty")


def freeze(taking: Taking) -> None:
    """Effect of 发出通知: from now on the list is the denominator."""
    activity: Activity = taking.record
    rows = Participant.objects.live().filter(activity=activity)
    activity.notified_on = clock.as_day(taking.at)
    if taking.answers.get("notice"):
        activity.notice = taking.answers["notice"]
    taking.facts |= {"count": rows.count(), "counted": rows.filter(counted=True).count()}


def count_unread(taking: Taking) -> None:
    """Effect of 提醒: the sentence says how many."""
    taking.facts["count"] = len(unread_accounts(taking.record))


def keep_ground(taking: Taking) -> None:
    """Effect of 取消 and 退回补充: the ground is kept."""
    taking.record.ground = taking.answers["ground"]
    taking.facts["ground"] = taking.answers["ground"]


def keep_summary(taking: Taking) -> None:
    """Effect of 登记为已举行: what came of it, where it is given."""
    if taking.answers.get("summary"):
        taking.record.summary = taking.answers["summary"]

"""Leave: what somebody on the list asks of the approver of that kind of activity (R6.5, R6.6, R6.9)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.activities.models.activity import NAME_MOST, WORDS_MOST, Activity, Sitting
from lvzhi.activities.models.participants import Participant
from lvzhi.activities.vocabulary import LEAVE_OF, Approver, LeaveState
from lvzhi.committee.models import Record
from lvzhi.workflow.models import Procedural


class Leave(Procedural):
    """A request for leave from an activity, or from some of its sittings.

    `after_start`: asked when what it is about had begun already. `official`: granted as official duty, which does not
    count (R6.6). `organ`: whose head decides, where the approver is the head of an organ.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "opinion"})

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="leaves", verbose_name="活动")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="leaves", verbose_name="请假人")
    reason = models.CharField("事由", max_length=40)
    text = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    whole = models.BooleanField("全部场次", default=True)
    asked_on = models.DateField("请假日期")
    asked_by = models.CharField("提出人", max_length=NAME_MOST)
    by_staff = models.BooleanField("代为请假", default=False)
    after_start = models.BooleanField("开始后提出", default=False)
    approver = models.CharField("审批人", max_length=20, choices=Approver.choices)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审批机构"
    )
    decided_on = models.DateField("审批日期", null=True, blank=True)
    decided_by = models.CharField("审批人姓名", max_length=NAME_MOST, blank=True, default="")
    opinion = models.CharField("审批意见", max_length=WORDS_MOST, blank=True, default="")
    official = models.BooleanField("计为公假", default=False)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "请假"
        verbose_name_plural = "请假"
        ordering: ClassVar[list[str]] = ["activity_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(state=LeaveState.ASKED, voided_at=None),
                name="activities_leave_one_open",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state"], name="activities_leave_state"),
        ]

    def __str__(self) -> str:
        return LEAVE_OF.format(who=self.participant, activity=self.activity)

    @property
    def title_for_people(self) -> str:
        """Who, and from what."""
        return LEAVE_OF.format(who=self.participant.name, activity=self.activity.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(LeaveState(self.state).label)


class LeaveSitting(Record):
    """A sitting that a leave is about; a leave from the whole has none."""

    leave = models.ForeignKey(Leave, models.PROTECT, related_name="sittings", verbose_name="请假")
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="+", verbose_name="场次")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "请假场次"
        verbose_name_plural = "请假场次"

    def __str__(self) -> str:
        return str(self.sitting)

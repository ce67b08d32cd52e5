"""What no room below records of an activity: that it was told back, and looked at again (R3.6, R3.11)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.consultations.vocabulary import FOLLOW_OF, FollowState
from lvzhi.workflow.models import Procedural

CODE_MOST = 40
WORDS_MOST = 1000


class FollowUp(Procedural):
    """The end of an activity's way: feedback to those who took part, then the look-back (R3.6)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"feedback", "finding"})

    activity = models.ForeignKey("activities.Activity", models.PROTECT, related_name="+", verbose_name="活动")
    feedback = models.TextField("反馈内容", blank=True, default="")
    fed_on = models.DateField("反馈日期", null=True, blank=True)
    looked_on = models.DateField("回头看日期", null=True, blank=True)
    look_activity = models.ForeignKey(
        "activities.Activity", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="回头看的活动"
    )
    look_result = models.CharField("回头看结果", max_length=CODE_MOST, blank=True, default="")
    finding = models.CharField("回头看情况", max_length=WORDS_MOST, blank=True, default="")
    until = models.DateField("下次回头看", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "成果跟踪"
        verbose_name_plural = "成果跟踪"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["activity"], condition=Q(voided_at=None), name="consultations_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "fed_on", "id"], name="consultations_fed"),
            models.Index(fields=["committee", "looked_on", "id"], name="consultations_looked"),
        ]

    def __str__(self) -> str:
        return self.title_for_people

    @property
    def title_for_people(self) -> str:
        """Of which activity."""
        return FOLLOW_OF.format(title=self.activity.title)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(FollowState(self.state).label)

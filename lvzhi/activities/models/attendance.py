"""Who was at which sitting, what stands behind it, and how it was corrected (R6.13)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.activities.models.activity import NAME_MOST, WORDS_MOST, Sitting
from lvzhi.activities.models.participants import Participant
from lvzhi.activities.vocabulary import PRESENT_OF, Presence, Proof
from lvzhi.committee.models import Record


class Attendance(Record):
    """The presence of one participant at one sitting.

    `created_at` says how late it was entered, `came_at` when a device at the door saw them come.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"remark"})

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="attendance", verbose_name="场次")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="attendance", verbose_name="参加人")
    presence = models.CharField("出席情况", max_length=16, choices=Presence.choices)
    proof = models.CharField("依据", max_length=8, choices=Proof.choices)
    came_at = models.DateTimeField("到场时间", null=True, blank=True)
    remark = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)
    noted_by_account = models.BigIntegerField("登记人账号", null=True, blank=True)
    corrections_count = models.PositiveSmallIntegerField("更正次数", default=0)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "出席登记"
        verbose_name_plural = "出席登记"
        ordering: ClassVar[list[str]] = ["sitting_id", "participant_id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sitting", "participant"], condition=Q(voided_at=None), name="activities_attendance_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["participant", "sitting"], name="activities_attendance_of"),
        ]

    def __str__(self) -> str:
        return PRESENT_OF.format(who=self.participant, presence=self.get_presence_display())


class Correction(Record):
    """A change of a presence by somebody else than who entered it; what stood before is kept (R6.13)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"ground"})

    attendance = models.ForeignKey(Attendance, models.PROTECT, related_name="corrections", verbose_name="出席登记")
    was = models.CharField("原登记", max_length=16, choices=Presence.choices)
    becomes = models.CharField("更正为", max_length=16, choices=Presence.choices)
    ground = models.CharField("理由", max_length=WORDS_MOST)
    by = models.CharField("更正人", max_length=NAME_MOST)
    by_account = models.BigIntegerField("更正人账号", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "出席更正"
        verbose_name_plural = "出席更正"
        ordering: ClassVar[list[str]] = ["attendance_id", "id"]

    def __str__(self) -> str:
        return PRESENT_OF.format(who=self.attendance.participant, presence=self.get_becomes_display())

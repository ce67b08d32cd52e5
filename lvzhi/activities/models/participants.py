"""Who is on the list of an activity: the list frozen by the notice is its denominator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.activities.models.activity import NAME_MOST, Activity
from lvzhi.activities.vocabulary import Capacity, Role, Verdict
from lvzhi.committee.models import Record
from lvzhi.people.vocabulary import Rank


class Participant(Record):
    """Somebody on the list of an activity, with role and the verdict on attendance (R5.6, R6.6).

    `counted`: belongs to the denominator 应到. `uninvited`: came without standing on the list. `rank`: on that day.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="participants", verbose_name="活动")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="人员"
    )
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员任期"
    )
    name = models.CharField("姓名", max_length=NAME_MOST)
    body = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")
    capacity = models.CharField("身份", max_length=8, choices=Capacity.choices)
    role = models.CharField("角色", max_length=8, choices=Role.choices, default=Role.ATTEND)
    rank = models.CharField("职级", max_length=24, choices=Rank.choices, blank=True, default="")
    group = models.CharField("分组", max_length=40, blank=True, default="")
    invited_on = models.DateField("列入名单日期")
    counted = models.BooleanField("计入应到", default=True)
    added_later = models.BooleanField("通知后补邀", default=False)
    uninvited = models.BooleanField("未邀到场", default=False)
    stand_in_for = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="stand_ins", verbose_name="代替"
    )
    told_how = models.CharField("另行通知方式", max_length=40, blank=True, default="")
    told_on = models.DateField("另行通知日期", null=True, blank=True)
    verdict = models.CharField("出席结论", max_length=10, choices=Verdict.choices, default=Verdict.OPEN)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "参加人"
        verbose_name_plural = "参加人"
        ordering: ClassVar[list[str]] = ["activity_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["activity", "person"],
                condition=Q(person__isnull=False, voided_at=None),
                name="activities_participant_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "activity"], name="activities_person"),
            models.Index(fields=["committee", "verdict"], name="activities_verdict"),
        ]

    def __str__(self) -> str:
        return self.name

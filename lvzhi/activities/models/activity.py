"""What is planned and held: the activity, who holds it with us, where, in which sittings, on what agenda."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.activities.vocabulary import (
    NAMED,
    TITLE_OF,
    Audience,
    Family,
    Half,
    PlaceRole,
    Relation,
    State,
)
from lvzhi.committee.models import Record
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500


class Activity(Procedural):
    """A meeting, consultation, visit … from plan to file (R3.11, R5.6)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"notice", "summary"})

    kind = models.CharField("种类", max_length=40)
    kind_name = models.CharField("种类名称", max_length=NAME_MOST)
    family = models.CharField("类型", max_length=16, choices=Family.choices)
    title = models.CharField("活动名称", max_length=TITLE_MOST)
    topic = models.CharField("主题（议题）", max_length=TITLE_MOST, blank=True, default="")
    held_on = models.DateField("举行日期")
    ends_on = models.DateField("结束日期")
    days = models.PositiveSmallIntegerField("天数", default=1)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办机构"
    )
    task = models.ForeignKey(
        "plans.Task", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="计划任务"
    )
    campaign = models.ForeignKey(
        "plans.Campaign", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主题活动"
    )
    site = models.ForeignKey(
        "activities.Site", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="协商点"
    )
    relation = models.CharField("组织方式", max_length=8, choices=Relation.choices, default=Relation.OWN)
    audience = models.CharField("可查看的人", max_length=10, choices=Audience.choices, default=Audience.COMMITTEE)
    beneficiaries = models.PositiveIntegerField("受益人数", null=True, blank=True)
    notice = models.TextField("通知正文", blank=True, default="")
    summary = models.TextField("情况和成果", blank=True, default="")
    notified_on = models.DateField("通知日期", null=True, blank=True)
    ground = models.CharField("取消或退回理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "活动"
        verbose_name_plural = "活动"
        ordering: ClassVar[list[str]] = ["-held_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("held_on")), name="activities_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-held_on", "-id"], name="activities_by_day"),
            models.Index(fields=["committee", "family", "held_on"], name="activities_by_family"),
            models.Index(fields=["committee", "state", "-held_on"], name="activities_by_state"),
            models.Index(fields=["committee", "ends_on"], name="activities_by_end"),
        ]

    def __str__(self) -> str:
        return NAMED.format(kind=self.kind_name, title=self.title)

    @property
    def title_for_people(self) -> str:
        """《title》."""
        return TITLE_OF.format(title=self.title)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(State(self.state).label)


class Partner(Record):
    """A body that holds the activity with us, or for which we help: an organ of ours, a unit, or a name."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="partners", verbose_name="活动")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="本级机构"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    name = models.CharField("名称", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "联合单位"
        verbose_name_plural = "联合单位"
        ordering: ClassVar[list[str]] = ["activity_id", "id"]

    def __str__(self) -> str:
        return self.name


class ActivityPlace(Record):
    """A place of an activity, or one that was visited: whom, what was asked there (R5.6)."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="places", verbose_name="活动")
    number = models.PositiveSmallIntegerField("序号", default=1)
    role = models.CharField("性质", max_length=12, choices=PlaceRole.choices, default=PlaceRole.VENUE)
    name = models.CharField("名称", max_length=NAME_MOST)
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    asked = models.CharField("了解的情况和诉求", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "地点"
        verbose_name_plural = "地点"
        ordering: ClassVar[list[str]] = ["activity_id", "number", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "role"], name="activities_place_role"),
            models.Index(fields=["unit"], name="activities_place_unit"),
        ]

    def __str__(self) -> str:
        return self.name


class Sitting(Record):
    """One half day or whole day of an activity, of everybody or of one group; attendance hangs on it (R6.13)."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="sittings", verbose_name="活动")
    number = models.PositiveSmallIntegerField("序号")
    name = models.CharField("场次", max_length=NAME_MOST)
    on = models.DateField("日期")
    half = models.CharField("时段", max_length=10, choices=Half.choices, default=Half.MORNING)
    half_days = models.PositiveSmallIntegerField("半天数", default=1)
    starts = models.DateTimeField("开始时间")
    ends = models.DateTimeField("结束时间")
    timed = models.BooleanField("已定具体时间", default=False)
    place = models.CharField("地点", max_length=NAME_MOST, blank=True, default="")
    group = models.CharField("分组", max_length=40, blank=True, default="", help_text="不填为全体参加")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "场次"
        verbose_name_plural = "场次"
        ordering: ClassVar[list[str]] = ["activity_id", "starts", "number", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="activities_sitting_times"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "on"], name="activities_sitting_day"),
        ]

    def __str__(self) -> str:
        return self.name


class AgendaItem(Record):
    """One item of a sitting's agenda, with who speaks to it."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="agenda", verbose_name="场次")
    number = models.PositiveSmallIntegerField("序号")
    title = models.CharField("议程", max_length=TITLE_MOST)
    speaker = models.CharField("发言（汇报）人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "议程"
        verbose_name_plural = "议程"
        ordering: ClassVar[list[str]] = ["sitting_id", "number"]

    def __str__(self) -> str:
        return self.title

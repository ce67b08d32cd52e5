"""What members and staff give, where they report to, what they plan to study (M14, M15, M21)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.activities.models.activity import NAME_MOST, TITLE_MOST, WORDS_MOST, Activity
from lvzhi.activities.vocabulary.service import GIVEN, PLANNED, POSTED, GivingForm
from lvzhi.activities.vocabulary.states import Capacity
from lvzhi.committee.models import Record


class Giving(Record):
    """A donation in money or kind: who gave what to whom, with which receipt; `amount` in 元, of goods their worth."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="givings", verbose_name="活动"
    )
    campaign = models.ForeignKey(
        "plans.Campaign", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主题活动"
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="捐赠人"
    )
    giver = models.CharField("捐赠人（单位）", max_length=NAME_MOST)
    capacity = models.CharField("身份", max_length=8, choices=Capacity.choices)
    form = models.CharField("形式", max_length=8, choices=GivingForm.choices, default=GivingForm.MONEY)
    amount = models.DecimalField("金额（捐物为折价）", max_digits=14, decimal_places=2)
    goods = models.CharField("物品和数量", max_length=TITLE_MOST, blank=True, default="")
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接收单位（名录）"
    )
    receiver = models.CharField("接收单位", max_length=NAME_MOST)
    purpose = models.CharField("用途", max_length=WORDS_MOST, blank=True, default="")
    receipt = models.CharField("票据（收条）号", max_length=NAME_MOST, blank=True, default="")
    given_on = models.DateField("捐赠日期")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "捐赠"
        verbose_name_plural = "捐赠"
        ordering: ClassVar[list[str]] = ["-given_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="activities_giving_amount"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-given_on", "-id"], name="activities_giving_day"),
            models.Index(fields=["person"], name="activities_giving_person"),
        ]

    def __str__(self) -> str:
        return GIVEN.format(giver=self.giver, form=self.get_form_display(), amount=self.amount)


class CommunityPost(Record):
    """A member who has reported to a village or community 社区报到, from a day on (M15)."""

    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="委员")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="村（社区）")
    starts = models.DateField("报到日期")
    ends = models.DateField("结束日期", null=True, blank=True)
    remark = models.CharField("认领事项", max_length=WORDS_MOST, blank=True, default="")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "社区报到"
        verbose_name_plural = "社区报到"
        ordering: ClassVar[list[str]] = ["-starts", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="activities_post_dates"),
            models.UniqueConstraint(
                fields=["member", "unit"], condition=Q(ends=None, voided_at=None), name="activities_post_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-starts", "-id"], name="activities_post_day"),
        ]

    def __str__(self) -> str:
        return POSTED.format(member=self.member.person.name, unit=self.unit.name)


class StudyPlan(Record):
    """A personal study plan 个人学习计划 that somebody handed in for a year; no hours are asked for (M21)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="人员")
    capacity = models.CharField("身份", max_length=8, choices=Capacity.choices)
    campaign = models.ForeignKey(
        "plans.Campaign", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主题活动"
    )
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=TITLE_MOST)
    text = models.TextField("内容", blank=True, default="")
    handed_in_on = models.DateField("交来日期")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "个人学习计划"
        verbose_name_plural = "个人学习计划"
        ordering: ClassVar[list[str]] = ["-handed_in_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "person", "year", "title"],
                condition=Q(voided_at=None),
                name="activities_study_plan_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-handed_in_on", "-id"], name="activities_study_plan_day"),
        ]

    def __str__(self) -> str:
        return PLANNED.format(person=self.person.name, year=self.year)

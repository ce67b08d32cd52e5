"""Rows of norms: values by committee and date, codes by date, corrections of the calendar."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Committee
from lvzhi.journal.models import Sealed

KEY_LENGTH = 80
CODE_LENGTH = 40
GROUND_LENGTH = 200
NAME_LENGTH = 120


class Value(Sealed):
    """A norm's value in a committee from a day on; JSON null means: from then on as the committee above."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", verbose_name="政协组织")
    key = models.CharField("参数", max_length=KEY_LENGTH)
    starts = models.DateField("生效日期")
    value = models.JSONField("值", null=True)
    ground = models.CharField("依据", max_length=GROUND_LENGTH)
    set_by = models.CharField("设定人", max_length=80)

    class Meta:
        verbose_name = "规则参数设定"
        verbose_name_plural = "规则参数设定"
        ordering = ["committee_id", "key", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "key", "starts"], name="norms_value_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.starts}"


class Code(Sealed):
    """An entry of a code table in a committee between two days."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", verbose_name="政协组织")
    set_key = models.CharField("代码表", max_length=KEY_LENGTH)
    code = models.CharField("代码", max_length=CODE_LENGTH)
    name = models.CharField("名称", max_length=NAME_LENGTH)
    sort = models.IntegerField("排序", default=0)
    starts = models.DateField("启用日期")
    ends = models.DateField("停用日期", null=True, blank=True)
    rule = models.CharField("来源规则", max_length=40, blank=True, default="")
    ground = models.CharField("依据", max_length=GROUND_LENGTH, blank=True, default="")
    extra = models.JSONField("附加项", default=dict, blank=True)

    class Meta:
        verbose_name = "代码"
        verbose_name_plural = "代码"
        ordering = ["committee_id", "set_key", "sort", "code", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "set_key", "code", "starts"], name="norms_code_once_a_day"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="norms_code_dates"),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarDay(Sealed):
    """A day that is worked or not in a committee and those below, whatever the public calendar says."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", verbose_name="政协组织")
    day = models.DateField("日期")
    works = models.BooleanField("上班")
    ground = models.CharField("依据", max_length=GROUND_LENGTH)

    class Meta:
        verbose_name = "日历更正"
        verbose_name_plural = "日历更正"
        ordering = ["committee_id", "day"]
        constraints = [models.UniqueConstraint(fields=["committee", "day"], name="norms_day_once")]

    def __str__(self) -> str:
        return str(self.day)

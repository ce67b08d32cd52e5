"""A rule set of one year: blocks, items, conditions and grades as data, by which meeting adopted (R7.11, R7.13)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.evaluation.vocabulary.states import SetState, Subject
from lvzhi.evaluation.vocabulary.words import SET_OF
from lvzhi.workflow.models import Procedural

TITLE_MOST = 120
NAME_MOST = 120
WORDS_MOST = 500
CODE_MOST = 40


class RuleSet(Procedural):
    """By what somebody is judged in a year. Once in force its content stays: an old year is reckoned by it again.

    ``body`` is what `reckoning.plain.told` writes, without name, subject, year and days, which are columns.
    """

    subject = models.CharField("考核对象", max_length=10, choices=Subject.choices, default=Subject.MEMBER)
    year = models.PositiveSmallIntegerField("年度")
    name = models.CharField("名称", max_length=TITLE_MOST)
    starts = models.DateField("计分自")
    ends = models.DateField("计分至")
    body = models.JSONField("内容", default=dict)
    note = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    sample = models.CharField("取自样例", max_length=CODE_MOST, blank=True, default="")
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name="复制自"
    )
    adopted_at = models.ForeignKey(
        "activities.Activity", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="通过的会议"
    )
    adopted_by = models.CharField("通过的会议名称", max_length=NAME_MOST, blank=True, default="")
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    document = models.CharField("印发文号", max_length=NAME_MOST, blank=True, default="")
    ground = models.CharField("撤回或替代的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "考核规则"
        verbose_name_plural = "考核规则"
        ordering: ClassVar[list[str]] = ["-year", "subject", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="evaluation_set_days"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-year", "-id"], name="evaluation_set_newest"),
        ]

    def __str__(self) -> str:
        return SET_OF.format(name=self.name, year=self.year)

    @property
    def title_for_people(self) -> str:
        """Its name and year."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SetState(self.state).label)

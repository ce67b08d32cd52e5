"""An honour: to whom or what, by whom, on which day, by which document (M21)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.honours.vocabulary import Bearer, State
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500
CODE_MOST = 40


class Honour(Procedural):
    """One honour to one person, organ or work; a work of any room is tied to it (`links`)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"ground"})

    bearer = models.CharField("获得者类别", max_length=10, choices=Bearer.choices)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="获得者或作者"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="机构"
    )
    name = models.CharField("获得者", max_length=TITLE_MOST)
    work = models.CharField("作品名称", max_length=TITLE_MOST, blank=True, default="")
    work_kind = models.CharField("作品类别", max_length=CODE_MOST, blank=True, default="")
    work_on = models.DateField("作品完成日期", null=True, blank=True)
    title = models.CharField("荣誉名称", max_length=TITLE_MOST)
    grade = models.CharField("等次", max_length=CODE_MOST, blank=True, default="")
    level = models.CharField("层级", max_length=CODE_MOST)
    given_by = models.CharField("授予单位", max_length=NAME_MOST)
    given_on = models.DateField("授予日期")
    number = models.CharField("文号", max_length=NAME_MOST, blank=True, default="")
    by_staff = models.BooleanField("机关登记", default=False)
    entered_by = models.CharField("登记人", max_length=NAME_MOST)
    confirmed_on = models.DateField("确认日期", null=True, blank=True)
    confirmed_by = models.CharField("确认人", max_length=NAME_MOST, blank=True, default="")
    ground = models.CharField("退回或不予确认理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "荣誉"
        verbose_name_plural = "荣誉"
        ordering: ClassVar[list[str]] = ["-given_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(work_on=None) | Q(work_on__lte=F("given_on")), name="honours_after_work"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "given_on", "id"], name="honours_given"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its name."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(State(self.state).label)

"""Where the first run stands, and what was said that no data can show."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.committee.models import Committee
from lvzhi.journal.models import Sealed
from lvzhi.opening.vocabulary import Said, Step

NAME_LENGTH = 40


class Opening(Sealed):
    """The one first run of an installation; two browsers that begin it at once meet at `only`."""

    committee = models.OneToOneField(Committee, models.PROTECT, related_name="+", verbose_name="政协组织")
    step = models.CharField("下一步", max_length=16, choices=Step.choices, default=Step.TERM)
    only = models.BooleanField("唯一", default=True, unique=True, editable=False)

    class Meta:
        verbose_name = "首次开张"
        verbose_name_plural = "首次开张"
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return str(self.committee)


class Confirmed(Sealed):
    """Something of a committee's checklist that somebody said; who, by name of the day as in the journal."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+", verbose_name="政协组织")
    what = models.CharField("事项", max_length=16, choices=Said.choices)
    on = models.DateField("日期")
    name = models.CharField("确认人", max_length=NAME_LENGTH)

    class Meta:
        verbose_name = "开张确认"
        verbose_name_plural = "开张确认"
        ordering: ClassVar[list[str]] = ["committee_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "what"], name="opening_confirmed_once"),
        ]

    def __str__(self) -> str:
        return self.get_what_display()

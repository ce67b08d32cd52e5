"""Units outside the committee, and how one passed into another."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Committee
from lvzhi.directory.vocabulary import How, UnitKind
from lvzhi.journal.models import Sealed

NAME_LENGTH = 120
CODE_LENGTH = 40
CONTACT_LENGTH = 200
GROUND_LENGTH = 200


class Unit(Sealed):
    """A unit in a committee's directory: handling unit 承办单位, enterprise, community or other body."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"contact"})

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", verbose_name="政协组织")
    name = models.CharField("单位名称", max_length=NAME_LENGTH)
    short_name = models.CharField("简称", max_length=NAME_LENGTH, blank=True, default="")
    code = models.CharField("单位代码", max_length=CODE_LENGTH, blank=True, default="")
    kind = models.CharField("类别", max_length=16, choices=UnitKind.choices, default=UnitKind.HANDLING)
    system = models.CharField("系统", max_length=CODE_LENGTH, blank=True, default="")
    starts = models.DateField("启用日期")
    ends = models.DateField("停用日期", null=True, blank=True)
    contact = models.CharField("联系方式", max_length=CONTACT_LENGTH, blank=True, default="")

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = ["committee_id", "kind", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "code"], condition=~Q(code=""), name="directory_unit_code"),
            models.UniqueConstraint(fields=["committee", "name", "starts"], name="directory_unit_once_a_day"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="directory_unit_dates"),
        ]
        indexes = [models.Index(fields=["committee", "kind", "name"], name="directory_unit_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def display(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def stands_on(self, day: dt.date) -> bool:
        """Whether the unit exists on `day` (its last day included)."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


class Succession(Sealed):
    """From `on`, `unit_to` stands for what was `unit_from`; of several heirs one is the main one."""

    unit_from = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="heirs_rows", verbose_name="原单位")
    unit_to = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="origin_rows", verbose_name="承接单位")
    on = models.DateField("承接日期")
    how = models.CharField("方式", max_length=8, choices=How.choices)
    main = models.BooleanField("主要承接", default=True)
    ground = models.CharField("依据", max_length=GROUND_LENGTH, blank=True, default="")

    class Meta:
        verbose_name = "单位承接"
        verbose_name_plural = "单位承接"
        ordering = ["on", "-main", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit_from", "unit_to"], name="directory_succession_once"),
            models.UniqueConstraint(fields=["unit_from"], condition=Q(main=True), name="directory_succession_one_main"),
            models.CheckConstraint(condition=~Q(unit_from=F("unit_to")), name="directory_succession_not_self"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_from} → {self.unit_to}"

    @property
    def committee_id(self) -> int:
        """The committee in whose directory both units stand."""
        return self.unit_from.committee_id

"""Anchors of the journal as they were printed, and the files handed to an auditor."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.committee.models import Record
from lvzhi.journal.models import Sealed


class ChainAnchor(Sealed):
    """Where the journal's chain ended on a day; the paper with it lies with somebody else."""

    day = models.DateField("日期", unique=True)
    seq = models.BigIntegerField("最后一条")
    hash = models.CharField("摘要", max_length=64)
    algorithm = models.CharField("摘要算法", max_length=10)
    count = models.PositiveIntegerField("比上一次增加")
    made_at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "日志校验码"
        verbose_name_plural = "日志校验码"
        ordering: ClassVar[list[str]] = ["-day"]

    def __str__(self) -> str:
        return f"{self.day} {self.seq}"


class HandOver(Record):
    """One file made for an auditor; the file itself is not kept here, its digest is."""

    number = models.PositiveIntegerField("编号")
    starts = models.DateField("自")
    ends = models.DateField("至")
    purpose = models.CharField("用途", max_length=200)
    personal = models.BooleanField("含完整个人信息", default=False)
    digest = models.CharField("清单摘要", max_length=64)
    seal = models.CharField("封印", max_length=100)
    size = models.BigIntegerField("字节")
    lines = models.PositiveIntegerField("日志条数")
    records = models.PositiveIntegerField("记录条数")
    who = models.CharField("经手人", max_length=200)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "审计移交"
        verbose_name_plural = "审计移交"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "number"], name="assurance_handover_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.starts} {self.ends}"

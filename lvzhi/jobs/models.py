"""A job. Not a record: what it did stands where it did it; asking, ending and expiring are lines of the journal."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.jobs.vocabulary import AGAIN, PHASES, RUNNING, WAITING, Outcome


class Job(models.Model):
    """Something to be done by a worker. `worker` is who does it now; `beats` rises while that one lives."""

    uid = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("种类", max_length=60)
    title = models.CharField("标题", max_length=200)
    key = models.CharField("事项", max_length=200, blank=True, default="")
    facts = models.JSONField("要求", default=dict)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+", verbose_name="政协")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", verbose_name="提交人"
    )
    delegation = models.BigIntegerField("代行", null=True)
    asked_at = models.DateTimeField("提交时间")
    due_at = models.DateTimeField("最早处理时间", null=True)  # none: at once, whatever the clock of the worker says
    began_at = models.DateTimeField("开始时间", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)
    tries = models.PositiveIntegerField("次数", default=0)
    worker = models.CharField("处理进程", max_length=120, blank=True, default="")
    beats = models.PositiveBigIntegerField("心跳", default=0)
    phase = models.CharField("步骤", max_length=60, blank=True, default="")
    done = models.PositiveIntegerField("已完成", default=0)
    whole = models.PositiveIntegerField("总数", default=0)
    stopping = models.BooleanField("要求停止", default=False)
    outcome = models.CharField("结果", max_length=20, choices=Outcome.choices, blank=True, default="")
    said = models.TextField("说明", blank=True, default="")
    gone_at = models.DateTimeField("文件删除时间", null=True)

    class Meta:
        verbose_name = "后台作业"
        verbose_name_plural = "后台作业"
        ordering = ("-asked_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account", "kind", "key"],
                condition=Q(ended_at=None) & ~Q(key=""),
                name="jobs_open_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["id"], condition=Q(ended_at=None), name="jobs_open"),
            models.Index(fields=["account", "-asked_at", "-id"], name="jobs_mine"),
            models.Index(fields=["ended_at"], condition=Q(outcome="ready", gone_at=None), name="jobs_kept"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.ended_at is None

    @property
    def is_running(self) -> bool:
        """Whether a worker has it in hand."""
        return self.is_open and bool(self.worker)

    @property
    def doing(self) -> str:
        """Where it stands, in words."""
        if not self.is_open:
            return str(Outcome(self.outcome).label)
        if not self.worker:
            return AGAIN if self.tries else WAITING
        return PHASES.get(self.phase, self.phase) if self.whole else RUNNING

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("jobs:job", args=[self.uid])

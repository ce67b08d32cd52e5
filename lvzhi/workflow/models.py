"""The state of a record, written by the engine alone, and the keys of requests already answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from lvzhi.committee.models import Record
from lvzhi.workflow.vocabulary import Occasion


class Procedural(Record):
    """A record that goes through a procedure.

    ``state`` says where it is and is assigned by the engine alone; ``outcome`` how it ended; whether it is overdue is
    computed from ``due_on``, which the engine sets from the clock of the state.
    """

    state = models.CharField("状态", max_length=40, db_index=True)
    state_since = models.DateTimeField("进入状态时间")
    outcome = models.CharField("结果", max_length=40, blank=True, default="")
    due_on = models.DateField("本环节期限", null=True, blank=True)
    due_clock = models.CharField("期限种类", max_length=40, blank=True, default="")

    class Meta(Record.Meta):
        abstract = True

    journal_ignore: ClassVar[frozenset[str]] = Record.journal_ignore

    @property
    def title_for_people(self) -> str:
        """How a sentence names this record; rooms override it."""
        return str(self)


class Once(models.Model):
    """A request already answered: the same key again gives the same record and changes nothing."""

    key = models.CharField(max_length=80, unique=True)
    account_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=80)
    record = models.BigIntegerField()
    step = models.CharField(max_length=80)
    at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = "已答复的请求"
        verbose_name_plural = "已答复的请求"


class Taken(models.Model):
    """A step that may still be taken back: which lines of the journal it wrote. The journal keeps what they changed.

    ``came_from`` is the state before it, ``version`` the record's after it: a page need not ask further where another
    step has followed.
    """

    kind = models.CharField(max_length=80)
    record_uid = models.UUIDField()
    step = models.CharField(max_length=80)
    came_from = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    account_id = models.BigIntegerField(null=True)
    who = models.CharField(max_length=200)
    at = models.DateTimeField()
    back_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = "可撤销的步骤"
        verbose_name_plural = "可撤销的步骤"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["record_uid", "-id"], name="workflow_taken_newest"),
        ]


class DueNotice(Record):
    """One person reminded once of one record's time limit; an extension begins a new count (R1.70, R1.74).

    Without the record's title, which must go when its room takes it off-line.
    """

    kind = models.CharField("流程", max_length=80)
    record_uid = models.UUIDField("事项")
    clock = models.CharField("期限种类", max_length=40)
    due_on = models.DateField("当时期限")
    occasion = models.CharField("缘由", max_length=10, choices=Occasion.choices)
    times = models.PositiveSmallIntegerField("超期第几次", default=0)
    account_id = models.BigIntegerField("账号")
    who = models.CharField("提醒了谁", max_length=200)
    sent_on = models.DateField("提醒日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "到期提醒"
        verbose_name_plural = "到期提醒"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "record_uid", "clock", "due_on", "occasion", "times", "account_id"],
                name="workflow_reminded_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["record_uid", "-id"], name="workflow_notices_of"),
            models.Index(fields=["committee", "due_on"], name="workflow_notices_due"),
        ]

    def __str__(self) -> str:
        return f"{self.who} {self.due_on}"

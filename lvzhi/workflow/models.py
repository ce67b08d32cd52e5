"""The state of a record, written by the engine alone, and the keys of requests already answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from lvzhi.committee.models import Record


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

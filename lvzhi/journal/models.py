"""The chain: entries, the encrypted personal values of each, the head that appends are ordered by, what was touched."""

from __future__ import annotations

import uuid

from django.db import models

from lvzhi.journal.sealed import Sealed, SealedQuerySet

__all__ = ["Entry", "Head", "Private", "Sealed", "SealedQuerySet", "Touched"]


class Entry(models.Model):
    """One line of the journal: ids and names as they were that day, no foreign keys (R12.2 i).

    `changes`: one item a record: {"kind", "uid", "what": created|changed|deleted, "fields": {name: [old, new]},
    "private": [names]}; records made in bulk are counted: {"kind", "what": "created", "count"}.
    `seals`: "kind:uid" → keyed digest of the record after the change, null when it was deleted.
    `private_digests`: "kind:uid" → salted digest of the personal values kept in `Private`.
    `mac`: keyed digest of `hash`, so that whoever can write the database still cannot write a line.
    """

    seq = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    account_id = models.BigIntegerField("账号", null=True)
    actor_name = models.CharField("操作人", max_length=200)
    actor_role = models.CharField("身份", max_length=200, blank=True)
    behalf = models.CharField("代为", max_length=200, blank=True)
    via = models.CharField("途径", max_length=40, blank=True)
    address = models.CharField("来源地址", max_length=200, blank=True)
    event = models.CharField("事项", max_length=100)
    committee_id = models.BigIntegerField("政协", null=True)
    subject_kind = models.CharField("对象类别", max_length=100, blank=True)
    subject_uid = models.UUIDField("对象", null=True)
    subject_title = models.CharField("对象名称", max_length=300, blank=True)
    facts = models.JSONField("情况", default=dict)
    changes = models.JSONField("变更", default=list)
    seals = models.JSONField("记录摘要", default=dict)
    private_digests = models.JSONField("个人信息摘要", default=dict)
    algorithm = models.CharField("摘要算法", max_length=10)
    prev_hash = models.CharField("上一条摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)
    mac = models.CharField("校验码", max_length=100)

    class Meta:
        verbose_name = "日志"
        verbose_name_plural = "日志"
        ordering = ["-seq"]
        indexes = [
            models.Index(fields=["subject_uid", "seq"], name="journal_subject"),
            models.Index(fields=["account_id", "seq"], name="journal_account"),
            models.Index(fields=["committee_id", "seq"], name="journal_committee"),
            models.Index(fields=["event", "seq"], name="journal_event"),
            models.Index(fields=["at"], name="journal_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.event}"


class Private(models.Model):
    """The personal values of one record in one entry: salt in the open, values encrypted; erasable row by row."""

    seq = models.BigIntegerField("序号")
    kind = models.CharField("类别", max_length=100, blank=True)
    uid = models.UUIDField("记录", null=True)
    salt = models.CharField("盐", max_length=64)
    payload = models.TextField("密文")

    class Meta:
        verbose_name = "日志中的个人信息"
        verbose_name_plural = "日志中的个人信息"
        constraints = [models.UniqueConstraint(fields=["seq", "kind", "uid"], name="journal_private_once")]
        indexes = [models.Index(fields=["uid"], name="journal_private_uid")]

    def __str__(self) -> str:
        return f"{self.seq} {self.slot}"

    @property
    def slot(self) -> str:
        """The key of this payload in its entry's `private_digests`."""
        return f"{self.kind}:{self.uid}" if self.uid else ""


class Head(models.Model):
    """The single row that says where the chain ends; locked while appending."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    chain = models.UUIDField("链号", default=uuid.uuid4, editable=False)
    seq = models.BigIntegerField("序号", default=0)
    hash = models.CharField("摘要", max_length=64, default="")

    class Meta:
        verbose_name = "日志链首"
        verbose_name_plural = "日志链首"

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}"


class Touched(models.Model):
    """The last entry that wrote records of a kind: as long as it is the same, so are all records of that kind.

    Written in the transaction of the records themselves, under the lock of the head: numbers rise in the order in which
    transactions end, and nobody sees a record without its number or a number without its record.
    """

    kind = models.CharField("类别", max_length=100, primary_key=True)
    seq = models.BigIntegerField("序号")

    class Meta:
        verbose_name = "最近变更"
        verbose_name_plural = "最近变更"

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"

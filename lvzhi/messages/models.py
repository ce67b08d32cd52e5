"""Messages in inboxes, and notices that somebody wrote to many."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.journal.fields import SecretField
from lvzhi.journal.models import Sealed
from lvzhi.messages import codes
from lvzhi.messages.vocabulary.outside import Fate


class Message(models.Model):
    """One message to one account. Not a record: it points at one. Kept for its read receipt."""

    uid = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="收件人")
    code = models.CharField("事项", max_length=100)
    facts = models.JSONField("情况", default=dict)
    task = models.BooleanField("待办", default=False)
    subject_kind = models.CharField("对象类别", max_length=100, blank=True)
    subject_uid = models.UUIDField("对象", null=True)
    subject_url = models.CharField("地址", max_length=300, blank=True)
    committee = models.ForeignKey(Committee, models.PROTECT, null=True, related_name="+", verbose_name="政协")
    times = models.PositiveIntegerField("次数", default=1)
    sent_at = models.DateTimeField("发出时间")
    read_at = models.DateTimeField("阅读时间", null=True)
    done_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        verbose_name = "消息"
        verbose_name_plural = "消息"
        ordering = ("-sent_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account", "code", "subject_uid"],
                condition=Q(read_at=None, done_at=None) & ~Q(subject_uid=None),
                name="message_unread_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "task", "-sent_at", "-id"], name="message_inbox"),
            models.Index(fields=["account"], condition=Q(read_at=None, done_at=None), name="message_unread"),
            models.Index(fields=["subject_uid"], name="message_subject"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What it says."""
        return codes.sentence(self.code, self.facts)

    @property
    def is_new(self) -> bool:
        """Whether it still waits to be read."""
        return self.read_at is None and self.done_at is None


class Notice(Sealed):
    """A notice written by the office to the holders of roles in a committee."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+", verbose_name="政协")
    author = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="发出人")
    roles = models.JSONField("收件职务", default=list)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("内容")
    readers = models.JSONField("收件名单", null=True)  # accounts, as the writer saw the list; none in older ones
    sent_at = models.DateTimeField("发出时间")

    class Meta:
        verbose_name = "通知"
        verbose_name_plural = "通知"
        ordering = ("-sent_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-sent_at"], name="notice_committee"),
        ]

    def __str__(self) -> str:
        return self.title


class Way(Sealed):
    """Where somebody wants messages besides the inbox, and which; without a row nothing leaves the house."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"address"})

    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="账号")
    channel = models.CharField("渠道", max_length=20)
    address = SecretField("地址")
    sorts = models.JSONField("接收的消息", default=list)

    class Meta:
        verbose_name = "接收方式"
        verbose_name_plural = "接收方式"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "channel"], name="way_one"),
        ]

    def __str__(self) -> str:
        return self.channel


class Delivery(models.Model):
    """A message on its way out by one channel. Not a record: it says what became of it and holds no address."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries", verbose_name="消息")
    channel = models.CharField("渠道", max_length=20)
    times = models.PositiveIntegerField("第几次", default=1)
    committee = models.ForeignKey(Committee, models.CASCADE, related_name="+", verbose_name="政协")
    fate = models.CharField("结果", max_length=12, choices=Fate.choices, default=Fate.WAITING)
    reason = models.CharField("原因", max_length=20, blank=True, default="")
    tries = models.PositiveIntegerField("尝试", default=0)
    job = models.UUIDField("作业", null=True)
    due_at = models.DateTimeField("最早发出时间")
    ended_at = models.DateTimeField("结束时间", null=True)

    class Meta:
        verbose_name = "站外发送"
        verbose_name_plural = "站外发送"
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["message", "channel", "times"], name="delivery_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "due_at"], condition=Q(ended_at=None), name="delivery_open"),
        ]

    def __str__(self) -> str:
        return self.get_fate_display()

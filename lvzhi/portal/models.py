"""Whoever follows a published proposal by e-mail; nothing else of them is held, and not after they leave."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Committee
from lvzhi.journal.fields import SecretField
from lvzhi.portal.vocabulary import Following


class Follower(models.Model):
    """An e-mail address and a published proposal. Not a record: the journal says that there was one, never whose."""

    uid = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+", verbose_name="政协")
    thing = models.UUIDField("关注的提案")
    address = SecretField("邮箱地址")
    mark = models.CharField("邮箱摘要", max_length=64)  # keyed: finds an address, does not tell it
    base = models.CharField("网站地址", max_length=200)  # as the visitor reached it; letters link there
    standing = models.CharField("状态", max_length=12, choices=Following.choices, default=Following.ASKED)
    token = models.CharField("确认码摘要", max_length=64, blank=True, default="")
    seen = models.CharField("上次所见", max_length=64, blank=True, default="")
    asked_at = models.DateTimeField("登记时间")
    ends_at = models.DateTimeField("确认截止时间", null=True)
    told_at = models.DateTimeField("上次去信时间", null=True)

    class Meta:
        verbose_name = "邮件关注"
        verbose_name_plural = "邮件关注"
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "thing", "mark"], name="follower_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "mark"], name="follower_address"),
            models.Index(fields=["token"], condition=~Q(token=""), name="follower_token"),
        ]

    def __str__(self) -> str:
        return self.get_standing_display()

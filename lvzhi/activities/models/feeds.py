"""The key of somebody's calendar feed: only its digest is kept, so that a copy of the data opens no calendar."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.activities.vocabulary.feeds import FEED_OF
from lvzhi.journal.models import Sealed


class Feed(Sealed):
    """A calendar feed that an account opened, until it is ended; one at a time."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="账号")
    digest = models.CharField("地址校验码", max_length=64, unique=True)
    made_at = models.DateTimeField("开通时间")
    ended_at = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta:
        verbose_name = "日历订阅"
        verbose_name_plural = "日历订阅"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_at=None), name="activities_feed_one_open"),
        ]

    def __str__(self) -> str:
        return FEED_OF.format(account=self.account.name)

"""What stands on a committee's board, and what each login keeps at hand for itself."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from lvzhi.committee.models import Record


class Board(Record):
    """The board of a committee: its charts in order, each a figure and what it is split by."""

    charts = models.JSONField("图", default=list)
    """Items ``{"key", "by"}``."""

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "本级看板"
        verbose_name_plural = "本级看板"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee"], name="board_one_each"),
        ]

    def __str__(self) -> str:
        return f"{self.committee}"


class Own(models.Model):
    """What one login chose for itself: figures kept at hand, and its own board.

    Not a record: like a draft it is not journalled, and nobody but its account ever reads it.
    """

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="账号", primary_key=True
    )
    figures = models.JSONField("收藏的指标", default=list)
    charts = models.JSONField("自己的看板", null=True, default=None)
    """Items as of a `Board`; None where the committee's board is shown."""

    class Meta:
        verbose_name = "个人收藏"
        verbose_name_plural = "个人收藏"

    def __str__(self) -> str:
        return f"{self.account_id}"

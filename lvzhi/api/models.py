"""Tokens: who they stand for, what for, how long; never the secret itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models

from lvzhi.api.vocabulary import NAMED, Scope
from lvzhi.journal.models import Sealed, SealedQuerySet


class Token(Sealed):
    """What another system shows to act as its holder. Ended tokens stay: the journal names them by their mark.

    The digest is of 256 random bits, so that a plain hash keeps the secret; it is sealed, so that nobody with the
    database alone can put another in its place unseen.
    """

    journal_ignore: ClassVar[frozenset[str]] = frozenset({"used_at", "used_from"})

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="持有人")
    name = models.CharField("用途", max_length=60)
    mark = models.CharField("编号", max_length=12, unique=True)
    digest = models.CharField("校验码", max_length=64, unique=True)
    scope = models.CharField("权限范围", max_length=8, choices=Scope.choices)
    rooms = models.JSONField("模块", default=list, blank=True)
    made_at = models.DateTimeField("生成时间")
    ends_at = models.DateTimeField("到期时间")
    revoked_at = models.DateTimeField("停用时间", null=True, blank=True)
    used_at = models.DateTimeField("最近使用", null=True, blank=True)
    used_from = models.CharField("最近来源", max_length=64, blank=True, default="")

    objects: ClassVar[Any] = SealedQuerySet.as_manager()  # Any: mypy knows no manager made from a query set

    class Meta:
        verbose_name = "接口令牌"
        verbose_name_plural = "接口令牌"
        ordering: ClassVar[list[str]] = ["-made_at", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "-made_at"], name="api_token_account"),
        ]

    def __str__(self) -> str:
        return NAMED.format(mark=self.mark, name=self.name)

    def state_at(self, now: datetime) -> str:
        """open, expired, revoked, or outdated by a newer password."""
        if self.revoked_at is not None:
            return "revoked"
        if self.ends_at <= now:
            return "expired"
        changed = self.account.password_changed_at
        return "outdated" if changed is not None and changed > self.made_at else "open"

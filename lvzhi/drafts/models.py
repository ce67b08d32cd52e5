"""One draft of one account. Not a record: it is not journalled, and nobody but its account ever reads it."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import models

from lvzhi.deadlines import clock
from lvzhi.journal.fields import SecretField


class Draft(models.Model):
    """Text being written, by account, kind and key. Encrypted at rest: nobody knows yet what stands in it (R12.2 m)."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="账号")
    kind = models.CharField("类别", max_length=60)
    key = models.CharField("键", max_length=80)
    payload = SecretField("内容")
    saved_at = models.DateTimeField("保存时间", default=clock.now)

    class Meta:
        verbose_name = "暂存内容"
        verbose_name_plural = "暂存内容"
        ordering = ("-saved_at",)
        constraints = [models.UniqueConstraint(fields=["account", "kind", "key"], name="drafts_one_each")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"

    @property
    def data(self) -> dict[str, Any]:
        """What was saved: field name → text, or list of texts where a field was sent several times."""
        found = json.loads(self.payload.reveal())
        return found if isinstance(found, dict) else {}

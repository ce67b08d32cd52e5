"""One tie: two ends by kind and uid, no foreign keys to rooms above."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lvzhi.journal.models import Sealed


class Tie(Sealed):
    """Record a stands in a role to record b, from a day on, until untied."""

    role = models.CharField("关系", max_length=60)
    a_kind = models.CharField("一方类别", max_length=100)
    a_uid = models.UUIDField("一方")
    b_kind = models.CharField("另一方类别", max_length=100)
    b_uid = models.UUIDField("另一方")
    starts = models.DateField("建立日期")
    ends = models.DateField("解除日期", null=True, blank=True)

    class Meta:
        verbose_name = "关联"
        verbose_name_plural = "关联"
        constraints = [
            models.CheckConstraint(condition=~Q(a_kind=F("b_kind")) | ~Q(a_uid=F("b_uid")), name="links_not_self"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="links_dates"),
            models.UniqueConstraint(
                fields=["role", "a_kind", "a_uid", "b_kind", "b_uid"], condition=Q(ends=None), name="links_one_open"
            ),
        ]
        indexes = [
            models.Index(fields=["a_uid", "role"], name="links_a"),
            models.Index(fields=["b_uid", "role"], name="links_b"),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.a_kind} – {self.b_kind}"

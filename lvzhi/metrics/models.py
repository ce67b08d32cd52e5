"""Values of figures kept for the next who asks: a cache, no record. Emptying the table costs time and nothing else."""

from __future__ import annotations

from django.db import models


class KeptValue(models.Model):
    """A figure's value with what makes it known to be current; see `lasting`.

    `place` stands for scope, period, cuts and the program that counted; `reads` are the kinds of record that were read,
    `seq` the last entry of the journal that had written one of them.
    """

    place = models.CharField("范围与期间", max_length=64)
    figure = models.CharField("指标", max_length=100)
    numbers = models.JSONField("数值")
    reads = models.TextField("所读记录")
    seq = models.BigIntegerField("最近变更")
    past = models.DateField("早于今日的日期")
    day = models.DateField("仅此日有效", null=True)
    goes_on = models.DateField("清理日期", db_index=True)

    class Meta:
        verbose_name = "已算指标值"
        verbose_name_plural = "已算指标值"
        constraints = [models.UniqueConstraint(fields=["place", "figure"], name="metrics_kept_once")]

    def __str__(self) -> str:
        return f"{self.figure} {self.place}"

"""An attachment of any record, named by kind and uid: no foreign keys to rooms above."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from lvzhi.committee.models import Record
from lvzhi.files import vocabulary


class Attachment(Record):
    """A file that belongs to a record. Its bytes lie under their digest; detaching voids the row, nothing is lost."""

    kind = models.CharField("对象类别", max_length=100)
    subject = models.UUIDField("对象")
    name = models.CharField("文件名", max_length=150)
    label = models.CharField("说明", max_length=100, blank=True, default="")
    type = models.CharField("格式", max_length=10)
    size = models.BigIntegerField("大小")
    digest = models.CharField("内容摘要", max_length=64)
    added_by = models.BigIntegerField("上传账号", null=True)
    added_by_name = models.CharField("上传人", max_length=100)

    class Meta:
        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "digest"], condition=Q(voided_at=None), name="files_once_each"
            )
        ]
        indexes = [models.Index(fields=["subject"], name="files_subject")]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """Where it is fetched."""
        return reverse("files:get", args=[self.uid])

    @property
    def remove_url(self) -> str:
        """Where it is removed (POST)."""
        return reverse("files:remove", args=[self.uid])

    @property
    def note(self) -> str:
        """For the list component: label, and who added it."""
        who = vocabulary.UPLOADED_BY.format(who=self.added_by_name)
        return f"{self.label} {who}".strip()

"""Models and actors of the journal's own tests; their app is not installed, so no other test ever meets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models

from lvzhi.journal.fields import SecretField
from lvzhi.journal.models import Sealed
from lvzhi.journal.secrets import mask_phone


class Folder(Sealed):
    name = models.CharField("名称", max_length=50)

    class Meta:
        app_label = "journal_sample"

    def __str__(self) -> str:
        return self.name


class Note(Sealed):
    title = models.CharField("标题", max_length=50)
    folder = models.ForeignKey(Folder, models.CASCADE, null=True, related_name="notes")
    price = models.DecimalField("金额", max_digits=10, decimal_places=2, default=Decimal(0))
    day = models.DateField("日期", null=True)
    at = models.DateTimeField("时间", null=True)
    data = models.JSONField("附加", default=dict)
    count = models.IntegerField("次数", default=0)
    phone = SecretField("电话", mask=mask_phone, blank=True, default="")
    text = models.TextField("正文", blank=True)
    tokens = models.TextField("检索词", blank=True)
    touched = models.DateTimeField(auto_now=True)

    journal_private = frozenset({"text"})
    journal_ignore = frozenset({"tokens"})

    class Meta:
        app_label = "journal_sample"

    def __str__(self) -> str:
        return self.title


MODELS = [Folder, Note]


@dataclass
class Person:
    account_id: int | None = 7
    name: str = "甲"
    role: str = "经办"
    via: str = "web"
    address: str = "10.0.0.1"
    at: dt.datetime = field(default_factory=lambda: dt.datetime(2022, 3, 1, 9, tzinfo=dt.UTC))
    behalf: str | None = None
    roles: frozenset[str] = frozenset()

    def has(self, role, *, committee=None, organ=None, unit=None):
        return role in self.roles

    def committees(self, role):
        return frozenset()

    organs = units = committees


# Relations are found by walking the installed apps; without this a cascade would not know of notes.
Folder._meta.__dict__["_relation_tree"] = [Note._meta.get_field("folder")]
Folder._meta._expire_cache(forward=False)
Folder._meta.__dict__["_relation_tree"] = [Note._meta.get_field("folder")]

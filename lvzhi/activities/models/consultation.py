"""Points where people deliberate, and speeches given at activities (R3.8, R3.11)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.activities.models.activity import NAME_MOST, TITLE_MOST, WORDS_MOST, Activity
from lvzhi.activities.vocabulary.consultation import SPEAKER, SPEECH_OF, Spoken
from lvzhi.committee.models import Record

CODE_MOST = 40


class Site(Record):
    """A standing point of deliberation 协商点: in a courtyard, a community, a park (R3.8)."""

    name = models.CharField("协商点", max_length=NAME_MOST)
    kind = models.CharField("类型", max_length=CODE_MOST)
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="村（社区）"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="管理机构"
    )
    address = models.CharField("地址", max_length=NAME_MOST, blank=True, default="")
    contact = models.CharField("召集人", max_length=NAME_MOST, blank=True, default="")
    opens = models.DateField("启用日期")
    closes = models.DateField("停用日期", null=True, blank=True)
    remark = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "协商点"
        verbose_name_plural = "协商点"
        ordering: ClassVar[list[str]] = ["committee_id", "name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(closes=None) | Q(closes__gte=F("opens")), name="activities_site_dates"),
            models.UniqueConstraint(
                fields=["committee", "name"], condition=Q(voided_at=None), name="activities_site_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def open_on(self, day: dt.date) -> bool:
        """Whether it stands open on a day."""
        return self.opens <= day and (self.closes is None or day <= self.closes)


class Speech(Record):
    """What somebody said at an activity, or handed in for it, in the order of speaking (R3.11)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="speeches", verbose_name="活动")
    number = models.PositiveSmallIntegerField("发言顺序")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="发言人"
    )
    name = models.CharField("姓名", max_length=NAME_MOST)
    body = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")
    form = models.CharField("方式", max_length=8, choices=Spoken.choices, default=Spoken.ORAL)
    title = models.CharField("题目", max_length=TITLE_MOST)
    text = models.TextField("发言内容", blank=True, default="")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "发言"
        verbose_name_plural = "发言"
        ordering: ClassVar[list[str]] = ["activity_id", "number", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person"], name="activities_speech_person"),
        ]

    def __str__(self) -> str:
        return SPEECH_OF.format(name=self.name, title=self.title)

    @property
    def title_for_people(self) -> str:
        """Who, on what."""
        return str(self)

    @property
    def speaker(self) -> str:
        """Body and name."""
        return SPEAKER.format(body=self.body, name=self.name).strip()

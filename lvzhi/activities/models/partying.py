"""Temporary Party organs of a plenary 临时党组织, for the days of the session (M37)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.activities.models.activity import NAME_MOST, Activity
from lvzhi.activities.vocabulary.partying import PartyKind, PartySeat
from lvzhi.committee.models import Record


class SessionParty(Record):
    """A temporary Party committee, general branch or branch of a plenary; it ends with the session by itself."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="parties", verbose_name="全体会议")
    kind = models.CharField("类型", max_length=10, choices=PartyKind.choices)
    name = models.CharField("名称", max_length=NAME_MOST)
    above = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name="上级临时党组织"
    )
    starts = models.DateField("设立日期")
    ends = models.DateField("结束日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "临时党组织"
        verbose_name_plural = "临时党组织"
        ordering: ClassVar[list[str]] = ["activity_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="activities_party_dates"),
            models.UniqueConstraint(
                fields=["activity", "name"], condition=Q(voided_at=None), name="activities_party_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SessionSeat(Record):
    """Somebody's place in a temporary Party organ."""

    party = models.ForeignKey(SessionParty, models.PROTECT, related_name="seats", verbose_name="临时党组织")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="党员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    seat = models.CharField("职务", max_length=10, choices=PartySeat.choices, default=PartySeat.MEMBER)
    left_on = models.DateField("移出日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "临时党组织成员"
        verbose_name_plural = "临时党组织成员"
        ordering: ClassVar[list[str]] = ["party_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["party", "person"], condition=Q(left_on=None, voided_at=None), name="activities_party_seat"
            ),
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(seat=PartySeat.SECRETARY, left_on=None, voided_at=None),
                name="activities_party_secretary",
            ),
        ]

    def __str__(self) -> str:
        return self.name

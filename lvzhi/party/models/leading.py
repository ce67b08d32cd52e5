"""Leaders' contact points 联系点 with the visits, and lists of duties 一岗双责 (R10.2, R6.16)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.party.models.life import TEXT_MOST, TITLE_MOST, WORDS_MOST
from lvzhi.party.models.register import NAME_MOST, Body
from lvzhi.party.vocabulary import POINT_TITLE, DutyState
from lvzhi.people.models import Dated
from lvzhi.workflow.models import Procedural


class ContactPoint(Dated):
    """The branch that a leader keeps in touch with, between two days (R10.2)."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="领导")
    name = models.CharField("姓名", max_length=NAME_MOST)
    body = models.ForeignKey(Body, models.PROTECT, related_name="points", verbose_name="联系的党组织")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "支部联系点"
        verbose_name_plural = "支部联系点"
        ordering: ClassVar[list[str]] = ["committee_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="party_point_dates"),
            models.UniqueConstraint(
                fields=["person", "body"], condition=Q(ends=None, voided_at=None), name="party_point_once"
            ),
        ]

    def __str__(self) -> str:
        return POINT_TITLE.format(name=self.name, body=self.body.name)


class PointVisit(Record):
    """That a leader was at the own contact point on a day (R6.16)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    point = models.ForeignKey(ContactPoint, models.PROTECT, related_name="visits", verbose_name="联系点")
    visited_on = models.DateField("日期")
    text = models.CharField("做了什么", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "联系点走访"
        verbose_name_plural = "联系点走访"
        ordering: ClassVar[list[str]] = ["-visited_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["point", "visited_on"], condition=Q(voided_at=None), name="party_visit_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "visited_on"], name="party_visit_committee"),
        ]

    def __str__(self) -> str:
        return str(self.point)


class Duty(Procedural):
    """One item of a leader's or secretary's list of Party duties for a year 一岗双责 (R10.2)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"result"})

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="责任人")
    name = models.CharField("姓名", max_length=NAME_MOST)
    year = models.PositiveSmallIntegerField("年度")
    item = models.CharField("责任事项", max_length=TITLE_MOST)
    detail = models.CharField("工作内容", max_length=WORDS_MOST, blank=True, default="")
    finish_by = models.DateField("完成时限")
    done_on = models.DateField("完成日期", null=True, blank=True)
    result = models.TextField("完成情况", max_length=TEXT_MOST, blank=True, default="")
    ground = models.CharField("退回意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "一岗双责事项"
        verbose_name_plural = "一岗双责事项"
        ordering: ClassVar[list[str]] = ["-year", "person_id", "finish_by", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "person", "year", "item"], condition=Q(voided_at=None), name="party_duty_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "finish_by"], name="party_duty_committee"),
        ]

    def __str__(self) -> str:
        return self.item

    @property
    def title_for_people(self) -> str:
        """What is to be done."""
        return self.item

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(DutyState(self.state).label)

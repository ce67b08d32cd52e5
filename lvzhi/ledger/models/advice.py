"""Pieces of advice and whoever gave them (R3.11, R5.6)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.ledger.models.entry import CODE_MOST, NAME_MOST, WORDS_MOST, Kept
from lvzhi.ledger.vocabulary.states import AdviceState
from lvzhi.ledger.vocabulary.words import BY_WHOM


class Advice(Kept):
    """One opinion or suggestion 意见建议 from the occasion it was given on to what came of it (R3.11)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "answer", "ground", "result", "opinion"})

    converted = models.BooleanField("由未立案提案转来", default=False)
    proposed_on = models.DateField("提出日期")
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="呈报文件"
    )
    submitted_on = models.DateField("呈报日期", null=True, blank=True)
    session = models.ForeignKey(
        "committee.Session", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="形成于会议"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复单位"
    )
    handed_on = models.DateField("转交日期", null=True, blank=True)
    answer_by = models.DateField("答复时限", null=True, blank=True)
    answer = models.TextField("答复", blank=True, default="")
    answer_no = models.CharField("答复文号", max_length=80, blank=True, default="")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    ground = models.CharField("未采纳或部分采纳的理由", max_length=WORDS_MOST, blank=True, default="")
    turned = models.CharField("转化形式", max_length=CODE_MOST, blank=True, default="")
    opinion = models.CharField("退回意见", max_length=WORDS_MOST, blank=True, default="")
    result = models.TextField("成效", blank=True, default="")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    authors_said = models.CharField("提出人", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Kept.Meta):
        abstract = False
        verbose_name = "意见建议"
        verbose_name_plural = "意见建议"
        ordering: ClassVar[list[str]] = ["-proposed_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(submitted_on=None) | Q(submitted_on__gte=F("proposed_on")),
                name="ledger_submitted_after_said",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(converted=True, voided_at=None),
                name="ledger_converted_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "proposed_on", "id"], name="ledger_proposed"),
            models.Index(fields=["committee", "submitted_on", "id"], name="ledger_submitted"),
            models.Index(fields=["unit", "state"], name="ledger_unit"),
        ]

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(AdviceState(self.state).label)


class Author(Record):
    """Somebody who gave a piece of advice: a person known here, or a name with a body outside."""

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="authors", verbose_name="意见建议")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="人员"
    )
    name = models.CharField("姓名", max_length=NAME_MOST)
    body = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "提出人"
        verbose_name_plural = "提出人"
        ordering: ClassVar[list[str]] = ["advice_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["advice", "person"],
                condition=~Q(person=None) & Q(voided_at=None),
                name="ledger_author_once",
            )
        ]

    def __str__(self) -> str:
        return BY_WHOM.format(name=self.name, body=self.body) if self.body else self.name

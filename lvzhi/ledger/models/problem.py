"""Problems found, their measures, and what was reported on the way (R9.1–R9.7)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.ledger.models.entry import NAME_MOST, WORDS_MOST, Kept
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.ledger.vocabulary.words import NAMES


class Problem(Kept):
    """A problem found, with whoever answers for it, until it is struck off (R9.7)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "cause", "standard", "result", "finding", "ground"})

    number = models.CharField("编号", max_length=40, blank=True, default="")
    cause = models.TextField("原因", blank=True, default="")
    found_on = models.DateField("发现日期")
    owner_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位"
    )
    owner_organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任部门"
    )
    owner_person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    helper_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="协办单位"
    )
    helper_organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="协办部门"
    )
    leader = models.CharField("责任领导", max_length=NAME_MOST, blank=True, default="")
    standard = models.CharField("整改标准", max_length=WORDS_MOST, blank=True, default="")
    finish_by = models.DateField("整改时限", null=True, blank=True)
    assigned_on = models.DateField("定责日期", null=True, blank=True)
    measures_count = models.PositiveSmallIntegerField("措施数", default=0)
    done_on = models.DateField("完成日期", null=True, blank=True)
    result = models.TextField("整改情况", blank=True, default="")
    checked_on = models.DateField("销号日期", null=True, blank=True)
    checker = models.CharField("核查人", max_length=NAME_MOST, blank=True, default="")
    ground = models.CharField("长期坚持或退回的理由", max_length=WORDS_MOST, blank=True, default="")
    look_back_on = models.DateField("应回头看日期", null=True, blank=True)
    looked_on = models.DateField("回头看日期", null=True, blank=True)
    finding = models.CharField("回头看情况", max_length=WORDS_MOST, blank=True, default="")
    returned = models.PositiveSmallIntegerField("反弹次数", default=0)

    class Meta(Kept.Meta):
        abstract = False
        verbose_name = "问题"
        verbose_name_plural = "问题"
        ordering: ClassVar[list[str]] = ["-found_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(done_on__gte=F("found_on")), name="ledger_done_after_found"
            ),
            models.UniqueConstraint(
                fields=["committee", "number"], condition=~Q(number="") & Q(voided_at=None), name="ledger_number_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "found_on", "id"], name="ledger_found"),
            models.Index(fields=["committee", "state", "done_on"], name="ledger_done"),
            models.Index(fields=["owner_unit", "state"], name="ledger_owner_unit"),
        ]

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ProblemState(self.state).label)

    @property
    def owner(self) -> str:
        """Who answers for it, in words; "" while nobody does."""
        named = (self.owner_unit, self.owner_organ, self.owner_person)
        return NAMES.join(one.name for one in named if one is not None)

    @property
    def helper(self) -> str:
        """Who helps, in words."""
        return NAMES.join(one.name for one in (self.helper_unit, self.helper_organ) if one is not None)


class Measure(Record):
    """One measure against a problem; a problem has as many as it needs (R9.3)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="measures", verbose_name="问题")
    number = models.PositiveSmallIntegerField("序号")
    text = models.CharField("措施", max_length=WORDS_MOST)
    made_on = models.DateField("制定日期")
    done_on = models.DateField("完成日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "整改措施"
        verbose_name_plural = "整改措施"
        ordering: ClassVar[list[str]] = ["problem_id", "number", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "made_on", "id"], name="ledger_measure_made"),
        ]

    def __str__(self) -> str:
        return self.text


class Progress(Record):
    """How far a problem had come on a day: the half-monthly dispatch (R9.4)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="progress", verbose_name="问题")
    text = models.CharField("进展", max_length=WORDS_MOST)
    noted_on = models.DateField("日期")
    noted_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "整改进展"
        verbose_name_plural = "整改进展"
        ordering: ClassVar[list[str]] = ["problem_id", "noted_on", "id"]

    def __str__(self) -> str:
        return f"{self.problem} {self.noted_on}"

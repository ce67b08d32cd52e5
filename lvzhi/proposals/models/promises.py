"""What handling leaves behind: contacts, points of a reply, promises, extensions, reminders, refusals of units."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.committee.models import Record
from lvzhi.proposals.models.handling import Assignment, Reply
from lvzhi.proposals.models.text import Proposal, Recommendation
from lvzhi.proposals.vocabulary import (
    EXTENSION_OF,
    PROMISE_OF,
    ContactStage,
    ExtensionState,
    PromiseState,
    ReturnDecision,
)
from lvzhi.workflow.models import Procedural


class Contact(Record):
    """A talk of a unit with the proposer before, during or after handling (R1.75–R1.78)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"proposer_side", "unit_side", "points", "agreed"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="contacts", verbose_name="提案")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="contacts", verbose_name="交办")
    stage = models.CharField("阶段", max_length=10, choices=ContactStage.choices)
    mode = models.CharField("方式", max_length=40)
    face = models.BooleanField("计为面商", default=False)
    held_on = models.DateField("沟通日期")
    proposer_side = models.CharField("提案方参加人", max_length=200)
    unit_side = models.CharField("承办方参加人", max_length=200)
    points = models.TextField("沟通要点")
    agreed = models.TextField("商定事项", blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "沟通"
        verbose_name_plural = "沟通"
        ordering: ClassVar[list[str]] = ["proposal_id", "held_on", "id"]

    def __str__(self) -> str:
        return f"{self.proposal} {self.held_on}"


class ReplyPoint(Record):
    """A reply to one recommendation; of earlier years to the whole, where none is on record (R1.102)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "promise_text"})

    reply = models.ForeignKey(Reply, models.PROTECT, related_name="points", verbose_name="答复")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="建议"
    )
    result_class = models.CharField("办理结果", max_length=10, blank=True, default="")
    text = models.TextField("回应")
    promise_text = models.TextField("承诺事项", blank=True, default="")
    promise_due = models.DateField("兑现日期", null=True, blank=True)
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="责任单位")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "逐条回应"
        verbose_name_plural = "逐条回应"
        ordering: ClassVar[list[str]] = ["reply_id", "id"]

    def __str__(self) -> str:
        return f"{self.reply} {self.pk}"


class Promise(Procedural):
    """What a unit promised to do by a day; it comes back to the clerk when the day is there (R1.101, R1.102)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "progress", "finding"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="promises", verbose_name="提案")
    point = models.OneToOneField(ReplyPoint, models.PROTECT, related_name="promise", verbose_name="逐条回应")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="责任单位")
    text = models.TextField("承诺事项")
    made_on = models.DateField("承诺日期")
    first_promised_for = models.DateField("最初兑现日期")
    promised_for = models.DateField("兑现日期")
    progress = models.TextField("进展", blank=True, default="")
    progress_on = models.DateField("进展日期", null=True, blank=True)
    finding = models.TextField("回头看情况", blank=True, default="")
    checked_on = models.DateField("回头看日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "承诺"
        verbose_name_plural = "承诺"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state", "promised_for"], name="proposals_promised_for"),
        ]

    def __str__(self) -> str:
        return PROMISE_OF.format(unit=self.unit, proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Unit and title of the proposal."""
        return PROMISE_OF.format(unit=self.unit, proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PromiseState(self.state).label)


class Extension(Procedural):
    """A unit's request for a later date, and what was decided (R1.74)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason", "opinion"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="extensions", verbose_name="提案")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="申请单位")
    reason = models.CharField("延期理由", max_length=500)
    asked_on = models.DateField("申请日期")
    until = models.DateField("延期至")
    decided_on = models.DateField("批准日期", null=True, blank=True)
    opinion = models.CharField("处理意见", max_length=500, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "延期"
        verbose_name_plural = "延期"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]

    def __str__(self) -> str:
        return EXTENSION_OF.format(unit=self.unit, proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Unit and title of the proposal."""
        return EXTENSION_OF.format(unit=self.unit, proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ExtensionState(self.state).label)


class Reminder(Record):
    """A reminder sent to a unit (R1.70, R1.74)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="reminders", verbose_name="提案")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reminders", verbose_name="交办")
    reminded_on = models.DateField("催办日期")
    due_then = models.DateField("当时期限", null=True, blank=True)
    words = models.CharField("催办内容", max_length=200, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "催办"
        verbose_name_plural = "催办"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]

    def __str__(self) -> str:
        return f"{self.proposal} {self.reminded_on}"


class ReturnAsked(Record):
    """A unit's refusal of a hand-over, with its ground and who settled it: a line of the 推诿台账 (R1.56–R1.65)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"ground", "opinion"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="returns", verbose_name="提案")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="returns", verbose_name="交办")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="申请单位")
    trip = models.PositiveSmallIntegerField("第几次退回")
    ground = models.CharField("理由", max_length=500)
    asked_on = models.DateField("申请日期")
    decision = models.CharField(
        "处理结果", max_length=10, choices=ReturnDecision.choices, default=ReturnDecision.WAITING
    )
    decided_on = models.DateField("处理日期", null=True, blank=True)
    decider = models.CharField("处理人", max_length=40, blank=True, default="")
    opinion = models.CharField("处理意见", max_length=500, blank=True, default="")
    days = models.PositiveSmallIntegerField("耗时天数", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "退回申请"
        verbose_name_plural = "退回申请"
        ordering: ClassVar[list[str]] = ["-asked_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-asked_on", "-id"], name="proposals_returns_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal} {self.trip}"

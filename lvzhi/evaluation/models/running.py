"""A year's evaluation: results with their lines, organs' views, points with documents, objections, low results."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.evaluation.models.rulesets import CODE_MOST, NAME_MOST, TITLE_MOST, WORDS_MOST, RuleSet
from lvzhi.evaluation.vocabulary.states import ClaimState, LowState, ObjectionState, RunState, Subject
from lvzhi.evaluation.vocabulary.words import CLAIM_OF, LOW_OF, OBJECTION_OF
from lvzhi.people.models import NAME_LENGTH
from lvzhi.workflow.models import Procedural

TEXT_MOST = 4000
SAID_MOST = 600


def points(label: str, **rest: Any) -> Any:
    """A number of points."""
    return models.DecimalField(label, max_digits=10, decimal_places=4, **rest)


class Evaluation(Procedural):
    """One year's evaluation of members or of units under the rule sets in force (R7.10–R7.12)."""

    name = models.CharField("名称", max_length=TITLE_MOST)
    year = models.PositiveSmallIntegerField("年度")
    subject = models.CharField("考核对象", max_length=10, choices=Subject.choices, default=Subject.MEMBER)
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="evaluations", verbose_name="考核规则")
    standing_set = models.ForeignKey(
        RuleSet, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="常务委员适用的规则"
    )
    note = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    reckoned_at = models.DateTimeField("最近计算时间", null=True, blank=True)
    meeting = models.CharField("审定的会议", max_length=NAME_MOST, blank=True, default="")
    decided_on = models.DateField("审定日期", null=True, blank=True)
    object_until = models.DateField("异议截止日期", null=True, blank=True)
    sealed_on = models.DateField("归档日期", null=True, blank=True)
    ground = models.CharField("退回或取消的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "年度考核"
        verbose_name_plural = "年度考核"
        ordering: ClassVar[list[str]] = ["-year", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "subject", "year"],
                condition=Q(voided_at=None) & ~Q(state=RunState.CANCELLED),
                name="evaluation_once_a_year",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-year", "-id"], name="evaluation_newest"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title_for_people(self) -> str:
        """Its name."""
        return self.name

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(RunState(self.state).label)


class Result(Record):
    """What one came to: lines as they were reckoned, grade, own account. Kept as it was when records go later.

    ``lines``: of `queries.results.line_told`; ``settled``: by a line's mark, what an upheld objection says of it.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"name", "lines", "blocks", "needs", "rates", "total", "grade", "reasons", "settled", "account", "ground"}
    )

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="results", verbose_name="年度考核")
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, related_name="+", verbose_name="适用的规则")
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办单位"
    )
    name = models.CharField("姓名（单位）", max_length=NAME_MOST)
    spelled = models.CharField("拼音", max_length=255, blank=True, default="", editable=False)
    standing = models.BooleanField("常务委员", default=False)
    starts = models.DateField("考核期内任职自")
    ends = models.DateField("考核期内任职至")
    lines = models.JSONField("得分明细", default=list)
    blocks = models.JSONField("分块得分", default=list)
    needs = models.JSONField("条件", default=list)
    rates = models.JSONField("出席机会", default=list)
    total = points("得分", default=Decimal(0))
    grade = models.CharField("等次", max_length=NAME_MOST, blank=True, default="")
    grade_number = models.PositiveSmallIntegerField("等次序号", null=True, blank=True)
    reasons = models.JSONField("等次依据", default=list)
    by_meeting = models.BooleanField("等次由会议另定", default=False)
    ground = models.CharField("另定理由", max_length=WORDS_MOST, blank=True, default="")
    settled = models.JSONField("异议成立的明细", default=dict)
    account = models.TextField("述职", blank=True, default="")
    accounted_on = models.DateField("述职日期", null=True, blank=True)
    for_other = models.BooleanField("述职由办公室代录", default=False)
    fed_back_on = models.DateField("向单位反馈日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "考核结果"
        verbose_name_plural = "考核结果"
        ordering: ClassVar[list[str]] = ["evaluation_id", "spelled", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["evaluation", "member"], condition=Q(member__isnull=False), name="evaluation_result_member"
            ),
            models.UniqueConstraint(
                fields=["evaluation", "unit"], condition=Q(unit__isnull=False), name="evaluation_result_unit"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["evaluation", "spelled", "id"], name="evaluation_result_by_name"),
        ]

    def __str__(self) -> str:
        """Without a name: the journal keeps this in clear."""
        return str(self.evaluation)

    @property
    def who(self) -> int:
        """Id of the person or unit, as facts have it."""
        if self.member is not None:
            return int(self.member.person_id)
        return int(self.unit_id or 0)


class OrganView(Record):
    """What an organ says of a member of its own; of several organs each may say something (R7.12)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words"})

    result = models.ForeignKey(Result, models.PROTECT, related_name="views", verbose_name="考核结果")
    organ = models.ForeignKey("committee.Organ", models.PROTECT, related_name="+", verbose_name="机构")
    words = models.CharField("初评意见", max_length=WORDS_MOST)
    who = models.CharField("提出人", max_length=NAME_MOST)
    on = models.DateField("日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "初评意见"
        verbose_name_plural = "初评意见"
        ordering: ClassVar[list[str]] = ["result_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["result", "organ"], condition=Q(voided_at=None), name="evaluation_view_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.organ)


class Proven(Procedural):
    """Points, or a veto, that no record of a room shows: entered with a document, approved by another (R7.7)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"title", "document", "ground"})

    result = models.ForeignKey(Result, models.PROTECT, related_name="proven", verbose_name="考核结果")
    item = models.PositiveSmallIntegerField("计分项", default=0)
    need = models.PositiveSmallIntegerField("条件", default=0)
    item_name = models.CharField("计分项名称", max_length=NAME_MOST)
    title = models.CharField("事由", max_length=TITLE_MOST)
    document = models.CharField("证明文件", max_length=TITLE_MOST)
    on = models.DateField("日期")
    entered_by = models.CharField("登记人", max_length=NAME_MOST)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人账号"
    )
    decided_by = models.CharField("核准人", max_length=NAME_MOST, blank=True, default="")
    decided_on = models.DateField("核准日期", null=True, blank=True)
    ground = models.CharField("不核准的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "凭文件登记"
        verbose_name_plural = "凭文件登记"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["result", "state"], name="evaluation_proven_of"),
        ]

    def __str__(self) -> str:
        return self.item_name

    @property
    def title_for_people(self) -> str:
        """For whom, and for what."""
        return CLAIM_OF.format(name=self.result.name, item=self.item_name)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ClaimState(self.state).label)


class Objection(Procedural):
    """That one does not agree with a line, or misses one; the line is in question until it is decided."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"said", "text", "reason"})

    result = models.ForeignKey(Result, models.PROTECT, related_name="objections", verbose_name="考核结果")
    mark = models.CharField("明细", max_length=TITLE_MOST)
    item = models.PositiveSmallIntegerField("计分项", default=0)
    said = models.CharField("明细原文", max_length=SAID_MOST, blank=True, default="")
    was = points("原计分", default=Decimal(0))
    text = models.CharField("异议和理由", max_length=WORDS_MOST)
    raised_on = models.DateField("提出日期")
    becomes = points("改为", null=True, blank=True)
    reason = models.CharField("复核意见", max_length=WORDS_MOST, blank=True, default="")
    decided_by = models.CharField("复核人", max_length=NAME_MOST, blank=True, default="")
    decided_on = models.DateField("复核日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "考核异议"
        verbose_name_plural = "考核异议"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["result", "mark"],
                condition=Q(state=ObjectionState.OPEN, voided_at=None),
                name="evaluation_objection_one_open",
            ),
        ]

    def __str__(self) -> str:
        """Without a name: the journal keeps this in clear."""
        return str(self._meta.verbose_name)

    @property
    def title_for_people(self) -> str:
        """Whose."""
        return OBJECTION_OF.format(name=self.result.name)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ObjectionState(self.state).label)


class LowResult(Procedural):
    """A low result before a human: talk, and what came of it, each a record; nothing happens by itself (R6.15)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"talk", "closing"})

    result = models.OneToOneField(Result, models.PROTECT, related_name="low", verbose_name="考核结果")
    times = models.PositiveSmallIntegerField("连续第几年", default=1)
    opened_on = models.DateField("列出日期")
    talked_on = models.DateField("约谈日期", null=True, blank=True)
    talker = models.CharField("约谈人", max_length=NAME_LENGTH, blank=True, default="")
    talk = models.CharField("约谈情况", max_length=WORDS_MOST, blank=True, default="")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    closing = models.CharField("处理结果", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "低等次个案"
        verbose_name_plural = "低等次个案"
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        """Without a name: the journal keeps this in clear."""
        return str(self._meta.verbose_name)

    @property
    def title_for_people(self) -> str:
        """Whose, and which year."""
        return LOW_OF.format(name=self.result.name, year=self.result.evaluation.year)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(LowState(self.state).label)


__all__ = ["CODE_MOST", "SAID_MOST", "TEXT_MOST", "Evaluation", "LowResult", "Objection", "OrganView", "Proven",
           "Result"]  # fmt: skip

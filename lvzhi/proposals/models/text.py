"""What a proposer writes and signs: the proposal, its recommendations, wishes and co-signatures."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.proposals.vocabulary import (
    COSIGN_OF,
    NAMED,
    NAMED_DRAFT,
    TITLE_OF,
    SignState,
    State,
    Track,
)
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200


class Proposal(Procedural):
    """A proposal 提案 from its first draft to its rating (R1.19)."""

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {
            "title",
            "background",
            "analysis",
            "survey",
            "publish_ground",
            "return_opinion",
            "explanation",
            "first_opinion",
            "withdraw_ground",
            "source",
        }
    )
    journal_ignore: ClassVar[frozenset[str]] = Procedural.journal_ignore

    term = models.ForeignKey("committee.Term", models.PROTECT, related_name="+", verbose_name="届")
    session = models.ForeignKey(
        "committee.Session", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="会次"
    )
    track = models.CharField("大会或平时", max_length=10, choices=Track.choices, default=Track.BETWEEN)
    track_ground = models.CharField("改类理由", max_length=200, blank=True, default="")
    proposer_type = models.CharField("提案者类型", max_length=40, default="member")
    collective = models.BooleanField("集体提案", default=False)
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="第一提案人"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="集体名称"
    )
    proposer = models.CharField("提案者", max_length=120)

    title = models.CharField("案由", max_length=TITLE_MOST)
    background = models.TextField("背景情况", blank=True, default="")
    analysis = models.TextField("问题分析", blank=True, default="")
    survey = models.TextField("调研过程", blank=True, default="")
    category = models.CharField("类别", max_length=40, blank=True, default="")
    wished_lead = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="建议主办单位"
    )
    may_publish = models.BooleanField("同意公开", default=True)
    publish_ground = models.CharField("不同意公开的理由", max_length=200, blank=True, default="")
    may_merge = models.BooleanField("同意并案", default=True)
    may_convert = models.BooleanField("同意转为社情民意信息", default=True)

    sign_until = models.DateField("联名确认截止日期", null=True, blank=True)
    submits_itself = models.BooleanField("联名期满自动提交", default=False)

    serial = models.CharField("收件号", max_length=40, blank=True, default="")
    number = models.CharField("案号", max_length=40, blank=True, default="")
    return_opinion = models.CharField("退回意见", max_length=500, blank=True, default="")
    route = models.CharField("不予立案去向", max_length=40, blank=True, default="")
    explanation = models.CharField("不予立案说明", max_length=500, blank=True, default="")
    lead_unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="主办单位"
    )
    round = models.PositiveSmallIntegerField("答复轮次", default=0)
    result_class = models.CharField("办理结果", max_length=10, blank=True, default="")
    result_neutral = models.CharField("通用结果", max_length=20, blank=True, default="")
    contacts_count = models.PositiveSmallIntegerField("沟通次数", default=0)
    contacts_face = models.PositiveSmallIntegerField("面商次数", default=0)
    extensions_asked = models.PositiveSmallIntegerField("申请延期次数", default=0)
    is_key = models.BooleanField("重点提案", default=False)
    key_first = models.BooleanField("1号提案", default=False)
    key_ground = models.CharField("确定依据", max_length=200, blank=True, default="")

    received_on = models.DateField("收件日期", null=True, blank=True)
    examined_on = models.DateField("审查日期", null=True, blank=True)
    filed_on = models.DateField("立案日期", null=True, blank=True)
    assigned_on = models.DateField("交办日期", null=True, blank=True)
    first_answered_on = models.DateField("首次答复日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer_due_on = models.DateField("办理期限", null=True, blank=True)
    key_on = models.DateField("确定重点提案日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    by_staff = models.BooleanField("代录", default=False)
    entered_by = models.CharField("代录人", max_length=80, blank=True, default="")
    confirmed_on = models.DateField("提案者确认代录日期", null=True, blank=True)
    readings = models.PositiveSmallIntegerField("审查次数", default=1)
    first_reading = models.CharField("初审意见", max_length=20, blank=True, default="")
    first_opinion = models.CharField("初审说明", max_length=500, blank=True, default="")
    first_reader = models.CharField("初审人", max_length=80, blank=True, default="")
    first_reader_account = models.BigIntegerField("初审人账号", null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="并案主件"
    )
    merged_on = models.DateField("并案日期", null=True, blank=True)
    withdraw_asks = models.PositiveSmallIntegerField("申请撤案次数", default=0)
    withdraw_from = models.CharField("申请撤案前的状态", max_length=40, blank=True, default="")
    withdraw_ground = models.CharField("撤案理由", max_length=500, blank=True, default="")
    offline_on = models.DateField("转线下日期", null=True, blank=True)
    offline_by = models.CharField("转线下经办人", max_length=80, blank=True, default="")
    brought_in_on = models.DateField("历史导入日期", null=True, blank=True)
    brought_in_by = models.CharField("历史导入经办人", max_length=80, blank=True, default="")
    source = models.CharField("历史导入来源", max_length=200, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "提案"
        verbose_name_plural = "提案"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "session", "number"],
                condition=~Q(number="") & Q(session__isnull=False),
                name="proposals_number_in_session",
            ),
            models.UniqueConstraint(
                fields=["committee", "serial"], condition=~Q(serial=""), name="proposals_serial_in_committee"
            ),
            models.CheckConstraint(
                condition=Q(collective=False, member__isnull=False)
                | Q(collective=True, organ__isnull=False)
                | Q(brought_in_on__isnull=False),
                name="proposals_has_proposer",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-id"], name="proposals_newest"),
            models.Index(fields=["committee", "state", "-id"], name="proposals_by_state"),
            models.Index(fields=["committee", "category", "-id"], name="proposals_by_category"),
            models.Index(fields=["committee", "received_on"], name="proposals_received"),
            models.Index(fields=["committee", "filed_on"], name="proposals_filed"),
        ]

    def __str__(self) -> str:
        """By number only: the journal keeps this in clear, and a title taken off-line must be erasable (R12.12)."""
        return NAMED.format(called=self.called) if self.called else NAMED_DRAFT

    @property
    def title_for_people(self) -> str:
        """《title》 with the word for a proposal."""
        return TITLE_OF.format(title=self.title)

    @property
    def called(self) -> str:
        """The number it goes by: 案号 once filed, 收件号 once received."""
        return self.number or self.serial

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(State(self.state).label)


class Recommendation(Record):
    """One numbered recommendation of a proposal; replies answer them one by one (R1.19)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="recommendations", verbose_name="提案")
    number = models.PositiveSmallIntegerField("序号")
    text = models.TextField("建议")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "建议"
        verbose_name_plural = "建议"
        ordering: ClassVar[list[str]] = ["proposal_id", "number"]

    def __str__(self) -> str:
        return f"{self.proposal} {self.number}"


class WishedUnit(Record):
    """A unit the proposer wishes as co-unit, kept apart from what is decided (R1.13)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="wished_co_units", verbose_name="提案")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="单位")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "建议会办单位"
        verbose_name_plural = "建议会办单位"

    def __str__(self) -> str:
        return str(self.unit)


class CoSignature(Procedural):
    """An invitation to co-sign and what became of it (R1.27–R1.29)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="cosignatures", verbose_name="提案")
    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="联名委员")
    order = models.PositiveSmallIntegerField("排序")
    invited_on = models.DateField("邀请日期")
    sign_until = models.DateField("确认截止日期", null=True, blank=True)
    decided_on = models.DateField("确认日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "联名"
        verbose_name_plural = "联名"
        ordering: ClassVar[list[str]] = ["proposal_id", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["proposal", "member"],
                condition=Q(state__in=[SignState.INVITED, SignState.SIGNED]),
                name="proposals_cosigner_once",
            )
        ]

    def __str__(self) -> str:
        return COSIGN_OF.format(member=self.member, proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Member and title of the proposal."""
        return COSIGN_OF.format(member=self.member.person.name, proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SignState(self.state).label)


class GroundChosen(Record):
    """A coded ground on which a proposal was not filed; there may be several (R1.44)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="grounds", verbose_name="提案")
    code = models.CharField("依据", max_length=40)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "不予立案依据"
        verbose_name_plural = "不予立案依据"

    def __str__(self) -> str:
        return self.code


class Counter(models.Model):
    """The last running number given in a row of numbers; locked while the next is taken (R1.52)."""

    committee = models.ForeignKey("committee.Committee", models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    value = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = "编号计数"
        verbose_name_plural = "编号计数"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "key"], name="proposals_counter_once")
        ]

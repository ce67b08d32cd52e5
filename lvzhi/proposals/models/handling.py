"""What becomes of a proposal in the units' hands: hand-overs, replies, ratings, leaders."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.proposals.models.text import Proposal
from lvzhi.proposals.vocabulary import (
    ASSIGN_OF,
    AssignState,
    Grade,
    UnitRole,
)
from lvzhi.workflow.models import Procedural


class Assignment(Procedural):
    """The handing-over of a proposal to one unit (R1.53–R1.65)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"opinion"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="assignments", verbose_name="提案")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="承办单位")
    role = models.CharField("承办方式", max_length=10, choices=UnitRole.choices)
    assigned_on = models.DateField("交办日期")
    signed_on = models.DateField("签收日期", null=True, blank=True)
    return_due_on = models.DateField("退回申请期限", null=True, blank=True)
    return_ground = models.CharField("退回理由", max_length=500, blank=True, default="")
    return_asked_on = models.DateField("申请退回日期", null=True, blank=True)
    return_opinion = models.CharField("退回处理意见", max_length=500, blank=True, default="")
    opinion = models.TextField("会办意见", blank=True, default="")
    opinion_on = models.DateField("会办意见日期", null=True, blank=True)
    reminded = models.PositiveSmallIntegerField("催办次数", default=0)
    reminded_on = models.DateField("最近催办日期", null=True, blank=True)
    head_opinion = models.CharField("审签意见", max_length=500, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "交办"
        verbose_name_plural = "交办"
        ordering: ClassVar[list[str]] = ["proposal_id", "role", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["proposal", "unit"],
                condition=~Q(state=AssignState.REPLACED) & Q(voided_at=None),
                name="proposals_unit_once",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "state"], name="proposals_unit_state"),
        ]

    def __str__(self) -> str:
        return ASSIGN_OF.format(unit=self.unit, proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Unit and title of the proposal."""
        return ASSIGN_OF.format(unit=self.unit, proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(AssignState(self.state).label)


class Reply(Record):
    """One round's answer of a lead or separate unit; every round is kept (R1.96)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "contact"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="replies", verbose_name="提案")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="replies", verbose_name="交办")
    round = models.PositiveSmallIntegerField("轮次")
    document = models.CharField("答复文号", max_length=80, blank=True, default="")
    text = models.TextField("答复内容")
    result_class = models.CharField("办理结果类别", max_length=10)
    signer = models.CharField("签发人", max_length=40)
    contact = models.CharField("联系人及电话", max_length=80, blank=True, default="")
    answered_on = models.DateField("答复日期")
    current = models.BooleanField("本轮有效", default=True)
    pending = models.BooleanField("待审签", default=False)
    approver = models.CharField("审签人", max_length=40, blank=True, default="")
    digest = models.CharField("文字指纹", max_length=64, blank=True, default="", db_index=True)
    points_count = models.PositiveSmallIntegerField("逐条回应数", default=0)
    findings = models.CharField("核对提示", max_length=200, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "答复"
        verbose_name_plural = "答复"
        ordering: ClassVar[list[str]] = ["proposal_id", "round", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assignment", "round"], name="proposals_reply_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.proposal} {self.round}"


class Rating(Record):
    """One signatory's rating of one round's answer: attitude and result apart (R1.91)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"attitude", "result", "reason"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="ratings", verbose_name="提案")
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评价人"
    )
    round = models.PositiveSmallIntegerField("轮次")
    attitude = models.CharField("办理态度", max_length=20, choices=Grade.choices)
    result = models.CharField("办理结果", max_length=20, choices=Grade.choices)
    reason = models.CharField("不满意的理由", max_length=500, blank=True, default="")
    rated_on = models.DateField("评价日期")
    final = models.BooleanField("最后一轮", default=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "评价"
        verbose_name_plural = "评价"
        ordering: ClassVar[list[str]] = ["proposal_id", "round", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "member", "round"], name="proposals_rating_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.proposal} {self.round}"


class Leading(Record):
    """Who leads the supervision of a key proposal (R1.97–R1.99)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="leadings", verbose_name="提案")
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="领衔人账号"
    )
    name = models.CharField("领衔人", max_length=40)
    post = models.CharField("职务", max_length=80)
    rank = models.CharField("类别", max_length=40)
    starts = models.DateField("起")
    ends = models.DateField("止", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "领衔督办"
        verbose_name_plural = "领衔督办"

    def __str__(self) -> str:
        return f"{self.post}{self.name}"

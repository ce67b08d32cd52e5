"""What examination leaves beside a proposal: consents to a withdrawal, earlier wording, letters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.committee.models import Record
from lvzhi.proposals.models.handling import Assignment
from lvzhi.proposals.models.text import TITLE_MOST, Proposal
from lvzhi.proposals.vocabulary.entry import LetterKind


class Consent(Record):
    """A signed co-signer's word on a withdrawal that the first proposer asks for (R1.49)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="consents", verbose_name="提案")
    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="联名委员")
    ask = models.PositiveSmallIntegerField("第几次申请")
    agrees = models.BooleanField("同意")
    reason = models.CharField("说明", max_length=500, blank=True, default="")
    given_on = models.DateField("日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "撤案意见"
        verbose_name_plural = "撤案意见"
        ordering: ClassVar[list[str]] = ["proposal_id", "ask", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "member", "ask"], name="proposals_consent_once")
        ]

    def __str__(self) -> str:
        return f"{self.proposal} {self.ask}"


class Wording(Record):
    """The text as it stood before staff changed it; the first one is the proposer's own (R1.30)."""

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"title", "background", "analysis", "survey", "recommendations", "ground"}
    )

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="wordings", verbose_name="提案")
    title = models.CharField("案由", max_length=TITLE_MOST)
    background = models.TextField("背景情况", blank=True, default="")
    analysis = models.TextField("问题分析", blank=True, default="")
    survey = models.TextField("调研过程", blank=True, default="")
    recommendations = models.TextField("具体建议", blank=True, default="")
    ground = models.CharField("修改理由", max_length=200)
    changed_on = models.DateField("修改日期")
    changed_by = models.CharField("修改人", max_length=80)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "提案原文"
        verbose_name_plural = "提案原文"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]

    def __str__(self) -> str:
        return f"{self.proposal} {self.changed_on}"


class Letter(Record):
    """A letter of the proposal committee: its number is given once, however often it is printed (R1.41, R1.53)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="letters", verbose_name="提案")
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="交办"
    )
    kind = models.CharField("种类", max_length=20, choices=LetterKind.choices)
    number = models.CharField("文号", max_length=80)
    addressee = models.CharField("主送", max_length=120)
    issued_on = models.DateField("日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "函件"
        verbose_name_plural = "函件"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]

    def __str__(self) -> str:
        return self.number

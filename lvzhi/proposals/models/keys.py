"""Key proposals: candidates, what bodies think of them, and every act of supervision (R1.97–R1.99)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.proposals.models.text import Proposal
from lvzhi.proposals.vocabulary.keys import CANDIDATE_OF, CandidateState, Stance
from lvzhi.workflow.models import Procedural


class KeyCandidate(Procedural):
    """A proposal on its way to be a key one: nominated, opinions asked, decided by the chairmen's meeting (R1.98)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason", "decision"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="candidacies", verbose_name="提案")
    nominated_by = models.CharField("推荐者", max_length=120)
    reason = models.CharField("推荐理由", max_length=500)
    nominated_on = models.DateField("推荐日期")
    opinions_until = models.DateField("征求意见截止日期", null=True, blank=True)
    meeting = models.CharField("审定会议", max_length=120, blank=True, default="")
    decided_on = models.DateField("审定日期", null=True, blank=True)
    decision = models.CharField("审定说明", max_length=500, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "重点提案候选"
        verbose_name_plural = "重点提案候选"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(state__in=[CandidateState.NOMINATED, CandidateState.ASKED], voided_at=None),
                name="proposals_candidate_once",
            )
        ]

    def __str__(self) -> str:
        return CANDIDATE_OF.format(proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """With the title of the proposal."""
        return CANDIDATE_OF.format(proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(CandidateState(self.state).label)


class KeyOpinion(Record):
    """A body asked for its opinion on a candidate, and what it said (R1.98)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="key_opinions", verbose_name="提案")
    candidate = models.ForeignKey(KeyCandidate, models.PROTECT, related_name="opinions", verbose_name="候选")
    organ = models.ForeignKey("committee.Organ", models.PROTECT, related_name="+", verbose_name="被征求意见的单位")
    asked_on = models.DateField("征求日期")
    stance = models.CharField("意见", max_length=10, choices=Stance.choices, blank=True, default="")
    text = models.CharField("说明", max_length=500, blank=True, default="")
    given_on = models.DateField("提出日期", null=True, blank=True)
    given_by = models.CharField("提出人", max_length=80, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "重点提案征求意见"
        verbose_name_plural = "重点提案征求意见"
        ordering: ClassVar[list[str]] = ["candidate_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["candidate", "organ"], condition=Q(voided_at=None), name="proposals_body_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.candidate} {self.organ}"


class Supervision(Record):
    """One act of supervising a key proposal: which way, when, who took part from both sides, what was agreed."""

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"proposer_side", "unit_side", "others", "points", "agreed", "progress", "next_step"}
    )

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="supervisions", verbose_name="提案")
    way = models.CharField("督办方式", max_length=40)
    form = models.CharField("形式", max_length=40)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=120, blank=True, default="")
    chair = models.CharField("主持人", max_length=120, blank=True, default="")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="参与的界别或专委会"
    )
    proposer_side = models.CharField("提案方参加人", max_length=300, blank=True, default="")
    unit_side = models.CharField("承办方参加人", max_length=300, blank=True, default="")
    others = models.CharField("其他参加人", max_length=300, blank=True, default="")
    both_sides = models.BooleanField("提办双方面对面", default=False)
    points = models.TextField("督办情况")
    agreed = models.TextField("商定事项", blank=True, default="")
    progress = models.TextField("办理进展", blank=True, default="")
    next_step = models.CharField("下一步", max_length=300, blank=True, default="")
    next_on = models.DateField("下次督办日期", null=True, blank=True)
    noted_by = models.CharField("登记人", max_length=80)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "督办"
        verbose_name_plural = "督办"
        ordering: ClassVar[list[str]] = ["proposal_id", "held_on", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "held_on"], name="proposals_supervised_on"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal} {self.held_on}"

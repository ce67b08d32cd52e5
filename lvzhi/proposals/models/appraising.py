"""What a handling unit says of a proposal's quality (R1.92)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.proposals.models.handling import Assignment
from lvzhi.proposals.models.text import Proposal
from lvzhi.proposals.vocabulary.appraising import APPRAISAL_OF, AppraisalState, Quality
from lvzhi.workflow.models import Procedural


class Appraisal(Procedural):
    """One unit's appraisal of the proposal it answered, asked once for each round until it is given."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"score", "grade", "comment", "wanted", "response"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="appraisals", verbose_name="提案")
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="appraisals", verbose_name="交办")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="评议单位")
    round = models.PositiveSmallIntegerField("轮次")
    asked_on = models.DateField("请评议日期")
    score = models.PositiveSmallIntegerField("分数", null=True, blank=True)
    grade = models.CharField("等次", max_length=10, choices=Quality.choices, blank=True, default="")
    comment = models.CharField("评议意见", max_length=500, blank=True, default="")
    given_on = models.DateField("评议日期", null=True, blank=True)
    wanted = models.CharField("请提案者完善的内容", max_length=500, blank=True, default="")
    wanted_on = models.DateField("请完善日期", null=True, blank=True)
    response = models.CharField("提案者回应", max_length=500, blank=True, default="")
    responded_on = models.DateField("回应日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "提案质量评议"
        verbose_name_plural = "提案质量评议"
        ordering: ClassVar[list[str]] = ["proposal_id", "round", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assignment", "round"], name="proposals_appraised_once_a_round")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "given_on"], name="proposals_appraised_on"),
        ]

    def __str__(self) -> str:
        return APPRAISAL_OF.format(unit=self.unit, proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Unit and title of the proposal."""
        return APPRAISAL_OF.format(unit=self.unit, proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(AppraisalState(self.state).label)

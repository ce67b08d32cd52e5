"""A yearly selection of excellent proposals: candidates, who recommended them and why, and what was decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.proposals.models.text import Proposal
from lvzhi.proposals.vocabulary.choosing import CHOSEN_OF, Nominator, Reached, SelectionState
from lvzhi.workflow.models import Procedural


class Selection(Procedural):
    """One round of choosing excellent proposals of a period (R1.104–R1.107)."""

    name = models.CharField("名称", max_length=80)
    starts = models.DateField("立案日期起")
    ends = models.DateField("立案日期止")
    opened_on = models.DateField("开始日期")
    base = models.PositiveIntegerField("立案件数", default=0)
    quota = models.PositiveIntegerField("名额", default=0)
    met_on = models.DateField("主席会议日期", null=True, blank=True)
    decision = models.CharField("会议决定", max_length=200, blank=True, default="")
    decided_on = models.DateField("审定日期", null=True, blank=True)
    opinion = models.CharField("退回意见", max_length=500, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "优秀提案评选"
        verbose_name_plural = "优秀提案评选"
        ordering: ClassVar[list[str]] = ["-starts", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee"],
                condition=~Q(state=SelectionState.DECIDED) & Q(voided_at__isnull=True),
                name="proposals_selection_open_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SelectionState(self.state).label)


class ExcellentCandidate(Record):
    """A proposal that somebody recommended, and how far it came."""

    selection = models.ForeignKey(Selection, models.PROTECT, related_name="candidates", verbose_name="评选")
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="+", verbose_name="提案")
    reached = models.CharField("进度", max_length=20, choices=Reached.choices, default=Reached.NOMINATED)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "优秀提案候选"
        verbose_name_plural = "优秀提案候选"
        ordering: ClassVar[list[str]] = ["selection_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["selection", "proposal"], name="proposals_excellent_once")
        ]

    def __str__(self) -> str:
        return CHOSEN_OF.format(selection=self.selection, proposal=self.proposal)


class Nomination(Record):
    """Who recommended a candidate, in whose name, and why (R1.107)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason"})

    candidate = models.ForeignKey(ExcellentCandidate, models.PROTECT, related_name="nominations", verbose_name="候选")
    kind = models.CharField("推荐方式", max_length=20, choices=Nominator.choices)
    name = models.CharField("推荐者", max_length=120)
    account_id = models.BigIntegerField("推荐者账号", null=True)
    reason = models.CharField("推荐理由", max_length=500)
    nominated_on = models.DateField("推荐日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "优秀提案推荐"
        verbose_name_plural = "优秀提案推荐"
        ordering: ClassVar[list[str]] = ["candidate_id", "id"]

    def __str__(self) -> str:
        return f"{self.candidate} {self.name}"

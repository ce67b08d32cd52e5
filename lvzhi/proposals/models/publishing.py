"""The decision to publish a proposal, and the passages that are left out of the published text (R1.103)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.proposals.models.text import Proposal
from lvzhi.proposals.vocabulary.publishing import PUBLICATION_OF, PublicForm, PublicState
from lvzhi.workflow.models import Procedural

OPEN_PUBLIC = (PublicState.DUE, PublicState.REVIEWING)
STANDING_PUBLIC = (*OPEN_PUBLIC, PublicState.PUBLISHED)


class Publication(Procedural):
    """One decision on publishing, after filing or after a round of answers; its published text is frozen with it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason", "summary", "text", "opinion", "withdraw_ground"})

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="publications", verbose_name="提案")
    round = models.PositiveSmallIntegerField("答复轮次", default=0)
    counted_from = models.DateField("期限起算日", null=True, blank=True)
    form = models.CharField("公开方式", max_length=10, choices=PublicForm.choices, blank=True, default="")
    reason = models.CharField("理由", max_length=500, blank=True, default="")
    summary = models.TextField("摘要", blank=True, default="")
    consent = models.BooleanField("提案者同意公开", default=True)
    drafter = models.CharField("提出人", max_length=80, blank=True, default="")
    drafter_account = models.BigIntegerField("提出人账号", null=True, blank=True)
    proposed_on = models.DateField("提出日期", null=True, blank=True)
    reviewer = models.CharField("审定人", max_length=80, blank=True, default="")
    reviewed_on = models.DateField("审定日期", null=True, blank=True)
    opinion = models.CharField("退回意见", max_length=500, blank=True, default="")
    text = models.TextField("公开文本", blank=True, default="")
    published_on = models.DateField("公开日期", null=True, blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdraw_ground = models.CharField("撤回理由", max_length=500, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "公开"
        verbose_name_plural = "公开"
        ordering: ClassVar[list[str]] = ["proposal_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(state__in=OPEN_PUBLIC, voided_at__isnull=True),
                name="proposals_public_open_once",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(state=PublicState.PUBLISHED, voided_at__isnull=True),
                name="proposals_public_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state", "published_on"], name="proposals_published"),
        ]

    def __str__(self) -> str:
        return PUBLICATION_OF.format(proposal=self.proposal)

    @property
    def title_for_people(self) -> str:
        """Title of the proposal."""
        return PUBLICATION_OF.format(proposal=self.proposal.title_for_people)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PublicState(self.state).label)


class Redaction(Record):
    """A passage left out of the published text; the original keeps it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="redactions", verbose_name="公开")
    text = models.TextField("略去的文字")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "公开时略去的文字"
        verbose_name_plural = "公开时略去的文字"
        ordering: ClassVar[list[str]] = ["publication_id", "id"]

    def __str__(self) -> str:
        return f"{self.publication} {self.pk}"

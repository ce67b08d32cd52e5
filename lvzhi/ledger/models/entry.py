"""What problems and pieces of advice have in common: their words, where they come from, who keeps them."""

from __future__ import annotations

from django.db import models

from lvzhi.ledger.vocabulary.words import SHORTENED
from lvzhi.workflow.models import Procedural

CODE_MOST = 40
NAME_MOST = 120
WORDS_MOST = 500
SHORT = 40


class Kept(Procedural):
    """An entry of the ledger: said by somebody on an occasion, kept by an organ."""

    text = models.TextField("内容")
    theme = models.CharField("方面", max_length=CODE_MOST, blank=True, default="", db_index=True)
    source = models.CharField("来源", max_length=CODE_MOST)
    activity = models.ForeignKey(
        "activities.Activity", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源活动"
    )
    proposal = models.ForeignKey(
        "proposals.Proposal", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源提案"
    )
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源项目"
    )
    contact = models.ForeignKey(
        "contacts.Contact", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源联系"
    )
    meeting = models.ForeignKey(
        "party.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源组织生活"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记机构"
    )
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Procedural.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.title_for_people

    @property
    def title_for_people(self) -> str:
        """The beginning of its words."""
        flat = " ".join(self.text.split())
        return flat if len(flat) <= SHORT else SHORTENED.format(text=flat[:SHORT])

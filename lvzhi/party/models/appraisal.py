"""The yearly appraisal of Party members 民主评议党员: a branch's, and each member's own line in it (R10.3, R10.4)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.party.models.life import CODE_MOST, WORDS_MOST, Meeting
from lvzhi.party.models.register import NAME_MOST, Body
from lvzhi.party.vocabulary import APPRAISAL_TITLE, LINE_TITLE, AppraisalState, LineState
from lvzhi.workflow.models import Procedural


class Appraisal(Procedural):
    """A branch's appraisal of its members for one year (R10.3, R10.4).

    ``meeting`` is the members' meeting that appraised, ``ballot`` its secret ballot where the branch wanted one: both
    are tied, so that who came and how many voted for what stand in one place.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"note"})

    body = models.ForeignKey(Body, models.PROTECT, related_name="appraisals", verbose_name="党组织")
    year = models.PositiveSmallIntegerField("年度")
    account_by = models.DateField("个人自评截止日期")
    by_ballot = models.BooleanField("无记名投票测评", default=False)
    ballot = models.ForeignKey(
        "ballots.Ballot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="无记名测评"
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评议大会"
    )
    note = models.CharField("评定说明", max_length=WORDS_MOST, blank=True, default="")
    ground = models.CharField("退回意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "民主评议党员"
        verbose_name_plural = "民主评议党员"
        ordering: ClassVar[list[str]] = ["-year", "body_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "year"], condition=Q(voided_at=None), name="party_appraisal_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "year"], name="party_appraisal_committee"),
        ]

    def __str__(self) -> str:
        return APPRAISAL_TITLE.format(body=self.body.name, year=self.year)

    @property
    def title_for_people(self) -> str:
        """Whose, and of which year."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(AppraisalState(self.state).label)


class Appraised(Procedural):
    """One member in it: the own account, the grade; told to the member once it is confirmed (R10.4)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "grade"})

    appraisal = models.ForeignKey("party.Appraisal", models.PROTECT, related_name="lines", verbose_name="民主评议党员")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="党员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    called = models.CharField("票上的称呼", max_length=NAME_MOST)
    text = models.TextField("个人自评", blank=True, default="")
    grade = models.CharField("评定等次", max_length=CODE_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "党员评议结果"
        verbose_name_plural = "党员评议结果"
        ordering: ClassVar[list[str]] = ["appraisal_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["appraisal", "person"], name="party_appraised_once"),
        ]

    def __str__(self) -> str:
        return LINE_TITLE.format(name=self.name, year=self.appraisal.year)

    @property
    def title_for_people(self) -> str:
        """Whose, and of which year."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(LineState(self.state).label)

"""Party organisations and who sits in them (R10.1, R10.2, R10.7)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.party.vocabulary import BodyKind, Form, Post
from lvzhi.people.models import Dated

NAME_MOST = 120


class Body(Dated):
    """A Party organisation: Party group, general branch, branch (R10.1, R10.7)."""

    kind = models.CharField("类型", max_length=16, choices=BodyKind.choices, default=BodyKind.BRANCH)
    form = models.CharField("设立方式", max_length=16, choices=Form.choices, default=Form.FIXED)
    name = models.CharField("名称", max_length=NAME_MOST)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在机构"
    )
    above = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name="上级党组织"
    )
    has_board = models.BooleanField("设支部委员会", default=False)
    groups = models.PositiveSmallIntegerField("党小组数", default=0)
    decided_by = models.CharField("设立依据", max_length=NAME_MOST, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "党组织"
        verbose_name_plural = "党组织"
        ordering: ClassVar[list[str]] = ["committee_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="party_body_dates"),
            models.UniqueConstraint(
                fields=["committee", "name"], condition=Q(ends=None, voided_at=None), name="party_body_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def rhythm(self) -> str:
        """Under which word the table of meetings speaks of it."""
        return self.form if self.kind == BodyKind.BRANCH else self.kind


class Seat(Dated):
    """Somebody's place in a Party organisation, with the post held there."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats", verbose_name="党组织")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="党员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    post = models.CharField("职务", max_length=16, choices=Post.choices, default=Post.MEMBER)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "党组织成员"
        verbose_name_plural = "党组织成员"
        ordering: ClassVar[list[str]] = ["body_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="party_seat_dates"),
            models.UniqueConstraint(
                fields=["body", "person"], condition=Q(ends=None, voided_at=None), name="party_seat_once"
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(post=Post.SECRETARY, ends=None, voided_at=None),
                name="party_one_secretary",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "starts"], name="party_seat_person")]

    def __str__(self) -> str:
        return self.name

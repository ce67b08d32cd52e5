"""Pairs of the contact network, and each contact (R6.18)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.contacts.vocabulary.states import ContactState, Ended, Target
from lvzhi.contacts.vocabulary.words import ARROW
from lvzhi.people.models import Dated
from lvzhi.workflow.models import Procedural

CODE_MOST = 40
NAME_MOST = 200
WORDS_MOST = 200
TEXT_MOST = 2000


class Pair(Dated):
    """That a member keeps in touch with somebody or something from a day until a day, under one kind of the scheme."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"scheme"})  # it may tell who is of which party

    scheme = models.CharField("联系制度", max_length=CODE_MOST)
    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="联系人")
    target = models.CharField("对象类别", max_length=8, choices=Target.choices)
    other = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联系的委员"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联系的界别或机构"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联系的单位"
    )
    far = models.CharField("对象标识", max_length=CODE_MOST + 10, editable=False)
    near_name = models.CharField("联系人姓名", max_length=NAME_MOST)
    far_name = models.CharField("联系对象", max_length=NAME_MOST)
    why_ended = models.CharField("结束原因", max_length=10, choices=Ended.choices, blank=True, default="")
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "联系对子"
        verbose_name_plural = "联系对子"
        ordering: ClassVar[list[str]] = ["committee_id", "scheme", "member_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="contacts_pair_dates"),
            models.CheckConstraint(condition=Q(other=None) | ~Q(other=F("member")), name="contacts_not_oneself"),
            models.UniqueConstraint(
                fields=["committee", "scheme", "member", "far"],
                condition=Q(ends=None, voided_at=None),
                name="contacts_pair_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "scheme", "starts"], name="contacts_pair_scheme"),
            models.Index(fields=["far"], name="contacts_pair_far"),
        ]

    def __str__(self) -> str:
        return ARROW.format(near=self.near_name, far=self.far_name)

    @property
    def title_for_people(self) -> str:
        """Who keeps in touch with whom."""
        return str(self)

    @staticmethod
    def key_of(target: str, pk: Any) -> str:
        """What names a far end in one column: a person whatever the term, an organ, a unit, a record."""
        return f"{target}:{pk}"


class Contact(Procedural):
    """One contact: when, by what mode, what about, which problem, what follows (R6.18)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"topic", "problem", "result"})

    pair = models.ForeignKey(Pair, models.PROTECT, related_name="contacts", verbose_name="联系对子")
    met_on = models.DateField("联系日期")
    mode = models.CharField("联系方式", max_length=CODE_MOST)
    topic = models.CharField("谈了什么", max_length=WORDS_MOST, blank=True, default="")
    problem = models.TextField("反映的问题", blank=True, default="")
    follow_on = models.DateField("跟进日期", null=True, blank=True)
    followed_on = models.DateField("跟进完成日期", null=True, blank=True)
    result = models.TextField("跟进结果", blank=True, default="")
    for_other = models.BooleanField("代录", default=False)
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "联系记录"
        verbose_name_plural = "联系记录"
        ordering: ClassVar[list[str]] = ["-met_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-met_on", "-id"], name="contacts_contact_day"),
            models.Index(fields=["pair", "met_on"], name="contacts_contact_pair"),
        ]

    def __str__(self) -> str:
        return str(self.pair)

    @property
    def title_for_people(self) -> str:
        """Who contacted whom."""
        return str(self.pair)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ContactState(self.state).label)

"""Outgoing documents, where they went, and what leaders wrote on them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.papers.vocabulary import (
    COMMENT_OF,
    SERIES_NO,
    CommentState,
    Handover,
    PaperState,
    Receiver,
)
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
NUMBER_MOST = 80
WORDS_MOST = 500
CODE_MOST = 40


class Paper(Procedural):
    """An outgoing document: report, motion, minutes, opinion paper, prompt, circular (R3.5, R3.11, R4.8)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"title", "text", "opinion"})

    kind = models.CharField("种类", max_length=CODE_MOST)
    title = models.CharField("标题", max_length=TITLE_MOST)
    text = models.TextField("正文", blank=True, default="")
    addressee = models.CharField("主送", max_length=WORDS_MOST, blank=True, default="")
    copies = models.CharField("抄送", max_length=WORDS_MOST, blank=True, default="")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草机构"
    )
    drafter = models.CharField("起草人", max_length=NAME_MOST, blank=True, default="")
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草人账号"
    )
    for_members = models.BooleanField("委员可查看", default=True)
    checker = models.CharField("核稿人", max_length=NAME_MOST, blank=True, default="")
    opinion = models.CharField("核稿意见", max_length=WORDS_MOST, blank=True, default="")
    signer = models.CharField("签发人", max_length=NAME_MOST, blank=True, default="")
    number = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    series_no = models.PositiveSmallIntegerField("期号", null=True, blank=True)
    dated_on = models.DateField("成文日期", null=True, blank=True)
    issued_on = models.DateField("签发日期", null=True, blank=True)
    sent_on = models.DateField("发出日期", null=True, blank=True)
    ground = models.CharField("撤销理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "文书"
        verbose_name_plural = "文书"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "number"], condition=~Q(number="") & Q(voided_at=None), name="papers_number_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "dated_on", "id"], name="papers_dated"),
            models.Index(fields=["committee", "kind", "-id"], name="papers_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    @property
    def called(self) -> str:
        """Number, or number of the issue."""
        return self.number or (SERIES_NO.format(number=self.series_no) if self.series_no else "")

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PaperState(self.state).label)


class Dispatch(Record):
    """That a document went to somebody on a day, and when they received it."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="dispatches", verbose_name="文书")
    receiver = models.CharField("对象", max_length=10, choices=Receiver.choices)
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    to_committee = models.ForeignKey(
        "committee.Committee", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收文政协组织"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="内设机构"
    )
    name = models.CharField("收文者", max_length=NAME_MOST)
    how = models.CharField("方式", max_length=10, choices=Handover.choices, default=Handover.EXCHANGE)
    sent_on = models.DateField("发出日期")
    receipt_on = models.DateField("签收日期", null=True, blank=True)
    receipt_by = models.CharField("签收人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "发送记录"
        verbose_name_plural = "发送记录"
        ordering: ClassVar[list[str]] = ["paper_id", "sent_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(receipt_on=None) | Q(receipt_on__gte=F("sent_on")), name="papers_receipt_after"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Comment(Procedural):
    """A leader's comment 批示 on a document, handed to a unit, answered, with its result (R3.11)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words", "answer"})

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="comments", verbose_name="文书")
    leader = models.CharField("领导姓名", max_length=NAME_MOST)
    post = models.CharField("职务", max_length=NAME_MOST)
    rank = models.CharField("层级", max_length=CODE_MOST)
    commented_on = models.DateField("批示日期")
    words = models.TextField("批示内容")
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承接单位"
    )
    handed_on = models.DateField("转办日期", null=True, blank=True)
    until = models.DateField("要求反馈日期", null=True, blank=True)
    answered_on = models.DateField("反馈日期", null=True, blank=True)
    answer = models.TextField("反馈情况", blank=True, default="")
    result = models.CharField("办理结果", max_length=CODE_MOST, blank=True, default="")
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "领导批示"
        verbose_name_plural = "领导批示"
        ordering: ClassVar[list[str]] = ["-commented_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "commented_on", "id"], name="papers_commented"),
        ]

    def __str__(self) -> str:
        return COMMENT_OF.format(leader=self.leader, paper=self.paper)

    @property
    def title_for_people(self) -> str:
        """Whose comment, on what."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(CommentState(self.state).label)


class Counter(models.Model):
    """The last running number given in a row of numbers; locked while the next is taken."""

    committee = models.ForeignKey("committee.Committee", models.PROTECT, related_name="+")
    key = models.CharField(max_length=NUMBER_MOST)
    value = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = "文号计数"
        verbose_name_plural = "文号计数"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "key"], name="papers_counter_once")
        ]

"""Items with their authors, where they were placed, what became of them; small suggestions (R2.1–R2.12)."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.journal.fields import SecretField
from lvzhi.journal.secrets import mask_phone
from lvzhi.opinions.vocabulary.states import Channel, ConcernState, How, Source, SuggestionState, Turn
from lvzhi.opinions.vocabulary.words import NAMED, NAMED_DRAFT, SUGGESTED
from lvzhi.ui import formats
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500
CODE_MOST = 40
MARK_MOST = 64


def few(label: str, most: int = WORDS_MOST) -> models.CharField[Any, Any]:
    """A few words that may be missing."""
    return models.CharField(label, max_length=most, blank=True, default="")


class Concern(Procedural):
    """One matter reported: the author's text stays as handed in, the edited one stands beside it (R2.3, R2.10)."""

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"title", "situation", "analysis", "suggestion", "edited_title", "edited", "ground", "use_note", "chain"}
    )

    title = models.CharField("标题", max_length=TITLE_MOST)
    category = models.CharField("类别", max_length=CODE_MOST)
    situation = models.TextField("情况反映")
    analysis = models.TextField("原因分析", blank=True, default="")
    suggestion = models.TextField("意见建议", blank=True, default="")
    chars = models.PositiveIntegerField("字数", default=0)
    source = models.CharField("来源", max_length=10, choices=Source.choices)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="反映机构"
    )
    urgent = models.BooleanField("紧急", default=False)
    publish = models.BooleanField("同意公开", default=True)
    publish_ground = few("不同意公开的理由")
    hidden = models.BooleanField("对办理单位隐去姓名", default=False)
    by_staff = models.BooleanField("机关代交", default=False)
    entered_by = models.CharField("录入人", max_length=NAME_MOST)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="录入人账号"
    )
    """Who wrote it here; none where it came from another committee."""
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed", verbose_name="连续反映的前一篇"
    )
    submitted_on = models.DateField("提交日期", null=True, blank=True)
    screened_on = models.DateField("筛选日期", null=True, blank=True)
    screened_by = few("筛选人", NAME_MOST)
    ground = few("退回、留存或转线下的理由")
    use_note = few("采用说明")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="合并到"
    )
    edited_title = few("编辑后标题", TITLE_MOST)
    edited = models.TextField("编辑稿", blank=True, default="")
    edited_on = models.DateField("编辑日期", null=True, blank=True)
    edited_by = few("编辑人", NAME_MOST)
    editor = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="编辑人账号"
    )
    checked_on = models.DateField("核稿日期", null=True, blank=True)
    checked_by = few("核稿人", NAME_MOST)
    issued_on = models.DateField("首次编发日期", null=True, blank=True)
    origin = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="risen", verbose_name="下级政协的原件"
    )
    origin_uid = models.UUIDField("原件编号", null=True, blank=True)
    origin_committee = models.ForeignKey(
        "committee.Committee", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报送的政协组织"
    )
    chain = models.JSONField("上报链", default=list, blank=True)
    """Where it has been, the first committee first: `uid`, `committee` (its code), `name`, `title`, `authors`, `on`."""

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "社情民意信息"
        verbose_name_plural = "社情民意信息"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "origin_uid"],
                condition=Q(origin_uid__isnull=False) & Q(voided_at=None),
                name="opinions_arrived_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "submitted_on", "id"], name="opinions_submitted"),
            models.Index(fields=["committee", "issued_on", "id"], name="opinions_issued"),
            models.Index(fields=["origin_uid"], name="opinions_origin"),
        ]

    def __str__(self) -> str:
        """By its day only: the journal keeps this in clear, and a title taken off-line must be erasable (R12.12)."""
        return NAMED.format(day=formats.day(self.submitted_on)) if self.submitted_on else NAMED_DRAFT

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    @property
    def current_title(self) -> str:
        """The title in force."""
        return self.edited_title or self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ConcernState(self.state).label)


class Author(Record):
    """Who reports it: a person known here, or somebody outside by name (R2.6)."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="authors", verbose_name="信息")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="人员"
    )
    name = models.CharField("姓名", max_length=NAME_MOST)
    unit = few("单位和职务", NAME_MOST)
    place = models.PositiveSmallIntegerField("顺序", default=1)
    merged_from = models.ForeignKey(
        Concern, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="随哪一篇并入"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "反映人"
        verbose_name_plural = "反映人"
        ordering: ClassVar[list[str]] = ["concern_id", "place", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["concern", "person"],
                condition=Q(person__isnull=False) & Q(voided_at=None),
                name="opinions_author_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Placing(Record):
    """That an item stands in an issue or a special report; one item may stand in several (R2.12)."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="placings", verbose_name="信息")
    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="+", verbose_name="编入的文书")
    place = models.PositiveSmallIntegerField("顺序", default=1)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "编入"
        verbose_name_plural = "编入"
        ordering: ClassVar[list[str]] = ["paper_id", "place", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["concern", "paper"], condition=Q(voided_at=None), name="opinions_placed_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.paper_id)


class Trace(Record):
    """One turn 去向 of an item: sent, received, adopted, commented, handed over, answered; by level (R2.9, R2.12).

    ``event`` is the uid of what it tells of (a dispatch, an issue, a comment …): the same event told again, or by
    another channel, stands once.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"words"})

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="traces", verbose_name="信息")
    turn = models.CharField("去向", max_length=10, choices=Turn.choices)
    level = models.CharField("层级", max_length=CODE_MOST)
    body = models.CharField("机关或领导", max_length=NAME_MOST)
    by_committee = models.ForeignKey(
        "committee.Committee", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="政协组织"
    )
    on = models.DateField("日期")
    how = models.CharField("采用方式", max_length=12, choices=How.choices, blank=True, default="")
    words = models.TextField("内容", blank=True, default="")
    document = few("文件或期号", NAME_MOST)
    until = models.DateField("要求反馈日期", null=True, blank=True)
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所据文书"
    )
    comment = models.ForeignKey(
        "papers.Comment", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所据批示"
    )
    event = models.UUIDField("事件编号", default=uuid.uuid4)
    channels = models.JSONField("得知途径", default=list, blank=True)
    """How it became known: `Channel` values with the day, `{"how", "on", "by"}`."""

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "信息去向"
        verbose_name_plural = "信息去向"
        ordering: ClassVar[list[str]] = ["concern_id", "on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["concern", "turn", "event"], condition=Q(voided_at=None), name="opinions_heard_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "turn", "on", "id"], name="opinions_turns"),
        ]

    def __str__(self) -> str:
        return self.body

    @property
    def known_by(self) -> list[str]:
        """The channels by which it became known, in Chinese."""
        return [str(Channel(one["how"]).label) for one in self.channels]


class Suggestion(Procedural):
    """A citizen's small suggestion 微建议, moderated before anyone else reads it; off unless a committee opens it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "name", "place", "reply", "ticket", "mark"})

    text = models.TextField("建议内容")
    place = few("小区、村寨或地点", NAME_MOST)
    name = few("称呼", NAME_MOST)
    phone = SecretField("联系电话", blank=True, default="", mask=mask_phone)
    ticket = models.CharField("查询码", max_length=CODE_MOST, unique=True)
    mark = few("来源标记", MARK_MOST)
    """Keyed digest of address and day: how many came from one place today, and nothing else."""
    offered_on = models.DateField("提交日期")
    reply = few("回复")
    answered_on = models.DateField("回复日期", null=True, blank=True)
    concern = models.ForeignKey(
        Concern, models.PROTECT, null=True, blank=True, related_name="suggestions", verbose_name="转成的信息"
    )

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "微建议"
        verbose_name_plural = "微建议"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "offered_on", "id"], name="opinions_offered"),
        ]

    def __str__(self) -> str:
        """By its day only: the journal keeps this in clear."""
        return SUGGESTED.format(day=formats.day(self.offered_on))

    @property
    def title_for_people(self) -> str:
        """By its day: the text itself is not for a heading."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SuggestionState(self.state).label)

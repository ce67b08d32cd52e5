"""Calls, clues, manuscripts with their reviews, issues with their articles; outlets and what they published (R11.4)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.journal.fields import SecretField
from lvzhi.journal.secrets import mask_phone
from lvzhi.publications.vocabulary.states import (
    AuthorKind,
    CallState,
    ClueState,
    IssueState,
    ManuscriptState,
    OutletKind,
    Witness,
)
from lvzhi.publications.vocabulary.words import ISSUE_NAME, ORGAN
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500
URL_MOST = 500
CODE_MOST = 40
DIGITS, PLACES = 12, 2  # of a fee in yuan


def of_organ() -> models.ForeignKey[Any, Any]:
    """The organ that has it in hand."""
    return models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=ORGAN
    )


def few(label: str, most: int = WORDS_MOST) -> models.CharField[Any, Any]:
    """A few words that may be missing."""
    return models.CharField(label, max_length=most, blank=True, default="")


class Call(Procedural):
    """That materials on a topic are asked for until a day."""

    title = models.CharField("征集题目", max_length=TITLE_MOST)
    topic = models.TextField("征集内容")
    span = few("所涉时段", NAME_MOST)
    starts_on = models.DateField("开始日期")
    until = models.DateField("截止日期")
    organ = of_organ()
    contact = few("联系人和电话", NAME_MOST)
    entered_by = models.CharField("发布人", max_length=NAME_MOST)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "文史征集"
        verbose_name_plural = "文史征集"
        ordering: ClassVar[list[str]] = ["-starts_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__gte=F("starts_on")), name="publications_call_dates"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(CallState(self.state).label)


class Clue(Procedural):
    """That somebody knows of something worth writing down."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "knows", "suggested", "phone", "ground"})

    call = models.ForeignKey(Call, models.PROTECT, null=True, blank=True, related_name="clues", verbose_name="所属征集")
    topic = models.CharField("线索题目", max_length=TITLE_MOST)
    text = models.TextField("线索内容")
    span = models.CharField("所涉时段", max_length=NAME_MOST)
    knows = models.CharField("知情人", max_length=WORDS_MOST)
    suggested = models.CharField("建议作者", max_length=NAME_MOST)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提供人"
    )
    provider = models.CharField("提供人姓名", max_length=NAME_MOST)
    unit = few("提供人单位", NAME_MOST)
    phone = SecretField("提供人电话", blank=True, default="", mask=mask_phone)
    offered_on = models.DateField("提供日期")
    writer_person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="约稿委员"
    )
    writer = few("撰稿人", NAME_MOST)
    write_by = models.DateField("约定交稿日期", null=True, blank=True)
    ground = few("未采用理由")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "文史线索"
        verbose_name_plural = "文史线索"
        ordering: ClassVar[list[str]] = ["-offered_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "offered_on", "id"], name="publications_offered"),
        ]

    def __str__(self) -> str:
        return self.topic

    @property
    def title_for_people(self) -> str:
        """Its topic."""
        return self.topic

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ClueState(self.state).label)


class Manuscript(Procedural):
    """A manuscript: the author's text stays as handed in, the edited one stands beside it from the second review on."""

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"text", "edited", "ground", "facts_note", "edit_note", "final_note"}
    )

    title = models.CharField("题目", max_length=TITLE_MOST)
    witness = models.CharField("三亲", max_length=10, choices=Witness.choices)
    author_kind = models.CharField("作者类别", max_length=10, choices=AuthorKind.choices)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员"
    )
    organ = of_organ()
    author = models.CharField("署名", max_length=NAME_MOST)
    span = few("所涉时段", NAME_MOST)
    call = models.ForeignKey(
        Call, models.PROTECT, null=True, blank=True, related_name="manuscripts", verbose_name="所属征集"
    )
    clue = models.ForeignKey(
        Clue, models.PROTECT, null=True, blank=True, related_name="manuscripts", verbose_name="所据线索"
    )
    text = models.TextField("原稿", blank=True, default="")
    edited = models.TextField("编辑稿", blank=True, default="")
    chars = models.PositiveIntegerField("字数", default=0)
    by_staff = models.BooleanField("机关代交", default=False)
    entered_by = models.CharField("录入人", max_length=NAME_MOST)
    submitted_on = models.DateField("交稿日期", null=True, blank=True)
    checked_on = models.DateField("初审日期", null=True, blank=True)
    checked_by = few("初审人", NAME_MOST)
    facts_note = few("史实核对情况")
    edited_on = models.DateField("复审日期", null=True, blank=True)
    edited_by = few("复审人", NAME_MOST)
    edit_note = few("编辑说明")
    approved_on = models.DateField("终审日期", null=True, blank=True)
    approved_by = few("终审人", NAME_MOST)
    final_note = few("终审意见")
    ground = few("退回或不予采用理由")
    authorised_on = models.DateField("收到授权书日期", null=True, blank=True)
    fee = models.DecimalField("稿酬（元）", max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    paid_on = models.DateField("支付日期", null=True, blank=True)
    receipt = few("支付凭证号", NAME_MOST)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "文史稿件"
        verbose_name_plural = "文史稿件"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "submitted_on", "id"], name="publications_submitted"),
            models.Index(fields=["committee", "paid_on"], name="publications_paid"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    @property
    def current(self) -> str:
        """The text in force: the edited one where there is one."""
        return self.edited or self.text

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ManuscriptState(self.state).label)


class Issue(Procedural):
    """An issue of a series: laid out, printed with a number, distributed."""

    series = models.CharField("刊名", max_length=NAME_MOST)
    number = models.CharField("期号", max_length=NAME_MOST)
    theme = few("专题", TITLE_MOST)
    editor = few("主编", NAME_MOST)
    organ = of_organ()
    laid_on = models.DateField("排版日期", null=True, blank=True)
    printed_on = models.DateField("印刷日期", null=True, blank=True)
    internal = few("准印证号或内部编号", NAME_MOST)
    copies = models.PositiveIntegerField("印数", null=True, blank=True)
    articles_count = models.PositiveIntegerField("篇数", default=0)
    counted = models.PositiveIntegerField("统计字数", default=0)
    declared = models.PositiveIntegerField("申报字数", null=True, blank=True)
    chars = models.PositiveIntegerField("字数", default=0)
    sent_on = models.DateField("发放日期", null=True, blank=True)
    sent_copies = models.PositiveIntegerField("发放册数", null=True, blank=True)
    sent_to = few("发放范围")
    ground = few("撤回理由")
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "文史资料一期"
        verbose_name_plural = "文史资料各期"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "series", "number"], condition=Q(voided_at=None), name="publications_issue_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "printed_on", "id"], name="publications_printed"),
        ]

    def __str__(self) -> str:
        return ISSUE_NAME.format(series=self.series, number=self.number)

    @property
    def title_for_people(self) -> str:
        """Its series and number."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(IssueState(self.state).label)


class Article(Record):
    """One line of an issue's contents: a manuscript, or only its title where the issue was printed without this system.

    What the issue was printed with stands here; until then a manuscript speaks for itself.
    """

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="articles", verbose_name="期")
    manuscript = models.ForeignKey(
        Manuscript, models.PROTECT, null=True, blank=True, related_name="placings", verbose_name="稿件"
    )
    title = models.CharField("题目", max_length=TITLE_MOST)
    author = few("作者", NAME_MOST)
    column = few("栏目", NAME_MOST)
    place = models.PositiveIntegerField("顺序")
    chars = models.PositiveIntegerField("字数", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "目录篇目"
        verbose_name_plural = "目录篇目"
        ordering: ClassVar[list[str]] = ["issue_id", "place", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["manuscript"],
                condition=Q(voided_at=None, manuscript__isnull=False),
                name="publications_article_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Outlet(Record):
    """Where something is published: a newspaper, a site, an account; its own ones too (M31)."""

    name = models.CharField("媒体名称", max_length=NAME_MOST)
    kind = models.CharField("类型", max_length=10, choices=OutletKind.choices)
    level = models.CharField("层级", max_length=CODE_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "媒体"
        verbose_name_plural = "媒体"
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "name"], condition=Q(voided_at=None), name="publications_outlet_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Coverage(Record):
    """One report published by an outlet on a day, with its address or a copy of it (M31)."""

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="items", verbose_name="媒体")
    level = models.CharField("层级", max_length=CODE_MOST)
    title = models.CharField("标题", max_length=TITLE_MOST)
    published_on = models.DateField("发布日期")
    url = models.CharField("网址", max_length=URL_MOST, blank=True, default="")
    organ = of_organ()
    author = few("撰稿人", NAME_MOST)
    words = few("说明")
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "宣传报道"
        verbose_name_plural = "宣传报道"
        ordering: ClassVar[list[str]] = ["-published_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "published_on", "id"], name="publications_item_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

"""Reports with their sections, versions of sections, remarks, and what the figures came to on an occasion."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from lvzhi.committee.models import Record
from lvzhi.reports.vocabulary import senses
from lvzhi.reports.vocabulary.states import FROZEN, CopyForm, Origin, ReadingKind, RemarkState, ReportKind, ReportState
from lvzhi.reports.vocabulary.words import COPY_OF, REMARK_ON, REVISION, TITLED
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
HEADING_MOST = 200
NAME_MOST = 120
NUMBER_MOST = 80
WORDS_MOST = 1000
PERIOD_MOST = 40
KEY_MOST = 80
TOKEN_MOST = 400


def _account(words: str) -> Any:
    return models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=words
    )


class Report(Procedural):
    """A report of a committee and period, written by several people, signed by one."""

    kind = models.CharField("种类", max_length=10, choices=ReportKind.choices, default=ReportKind.SUMMARY)
    title = models.CharField("标题", max_length=TITLE_MOST)
    period = models.CharField("时段", max_length=PERIOD_MOST)
    below = models.BooleanField("连同所属各级", default=False)
    tables = models.JSONField("附表", default=list, blank=True)
    account = _account("起草人账号")
    drafter = models.CharField("起草人", max_length=NAME_MOST, blank=True, default="")
    note = models.CharField("送审说明或退回意见", max_length=WORDS_MOST, blank=True, default="")
    reviewer = models.CharField("审核人", max_length=NAME_MOST, blank=True, default="")
    reviewed_on = models.DateField("审核日期", null=True, blank=True)
    signer = models.CharField("签发人", max_length=NAME_MOST, blank=True, default="")
    signed_on = models.DateField("签发日期", null=True, blank=True)
    document_no = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    sealed_on = models.DateField("归档日期", null=True, blank=True)
    ground = models.CharField("撤回理由", max_length=WORDS_MOST, blank=True, default="")
    published_on = models.DateField("公开日期", null=True, blank=True)
    taken_down_on = models.DateField("撤回公开日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "报告"
        verbose_name_plural = "报告"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["committee", "-id"], name="reports_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title in book marks."""
        return TITLED.format(title=self.title)

    @property
    def is_frozen(self) -> bool:
        """Whether its figures are those of its signing."""
        return self.state in FROZEN

    @property
    def is_public(self) -> bool:
        """Whether it stands on the public site, where the committee has one."""
        out = self.published_on is not None and self.taken_down_on is None
        return out and self.is_frozen and self.voided_at is None

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ReportState(self.state).label)


class Section(Record):
    """A part of a report, written by itself; its text is its latest revision."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sections", verbose_name="报告")
    order = models.PositiveSmallIntegerField("次序")
    latest = models.PositiveIntegerField("现行稿次", default=1)
    account = _account("起草人账号")
    drafter = models.CharField("起草人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "报告的一节"
        verbose_name_plural = "报告的各节"
        ordering: ClassVar[list[str]] = ["report_id", "order", "id"]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.order}"


class Revision(Record):
    """A version of a section's heading and text, kept for good."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    section = models.ForeignKey(Section, models.PROTECT, related_name="revisions", verbose_name="节")
    number = models.PositiveIntegerField("第几稿")
    heading = models.CharField("标题", max_length=HEADING_MOST)
    text = models.TextField("正文", blank=True, default="")
    account = _account("修改人账号")
    who = models.CharField("修改人", max_length=NAME_MOST, blank=True, default="")
    origin = models.CharField("由来", max_length=10, choices=Origin.choices, default=Origin.WRITTEN)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "稿次"
        verbose_name_plural = "稿次"
        ordering: ClassVar[list[str]] = ["section_id", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["section", "number"], name="reports_revision_once")
        ]

    def __str__(self) -> str:
        return REVISION.format(heading=self.heading, number=self.number)


class Remark(Procedural):
    """What somebody has to say of a section or of words in it, what was answered, that it is settled."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"quote", "text", "answer"})

    section = models.ForeignKey(Section, models.PROTECT, related_name="remarks", verbose_name="节")
    quote = models.CharField("所引文字", max_length=WORDS_MOST, blank=True, default="")
    text = models.CharField("批注", max_length=WORDS_MOST)
    account = _account("提出人账号")
    who = models.CharField("提出人", max_length=NAME_MOST, blank=True, default="")
    answer = models.CharField("答复", max_length=WORDS_MOST, blank=True, default="")
    answerer = models.CharField("答复人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "报告批注"
        verbose_name_plural = "报告批注"
        ordering: ClassVar[list[str]] = ["section_id", "id"]

    def __str__(self) -> str:
        return REMARK_ON.format(who=self.who)

    @property
    def title_for_people(self) -> str:
        """Whose remark."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(RemarkState(self.state).label)


class Reading(Record):
    """The figures of a report as read on one occasion; the one of the signing is what the report says for good.

    ``grids`` holds its tables as `composing.grids.Grid` writes them: which lines they have, and the token of each cell.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="readings", verbose_name="报告")
    number = models.PositiveIntegerField("第几次")
    kind = models.CharField("缘由", max_length=10, choices=ReadingKind.choices)
    as_of = models.DateTimeField("数据截至")
    account = _account("读取人账号")
    who = models.CharField("读取人", max_length=NAME_MOST, blank=True, default="")
    grids = models.JSONField("附表", default=list, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "报告数据"
        verbose_name_plural = "报告数据"
        ordering: ClassVar[list[str]] = ["report_id", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "number"], name="reports_reading_once")
        ]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.number}"


class Frozen(Record):
    """One figure of a reading: value, definition and rows.

    ``cuts`` holds (dimension, value, label) triples. ``rows`` holds for each side of the figure ("" or "part" and
    "whole") the rows as [key, what it adds]: the field's value of a sum or of distinct values, else "". A figure of
    more rows than the norm ``reports.rows_most`` keeps none of them (``whole`` is false), only their digest.
    """

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="figures", verbose_name="报告数据")
    token = models.CharField("数据", max_length=TOKEN_MOST)
    figure = models.CharField("指标", max_length=KEY_MOST)
    name = models.CharField("指标名称", max_length=TOKEN_MOST)
    unit = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")
    cuts = models.JSONField("分组", default=list)
    below = models.BooleanField("连同所属各级", default=False)
    period = models.CharField("时段", max_length=PERIOD_MOST)
    starts = models.DateField("起")
    ends = models.DateField("止")
    value = models.DecimalField("数值", max_digits=24, decimal_places=2, null=True, blank=True)
    numerator = models.BigIntegerField("分子", null=True, blank=True)
    denominator = models.BigIntegerField("分母", null=True, blank=True)
    low = models.DecimalField("最少", max_digits=24, decimal_places=2, null=True, blank=True)
    high = models.DecimalField("最多", max_digits=24, decimal_places=2, null=True, blank=True)
    fingerprint = models.CharField("口径指纹", max_length=64)
    meaning = models.TextField("口径")
    rows = models.JSONField("明细", default=dict)
    digest = models.CharField("明细摘要", max_length=64)
    whole = models.BooleanField("明细全部保留", default=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "固定的数据"
        verbose_name_plural = "固定的数据"
        ordering: ClassVar[list[str]] = ["reading_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["reading", "token"], name="reports_token_once")
        ]

    def __str__(self) -> str:
        return self.token


class Copy(Record):
    """A document that was given out: which versions of the sections it holds, and what stood in it for each token.

    ``parts`` holds for each section ``uid, revision, heading`` and ``tokens``: pairs of a token and its number.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="copies", verbose_name="报告")
    form = models.CharField("格式", max_length=10, choices=CopyForm.choices)
    parts = models.JSONField("各节", default=list)
    account = _account("取用人账号")
    who = models.CharField("取用人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "发出的文稿"
        verbose_name_plural = "发出的文稿"
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return COPY_OF.format(title=self.report.title, who=self.who)


class Sense(Record):
    """What words mean at this committee, as somebody corrected a match of the check: a pattern, never a number.

    ``cuts`` holds (dimension, value, label) triples; ``figure`` is "" where such a number is not held against records.
    """

    subject = models.CharField(senses.LABELS["subject"], max_length=NAME_MOST)
    action = models.CharField(senses.LABELS["action"], max_length=NAME_MOST, blank=True, default="")
    unit = models.CharField(senses.LABELS["unit"], max_length=NAME_MOST, blank=True, default="")
    near = models.CharField(senses.LABELS["near"], max_length=NAME_MOST, blank=True, default="")
    heading = models.CharField(senses.LABELS["heading"], max_length=NAME_MOST, blank=True, default="")
    figure = models.CharField("指标", max_length=KEY_MOST, blank=True, default="")
    name = models.CharField("指标名称", max_length=TOKEN_MOST, blank=True, default="")
    cuts = models.JSONField("分组", default=list)
    whole = models.BooleanField(senses.LABELS["whole"], default=False)
    reach = models.CharField(
        senses.LABELS["reach"], max_length=10, choices=senses.Reach.choices, blank=True, default=senses.Reach.TEXT
    )
    note = models.CharField(senses.LABELS["note"], max_length=WORDS_MOST, blank=True, default="")
    account = _account("更正人账号")
    who = models.CharField("更正人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "核对更正"
        verbose_name_plural = "核对更正"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "voided_at"], name="reports_sense_live")
        ]

    def __str__(self) -> str:
        return senses.PATTERN.format(subject=self.subject)

    @property
    def pattern_words(self) -> str:
        """The words by which a claim is known again."""
        parts = [words.format(getattr(self, name)) for name, words in senses.PARTS if getattr(self, name)]
        return str(self) + (senses.IN.format(senses.JOINT.join(parts)) if parts else "")

    @property
    def means(self) -> str:
        """What they mean."""
        return senses.MEANS["figure"].format(name=self.name) if self.figure else senses.MEANS["nothing"]


class OwnOutline(Record):
    """An outline that an office keeps from one of its reports, to begin others with.

    ``parts`` holds heading and text of each section, tokens and all.
    """

    name = models.CharField("提纲名称", max_length=TITLE_MOST)
    kind = models.CharField("种类", max_length=10, choices=ReportKind.choices)
    parts = models.JSONField("各节", default=list)
    tables = models.JSONField("附表", default=list, blank=True)
    account = _account("保存人账号")
    who = models.CharField("保存人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "报告提纲"
        verbose_name_plural = "报告提纲"
        ordering: ClassVar[list[str]] = ["name", "id"]

    def __str__(self) -> str:
        return self.name

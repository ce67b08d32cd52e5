"""An appraisal of one quarter or year, and each person's line in it (R8.3–R8.7)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.appraisal.vocabulary import LINE_TITLE, QUARTER_TITLE, YEAR_TITLE, Kind, LineState, State
from lvzhi.workflow.models import Procedural

NAME_MOST = 120
WORDS_MOST = 500
TEXT_MOST = 5000
CODE_MOST = 40
MONTHS = 3  # of a quarter
QUARTERS = (1, 2, 3, 4)


def days_of(year: int, quarter: int = 0) -> tuple[dt.date, dt.date]:
    """First and last day of a quarter, or of the year where it is 0."""
    if not quarter:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    start = dt.date(year, MONTHS * (quarter - 1) + 1, 1)
    then = dt.date(year + 1, 1, 1) if quarter == QUARTERS[-1] else dt.date(year, MONTHS * quarter + 1, 1)
    return start, then - dt.timedelta(days=1)


class StaffRound(Procedural):
    """One appraisal of a committee's agency staff: a quarter, or a year that builds on its quarters (R8.3)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"note"})

    kind = models.CharField("类别", max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField("年度")
    quarter = models.PositiveSmallIntegerField("季度", default=0)
    starts_on = models.DateField("考核期起")
    ends_on = models.DateField("考核期止")
    account_by = models.DateField("述评截止日期")
    by_ballot = models.BooleanField("民主测评", default=True)
    ballot = models.ForeignKey(
        "ballots.Ballot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="无记名测评"
    )
    approval = models.CharField("提高比例的批准文号", max_length=NAME_MOST, blank=True, default="")
    meeting = models.CharField("审定的会议", max_length=NAME_MOST, blank=True, default="")
    met_on = models.DateField("审定日期", null=True, blank=True)
    note = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")
    ground = models.CharField("退回意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "机关干部考核"
        verbose_name_plural = "机关干部考核"
        ordering: ClassVar[list[str]] = ["-ends_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "year", "quarter"], condition=Q(voided_at=None), name="appraisal_round_once"
            ),
            models.CheckConstraint(condition=Q(starts_on__lte=F("ends_on")), name="appraisal_round_days"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "ends_on", "id"], name="appraisal_round_ends"),
        ]

    def __str__(self) -> str:
        words = QUARTER_TITLE if self.kind == Kind.QUARTER else YEAR_TITLE
        return words.format(year=self.year, quarter=self.quarter)

    @property
    def title_for_people(self) -> str:
        """Of which quarter or year."""
        return str(self)

    @property
    def quarterly(self) -> bool:
        """Whether it is of a quarter."""
        return self.kind == Kind.QUARTER

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(State(self.state).label)


class StaffLine(Procedural):
    """One person in it: what was written, said, counted and decided; the person reads the own alone."""

    journal_private: ClassVar[frozenset[str]] = frozenset({
        "text", "comment", "suggested", "exempt", "exempt_ground", "grade", "score", "score_words", "appeal", "answer",
        "leave_days", "sick_days", "absent_days", "late_times",
    })  # fmt: skip

    round = models.ForeignKey(StaffRound, models.PROTECT, related_name="lines", verbose_name="考核")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="机关干部")
    name = models.CharField("姓名", max_length=NAME_MOST)
    called = models.CharField("票上的称呼", max_length=NAME_MOST)
    post = models.CharField("职务", max_length=NAME_MOST, blank=True, default="")
    department = models.CharField("部门", max_length=NAME_MOST, blank=True, default="")
    since = models.DateField("到岗日期", null=True, blank=True)
    leader = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="点评领导"
    )
    text = models.TextField("个人述评", blank=True, default="")
    written_on = models.DateField("述评日期", null=True, blank=True)
    by_other = models.BooleanField("述评由办公室代录", default=False)
    comment = models.TextField("点评意见", blank=True, default="")
    suggested = models.CharField("建议等次", max_length=CODE_MOST, blank=True, default="")
    commented_on = models.DateField("点评日期", null=True, blank=True)
    commented_by = models.CharField("点评人", max_length=NAME_MOST, blank=True, default="")
    due_days = models.DecimalField("应出勤", max_digits=5, decimal_places=1, null=True, blank=True)
    leave_days = models.DecimalField("事假", max_digits=5, decimal_places=1, default=0)
    sick_days = models.DecimalField("病假", max_digits=5, decimal_places=1, default=0)
    absent_days = models.DecimalField("旷工", max_digits=5, decimal_places=1, default=0)
    late_times = models.PositiveSmallIntegerField("迟到早退", default=0)
    exempt = models.CharField("不定等次的情形", max_length=CODE_MOST, blank=True, default="")
    exempt_ground = models.CharField("不定等次的说明", max_length=WORDS_MOST, blank=True, default="")
    score = models.DecimalField("综合得分", max_digits=5, decimal_places=2, null=True, blank=True)
    score_words = models.CharField("得分算法", max_length=WORDS_MOST, blank=True, default="")
    grade = models.CharField("等次", max_length=CODE_MOST, blank=True, default="")
    told_on = models.DateField("反馈日期", null=True, blank=True)
    signed_on = models.DateField("签收日期", null=True, blank=True)
    appeal = models.TextField("复核申请", blank=True, default="")
    appealed_on = models.DateField("申请复核日期", null=True, blank=True)
    answer = models.TextField("复核答复", blank=True, default="")
    answered_on = models.DateField("复核答复日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "机关干部考核结果"
        verbose_name_plural = "机关干部考核结果"
        ordering: ClassVar[list[str]] = ["round_id", "department", "person__pinyin", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "person"], name="appraisal_line_once"),
        ]

    def __str__(self) -> str:
        return LINE_TITLE.format(name=self.name, title=self.round)

    @property
    def title_for_people(self) -> str:
        """Whose, and of which quarter or year."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(LineState(self.state).label)

"""Democratic supervision: supervisors, groups, opinion papers to rectification, appraisals, exchange (R4.4–R4.8)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.activities.models.activity import NAME_MOST, TITLE_MOST, WORDS_MOST, Activity
from lvzhi.activities.vocabulary.supervision import ExchangeState, OpinionState, SupervisorState, Way
from lvzhi.committee.models import Record
from lvzhi.journal.models import Sealed
from lvzhi.workflow.models import Procedural

NUMBER_MOST = 80
CODE_MOST = 40


class SupervisionGroup(Record):
    """A group of supervisors with a matter and a line of the yearly plan 监督小组 (R4.4, R4.8)."""

    name = models.CharField("小组名称", max_length=NAME_MOST)
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="被监督单位")
    task = models.ForeignKey(
        "plans.Task", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="监督计划项"
    )
    leader = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="组长"
    )
    duty = models.CharField("监督事项", max_length=WORDS_MOST, blank=True, default="")
    starts = models.DateField("成立日期")
    ends = models.DateField("结束日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "监督小组"
        verbose_name_plural = "监督小组"
        ordering: ClassVar[list[str]] = ["committee_id", "name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "name"], condition=Q(ends=None, voided_at=None), name="activities_group_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Supervisor(Procedural):
    """A member appointed to supervise a unit, for a term that ends with membership 民主监督员 (R4.4, R4.5)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"statement", "ground"})

    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="委员")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="派驻单位")
    group = models.ForeignKey(
        SupervisionGroup, models.PROTECT, null=True, blank=True, related_name="supervisors", verbose_name="监督小组"
    )
    way = models.CharField("提名方式", max_length=12, choices=Way.choices)
    recommender = models.CharField("推荐的界别或机构", max_length=NAME_MOST, blank=True, default="")
    statement = models.CharField("人选情况", max_length=WORDS_MOST, blank=True, default="")
    proposed_on = models.DateField("提名日期")
    meeting = models.CharField("协商的会议", max_length=NAME_MOST, blank=True, default="")
    selected_on = models.DateField("确定日期", null=True, blank=True)
    year = models.PositiveSmallIntegerField("聘书年份", null=True, blank=True)
    serial = models.PositiveIntegerField("聘书顺序号", null=True, blank=True)
    number = models.CharField("聘书号", max_length=NUMBER_MOST, blank=True, default="")
    signer = models.CharField("颁发人", max_length=NAME_MOST, blank=True, default="")
    appointed_on = models.DateField("颁发日期", null=True, blank=True)
    starts = models.DateField("聘期起", null=True, blank=True)
    ends = models.DateField("聘期止", null=True, blank=True)
    ground = models.CharField("未聘任或结束的说明", max_length=WORDS_MOST, blank=True, default="")
    renewed_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewals", verbose_name="续聘自"
    )

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "民主监督员"
        verbose_name_plural = "民主监督员"
        ordering: ClassVar[list[str]] = ["unit__name", "member__person__pinyin", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends__gte=F("starts")), name="activities_supervisor_dates"
            ),
            models.UniqueConstraint(
                fields=["committee", "year", "serial"],
                condition=Q(serial__isnull=False, voided_at=None),
                name="activities_supervisor_number",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state", "starts"], name="activities_supervisor_state"),
            models.Index(fields=["unit", "state"], name="activities_supervisor_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.member.person.name}（{self.unit.name}）"

    @property
    def title_for_people(self) -> str:
        """Who, and of which unit."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SupervisorState(self.state).label)

    def in_office(self, day: dt.date) -> bool:
        """Appointed, within the term, and still a member."""
        if self.state != SupervisorState.APPOINTED or self.starts is None or self.ends is None:
            return False
        return self.starts <= day <= self.ends and self.member.holds_on(day)


class SupervisionOpinion(Procedural):
    """An opinion paper to a supervised unit, its rectification and the look-back 监督意见书 (R4.8)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"answer", "finding", "opinion", "contact"})

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="opinions", verbose_name="监督活动")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="被监督单位")
    group = models.ForeignKey(
        SupervisionGroup, models.PROTECT, null=True, blank=True, related_name="opinions", verbose_name="监督小组"
    )
    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="+", verbose_name="文书")
    title = models.CharField("标题", max_length=TITLE_MOST)
    number = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    sent_on = models.DateField("发出日期", null=True, blank=True)
    until = models.DateField("要求反馈日期", null=True, blank=True)
    answer = models.TextField("整改情况", blank=True, default="")
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)
    contact = models.CharField("联系人及电话", max_length=NAME_MOST, blank=True, default="")
    answered_on = models.DateField("反馈日期", null=True, blank=True)
    answered_by = models.CharField("反馈人", max_length=NAME_MOST, blank=True, default="")
    rounds = models.PositiveSmallIntegerField("反馈次数", default=0)
    opinion = models.CharField("须补充的内容", max_length=WORDS_MOST, blank=True, default="")
    looked_on = models.DateField("回头看日期", null=True, blank=True)
    look_activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="回头看的活动"
    )
    look_result = models.CharField("回头看结果", max_length=CODE_MOST, blank=True, default="")
    finding = models.TextField("现场情况", blank=True, default="")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    ground = models.CharField("撤销理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "监督意见书"
        verbose_name_plural = "监督意见书"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["paper"], condition=Q(voided_at=None), name="activities_opinion_paper")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "sent_on", "id"], name="activities_opinion_sent"),
            models.Index(fields=["unit", "state"], name="activities_opinion_unit"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(OpinionState(self.state).label)


class ActivityBallot(Record):
    """The secret ballot of an appraisal, whose voters are those who came (R4.7)."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="ballots", verbose_name="评议活动")
    ballot = models.OneToOneField("ballots.Ballot", models.PROTECT, related_name="+", verbose_name="测评")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "评议测评"
        verbose_name_plural = "评议测评"

    def __str__(self) -> str:
        return str(self.ballot)


class Exchange(Procedural):
    """A package of what is known of some units, handed to another supervising body, and its receipt (R4.2)."""

    body = models.CharField("交换对象", max_length=CODE_MOST)
    receiver = models.CharField("对方名称", max_length=NAME_MOST)
    year = models.PositiveSmallIntegerField("年份")
    serial = models.PositiveIntegerField("顺序号")
    number = models.CharField("编号", max_length=NUMBER_MOST)
    since = models.DateField("起始日期")
    until = models.DateField("截止日期")
    made_on = models.DateField("生成日期")
    made_by = models.CharField("生成人", max_length=NAME_MOST)
    records = models.PositiveIntegerField("记录条数", default=0)
    digest = models.CharField("材料摘要", max_length=64, blank=True, default="")
    receipt_on = models.DateField("签收日期", null=True, blank=True)
    receipt_by = models.CharField("签收人", max_length=NAME_MOST, blank=True, default="")
    note = models.CharField("对方意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "监督信息交换"
        verbose_name_plural = "监督信息交换"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["committee", "year", "serial"], name="activities_exchange_number")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def title_for_people(self) -> str:
        """Its number and receiver."""
        return f"{self.number} {self.receiver}"

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ExchangeState(self.state).label)


class ExchangeUnit(Sealed):
    """One unit that a package speaks of."""

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="units", verbose_name="交换")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="单位")

    class Meta:
        verbose_name = "交换涉及单位"
        verbose_name_plural = "交换涉及单位"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["exchange", "unit"], name="activities_exchange_unit_once")
        ]

    def __str__(self) -> str:
        return self.unit.name

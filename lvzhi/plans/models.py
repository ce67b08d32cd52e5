"""Plans, the facts of their approval, opinions on them, tasks with helpers, and campaigns."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.plans.vocabulary import (
    BY_YEAR,
    NUMBERED,
    PLAN_OF,
    PLAN_OF_YEAR,
    MilestoneKind,
    PlanState,
    Taken,
    TaskState,
    Way,
)
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
NUMBER_MOST = 80
WORDS_MOST = 500
CODE_MOST = 40


class Plan(Procedural):
    """A plan of one year: consultation, supervision, key points, scheme (R3.1, R3.2, R4.3, R5.2)."""

    kind = models.CharField("种类", max_length=CODE_MOST)
    way = models.CharField("审定方式", max_length=10, choices=Way.choices)
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=TITLE_MOST)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草机构"
    )
    preface = models.TextField("总体要求", blank=True, default="")
    opinions_from = models.CharField("征求意见范围", max_length=WORDS_MOST, blank=True, default="")
    opinions_until = models.DateField("征求意见截止", null=True, blank=True)
    document_no = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    approved_on = models.DateField("审定日期", null=True, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    closed_on = models.DateField("归档日期", null=True, blank=True)
    summary = models.TextField("完成情况小结", blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "计划"
        verbose_name_plural = "计划"
        ordering: ClassVar[list[str]] = ["-year", "kind", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-year", "-id"], name="plans_plan_list"),
        ]

    def __str__(self) -> str:
        words = PLAN_OF_YEAR if self.title.startswith(BY_YEAR) else PLAN_OF
        return words.format(year=self.year, title=self.title)

    @property
    def title_for_people(self) -> str:
        """Its title; the year stands in it or before it."""
        return self.title if str(self.year) in self.title else str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PlanState(self.state).label)


class Milestone(Record):
    """A fact of a plan's approval: which meeting, on which day, under which number (R3.1, R3.2)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="milestones", verbose_name="计划")
    kind = models.CharField("环节", max_length=12, choices=MilestoneKind.choices)
    held_on = models.DateField("日期")
    body = models.CharField("会议或机关", max_length=NAME_MOST, blank=True, default="")
    number = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    words = models.CharField("说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "审定环节"
        verbose_name_plural = "审定环节"
        ordering: ClassVar[list[str]] = ["plan_id", "held_on", "id"]

    def __str__(self) -> str:
        return str(MilestoneKind(self.kind).label)


class Opinion(Record):
    """What somebody said on a draft plan, and what became of it (R3.1, R3.2)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "answer"})

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="opinions", verbose_name="计划")
    giver = models.CharField("提出者", max_length=NAME_MOST)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提出人账号"
    )
    given_on = models.DateField("提出日期")
    text = models.TextField("意见")
    taken = models.CharField("处理", max_length=10, choices=Taken.choices, default=Taken.OPEN)
    answer = models.CharField("处理说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "计划意见"
        verbose_name_plural = "计划意见"
        ordering: ClassVar[list[str]] = ["plan_id", "given_on", "id"]

    def __str__(self) -> str:
        return self.giver


class Campaign(Record):
    """A themed campaign 主题活动 that groups records of every kind (M33)."""

    name = models.CharField("名称", max_length=NAME_MOST)
    starts = models.DateField("开始日期")
    ends = models.DateField("结束日期", null=True, blank=True)
    meaning = models.TextField("内容和要求", blank=True, default="")
    document_no = models.CharField("依据文号", max_length=NUMBER_MOST, blank=True, default="")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="牵头机构"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "主题活动"
        verbose_name_plural = "主题活动"
        ordering: ClassVar[list[str]] = ["-starts", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="plans_campaign_dates"),
        ]

    def __str__(self) -> str:
        return self.name


class Task(Procedural):
    """A line of a plan: what, who leads, who helps, by when, by what one sees that it is done (R9.6).

    Its progress is never written: records of other rooms point at it, and what they say is counted.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tasks", verbose_name="计划")
    number = models.PositiveSmallIntegerField("序号")
    topic = models.CharField("任务（课题）", max_length=TITLE_MOST)
    block = models.CharField("板块", max_length=CODE_MOST, blank=True, default="")
    form = models.CharField("形式", max_length=CODE_MOST, blank=True, default="")
    source = models.CharField("选题来源", max_length=CODE_MOST, blank=True, default="")
    proposed_by = models.CharField("提出者", max_length=NAME_MOST, blank=True, default="")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="牵头机构"
    )
    leader = models.CharField("牵头领导", max_length=NAME_MOST, blank=True, default="")
    person = models.CharField("责任人", max_length=NAME_MOST, blank=True, default="")
    starts = models.DateField("开始日期", null=True, blank=True)
    due = models.DateField("完成时限")
    mark = models.CharField("完成标志", max_length=WORDS_MOST, blank=True, default="")
    wanted = models.PositiveSmallIntegerField("须有几项记录", default=1)
    aim_figure = models.CharField("目标指标", max_length=NUMBER_MOST, blank=True, default="")
    aim_number = models.DecimalField("目标值", max_digits=14, decimal_places=2, null=True, blank=True)
    upper = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="lowers", verbose_name="上级课题"
    )
    joint = models.BooleanField("上下联动", default=False)
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", verbose_name="上年任务"
    )
    ground = models.CharField("取消或转入下年的依据", max_length=WORDS_MOST, blank=True, default="")
    late_note = models.CharField("未完成的原因", max_length=WORDS_MOST, blank=True, default="")
    late_noted_on = models.DateField("说明日期", null=True, blank=True)
    late_noted_by = models.CharField("说明人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "任务"
        verbose_name_plural = "任务"
        ordering: ClassVar[list[str]] = ["plan_id", "number", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "number"], condition=Q(voided_at=None), name="plans_task_number"),
            models.CheckConstraint(
                condition=Q(aim_figure="", aim_number=None) | (~Q(aim_figure="") & Q(aim_number__gt=0)),
                name="plans_task_aim",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "due", "id"], name="plans_task_due"),
        ]

    def __str__(self) -> str:
        return NUMBERED.format(number=self.number, topic=self.topic)

    @property
    def title_for_people(self) -> str:
        """Its topic."""
        return self.topic

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(TaskState(self.state).label)


class Helper(Record):
    """An organ of the committee or a unit outside that helps with a task (R9.6); a special team 专班 is an organ."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="helpers", verbose_name="任务")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="配合机构"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="配合单位"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "配合单位"
        verbose_name_plural = "配合单位"
        ordering: ClassVar[list[str]] = ["task_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(organ=None, unit__isnull=False) | Q(organ__isnull=False, unit=None),
                name="plans_helper_one_of_two",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Of the organ or the unit."""
        return str(self.organ or self.unit)

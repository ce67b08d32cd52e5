"""A topic over a record, the parts of committees in it, the team, the breakdown and how far each piece has come."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.joint.vocabulary import STANDING, Duty, PartState, PieceState, Role, TopicState
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500
CODE_MOST = 40
WHOLE = 100


class Topic(Procedural):
    """One piece of work of several committees; its ``committee`` leads it (M08, M34)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words", "outcome_words"})

    kind = models.CharField("记录种类", max_length=CODE_MOST)
    subject = models.UUIDField("记录")
    title = models.CharField("课题名称", max_length=TITLE_MOST)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="牵头机构"
    )
    words = models.TextField("总体要求", blank=True, default="")
    opened_on = models.DateField("设立日期")
    until = models.DateField("完成时限", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    outcome_words = models.TextField("成果", blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "联合课题"
        verbose_name_plural = "联合课题"
        ordering: ClassVar[list[str]] = ["-opened_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "subject"], condition=Q(voided_at=None), name="joint_subject_once"),
            models.CheckConstraint(condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="joint_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-opened_on", "-id"], name="joint_topic_day"),
            models.Index(fields=["subject"], name="joint_topic_subject"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(TopicState(self.state).label)


class Partaking(Procedural):
    """That a committee has a part in a topic; its ``committee`` is the one that takes part."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words", "ground", "result"})

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="parts", verbose_name="联合课题")
    role = models.CharField("角色", max_length=8, choices=Role.choices)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="承办机构"
    )
    task = models.ForeignKey(
        "plans.Task", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="本级计划任务"
    )
    words = models.CharField("要求", max_length=WORDS_MOST, blank=True, default="")
    until = models.DateField("时限", null=True, blank=True)
    asked_on = models.DateField("邀请日期")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    finished_on = models.DateField("完成日期", null=True, blank=True)
    result = models.CharField("完成情况", max_length=WORDS_MOST, blank=True, default="")
    ground = models.CharField("谢绝或撤回的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "联合课题参与"
        verbose_name_plural = "联合课题参与"
        ordering: ClassVar[list[str]] = ["topic_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["topic", "committee"], condition=Q(voided_at=None, state__in=STANDING), name="joint_part_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "state"], name="joint_part_state"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.get_role_display()}"

    @property
    def title_for_people(self) -> str:
        """The topic's name."""
        return self.topic.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PartState(self.state).label)


class Mate(Record):
    """Somebody whom a committee sends into the team 专班."""

    part = models.ForeignKey(Partaking, models.PROTECT, related_name="mates", verbose_name="参与")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="人员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    duty = models.CharField("专班职责", max_length=10, choices=Duty.choices, default=Duty.MEMBER)
    since = models.DateField("加入日期")
    until = models.DateField("退出日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "专班成员"
        verbose_name_plural = "专班成员"
        ordering: ClassVar[list[str]] = ["part_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["part", "person"], condition=Q(voided_at=None, until=None), name="joint_mate_once"
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="joint_mate_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person"], name="joint_mate_person"),
        ]

    def __str__(self) -> str:
        return self.name


class Piece(Procedural):
    """A line of the breakdown 任务分解表: what a committee does, who, until when, how far (M08).

    ``given``: written by the committee that leads; whoever wrote it changes its words.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"words", "ground"})

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="pieces", verbose_name="联合课题")
    part = models.ForeignKey(Partaking, models.PROTECT, related_name="pieces", verbose_name="参与")
    number = models.PositiveSmallIntegerField("序号")
    what = models.CharField("任务", max_length=TITLE_MOST)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任人"
    )
    who = models.CharField("责任处室、人员", max_length=NAME_MOST, blank=True, default="")
    until = models.DateField("时限")
    given = models.BooleanField("牵头单位下达", default=False)
    percent = models.PositiveSmallIntegerField("进度", default=0)
    words = models.CharField("最近进展", max_length=WORDS_MOST, blank=True, default="")
    advanced_on = models.DateField("进展日期", null=True, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    ground = models.CharField("退回或取消的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "分解任务"
        verbose_name_plural = "分解任务"
        ordering: ClassVar[list[str]] = ["topic_id", "part_id", "number", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(percent__lte=WHOLE), name="joint_percent"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "until"], name="joint_piece_until"),
            models.Index(fields=["person", "state"], name="joint_piece_person"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(PieceState(self.state).label)

    @property
    def doer(self) -> str:
        """Who does it, in words."""
        return self.person.name if self.person is not None else self.who


class Advance(Record):
    """How far a piece had come on a day."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words"})

    piece = models.ForeignKey(Piece, models.PROTECT, related_name="advances", verbose_name="分解任务")
    on = models.DateField("日期")
    percent = models.PositiveSmallIntegerField("进度")
    words = models.CharField("进展", max_length=WORDS_MOST)
    by = models.CharField("登记人", max_length=NAME_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "任务进展"
        verbose_name_plural = "任务进展"
        ordering: ClassVar[list[str]] = ["piece_id", "-on", "-id"]

    def __str__(self) -> str:
        return f"{self.piece} {self.percent}"

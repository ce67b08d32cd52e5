"""What Party organisations hold, their quarters, and what their members do for the public (R10)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Record
from lvzhi.deadlines import clock
from lvzhi.party.models.register import NAME_MOST, Body
from lvzhi.party.vocabulary import DeedState, MeetingState, QuarterState
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
WORDS_MOST = 500
TEXT_MOST = 4000
CODE_MOST = 40


class Meeting(Procedural):
    """A meeting, themed day or lecture of a Party organisation (R10.3, R10.7)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings", verbose_name="党组织")
    kind = models.CharField("种类", max_length=CODE_MOST)
    title = models.CharField("主题", max_length=TITLE_MOST)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=NAME_MOST, blank=True, default="")
    host = models.CharField("主持人（主讲人）", max_length=NAME_MOST, blank=True, default="")
    due = models.PositiveSmallIntegerField("应到人数", default=0)
    came = models.PositiveSmallIntegerField("实到人数", default=0)
    text = models.TextField("内容和决议", blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "组织生活"
        verbose_name_plural = "组织生活"
        ordering: ClassVar[list[str]] = ["-held_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["body", "held_on"], name="party_meeting_body"),
            models.Index(fields=["committee", "held_on"], name="party_meeting_committee"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its subject."""
        return self.title

    @property
    def is_past(self) -> bool:
        """Whether its day has come."""
        return self.held_on <= clock.today()

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(MeetingState(self.state).label)


class Presence(Record):
    """That somebody came to a meeting of the own organisation; a leader comes as an ordinary member (R10.2)."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="presences", verbose_name="组织生活")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="党员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    leader = models.BooleanField("主席会议成员", default=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "到会"
        verbose_name_plural = "到会"
        ordering: ClassVar[list[str]] = ["meeting_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(voided_at=None), name="party_presence_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Minutes(Record):
    """Criticism and self-criticism at an organisation-life or democratic-life meeting, apart from what it decided.

    Read by the organisation itself and by who leads the one above it, and by nobody else (R10.2).
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes", verbose_name="组织生活")
    text = models.TextField("批评与自我批评记录")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "批评与自我批评记录"
        verbose_name_plural = "批评与自我批评记录"

    def __str__(self) -> str:
        return self.meeting.title


class Quarter(Procedural):
    """A Party organisation's quarter: what was to be held, looked through by its secretary at the end (R10.7)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="quarters", verbose_name="党组织")
    starts_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期")
    review_on = models.DateField("列入待办日期", null=True, blank=True)
    missing = models.PositiveSmallIntegerField("欠缺项数", default=0)
    note = models.CharField("欠缺原因", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "季度组织生活"
        verbose_name_plural = "季度组织生活"
        ordering: ClassVar[list[str]] = ["-starts_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "starts_on"], name="party_quarter_once"),
        ]

    def __str__(self) -> str:
        return self.body.name

    @property
    def title_for_people(self) -> str:
        """Whose organisation life."""
        return self.body.name

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(QuarterState(self.state).label)


class Deed(Procedural):
    """Something practical that a Party member did for the public 办实事 (M16)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "beneficiary"})

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="党员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="deeds", verbose_name="所在支部")
    by_leading = models.BooleanField("书记、副书记本人的", default=False)
    title = models.CharField("实事名称", max_length=TITLE_MOST)
    done_on = models.DateField("办理日期")
    beneficiary = models.CharField("服务对象", max_length=NAME_MOST, blank=True, default="")
    text = models.TextField("办理情况")
    ground = models.CharField("退回意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "党员办实事"
        verbose_name_plural = "党员办实事"
        ordering: ClassVar[list[str]] = ["-done_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "done_on"], name="party_deed_committee"),
            models.Index(fields=["person", "done_on"], name="party_deed_person"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """What was done."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(DeedState(self.state).label)

"""Changes among members with the deciding meeting, absence cases, selections to an organ."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.deadlines import clock
from lvzhi.journal.fields import SecretField
from lvzhi.journal.secrets import mask_phone
from lvzhi.people.models import CODE_LENGTH, NAME_LENGTH, WORDS_LENGTH
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import (
    OPEN_CHANGES,
    By,
    CaseState,
    ChangeKind,
    ChangeState,
    MeasureKind,
    SelectionState,
    Standing,
    Threshold,
)
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
TEXT_MOST = 2000
WORDS_MOST = 500
MEETING = "activities.Activity"
ORGAN = "committee.Organ"


class Change(Procedural):
    """A change among members: proposed, heard, decided at a meeting, in force from a day on (R6.1).

    ``hears`` and ``decides`` say by which body, as the committee's table had it on the day of the proposal.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset(
        {"name", "gender", "party", "employer", "job", "was_employer", "was_job", "ground", "opinion", "plea"}
    )

    kind = models.CharField("变动", max_length=24, choices=ChangeKind.choices)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="人员"
    )
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员"
    )
    name = models.CharField("姓名", max_length=NAME_LENGTH)
    own = models.BooleanField("本人提出", default=False)
    gender = models.CharField("性别", max_length=8, blank=True, default="")
    phone = SecretField("手机号", mask=mask_phone, blank=True, default="")
    party = models.CharField("政治面貌", max_length=CODE_LENGTH, blank=True, default="")
    employer = models.CharField("工作单位", max_length=WORDS_LENGTH, blank=True, default="")
    job = models.CharField("职务", max_length=WORDS_LENGTH, blank=True, default="")
    was_employer = models.CharField("原工作单位", max_length=WORDS_LENGTH, blank=True, default="")
    was_job = models.CharField("原职务", max_length=WORDS_LENGTH, blank=True, default="")
    number = models.CharField("委员编号", max_length=CODE_LENGTH, blank=True, default="")
    organ = models.ForeignKey(
        ORGAN, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="界别（专门委员会）"
    )
    special = models.ForeignKey(
        ORGAN, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="增补到的专门委员会"
    )
    old_organ = models.ForeignKey(
        ORGAN, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="原界别（专门委员会）"
    )
    proposed_by = models.CharField("提出", max_length=WORDS_LENGTH, blank=True, default="")
    proposed_on = models.DateField("提出日期")
    ground = models.CharField("理由", max_length=WORDS_MOST, blank=True, default="")
    hears = models.CharField("由谁研究", max_length=CODE_LENGTH, blank=True, default="")
    decides = models.CharField("由谁决定", max_length=CODE_LENGTH)
    heard_at = models.ForeignKey(
        MEETING, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="研究的会议"
    )
    heard_on = models.DateField("研究日期", null=True, blank=True)
    decided_at = models.ForeignKey(
        MEETING, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定的会议"
    )
    meeting = models.CharField("决定的会议名称", max_length=TITLE_MOST, blank=True, default="")
    decided_on = models.DateField("决定日期", null=True, blank=True)
    in_force_on = models.DateField("生效日期", null=True, blank=True)
    opinion = models.CharField("意见", max_length=WORDS_MOST, blank=True, default="")
    plea = models.CharField("复核理由", max_length=WORDS_MOST, blank=True, default="")
    reviewed_at = models.ForeignKey(
        MEETING, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复核的会议"
    )
    reviewed_on = models.DateField("复核日期", null=True, blank=True)
    review_words = models.CharField("复核意见", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "委员变动"
        verbose_name_plural = "委员变动"
        ordering: ClassVar[list[str]] = ["-proposed_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "kind"],
                condition=Q(state__in=OPEN_CHANGES, voided_at=None, member__isnull=False),
                name="tenure_change_one_open",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-proposed_on", "-id"], name="tenure_change_committee"),
            models.Index(fields=["committee", "kind", "decided_on"], name="tenure_change_decided"),
            models.Index(fields=["person"], name="tenure_change_person"),
            models.Index(fields=["decided_at"], name="tenure_change_meeting"),
        ]

    def __str__(self) -> str:
        """Without a name: the journal keeps this in clear."""
        return str(self.get_kind_display())

    @property
    def title_for_people(self) -> str:
        """Who, and what."""
        return words.TITLE.format(name=self.name, kind=self.get_kind_display())

    @property
    def waits(self) -> bool:
        """Whether it is decided and its day is still to come."""
        return self.in_force_on is not None and self.in_force_on > clock.today()

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ChangeState(self.state).label)


class Effect(Record):
    """What a decided change made or ended: a tenure, a place in an organ, a post; by this it is taken back."""

    change = models.ForeignKey("tenure.Change", models.PROTECT, related_name="effects", verbose_name="委员变动")
    made = models.BooleanField("新设", default=False)
    member = models.ForeignKey(
        "people.Member", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员"
    )
    seat = models.ForeignKey(
        "people.Membership", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在机构"
    )
    post = models.ForeignKey(
        "people.Post", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="政协职务"
    )
    was_until = models.DateField("原止", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "变动的结果"
        verbose_name_plural = "变动的结果"
        ordering: ClassVar[list[str]] = ["change_id", "id"]

    def __str__(self) -> str:
        return str(self.change)


class Case(Procedural):
    """Absences of a member that reached a threshold: opened by the clock, handled by people (R6.5–R6.13)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"statement"})

    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="委员")
    threshold = models.CharField("界限", max_length=12, choices=Threshold.choices)
    since = models.DateField("自")
    least = models.PositiveSmallIntegerField("界限次数")
    count = models.PositiveSmallIntegerField("列出时缺席次数")
    opened_on = models.DateField("列出日期")
    closed_on = models.DateField("办结日期", null=True, blank=True)
    statement = models.TextField("委员陈述", blank=True, default="")
    stated_on = models.DateField("陈述日期", null=True, blank=True)
    change = models.ForeignKey(
        "tenure.Change", models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="提出的变动"
    )

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "缺席个案"
        verbose_name_plural = "缺席个案"
        ordering: ClassVar[list[str]] = ["-opened_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "threshold", "since", "count"],
                condition=Q(voided_at=None),
                name="tenure_case_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-opened_on", "-id"], name="tenure_case_committee"),
        ]

    def __str__(self) -> str:
        """Without a name: the journal keeps this in clear."""
        return str(self.get_threshold_display())

    @property
    def title_for_people(self) -> str:
        """Whose, and which threshold."""
        return words.CASE_TITLE.format(
            name=self.member.person.name, threshold=self.get_threshold_display(), count=self.count
        )

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(CaseState(self.state).label)


class Measure(Record):
    """One step in an absence case: somebody's decision, on a day, in words (R6.13)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text"})

    case = models.ForeignKey(Case, models.PROTECT, related_name="measures", verbose_name="缺席个案")
    kind = models.CharField("处理", max_length=12, choices=MeasureKind.choices)
    on = models.DateField("日期")
    who = models.CharField("经办人", max_length=WORDS_LENGTH)
    text = models.CharField("内容", max_length=WORDS_MOST)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "缺席处理"
        verbose_name_plural = "缺席处理"
        ordering: ClassVar[list[str]] = ["case_id", "id"]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Selecting(Procedural):
    """A call for places in an organ: nominations, vetting, decision at a meeting (M09)."""

    title = models.CharField("名称", max_length=TITLE_MOST)
    organ = models.ForeignKey(ORGAN, models.PROTECT, related_name="+", verbose_name="机构")
    places = models.PositiveSmallIntegerField("名额")
    text = models.TextField("条件和要求", blank=True, default="")
    called_on = models.DateField("发布日期")
    until = models.DateField("推荐截止日期")
    starts = models.DateField("任期起")
    ends = models.DateField("任期止")
    decides = models.CharField("由谁决定", max_length=CODE_LENGTH)
    vet_ground = models.CharField("未通过审核的理由", max_length=WORDS_MOST, blank=True, default="")
    decided_at = models.ForeignKey(
        MEETING, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定的会议"
    )
    meeting = models.CharField("决定的会议名称", max_length=TITLE_MOST, blank=True, default="")
    decided_on = models.DateField("决定日期", null=True, blank=True)
    ground = models.CharField("取消理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "遴选"
        verbose_name_plural = "遴选"
        ordering: ClassVar[list[str]] = ["-called_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="tenure_selection_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "-called_on", "-id"], name="tenure_selection_committee"),
            models.Index(fields=["decided_at"], name="tenure_selection_meeting"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its name."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(SelectionState(self.state).label)

    def takes_on(self, day: dt.date) -> bool:
        """Whether one may be nominated on the day."""
        return self.state == SelectionState.CALLING and day <= self.until


class Nominee(Record):
    """A member nominated in a selection; the chosen have their place in the organ."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"reason"})

    selection = models.ForeignKey(Selecting, models.PROTECT, related_name="nominees", verbose_name="遴选")
    member = models.ForeignKey("people.Member", models.PROTECT, related_name="+", verbose_name="委员")
    name = models.CharField("姓名", max_length=NAME_LENGTH)
    by = models.CharField("推荐方式", max_length=8, choices=By.choices, default=By.ORGAN)
    organ = models.ForeignKey(ORGAN, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="推荐机构")
    reason = models.CharField("推荐理由", max_length=WORDS_MOST, blank=True, default="")
    named_on = models.DateField("推荐日期")
    standing = models.CharField("进展", max_length=12, choices=Standing.choices, default=Standing.NAMED)
    seat = models.ForeignKey(
        "people.Membership", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在机构"
    )

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "推荐人选"
        verbose_name_plural = "推荐人选"
        ordering: ClassVar[list[str]] = ["selection_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["selection", "member"],
                condition=Q(voided_at=None) & ~Q(standing=Standing.WITHDRAWN),
                name="tenure_nominee_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "standing"], name="tenure_nominee_standing"),
        ]

    def __str__(self) -> str:
        return self.name

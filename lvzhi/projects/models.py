"""Projects with the leaders responsible, site visits, money, and each committee's part (R11.6, R11.7)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.projects.vocabulary.states import Duty, LeadState, Money, Share, Stage, Way
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
WORDS_MOST = 500
CODE_MOST = 40
DIGITS, PLACES = 18, 2  # of an amount in yuan


def yuan(label: str, *, empty: bool = True) -> models.DecimalField[Any, Any]:
    """An amount in yuan."""
    return models.DecimalField(label, max_digits=DIGITS, decimal_places=PLACES, null=empty, blank=empty)


class Project(Procedural):
    """A project that one committee registered; others say what part they have in it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "ground", "next_words"})

    title = models.CharField("项目名称", max_length=TITLE_MOST)
    way = models.CharField("方式", max_length=10, choices=Way.choices)
    kind = models.CharField("类别", max_length=CODE_MOST)
    owner = models.CharField("业主或投资方", max_length=NAME_MOST, blank=True, default="")
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任单位"
    )
    firm = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="投资企业（名录）"
    )
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记机构"
    )
    place = models.CharField("地点", max_length=NAME_MOST, blank=True, default="")
    amount = yuan("总投资（元）")
    text = models.TextField("项目概况", blank=True, default="")
    taken_on = models.DateField("列入日期")
    talks_by = models.DateField("计划洽谈日期", null=True, blank=True)
    signs_by = models.DateField("计划签约获批日期", null=True, blank=True)
    starts_on = models.DateField("计划开工日期", null=True, blank=True)
    ends_on = models.DateField("计划竣工日期", null=True, blank=True)
    talked_on = models.DateField("开始洽谈日期", null=True, blank=True)
    signed_on = models.DateField("签约获批日期", null=True, blank=True)
    signed_amount = yuan("签约获批金额（元）")
    built_on = models.DateField("开工日期", null=True, blank=True)
    finished_on = models.DateField("竣工投产日期", null=True, blank=True)
    left_on = models.DateField("终止日期", null=True, blank=True)
    ground = models.CharField("终止理由", max_length=WORDS_MOST, blank=True, default="")
    next_words = models.CharField("下一步安排", max_length=WORDS_MOST, blank=True, default="")
    next_on = models.DateField("下一步日期", null=True, blank=True)
    entered_by = models.CharField("登记人", max_length=NAME_MOST)

    charged_now: set[int] | None = None  # accounts responsible now, where a page has read them
    charges_read: list[Any] | None = None  # who is and was responsible, where a page has read them

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "项目"
        verbose_name_plural = "项目"
        ordering: ClassVar[list[str]] = ["-taken_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="projects_ends_after",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "taken_on", "id"], name="projects_taken"),
            models.Index(fields=["committee", "signed_on", "id"], name="projects_signed"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its name."""
        return self.title

    def get_state_display(self) -> str:
        """The stage's Chinese name."""
        return str(Stage(self.state).label)


class Part(Record):
    """That a committee has a part in a project from a day on; its ``committee`` is the one that takes part (R11.7)."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="parts", verbose_name="项目")
    share = models.CharField("参与方式", max_length=10, choices=Share.choices)
    since = models.DateField("参与日期")
    until = models.DateField("结束日期", null=True, blank=True)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="引荐委员"
    )
    words = models.CharField("做了什么", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "参与情况"
        verbose_name_plural = "参与情况"
        ordering: ClassVar[list[str]] = ["project_id", "since", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["project", "committee"], condition=Q(voided_at=None), name="projects_part_once"
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="projects_part_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "since", "until"], name="projects_part_time"),
        ]

    def __str__(self) -> str:
        return f"{self.committee} {self.get_share_display()}"


class Charge(Record):
    """A leader responsible for a project over a time (R11.6).

    ``who`` names the human being without regard to the name: the person, else the account.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="charges", verbose_name="项目")
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="人员"
    )
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="账号"
    )
    who = models.CharField("人员标识", max_length=CODE_MOST)
    name = models.CharField("姓名", max_length=NAME_MOST)
    post = models.CharField("职务", max_length=NAME_MOST, blank=True, default="")
    duty = models.CharField("责任", max_length=10, choices=Duty.choices, default=Duty.LEAD)
    since = models.DateField("包抓起始日期")
    until = models.DateField("包抓结束日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "包抓领导"
        verbose_name_plural = "包抓领导"
        ordering: ClassVar[list[str]] = ["project_id", "duty", "since", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["project", "who"], condition=Q(until=None, voided_at=None), name="projects_charge_once"
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="projects_charge_dates"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "until"], name="projects_charge_account"),
        ]

    def __str__(self) -> str:
        return self.name


class Visit(Record):
    """One visit to the site of a project (R11.6); not on site, what was done between: a call, a talk, papers sent."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"found", "words"})

    project = models.ForeignKey(Project, models.PROTECT, related_name="visits", verbose_name="项目")
    on_site = models.BooleanField("到现场", default=True)
    went_on = models.DateField("督导日期")
    by = models.CharField("督导人员", max_length=NAME_MOST)
    words = models.CharField("督导情况", max_length=WORDS_MOST, blank=True, default="")
    found = models.CharField("发现的问题", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "现场督导"
        verbose_name_plural = "现场督导"
        ordering: ClassVar[list[str]] = ["-went_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "went_on", "id"], name="projects_went"),
        ]

    def __str__(self) -> str:
        return f"{self.by} {self.went_on}"


class Fund(Record):
    """Money obtained for a project or arrived in it, with its proof and who benefits (R11.6)."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="funds", verbose_name="项目")
    money = models.CharField("性质", max_length=10, choices=Money.choices)
    amount = yuan("金额（元）", empty=False)
    source = models.CharField("来源", max_length=CODE_MOST)
    got_on = models.DateField("到账日期")
    proof = models.CharField("依据文号", max_length=NAME_MOST, blank=True, default="")
    beneficiaries = models.PositiveIntegerField("受益人数", null=True, blank=True)
    words = models.CharField("受益对象和用途", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "项目资金"
        verbose_name_plural = "项目资金"
        ordering: ClassVar[list[str]] = ["project_id", "got_on", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="projects_fund_positive"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "got_on", "id"], name="projects_got"),
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.got_on}"


class Lead(Procedural):
    """An investment lead that a member handed in; taken over, it is a project from then on (R11.7)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"words", "ground"})

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="引荐委员")
    name = models.CharField("姓名", max_length=NAME_MOST)
    firm = models.CharField("企业名称", max_length=NAME_MOST)
    title = models.CharField("投资意向", max_length=TITLE_MOST)
    amount = yuan("意向投资额（元）")
    words = models.CharField("情况和联系人", max_length=WORDS_MOST, blank=True, default="")
    handed_on = models.DateField("提交日期")
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="leads", verbose_name="项目"
    )
    ground = models.CharField("不予接办的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "招商线索"
        verbose_name_plural = "招商线索"
        ordering: ClassVar[list[str]] = ["-handed_on", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "handed_on", "id"], name="projects_lead_day"),
            models.Index(fields=["person"], name="projects_lead_person"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """What the firm wants to invest in."""
        return self.title

    def get_state_display(self) -> str:
        """Where it is, in Chinese."""
        return str(LeadState(self.state).label)

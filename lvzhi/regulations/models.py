"""Rules with their versions and the opinions asked on them; matters reported to the Party committee (M24, M25)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.regulations.vocabulary.states import (
    Answer,
    MatterKind,
    MatterState,
    OpinionState,
    RegulationState,
    RepealWay,
    Taken,
    VersionState,
)
from lvzhi.regulations.vocabulary.words import OPINION_OF, TITLED, VERSION_OF
from lvzhi.workflow.models import Procedural

TITLE_MOST = 200
NAME_MOST = 120
NUMBER_MOST = 80
WORDS_MOST = 500
CODE_MOST = 40
TEXT_MOST = 200_000


class Regulation(Procedural):
    """A rule of the house: what it is, who answers for it, how it ended."""

    title = models.CharField("制度名称", max_length=TITLE_MOST)
    kind = models.CharField("种类", max_length=CODE_MOST)
    level = models.CharField("层级", max_length=CODE_MOST)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="责任机构"
    )
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草人账号"
    )
    repealed_from = models.DateField("自何日起废止", null=True, blank=True)
    repeal_way = models.CharField("废止方式", max_length=10, choices=RepealWay.choices, blank=True, default="")
    repeal_ground = models.CharField("废止理由", max_length=WORDS_MOST, blank=True, default="")
    repeal_by = models.CharField("废止依据", max_length=NAME_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "制度"
        verbose_name_plural = "制度"
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "kind", "-id"], name="regulations_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return TITLED.format(title=self.title)

    def get_state_display(self) -> str:
        """The state's Chinese name; how it ended where it has."""
        if self.state == RegulationState.REPEALED and self.repeal_way == RepealWay.LAPSED:
            return str(RepealWay.LAPSED.label)
        return str(RegulationState(self.state).label)


class Version(Procedural):
    """One text of a rule: drafted, asked about, checked, adopted, issued."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "note", "opinion"})

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="versions", verbose_name="制度")
    number = models.PositiveSmallIntegerField("第几版")
    title = models.CharField("制度名称", max_length=TITLE_MOST)
    text = models.TextField("正文")
    note = models.CharField("起草或修订说明", max_length=WORDS_MOST, blank=True, default="")
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="起草人账号"
    )
    drafter = models.CharField("起草人", max_length=NAME_MOST, blank=True, default="")
    begun_on = models.DateField("开始起草")
    opinions_until = models.DateField("意见反馈截止", null=True, blank=True)
    unasked = models.CharField("未征求意见的原因", max_length=WORDS_MOST, blank=True, default="")
    checker = models.CharField("审核人", max_length=NAME_MOST, blank=True, default="")
    checked_on = models.DateField("审核日期", null=True, blank=True)
    opinion = models.CharField("审核意见", max_length=WORDS_MOST, blank=True, default="")
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    adopted_by = models.CharField("审议会议", max_length=NAME_MOST, blank=True, default="")
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="印发文书"
    )
    document_no = models.CharField("文号", max_length=NUMBER_MOST, blank=True, default="")
    issued_on = models.DateField("印发日期", null=True, blank=True)
    starts_on = models.DateField("施行日期", null=True, blank=True)
    ground = models.CharField("终止理由", max_length=WORDS_MOST, blank=True, default="")
    published_on = models.DateField("公开日期", null=True, blank=True)
    taken_down_on = models.DateField("撤回公开日期", null=True, blank=True)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "制度版本"
        verbose_name_plural = "制度版本"
        ordering: ClassVar[list[str]] = ["regulation_id", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["regulation", "number"], name="regulations_version_once"),
            models.UniqueConstraint(
                fields=["regulation", "starts_on"],
                condition=Q(state=VersionState.ISSUED, voided_at=None),
                name="regulations_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(adopted_on=None) | Q(starts_on__gte=F("adopted_on")),
                name="regulations_in_force_after",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "issued_on"], name="regulations_issued"),
        ]

    def __str__(self) -> str:
        return VERSION_OF.format(title=self.title, number=self.number)

    @property
    def is_public(self) -> bool:
        """Whether it stands on the public site, where the committee has one."""
        out = self.published_on is not None and self.taken_down_on is None
        return out and self.state == VersionState.ISSUED and self.voided_at is None

    @property
    def title_for_people(self) -> str:
        """Title and number of the version."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(VersionState(self.state).label)


class Opinion(Procedural):
    """That an organ or a member was asked about a draft, what was said, and what became of it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "answer"})

    draft = models.ForeignKey(Version, models.PROTECT, related_name="opinions", verbose_name="制度版本")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="机构"
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委员"
    )
    name = models.CharField("征求意见对象", max_length=NAME_MOST)
    asked_on = models.DateField("征求日期")
    until = models.DateField("反馈截止", null=True, blank=True)
    given_on = models.DateField("反馈日期", null=True, blank=True)
    given_by = models.CharField("反馈人", max_length=NAME_MOST, blank=True, default="")
    text = models.TextField("意见", blank=True, default="")
    taken = models.CharField("处理", max_length=10, choices=Taken.choices, blank=True, default="")
    answer = models.CharField("处理说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "制度意见"
        verbose_name_plural = "制度意见"
        ordering: ClassVar[list[str]] = ["draft_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft", "organ"], condition=~Q(organ=None) & Q(voided_at=None), name="regulations_organ_once"
            ),
            models.UniqueConstraint(
                fields=["draft", "person"],
                condition=~Q(person=None) & Q(voided_at=None),
                name="regulations_person_once",
            ),
        ]

    def __str__(self) -> str:
        return OPINION_OF.format(name=self.name, title=self.draft.title)

    @property
    def title_for_people(self) -> str:
        """Whose opinion, on what."""
        return str(self)

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(OpinionState(self.state).label)


class Matter(Procedural):
    """A matter reported to the Party committee, the answer, what followed (M25)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"text", "answer_text", "followed"})

    kind = models.CharField("种类", max_length=10, choices=MatterKind.choices, default=MatterKind.REQUEST)
    title = models.CharField("事项", max_length=TITLE_MOST)
    text = models.TextField("主要内容", blank=True, default="")
    superior = models.CharField("报送对象", max_length=NAME_MOST)
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟报机构"
    )
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拟报人账号"
    )
    item = models.CharField("年度清单事项", max_length=CODE_MOST, blank=True, default="")
    signer = models.CharField("签发人", max_length=NAME_MOST, blank=True, default="")
    paper = models.ForeignKey(
        "papers.Paper", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报送文书"
    )
    sent_on = models.DateField("报送日期", null=True, blank=True)
    until = models.DateField("要求答复日期", null=True, blank=True)
    answered_how = models.CharField("答复方式", max_length=10, choices=Answer.choices, blank=True, default="")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answered_by = models.CharField("答复人", max_length=NAME_MOST, blank=True, default="")
    answer_text = models.TextField("答复内容", blank=True, default="")
    followed_on = models.DateField("落实日期", null=True, blank=True)
    followed = models.TextField("落实情况", blank=True, default="")
    ground = models.CharField("撤回理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "请示报告事项"
        verbose_name_plural = "请示报告事项"
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")), name="regulations_answer_after"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "sent_on", "id"], name="regulations_sent"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its subject."""
        return self.title

    def get_state_display(self) -> str:
        """The state's Chinese name; what was asked for only as a report was commented on, not approved."""
        if self.state == MatterState.ANSWERED and self.answered_how:
            return str(Answer(self.answered_how).label)
        return str(MatterState(self.state).label)

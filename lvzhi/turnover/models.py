"""A change of term with its plan: who, which organs, what becomes of loose ends; what was sealed (R0.1, R12.6)."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from lvzhi.committee.models import Organ, Record, Term
from lvzhi.committee.vocabulary import OrganKind, term_name
from lvzhi.journal.fields import SecretField
from lvzhi.journal.secrets import mask_id, mask_phone
from lvzhi.turnover.vocabulary import CHANGE_NAME, ChangeState, Decided, Fate, Mark, Way
from lvzhi.workflow.models import Procedural

NAME_MOST = 120
WORDS_MOST = 200
TITLE_MOST = 300
CODE_MOST = 40
ONE_DAY = dt.timedelta(days=1)
FINISHED = (ChangeState.SEALED.value, ChangeState.DROPPED.value)


class Change(Procedural):
    """One change of term of one committee.

    ``report`` is what the last rehearsal, or the run, came to; ``first`` and ``last`` are the lines of the journal that
    the run wrote. People who took part are kept by id and name of the day, as in the journal.
    """

    journal_ignore: ClassVar[frozenset[str]] = Procedural.journal_ignore | {"first", "last", "report"}

    old = models.ForeignKey(Term, models.PROTECT, related_name="+", verbose_name="上一届")
    number = models.PositiveSmallIntegerField("届数")
    starts = models.DateField("新一届开始日期")
    decided_by = models.CharField("依据", max_length=NAME_MOST, blank=True, default="")
    roster = models.CharField("名册文件", max_length=WORDS_MOST, blank=True, default="")
    organs_done = models.BooleanField("机构已核", default=False)
    items_done = models.BooleanField("未了事项已核", default=False)
    report = models.JSONField("报告", default=dict, blank=True)
    rehearsed_at = models.DateTimeField("预演时间", null=True, blank=True)
    performed_at = models.DateTimeField("执行时间", null=True, blank=True)
    preparer = models.BigIntegerField("准备人账号", null=True)
    preparer_name = models.CharField("准备人", max_length=NAME_MOST, blank=True, default="")
    approver = models.BigIntegerField("批准人账号", null=True, blank=True)
    approver_name = models.CharField("批准人", max_length=NAME_MOST, blank=True, default="")
    seconder = models.BigIntegerField("会同办理人账号", null=True, blank=True)
    seconder_name = models.CharField("会同办理人", max_length=NAME_MOST, blank=True, default="")
    ground = models.CharField("退回或回退理由", max_length=WORDS_MOST, blank=True, default="")
    first = models.BigIntegerField("日志起", null=True, editable=False)
    last = models.BigIntegerField("日志止", null=True, editable=False)

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "换届"
        verbose_name_plural = "换届"
        ordering: ClassVar[list[str]] = ["committee_id", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee"], condition=~Q(state__in=FINISHED) & Q(voided_at=None), name="turnover_one_open"
            ),
        ]

    def __str__(self) -> str:
        return CHANGE_NAME.format(term=self.name)

    @property
    def name(self) -> str:
        """What the new term is called: 第十一届."""
        return term_name(self.number)

    @property
    def last_day(self) -> dt.date:
        """The old term's last day."""
        return self.starts - ONE_DAY

    def get_state_display(self) -> str:
        """The state's Chinese name."""
        return str(ChangeState(self.state).label)


class Entrant(Record):
    """One person of the plan. Who is gone stands here too; ``row`` 0 is somebody taken from the present list.

    ``twins`` names present members of the same name with other numbers, about whom somebody has to decide.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"facts"})

    change = models.ForeignKey(Change, models.PROTECT, related_name="entrants", verbose_name="换届")
    mark = models.CharField("去留", max_length=10, choices=Mark.choices)
    row = models.PositiveIntegerField("名册行", default=0)
    name = models.CharField("姓名", max_length=NAME_MOST)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+", verbose_name="人员")
    member = models.ForeignKey("people.Member", models.PROTECT, null=True, related_name="+", verbose_name="现任")
    number = models.CharField("委员编号", max_length=CODE_MOST, blank=True, default="")
    phone = SecretField("手机号", mask=mask_phone, blank=True, default="")
    id_number = SecretField("身份证号", mask=mask_id, blank=True, default="")
    facts = models.JSONField("人员信息", default=dict, blank=True)
    seats = models.JSONField("所在机构", default=list, blank=True)
    offices = models.JSONField("政协职务", default=list, blank=True)
    twins = models.JSONField("同名现任", default=list, blank=True)
    decided = models.CharField("核定", max_length=10, choices=Decided.choices, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "换届名单"
        verbose_name_plural = "换届名单"
        ordering: ClassVar[list[str]] = ["change_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["change", "member"], name="turnover_member_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def asks(self) -> bool:
        """Whether somebody still has to say if this is a present member."""
        return bool(self.twins) and not self.decided

    def organs(self, kind: str) -> list[str]:
        """Names of the organs of one kind."""
        return [name for own, name, _ in self.seats if own == kind]


class OrganPlan(Record):
    """What becomes of one organ; without one it is a new one."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="organ_plans", verbose_name="换届")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, related_name="+", verbose_name="机构")
    kind = models.CharField("类别", max_length=24, choices=OrganKind.choices)
    name = models.CharField("名称", max_length=NAME_MOST)
    fate = models.CharField("调整", max_length=10, choices=Fate.choices, default=Fate.KEPT)
    targets = models.JSONField("调整后的名称", default=list, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "机构调整"
        verbose_name_plural = "机构调整"
        ordering: ClassVar[list[str]] = ["change_id", "kind", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def after(self) -> list[str]:
        """What it is called in the new term; nothing where it ends."""
        names: list[str] = self.targets
        return [self.name] if self.fate in (Fate.KEPT, Fate.NEW) else [] if self.fate == Fate.ENDED else names


class Decision(Record):
    """What becomes of a kind of loose end, or of one of them: chosen on a day, before the rule of the code table."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="decisions", verbose_name="换届")
    kind = models.CharField("流程", max_length=80)
    record_uid = models.UUIDField("事项", null=True)
    way = models.CharField("去向", max_length=10, choices=Way.choices)
    ground = models.CharField("理由", max_length=WORDS_MOST, blank=True, default="")
    left_to = models.BigIntegerField("负责人账号", null=True)
    left_to_name = models.CharField("负责人", max_length=NAME_MOST, blank=True, default="")
    decided_on = models.DateField("确定日期")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "事项去向"
        verbose_name_plural = "事项去向"
        ordering: ClassVar[list[str]] = ["change_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["change", "kind"], condition=Q(record_uid=None), name="turnover_decided_kind_once"
            ),
            models.UniqueConstraint(
                fields=["change", "record_uid"], condition=~Q(record_uid=None), name="turnover_decided_once"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class LooseEnd(Record):
    """A loose end as the run found it, and what became of it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"title"})

    change = models.ForeignKey(Change, models.PROTECT, related_name="loose_ends", verbose_name="换届")
    kind = models.CharField("流程", max_length=80)
    record_kind = models.CharField("记录类别", max_length=100)
    record_uid = models.UUIDField("事项")
    title = models.CharField("标题", max_length=TITLE_MOST)
    state = models.CharField("当时状态", max_length=CODE_MOST)
    way = models.CharField("去向", max_length=10, choices=Way.choices)
    ground = models.CharField("理由", max_length=WORDS_MOST, blank=True, default="")
    left_to = models.BigIntegerField("负责人账号", null=True)
    left_to_name = models.CharField("负责人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "未了事项"
        verbose_name_plural = "未了事项"
        ordering: ClassVar[list[str]] = ["change_id", "kind", "id"]

    def __str__(self) -> str:
        return self.title


class Archive(Record):
    """The list of what a term left, sealed by a keyed digest beside the head of the journal of that moment (R12.6)."""

    change = models.OneToOneField(Change, models.PROTECT, related_name="archive", verbose_name="换届")
    term = models.PositiveSmallIntegerField("届")
    sealed_at = models.DateTimeField("封存时间")
    count = models.PositiveIntegerField("记录数")
    journal_seq = models.BigIntegerField("日志序号")
    journal_hash = models.CharField("日志摘要", max_length=100)
    seal = models.CharField("封存码", max_length=100)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "封存清单"
        verbose_name_plural = "封存清单"

    def __str__(self) -> str:
        return term_name(self.term)


class ArchivePart(Record):
    """One kind of record in a sealed list; ``rows`` (uid to digest) is what ``digest`` was taken over."""

    journal_ignore: ClassVar[frozenset[str]] = Record.journal_ignore | {"rows"}

    archive = models.ForeignKey(Archive, models.PROTECT, related_name="parts", verbose_name="封存清单")
    kind = models.CharField("记录类别", max_length=100)
    name = models.CharField("名称", max_length=NAME_MOST)
    room = models.CharField("板块", max_length=CODE_MOST)
    count = models.PositiveIntegerField("记录数")
    digest = models.CharField("摘要", max_length=100)
    rows: Any = models.JSONField("明细", default=dict, editable=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "封存分表"
        verbose_name_plural = "封存分表"
        ordering: ClassVar[list[str]] = ["archive_id", "id"]

    def __str__(self) -> str:
        return self.name

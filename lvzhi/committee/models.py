"""Committees, terms, sessions, organs, and the abstract record that every room of work derives from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

from lvzhi.access import Conflict
from lvzhi.committee import vocabulary
from lvzhi.committee.vocabulary import Level, OrganHow, OrganKind
from lvzhi.deadlines import clock
from lvzhi.journal.models import Sealed, SealedQuerySet

if TYPE_CHECKING:
    from lvzhi.committee.scope import Scope

CODE_LENGTH = 32
NAME_LENGTH = 120
GROUND_LENGTH = 200
PATH_STEP = 6


class Committee(Sealed):
    """A committee of any level; its place in the tree is kept in `path` by the actions."""

    journal_ignore: ClassVar[frozenset[str]] = frozenset({"path"})

    name = models.CharField("名称", max_length=NAME_LENGTH, unique=True)
    short_name = models.CharField("简称", max_length=NAME_LENGTH, blank=True, default="")
    code = models.CharField("代码", max_length=CODE_LENGTH, unique=True)
    level = models.CharField("层级", max_length=16, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    path = models.CharField("路径", max_length=255, db_index=True, editable=False, default="")

    class Meta:
        verbose_name = "政协组织"
        verbose_name_plural = "政协组织"
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    @property
    def display(self) -> str:
        """The short name where there is one, otherwise the name."""
        return self.short_name or self.name

    @property
    def depth(self) -> int:
        """Number of committees above this one."""
        return self.path.count("/") - 1 if self.path else 0

    def chain_ids(self) -> list[int]:
        """Ids of this committee and those above it, nearest first, read off the path without a query."""
        return [int(step) for step in reversed(self.path.split("/")) if step]

    def place(self, parent: Committee | None) -> str:
        """The path of this (already saved) committee under `parent`."""
        return (parent.path if parent else "") + f"{self.pk:0{PATH_STEP}d}/"


class Term(Sealed):
    """A term 届 (R0.1); one without an end is the open one, of which a committee has at most one."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="terms", verbose_name="政协组织")
    number = models.PositiveSmallIntegerField("届")
    starts = models.DateField("开始日期")
    ends = models.DateField("届满日期", null=True, blank=True)

    class Meta:
        verbose_name = "届"
        verbose_name_plural = "届"
        ordering = ["committee_id", "starts"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "number"], name="committee_term_number"),
            models.UniqueConstraint(fields=["committee"], condition=Q(ends=None), name="committee_term_one_open"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="committee_term_dates"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What people call it: 第十届."""
        return vocabulary.term_name(self.number)


class Session(Sealed):
    """A plenary session 次 with the window in which proposals to it are taken (R0.1, R1.7, R1.9)."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="sessions", verbose_name="届")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="sessions", verbose_name="政协组织")
    number = models.PositiveSmallIntegerField("次")
    opens = models.DateField("开幕日期")
    closes = models.DateField("闭幕日期")
    window_from = models.DateField("提案征集开始")
    window_until = models.DateField("提案征集截止")

    class Meta:
        verbose_name = "全体会议"
        verbose_name_plural = "全体会议"
        ordering = ["committee_id", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="committee_session_number"),
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="committee_session_dates"),
            models.CheckConstraint(condition=Q(window_until__gte=F("window_from")), name="committee_session_window"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What people call it: 十届二次会议."""
        return vocabulary.session_name(self.term.number, self.number)

    def takes_on(self, day: dt.date) -> bool:
        """Whether a proposal handed in on `day` belongs to this session as a session proposal (R1.7)."""
        return self.window_from <= day <= self.window_until


class Organ(Sealed):
    """A part of a committee: sector, special committee, liaison group, party, agency office … (R0.4)."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="organs", verbose_name="政协组织")
    kind = models.CharField("类别", max_length=24, choices=OrganKind.choices)
    name = models.CharField("名称", max_length=NAME_LENGTH)
    code = models.CharField("代码", max_length=CODE_LENGTH, blank=True, default="")
    starts = models.DateField("设立日期")
    ends = models.DateField("撤销日期", null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级机构"
    )
    former = models.JSONField("曾用名", default=list, blank=True, editable=False)
    """Names it bore before, the oldest first: `name`, `until` (the last day, ISO) and `ground` of the renaming."""

    class Meta:
        verbose_name = "机构"
        verbose_name_plural = "机构"
        ordering = ["committee_id", "kind", "code", "id"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "code"], condition=~Q(code=""), name="committee_organ_code"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="committee_organ_dates"),
        ]

    def __str__(self) -> str:
        return self.name

    def stands_on(self, day: dt.date) -> bool:
        """Whether the organ exists on `day` (its last day included)."""
        return self.starts <= day and (self.ends is None or day <= self.ends)

    def name_on(self, day: dt.date | None) -> str:
        """What it was called on `day`: a record prints the name of its own day. No query."""
        if day is not None:
            for past in self.former:
                if day.isoformat() <= past["until"]:
                    return str(past["name"])
        return self.name


class OrganSuccession(Sealed):
    """From `on`, `organ_to` stands for what was `organ_from`; of several heirs one is the main one."""

    organ_from = models.ForeignKey(Organ, models.PROTECT, related_name="heirs_rows", verbose_name="原机构")
    organ_to = models.ForeignKey(Organ, models.PROTECT, related_name="origin_rows", verbose_name="承接机构")
    on = models.DateField("承接日期")
    how = models.CharField("方式", max_length=8, choices=OrganHow.choices)
    main = models.BooleanField("主要承接", default=True)
    ground = models.CharField("依据", max_length=GROUND_LENGTH, blank=True, default="")

    class Meta:
        verbose_name = "机构承接"
        verbose_name_plural = "机构承接"
        ordering = ["on", "-main", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organ_from", "organ_to"], name="committee_succession_once"),
            models.UniqueConstraint(
                fields=["organ_from"], condition=Q(main=True), name="committee_succession_one_main"
            ),
            models.CheckConstraint(condition=~Q(organ_from=F("organ_to")), name="committee_succession_not_self"),
        ]

    def __str__(self) -> str:
        return f"{self.organ_from} → {self.organ_to}"

    @property
    def committee_id(self) -> int:
        """The committee whose organs both are."""
        return self.organ_from.committee_id


R = TypeVar("R", bound="Record")


class RecordQuerySet(SealedQuerySet[R]):
    """Reads every room of work shares: scope first, then live rows."""

    def live(self) -> Self:
        """Rows not voided as mis-entries (误录作废)."""
        return self.filter(voided_at=None)

    def within(self, scope: Scope) -> Self:
        """Rows of the committees the scope covers."""
        ids = scope.ids()
        if len(ids) == 1:
            return self.filter(committee_id=next(iter(ids)))
        return self.filter(committee_id__in=ids)


class Record(Sealed):
    """Abstract base of every record of work: whose it is, when it was made, whether it was voided."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+", verbose_name="政协组织")
    created_at = models.DateTimeField("录入时间", default=clock.now, editable=False)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    voided_at = models.DateTimeField("作废时间", null=True, blank=True, editable=False)
    void_ground = models.CharField("作废理由", max_length=200, blank=True, default="", editable=False)

    objects = RecordQuerySet.as_manager()  # type: ignore[misc]  # the stubs take the inherited one for a ClassVar

    class Meta:
        abstract = True

    @property
    def is_live(self) -> bool:
        """False once voided as a mis-entry."""
        return self.voided_at is None

    def expect(self, version: int | None) -> None:
        """Refuse when the caller has seen another version than the stored one.

        `None` means that the caller does not care. Raises `Conflict("committee.changed_meanwhile")`.
        """
        if version is not None and version != self.version:
            raise Conflict("committee.changed_meanwhile")

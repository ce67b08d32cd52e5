"""Persons and what they are in a committee, each with the days from which and until which it holds (R0.4, R0.5)."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Organ, Record, Term
from lvzhi.journal.fields import SecretField
from lvzhi.journal.models import Sealed
from lvzhi.journal.secrets import digest, mask_id, mask_phone
from lvzhi.people import pinyin
from lvzhi.people.vocabulary import Education, EmployerKind, Gender, Joined, Left, Part, PostKind, Rank

NAME_LENGTH = 40
WORDS_LENGTH = 120
CODE_LENGTH = 32
NOTE_LENGTH = 500
DUTY_LENGTH = 120


def phone_digest(number: str) -> str:
    """What a phone number is searched by; "" for none."""
    return digest(number, "people.phone")


def id_digest(number: str) -> str:
    """What an identity number is searched by; "" for none."""
    return digest(number, "people.id_number")


def holds(prefix: str, day: dt.date) -> Q:
    """Rows in force on `day`, both ends counted; `prefix` leads to the row ("" or "member__")."""
    return Q(**{f"{prefix}starts__lte": day}) & (Q(**{f"{prefix}ends": None}) | Q(**{f"{prefix}ends__gte": day}))


def _dates(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name=name)


class Dated(Record):
    """A record that holds from a day until a day, both counted; without an end it still holds."""

    starts = models.DateField("起")
    ends = models.DateField("止", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = True

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on `day`."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


class Person(Sealed):
    """A human being, known by uid and never by name; phone and identity number lie encrypted (R12.11)."""

    # fmt: off
    journal_private: ClassVar[frozenset[str]] = frozenset(
        {
            "gender", "born", "ethnicity", "native_place", "education", "employer", "job", "employer_kind",
            "employer_address", "home_address",
        }
    )
    # fmt: on
    journal_ignore: ClassVar[frozenset[str]] = frozenset({"pinyin", "initials", "phone_digest", "id_digest"})

    name = models.CharField("姓名", max_length=NAME_LENGTH, db_index=True)
    gender = models.CharField("性别", max_length=8, choices=Gender.choices, blank=True, default="")
    born = models.DateField("出生日期", null=True, blank=True)
    ethnicity = models.CharField("民族", max_length=20, blank=True, default="")
    native_place = models.CharField("籍贯", max_length=WORDS_LENGTH, blank=True, default="")
    education = models.CharField("学历", max_length=16, choices=Education.choices, blank=True, default="")
    phone = SecretField("手机号", mask=mask_phone, blank=True, default="")
    id_number = SecretField("身份证号", mask=mask_id, blank=True, default="")
    employer = models.CharField("工作单位", max_length=WORDS_LENGTH, blank=True, default="")
    job = models.CharField("职务", max_length=WORDS_LENGTH, blank=True, default="")
    employer_kind = models.CharField("单位性质", max_length=8, choices=EmployerKind.choices, blank=True, default="")
    employer_address = models.CharField("单位地址", max_length=WORDS_LENGTH, blank=True, default="")
    home_address = models.CharField("家庭住址", max_length=WORDS_LENGTH, blank=True, default="")
    account = models.OneToOneField(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登录账号"
    )
    pinyin = models.CharField("拼音", max_length=255, editable=False, default="", db_index=True)
    initials = models.CharField("拼音首字母", max_length=NAME_LENGTH, editable=False, default="", db_index=True)
    phone_digest = models.CharField("手机号检索码", max_length=64, editable=False, default="", db_index=True)
    id_digest = models.CharField("身份证号检索码", max_length=64, editable=False, default="")

    class Meta:
        verbose_name = "人员"
        verbose_name_plural = "人员"
        ordering = ["pinyin", "id"]
        constraints = [
            models.UniqueConstraint(fields=["id_digest"], condition=~Q(id_digest=""), name="people_one_id_number"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def work(self) -> str:
        """Employer and job as one phrase."""
        return f"{self.employer}{self.job}"

    def derive(self) -> None:
        """Fill the columns searched by: pinyin, initials, digests. `save` does it; bulk writers call it."""
        self.pinyin, self.initials = pinyin.spell(self.name)
        self.phone_digest = phone_digest(self.phone.reveal()) if self.phone else ""
        self.id_digest = id_digest(self.id_number.reveal()) if self.id_number else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the derived columns beside what they derive from."""
        names = kwargs.get("update_fields")
        if names is None or {"name", "phone", "id_number"} & set(names):
            self.derive()
            if names is not None:
                kwargs["update_fields"] = {*names, *self.journal_ignore}
        super().save(*args, **kwargs)


class Affiliation(Sealed):
    """Political affiliation 政治面貌 between two days; someone may hold two at once. Sensitive (R12.8)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"party"})

    person = models.ForeignKey(Person, models.PROTECT, related_name="affiliations", verbose_name="人员")
    party = models.CharField("政治面貌", max_length=CODE_LENGTH)
    starts = models.DateField("起", null=True, blank=True, help_text="不填表示早已如此")
    ends = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "政治面貌"
        verbose_name_plural = "政治面貌"
        ordering = ["person_id", "starts", "id"]
        constraints = [
            _dates("people_affiliation_dates"),
            models.UniqueConstraint(
                fields=["person", "party"], condition=Q(ends=None), name="people_affiliation_one_open"
            ),
        ]
        indexes = [models.Index(fields=["party", "person"], name="people_affiliation_party")]

    def __str__(self) -> str:
        return str(self.person)

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


class Member(Dated):
    """One person's tenure as a member of one committee in one term."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"note"})

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name="人员")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+", verbose_name="届")
    number = models.CharField("委员编号", max_length=CODE_LENGTH, blank=True, default="")
    how_joined = models.CharField("任职方式", max_length=16, choices=Joined.choices, default=Joined.NEW_TERM)
    how_left = models.CharField("离任方式", max_length=16, choices=Left.choices, blank=True, default="")
    joined_by = models.CharField("任职依据", max_length=WORDS_LENGTH, blank=True, default="")
    left_by = models.CharField("离任依据", max_length=WORDS_LENGTH, blank=True, default="")
    note = models.CharField("备注", max_length=NOTE_LENGTH, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "委员"
        verbose_name_plural = "委员"
        ordering = ["committee_id", "person__pinyin", "id"]
        constraints = [
            _dates("people_member_dates"),
            models.UniqueConstraint(
                fields=["person", "committee"], condition=Q(ends=None, voided_at=None), name="people_member_one_open"
            ),
            models.UniqueConstraint(
                fields=["committee", "term", "number"],
                condition=~Q(number="") & Q(voided_at=None),
                name="people_member_number",
            ),
        ]
        indexes = [
            models.Index(fields=["committee", "starts"], name="people_member_committee"),
            models.Index(fields=["person", "committee"], name="people_member_person"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The person's name; two may share it, `queries.told_apart` tells them apart."""
        return self.person.name


class Membership(Dated):
    """A member's place in an organ: sector, special committee, liaison group, party … several at once (R0.4)."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="memberships", verbose_name="委员")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机构")
    part = models.CharField("身份", max_length=16, choices=Part.choices, default=Part.MEMBER)
    duty = models.CharField("分工", max_length=DUTY_LENGTH, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "所在机构"
        verbose_name_plural = "所在机构"
        ordering = ["member_id", "starts", "id"]
        constraints = [
            _dates("people_membership_dates"),
            models.UniqueConstraint(
                fields=["member", "organ"], condition=Q(ends=None, voided_at=None), name="people_membership_one_open"
            ),
        ]
        indexes = [models.Index(fields=["organ", "starts"], name="people_membership_organ")]

    def __str__(self) -> str:
        return str(self.organ)


class Post(Dated):
    """An office of the committee itself: chairman, vice-chairman, secretary-general, standing member."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name="人员")
    kind = models.CharField("政协职务", max_length=32, choices=PostKind.choices)
    decided_by = models.CharField("任职依据", max_length=WORDS_LENGTH, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "政协职务"
        verbose_name_plural = "政协职务"
        ordering = ["person_id", "starts", "id"]
        constraints = [
            _dates("people_post_dates"),
            models.UniqueConstraint(
                fields=["person", "committee", "kind"],
                condition=Q(ends=None, voided_at=None),
                name="people_post_one_open",
            ),
        ]
        indexes = [models.Index(fields=["committee", "kind", "starts"], name="people_post_committee")]

    def __str__(self) -> str:
        return self.get_kind_display()


class Staff(Dated):
    """Someone working in the committee's agency 机关; may be a member at the same time."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="staff_posts", verbose_name="人员")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="机关部门")
    part = models.CharField("身份", max_length=16, choices=Part.choices, default=Part.MEMBER)
    title = models.CharField("职务", max_length=WORDS_LENGTH, blank=True, default="")
    rank = models.CharField("职级", max_length=24, choices=Rank.choices, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "机关干部"
        verbose_name_plural = "机关干部"
        ordering = ["committee_id", "person__pinyin", "id"]
        constraints = [
            _dates("people_staff_dates"),
            models.UniqueConstraint(
                fields=["person", "committee"], condition=Q(ends=None, voided_at=None), name="people_staff_one_open"
            ),
        ]
        indexes = [models.Index(fields=["committee", "starts"], name="people_staff_committee")]

    def __str__(self) -> str:
        return self.person.name

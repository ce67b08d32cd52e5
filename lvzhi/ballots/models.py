"""A ballot, what it asks, who may take part, and the urn.

Participation is recorded; choices are not, until the ballot is counted: then slips stand in a batch, shuffled, each
with a random key and nothing else. No column of a slip or of the urn leads to a person, an account or a moment.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.committee.models import Organ
from lvzhi.journal.models import Sealed
from lvzhi.workflow.models import Procedural

TITLE_MOST = 120
LINE_MOST = 120
CODE_MOST = 32
GROUP_MOST = 20
NOTE_MOST = 1000
KEY_HEX = 64
CHOICES_MOST = 600


class Ballot(Procedural):
    """An appraisal by secret ballot (R4.7, R4.8, R8.4)."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"note"})

    title = models.CharField("测评名称", max_length=TITLE_MOST)
    kind = models.CharField("测评种类", max_length=CODE_MOST)
    held_on = models.DateField("测评日期")
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="组织的机构")
    note = models.TextField("说明", blank=True, default="")
    entitled = models.PositiveIntegerField("应到人数", default=0)
    present = models.PositiveIntegerField("实到人数", null=True, blank=True)
    paper_back = models.PositiveIntegerField("收回纸质票", null=True, blank=True)
    paper_invalid = models.PositiveIntegerField("纸质废票", default=0)
    online = models.PositiveIntegerField("网上票", default=0)
    valid = models.PositiveIntegerField("有效票", default=0)
    turnout = models.PositiveIntegerField("收回票", default=0)
    smallest = models.PositiveSmallIntegerField("公布结果的最少有效票", default=0)
    counted_by = models.CharField("开箱的监票人", max_length=200, blank=True, default="")
    counted_at = models.DateTimeField("计票时间", null=True, blank=True)
    ground = models.CharField("作废理由", max_length=200, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "测评"
        verbose_name_plural = "测评"
        ordering: ClassVar[list[str]] = ["-held_on", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def title_for_people(self) -> str:
        """Its title."""
        return self.title


class Line(Sealed):
    """Abstract: a line of a ballot, in its place."""

    place = models.PositiveSmallIntegerField("次序")
    text = models.CharField("文字", max_length=LINE_MOST)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class Item(Line):
    """Who or what is appraised: a unit, a cadre, a party member (R4.7)."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="items", verbose_name="测评")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = "测评对象"
        verbose_name_plural = "测评对象"
        ordering: ClassVar[list[str]] = ["ballot_id", "place"]


class Question(Line):
    """One aspect that is appraised (R4.7, R8.1)."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="questions", verbose_name="测评")

    class Meta(Line.Meta):
        abstract = False
        verbose_name = "测评内容"
        verbose_name_plural = "测评内容"
        ordering: ClassVar[list[str]] = ["ballot_id", "place"]


class Grade(Line):
    """One grade to choose (R4.7)."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="grades", verbose_name="测评")
    code = models.CharField("代码", max_length=CODE_MOST)
    favourable = models.BooleanField("计为好评", default=False)

    class Meta(Line.Meta):
        abstract = False
        verbose_name = "测评等次"
        verbose_name_plural = "测评等次"
        ordering: ClassVar[list[str]] = ["ballot_id", "place"]


class Teller(Sealed):
    """Someone who opens the urn: the public key of a code that only the teller has (R4.8)."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="tellers", verbose_name="测评")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="账号")
    place = models.PositiveSmallIntegerField("次序")
    name = models.CharField("姓名", max_length=80)
    key = models.CharField("公钥", max_length=KEY_HEX, blank=True, default="")

    class Meta:
        verbose_name = "监票人"
        verbose_name_plural = "监票人"
        ordering: ClassVar[list[str]] = ["ballot_id", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ballot", "account"], name="ballots_teller_once")
        ]

    def __str__(self) -> str:
        return self.name


class Voter(Procedural):
    """Someone entitled to vote, and whether they took part; nothing of how (R4.8)."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="voters", verbose_name="测评")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", verbose_name="投票人")
    group = models.CharField("票类", max_length=GROUP_MOST, blank=True, default="")

    class Meta(Procedural.Meta):
        abstract = False
        verbose_name = "投票人"
        verbose_name_plural = "投票人"
        ordering: ClassVar[list[str]] = ["ballot_id", "group", "person__pinyin", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ballot", "person"], name="ballots_voter_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["ballot", "state"], name="ballots_voter_state")]

    def __str__(self) -> str:
        return f"{self.ballot}：{self.person}"

    @property
    def title_for_people(self) -> str:
        """The ballot's title: whoever reads it is the voter."""
        return self.ballot.title


class Urn(Sealed):
    """All slips cast so far, as one text encrypted anew at every vote; gone once they are counted.

    The content is kept out of the journal, which would hold every earlier state of it.
    """

    journal_ignore: ClassVar[frozenset[str]] = frozenset({"content"})

    ballot = models.OneToOneField(Ballot, models.PROTECT, related_name="urn", verbose_name="测评")
    key = models.CharField("公钥", max_length=KEY_HEX)
    groups = models.JSONField("票类", default=list)
    content = models.TextField("密封的票", blank=True, default="")

    class Meta:
        verbose_name = "票箱"
        verbose_name_plural = "票箱"

    def __str__(self) -> str:
        return str(self.ballot)


class Slip(Sealed):
    """What one slip says of one object: the places of the grades chosen, zero for none. Written when counted, shuffled.

    A slip on several objects is cut apart, so that nobody is known by a pattern agreed beforehand.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="slips", verbose_name="测评")
    item = models.ForeignKey(Item, models.PROTECT, related_name="slips", verbose_name="测评对象")
    group = models.CharField("票类", max_length=GROUP_MOST, blank=True, default="")
    choices = models.JSONField("所选等次", default=list)

    class Meta:
        verbose_name = "选票"
        verbose_name_plural = "选票"

    def __str__(self) -> str:
        return str(self.uid)


class PaperTally(Sealed):
    """What two tellers counted by hand on paper: slips with one grade on one aspect of one object."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="paper_tallies", verbose_name="测评")
    item = models.ForeignKey(Item, models.PROTECT, related_name="+", verbose_name="测评对象")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+", verbose_name="测评内容")
    grade = models.ForeignKey(Grade, models.PROTECT, related_name="+", verbose_name="等次")
    votes = models.PositiveIntegerField("票数")

    class Meta:
        verbose_name = "纸质票计票数"
        verbose_name_plural = "纸质票计票数"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "question", "grade"], name="ballots_paper_once")
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.question} {self.grade}"

"""Who is on the other side, with which keys; what waits, what went, what came, what is held (R12.6, R12.7)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lvzhi.committee.models import Record
from lvzhi.journal.fields import SecretField
from lvzhi.relay.packet import ALGORITHMS
from lvzhi.relay.vocabulary import ALGORITHM_NAMES, PACKAGE_NAME, Answer, Fate

NAME_MOST, CODE_MOST, DIGEST_MOST, PUBLIC_MOST, KIND_MOST, WORDS_MOST, TITLE_MOST = 200, 64, 64, 130, 63, 500, 300
ALGORITHM_CHOICES = [(key, ALGORITHM_NAMES[key]) for key in ALGORITHMS]


def in_force(prefix: str, day: dt.date) -> Q:
    """Rows whose days hold ``day``, both ends counted."""
    return Q(**{f"{prefix}starts__lte": day}) & (Q(**{f"{prefix}ends": None}) | Q(**{f"{prefix}ends__gte": day}))


class Dated(Record):
    """Something that holds from a day until a day."""

    starts = models.DateField("启用日期")
    ends = models.DateField("停用日期", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = True

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on ``day``."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


class Key(Dated):
    """A key of one's own. The private part lies encrypted and leaves this table in no way."""

    algorithm = models.CharField("算法", max_length=20, choices=ALGORITHM_CHOICES)
    public = models.CharField("公钥", max_length=PUBLIC_MOST)
    fingerprint = models.CharField("公钥指纹", max_length=DIGEST_MOST, unique=True)
    private = SecretField("私钥")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "本方密钥"
        verbose_name_plural = "本方密钥"
        ordering: ClassVar[list[str]] = ["committee_id", "-starts", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="relay_key_dates"),
        ]

    def __str__(self) -> str:
        return self.fingerprint[:16]


class Peer(Dated):
    """Who is on the other side: a committee, or a unit with an office system of its own.

    ``code`` is what it calls itself in manifests; ``algorithm`` what packages to it are signed with; ``kinds`` what it
    may send. ``account`` acts for a unit's system here: its appointment as the unit's officer is the right it has.
    """

    code = models.CharField("对方代码", max_length=CODE_MOST)
    name = models.CharField("名称", max_length=NAME_MOST)
    elsewhere = models.ForeignKey(
        "committee.Committee", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="对应的政协组织"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="对应的承办单位"
    )
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代为办理的账号"
    )
    algorithm = models.CharField("发往对方的包使用的算法", max_length=20, choices=ALGORITHM_CHOICES)
    kinds = models.JSONField("可接收的种类", default=list, blank=True)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "交换对方"
        verbose_name_plural = "交换对方"
        ordering: ClassVar[list[str]] = ["committee_id", "name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["committee", "code"], condition=Q(voided_at=None), name="relay_peer_code_once"
            ),
            models.UniqueConstraint(
                fields=["committee", "unit"],
                condition=Q(voided_at=None, unit__isnull=False),
                name="relay_peer_unit_once",
            ),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="relay_peer_dates"),
        ]

    def __str__(self) -> str:
        return self.name


class PeerKey(Dated):
    """A public key of the other side; it counts once its fingerprint was compared by another way."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="keys", verbose_name="对方")
    algorithm = models.CharField("算法", max_length=20, choices=ALGORITHM_CHOICES)
    public = models.CharField("公钥", max_length=PUBLIC_MOST)
    fingerprint = models.CharField("公钥指纹", max_length=DIGEST_MOST)
    compared_at = models.DateTimeField("核对指纹时间", null=True, blank=True)
    compared_by = models.CharField("核对人", max_length=NAME_MOST, blank=True, default="")

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = "对方公钥"
        verbose_name_plural = "对方公钥"
        ordering: ClassVar[list[str]] = ["peer_id", "-starts", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["peer", "fingerprint"], condition=Q(voided_at=None), name="relay_peer_key_once"
            ),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="relay_peer_key_dates"),
        ]

    def __str__(self) -> str:
        return self.fingerprint[:16]


class Outgoing(Record):
    """A package that was made. Its bytes are kept: it is given out again as it was."""

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="outgoing", verbose_name="对方")
    number = models.PositiveIntegerField("包号")
    digest = models.CharField("包摘要", max_length=DIGEST_MOST)
    file_digest = models.CharField("文件摘要", max_length=DIGEST_MOST)
    size = models.BigIntegerField("大小")
    records = models.PositiveIntegerField("记录数")
    answer = models.CharField("回执", max_length=10, choices=Answer.choices, default=Answer.WAITING)
    answered_at = models.DateTimeField("回执时间", null=True, blank=True)
    reason = models.CharField("对方说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "发出的包"
        verbose_name_plural = "发出的包"
        ordering: ClassVar[list[str]] = ["peer_id", "-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peer", "number"], name="relay_outgoing_number"),
        ]

    def __str__(self) -> str:
        return PACKAGE_NAME.format(peer=self.peer, number=self.number)


class Post(Record):
    """A record in the outbox; once in a package its content lies there and no longer here."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"title", "payload", "files"})

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="posts", verbose_name="对方")
    kind = models.CharField("种类", max_length=KIND_MOST)
    record_uid = models.UUIDField("记录")
    record_version = models.PositiveIntegerField("记录版本")
    title = models.CharField("标题", max_length=TITLE_MOST, blank=True, default="")
    payload = models.JSONField("内容", default=dict, blank=True)
    files = models.JSONField("附件", default=list, blank=True)
    package = models.ForeignKey(
        Outgoing, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name="装入的包"
    )
    refused = models.CharField("对方不办的理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "待发事项"
        verbose_name_plural = "待发事项"
        ordering: ClassVar[list[str]] = ["peer_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peer", "kind", "record_uid", "record_version"], name="relay_post_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["peer", "package", "id"], name="relay_post_box")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_version}"


class Incoming(Record):
    """A package that came: taken, parked until its forerunners come, or refused with the reason."""

    peer = models.ForeignKey(Peer, models.PROTECT, null=True, blank=True, related_name="incoming", verbose_name="对方")
    sender = models.CharField("自称的发送方", max_length=NAME_MOST, blank=True, default="")
    number = models.PositiveIntegerField("包号", null=True, blank=True)
    digest = models.CharField("包摘要", max_length=DIGEST_MOST, blank=True, default="")
    file_digest = models.CharField("文件摘要", max_length=DIGEST_MOST)
    name = models.CharField("文件名", max_length=NAME_MOST, blank=True, default="")
    size = models.BigIntegerField("大小")
    records = models.PositiveIntegerField("记录数", default=0)
    made_at = models.DateTimeField("对方制作时间", null=True, blank=True)
    fate = models.CharField("处理", max_length=10, choices=Fate.choices)
    settled_at = models.DateTimeField("处理时间", null=True, blank=True)
    code = models.CharField("拒收代码", max_length=40, blank=True, default="")
    reason = models.CharField("拒收理由", max_length=WORDS_MOST, blank=True, default="")
    owes = models.BooleanField("须回执", default=False)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "收到的包"
        verbose_name_plural = "收到的包"
        ordering: ClassVar[list[str]] = ["committee_id", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["peer", "number"],
                condition=Q(fate__in=[Fate.TAKEN, Fate.PARKED]),
                name="relay_incoming_number",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["committee", "fate", "-id"], name="relay_incoming_fate"),
        ]

    def __str__(self) -> str:
        return PACKAGE_NAME.format(peer=self.peer or self.sender, number=self.number or "?")


class Held(Record):
    """The newest version that came of a record of the other side, and whether it was carried out."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"title", "reason"})

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="held", verbose_name="对方")
    kind = models.CharField("种类", max_length=KIND_MOST)
    record_uid = models.UUIDField("记录")
    record_version = models.PositiveIntegerField("记录版本")
    digest = models.CharField("摘要", max_length=DIGEST_MOST)
    package = models.ForeignKey(Incoming, models.PROTECT, related_name="held", verbose_name="来自的包")
    title = models.CharField("标题", max_length=TITLE_MOST, blank=True, default="")
    done = models.BooleanField("已办", default=True)
    code = models.CharField("不办代码", max_length=80, blank=True, default="")
    reason = models.CharField("不办理由", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "已收记录"
        verbose_name_plural = "已收记录"
        ordering: ClassVar[list[str]] = ["peer_id", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peer", "kind", "record_uid"], name="relay_held_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_version}"


class Sheet(Record):
    """Something that came whole and is shown as it came; a newer version takes its place. Nothing of it is ours."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"body"})

    peer = models.ForeignKey(Peer, models.PROTECT, related_name="+", verbose_name="对方")
    record_uid = models.UUIDField("记录")
    record_version = models.PositiveIntegerField("记录版本")
    made_at = models.DateTimeField("对方制作时间")
    count = models.PositiveIntegerField("行数")
    body = models.JSONField("内容", default=dict)

    class Meta(Record.Meta):
        abstract = True


class ReceivedFigure(Sheet):
    """A figure of a peer for a period with its rows; never counted among one's own."""

    key = models.CharField("数据代码", max_length=NAME_MOST)
    name = models.CharField("数据", max_length=NAME_MOST)
    unit = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")
    period = models.CharField("时段", max_length=NAME_MOST)
    value = models.CharField("数值", max_length=NAME_MOST, blank=True, default="")

    class Meta(Sheet.Meta):
        abstract = False
        verbose_name = "收到的数据"
        verbose_name_plural = "收到的数据"
        ordering: ClassVar[list[str]] = ["peer_id", "-period", "key", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peer", "record_uid"], name="relay_figure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.period}"


class ReceivedRoster(Sheet):
    """A peer's list of members on a day."""

    as_of = models.DateField("截至")

    class Meta(Sheet.Meta):
        abstract = False
        verbose_name = "收到的名册"
        verbose_name_plural = "收到的名册"
        ordering: ClassVar[list[str]] = ["peer_id", "-as_of", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peer", "record_uid"], name="relay_roster_once"),
        ]

    def __str__(self) -> str:
        return f"{self.peer} {self.as_of}"

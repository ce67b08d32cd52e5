"""Sign-in at the door: devices that note arrivals without a network, and every arrival they hand in (R6.13)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lvzhi.activities.models.activity import NAME_MOST, WORDS_MOST, Sitting
from lvzhi.activities.models.attendance import Attendance
from lvzhi.activities.models.participants import Participant
from lvzhi.activities.vocabulary.arrivals import ARRIVAL_OF, DEVICE_OF, Doubt, Outcome, Signing
from lvzhi.committee.models import Record


class Device(Record):
    """A phone or tablet at the door of one sitting; it acts for whoever opened it, until it expires or is ended.

    Only the digest of its key is kept, so that a copy of the data opens no list.
    """

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="devices", verbose_name="场次")
    name = models.CharField("名称", max_length=40)
    digest = models.CharField("密钥校验码", max_length=64, unique=True)
    opened_by = models.CharField("开设人", max_length=NAME_MOST)
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+", verbose_name="开设人账号")
    expires_at = models.DateTimeField("到期时间")
    ended_at = models.DateTimeField("停用时间", null=True, blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "签到设备"
        verbose_name_plural = "签到设备"
        ordering: ClassVar[list[str]] = ["sitting_id", "id"]

    def __str__(self) -> str:
        return DEVICE_OF.format(name=self.name, sitting=self.sitting)


class Arrival(Record):
    """One entry made on a device; `entry` is the device's own random id, so that a second sending changes nothing.

    `noted_at` is what the device's clock said, `came_at` the same moment by the server's clock, empty where the
    device's cannot be trusted; `created_at` is when it reached the server.
    `skew_seconds`: how far the device was ahead.
    """

    journal_private: ClassVar[frozenset[str]] = frozenset({"name", "body", "ground"})

    entry = models.UUIDField("设备记录号", unique=True)
    device = models.ForeignKey(Device, models.PROTECT, related_name="arrivals", verbose_name="签到设备")
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="arrivals", verbose_name="场次")
    participant = models.ForeignKey(
        Participant, models.PROTECT, null=True, blank=True, related_name="arrivals", verbose_name="参加人"
    )
    attendance = models.ForeignKey(
        Attendance, models.PROTECT, null=True, blank=True, related_name="arrivals", verbose_name="出席登记"
    )
    way = models.CharField("方式", max_length=8, choices=Signing.choices)
    name = models.CharField("姓名", max_length=NAME_MOST, blank=True, default="")
    body = models.CharField("单位", max_length=NAME_MOST, blank=True, default="")
    noted_at = models.DateTimeField("设备时间")
    came_at = models.DateTimeField("到场时间", null=True, blank=True)
    skew_seconds = models.IntegerField("设备时钟偏差秒数", default=0)
    outcome = models.CharField("处理", max_length=10, choices=Outcome.choices)
    doubt = models.CharField("待核原因", max_length=16, choices=Doubt.choices, blank=True, default="")
    settled_by = models.CharField("核对人", max_length=NAME_MOST, blank=True, default="")
    settled_at = models.DateTimeField("核对时间", null=True, blank=True)
    ground = models.CharField("核对说明", max_length=WORDS_MOST, blank=True, default="")

    class Meta(Record.Meta):
        abstract = False
        verbose_name = "到场记录"
        verbose_name_plural = "到场记录"
        ordering: ClassVar[list[str]] = ["sitting_id", "noted_at", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["sitting", "participant"], name="activities_arrival_whose"),
            models.Index(fields=["sitting", "outcome"], name="activities_arrival_outcome"),
        ]

    def __str__(self) -> str:
        return ARRIVAL_OF.format(name=self.called, sitting=self.sitting)

    @property
    def called(self) -> str:
        """The name it goes by."""
        return self.participant.name if self.participant is not None else self.name

    @property
    def order(self) -> tuple[bool, float, str]:
        """The earliest trustworthy moment comes first; what has none comes last, in an order that never changes."""
        return self.came_at is None, self.came_at.timestamp() if self.came_at is not None else 0.0, str(self.entry)

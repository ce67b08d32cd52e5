"""Accounts, dated appointments, delegations, and the sessions a person is logged in with."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth import hashers
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.validators import MinLengthValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from lvzhi.accounts.vocabulary import Role
from lvzhi.accounts.vocabulary.factors import FactorKind
from lvzhi.accounts.vocabulary.resets import Verdict
from lvzhi.journal.fields import SecretField
from lvzhi.journal.models import Sealed, SealedQuerySet


def same_name(username: str) -> str:
    """The one spelling under which a login name is stored, looked up and locked (full-width and case folded)."""
    return unicodedata.normalize("NFKC", username).strip().casefold()


if TYPE_CHECKING:
    _AccountManager = BaseUserManager["Account"]
else:
    _AccountManager = BaseUserManager.from_queryset(SealedQuerySet)


class AccountManager(_AccountManager):
    """Finds accounts by the stored spelling of their name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account of that login name; raises Account.DoesNotExist."""
        return self.get(username=same_name(username or ""))


class Account(Sealed, AbstractBaseUser):
    """One login of one person. Rights come from appointments, never from flags here."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"password", "former_passwords"})
    journal_ignore: ClassVar[frozenset[str]] = frozenset({"last_login"})

    username = models.CharField(
        "登录名",
        max_length=32,
        unique=True,
        validators=[
            MinLengthValidator(2, "登录名至少2个字符。"),
            RegexValidator(r"^[\w.@-]+$", "登录名只能用汉字、字母、数字和 . @ - _ 。"),
        ],
    )
    name = models.CharField("姓名", max_length=40)
    committee = models.ForeignKey(
        "committee.Committee", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所属政协"
    )
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("下次登录须改密码", default=True)
    password_changed_at = models.DateTimeField("密码修改时间", null=True, blank=True)
    former_passwords = models.JSONField("用过的密码（散列）", default=list, blank=True)
    large_type = models.BooleanField("大字版", default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    initial_password: str | None = None
    """A password just given, for showing once; never stored in readable form."""

    objects: ClassVar[AccountManager] = AccountManager()  # type: ignore[assignment]  # Django wants its own manager here

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"
        ordering = ("username",)

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"

    def clean(self) -> None:
        """Bring the login name into its stored spelling."""
        self.username = same_name(self.username)

    def check_password(self, raw_password: str | None) -> bool:
        """Whether the password is right. Unlike Django's, writes nothing: re-hashing belongs to the login action."""
        return hashers.check_password(raw_password or "", self.password)

    @property
    def is_staff(self) -> bool:
        """Nobody enters Django's own administration site."""
        return False


class AppointmentQuerySet(SealedQuerySet["Appointment"]):
    """Reads of appointments by day."""

    def on(self, day: date) -> AppointmentQuerySet:
        """Those in force on `day`; both ends count."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)


class Appointment(Sealed):
    """A role of an account in a committee (or its organ, or for a unit) from a day to a day, both included."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="appointments", verbose_name="账号")
    role = models.CharField("角色", max_length=24, choices=Role.choices)
    committee = models.ForeignKey("committee.Committee", models.PROTECT, related_name="+", verbose_name="政协")
    organ = models.ForeignKey(
        "committee.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="机构"
    )
    unit = models.ForeignKey(
        "directory.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    starts = models.DateField("起")
    ends = models.DateField("止", null=True, blank=True)
    ground = models.CharField("依据", max_length=200, blank=True)

    objects: ClassVar[Any] = AppointmentQuerySet.as_manager()  # Any: mypy knows no manager made from a query set

    class Meta:
        verbose_name = "任职"
        verbose_name_plural = "任职"
        ordering = ("-starts", "role", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="appointment_ends_after_start"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "starts"], name="appointment_account_day"),
            models.Index(fields=["role", "committee"], name="appointment_role_place"),
        ]

    def __str__(self) -> str:
        return self.get_role_display()

    def in_force(self, day: date) -> bool:
        """Whether the appointment counts on `day`."""
        return self.starts <= day and (self.ends is None or self.ends >= day)


class Delegation(Sealed):
    """One person lets another act for some of the own roles between two days; every entry then shows both names."""

    giver = models.ForeignKey(Account, models.PROTECT, related_name="delegations_given", verbose_name="委托人")
    taker = models.ForeignKey(Account, models.PROTECT, related_name="delegations_taken", verbose_name="受托人")
    roles = models.JSONField("角色", default=list)
    starts = models.DateField("起")
    ends = models.DateField("止")

    class Meta:
        verbose_name = "委托办理"
        verbose_name_plural = "委托办理"
        ordering = ("-starts", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="delegation_ends_after_start"),
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="delegation_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.giver_id}→{self.taker_id}"

    def in_force(self, day: date) -> bool:
        """Whether the delegation counts on `day`."""
        return self.starts <= day <= self.ends


class LoginSession(AbstractBaseSession):
    """Django's session with its owner beside it, so that a person can see and end the own sessions. Not a record."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="sessions", verbose_name="账号")
    started_at = models.DateTimeField("登录时间", null=True)
    seen_at = models.DateTimeField("最近使用", null=True)
    address = models.CharField("地址", max_length=64, blank=True)
    device = models.CharField("设备", max_length=200, blank=True)

    class Meta:
        verbose_name = "登录会话"
        verbose_name_plural = "登录会话"

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that writes this table."""
        from lvzhi.accounts.sessions import SessionStore  # the store imports this model

        return SessionStore


class Factor(Sealed):
    """What proves beside the password that it is the person: the secret of an authenticator, or a passkey.

    The secret stands encrypted and enters no journal, not even sealed: whoever read it there could sign in.
    """

    journal_ignore: ClassVar[frozenset[str]] = frozenset({"secret", "last_step", "sign_count", "used_at"})

    account = models.ForeignKey(Account, models.PROTECT, related_name="factors", verbose_name="账号")
    kind = models.CharField("方式", max_length=12, choices=FactorKind.choices)
    label = models.CharField("名称", max_length=40)
    secret = SecretField("密钥", blank=True, default="")
    last_step = models.BigIntegerField("用过的最后一个时段", default=0)
    credential = models.CharField("凭据编号", max_length=1400, null=True, blank=True, unique=True)
    public_key = models.TextField("公钥", blank=True, default="")
    sign_count = models.BigIntegerField("签名计数", default=0)
    made_at = models.DateTimeField("启用时间")
    used_at = models.DateTimeField("最近使用", null=True, blank=True)

    class Meta:
        verbose_name = "第二步验证"
        verbose_name_plural = "第二步验证"
        ordering = ("kind", "made_at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account"], condition=Q(kind=FactorKind.TOTP), name="factor_one_totp"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.label}"


class RecoverySheet(Sealed):
    """The recovery codes a person has left, as slow salted hashes."""

    journal_ignore: ClassVar[frozenset[str]] = frozenset({"salt", "digests"})

    account = models.OneToOneField(Account, models.PROTECT, related_name="recovery_sheet", verbose_name="账号")
    salt = models.CharField("盐", max_length=64)
    digests = models.JSONField("散列", default=list)
    made_at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "恢复码"
        verbose_name_plural = "恢复码"

    def __str__(self) -> str:
        return str(self.account_id)


class ResetRequest(Sealed):
    """That somebody's password be reset: one person asks, another approves. The password itself is kept nowhere."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="账号")
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="提出人")
    ground = models.CharField("依据", max_length=200)
    asked_at = models.DateTimeField("提出时间")
    decided_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核准人"
    )
    decided_at = models.DateTimeField("核准时间", null=True, blank=True)
    verdict = models.CharField("结果", max_length=12, choices=Verdict.choices, blank=True, default="")
    reason = models.CharField("理由", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "重置密码申请"
        verbose_name_plural = "重置密码申请"
        ordering = ("-asked_at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account"], condition=Q(decided_at=None), name="reset_one_open"),
            models.CheckConstraint(
                condition=Q(verdict__in=("", Verdict.WITHDRAWN)) | ~Q(decided_by=F("asked_by")), name="reset_by_two"
            ),
        ]

    def __str__(self) -> str:
        return str(self.account_id)


class SignOnBinding(Sealed):
    """Which person of a government sign-on an account belongs to; an administrator says so, nothing guesses it."""

    journal_private: ClassVar[frozenset[str]] = frozenset({"subject"})

    account = models.ForeignKey(Account, models.PROTECT, related_name="bindings", verbose_name="账号")
    issuer = models.CharField("认证系统", max_length=200)
    subject = models.CharField("身份编号", max_length=200)

    class Meta:
        verbose_name = "统一身份认证绑定"
        verbose_name_plural = "统一身份认证绑定"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="binding_one_account"),
            models.UniqueConstraint(fields=["issuer", "account"], name="binding_one_person"),
        ]

    def __str__(self) -> str:
        return str(self.account_id)


class KnownBrowser(models.Model):
    """A browser on which the second step is not asked again for some days. Not a record."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="known_browsers", verbose_name="账号")
    digest = models.CharField("散列", max_length=64, unique=True)
    device = models.CharField("设备", max_length=200, blank=True)
    ends = models.DateTimeField("到期")

    class Meta:
        verbose_name = "免验证的浏览器"
        verbose_name_plural = "免验证的浏览器"

    def __str__(self) -> str:
        return self.device

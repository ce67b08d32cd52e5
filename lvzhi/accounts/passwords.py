"""What a password must be (R12.2 a), and the making of initial ones."""

from __future__ import annotations

import secrets
from typing import Final

from django.contrib.auth import hashers
from django.core.exceptions import ValidationError

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary import RULES_OF_SECRETS

# Read aloud and typed from paper: no 0/O, 1/l/I.
_UPPER: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOWER: Final = "abcdefghijkmnpqrstuvwxyz"
_DIGITS: Final = "23456789"
_SHORTEST_NAME: Final = 2
_LIGHT_ROUNDS: Final = 60_000


def classes(password: str) -> int:
    """How many of upper case, lower case, digits, other signs occur."""
    tests = (str.isupper, str.islower, str.isdigit, _is_sign)
    return sum(any(test(sign) for sign in password) for test in tests)


def _is_sign(sign: str) -> bool:
    return not (sign.isdigit() or sign.isupper() or sign.islower())


def check(password: str, account: Account | None = None, *, field: str = "password") -> None:
    """Refuse a password that breaks the rules of the account's committee.

    Raises:
        Refusal: accounts.password_short, _plain, _like_name or _used.
    """
    committee = account.committee_id if account else None
    least = number("accounts.password_length", committee)
    if len(password) < least:
        raise Refusal("accounts.password_short", field=field, limit=least)
    kinds = number("accounts.password_classes", committee)
    if classes(password) < kinds:
        raise Refusal("accounts.password_plain", field=field, classes=kinds)
    if account is not None:
        _check_against(password, account, field)


def _check_against(password: str, account: Account, field: str) -> None:
    lowered = password.casefold()
    if any(len(part) >= _SHORTEST_NAME and part.casefold() in lowered for part in (account.username, account.name)):
        raise Refusal("accounts.password_like_name", field=field)
    count = number("accounts.password_history", account.committee_id)
    used = [account.password, *reversed(account.former_passwords)][:count]
    if any(hashers.check_password(password, encoded) for encoded in used if encoded):
        raise Refusal("accounts.password_used", field=field, count=count)


def initial() -> str:
    """A random first password that satisfies any setting of the class and length norms' defaults, shown once."""
    parts = ["".join(secrets.choice(_LOWER) for _ in range(3)) for _ in range(2)]
    return f"{secrets.choice(_UPPER)}{parts[0]}-{parts[1]}-{''.join(secrets.choice(_DIGITS) for _ in range(4))}"


def light(password: str) -> str:
    """A random first password as it is stored: with fewer rounds than one a person chose.

    A sheet of two hundred would take minutes otherwise. It is forty bits of chance and goes at the first sign-in.
    """
    hasher = hashers.get_hasher()
    rounds = {"iterations": _LIGHT_ROUNDS} if getattr(hasher, "iterations", 0) > _LIGHT_ROUNDS else {}
    return hasher.encode(password, hasher.salt(), **rounds)


def help_text(committee: int | None = None) -> str:
    """The rules in one sentence."""
    return RULES_OF_SECRETS.format(
        length=number("accounts.password_length", committee),
        classes=number("accounts.password_classes", committee),
        history=number("accounts.password_history", committee),
    )


class NormValidator:
    """The same rules for Django's own password functions."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError with the refusal's sentence."""
        try:
            check(password, user if isinstance(user, Account) else None)
        except Refusal as refusal:
            raise ValidationError(refusal.sentence, code=refusal.code) from refusal

    def get_help_text(self) -> str:
        """The rules in one sentence."""
        return help_text()

"""What a mobile number and an 18-digit identity number say of themselves (GB 11643)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from lvzhi.people.vocabulary import Gender

_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}")
_IDENTITY = re.compile(r"[1-9]\d{5}(\d{8})\d{3}[\dX]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def plain(text: str) -> str:
    """Without width, blanks and dashes between digit groups; capital X."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()


def is_phone(number: str) -> bool:
    """A mobile number or a landline with its area code."""
    return _PHONE.fullmatch(number) is not None


def is_identity(number: str) -> bool:
    """18 characters, a day that exists, the right check digit."""
    if born(number) is None:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def born(number: str) -> dt.date | None:
    """The date of birth in an identity number."""
    found = _IDENTITY.fullmatch(number)
    if found is None:
        return None
    try:
        return dt.datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007  reason: a day, no moment
    except ValueError:
        return None


def gender(number: str) -> str:
    """The gender in an identity number of 18 characters."""
    return (Gender.MALE if int(number[16]) % 2 else Gender.FEMALE).value


def age(birth: dt.date, day: dt.date) -> int:
    """Full years on `day`."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))

"""One-time codes by time (RFC 6238): pure, under our clock."""

from __future__ import annotations

import hmac
import io
import re
from datetime import datetime
from typing import Final

import pyotp
import segno

SECONDS: Final = 30
DIGITS: Final = 6
_GAPS = re.compile(r"[\s-]+")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def new_secret() -> str:
    """A random secret, 160 bits as base32."""
    return pyotp.random_base32()


def step_of(moment: datetime) -> int:
    """The number of the half minute that the moment lies in."""
    return int(moment.timestamp()) // SECONDS


def code_at(secret: str, step: int) -> str:
    """The six digits of a step."""
    return pyotp.TOTP(secret, digits=DIGITS, interval=SECONDS).generate_otp(step)


def tidy(code: str) -> str:
    """The code as typed or pasted, without spaces and hyphens, full-width digits made plain."""
    return _GAPS.sub("", code).translate(_WIDE)


def matching(secret: str, code: str, moment: datetime, drift: int) -> int | None:
    """The step whose code this is, None when it is none.

    Args:
        drift: how many steps the other clock may be off, either way.
    """
    typed, here = tidy(code), step_of(moment)
    found = None
    for step in range(here - drift, here + drift + 1):  # all of them, so that the time taken tells nothing
        if hmac.compare_digest(code_at(secret, step).encode(), typed.encode()):
            found = step
    return found


def address(secret: str, username: str, issuer: str) -> str:
    """What an authenticator reads (otpauth://…)."""
    return pyotp.TOTP(secret, digits=DIGITS, interval=SECONDS).provisioning_uri(name=username, issuer_name=issuer)


def picture(text: str) -> str:
    """The text as a square code: one SVG element without styles or scripts, black on white."""
    out = io.BytesIO()
    made = segno.make(text, error="m")
    made.save(
        out,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=4,
        light="#fff",
        svgclass="lz-qr",
        lineclass=None,
    )
    return out.getvalue().decode()


def grouped(secret: str) -> str:
    """The secret in groups of four, to be typed where no camera is."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))

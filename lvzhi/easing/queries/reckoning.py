"""The five bans with the checks of all rooms, looked at for a committee on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.easing.vocabulary import BANS, NO_SETTING, SETTING
from lvzhi.norms import bans, effective
from lvzhi.norms.bans import Ban, Check, Found


@dataclass(frozen=True, slots=True)
class Line:
    """A check with its setting as it is, and what it came to."""

    check: Check
    found: Found
    setting: str
    setting_url: str


@dataclass(frozen=True, slots=True)
class Section:
    """One ban with its checks."""

    ban: Ban
    name: str
    lines: list[Line]

    @property
    def good(self) -> bool:
        """Whether all of its checks pass."""
        return all(one.found.good for one in self.lines)


def sections(committee: Committee, day: dt.date | None = None) -> list[Section]:
    """The five, each with its checks."""
    on = day or clock.today()
    return [Section(ban, name, [_line(one, committee, on) for one in bans.checks(ban)]) for ban, name in BANS.items()]


def _line(check: Check, committee: Committee, day: dt.date) -> Line:
    if not check.norm:
        return Line(check, check.look(committee, day), NO_SETTING, "")
    held = effective(check.norm, committee, day)
    words = SETTING.format(name=held.norm.name, value=held.shown)
    return Line(check, check.look(committee, day), words, reverse("norms:one", args=[committee.uid, check.norm]))

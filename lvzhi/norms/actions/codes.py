"""Altering code tables by date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.norms import rules
from lvzhi.norms.actions.values import checked_ground
from lvzhi.norms.codes import CodeSet, CodeValue, entries, set_of
from lvzhi.norms.models import CODE_LENGTH, NAME_LENGTH, Code

_CODE = re.compile(r"[a-z0-9_.-]+")
_STEP = 10


def set_code(
    actor: Actor,
    committee: Committee,
    set_key: str,
    code: str,
    name: str,
    *,
    starts: dt.date,
    ends: dt.date | None = None,
    sort: int | None = None,
    extra: Mapping[str, Any] | None = None,
    rule: str = "",
    ground: str = "",
) -> Code:
    """Add an entry or, for a code that exists, change it from a day on.

    Args:
        code: lower-case letters, digits, ``-_.``; `starts`, `ends`: first and last day it may be chosen.
        sort: place in lists, at the end when left out; `extra`: those left out keep what they are.

    Raises:
        NotAllowed: none of the table's editors.
        Refusal: malformed or blank code or name, reversed dates, a name taken by another open entry, unknown extra.
    """
    table = set_of(set_key)
    rules.check(actor, committee, table.editors)
    (code, name), ground = _words(code, name), checked_ground(ground)
    if ends is not None and ends < starts:
        raise Refusal("norms.code_dates", field="ends", starts=starts, ends=ends)
    known = entries(set_key, committee, starts)
    _check_name(table, known, code, name, starts)
    row = Code.objects.filter(committee=committee, set_key=set_key, code=code, starts=starts).first()
    row = row or Code(committee=committee, set_key=set_key, code=code, starts=starts)
    former = next((one for one in known if one.code == code), None)
    row.name, row.ends, row.ground, row.rule = name, ends, ground, rule or (former.rule if former else "")
    row.sort = _place(sort, former, known)
    row.extra = _extra(table, former, extra or {})
    with line(actor, "norms.code_set", subject=row, committee=committee, set=table.name, name=name, starts=starts):
        row.save()
    return row


def close_code(actor: Actor, committee: Committee, set_key: str, code: str, *, ends: dt.date, ground: str = "") -> Code:
    """Let an entry be chosen until `ends` and no longer; one that is inherited is closed in this committee and below.

    Raises:
        NotAllowed: none of the table's editors.
        Refusal: `norms.code_unknown` for an entry not in force that day, `norms.code_closed` for one closed before.
    """
    table = set_of(set_key)
    rules.check(actor, committee, table.editors)
    former = next((one for one in entries(set_key, committee, ends) if one.code == code), None)
    if former is None:
        raise Refusal("norms.code_unknown", given=code, set=table.name, day=ends)
    if former.ends is not None and former.ends <= ends:
        raise Refusal("norms.code_closed", field="ends", name=former.name, ends=former.ends)
    rows = Code.objects.filter(committee=committee, set_key=set_key, code=code)
    own = None if former.starts is None else rows.filter(starts=former.starts).first()
    if own is None:
        own = Code(committee=committee, set_key=set_key, code=code, name=former.name, sort=former.sort, starts=ends)
        own.rule, own.extra = former.rule, dict(former.extra)
    own.ends, own.ground = ends, checked_ground(ground)
    with line(actor, "norms.code_close", subject=own, committee=committee, set=table.name, name=own.name, ends=ends):
        own.save()
    return own


def _check_name(table: CodeSet, known: list[CodeValue], code: str, name: str, starts: dt.date) -> None:
    for other in known:
        if other.name == name and other.code != code and other.open_on(starts):
            raise Refusal("norms.code_name_taken", field="name", set=table.name, name=name)


def _words(code: str, name: str) -> tuple[str, str]:
    code, name = code.strip(), " ".join(name.split())
    if not code or not name:
        raise Refusal("norms.code_blank", field="name" if code else "code")
    if len(code) > CODE_LENGTH or not _CODE.fullmatch(code):
        raise Refusal("norms.code_form", field="code", given=code, limit=CODE_LENGTH)
    if len(name) > NAME_LENGTH:
        raise Refusal("norms.code_long", field="name", limit=NAME_LENGTH)
    return code, name


def _place(sort: int | None, former: CodeValue | None, known: list[CodeValue]) -> int:
    if sort is not None:
        return sort
    return former.sort if former else max((one.sort for one in known), default=0) + _STEP


def _extra(table: CodeSet, former: CodeValue | None, given: Mapping[str, Any]) -> dict[str, Any]:
    for word in given:
        if word not in dict(table.extra):
            raise Refusal("norms.extra_unknown", set=table.name, given=word)
    return {**(former.extra if former else {}), **given}

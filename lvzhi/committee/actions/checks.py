"""Checks that the actions of this room share."""

from __future__ import annotations

import re

from lvzhi.access import Refusal
from lvzhi.committee.models import CODE_LENGTH, NAME_LENGTH, Committee
from lvzhi.committee.vocabulary import LABELS

_CODE = re.compile(r"[A-Za-z0-9_-]+")
HIGHEST_NUMBER = 99


def words(field: str, text: str, *, limit: int = NAME_LENGTH, required: bool = True) -> str:
    """The text without outer blanks. Raises `committee.blank`, `committee.too_long`."""
    clean = " ".join(text.split())
    if required and not clean:
        raise Refusal("committee.blank", field=field, label=LABELS[field])
    if len(clean) > limit:
        raise Refusal("committee.too_long", field=field, label=LABELS[field], limit=limit)
    return clean


def code(text: str, *, required: bool = True) -> str:
    """A code of letters, digits, hyphen, underscore. Raises `committee.code_form` and as `words`."""
    clean = words("code", text, limit=CODE_LENGTH, required=required)
    if clean and not _CODE.fullmatch(clean):
        raise Refusal("committee.code_form", field="code", given=clean)
    return clean


def number(value: int, refusal: str) -> int:
    """A number of a term or session, 1 to 99; otherwise raises the refusal."""
    if not 1 <= value <= HIGHEST_NUMBER:
        raise Refusal(refusal, field="number")
    return value


def lock(committee: Committee) -> Committee:
    """Hold the committee's row until the transaction ends, so that two writers cannot overlap each other's dates."""
    return Committee.objects.select_for_update().get(pk=committee.pk)

"""``{% load ui %}``: icons, tags, numbers and dates in templates."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lvzhi.ui import formats, marks, words
from lvzhi.ui.vocabulary import WORD_ASKS

register = template.Library()

FILE_SIGNS = {
    "pdf": "pdf", "doc": "word", "docx": "word", "wps": "word", "xls": "sheet", "xlsx": "sheet", "csv": "sheet",
    "et": "sheet", "png": "picture", "jpg": "picture", "jpeg": "picture", "gif": "picture", "webp": "picture",
    "zip": "archive-file", "rar": "archive-file", "7z": "archive-file",
}  # fmt: skip
TONE_SIGNS = {"neutral": "info", "info": "info", "good": "good", "warn": "warn", "bad": "bad"}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """``{% icon "search" %}``; with a label it speaks: ``{% icon "lock" "已加密" %}``."""
    return marks.icon(name, label)


@register.simple_tag
def asset(name: str) -> str:
    """``{% asset "app.css" %}``: the address of a built file."""
    return marks.asset(name)


@register.simple_tag
def tag(text: Any, tone: str = "neutral", sign: str = "") -> SafeString:
    """``{% tag "已立案" "good" %}``: a status tag."""
    return marks.tag(text, tone, sign)


@register.simple_tag
def word(text: str, shown: str = "") -> SafeString:
    """``{% word "办复率" %}``: a word that opens to what it means, without scripting; ``shown``: written so."""
    said = words.meaning(text)
    if not said:
        return format_html("{}", shown or text)
    key = f"w-{secrets.token_hex(4)}"
    return format_html(
        '<button type="button" class="lz-word" popovertarget="{0}">{2}<span class="lz-unseen">{4}</span></button>'
        '<span class="lz-word-said" id="{0}" popover role="note"><b>{1}</b> {3}</span>',
        key, text, shown or text, said, WORD_ASKS,
    )  # fmt: skip


@register.simple_tag
def once() -> SafeString:
    """``{% once %}`` inside a form: a fresh key under the name ``once``, so that one submission counts once."""
    return format_html('<input type="hidden" name="once" value="{}">', secrets.token_urlsafe(18))


@register.filter
def figure(value: Any, places: int | None = None) -> str:
    """``{{ n|figure }}`` → 12,345."""
    return formats.number(value, places)


@register.filter
def money(value: Any) -> str:
    """``{{ amount|money }}`` → 1,234.50."""
    return formats.money(value)


@register.filter
def share(value: Any, places: int = 1) -> str:
    """``{{ ratio|share }}``: 0.9888 → 98.9%."""
    return formats.share(value, places)


@register.filter
def day(value: date | datetime | None) -> str:
    """``{{ d|day }}`` → 2026年11月22日."""
    return formats.day(value)


@register.filter
def moment(value: datetime | date | None) -> str:
    """``{{ at|moment }}`` → 2026年11月22日 14:03."""
    return formats.moment(value)


@register.filter
def named(thing: Any, on: date | None) -> str:
    """``{{ organ|named:activity.held_on }}``: what something that changes its name was called on a day; "" for none."""
    return "" if thing is None else str(thing.name_on(on or None))


@register.filter
def weekday(value: date | datetime | None) -> str:
    """``{{ d|weekday }}`` → 周日."""
    return formats.weekday(value) if value else ""


@register.filter
def machine_day(value: date | datetime | None) -> str:
    """The ISO form for ``<time datetime>``."""
    return value.isoformat() if value else ""


@register.filter
def masked(value: Any, head: int = 3) -> str:
    """``{{ phone|masked }}`` → 138****5678."""
    return formats.masked(value, head)


@register.filter
def size(value: int | None) -> str:
    """``{{ file.size|size }}`` → 1.2 MB."""
    return formats.size(value)


@register.filter
def file_sign(name: str) -> str:
    """The icon for a file of this name."""
    return FILE_SIGNS.get(str(name).rpartition(".")[2].lower(), "file")


@register.filter
def tone_sign(tone: str) -> str:
    """The icon for a notice of this tone."""
    return TONE_SIGNS.get(str(tone), "info")


@register.filter
def message_tone(level_tag: str) -> str:
    """Django's message level → our tone."""
    return {"success": "good", "warning": "warn", "error": "bad"}.get(level_tag, "info")


@register.filter
def initial(name: str) -> str:
    """The character that stands for a person: the surname."""
    return str(name).strip()[:1]

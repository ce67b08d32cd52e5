"""Small pieces of markup that Python code hands to a template: icons and status tags.

A table of 50 rows holds some hundred of them, so they are strings built here, not template renderings.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from django.templatetags.static import static
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Tone = Literal["neutral", "info", "good", "warn", "bad", "later"]
TONES: tuple[Tone, ...] = ("neutral", "info", "good", "warn", "bad", "later")

_NAMES: frozenset[str] = frozenset(json.loads((Path(__file__).parent / "icons.json").read_text("utf-8")))


class UnknownIconError(LookupError):
    """An icon name that ``lvzhi/ui/icons.json`` does not list."""


@lru_cache(maxsize=1024)
def asset(name: str) -> str:
    """The address of a built file of ``front/`` (``app.css``, ``icons.svg`` …)."""
    return static(f"front/{name}")


@lru_cache(maxsize=1024)
def icon(name: str, label: str = "") -> SafeString:
    """An icon out of the sprite, hidden from screen readers unless it has a ``label``.

    Raises ``UnknownIconError`` for a name that is not in ``icons.json``: a missing sign is a mistake to see early.
    """
    if name not in _NAMES:
        raise UnknownIconError(f"icon {name!r} is not listed in lvzhi/ui/icons.json")
    voice = f'role="img" aria-label="{conditional_escape(label)}"' if label else 'aria-hidden="true"'
    use = f'<use href="{conditional_escape(asset("icons.svg"))}#i-{name}"></use>'
    return mark_safe(f'<svg class="lz-icon" {voice} focusable="false">{use}</svg>')  # noqa: S308 name is listed, label escaped


@dataclass(frozen=True, slots=True)
class Tag:
    """A status tag: text, a sign and a shape, so that colour is never the only signal (R12.23).

    ``tone``: neutral, info, good, warn, bad, later. ``icon``: name of a sign; by default the sign of the tone.
    """

    text: str
    tone: Tone = "neutral"
    icon: str = ""

    def __html__(self) -> SafeString:
        return tag(self.text, self.tone, self.icon)

    def __str__(self) -> str:
        return self.text


def tag(text: Any, tone: str = "neutral", sign: str = "") -> SafeString:
    """The markup of a status tag. An unknown ``tone`` is shown as neutral; the text always stands."""
    known = tone if tone in TONES else "neutral"
    return mark_safe(  # noqa: S308 every part is escaped or listed
        f'<span class="lz-tag" data-tone="{known}">{icon(sign or known)}<span>{conditional_escape(text)}</span></span>'
    )

"""How plans, tasks and campaigns are called in lists, sentences and headings."""

from __future__ import annotations

from typing import Final

PLAN_OF: Final = "{year}年{title}"
NUMBERED: Final = "{number}．{topic}"
NAMES: Final = "、"

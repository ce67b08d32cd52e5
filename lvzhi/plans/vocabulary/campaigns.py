"""What a campaign is called in short, in the way official prose does."""

from __future__ import annotations

from typing import Final

TAILS: Final = ("主题实践活动", "主题教育活动", "主题活动", "专项行动", "活动", "行动")
STUDIED: Final = "学习贯彻"  # a campaign of study is called by what stands at its end: 主题教育
SHORT: Final = 4
QUOTES: Final = '“”‘’"《》'


def called(name: str) -> tuple[str, ...]:
    """The short names of a campaign: without marks and the word for campaign; one of study by its end."""
    short = name.strip(QUOTES)
    for tail in TAILS:
        short = short.removesuffix(tail).strip(QUOTES)
    ends = (short[-SHORT:],) if short.startswith(STUDIED) else ()
    return (short, *ends) if short else ()

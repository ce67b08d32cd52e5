"""Words of the document that submits advice by theme."""

from __future__ import annotations

from typing import Final

PAPER_KIND: Final = "advice"
TITLE: Final = "关于报送有关意见建议的报告"
SPAN: Final = "{since}至{until}"
OPENING: Final = "现将{span}形成的{themes}个方面{count}条意见建议报送如下。"
HEADING: Final = "{place}、{theme}方面"
NO_THEME: Final = "其他"
ITEM: Final = "第{number}条，{text}。{beside}"
BESIDE: Final = "（{told}）"
PARTED: Final = "，"
STOP: Final = "。；;"
_UNITS: Final = ("", *"一二三四五六七八九")
PLACES: Final = tuple(
    ("" if number < 10 else ("" if number < 20 else _UNITS[number // 10]) + "十") + _UNITS[number % 10]
    for number in range(1, 100)
)

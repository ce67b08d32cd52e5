"""How rules number their articles and chapters, as patterns."""

from __future__ import annotations

import re
from typing import Final

_N: Final = "〇○零Ｏ一二三四五六七八九十百千两0-9０-９"
ARTICLE: Final = re.compile(rf"第\s*([{_N}]+)\s*条(?:\s*之\s*([{_N}]+)(?![项款条]))?")
CHAPTER: Final = re.compile(rf"第\s*([{_N}]+)\s*([编章节])(?=[\s：:]|$|[^的])")
ITEM: Final = re.compile(r"([一二三四五六七八九十百]+)\s*、")
HEADINGS: Final = {"编": "b", "章": "c", "节": "s"}
PARTS: Final = re.compile(r"(?<=[。；！？：”）)\s])(?=第)")  # where a paste may have run two articles together
GOES_ON: Final = re.compile(  # a sentence that speaks of another article goes on so
    rf"(?:规定|所称|所列|所述|中|第\s*[{_N}]+\s*[款项条]|至|到|[、和或与及的]|以及|之规定)"
)
CONTENTS: Final = re.compile(r"目\s*[录次]")
SENTENCE_END: Final = "。；，,;"
OPENING: Final = "：:【［[（("
ZEROS: Final = str.maketrans("○Ｏ〇０１２３４５６７８９", "零零零0123456789")
ROW: Final = re.compile("[零一二三四五六七八九两]{2,}")
FIGURES: Final = {sign: place for place, sign in enumerate("零一二三四五六七八九")} | {"两": 2}

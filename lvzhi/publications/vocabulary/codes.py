"""Default rows of the code table of levels, names of the norms."""

from __future__ import annotations

from typing import Final

LEVELS: Final = "publications.levels"
LEVELS_NAME: Final = "宣传媒体层级"
SAID_LABEL: Final = "公文中的其他叫法，用顿号分开"
# code, name, rule, further words by which a text may name it
LEVEL_ROWS: Final = (
    ("national", "国家级", "house", "中央、全国、中央媒体、国家级媒体"),
    ("province", "省级", "house", "省级媒体、省级以上"),
    ("city", "市级", "house", "市级媒体、地市级"),
    ("county", "区县级", "house", "区级、县级、区级媒体"),
    ("own", "本级自办", "house", "自办媒体"),
)
NORMS: Final = {
    "punctuation": ("文史稿件字数：标点计入", "按版面字数的习惯，标点占一格，计入字数。"),
    "blanks": ("文史稿件字数：空格计入", "换行任何时候都不计。"),
    "first": ("文史稿件初审期限", "自交稿之日起。"),
    "second": ("文史稿件复审期限", "自初审通过之日起。"),
    "final": ("文史稿件终审期限", "自复审完成之日起。"),
}
COUNTED: Final = {
    frozenset[str](): "字数计正文的文字、标点和空格，换行不计",
    frozenset({"blanks"}): "字数计正文的文字和标点，空格、换行不计",
    frozenset({"punctuation"}): "字数计正文的文字和空格，标点、换行不计",
    frozenset({"blanks", "punctuation"}): "字数只计正文的文字，标点、空格、换行不计",
}

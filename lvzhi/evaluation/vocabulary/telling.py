"""Sentences of a rule set's parts."""

from __future__ import annotations

from typing import Final

YEAR_START: Final = "年初"
YEAR_END: Final = "年末"
EXCEPT: Final = "{said}除外"
AND: Final = "；"
COMMA: Final = "，"
BLOCK_START: Final = "起始{points}分"
BLOCK_CAP: Final = "上限{cap}分"
BLOCK_OPEN: Final = "不封顶"
BLOCK_FLOOR: Final = "最低{floor}分"
BLOCK_BELOW: Final = "可以为负分"
BONUS: Final = "加分块"
ANY: Final = "不论得分"
QUOTA: Final = "，名额{quota}%"
LOW: Final = "，开启个案由人处理"
TOTAL_OPEN: Final = "总分不封顶"
TOTAL_CAP: Final = "总分上限{cap}分"
TOTAL: Final = "{cap}；每条得分保留{places}位小数，四舍五入。"

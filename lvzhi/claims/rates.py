"""Rates that share one number or a list of numbers: 办复率、满意率均为100%."""

from __future__ import annotations

import re

from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.phrases import find_verbs, strip_links, strip_modifiers

_SPLIT = re.compile(r"、|(?<![共总饱])和(?!谐)|以及|(?<![普涉波])及(?![时格])|(?<!参)与")
# 满意和基本满意率 is one rate, whatever stands beside it.
_BOTH = re.compile(r"(满意|了解)(?:和|、|或|及)(基本满意|比较满意|基本了解)")
_ITEM = re.compile(r"(?:率|度|比例|比重|占比)$")
_HALF = re.compile(r"(?:满意|了解|办复|办结|面商|采纳|参与|答复|落实|解决)$")


def rate_subjects(phrase: str) -> list[str]:
    """Subjects that share one number or a list of numbers: 提案办复率、满意率 → 提案办复率, 提案满意率."""
    phrase = re.split(r"[，；。：]", strip_links(phrase))[-1]
    joined = _BOTH.sub(r"\1＋\2", phrase[-60:])
    items = [item.replace("＋", "和") for item in _SPLIT.split(joined) if item]
    tail: list[str] = []
    for item in reversed(items):
        if not _ITEM.search(item):
            if tail and _HALF.search(item) and "、" not in phrase:
                return [strip_modifiers(phrase[-24:])]  # 满意和基本满意率 is one rate
            if tail and item.endswith(verbs.PEOPLE_HEADS) and tail[0].startswith(verbs.PEOPLE_HEADS):
                tail[0] = f"{strip_modifiers(item)}、{tail[0]}"  # 代表、委员满意度
            break
        tail.insert(0, item)
    if len(tail) < 2:
        return [strip_modifiers(t) for t in tail]
    tail[0] = strip_modifiers(tail[0])
    verb = find_verbs(tail[0])
    if verb and verb[0].start == 0 and verb[0].word in ("实现", "确保", "推动", "保持", "促进"):
        tail[0] = tail[0][verb[0].end :]
    head = re.match(
        r"^((?:重点|集体|委员|会议|全部)?(?:提案|建议|议案|信息|委员|常委|代表|党员|群众|项目|企业))(?=.{2,})", tail[0]
    )
    if head and not any(t.startswith(head[1]) for t in tail[1:]):
        tail = [tail[0], *(head[1] + t for t in tail[1:])]
    return tail

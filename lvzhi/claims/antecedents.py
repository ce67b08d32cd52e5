"""What a number that names nothing is about, where clauses before it say so (提案占四成，达12件; 捐款踊跃，共8万元)."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.bare import HEAD_NOUN, PERSONS, Described
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import find_verbs, shorten, strip_links, strip_modifiers

_WORTH = re.compile(r"^(?:其)?(?:总)?(?:价值|市值|货值|估值|折合|折款|折价|合计|共计|总计|总额|总金额)")
_NAMELESS = re.compile(r"^(?:共|已|先后|累计|全部|均|又|还|并|约|近)*(?:被|经|获|得到|受到)")
# Where the noun phrase at the head of a clause ends.
_NP_END = re.compile(
    r"占|达|被|由|均|已|经(?!济|验|营|费)|的?(?:总数|数量|总量)|主要|大多|来自|涉及|集中|较|比(?!例|赛)|最|居|不断|明显|大幅|稳步"
)
_OF_FIELD = re.compile(r"([^，。；：]{2,14}(?:方面|领域|类))的?((?:集体|委员|重点)?(?:提案|建议|信息|意见))$")
_TITLE = re.compile(r"《[^《》]{1,30}》")
_OF_BOOKS = ("册", "本", "套")
# 提案：收到158件: the word before the colon names the line.
_LABEL = re.compile(
    r"(?:^|[。；，\n■●◆])([^，。；：\d]{0,6}(?:提案|信息|社情民意|建议|议案|活动|会议|调研|视察|文史|培训))：$"
)
_MONEY_ACT = re.compile(r"捐款捐物|捐款|捐资|捐物|募捐|认捐|投资|筹资|引资|融资|贷款|出资|集资|销售|消费扶贫")
_PEOPLE = re.compile(
    rf"[^，。；：、的和与及等]{{0,6}}?(?:{'|'.join(verbs.PEOPLE_HEADS)})(?!{'|'.join(verbs.PEOPLE_GO_ON)})"
)

_FAR: Final = 200  # how far back people and money may be named


def antecedent(
    text: str, number: Number, clause: int, since: tuple[int, int], last: Described | None
) -> Described | None:
    """What the number inherits: `last`, or what the clauses before it tell better.

    `clause` is the start of the number's clause, `since` the end of the number before it and the start of its sentence.
    """
    pre = text[max(clause, since[0]) : number.lead]
    own = strip_links(pre).strip("，、 其中另")
    if last is not None and _WORTH.match(pre) and number.unit in lexicon.MONEY_UNITS:
        return replace(last, unit=number.unit)
    if number.unit in _OF_BOOKS and (titles := _TITLE.findall(text, max(since[1], number.lead - _FAR), number.lead)):
        verb = find_verbs(own)
        if not own or (verb and verb[-1].end == len(own) and verb[0].start == 0):
            return Described(titles[-1], None, number.lead, -1, titles[-1], unit=number.unit)
    if clause and text[clause - 1] == "：" and (label := _LABEL.search(text, max(0, clause - 20), clause)):
        verb = find_verbs(own)
        if not own or (verb and verb[0].start == 0 and verb[-1].end == len(own)):
            return Described(label[1], None, number.lead, -1, label[1], unit=number.unit)
    if own and not _NAMELESS.match(own) and not _bare(own):
        return last
    if clause > since[0] and (topic := _head_of_clause(text, since[0], clause)):
        return Described(topic, None, number.lead, -1, topic, unit=number.unit)
    if clause < since[0]:
        return (
            replace(last, unit=number.unit) if last is not None else None
        )  # in one clause the number before it says what both are about: 批示1件、2人次
    said = text[max(since[1], number.lead - _FAR) : number.lead]
    if number.unit in PERSONS and (last is None or last.unit not in PERSONS):
        people = _people(said)
        return Described(people, None, number.lead, -1, people, unit=number.unit) if people else last
    if number.unit in lexicon.MONEY_UNITS and (last is None or last.unit not in lexicon.MONEY_UNITS):
        acts = _MONEY_ACT.findall(said)
        return Described(acts[-1], acts[-1], number.lead, -1, acts[-1], unit=number.unit) if acts else last
    return last


def _bare(own: str) -> bool:
    """Whether nothing but a verb of handling papers stands before the number: (采用)9篇."""
    found = find_verbs(own)
    return len(found) == 1 and found[0].end - found[0].start == len(own) and own.endswith(verbs.PROCESSING)


def _head_of_clause(text: str, start: int, end: int) -> str | None:
    """The paper or people that the clause straight before is about; nothing else is sure enough to be inherited."""
    clauses = re.split(r"[，；：]", text[start:end].rstrip("，；： "))
    head = clauses[-1][:40]
    stop = _NP_END.search(head, 2)
    phrase = head[: stop.start()] if stop else head
    field = _OF_FIELD.search(phrase)
    if field:
        return shorten(strip_modifiers(field[1]) + field[2])
    phrase = strip_modifiers(phrase.rsplit("的", 1)[-1])
    if len(phrase) < 2 or not HEAD_NOUN.search(phrase) or any(not v.nominal for v in find_verbs(phrase)):
        return None
    return shorten(phrase)


def _people(said: str) -> str | None:
    """The people named last in what was said."""
    found = next(iter(deque(_PEOPLE.finditer(said), maxlen=1)), None)
    if found is None:
        return None
    before = find_verbs(found[0])
    people = strip_modifiers(found[0][before[-1].end :] if before else found[0])
    return shorten(people) if len(people) >= 2 else None

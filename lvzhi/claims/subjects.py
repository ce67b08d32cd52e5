"""What a number counts and what was done with it: subject and action, read from the clause around the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import (
    EDGES,
    Verb,
    enumeration_end,
    find_verbs,
    first_verb,
    noun_behind,
    shorten,
    strip_links,
    strip_modifiers,
)

_SPLIT = re.compile(r"、|和|以及|及|与")
_ITEM = re.compile(r"(?:率|度|比例|比重|占比)$")
_SHARE_OF = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|的|件|条|项|人|名|个|约|各|已|并)?占(?:比)?(?:[^，。；占]{0,14}?(?:的|总数|总量|比例|比重))?(?:为|达|达到)?$"
)
_TAKES_TOPIC = re.compile(r"^(?:转作|转为|转化为|列为|列入|纳入|评为|合并为|确定为|改为)")
_RATES: Final = ("%", "‰", "个百分点", "百分点", "倍", "番")
_HEAD_NOUN = re.compile(r"(?:提案|建议|信息|议案|意见|案件|项目|活动|委员|代表|问题|报告|文章|稿件|资金|企业)$")
_COMPARED = re.compile(
    r"(?:(?:同比|环比|[比较与](?:上一?年|去年|上届|往年|前年|同期|上年同期|去年同期|换届前)(?:相比)?)?"
    r"(?:提高|提升|增长|增加|上升|下降|减少|降低|缩短|高出|高|低|多|少)?|同比|环比)$"
)
_SCOPE_ONLY = re.compile(r"^(?:全[省市区县州国]|其中|现有|已有|有)+$")
_NAMED_RATE = re.compile(r"([^，；、。：]{1,12}(?:率|度|比例))(?=[^，；。]{0,20}$)")
_GLOSS = re.compile(r"（[^（）]{1,12}）$")
_NEAR: Final = 90  # how far a subject may stand from its number


@dataclass(frozen=True, slots=True)
class Described:
    """Subject and action of one number, and the span of the claim in the paragraph.

    `topic` is what a following number without a subject of its own is about.
    """

    subject: str
    action: str | None
    start: int
    end: int
    topic: str = ""

    @property
    def handed_on(self) -> str:
        """What the next number inherits."""
        return self.topic or self.subject


def describe(
    text: str,
    clause: tuple[int, int],
    number: Number,
    left: int,
    right: int,
    last: Described | None,
    beyond: tuple[int, int] | None = None,
) -> Described:
    """Subject and action of `number`.

    `clause` bounds its comma clause; `left` and `right` are the ends of its neighbours there (or the clause's bounds);
    `last` is what the number before it in the sentence was about, for numbers that name nothing (立案231件, 近30万字);
    `beyond` is what stands behind a next number that follows at once (3批46名委员).
    """
    left = max(left, number.lead - _NEAR)
    pre = text[left : number.lead]
    post = text[number.unit_end : min(right, number.unit_end + _NEAR)]
    if number.unit in _RATES:
        return _rate(text, (max(clause[0], number.lead - _NEAR), left), pre, post, number, last)
    if beyond is not None and not post:
        found = _behind_next(text[beyond[0] : min(beyond[1], beyond[0] + _NEAR)], pre, left, number)
        if found is not None:
            return found
    before = find_verbs(pre)
    governed = bool(before) and before[-1].end == len(pre.rstrip("了过"))
    noun, noun_end, predicate = noun_behind(post, number, governed)
    if not noun:
        return _from_before(left, pre, post, number, last)
    if noun.endswith(("中", "里")) and len(noun) > 2 and pre.rstrip("这上述近").endswith(("在", "从", "于")):
        noun = noun[:-1]
    verb = _governing(pre)
    told = _verb_behind(text[number.unit_end + noun_end : clause[1]], predicate)
    action = verb.word if verb else None
    if action is None and left == clause[0] and number.unit in lexicon.PEOPLE_UNITS:
        action = told  # people at the head of a clause have its verb (…，198名委员下沉社区), not the one before
    if action is None and not pre.strip(EDGES) and last is not None and last.end >= left - 40:
        action = last.action
    start = left + verb.start if verb else _trim(text, left, number.lead)
    return Described(noun, action or told, start, number.unit_end + noun_end)


def _verb_behind(behind: str, close: str | None) -> str | None:
    """The verb behind a counted noun: the close one, unless it only says what the act was about."""
    return (close if close not in verbs.TOPIC_LEADS else None) or (first_verb(behind) if behind else None)


def _behind_next(post: str, pre: str, left: int, number: Number) -> Described | None:
    """What two numbers in a row count together, where the text behind the second names it."""
    noun, _, _ = noun_behind(post, number, governed=True)
    if not noun:
        return None
    verb = _governing(pre)
    return Described(noun, verb.word if verb else None, left + (verb.start if verb else 0), number.unit_end)


def _trim(text: str, left: int, lead: int) -> int:
    start = left
    while start < lead and text[start] in "、，和与及；：其中 （以":
        start += 1
    return min(start, lead)


def _governing(pre: str) -> Verb | None:
    """The verb that governs a number whose noun stands behind it."""
    listed = enumeration_end(pre)
    head, tail = pre[:listed], pre[listed:]
    if listed and not find_verbs(tail):
        found = [v for v in find_verbs(head) if not v.nominal or v.start <= 2]
        return found[0] if found else None
    found = find_verbs(pre)
    plain = [v for v in found if not v.nominal or v.start <= 2 or not pre[v.end :].strip(EDGES + "了共计达")]
    return plain[-1] if plain else None


def _rate(text: str, lefts: tuple[int, int], pre: str, post: str, number: Number, last: Described | None) -> Described:
    """A share or a change: 办复率为100%, 占立案总数的39%, 增长12%, 99%的提案已办复. `lefts`: of clause and of `pre`."""
    end, left = number.unit_end, lefts[1]
    raw = pre.rstrip("约近达为")
    share = _SHARE_OF.search(raw)
    if share and "占" in share[0]:
        own = strip_modifiers(strip_links(raw[: raw.rfind("占")])).strip(EDGES)
        topic = own if len(own) > 1 else (last.handed_on if last else "")
        return Described(shorten(topic + "占比"), None, left + max(0, raw.rfind("占")), end)
    phrase = _COMPARED.sub("", strip_links(pre).rsplit("，", 1)[-1])
    if not phrase.strip(EDGES) or _SCOPE_ONLY.match(phrase):
        noun, noun_end, predicate = noun_behind(post, number)
        if noun:
            return Described(noun, predicate, _trim(text, left, number.lead), end + noun_end)
        named = _NAMED_RATE.search(text[lefts[0] : number.lead])
        if named:
            return Described(shorten(strip_modifiers(named[1])), None, lefts[0] + named.start(), end)
        verb = first_verb(post)
        topic = (_by_verb(verb) if verb else None) or (last.handed_on if last else "")
        return Described(topic or post.strip(EDGES)[:8] or "比例", verb, _trim(text, left, number.lead), end)
    subject = strip_modifiers(phrase)
    found = find_verbs(subject)
    if found and found[0].start == 0 and found[0].word in ("实现", "推动", "完成", "促进", "带动"):
        subject = subject[found[0].end :] or subject
    return Described(shorten(subject), None, left + max(0, pre.find(subject[:4])), end)


def _from_before(left: int, pre: str, post: str, number: Number, last: Described | None) -> Described:
    """The counted thing stands before the number (收到提案264件), or nowhere in the clause (立案231件)."""
    end = number.unit_end
    pre = _GLOSS.sub("", pre)
    linked = pre.rstrip("，、 ：（共有为约近达")
    phrase = strip_links(pre)
    if not phrase.strip(EDGES + "其中另"):
        begin = number.lead
        told = _told_behind(post, number)
        if told is not None:
            return told
        if last is None:
            return Described(pre.strip(EDGES)[-6:] or _default(number, post), first_verb(post), begin, end)
        return Described(last.handed_on, last.action, begin, end)
    found = find_verbs(phrase)
    if linked.endswith("的"):
        return _attributive(phrase, found, left, end, last)
    of = phrase.rfind("的")
    if 0 < of < len(phrase) - 1 and len(phrase) - of <= 14 and not any(v.start > of and not v.nominal for v in found):
        head = [v for v in found if v.end <= of and not v.nominal] or [v for v in found if v.end <= of]
        subject = strip_modifiers(phrase[of + 1 :])
        return Described(shorten(subject), head[-1].word if head else None, left + (head[-1].start if head else 0), end)
    listed = enumeration_end(phrase)
    if listed and len(phrase) > listed and not any(v.start >= listed and not v.nominal for v in found):
        head = [v for v in found if v.end <= listed and (not v.nominal or v.start <= 2)]
        subject = shorten(strip_modifiers(phrase[listed:]))
        return Described(subject, head[0].word if head else None, left + (head[0].start if head else 0), end)
    return _verb_object(phrase, found, left, end, number, last, pre)


def _told_behind(post: str, number: Number) -> Described | None:
    """8次在全省会议上作经验介绍: what was done that often is said behind the number."""
    body = re.split(r"[，。；：]", post)[0]
    if number.unit not in ("次", "场", "场次", "届", *lexicon.TIME_UNITS) or len(body) < 4:
        return None
    verb = next((v for v in find_verbs(body) if not v.nominal), None)
    if verb is None:
        return None
    rest = strip_modifiers(body[verb.end :])
    if not 2 <= len(rest) <= 16:
        return None
    return Described(rest, verb.word, number.lead, number.unit_end + len(body))


def _attributive(phrase: str, found: list[Verb], left: int, end: int, last: Described | None) -> Described:
    """关于经济建设方面的212件, 已落实的有122件: a part of what was counted before."""
    head = re.sub(r"^(?:其中|关于|涉及|属于|有关|用于)+", "", phrase).strip(EDGES)
    if head.endswith(("方面", "领域", "类")):
        topic = last.handed_on if last is not None else ""
        return Described(shorten(head + topic), None, left, end, topic)
    verb = found[-1].word if found else None
    if last is None:
        return Described(shorten(head), verb, left + _lead_in(phrase), end)
    return Described(last.handed_on, verb, left, end, last.handed_on)


def _verb_object(
    phrase: str, found: list[Verb], left: int, end: int, number: Number, last: Described | None, pre: str
) -> Described:
    strong = [v for v in found if not v.nominal or v.word in verbs.VISITING]
    for verb in reversed(strong or found[:1]):
        rest = _behind_chain(phrase[verb.end :])
        if _TAKES_TOPIC.match(verb.word) and last is not None:
            return Described(last.handed_on, phrase[verb.start :], left + verb.start, end)
        if not rest.strip(EDGES + "了过出到"):
            return _bare_verb(phrase, verb, left, end, number, last)
        if verb.nominal and not strong and verb.start > 2:
            break
        if verb.nominal and not rest.strip(EDGES):
            break
        return Described(shorten(strip_modifiers(rest)), verb.word, left + verb.start, end)
    subject = shorten(strip_modifiers(phrase))
    action = last.action if last is not None and pre[:1] in ("、", "和", "及", "与") else None
    short = len(subject) <= 4 and not _HEAD_NOUN.search(subject) and last is not None and not found
    if short and last is not None and number.unit in ("件", "条", "项", "篇") and action is None:
        head = _HEAD_NOUN.search(last.handed_on)
        return Described(subject + (head[0] if head else last.handed_on[-4:]), None, left, end, last.handed_on)
    return Described(subject or _default(number, ""), action, left + _lead_in(phrase), end)


def _behind_chain(rest: str) -> str:
    """Without further verbs of a chain (收集、整理、报送社情民意)."""
    while rest[:1] in ("、", "和", "并") and (found := find_verbs(rest[1:9])) and found[0].start == 0:
        if not rest[1 + found[0].end :].strip(EDGES):
            break
        rest = rest[1 + found[0].end :]
    return rest


def _by_verb(verb: str) -> str | None:
    found = [w for w in verbs.DEFAULT_SUBJECT if verb.endswith(w)]
    return verbs.DEFAULT_SUBJECT[max(found, key=len)] if found else None


def _lead_in(phrase: str) -> int:
    return len(phrase) - len(phrase.lstrip("、，和与及；：（ "))


def _bare_verb(phrase: str, verb: Verb, left: int, end: int, number: Number, last: Described | None) -> Described:
    """A verb straight before its number: the thing counted is what went before, or lies in the verb itself (捐款)."""
    default = _by_verb(verb.word)
    if verb.nominal and number.unit in (
        "次",
        "场次",
        "场",
        "期",
        "轮",
        "人次",
        "批次",
        "批",
        "项",
        "天",
        "小时",
        "个小时",
        "学时",
        "课时",
    ):
        return Described(shorten(strip_modifiers(phrase)) or verb.word, None, left + verb.start, end)
    if number.unit in lexicon.MONEY_UNITS or verb.word.endswith(("惠及", "受益")):
        return Described(default or verb.word, verb.word, left + verb.start, end)
    if verb.nominal and verb.start >= 2 and len(find_verbs(phrase)) == 1:
        return Described(shorten(strip_modifiers(phrase)), None, left + _lead_in(phrase), end)
    if last is not None:
        return Described(last.handed_on, verb.word, left + verb.start, end)
    head = phrase[: verb.start]
    opening = next(iter(find_verbs(head)), None)
    if opening is not None and opening.start == 0:
        head = head[opening.end :]
    if head.startswith(("被", "由", "经", "向", "为", "在", "获")):
        head = ""
    head = shorten(strip_modifiers(head))
    return Described(default or head or verb.word, verb.word, left + verb.start, end)


def _default(number: Number, post: str) -> str:
    if number.unit in ("人", "人次", "名", "位"):
        return "人员"
    if number.unit in lexicon.MONEY_UNITS:
        return "资金"
    return post.strip(EDGES)[:8] or (number.unit or "数量")


def rate_subjects(phrase: str) -> list[str]:
    """Subjects that share one number or a list of numbers: 提案办复率、满意率 → 提案办复率, 提案满意率."""
    phrase = re.split(r"[，；。：]", strip_links(phrase))[-1]
    items = [i for i in _SPLIT.split(phrase[-60:]) if i]
    tail: list[str] = []
    for item in reversed(items):
        if not _ITEM.search(item):
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

"""What a number counts and what was done with it: subject and action, read from the clause around the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lvzhi.claims import lexicon, lexicon_verbs as verbs
from lvzhi.claims.numerals import Number

_LINKS: Final = tuple(sorted(lexicon.LINKS, key=len, reverse=True))
_MODIFIERS: Final = tuple(sorted(verbs.MODIFIERS, key=len, reverse=True))
_PREDICATE: Final = tuple(sorted(verbs.PREDICATE, key=len, reverse=True))
_SUFFIXES = "、，和与及：；（的 ”“"
_RATE = re.compile(r"(?:率|度|比例|比重|占比|合格|面)$")
_SPLIT = re.compile(r"、|和|以及|及|与")
_ENUMERATED = re.compile(r"^.*(?:等方面的|等领域的|等各方面的|等方面|等领域|等各类|等系列|等一系列|等多种|等形式的?|等内容的|等|方面的)(?=.)")
_RELATIVE = re.compile(r"^(?:来自|由|涉及|关于|符合|具有|具备|有关|针对|围绕|参加|参与|提出|提交|被|受|从事)[^，。；、]{1,24}?的(?=.)")
_NEAR: Final = 90  # how far a subject may stand from its number
_MAX_SUBJECT: Final = 24
_VERBS_BY_HEAD: Final[dict[str, tuple[str, ...]]] = {}
for _verb in sorted(verbs.VERBS, key=len, reverse=True):
    _VERBS_BY_HEAD[_verb[0]] = (*_VERBS_BY_HEAD.get(_verb[0], ()), _verb)


@dataclass(frozen=True, slots=True)
class Described:
    """Subject and action of one number, and the span of the claim in the paragraph."""

    subject: str
    action: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb (or verbs run together: 协调解决) found in a phrase."""

    start: int
    end: int
    word: str


def find_verbs(phrase: str) -> list[Verb]:
    """Verbs of a phrase left to right, adjacent ones merged."""
    out: list[Verb] = []
    pos = 0
    while pos < len(phrase):
        word = _verb_at(phrase, pos)
        if word is None:
            pos += 1
            continue
        if out and out[-1].end == pos:
            out[-1] = Verb(out[-1].start, pos + len(word), out[-1].word + word)
        else:
            out.append(Verb(pos, pos + len(word), word))
        pos += len(word)
    return out


def _verb_at(phrase: str, pos: int) -> str | None:
    for word in _VERBS_BY_HEAD.get(phrase[pos], ()):
        if not phrase.startswith(word, pos):
            continue
        before, behind = verbs.NOUN_CONTEXT.get(word, ("", ()))
        if pos and phrase[pos - 1] in before and before:
            continue
        if behind and phrase.startswith(behind, pos + len(word)):
            continue
        return word
    return None


def describe(
    text: str, clause: tuple[int, int], number: Number, left: int, right: int, last: Described | None
) -> Described:
    """Subject and action of `number`.

    `clause` bounds its comma clause; `left` and `right` are the ends of its neighbours there (or the clause's bounds);
    `last` is what the number before it in the sentence was about, for numbers that name nothing (立案176件, 近20万字).
    """
    left = max(left, number.lead - _NEAR)
    pre = text[left : number.lead]
    post = text[number.unit_end : min(right, number.unit_end + _NEAR)]
    noun, noun_end, predicate = _noun_behind(post, number)
    if noun:
        action, at = _action_before(pre)
        if action is None:
            wide = text[number.unit_end + noun_end : min(clause[1], number.unit_end + _NEAR)]
            action = predicate or _first_verb(wide)
        if action is None and not pre.strip(_SUFFIXES) and last is not None:
            action = last.action
        start = left + at if at is not None else _trim(text, left, number.lead)
        return Described(noun, action, start, number.unit_end + noun_end)
    return _from_before(text, left, pre, post, number, last)


def _trim(text: str, left: int, lead: int) -> int:
    start = left
    while start < lead and text[start] in "、，和与及；：其中 （以":
        start += 1
    return min(start, lead)


def _noun_behind(post: str, number: Number) -> tuple[str, int, str | None]:
    """The noun phrase right behind the unit, its end there, and the verb that follows it at once."""
    skip = 1 if post.startswith("的") else 0
    body = post[skip:]
    relative = _RELATIVE.match(body)
    if relative:
        skip += relative.end()
        body = post[skip:]
    end = _noun_end(body, number)
    if end == 0 and not relative:
        of = body.find("的", 0, 20)
        if of > 0 and of + 1 < len(body) and number.unit not in ("%", "倍", "‰"):
            skip += of + 1
            body = post[skip:]
            end = _noun_end(body, number)
    noun = body[:end].strip(_SUFFIXES).removesuffix("等")
    if not noun or number.unit in ("%", "‰", "倍", "个百分点", "百分点", "番") and len(noun) < 2:
        return "", 0, None
    found = find_verbs(body[end : end + 16])
    predicate = found[0].word if found and found[0].start <= 8 else None
    return noun[:_MAX_SUBJECT], skip + end, predicate


def _noun_end(body: str, number: Number) -> int:
    stop = next((i for i, c in enumerate(body) if c in "，。；：！？（）—… "), len(body))
    if body[:1] in ("《", "“"):
        close = body.find("》" if body[0] == "《" else "”")
        if 0 < close < 60:
            return close + 1 + (_noun_end(body[close + 1 :], number) if body[0] == "“" else 0)
    people = number.unit in lexicon.PEOPLE_UNITS
    for i in range(stop):
        if body.startswith(_PREDICATE, i) and (i == 0 or i >= 2) and not _inside_noun(body, i):
            return i
        word = _verb_at(body, i)
        if word and (i == 0 or i >= 2) and not _inside_noun(body, i):
            rest = body[i + len(word) : stop]
            nominal = word in verbs.NOMINAL
            if not nominal or (people and i and _people_before(body, i)) or (i == 0 and rest[:1] not in ("", "、", "和", "会", "班", "组")):
                if nominal and i == 0 and not people:
                    continue
                return i
        if people and i and _people_before(body, i) and not body.startswith(verbs.PEOPLE_GO_ON, i) and _first_verb(body[i:stop]):
            return i
    return stop


def _inside_noun(body: str, at: int) -> bool:
    """Characters that only look like a predicate inside a longer noun (对口, 在线, 作品, 为民, 上级 …)."""
    return body.startswith(
        ("对口", "在线", "在校", "在职", "在外", "在册", "在库", "作品", "作风", "为民", "上级", "下级", "下岗", "以上", "以下", "与会", "和谐", "和美", "向导", "按揭", "有关", "有效",
         "有功", "有色", "有声", "来信", "来访", "来电", "来宾", "受访", "受援", "受助", "受理", "将军", "可行", "能力", "能手", "能源", "经济", "经验", "经费", "经典", "经营", "经纪", "同步", "到位",
         "在建", "上市", "下乡", "给水", "近海", "列席", "列车", "使命", "积极分子", "是非", "从业", "由头", "已故", "并购", "就业", "就地", "让利", "占地", "深入推", "及时", "上门", "赴外", "与民", "对外",
         "对台", "对策", "对象", "超市", "去年", "比例", "比赛", "约谈", "随手", "被征", "得分", "向阳", "为老", "为企", "上访", "下属", "下派", "上报", "共建", "共同", "共识", "共享", "共青", "公共"), at
    ) or (at > 0 and body.startswith(("共", "和", "与", "及", "上", "下", "以", "就", "能", "可", "得", "来", "向", "约"), at)
          and body[at - 1 : at + 1] in ("公共", "以及", "线上", "线下", "普及", "参与", "涉及", "成就", "功能", "职能", "智能", "节能", "技能", "只能", "未来", "方向", "导向", "预约", "合约", "网上", "路上", "城乡", "总和", "温和", "难以", "认可", "许可", "赠与", "书面以"))  # fmt: skip


def _people_before(body: str, at: int) -> bool:
    return body.endswith(verbs.PEOPLE_HEADS, 0, at)


def _first_verb(phrase: str) -> str | None:
    found = find_verbs(phrase[:40])
    return found[0].word if found else None


def _action_before(pre: str) -> tuple[str | None, int | None]:
    """The verb that governs a number whose noun stands behind it: the last one before it."""
    found = find_verbs(pre)
    strong = [v for v in found if v.word not in verbs.NOMINAL or v.start <= 2 or pre[v.end :].strip(_SUFFIXES + "了共计达") == ""]
    if not strong:
        return None, None
    return strong[-1].word, strong[-1].start


def strip_links(phrase: str) -> str:
    """Without the words between subject and number that mean only 'amounts to' (共, 均为, 达到, 提升到 …)."""
    changed = True
    while changed and phrase:
        changed = False
        phrase = phrase.rstrip("，、 ：（")
        for link in _LINKS:
            if phrase.endswith(link) and not phrase.endswith(("目的", "有的", "设有效", "单位", "办公")):
                phrase, changed = phrase[: -len(link)], True
                break
    return phrase


def _from_before(
    text: str, left: int, pre: str, post: str, number: Number, last: Described | None
) -> Described:
    start, end = left, number.unit_end
    phrase = strip_links(pre)
    if not phrase.strip(_SUFFIXES):
        begin = _trim(text, left, number.lead)
        if last is None:
            return Described(_default(number, post), _first_verb(post), begin, end)
        return Described(last.subject, last.action, begin, end)
    if number.unit in ("%", "‰", "个百分点", "百分点", "倍", "番") or _RATE.search(phrase):
        subject = _modifiers(phrase.rsplit("，", 1)[-1])
        verb = next((v for v in find_verbs(subject) if subject[v.end :]), None)
        if verb and verb.start == 0 and verb.word in ("实现", "推动", "完成"):
            subject = subject[verb.end :]
        return Described(_short(subject), None, start + max(0, pre.find(subject[:4])), end)
    of = phrase.rfind("的")
    found = find_verbs(phrase)
    if 0 < of < len(phrase) - 1 and len(phrase) - of <= 14 and not any(v.start > of and v.word not in verbs.NOMINAL for v in found):
        head = [v for v in found if v.end <= of]
        subject = _modifiers(phrase[of + 1 :])
        return Described(_short(subject), head[-1].word if head else None, start + (head[-1].start if head else 0), end)
    return _verb_object(phrase, found, start, end, number, last)


def _verb_object(
    phrase: str, found: list[Verb], start: int, end: int, number: Number, last: Described | None
) -> Described:
    for verb in reversed(found):
        rest = phrase[verb.end :]
        word = verb.word
        if not rest.strip(_SUFFIXES + "了过出到"):
            if word in verbs.NOMINAL and (verb.start == 0 or found.index(verb) > 0 or number.unit not in lexicon.PEOPLE_UNITS):
                earlier = [v for v in found if v.end <= verb.start and v.word not in verbs.NOMINAL]
                if earlier:
                    continue
                if verb.start == 0 and last is None:
                    return Described(word, None, start, end)
                if verb.start and number.unit in ("次", "场次", "场", "期", "轮", "人次", "批次", "批", "项"):
                    return Described(_short(_modifiers(phrase)), None, start, end)
            head = _modifiers(phrase[: verb.start])
            inherited = last.subject if last is not None else verbs.DEFAULT_SUBJECT.get(word) or _short(head) or word
            if number.unit in lexicon.MONEY_UNITS or word in ("惠及", "受益"):
                inherited = verbs.DEFAULT_SUBJECT.get(word, word)
            return Described(inherited, word, start + verb.start, end)
        if word in verbs.NOMINAL and (verb.start > 2 or len(found) > 1) and verb is not found[0]:
            continue
        if word in ("转作", "转为", "转化为") and last is not None:
            return Described(last.subject, phrase[verb.start :], start + verb.start, end)
        if word in verbs.NOMINAL and phrase[: verb.start].strip(_SUFFIXES) and not any(v.word not in verbs.NOMINAL for v in found):
            break
        return Described(_short(_modifiers(rest)), word, start + verb.start, end)
    return Described(_short(_modifiers(phrase)), None, start, end)


def _modifiers(phrase: str) -> str:
    """Without enumerations that end in 等, and without words in front that say nothing of what is counted."""
    m = _ENUMERATED.match(phrase)
    if m:
        phrase = phrase[m.end() :]
    changed = True
    while changed:
        changed = False
        for word in _MODIFIERS:
            if phrase.startswith(word) and len(phrase) - len(word) >= 2 and not phrase.startswith(("等级", "有机", "新闻", "新媒", "新社", "本科", "成果", "成员", "共同", "和谐", "与会", "新能", "在线", "该院")):
                phrase, changed = phrase[len(word) :], True
                break
    return phrase.strip(_SUFFIXES)


def _short(subject: str) -> str:
    if len(subject) > 10 and "、" in subject:
        subject = subject.rsplit("、", 1)[-1]
    if len(subject) > _MAX_SUBJECT:
        subject = subject[-_MAX_SUBJECT:]
    return subject


def _default(number: Number, post: str) -> str:
    if number.unit in ("人", "人次", "名", "位"):
        return "人员"
    if number.unit in lexicon.MONEY_UNITS:
        return "资金"
    return post.strip(_SUFFIXES)[:8] or (number.unit or "")


def rate_subjects(phrase: str) -> list[str]:
    """Subjects that share one number or a list of numbers: 提案办复率、满意率 → 提案办复率, 提案满意率."""
    phrase = strip_links(phrase)
    phrase = re.split(r"[，；。：]", phrase)[-1]
    items = [i for i in _SPLIT.split(phrase[-60:]) if i]
    tail: list[str] = []
    for item in reversed(items):
        if not re.search(r"(?:率|度|比例|比重|占比)$", item):
            break
        tail.insert(0, item)
    if len(tail) < 2:
        return tail
    tail[0] = _modifiers(tail[0])
    verb = find_verbs(tail[0])
    if verb and verb[0].start == 0 and verb[0].word in ("实现", "确保", "推动", "保持"):
        tail[0] = tail[0][verb[0].end :]
    head = re.match(r"^((?:重点|集体|委员|会议|全部)?(?:提案|建议|信息|委员|常委|党员|群众|项目|企业|件))(?=.{2,})", tail[0])
    if head and not any(t.startswith(head[1]) for t in tail[1:]):
        tail = [tail[0], *(head[1] + t for t in tail[1:])]
    return tail

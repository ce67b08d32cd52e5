"""What a number counts and what was done with it: subject and action, read from the clause around the number."""

from __future__ import annotations

import re
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_guards as guards
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.bare import (
    GOES,
    HEAD_NOUN,
    Described,
    bare_verb,
    by_verb,
    counts_people,
    default,
    lead_in,
    people_before,
)
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
    verb_at,
)

_SHARE_OF = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|的|件|条|项|人|名|个|约|各|已|并)?占(?:比)?(?:[^，。；占]{0,14}?(?:的|总数|总量|数|比例|比重))?(?:为|达|达到)?$"
)
_TAKES_TOPIC = re.compile(r"^(?:转作|转为|转化为|列为|列入|纳入|评为|合并为|确定为|改为)")
_RATES: Final = ("%", "‰", "个百分点", "百分点", "倍", "番")
_COMPARED = re.compile(
    r"(?:(?:同比|环比|[比较与](?:上一?年|去年|上届|往年|前年|同期|上年同期|去年同期|换届前)(?:相比)?)?"
    r"(?:提高|提升|增长|增加|上升|下降|减少|降低|缩短|高出|高|低|多|少|翻)?了?|同比|环比|[是为](?:上一?[年届]|去年|往年|换届前|20\d\d年|同期)(?:同期)?的?)$"
)
_ABOUT = re.compile(r"^(?:其中|另有|还有)?(?:关于|涉及|属于|有关|围绕|聚焦|反映|属)+")
# The reader of an act, not what it counts: 省委统战部1条, 其中省级以上67篇.
_LEVEL_OR_ORGAN = re.compile(
    r"(?:^|[省市区县州])(?:委|政府|政协|人大|中央|统战部|组织部|宣传部|办公厅|办公室|[省市区县]委办|[省市区县]府办|政研室|研究室|报社|党委|(?:委|政府|政协|人大)?(?:主要)?领导)$"
    r"|^(?:全国|[省市区县州]+|国家)?(?:级)?(?:及)?以上(?:领导|媒体|层面)?$|(?:政协|统战部|办公厅|[省市区县]委办|[省市区县]府办)$"
    r"|^(?!.*[编印])[^，。]{2,12}(?:[日晚早商导时]报|政协报|新华社|电视台|网|客户端|公众号|学习强国)(?:等)?$"
)
_TURNED = re.compile(
    r"^(?:另|其中)?转(?:作|为|化为|送|交)?(?=社情民意|意见|建议|委员来信|来信|来函|信访|参阅|工作参考|有关|相关)"
)
_ROLE = re.compile(
    r"^(?:担任|当选为?|兼任|任|被聘为|被聘任为|受聘为|受聘担任|被推荐为|被推选为|成为|入选)(?:了|新一届|新一任)?"
)
_TO_WHOM = re.compile(
    r"(?P<to>(?:(?<![方面导意走倾取动去定转趋双单])向(?!导|阳)|(?<![供补配予发交送分])给(?!予|力)"
    r"|(?<![因行作认成转评列分视称名定改变设极更较甚尤])为(?!民|期|主|企|止|例))[^，。；]{2,24})$"
)
_GROWTH = re.compile(r"(?:同比|环比|年均)?(?:增幅|降幅|增速|增长率|增长幅度)")
# A part that became a paper of another name: 立为提案的有9件.
_MADE = re.compile(r"[立列][为入作](提案|(?:重点|集体|党派|委员)提案|建议案?)$")
# Of whom an average is told: 平均每个专委会(6场).
_EACH = re.compile(r"^平均(?:每|到每)(?:个|名|位|件|家|季度|月|年|人|次|天|周)[^，。；、]{0,8}$")
_STREAK = re.compile(r"(?:连续|蝉联)了?$")
_REMARKED = re.compile(r"(批示|肯定性批示|表扬|点赞)$")  # 先后9次在调研报告上批示
_MONEY_NAME = re.compile(r"(?:资金|款|费|金|元|钱|基金|物资)$")
_AND_MORE = re.compile(r"([^、和与及]{2,12})(?:、|和(?!谐)|与|以及|及)[^、和与及]{1,14}$")
_LASTS = re.compile(r"(?:用时|历时|耗时|时长|会期|工期)(?:长达|达|近|约|共)?$")
_TIME_ONLY = re.compile(
    r"(?:全年|今年|本年|当年|上半年|下半年|[一二三四五六]年来|一年间|目前|至今|迄今|期间|年内|先后|累计|已|共)+"
)
_ORGAN = re.compile(
    r"(?:相关|有关|各级|全国|中央|[省市区县州]|上级|承办|职能|、)*(?:政协|党委|政府|人大|部门|单位|领导|办公厅|办公室|委|中央)"
)
_FROM_YEAR = re.compile(
    r"(?:从|由|自)(?:20\d\d年(?:底|末|度)?|上届|去年|上年|届初|年初|期初|换届[初时前]|最初|原来|此前)的?$"
)
_SCOPE_ONLY = re.compile(r"^(?:全[省市区县州国]|其中|现有|已有|有)+$")
_NAMED_RATE = re.compile(r"([^，；、。：]{1,12}(?:率|度|比例))(?=[^，；。]{0,20}$)")
_GLOSS = re.compile(r"（[^（）]{1,12}）$")
_NEAR: Final = 90  # how far a subject may stand from its number


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
    return _around(text, clause, number, left, pre, post, last)


def _around(
    text: str, clause: tuple[int, int], number: Number, left: int, pre: str, post: str, last: Described | None
) -> Described:
    """The counted noun stands behind the number, else before it."""
    before = find_verbs(pre)
    governed = bool(before) and before[-1].end == len(pre.rstrip("了过"))
    if governed and number.unit in lexicon.MONEY_UNITS and before[-1].word.endswith(verbs.OF_MONEY):
        governed = False
        if post and verb_at(post, 0):  # 捐资3万元修缮校舍: the money is counted
            return _from_before(left, pre, "", number, last)
    noun, noun_end, predicate = noun_behind(post, number, governed)
    if not noun or noun in ("中", "里", "内"):
        return _from_before(left, pre, post, number, last)
    if number.unit in lexicon.TIME_UNITS and noun.startswith("时间"):
        noun = "时间"
    if noun_end == len(post) and number.unit_end + len(post) < clause[1] and (more := _AND_MORE.match(noun)):
        noun = more[1]  # 24名专家和某大学(10名学生)
    if noun.endswith(("中", "里")) and len(noun) > 2 and not noun.endswith(guards.ENDS_IN_MIDDLE):
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
        topic = own if len(own) > 1 else (last.of_share if last else "")
        return Described(
            shorten(topic.removesuffix("占比") + "占比"), None, left + max(0, raw.rfind("占")), end,
            last.handed_on if last and len(own) <= 1 else own,
        )  # fmt: skip
    phrase = _FROM_YEAR.sub("", _COMPARED.sub("", strip_links(pre).rsplit("，", 1)[-1]))
    if not phrase.strip(EDGES) or _SCOPE_ONLY.match(phrase):
        noun, noun_end, predicate = noun_behind(post, number)
        if noun:
            return Described(noun, predicate, _trim(text, left, number.lead), end + noun_end)
        named = _NAMED_RATE.search(text[lefts[0] : number.lead])
        if named:
            return Described(shorten(strip_modifiers(named[1])), None, lefts[0] + named.start(), end)
        verb = first_verb(post)
        topic = (by_verb(verb) if verb else None) or (last.handed_on if last else "")
        return Described(topic or post.strip(EDGES)[:8] or "比例", verb, _trim(text, left, number.lead), end)
    subject = strip_modifiers(phrase)
    if last is not None and _GROWTH.fullmatch(subject):
        return Described(shorten(last.handed_on + subject), None, left + max(0, pre.find(subject[:4])), end)
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
    phrase = "" if _TIME_ONLY.fullmatch(phrase.strip(EDGES)) else phrase
    if number.unit in lexicon.TIME_UNITS and (lasts := _LASTS.search(pre)):
        return Described(lasts[0][:2], None, left + lasts.start(), end)
    if last is not None and phrase and not _COMPARED.sub("", phrase).strip(EDGES):
        return Described(last.handed_on, None, left, end)  # 比去年多18件
    if not phrase.strip(EDGES + "其中另余剩") or (_EACH.match(phrase) and not find_verbs(phrase)):
        return _unnamed(pre, post, number, last)
    role = _ROLE.match(post) if number.unit in ("人", "名", "位") else None
    role = role or (_STREAK.search(pre) if number.unit in ("年", "届", "次") else None)
    often = number.unit in ("次", "人次") and phrase.endswith((*verbs.PEOPLE_HEADS, "县长", "市长", "区长", "省长"))
    if (role or often) and (told := _told_behind(post, number)) is not None:
        return told
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
    special = _given_or_sent(phrase, found, left, end, number, last)
    return special or _verb_object(phrase, found, left, end, number, last, pre)


def _unnamed(pre: str, post: str, number: Number, last: Described | None) -> Described:
    """The clause names nothing before the number: what stands behind it says it, else what was told before."""
    told = _told_behind(post, number)
    if told is not None:
        return told
    if last is None:
        said = pre.strip(EDGES)[-6:]
        named = "" if _TIME_ONLY.fullmatch(said) else said
        return Described(named or default(number, post), first_verb(post), number.lead, number.unit_end)
    return Described(last.handed_on, last.action, number.lead, number.unit_end)


def _told_behind(post: str, number: Number) -> Described | None:
    """8次在全省会议上作经验介绍: what was done that often is said behind the number."""
    body = re.split(r"[，。；：]", post)[0]
    role = _ROLE.match(body) if number.unit in ("人", "名", "位") else None
    if role and len(body) - role.end() >= 2:
        noun, _, _ = noun_behind(body[role.end() :], number)
        return Described(noun or body[role.end() :][:12], role[0], number.lead, number.unit_end + len(body))
    if number.unit not in ("次", "场", "场次", "届", *lexicon.TIME_UNITS) or len(body) < 4:
        return None
    if (remark := _REMARKED.search(body)) is not None:
        return Described(remark[1], remark[1], number.lead, number.unit_end + len(body))
    found = [v for v in find_verbs(body) if not v.nominal]
    verb = next((v for v in found if v.word.endswith("为")), found[0] if found else None)
    if verb is None:
        return None
    rest = strip_modifiers(body[verb.end :])
    if not 2 <= len(rest) <= 16:
        return None
    return Described(rest, verb.word, number.lead, number.unit_end + len(body))


def _attributive(phrase: str, found: list[Verb], left: int, end: int, last: Described | None) -> Described:
    """关于经济建设方面的212件, 已落实的有122件: a part of what was counted before."""
    named = _ABOUT.match(phrase)
    head = phrase[named.end() if named else 0 :].strip(EDGES).removesuffix("的提案").removesuffix("的")
    head = strip_modifiers(re.sub(r"^(?:所提问题|提案所提问题|从[^，]{2,10}看)", "", head)) or head
    topic = last.handed_on if last is not None else ""
    if named or head.endswith(("方面", "领域", "类")):
        return Described(shorten(head + ("" if head.endswith(topic) else topic)), None, left, end, topic)
    verb = found[-1].word if found else None
    if last is None:
        return Described(shorten(head), verb, left + lead_in(phrase), end)
    if (made := _MADE.search(head)) is not None:
        topic = made[1]
    return Described(topic, verb, left, end, topic, aspect=_aspect(head))


def _aspect(head: str) -> str:
    """What tells a part from the others, of several the last: 解决、基本解决或列入计划的 → 列入计划."""
    return re.split(r"[，、或]", head)[-1][-14:] or head[-14:]


def _verb_object(
    phrase: str, found: list[Verb], left: int, end: int, number: Number, last: Described | None, pre: str
) -> Described:
    turned = _TURNED.match(phrase)
    if turned and last is not None:
        return Described(last.handed_on, phrase, left, end)
    if last is not None and _LEVEL_OR_ORGAN.search(re.sub(r"^(?:其中|另)", "", phrase)) and len(phrase) <= 14:
        return Described(last.handed_on, last.action, left + lead_in(phrase), end)
    strong = [v for v in found if not v.nominal or v.word in verbs.VISITING or _is_act(phrase, v)]
    for verb in reversed(strong or found[:1]):
        rest = _behind_chain(phrase[verb.end :])
        if _TAKES_TOPIC.match(verb.word) and last is not None:
            return Described(last.handed_on, phrase[verb.start :], left + verb.start, end)
        along = find_verbs(rest)[:1]
        if along and along[0].start == 0 and along[0].word in verbs.TAKEN_ALONG:
            further = rest[along[0].end :]
            if len(further) >= 2 and not further.startswith((*verbs.COMPOUND_HEADS, "、", "和", "与", "及", "的")):
                rest = further
        if not rest.strip(EDGES + "了过出到"):
            return bare_verb(phrase, verb, left, end, number, last)
        if verb.nominal and not strong and (verb.start > 0 or phrase[verb.end :][:1] in ("和", "与", "及", "、")):
            break
        if verb.nominal and not rest.strip(EDGES):
            break
        if counts_people(number) and GOES.search(verb.word + rest) and (people := people_before(phrase[: verb.start])):
            return Described(people, verb.word, left, end)
        to_whom = _TO_WHOM.search(phrase[: verb.start])
        begin = to_whom.start("to") if to_whom else verb.start
        return Described(shorten(strip_modifiers(rest)), verb.word, left + begin, end)
    return _named(phrase, found, left, end, number, last, pre)


def _named(
    phrase: str, found: list[Verb], left: int, end: int, number: Number, last: Described | None, pre: str
) -> Described:
    """No verb governs the number: the phrase itself is what is counted, or a kind of what was (民生类12件)."""
    subject = shorten(strip_modifiers(phrase))
    action = last.action if last is not None and pre[:1] in ("、", "和", "及", "与") else None
    short = (
        (len(subject) <= 5 or subject.endswith(("类", "方面")))
        and not HEAD_NOUN.search(subject)
        and not subject.endswith("件")
        and not found
    )
    kin = last is not None and (last.unit == number.unit or (last.unit is None and last.topic))
    if short and kin and last is not None and number.unit in ("件", "条", "项", "篇") and action is None:
        head = HEAD_NOUN.search(last.handed_on)
        return Described(subject + (head[0] if head else ""), None, left, end, last.handed_on)
    return Described(subject or default(number, ""), action, left + lead_in(phrase), end)


def _given_or_sent(
    phrase: str, found: list[Verb], left: int, end: int, number: Number, last: Described | None
) -> Described | None:
    """Money that lies in the verb, a paper received, a paper sent to an organ that is named instead of it."""
    if not found:
        return None
    first, verb = found[0], found[-1]
    closes = not phrase[verb.end :].strip(EDGES + "了过出到")
    if number.unit in lexicon.MONEY_UNITS and closes and verb.word.endswith(verbs.GIVEN):
        return Described(by_verb(verb.word) or verb.word, verb.word, left + verb.start, end)
    if number.unit in lexicon.MONEY_UNITS and verb.word.endswith(verbs.ENDOWING) and not closes:
        to = phrase[verb.end :]
        if not to.startswith(verbs.COMPOUND_HEADS) and not _MONEY_NAME.search(to):
            return Described(verb.word, verb.word, left + verb.start, end)
    received = HEAD_NOUN.search(phrase[first.end :]) or verb.word.endswith(verbs.ANSWERS)
    if closes and len(found) > 1 and first.word in verbs.RECEIVING and received:
        return Described(shorten(strip_modifiers(phrase[first.end :])), first.word, left + first.start, end)
    if last is not None and verb.word.endswith(verbs.SENDING) and _ORGAN.fullmatch(phrase[verb.end :].strip(EDGES)):
        return Described(last.handed_on, verb.word, left + verb.start, end)
    return None


def _is_act(phrase: str, verb: Verb) -> bool:
    """Whether what stands before makes a verb of it: 共捐赠资金, 先后视察企业, 向医院捐赠手套."""
    if phrase.endswith(verbs.ADVERBS, 0, verb.start):
        return True
    if verb.start > 1 and phrase.endswith(verbs.ACTORS, 0, verb.start) and len(phrase) - verb.end > 2:
        return not phrase.startswith(verbs.COMPOUND_HEADS, verb.end)
    to_whom = _TO_WHOM.search(phrase[: verb.start])
    if to_whom is None:
        return False
    return not to_whom["to"].startswith("为") or not phrase.startswith(verbs.COMPOUND_HEADS, verb.end)


def _behind_chain(rest: str) -> str:
    """Without further verbs of a chain (收集、整理、报送社情民意)."""
    while rest[:1] in ("、", "和", "并") and (found := find_verbs(rest[1:9])) and found[0].start == 0:
        if not rest[1 + found[0].end :].strip(EDGES):
            break
        rest = rest[1 + found[0].end :]
    return rest

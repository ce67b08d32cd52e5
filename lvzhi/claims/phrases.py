"""Verbs and noun phrases of official prose, by longest match in the tables of `lexicon_verbs`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_guards as guards
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.numerals import Number

EDGES: Final = "、，和与及：；（的 ”“~—-"
MAX_SUBJECT: Final = 24
_LINKS: Final = tuple(sorted(lexicon.LINKS, key=len, reverse=True))
_MODIFIERS: Final = tuple(sorted(verbs.MODIFIERS, key=len, reverse=True))
_VAGUE = re.compile(r"[数几上近]?[十百千万]余?[个名家次件条场期份项位户]")
_PREDICATE: Final = tuple(
    sorted(verbs.PREDICATE | {*lexicon.CHANGE_TO} | {w for w in lexicon.CHANGE_BY if len(w) > 1}, key=len, reverse=True)
)
_MAKE_UP = re.compile(r"^.*(?:现有|共有|现设|下设|内设|目前有|中有)(?=.{2,})|^发展(?=党员|会员)")
_ENUMERATED = re.compile(
    r"^.*(?<![高中初平同一二三四特])等(?!级|候|待|次|保|奖|功)(?:地(?![方区块产])|(?:各)?(?:方面|领域|环节|内容|形式|方式|途径|渠道|类型|系列)的?|一系列|多种|各类|的)?(?=.)"
    r"|^.*(?:等多个方面|方面)的(?=.)"
)
_RELATIVE = re.compile(
    r"^在[^，。；、]{1,30}?的(?=.)|^(?:来自|由|涉及|关于|符合|具有|具备|有关|针对|围绕|参加|参与|提出|提交|被|受|从事|新考取|患有|需要|群众)[^，。；、]{1,24}?的(?=.)"
)
# Words that only say of which levels or of which session the counted thing is: 省、市、县三级政协委员.
_CREDITS: Final = ("（记者", "（通讯员", "（实习", "（图", "（文", "（作者", "（来源")
_LEVELS = re.compile(
    r"^(?:全[国省市区县州])?[省市区县州乡镇、（）]{2,12}?(?:[两三四]级)(?=.{2,})|^[省市区县州]、[省市区县州、（）]{1,10}(?=政协)|^[二两三四]级(?=政协|委员|人大)"
)
# The place before its own 政协: 清河市政协委员 → 市政协委员.
_PLACE = re.compile(r"^(?!全国|各级|住)[\u4e00-\u9fff]{2,4}(?=[省市区县州旗]政协(?:委员|常委|机关|各))")
_OF_SESSION = re.compile(
    r"^(?:[^，。；]{0,14}?届)?[一二三四五六七八九十]{1,3}次(?:全体)?(?:会议|全会)(?:期间|以来|上|后)?的?(?=.{2,})"
)
_TIME = re.compile(r"^(?:20\d\d年度?|今年|去年|当年|本年度|年度|截至[^，。；]{2,8}?底)(?=[^\d].)")
# Qualities before people: 23名品学兼优、家庭困难的中小学生.
_QUALITY = re.compile(rf"^[^，。；：的]{{2,16}}的(?=[^，。；：的、]{{0,6}}?(?:{'|'.join(verbs.PEOPLE_HEADS)}))")
_VERBS_BY_HEAD: Final[dict[str, tuple[str, ...]]] = {}
for _verb in sorted(verbs.VERBS, key=len, reverse=True):
    _VERBS_BY_HEAD[_verb[0]] = (*_VERBS_BY_HEAD.get(_verb[0], ()), _verb)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, or verbs run together (协调解决), in a phrase. `nominal`: may as well be what is counted (调研)."""

    start: int
    end: int
    word: str
    nominal: bool


def find_verbs(phrase: str) -> list[Verb]:
    """Verbs of a phrase left to right; neighbours of one nature are merged."""
    out: list[Verb] = []
    pos = 0
    while pos < len(phrase):
        if phrase[pos] in "“《" and (close := phrase.find("”" if phrase[pos] == "“" else "》", pos, pos + 24)) > 0:
            pos = close + 1  # no verb is read inside a name
            continue
        word = verb_at(phrase, pos)
        if word is None:
            pos += 1
            continue
        nominal = word in verbs.NOMINAL
        if out and out[-1].end == pos and (out[-1].nominal == nominal or word in verbs.VISITING):
            out[-1] = Verb(out[-1].start, pos + len(word), out[-1].word + word, out[-1].nominal and nominal)
        else:
            out.append(Verb(pos, pos + len(word), word, nominal))
        pos += len(word)
        if phrase.startswith(("了", "过"), pos) and out:
            out[-1] = Verb(out[-1].start, pos + 1, out[-1].word, out[-1].nominal)
            pos += 1
    return out


def verb_at(phrase: str, pos: int) -> str | None:
    """The longest verb that starts at `pos`, unless its surroundings make a noun of it (组织建设, 政协办公厅)."""
    for word in _VERBS_BY_HEAD.get(phrase[pos], ()):
        if not phrase.startswith(word, pos):
            continue
        after = pos + len(word)
        if verbs.NOUN_TAILS.match(phrase, after) and not phrase.startswith(guards.NOT_A_TAIL, after):
            continue
        before, behind = verbs.NOUN_CONTEXT.get(word, ("", ()))
        if pos and before and phrase[pos - 1] in before:
            continue
        if behind and phrase.startswith(behind, after):
            continue
        return word
    return None


def first_verb(phrase: str) -> str | None:
    """The first verb within reach that is more than a noun here."""
    found = find_verbs(phrase[:40])
    strong = [v for v in found if not v.nominal]
    acts = [v for v in strong if v.word not in verbs.TOPIC_LEADS]
    return (acts or strong or found)[0].word if found else None


def noun_behind(post: str, number: Number, governed: bool = False) -> tuple[str, int, str | None]:
    """The noun phrase right behind a unit, the end of it in `post`, and the verb that follows it closely.

    `governed`: a verb stands straight before the number, so that no predicate begins right behind it.
    """
    skip = 1 if post.startswith("的") else 0
    body = post[skip:]
    if body[:1] in ("、", "和", "及", "与", "或", "等", "，"):
        return "", 0, None
    relative = _RELATIVE.match(body)
    if relative:
        skip += relative.end()
        body = post[skip:]
    elif number.unit in ("名", "位", "人") and (quality := _QUALITY.match(body)) and not _acting_people(quality[0]):
        skip += quality.end()
        body = post[skip:]
    end = _noun_end(body, number, governed)
    if end == 0 and not relative and number.unit not in ("%", "倍", "‰"):
        of = body.find("的", 0, 20)
        if of > 0 and not any(c in "，、。；" for c in body[:of]) and body[of + 1 :].strip(EDGES):
            skip += of + 1
            body = post[skip:]
            end = _noun_end(body, number, governed)
    noun = re.sub(r"（[^）]*）|[“”]", "", body[:end]).strip(EDGES).removesuffix("等").rstrip(EDGES)
    if not noun or (number.unit in ("%", "‰", "倍", "个百分点", "百分点", "番") and len(noun) < 2):
        return "", 0, None
    if noun.endswith("共") and not noun.endswith(("公共", "中共")):
        noun = noun[:-1]
    if len(noun) > 4 and "的" in noun[1:-1]:
        holder = noun.split("的", 1)[0]
        held = number.unit in lexicon.PEOPLE_UNITS and holder.endswith((*verbs.PEOPLE_HEADS, *verbs.FIRM_HEADS))
        noun = holder if held else noun.rsplit("的", 1)[1]  # 86户居民的难题
    listed = enumeration_end(noun)
    if 2 < listed <= len(noun) - 2:
        noun = noun[listed:]
    noun = _PLACE.sub("", _LEVELS.sub("", noun)) or noun
    if noun.endswith(("率", "覆盖面")) and number.unit not in ("%", "‰"):
        return "", 0, None
    found = find_verbs(body[end : end + 16])
    return noun[:MAX_SUBJECT], skip + end, found[0].word if found and found[0].start <= 8 else None


def _noun_end(body: str, number: Number, governed: bool) -> int:
    stop = next(
        (
            i
            for i, c in enumerate(body)
            if c in "，。；：！？—… "
            or (c in "、和及" and _VAGUE.match(body, i + 1))
            or (c == "）" and "（" not in body[:i])
            or (c == "（" and ("）" not in body[i:] or body.startswith(_CREDITS, i)))
        ),
        len(body),
    )
    if body[:1] in ("《", "“"):
        close = body.find("》" if body[0] == "《" else "”")
        if 0 < close < 60:
            return close + 1 + (_noun_end(body[close + 1 :], number, governed) if body[0] == "“" else 0)
    people = number.unit in lexicon.PEOPLE_UNITS
    persons = number.unit in ("名", "位", "人", "人次")
    for i in range(stop):
        if (
            (i == 1 and body[0] not in "村县市省乡镇区校企户人")
            or body[i] in "（）"
            or (i == 0 and governed and not persons and not (body[0] in "对给向" and not _inside_noun(body, 0)))
        ):
            continue
        if i and people and _people_end(body, i) and first_verb(body[i:stop]):
            return i
        if body.startswith(_PREDICATE, i) and not _inside_noun(body, i):
            return i
        if body[i] == "来" and i > 1 and i + 1 < stop and verb_at(body, i + 1):
            return i  # 100只鸡苗来发展养殖
        word = verb_at(body, i)
        if word and _cuts(body, i, stop, word, people, persons):
            return i
    return stop


def _acting_people(quality: str) -> bool:
    """Whether a quality names people that act, so that it is none: (5名)委员帮扶的贫困户."""
    return any(_people_end(quality, i) and first_verb(quality[i:]) for i in range(2, len(quality)))


def _cuts(body: str, at: int, stop: int, word: str, people: bool, persons: bool) -> bool:
    """Whether the verb at `at` begins the predicate rather than a part of the counted noun."""
    rest = body[at + len(word) : stop]
    if word in verbs.NEVER_MODIFIER and (at or word in verbs.AWARDED):
        return True
    if rest.startswith(verbs.COMPOUND_HEADS) and not persons and (at == 0 or not people):
        return False
    if word not in verbs.NOMINAL or rest.startswith(("了", "过", "给", "至")):
        return True
    if at and body.endswith(verbs.FIRM_HEADS, 0, at) and rest and not rest.startswith(verbs.COMPOUND_HEADS[:-1]):
        return True
    if at == 0:
        return people and rest[:1] not in ("", "、", "和", "会", "班", "组")
    return people and body.endswith(verbs.PEOPLE_HEADS, 0, at)


def _people_end(body: str, at: int) -> bool:
    return (
        body.endswith(verbs.PEOPLE_HEADS, 0, at)
        and not body.startswith(verbs.PEOPLE_GO_ON, at)
        and not body.startswith(verbs.PEOPLE_HEADS, at)
    )


def _inside_noun(body: str, at: int) -> bool:
    if body.startswith(guards.NOT_PREDICATE, at):
        return True
    return at > 0 and body.endswith(guards.TAILS, 0, at + 1)


def strip_links(phrase: str) -> str:
    """Without the words between subject and number that mean only 'amounts to' (共, 均为, 达到, 提升到 …)."""
    changed = True
    while changed and phrase:
        changed = False
        phrase = phrase.rstrip("，、 ：（~—-")
        if phrase.endswith("等") and not phrase.endswith(("初等", "高等", "中等", "平等", "同等")):
            phrase = phrase[:-1]
        if phrase.endswith(guards.NO_LINK):
            break
        for link in _LINKS:
            if phrase.endswith(link):
                phrase, changed = phrase[: -len(link)], True
                break
    return phrase


def strip_modifiers(phrase: str) -> str:
    """Without an enumeration that ends in 等, and without words in front that say nothing of what is counted."""
    m = _ENUMERATED.match(phrase)
    if m:
        phrase = phrase[m.end() :]
    phrase = _PLACE.sub("", _LEVELS.sub("", phrase))
    phrase = _OF_SESSION.sub("", _TIME.sub("", _MAKE_UP.sub("", phrase)))
    changed = True
    while changed:
        changed = False
        for word in _MODIFIERS:
            if phrase.startswith(word) and len(phrase) - len(word) >= 2 and not phrase.startswith(guards.NO_MODIFIER):
                phrase, changed = phrase[len(word) :], True
                break
    return re.sub(r"（[^）]*）|[“”]", "", phrase).strip(EDGES)


def enumeration_end(phrase: str) -> int:
    """Where an enumeration ending in 等 ends in the phrase; 0 without one."""
    m = _ENUMERATED.match(phrase)
    return m.end() if m else 0


def shorten(subject: str) -> str:
    """The last member of a long enumeration, within bounds."""
    if len(subject) > 16 and "、" in subject:
        subject = subject.rsplit("、", 1)[-1]
    if len(subject) > MAX_SUBJECT and (parts := re.split(r"(?<=.{2})[或和与及](?=.{4})", subject)):
        subject = parts[-1]
    return subject[-MAX_SUBJECT:]

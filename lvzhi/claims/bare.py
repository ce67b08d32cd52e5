"""A verb straight before its number: what it counts went before, or lies in the verb (捐款5万元, 立案231件)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lvzhi.claims import lexicon
from lvzhi.claims import lexicon_verbs as verbs
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import EDGES, Verb, find_verbs, shorten, strip_modifiers

_CHANGED = re.compile(r"(?:增加|减少|增长|下降|提高|提升|上升|降低|缩短|多|少)了?$")
_FOR_WHOM = re.compile(r"(?:为|给|向)([^，。；为给向]{2,8})$")
_COMPARED = re.compile(r"(?:同比|环比|[比较](?:上一?年|去年|上届|往年|前年|上年同期|去年同期|同期|换届前)(?:同期)?)$")
_FROM_WITHIN = re.compile(r"(?:^|[^\u4e00-\u9fff])?(?:从|在)([^，。；]{2,16}?)(?:当)?中[^，。；]{0,6}$")
_PASSIVE = re.compile(r"(?<=.)(?:被|由|经|得到|获得|获|受到|在(?=[^，。；]{2,20}$)|已)")
GOES = re.compile(
    r"(?:参加|参与|出席|列席|受邀|应邀|报名|旁听|观摩)(?:[^，。；、]{0,16}(?:活动|会议|学习|培训|调研|视察|协商|座谈))?$"
    r"|^讲(?:授)?(?:专题)?党课$|^作(?:交流|口头|大会)*发言$"
)
PAPERS: Final = ("件", "条", "篇", "份", "件次", "条次", "篇次")
HEAD_NOUN = re.compile(
    r"(?:提案|建议|信息|议案|意见|案件|项目|活动|委员|代表|问题|报告|文章|稿件|材料|作品|论文|征文|简报|专报|课题|诉求|线索|事项|资金|企业)$"
)
PERSONS: Final = ("人次", "人", "名", "位", "名次")
_EVENTS: Final = frozenset(
    ["次", "场次", "场", "期", "轮", "人次", "批次", "批", "项", "天", "小时", "个小时", "学时", "课时"]
)


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
    unit: str | None = None
    aspect: str = ""  # what tells this part from the others (已经解决的), for a share that follows it

    @property
    def of_share(self) -> str:
        """Whose share a percentage behind it is: 已经解决的提案."""
        return self.aspect + self.subject if self.aspect and self.aspect not in self.subject else self.subject

    @property
    def handed_on(self) -> str:
        """What the next number inherits."""
        return self.topic or self.subject


def bare_verb(phrase: str, verb: Verb, left: int, end: int, number: Number, last: Described | None) -> Described:
    """A verb straight before its number: the thing counted is what went before, or lies in the verb itself (捐款)."""
    default = by_verb(verb.word)
    head = phrase[: verb.start]
    for_whom = _FOR_WHOM.search(head) if counts_people(number) else None
    if for_whom and for_whom[1].endswith(verbs.PEOPLE_HEADS):
        return Described(for_whom[1], verb.word, left + verb.start, end)  # 为老人体检150人次
    for way in (_of_before, _of_itself):
        found = way(phrase, head, verb, left, end, number, last)
        if found is not None:
            return found
    if (told := _passive_head(head) or _title_head(head)) is not None:
        return Described(told, verb.word, left + lead_in(phrase), end)
    if last is not None:
        topic = last.handed_on
        if default == "提案" and default not in topic:
            topic = default  # what is filed is a proposal, whatever it came in as
        return Described(topic, verb.word, left + verb.start, end)
    opening = next(iter(find_verbs(head)), None)
    if opening is not None and opening.start == 0:
        head = head[opening.end :]
    if head.startswith(("被", "由", "经", "向", "为", "在", "获")):
        head = ""
    head = shorten(strip_modifiers(_COMPARED.sub("", head)))
    if head.endswith(verbs.ADVERBS):
        head = ""
    return Described(default or head or verb.word, verb.word, left + verb.start, end)


def _of_before(
    phrase: str, head: str, verb: Verb, left: int, end: int, number: Number, last: Described | None
) -> Described | None:
    """A change of what went before, a paper told of before, people that took part."""
    if last is not None and _CHANGED.search(verb.word):
        return Described(last.handed_on, verb.word, left + verb.start, end)
    if verb.word.endswith(verbs.PROCESSING) and number.unit in PAPERS:
        own = _own_head(head)
        if own is not None:
            return Described(own, verb.word, left + lead_in(phrase), end)
        if last is not None and verb.nominal:
            return Described(last.handed_on, verb.word, left + verb.start, end)
    if counts_people(number) and GOES.search(phrase) and (people := people_before(head)):
        return Described(people, verb.word, left, end)
    return None


def _of_itself(
    phrase: str, head: str, verb: Verb, left: int, end: int, number: Number, _last: Described | None
) -> Described | None:
    """The act itself is counted, or money that came of it."""
    if verb.nominal and number.unit in _EVENTS:
        return Described(shorten(strip_modifiers(phrase)) or verb.word, None, left + verb.start, end)
    within = _FROM_WITHIN.search(head) if number.unit in lexicon.MONEY_UNITS else None
    if within:
        return Described(shorten(strip_modifiers(within[1])), verb.word, left + verb.start, end)
    if number.unit in lexicon.MONEY_UNITS and head.endswith("总"):
        return Described("总" + verb.word, None, left + verb.start - 1, end)
    if number.unit in lexicon.MONEY_UNITS or verb.word.endswith(("惠及", "受益")):
        return Described(by_verb(verb.word) or verb.word, verb.word, left + verb.start, end)
    if verb.nominal and verb.start >= 2 and len(find_verbs(phrase)) == 1:
        return Described(shorten(strip_modifiers(phrase)), None, left + lead_in(phrase), end)
    return None


def _title_head(head: str) -> str | None:
    """A title straight before the verb: 《民意》编发46期."""
    title = re.search(r"《[^《》]{1,30}》$", head)
    return title[0] if title else None


def _own_head(head: str) -> str | None:
    """The paper that the clause itself names before the verb: 重点提案(督办10件), 《民意》(编发46期)."""
    opening = next(iter(find_verbs(head)), None)
    if opening is not None and opening.start == 0:
        head = head[opening.end :]
    head = re.split(r"[，；：]", head)[-1].strip(EDGES)
    thing = strip_modifiers(head)
    return shorten(thing) if HEAD_NOUN.search(thing) and not find_verbs(thing) and "的" not in thing else None


def _passive_head(head: str) -> str | None:
    """What was acted upon stands before 被, 在 …: 宣传稿件在市级以上媒体(刊发), 信息被省政协(采用)."""
    m = _PASSIVE.search(head)
    if m is None or m.start() < 2:
        return None
    thing = head[: m.start()].rsplit("的", 1)[-1]
    thing = strip_modifiers(thing)
    return shorten(thing) if len(thing) >= 2 and HEAD_NOUN.search(thing) and not find_verbs(thing) else None


def people_before(head: str) -> str | None:
    """The people that took part (委员参加活动570人次), where they stand before the verb."""
    head = re.split(r"[，；：]", head)[-1]
    found = [v for v in find_verbs(head) if not v.nominal or v.start == 0]
    people = strip_modifiers(head[found[-1].end :] if found else head)
    ends = people.endswith(verbs.PEOPLE_HEADS)
    return shorten(people) if ends and len(people) >= 2 else None


def counts_people(number: Number) -> bool:
    """Whether persons or their attendances are counted."""
    return number.unit in PERSONS


def by_verb(verb: str) -> str | None:
    """What a verb alone counts (立案: 提案); None where it says nothing."""
    found = [w for w in verbs.DEFAULT_SUBJECT if verb.endswith(w)]
    return verbs.DEFAULT_SUBJECT[max(found, key=len)] if found else None


def lead_in(phrase: str) -> int:
    """How many characters of listing marks a phrase begins with."""
    return len(phrase) - len(phrase.lstrip("、，和与及；：（ "))


def default(number: Number, post: str) -> str:
    """A subject for a number that nothing names."""
    if number.unit in ("人", "人次", "名", "位"):
        return "人员"
    if number.unit in lexicon.MONEY_UNITS:
        return "资金"
    return post.strip(EDGES)[:8] or (number.unit or "数量")

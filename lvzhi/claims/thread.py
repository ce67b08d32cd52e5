"""The thread of a paragraph: what each number is about, given those before it (立案231件, 占立案总数的39%)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lvzhi.claims.antecedents import antecedent
from lvzhi.claims.bare import HEAD_NOUN, PAPERS, Described, default
from lvzhi.claims.numerals import Number
from lvzhi.claims.phrases import strip_modifiers
from lvzhi.claims.rates import rate_subjects
from lvzhi.claims.segments import Layout, Span
from lvzhi.claims.subjects import describe

SHARES: Final = ("、", "和", "及", "与", "至", "到", "~", "—", "-", "或", "，")
_RATIOS: Final = ("%", "‰")
_POINTS: Final = ("个百分点", "百分点")
_COMPARES: Final = (*_RATIOS, *_POINTS, "番", "倍")
# The whole that parts are taken from: 在立案提案中，…
_OUT_OF = re.compile(
    r"(?:^|[，。；：])(?:在|从|全部|所有)?(?P<what>[^，。；：\d]{0,12}(?:提案|建议|议案|信息|意见|案件|委员|代表|问题|项目))(?:当)?中[，：]?"
)
# What a paper is about: (围绕)经济建设方面(提出提案), (关于)产业发展(的提案).
_OF_FIELD = re.compile(
    r"(?:围绕|关于|有关|涉及|反映|聚焦|针对)([^，。；：、]{2,14}?)(?:的|提出|提交)[^，。；]{0,6}(?:提案|建议|信息|意见)$"
)
_RESPECTIVELY = re.compile(r"分别(?:约|各)?占[^，。；\d]{0,8}$")
_PAPER = re.compile(r"(?:提案|建议|议案|社情民意信息|信息|意见)$")
# Nothing but how a rate told before has changed: 提高到2021年的(83%).
_RISEN = re.compile(
    r"[，、]?(?:提高|提升|上升|下降|降低|增加|增长|升|降|增)(?:到|至|为)(?:了)?(?:20\d\d年(?:底|末|度)?|今年|当年|目前)?的?"
)
_PART = re.compile(r"其中|包括|含")
_FAR: Final = 80


@dataclass(frozen=True, slots=True)
class About:
    """A number with its subject, the bounds of its clause and of its sentence."""

    index: int
    described: Described
    clause: Span
    sentence: Span


@dataclass(slots=True)
class _Thread:
    """What the numbers read so far leave to those behind them."""

    last: Described | None = None
    sentence: Span = (-1, -1)
    shared: list[str] = field(default_factory=list)  # subjects still waiting for their number
    topics: dict[str | None, str] = field(default_factory=dict)  # by unit
    ratio: str = ""  # subject of the last rate, for points that it rose by
    kin: dict[str | None, str] = field(default_factory=dict)  # of earlier paragraphs
    counted: list[tuple[str | None, str]] = field(default_factory=list)  # of the sentence: unit and subject


def follow(
    text: str, marks: Layout, numbers: list[Number], barriers: list[int], kin: dict[str | None, str]
) -> Iterator[About]:
    """Subject and action of every number of a paragraph, in order; a number with two subjects comes twice.

    `barriers` are the ends of vague amounts (数十件), sorted; they bound a phrase as numbers do. `kin` holds what the
    papers counted so far were (件: 提案), by unit; it is kept up to date.
    """
    starts = [n.start for n in numbers]
    thread = _Thread(kin=kin)
    for i, number in enumerate(numbers):
        sentence = marks.sentence(number.start)
        clause = marks.clause(number.lead, number.unit_end)
        if sentence != thread.sentence:
            _next_sentence(thread, sentence)
        before = max(sentence[0], numbers[i - 1].unit_end if i else 0)
        wall = bisect_left(barriers, number.lead + 1)
        if wall and clause[0] < barriers[wall - 1] <= number.lead:
            clause = (barriers[wall - 1], clause[1])
        described, subjects = _describe(text, numbers, starts, i, clause, (before, sentence[0]), thread)
        for subject in subjects:
            yield About(i, replace(described, subject=subject or default(number, "")), clause, sentence)
        _remember(text, number, described, subjects, sentence, thread)


def _next_sentence(thread: _Thread, sentence: Span) -> None:
    """The thread goes on; kinds of one paper (大会提案, 平时提案) leave what they have in common (提案)."""
    last = thread.last
    if last is not None:
        alike = {subject for unit, subject in thread.counted if unit == last.unit}
        heads = {head[0] if (head := HEAD_NOUN.search(subject)) else "" for subject in alike}
        if len(alike) > 1 and len(heads) == 1 and (common := heads.pop()) and last.handed_on in alike:
            last = replace(last, topic=common)
            thread.topics[last.unit] = common
        thread.last = replace(last, action=None, end=-1)
    thread.sentence, thread.shared, thread.counted = sentence, [], []


def _describe(
    text: str, numbers: list[Number], starts: list[int], i: int, clause: Span, since: Span, thread: _Thread
) -> tuple[Described, list[str]]:
    number, last = numbers[i], thread.last
    left, right = _neighbours(numbers, starts, i, clause)
    if last is None and (known := thread.kin.get(number.unit)):
        last = Described(known, None, number.lead, -1, known, unit=number.unit)
    if last is not None and left < last.end <= number.lead:
        left = last.end
    inherited = antecedent(text, number, clause[0], since, last)
    if inherited is last and last is not None and number.unit in thread.topics and number.unit not in _RATIOS:
        last = replace(last, topic=thread.topics[number.unit])
    elif number.unit not in _COMPARES:
        last = inherited
    if number.unit in _POINTS and thread.ratio and last is not None:
        last = replace(last, subject=thread.ratio, topic=thread.ratio, aspect="")
    last = _out_of(text, max(since[0], number.lead - _FAR), number, last)
    beyond, right = _beyond(text, numbers, starts, i, clause, right)
    described = describe(text, clause, number, left, right, last, beyond)
    field = _OF_FIELD.search(text, max(clause[0], number.lead - _FAR), number.lead)
    if field and number.unit in PAPERS and not described.aspect and field[1] not in described.subject:
        described = replace(described, aspect=field[1])
    if number.unit not in _RATIOS:
        return described, [described.subject]
    subjects, thread.shared = _rates(text, left, numbers, i, described, thread)
    return described, subjects


def _out_of(text: str, start: int, number: Number, last: Described | None) -> Described | None:
    """What is counted, where the sentence says what the parts are parts of."""
    found = next(iter(deque(_OUT_OF.finditer(text, start, number.lead), maxlen=1)), None)
    if found is None or "，" in text[found.end() : number.lead].replace("其中，", ""):
        return last
    what = strip_modifiers(found["what"])
    if len(what) < 2:
        return last
    base = last if last is not None else Described("", None, number.lead, -1)
    return replace(base, topic=what, subject=base.subject or what, unit=number.unit)


def _remember(
    text: str, number: Number, described: Described, subjects: list[str], sentence: Span, thread: _Thread
) -> None:
    ratio = number.unit in _COMPARES
    if number.unit in _RATIOS:
        thread.ratio = subjects[-1]
    whole = thread.topics.get(number.unit)
    since = max(sentence[0], number.lead - _FAR)
    if (
        whole
        and not ratio
        and not described.topic
        and described.action is None
        and _PART.search(text, since, number.lead)
    ):
        described = replace(described, topic=whole)
    thread.topics[number.unit] = described.handed_on
    if not ratio:
        thread.counted.append((number.unit, described.of_share))
    if not ratio or thread.last is None:
        thread.last = replace(described, subject=subjects[0], unit=number.unit)
    paper = _PAPER.search(described.handed_on) if number.unit in ("件", "条", "篇") else None
    if paper:
        thread.kin[number.unit] = paper[0]


def _neighbours(numbers: list[Number], starts: list[int], i: int, clause: Span) -> Span:
    left, right = clause
    if i and numbers[i - 1].unit_end > left:
        left = numbers[i - 1].unit_end
    following = bisect_left(starts, numbers[i].unit_end)
    if following < len(numbers) and numbers[following].lead < right:
        right = numbers[following].lead
    return left, max(right, numbers[i].unit_end)


def _beyond(
    text: str, numbers: list[Number], starts: list[int], i: int, clause: Span, right: int
) -> tuple[Span | None, int]:
    """What stands behind a run of numbers (3批46名委员, 5至8名代表), and where the text of number `i` ends."""
    j = i
    while j + 1 < len(numbers) and j - i < 8:
        between = text[numbers[j].unit_end : numbers[j + 1].lead]
        bare = numbers[j].unit_end == numbers[j].end and between in SHARES
        if between and not bare:
            break
        j += 1
    if j == i:
        return None, right
    return (numbers[j].unit_end, _neighbours(numbers, starts, j, clause)[1]), numbers[i].unit_end


def _rates(
    text: str, left: int, numbers: list[Number], i: int, described: Described, thread: _Thread
) -> tuple[list[str], list[str]]:
    """Subjects of a rate, and those still waiting for their number (率、率分别为95%、100%)."""
    number = numbers[i]
    pre = text[max(left, number.lead - _FAR) : number.lead]
    if not pre.strip("、和及，与") and thread.shared:
        return [thread.shared[0]], thread.shared[1:]
    if thread.ratio and _RISEN.fullmatch(pre):
        return [thread.ratio], []
    if _RESPECTIVELY.search(pre):
        parts = _respective(text, numbers, i, thread)
        if parts:
            return [parts[0]], parts[1:]
    items = [item for item in rate_subjects(pre) if item not in ("占比", "比例", "比重")]
    if len(items) < 2:
        return [items[0] if items and described.action is None else described.subject], []
    behind = text[number.unit_end : number.unit_end + 2]
    if "分别" in pre or (behind[:1] in ("、", "和", "及") and behind[1:].isdigit()):
        return [items[0]], items[1:]
    return items, []


def _respective(text: str, numbers: list[Number], i: int, thread: _Thread) -> list[str]:
    """The parts counted just before, where as many shares follow (…81件、…66件，分别占33.6%、27.4%)."""
    j = i
    while (
        j + 1 < len(numbers)
        and numbers[j + 1].unit == numbers[i].unit
        and text[numbers[j].unit_end : numbers[j + 1].lead] in SHARES
    ):
        j += 1
    many = j - i + 1
    parts = thread.counted[-many:]
    return [f"{subject}占比" for _, subject in parts] if len(parts) == many and many > 1 else []

"""The reader's door: text in, claims out. It puts the steps of the other modules in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lvzhi.claims import lexicon_cues as cues
from lvzhi.claims.cleaning import clean
from lvzhi.claims.context import Context, change_of, context, year_of
from lvzhi.claims.exclusions import Place, reason
from lvzhi.claims.grid import Table
from lvzhi.claims.lines import Paragraph, paragraphs
from lvzhi.claims.models import Claim, Heading, Reading, Sentence, SetAside
from lvzhi.claims.numerals import Number, scan
from lvzhi.claims.segments import Layout, layout
from lvzhi.claims.tables import Around, read_table
from lvzhi.claims.thread import SHARES, About, follow

_LABELLED = re.compile(r"((?:19|20)\d\d年[^，。：]{2,12})：")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（第■●]")

_CAPTION_MAX = 60


@dataclass(slots=True)
class _State:
    """What is carried from one paragraph to the next."""

    title: str | None = None
    year: int | None = None
    heading: str | None = None
    plan: bool = False
    body: str | None = None
    kin: dict[str | None, str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)


def read(text: str, *, year: int | None = None) -> Reading:
    """Find every quantified claim of a text.

    Args:
        text: decoded prose as scraped: markup, pinyin, Traditional script and page furniture may still be in it.
        year: the year the text is about, where the caller knows it; else it is taken from the title.

    Returns:
        Claims and numbers set aside, sorted by place, with offsets in Unicode characters of `text`. Never raises on
        any text; an empty text or a page of furniture gives an empty reading.
    """
    found, asides = paragraphs(clean(text))
    state = _State(aside=[SetAside(a.start, a.text, "furniture") for a in asides])
    state.title = next((p.text for p in found if len(p.text) >= 6), None)
    state.year = year if year is not None else year_of(state.title)
    for index, paragraph in enumerate(found):
        if paragraph.table is not None:
            _table(text, paragraph.table, [one.text for one in found[max(0, index - 2) : index]], state)
            continue
        _head(paragraph, index, state)
        _paragraph(text, paragraph, state)
    state.claims.sort(key=lambda c: (c.start, c.number_start, c.end))
    state.aside.sort(key=lambda a: a.start)
    return Reading(
        tuple(state.claims), tuple(state.aside), tuple(state.sentences), tuple(state.headings), state.title, state.year
    )


def _head(paragraph: Paragraph, index: int, state: _State) -> None:
    """Headings, and whether the section they open is one of plans."""
    opening = paragraph.text if paragraph.heading else paragraph.text[:40].split("。")[0]
    numbered = bool(_NUMBERED.match(opening))
    if paragraph.heading:
        state.heading = paragraph.text
        state.headings.append(Heading(paragraph.origin[0], paragraph.text))
    label = _LABELLED.match(paragraph.text)
    if label and cues.PLAN_HEADING.search(label[1]):
        state.plan = True  # 2019年工作要点：…
    if index == 0 or not (paragraph.heading or numbered):
        return
    if cues.DONE_HEADING.search(opening):
        state.plan = False
    elif cues.PLAN_HEADING.search(opening) and len(opening) <= 40:
        state.plan = True


def _table(original: str, table: Table, above: list[str], state: _State) -> None:
    caption = " ".join(line for line in above if len(line) <= _CAPTION_MAX)
    period = f"{state.year}年" if state.year else None
    claims, asides = read_table(table, Around(caption, state.heading, state.body, period), original)
    if state.plan:
        asides, claims = [*asides, *(SetAside(c.start, c.text, "plan") for c in claims)], []
    state.claims.extend(claims)
    state.aside.extend(asides)


def _paragraph(original: str, paragraph: Paragraph, state: _State) -> None:
    text = paragraph.text
    marks = layout(text)
    start = 0
    for end in [*marks.sentence_ends, len(text)]:
        if end > start:
            origin = paragraph.origin
            state.sentences.append(Sentence(origin[start], origin[end - 1] + 1, text[start:end], state.heading))
        start = end
    masked = _masked(text, marks)
    for m in cues.MASKED.finditer(text):
        state.aside.append(SetAside(paragraph.origin[m.start()], text[m.start() : m.end()], "masked"))
    numbers = list(scan(text))
    ctx = context(text, masked)
    if numbers:
        _numbers(original, paragraph, state, marks, masked, numbers, ctx)
    if ctx.bodies:
        state.body = ctx.bodies[-1].text


def _masked(text: str, marks: Layout) -> str:
    parts: list[str] = []
    pos = 0
    for start, end in sorted(marks.titles + marks.quotes):
        if start >= pos:
            parts.append(text[pos:start])
            parts.append("□" * (end - start))
            pos = end
    parts.append(text[pos:])
    return "".join(parts)


def _numbers(
    original: str,
    paragraph: Paragraph,
    state: _State,
    marks: Layout,
    masked: str,
    numbers: list[Number],
    ctx: Context,
) -> None:
    text = paragraph.text
    dates = [(m.start(), m.end()) for m in cues.DATES.finditer(text)]
    numbers = [replace(n) for n in numbers]
    whys: list[str | None] = [None] * len(numbers)
    for i in range(len(numbers) - 1, -1, -1):
        shared = _share(text, numbers, whys, i)
        if shared is not None:
            numbers[i], whys[i] = shared
        if whys[i] is None:
            whys[i] = reason(Place(marks, numbers[i], masked, dates, state.plan, state.year))
    good: list[Number] = []
    vague: list[int] = []
    for number, why in zip(numbers, whys, strict=True):
        if why is None:
            good.append(number)
        else:
            if why == "vague":
                vague.append(number.unit_end)
            elif why == "practice":
                good.append(replace(number, quiet=True))
            start, end = paragraph.origin[number.lead], paragraph.origin[max(number.lead, number.unit_end - 1)] + 1
            state.aside.append(SetAside(start, original[start:end], why))
    state.claims.extend(_with_parts(text, marks, list(_claims(original, paragraph, state, marks, good, vague, ctx))))


def _share(text: str, numbers: list[Number], whys: list[str | None], i: int) -> tuple[Number, str | None] | None:
    """A number without a unit in a list or range takes the unit of the next one (3、5、12条; 3—5个)."""
    number = numbers[i]
    if number.unit is not None or i + 1 >= len(numbers):
        return None
    following = numbers[i + 1]
    between = text[number.unit_end : following.lead]
    if following.unit is None or between not in SHARES or (between == "，" and following.chinese):
        return None
    if (
        between == "、"
        and (number.start == 0 or text[number.start - 1] in "。；：（")
        and number.value < 10
        and following.chinese
    ):
        return None
    if whys[i + 1] in ("date", "ordinal", "period", "quoted_name", "title", "code"):
        return number, whys[i + 1]
    value = number.value
    if number.magnitude == 1 and following.magnitude > 1:
        value = value * following.magnitude
    return replace(number, unit=following.unit, value=value), None


@dataclass(frozen=True, slots=True)
class _Draft:
    number: Number
    claim: Claim
    sentence: tuple[int, int]


def _claims(
    original: str,
    paragraph: Paragraph,
    state: _State,
    marks: Layout,
    numbers: list[Number],
    vague: list[int],
    ctx: Context,
) -> Iterator[_Draft]:
    for about in follow(paragraph.text, marks, numbers, vague, state.kin):
        if numbers[about.index].quiet:
            continue
        claim = _claim(original, paragraph, state, ctx, numbers, about)
        yield _Draft(numbers[about.index], claim, about.sentence)


def _claim(
    original: str,
    paragraph: Paragraph,
    state: _State,
    ctx: Context,
    numbers: list[Number],
    about: About,
) -> Claim:
    i, described, clause, sentence = about.index, about.described, about.clause, about.sentence
    text, origin, number = paragraph.text, paragraph.origin, numbers[i]
    begin = min(described.start, number.lead)
    finish = max(described.end, number.unit_end, begin + 1)
    start, end = origin[begin], origin[min(finish, len(text)) - 1] + 1
    default = f"{state.year}年" if state.year else None
    before = numbers[i - 1] if i else None
    after = numbers[i + 1] if i + 1 < len(numbers) else None
    return Claim(
        start=start,
        end=end,
        text=original[start:end],
        value=number.value,
        qualifier="over" if number.qualifier == "over" else "about" if number.qualifier == "about" else "exact",
        unit=number.unit,
        subject=described.subject,
        action=described.action,
        period=ctx.period(sentence[0], number.start) or default,
        number_start=origin[number.start],
        hedge=number.hedge,
        clause=text[max(clause[0], number.lead - 200) : min(clause[1], number.unit_end + 200)],
        sentence=text[max(sentence[0], number.lead - 2000) : min(sentence[1], number.unit_end + 2000)],
        before=text[max(sentence[0], clause[0] - 2000) : clause[0]],
        lead=text[max(clause[0], before.unit_end if before else 0, number.lead - 200) : number.lead],
        heading=state.heading,
        body=ctx.body(number.start) or state.body,
        scope_words=ctx.scope(max(sentence[0], number.start - 400), min(number.unit_end + 200, sentence[1])),
        change=change_of(text, number, before, after),
    )


def _with_parts(text: str, marks: Layout, drafts: list[_Draft]) -> list[Claim]:
    """Ties numbers in brackets behind a total, and those after 其中, to that total."""
    claims = [d.claim for d in drafts]
    total_of: dict[int, list[int]] = {}
    total: int | None = None
    for i, draft in enumerate(drafts):
        if i and draft.sentence != drafts[i - 1].sentence:
            total = None
        bracket = marks.within(marks.brackets, draft.number.start)
        among = text.rfind("其中", max(draft.sentence[0], draft.number.start - 80), draft.number.start)
        previous = i - 1
        if bracket is not None:
            while previous >= 0 and drafts[previous].number.start >= bracket[0]:
                previous -= 1
            total = previous if previous >= 0 and drafts[previous].sentence == draft.sentence else None
        elif among >= 0:
            while previous >= 0 and (
                drafts[previous].number.start > among
                or marks.within(marks.brackets, drafts[previous].number.start) is not None
            ):
                previous -= 1
            total = previous if previous >= 0 and drafts[previous].sentence == draft.sentence else None
        else:
            total = None
        if total is not None and claims[total].unit == claims[i].unit:
            claims[i] = replace(claims[i], part_of=claims[total].number_start)
            total_of.setdefault(total, []).append(claims[i].number_start)
    for index, parts in total_of.items():
        claims[index] = replace(claims[index], total_of=tuple(parts))
    return claims

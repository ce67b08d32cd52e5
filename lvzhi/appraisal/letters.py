"""The forms that are signed and filed: 平时考核登记表 and 年度考核登记表 (R8.3, R8.7)."""

from __future__ import annotations

from collections.abc import Mapping

from lvzhi.appraisal import queries
from lvzhi.appraisal.models import QUARTERS, StaffLine
from lvzhi.appraisal.vocabulary import FORM, LineState
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import Document9704, Para, Table
from lvzhi.exchange.letters.blocks import Block
from lvzhi.ui import formats

WIDTHS = (1, 4)


def compose(line: StaffLine, past: Mapping[int, StaffLine], *, whole: bool) -> Document9704:
    """One person's form.

    Args:
        past: lines of the decided quarters, for a yearly form.
        whole: whether the result stands on it; before the decision it does not.
    """
    appraisal = line.round
    rows = [
        (FORM["name"], line.name), (FORM["department"], line.department), (FORM["post"], line.post),
        (FORM["text"], line.text or FORM["none"]), (FORM["comment"], _comment(line)), *_counted(line, past),
    ]  # fmt: skip
    if whole and line.score is not None:
        rows.append((FORM["score"], line.score_words))
    rows.append((FORM["grade"], _grade(line) if whole else FORM["not_yet"]))
    if whole and line.answered_on:
        said = {"text": line.appeal, "answer": line.answer, "day": formats.day(line.answered_on)}
        rows.append((FORM["appeal"], FORM["appeal_line"].format(**said)))
    signed = FORM["sign"].format(day=formats.day(line.signed_on)) if line.signed_on else FORM["unsigned"]
    rows.append((FORM["signed"], signed))
    period = FORM["period"].format(start=formats.day(appraisal.starts_on), end=formats.day(appraisal.ends_on))
    body: list[Block] = [
        Para(period, indent=False, align="center"), Table((FORM["item"], FORM["content"]), rows, widths=WIDTHS),
    ]  # fmt: skip
    title = FORM["quarter" if appraisal.quarterly else "year"]
    return Document9704(title=title, body=body, issuer=appraisal.committee.name, date=clock.today())


def _comment(line: StaffLine) -> str:
    if not line.comment:
        return FORM["none"]
    return FORM["by"].format(text=line.comment, name=line.commented_by, day=formats.day(line.commented_on))


def _counted(line: StaffLine, past: Mapping[int, StaffLine]) -> list[tuple[str, str]]:
    if not line.round.quarterly:
        said = [
            FORM["quarter_line"].format(number=number, grade=_result(past[number]))
            for number in QUARTERS
            if number in past
        ]
        return [(FORM["quarters"], "\n".join(said) or FORM["none"])]
    if line.due_days is None:
        return [(FORM["attendance"], FORM["none"])]
    said_days = FORM["due"].format(due=formats.number(line.due_days), away=queries.away_words(line))
    return [(FORM["attendance"], said_days)]


def _result(line: StaffLine) -> str:
    if line.state == LineState.EXEMPT:
        return FORM["exempt"].format(reason=queries.exclusion_name(line))
    return queries.grade_name(line.round, line.grade)


def _grade(line: StaffLine) -> str:
    appraisal = line.round
    if line.state == LineState.EXEMPT:
        return _result(line)
    return FORM["decided"].format(
        grade=_result(line), meeting=appraisal.meeting, day=formats.day(appraisal.met_on)
    )  # fmt: skip

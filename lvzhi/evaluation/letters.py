"""The letter that feeds a result back to the member's employer (R7.8, R7.11), and the basis for awards."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal

from lvzhi.deadlines import clock
from lvzhi.evaluation.models import Result
from lvzhi.evaluation.queries import rules_of_set
from lvzhi.evaluation.reckoning import Rules
from lvzhi.evaluation.reckoning.saying import day_words, plain
from lvzhi.evaluation.vocabulary.running import LETTER, UNIT_LETTER, WRITING
from lvzhi.exchange.letters import Block, Document9704, Heading1, Para, Table, write


def compose(result: Result, rules: Rules) -> Document9704:
    """The letter: grade, sums of blocks, opportunities; no line, no rank, nothing of others.

    A unit is written to as a unit: what it did with proposals, not what a member did.
    """
    run = result.evaluation
    words = LETTER | (UNIT_LETTER if result.member is None else {})
    employer = result.member.person.employer if result.member else result.name
    to = words["to"].format(employer=employer) if employer else words["to_unknown"].format(name=result.name)
    intro = words["intro"].format(
        committee=run.committee.name, decided=day_words(run.decided_on or clock.today()), meeting=run.meeting,
        year=run.year, name=result.name,
    )  # fmt: skip
    why = result.reasons[0] if result.reasons else ""
    grade = LETTER["grade"] if result.grade else LETTER["grade_none"]
    names = {block.number: block.name for block in rules.blocks}
    rows = [(names.get(int(number), ""), plain(Decimal(points))) for number, points in result.blocks]
    body: list[Block] = [
        Para(to, indent=False), Para(intro), Heading1(LETTER["result"]),
        Para(grade.format(total=plain(result.total), grade=result.grade, why=why)), Heading1(LETTER["blocks"]),
        Table((LETTER["block"], LETTER["points"]), rows, widths=(3, 1), aligns=("left", "right")),
    ]  # fmt: skip
    if result.rates:
        body.append(Heading1(LETTER["rates"]))
        sums = {name: sum(row[name] for row in result.rates) for name in result.rates[0] if name != "what"}
        body.append(Para(LETTER["rate"].format(**sums)))
    body.append(Para(words["use"]))
    return Document9704(
        title=words["title"].format(year=run.year), body=body, issuer=run.committee.name, date=clock.today()
    )


def letter(result: Result, rules: Rules) -> io.BytesIO:
    """One letter as .docx."""
    target = io.BytesIO()
    write(compose(result, rules), target)
    target.seek(0)
    return target


def letters(results: Sequence[Result], tell: Callable[[str, int, int], None]) -> io.BytesIO:
    """All letters in one zip, each named by its member or unit.

    Args:
        tell: is told what is being done, how many are written, and of how many.
    """
    target = io.BytesIO()
    sets: dict[int, Rules] = {}
    taken: set[str] = set()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for place, row in enumerate(results, 1):
            rules = sets.get(row.rule_set_id) or sets.setdefault(row.rule_set_id, rules_of_set(row.rule_set))
            name = LETTER["file"].format(name=row.name, year=row.evaluation.year)
            name = f"{name}-{place}" if name in taken else name
            taken.add(name)
            pack.writestr(f"{name}.docx", letter(row, rules).getvalue())
            tell(WRITING, place, len(results))
    target.seek(0)
    return target

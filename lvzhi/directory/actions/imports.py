"""Units out of an Excel or CSV file: every row is judged, nothing is written unless all are good or it is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.directory import rules
from lvzhi.directory.actions import units
from lvzhi.directory.ground import SYSTEM
from lvzhi.directory.models import Unit
from lvzhi.directory.vocabulary import COLUMN_NAMES, EXAMPLES, UnitKind
from lvzhi.exchange import sheets
from lvzhi.journal.lines import line
from lvzhi.norms import codes

_KINDS = {"kind": "choice", "system": "choice", "starts": "date", "ends": "date"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row, as one sentence; `keeps_out` when it stops the row."""

    row: int
    sentence: str
    keeps_out: bool = True


@dataclass
class Result:
    """What an import found and did.

    `ready`: units that can be written; `known`: rows whose unit is already in the directory; `written`: units written.
    """

    file: str
    ready: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    known: int = 0
    written: int = 0

    @property
    def ok(self) -> bool:
        """Whether no row has to stay out."""
        return not any(problem.keeps_out for problem in self.problems)


def columns(committee: Committee) -> list[sheets.Column]:
    """The columns of the file, for reading and for the template to fill."""
    choices = {
        "kind": [str(kind.label) for kind in UnitKind],
        "system": [one.name for one in codes.codes(SYSTEM, committee)],
    }
    return [
        sheets.Column(
            key,
            names[0],
            aliases=names[1:],
            required=key == "name",
            kind=_KINDS.get(key, "text"),  # type: ignore[arg-type]  # the table above holds kinds only
            choices=choices.get(key, ()),
            personal=key == "contact",
            example=EXAMPLES.get(key, ""),
        )
        for key, names in COLUMN_NAMES.items()
    ]


def import_units(
    actor: Actor,
    committee: Committee,
    source: Any,
    name: str,
    *,
    starts: dt.date,
    dry_run: bool = False,
    only_good: bool = False,
) -> Result:
    """Read units from a file and write them.

    Args:
        source: path, bytes or stream of an .xlsx or .csv file.
        name: what the person calls the file.
        starts: first day of units whose row gives none.
        dry_run: judge every row and write nothing.
        only_good: write the good rows although others have to stay out.

    Raises:
        NotAllowed: not a keeper of this directory.
        BadFile: the file cannot be read at all.
    """
    rules.EDIT.check(actor, Unit(committee=committee))
    sheet = sheets.read(source, name, columns(committee))
    result = Result(name)
    result.problems += [Problem(finding.row, finding.sentence, finding.level == "error") for finding in sheet.findings]
    _judge(result, committee, sheet.good, starts)
    result.problems.sort(key=lambda problem: problem.row)
    if dry_run or not result.ready or not (result.ok or only_good):
        return result
    with line(actor, "directory.import", subject=committee, committee=committee, count=len(result.ready), file=name):
        Unit.objects.bulk_create(result.ready)
    result.written = len(result.ready)
    return result


def _judge(result: Result, committee: Committee, rows: list[sheets.Row], starts: dt.date) -> None:
    kinds = {str(kind.label): kind.value for kind in UnitKind}
    systems = {one.name: one.code for one in codes.codes(SYSTEM, committee)}
    known = list(Unit.objects.filter(committee=committee))
    seen: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        unit = Unit(committee=committee, starts=row.get("starts", starts), ends=row.get("ends"))
        try:
            units.fill(
                unit,
                name=row.get("name", ""),
                short_name=row.get("short_name", ""),
                code=row.get("code", ""),
                kind=kinds.get(row.get("kind", ""), UnitKind.HANDLING),
                system=systems.get(row.get("system", ""), ""),
                contact=row.get("contact", ""),
            )
            if _stands_already(unit, known):
                result.known += 1
                raise Refusal("directory.row_known", name=unit.name)
            _check_row(unit, known, seen, numbers, row.number)
        except Refusal as refusal:
            result.problems.append(Problem(row.number, refusal.sentence, refusal.code != "directory.row_known"))
            continue
        seen[unit.name] = row.number
        result.ready.append(unit)


def _stands_already(unit: Unit, known: list[Unit]) -> bool:
    return any(
        other.name == unit.name
        and (other.ends is None or unit.starts <= other.ends)
        and (unit.ends is None or other.starts <= unit.ends)
        for other in known
    )


def _check_row(unit: Unit, known: list[Unit], seen: dict[str, int], numbers: dict[str, int], number: int) -> None:
    if unit.ends is not None and unit.ends < unit.starts:
        raise Refusal("directory.dates", field="ends", starts=unit.starts, ends=unit.ends)
    if unit.name in seen:
        raise Refusal("directory.row_twice", row=seen[unit.name], name=unit.name)
    if unit.code:
        twin = next((other for other in known if other.code == unit.code), None)
        if twin is not None:
            raise Refusal("directory.code_taken", field="code", given=unit.code, name=twin.name)
        if unit.code in numbers:
            raise Refusal("directory.row_code_twice", row=numbers[unit.code], given=unit.code)
        numbers[unit.code] = number

"""Rosters: an Excel or CSV file checked row by row, and written as a whole or not at all (R0.6)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.exchange.sheets import Sheet
from lvzhi.journal.lines import line
from lvzhi.people.actions import checks
from lvzhi.people.roster import reading
from lvzhi.people.roster.columns import COLUMNS, employer_and_job, ethnicity, organ_key, template
from lvzhi.people.roster.coming import read_coming
from lvzhi.people.roster.findings import WARNING, Finding, ImportResult, Said
from lvzhi.people.roster.ground import Ground
from lvzhi.people.roster.plan import Draft, Planner
from lvzhi.people.roster.write import write
from lvzhi.people.vocabulary import HEADINGS

__all__ = [
    "COLUMNS", "Draft", "Finding", "ImportResult", "Progress", "Said", "employer_and_job", "ethnicity", "import_roster",
    "organ_key", "read_coming", "template",
]  # fmt: skip

Progress = Callable[[int, int], None]
# Shares of the work for the progress told: reading, checking, writing.
READ, CHECKED, DONE = 40, 60, 100


def import_roster(
    actor: Actor,
    committee: Committee,
    data: bytes,
    name: str,
    *,
    dry_run: bool,
    make_organs: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Read a roster, check every row, and unless it is a dry run or a row has an error, write all of it.

    Args:
        data, name: the file and what people call it.
        make_organs: set up sectors, special committees and liaison groups that the committee does not have yet, from
            the first day of the term; without it each is an error.
        progress: called with (done, whole) as the work goes on.

    Raises:
        NotAllowed: the actor does not keep this committee's people.
        BadFile: nothing can be read from the file; its sentence says why. Nothing is written.
    """
    checks.may_keep(actor, committee.pk)
    with _at_one_go():
        return _import(actor, committee, data, name, dry_run, make_organs, progress)


@contextmanager
def _at_one_go() -> Iterator[None]:
    """Ten thousand records stay alive together: a collector walking them again and again doubles the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _import(
    actor: Actor, committee: Committee, data: bytes, name: str, dry_run: bool, make_organs: bool,
    progress: Progress | None,
) -> ImportResult:  # fmt: skip
    sheet = _read(committee, data, name, progress)
    with transaction.atomic():
        if not dry_run:
            checks.lock(committee.pk)
        planner = Planner(Ground(committee, clock.today()), make_organs)
        drafts = planner.plan(sheet.rows)
        _tell(progress, CHECKED)
        result = _result(name, sheet, planner, drafts, dry_run)
        if not dry_run and result.ok:
            result = _write(actor, committee, planner, drafts, result)
    _tell(progress, DONE)
    return result


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(done, DONE)


def _read(committee: Committee, data: bytes, name: str, progress: Progress | None) -> Sheet:
    return reading.sheet(committee, data, name, lambda done, whole: _tell(progress, READ * done // whole))


def _without(sheet: Sheet) -> list[Finding]:
    """Sectors or special committees that the roster says nothing of: its members will be counted in none."""
    found = []
    for key in ("sector", "special_committee"):
        if key not in sheet.headings:
            found.append(Finding(sheet.header_row, key, "column_missing", {"what": HEADINGS[key][0]}, WARNING))
        elif sheet.rows and not any(row.get(key) for row in sheet.rows):
            found.append(Finding(sheet.header_row, key, "column_empty", {"what": HEADINGS[key][0]}, WARNING))
    return found


def _new(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if not draft.bad and draft.known is None]


def _result(name: str, sheet: Sheet, planner: Planner, drafts: list[Draft], dry_run: bool) -> ImportResult:
    new = _new(drafts)
    said: list[Said] = [*sheet.findings, *planner.findings, *_without(sheet)]
    return ImportResult(
        name=name,
        rows=len(sheet.rows),
        members=len(new),
        persons=sum(draft.person is None for draft in new),
        known=sum(draft.known is not None for draft in drafts),
        seats=sum(len(draft.seats) for draft in new),
        organs=tuple(organ.name for organ in planner.new_organs),
        findings=tuple(sorted(said, key=lambda one: (one.row, one.level != "error"))),
        dry_run=dry_run,
    )


def _write(
    actor: Actor, committee: Committee, planner: Planner, drafts: list[Draft], result: ImportResult
) -> ImportResult:
    if result.members or result.organs:
        with line(
            actor, "people.import", committee=committee, file=result.name,
            members=result.members, persons=result.persons, organs=len(result.organs),
        ):  # fmt: skip
            write(committee, _new(drafts), planner.new_organs)
    return ImportResult(**{**vars(result), "written": True})

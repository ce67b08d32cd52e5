"""``lvzhi import``: a file is judged row by row, and written as a whole or not at all; proposals also in part."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lvzhi.config.vocabulary import (
    IMPORT_DONE,
    IMPORT_DRY,
    IMPORT_KINDS,
    IMPORT_PHASES,
    IMPORT_REFUSED,
    IMPORT_WHERE,
    NO_FILE,
    PROGRESS,
)

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee

DONE, BAD_INPUT = 0, 2
Outcome = tuple[int, int, Sequence[str], int, int]


def bring(options: argparse.Namespace) -> int:
    """Run one import; returns 0 when written (or would be), 2 where the file or a row keeps it out."""
    importer = IMPORTERS.get(options.kind)
    path = Path(options.file)
    if importer is None:
        print(IMPORT_KINDS.format(kind=options.kind, kinds="、".join(IMPORTERS)), file=sys.stderr)
        return BAD_INPUT
    if not path.is_file() and not (path.is_dir() and options.kind in FOLDERS):
        print(NO_FILE.format(name=options.file), file=sys.stderr)
        return BAD_INPUT
    committee = _committee(options.committee)
    if committee is None:
        print(IMPORT_WHERE, file=sys.stderr)
        return BAD_INPUT
    rows, made, findings, errors, warnings = importer(options, committee, path)
    for finding in findings:
        print(finding, file=sys.stderr)
    part = bool(made) and options.good_rows and options.kind in PARTIAL and not options.dry_run
    done = IMPORT_DONE[options.kind].format(rows=rows, made=made, errors=errors, warnings=warnings)
    print(done, file=sys.stdout if part or not errors else sys.stderr)
    if errors and not part:
        print(IMPORT_REFUSED, file=sys.stderr)
        return BAD_INPUT
    if options.dry_run:
        print(IMPORT_DRY)
    return DONE


def _committee(text: str | None) -> Committee | None:
    """The committee named, or the only one there is."""
    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import find

    if text:
        return find(text)
    all_of_them = list(Committee.objects.all()[:2])
    return all_of_them[0] if len(all_of_them) == 1 else None


def _people(options: argparse.Namespace, committee: Committee, path: Path) -> Outcome:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.people.roster import import_roster

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(PROGRESS.format(name=path.name, done=done, total=total), end="", file=sys.stderr, flush=True)

    result = import_roster(
        cli_actor(),
        committee,
        path.read_bytes(),
        path.name,
        dry_run=options.dry_run,
        make_organs=options.make_organs,
        progress=progress,
    )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    said = [one.sentence for one in result.findings]
    return result.rows, result.members, said, len(result.errors), len(result.warnings)


def _units(options: argparse.Namespace, committee: Committee, path: Path) -> Outcome:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.deadlines import clock
    from lvzhi.directory.actions import import_units

    result = import_units(cli_actor(), committee, path, path.name, starts=clock.today(), dry_run=options.dry_run)
    errors = [one for one in result.problems if one.keeps_out]
    said = [one.sentence for one in result.problems]
    rows = len(result.ready) + result.known + len({one.row for one in errors})
    return rows, result.written, said, len(errors), len(result.problems) - len(errors)


def _proposals(options: argparse.Namespace, committee: Committee, path: Path) -> Outcome:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.proposals import past

    shown = sys.stderr.isatty()

    def progress(phase: str, done: int, total: int) -> None:
        if shown:
            print(
                PROGRESS.format(name=IMPORT_PHASES[phase], done=done, total=total), end="", file=sys.stderr, flush=True
            )

    actor = cli_actor()
    result = past.finished(past.look(actor, committee, path, path.name), progress)
    if not options.dry_run and result.ready and (options.good_rows or not result.bad):
        steps = past.bring(actor, committee, path, path.name, good_only=options.good_rows)
        result = past.finished(steps, progress)
    if shown:
        print(file=sys.stderr)
    said = [one.sentence for one in result.findings]
    return result.lines, result.ready, said, len(result.errors), len(result.warnings)


def _ledger(options: argparse.Namespace, committee: Committee, path: Path) -> Outcome:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.deadlines import clock
    from lvzhi.ledger.actions.importing import bring, look

    work = look if options.dry_run else partial(bring, good_only=options.good_rows)
    result = work(cli_actor(), committee, path.read_bytes(), path.name, found_on=clock.today())
    said = [one.sentence for one in result.remarks]
    return result.rows, len(result.ready), said, result.bad, result.known


FOLDERS = frozenset({"proposals"})  # kinds that also take a folder
PARTIAL = frozenset({"proposals", "ledger"})  # kinds that write the good rows alone when told to
IMPORTERS: dict[str, Callable[[argparse.Namespace, Committee, Path], Outcome]] = {
    "people": _people,
    "units": _units,
    "proposals": _proposals,
    "ledger": _ledger,
}

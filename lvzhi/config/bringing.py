"""``lvzhi import``: a file is judged row by row, and written as a whole or not at all; proposals also in part."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
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


def bring(options: argparse.Namespace) -> int:
    """Run one import; returns 0 when written (or would be), 2 where the file or a row keeps it out."""
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.opening.carriers import CARRIERS, Asked

    carrier = CARRIERS.get(options.kind)
    path = Path(options.file)
    if carrier is None:
        print(IMPORT_KINDS.format(kind=options.kind, kinds="、".join(CARRIERS)), file=sys.stderr)
        return BAD_INPUT
    if not path.is_file() and not (path.is_dir() and carrier.folders):
        print(NO_FILE.format(name=options.file), file=sys.stderr)
        return BAD_INPUT
    committee = _committee(options.committee)
    if committee is None:
        print(IMPORT_WHERE, file=sys.stderr)
        return BAD_INPUT
    asked = Asked(write=not options.dry_run, good_only=options.good_rows, make_organs=options.make_organs)
    found = carrier.take(cli_actor(), committee, path, path.name, asked, _tell(path.name))
    if sys.stderr.isatty():
        print(file=sys.stderr)
    for finding in found.findings:
        print(finding, file=sys.stderr)
    part = found.written and bool(found.errors)
    done = IMPORT_DONE.get(options.kind, IMPORT_DONE[""])
    said = done.format(rows=found.rows, made=found.ready, errors=found.errors, warnings=found.warnings)
    print(said, file=sys.stdout if part or not found.errors else sys.stderr)
    if found.errors and not part:
        print(IMPORT_REFUSED, file=sys.stderr)
        return BAD_INPUT
    if options.dry_run:
        print(IMPORT_DRY)
    return DONE


def _tell(name: str) -> Callable[[str, int, int], None]:
    """How far it is, on one line of a terminal."""

    def tell(phase: str, done: int, whole: int) -> None:
        if sys.stderr.isatty():
            line = PROGRESS.format(name=IMPORT_PHASES.get(phase, name), done=done, total=whole)
            print(line, end="", file=sys.stderr, flush=True)

    return tell


def _committee(text: str | None) -> Committee | None:
    """The committee named, or the only one there is."""
    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import find

    if text:
        return find(text)
    all_of_them = list(Committee.objects.all()[:2])
    return all_of_them[0] if len(all_of_them) == 1 else None

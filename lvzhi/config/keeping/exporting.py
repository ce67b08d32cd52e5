"""``lvzhi export DIR``: all of it in open forms. A line of JSON for each row, files as they are, every figure, a manifest.

Another program reads it without this one; ``lvzhi import all DIR`` makes an empty install equal to it, on either database.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lvzhi.config.keeping import database, parcel, rows, state
from lvzhi.config.keeping.backing import named_files, present_keys, read_passphrase
from lvzhi.config.keeping.telling import Progress, Stop, need_space, settle, workplace
from lvzhi.config.keeping.vocabulary import EXPORT_NOTE, EXPORT_NOTE_NAME, EXPORTED, KEYS_IN, KEYS_OUT, LISTED, MISSING

DONE, FINDING, BAD_INPUT = 0, 1, 2
FORMAT = "lvzhi-export/1"
TABLES, FIGURES, DESCRIBED = "tables", "figures.json", "tables.json"


def export(options: argparse.Namespace) -> int:
    """Write one export. 1 where files are missing that records name: the rest is in it."""
    progress, target = Progress(), Path(options.folder).absolute()
    try:
        passphrase = read_passphrase(options.passphrase_file)
        if target.exists():
            raise Stop("exists", name=options.folder)
        if not target.parent.is_dir():
            raise Stop("no_folder", name=target.parent)
        if behind := state.steps_behind():
            raise Stop("behind", count=behind)
        need_space(target.parent, database.size() * 2)
        with workplace(target.parent, target.name) as work:
            whole = work / "whole"
            manifest = _write(whole, passphrase, progress)
            whole.replace(target)
            settle(target.parent)
    except Stop as stop:
        progress.close()
        print(stop.sentence, file=sys.stderr)
        return BAD_INPUT
    except OSError as problem:
        progress.close()
        print(Stop("disk", name=options.folder, problem=problem.strerror or problem).sentence, file=sys.stderr)
        return BAD_INPUT
    progress.close()
    counts = manifest["counts"]
    print(EXPORTED.format(name=options.folder, tables=len(counts), rows=sum(counts.values()), files=manifest["files"]))
    print(KEYS_IN if passphrase else KEYS_OUT)
    missing = manifest["missing"]
    if missing:
        print(MISSING.format(count=len(missing), names=LISTED.join(missing[:3])), file=sys.stderr)
    return FINDING if missing else DONE


def _write(whole: Path, passphrase: str, progress: Progress) -> dict[str, Any]:
    from lvzhi import __version__
    from lvzhi.deadlines import clock
    from lvzhi.demo.presence import marker
    from lvzhi.journal.secrets import digest_key_name

    (whole / TABLES).mkdir(mode=0o700, parents=True)
    moment = clock.now()
    with one_moment():
        counts = _tables(whole, progress)
        held = state.described(moment, progress)
    _put(whole / FIGURES, json.dumps(held["figures"], ensure_ascii=False, indent=1))
    _put(whole / DESCRIBED, json.dumps([rows.described(one) for one in rows.tables()], ensure_ascii=False, indent=1))
    _put(whole / EXPORT_NOTE_NAME, EXPORT_NOTE)
    missing, files = _files(whole, held, progress)
    if marker().exists():
        shutil.copyfile(marker(), whole / parcel.MARK)
    if passphrase:
        (whole / parcel.KEYS).write_bytes(parcel.lock_keys(present_keys(), passphrase))
    manifest = {
        "format": FORMAT, "version": __version__, "made_at": moment.isoformat(timespec="microseconds"),
        "database": database.kind(), "key": digest_key_name(), "counts": counts, "missing": missing, "files": files,
        "migrations": held["migrations"], "head": held["head"], "members": _members(whole),
    }  # fmt: skip
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    _put(whole / parcel.MANIFEST, text)
    _put(whole / parcel.SEAL, parcel.seal_of(text.encode()))
    return manifest


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of one moment; nobody who writes waits for it."""
    from django.db import connection, transaction

    if database.kind() == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # Django's own would be one that writes
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def _tables(whole: Path, progress: Progress) -> dict[str, int]:
    counts, asked = {}, rows.tables()
    for place, model in enumerate(asked):
        progress("database", place, len(asked))
        table, count = model._meta.db_table, 0
        with (whole / TABLES / f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for line in rows.written(model):
                file.write(line + "\n")
                count += 1
        counts[table] = count
    return counts


def _files(whole: Path, held: state.State, progress: Progress) -> tuple[list[str], int]:
    named, missing = list(named_files(held)), []
    for place, (name, path) in enumerate(named):
        progress("files", place, len(named))
        if not parcel.fits(name) or not path.is_file() or parcel.digest_of(path) != path.name:
            missing.append(name)
            continue
        target = whole / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return missing, len(named) - len(missing)


def _members(whole: Path) -> dict[str, list[Any]]:
    """Every file with its size and digest; on the disk before its manifest is."""
    found = {}
    for path in sorted(whole.rglob("*")):
        if path.is_file():
            settle(path)
            found[path.relative_to(whole).as_posix()] = [path.stat().st_size, parcel.digest_of(path)]
    return found


def _put(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)

"""``lvzhi backup FILE``: database, named files, keys under a passphrase and the end of the journal, in one file.

The database is copied first and the files that the copy names after it: a file lies before its row does, and attachments
are never removed, so what the copy names is there.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lvzhi.config.keeping import database, parcel, state
from lvzhi.config.keeping.telling import MEGABYTE, Progress, Stop, need_space, settle, workplace
from lvzhi.config.keeping.vocabulary import KEYS_IN, KEYS_OUT, MISSING, MORE, WRITTEN

DONE, FINDING, BAD_INPUT = 0, 1, 2
NAMED = 3  # missing files that a sentence names


def backup(options: argparse.Namespace) -> int:
    """Write one backup. 1 where files are missing that records name: the rest is in it."""
    from lvzhi.deadlines import clock

    progress, target = Progress(), Path(options.file).absolute()
    try:
        passphrase = read_passphrase(options.passphrase_file)
        if target.exists() and not options.overwrite:
            raise Stop("exists", name=options.file)
        if not target.parent.is_dir():
            raise Stop("no_folder", name=target.parent)
        if behind := state.steps_behind():
            raise Stop("behind", count=behind)
        with workplace(target.parent, target.name) as work:
            manifest, missing = _write(work, clock.now(), passphrase, progress)
            if target.exists() and not options.overwrite:  # somebody wrote it meanwhile
                raise Stop("exists", name=options.file)
            (work / "whole").replace(target)
            settle(target.parent)
    except Stop as stop:
        progress.close()
        print(stop.sentence, file=sys.stderr)
        return BAD_INPUT
    except OSError as problem:
        progress.close()
        print(Stop("disk", name=options.file, problem=problem.strerror or problem).sentence, file=sys.stderr)
        return BAD_INPUT
    progress.close()
    _mark(target, manifest)
    _say(options.file, target, manifest, KEYS_IN if passphrase else KEYS_OUT)
    if missing:
        names = "、".join(missing[:NAMED]) + (MORE if len(missing) > NAMED else "")
        print(MISSING.format(count=len(missing), names=names), file=sys.stderr)
    return FINDING if missing else DONE


def read_passphrase(name: str | None) -> str:
    """The first line of a file; empty where none is named. Raises `Stop` passphrase_file, passphrase_short."""
    if not name:
        return ""
    try:
        text = Path(name).read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError):
        raise Stop("passphrase_file", name=name) from None
    if len(text) < parcel.LEAST:
        raise Stop("passphrase_short", least=parcel.LEAST)
    return text


def present_keys() -> str:
    """The keys in use, one a line; empty where there are none yet."""
    from django.conf import settings

    from lvzhi.journal.secrets import FILE_NAME

    listed = os.environ.get("LVZHI_SECRET_KEYS", "")
    file = Path(settings.LVZHI_DATA) / FILE_NAME
    return listed or (file.read_text(encoding="ascii") if file.exists() else "")


def _write(work: Path, moment: dt.datetime, passphrase: str, progress: Progress) -> tuple[dict[str, Any], list[str]]:
    """The whole file, under the name ``whole``; its manifest, and the files missing."""
    from lvzhi.demo.presence import marker
    from lvzhi.journal.secrets import digest_key_name

    kind = database.kind()
    need_space(work, database.size() * 2)
    copied = work / parcel.DATABASES[kind]
    held = _sqlite(copied, moment, progress) if kind == "sqlite" else _postgres(copied, moment, progress)
    named = list(named_files(held))
    need_space(work, copied.stat().st_size + sum(path.stat().st_size for _, path in named if path.exists()))
    packing = parcel.Packing(work / "whole")
    packing.put_file(copied.name, copied, shrink=kind == "sqlite", progress=progress)
    packing.put(parcel.FIGURES, json.dumps(held["figures"], ensure_ascii=False).encode())
    if marker().exists():
        packing.put_file(parcel.MARK, marker())
    if passphrase:
        packing.put(parcel.KEYS, parcel.lock_keys(present_keys(), passphrase))
    missing = _pack(packing, named, progress)
    from lvzhi import __version__

    manifest = {
        "version": __version__,
        "made_at": moment.isoformat(timespec="microseconds"),
        "database": kind,
        "key": digest_key_name(),
        "missing": missing,
        **{name: held[name] for name in ("counts", "migrations", "head")},
    }
    packing.close(manifest)
    return manifest | {"members": packing.members}, missing


def _sqlite(copied: Path, moment: dt.datetime, progress: Progress) -> state.State:
    """The copy, looked at by a process of its own: what is counted is what is in it."""
    database.copy(copied, state.left_out(), progress)
    held = state.looked_at(copied.parent, f"sqlite:///{copied}", moment, present_keys())
    database.at_rest(copied)
    return held


def _postgres(copied: Path, moment: dt.datetime, progress: Progress) -> state.State:
    """The dump and the counts of one moment, which a transaction that only reads holds meanwhile."""
    from django.db import connection, transaction

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = str(cursor.fetchone()[0])
        database.dump(copied, state.left_out(), snapshot, progress)
        return state.described(moment, progress)


def named_files(held: state.State) -> Iterator[tuple[str, Path]]:
    """Members for the files that records name, with the place of each."""
    from lvzhi.files import store as files
    from lvzhi.relay import store as relay

    for room, path_of in (("files", files.path_of), ("relay", relay.path_of)):
        for digest in held[room]:
            yield f"{room}/{digest[:2]}/{digest}", path_of(digest)


def _pack(packing: parcel.Packing, named: list[tuple[str, Path]], progress: Progress) -> list[str]:
    """Put the files in; those that are gone or are no longer what they were are answered."""
    missing = []
    for place, (name, path) in enumerate(named):
        progress("files", place, len(named))
        if not parcel.fits(name) or not path.is_file() or parcel.digest_of(path) != path.name:
            missing.append(name)
        else:
            packing.put_file(name, path)
    return missing


def _mark(target: Path, manifest: dict[str, Any]) -> None:
    """Leave in the data folder when the last backup was made: the checklist of a new office asks. No harm without it."""
    from django.conf import settings

    from lvzhi.opening.queries import BACKED_UP

    mark = Path(settings.LVZHI_DATA) / BACKED_UP
    draft = mark.with_name(f".{mark.name}")
    with contextlib.suppress(OSError):
        draft.write_text(json.dumps({"made_at": manifest["made_at"], "name": target.name}), encoding="utf-8")
        draft.replace(mark)


def _say(name: str, target: Path, manifest: dict[str, Any], keys: str) -> None:
    stored = sum(parcel.STORED.fullmatch(one) is not None for one in manifest["members"])
    print(
        WRITTEN.format(
            name=name,
            size=f"{target.stat().st_size / MEGABYTE:.1f}",
            tables=len(manifest["counts"]),
            rows=sum(manifest["counts"].values()),
            files=stored,
            seq=manifest["head"]["seq"] if manifest["head"] else 0,
        )
    )
    print(keys)

"""``lvzhi upgrade``: a copy first, then the tables, then a look; where a step fails, the copy is back in its place.

Attachments and packages are never changed by an upgrade and need no copy.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from lvzhi.config.keeping import database, state
from lvzhi.config.keeping.telling import Progress, Stop, need_space, settle
from lvzhi.config.keeping.vocabulary import (
    UPGRADE_BACK,
    UPGRADE_CURRENT,
    UPGRADE_DONE,
    UPGRADE_FAILED,
    UPGRADE_LOST,
    UPGRADE_STUCK,
    UPGRADE_WAY,
)

DONE, FINDING, BAD_INPUT = 0, 1, 2
DESCRIBED = "upgrade.json"
COPIES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
HEADS = "journal-*.head"


def upgrade(options: argparse.Namespace) -> int:
    """Bring the tables up to this version, or with ``--back`` put the copy made before in their place again."""
    progress = Progress()
    try:
        return _back(Path(options.back), progress) if options.back else _upgraded(progress)
    except Stop as stop:
        progress.close()
        print(stop.sentence, file=sys.stderr)
    except OSError as problem:
        progress.close()
        print(Stop("disk", name=problem.filename or "", problem=problem.strerror or problem).sentence, file=sys.stderr)
    return BAD_INPUT


def _upgraded(progress: Progress) -> int:
    from lvzhi.config import serving

    behind = state.behind()
    if not behind:
        serving.prepare()
        print(UPGRADE_CURRENT)
        return DONE
    _alone()
    folder, then = _copied(progress)
    try:
        progress("migrate", 0, 1)
        serving.prepare()
        _journalled(behind)
    except BaseException as problem:  # noqa: BLE001  reason: also a key pressed; the tables may stand half-way
        progress.close()
        return _undone(folder, then, problem, progress)
    findings = _looked(then, progress)
    progress.close()
    print("\n".join([*findings, UPGRADE_DONE.format(count=behind, folder=folder)]))
    print(UPGRADE_WAY.format(folder=folder))
    return FINDING if findings else DONE


def _alone() -> None:
    try:
        database.quiet()
    except Stop as stop:
        raise Stop("in_use_upgrade") if stop.code == "in_use" else stop from None


def _copied(progress: Progress) -> tuple[Path, Mapping[str, int]]:
    """The copy, looked at before anything is changed; and the rows by table."""
    from django.conf import settings

    from lvzhi.deadlines import clock

    home, kind = Path(settings.LVZHI_DATA), database.kind()
    need_space(home, database.size() * 2)
    folder = home / f"before-upgrade-{clock.now():%Y%m%d-%H%M%S}"
    draft = home / f".{folder.name}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    copied = draft / COPIES[kind]
    then = state.counted()
    if kind == "sqlite":
        database.copy(copied, [], progress)
        _sound(copied, then)
    else:
        database.dump(copied, [], None, progress)
        database.listed(copied)
    for path in (*home.glob(HEADS), *home.glob("secret.keys")):
        shutil.copy2(path, draft / path.name)
    facts = {"database": kind, "made_at": clock.now().isoformat(timespec="seconds"), "counts": then}
    (draft / DESCRIBED).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    for path in draft.iterdir():
        settle(path)
    draft.replace(folder)
    settle(home)
    return folder, then


def _sound(copied: Path, then: Mapping[str, int]) -> None:
    """A copy that cannot be read, or lacks rows, is none. Raises `Stop` copy_bad."""
    with closing(sqlite3.connect(copied)) as there:
        said = there.execute("PRAGMA integrity_check").fetchone()[0]
        for table, count in then.items():
            found = there.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]  # noqa: S608  reason: a name that the database gave
            if found != count:
                said = table
                break
    if said != "ok":
        raise Stop("copy_bad", problem=said)


def _journalled(steps: int) -> None:
    from lvzhi import __version__
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.journal.lines import line

    with line(cli_actor(), "journal.upgraded", version=__version__, steps=steps):
        pass


def _looked(then: Mapping[str, int], progress: Progress) -> list[str]:
    """What an upgrade must not do: lose rows, break the journal, leave steps."""
    from lvzhi.journal.verify import verify

    now = state.counted()
    progress("journal", 0, 1)
    lost = [
        UPGRADE_LOST.format(table=table, then=count, now=now[table])
        for table, count in then.items()
        if table in now and now[table] < count
    ]
    return lost + [one.sentence for one in verify()]


def _undone(folder: Path, then: Mapping[str, int], problem: BaseException, progress: Progress) -> int:
    """What stood before, in its place again; where even that fails, how to do it by hand."""
    why = " ".join(str(problem).split()) or type(problem).__name__
    try:
        _put_back(folder, progress)
        whole = state.counted() == then
    except (Stop, OSError) as second:
        print(UPGRADE_STUCK.format(problem=why, second=second, folder=folder), file=sys.stderr)
        return BAD_INPUT
    progress.close()
    words = UPGRADE_FAILED if whole else UPGRADE_STUCK
    print(words.format(problem=why, second="", folder=folder), file=sys.stderr)
    return BAD_INPUT


def _put_back(folder: Path, progress: Progress) -> None:
    """The copy stays: what is put in place is a copy of it."""
    from django.conf import settings
    from django.db import connections

    connections.close_all()
    home, copied = Path(settings.LVZHI_DATA), folder / COPIES[database.kind()]
    if not copied.is_file():
        raise Stop("no_copy", name=folder)
    database.quiet()
    staged = copied
    if database.kind() == "sqlite":
        staged = home / f".{copied.name}.back"
        shutil.copyfile(copied, staged)
        staged.chmod(0o600)
        settle(staged)
    database.replace(staged, progress)
    for path in home.glob(HEADS):
        path.unlink()
    for path in folder.glob(HEADS):
        shutil.copy2(path, home / path.name)


def _back(folder: Path, progress: Progress) -> int:
    """``--back``: what was written since the upgrade goes aside, not into the dark."""
    from django.conf import settings

    from lvzhi.deadlines import clock

    try:
        facts: dict[str, Any] = json.loads((folder / DESCRIBED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Stop("no_copy", name=folder) from None
    if facts["database"] != database.kind():
        raise Stop("other_database", name=folder, theirs=facts["database"], own=database.kind())
    _alone()
    aside = Path(settings.LVZHI_DATA) / f"before-back-{clock.now():%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700)
    database.keep_safe(aside, progress)
    for path in Path(settings.LVZHI_DATA).glob(HEADS):
        shutil.copy2(path, aside / path.name)
    _put_back(folder, progress)
    progress.close()
    print(UPGRADE_BACK.format(made_at=facts["made_at"][:16].replace("T", " "), aside=aside))
    return DONE

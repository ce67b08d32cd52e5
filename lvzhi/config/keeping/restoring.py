"""``lvzhi restore FILE``: the way back. Everything is unpacked and checked beside before anything that stands is touched.

From then on a mark in the data folder says which backup is being put in place. A run that is killed before it has left
the old state; one that is killed after it is finished by running the same command again.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from lvzhi.config.keeping import database, drilling, parcel, state
from lvzhi.config.keeping.backing import present_keys, read_passphrase
from lvzhi.config.keeping.standing import BEGUN
from lvzhi.config.keeping.telling import Progress, Stop, need_space, settle, workplace
from lvzhi.config.keeping.vocabulary import CARRIED_ON, RESTORED, RESTORED_WITH, SAFE_COPY, UNFINISHED

DONE, FINDING, BAD_INPUT = 0, 1, 2
SHOWN = 50  # findings printed


def restore(options: argparse.Namespace) -> int:
    """Put a backup in place, or with ``--check`` try it in a place of its own. 1 where something does not fit."""
    progress = Progress()
    try:
        if not options.check and not (options.ground or "").strip():
            raise Stop("no_ground")
        passphrase = read_passphrase(options.passphrase_file)
        with parcel.opened(Path(options.file)) as one:
            given = os.environ.get("LVZHI_SECRET_KEYS", "")
            keys = _unlocked(one, passphrase)
            one.read_manifest()
            _check_version(one)
            if options.check:
                return drilling.drill(one, keys, progress)
            if given and _listed(given) != _listed(keys):
                raise Stop("keys_environment")
            return _restored(one, "" if given else keys, options, progress)
    except Stop as stop:
        sentence = stop.sentence + ("" if options.check or stop.code == "other_unfinished" else _unfinished())
    except OSError as problem:
        sentence = Stop("disk", name=options.file, problem=problem.strerror or problem).sentence + _unfinished()
    progress.close()
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _unfinished() -> str:
    """What to do where it stopped half-way; nothing where what stood still stands."""
    from django.conf import settings

    return UNFINISHED if (Path(settings.LVZHI_DATA) / BEGUN).exists() else ""


def _unlocked(one: parcel.Parcel, passphrase: str) -> str:
    """The keys that the backup was made with, from it or from here; this process uses them from now on."""
    locked, own = one.keys(), present_keys()
    if passphrase:
        if locked is None:
            raise Stop("keys_none")
        own = parcel.unlock_keys(locked, passphrase)
    if not own.strip():
        raise Stop("keys_needed" if locked is None else "keys_locked")
    os.environ["LVZHI_SECRET_KEYS"] = ",".join(_listed(own))
    return own


def _listed(keys: str) -> list[str]:
    return [part.strip() for part in keys.replace("\n", ",").split(",") if part.strip()]


def _check_version(one: parcel.Parcel) -> None:
    """Refuse what a newer version made."""
    from django.db.migrations.loader import MigrationLoader

    from lvzhi import __version__

    theirs = str(one.manifest["version"])
    if _numbers(theirs) > _numbers(__version__) or one.manifest["format"] != parcel.FORMAT:
        raise Stop("newer", name=one.name, theirs=theirs, own=__version__)
    found = MigrationLoader(None).disk_migrations
    known = {app for app, _ in found}
    for app, step in one.manifest["migrations"]:
        if app in known and (app, step) not in found and not _replaced(app, step, found):
            raise Stop("newer_tables", name=one.name, step=f"{app}.{step}")


def _replaced(app: str, step: str, found: dict[Any, Any]) -> bool:
    """Whether a later migration stands for several earlier ones, this among them."""
    return any((app, step) in one.replaces for one in found.values())


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdecimal()]


def _restored(one: parcel.Parcel, keys: str, options: argparse.Namespace, progress: Progress) -> int:
    from django.conf import settings

    folder, kind = Path(settings.LVZHI_DATA), one.manifest["database"]
    if kind != database.kind():
        raise Stop("other_database", name=one.name, theirs=kind, own=database.kind())
    if kind == "postgresql":
        for tool in ("pg_restore", "pg_dump"):
            database.tool(tool)
    begun = _begun(folder)
    if begun and begun["backup"] != one.identity:
        raise Stop("other_unfinished", name=begun["name"])
    empty = not begun and database.is_empty()
    if not begun and not empty and not options.replace:
        raise Stop("not_empty")
    if begun:
        print(CARRIED_ON, file=sys.stderr)
    need_space(folder, sum(size for size, _ in one.members.values()))
    with workplace(folder, "restoring") as work:
        one.unpack(work, progress)
        database.quiet()
        safe = Path(begun["safe"]) if begun else _safe(folder, empty, progress)
        _begin(folder, one, safe)
        _place(work, folder, keys, safe)
        database.replace(work / parcel.DATABASES[kind], progress)
        findings = _finish(one, options.ground, progress)
    (folder / BEGUN).unlink()
    progress.close()
    return _say(one, findings, safe)


def _begun(folder: Path) -> dict[str, str] | None:
    """What a run that was killed had begun to put in place."""
    try:
        found: dict[str, str] = json.loads((folder / BEGUN).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found


def _begin(folder: Path, one: parcel.Parcel, safe: Path) -> None:
    draft = folder / f".{BEGUN}"
    draft.write_text(json.dumps({"backup": one.identity, "name": one.name, "safe": str(safe)}), encoding="utf-8")
    settle(draft)
    draft.replace(folder / BEGUN)
    settle(folder)


def _safe(folder: Path, empty: bool, progress: Progress) -> Path:
    """A copy of what will be replaced, in a folder beside; urns stay where they are, they are never copied."""
    from lvzhi.deadlines import clock

    safe = folder / f"before-restore-{clock.now():%Y%m%d-%H%M%S}"
    if empty:
        return safe
    progress("safe", 0, 1)
    for left in folder.glob(".before-restore-*"):  # of a run that was killed before it touched anything
        shutil.rmtree(left)
    draft = safe.with_name(f".{safe.name}")
    draft.mkdir(mode=0o700)
    for path in (folder / "secret.keys", folder / parcel.MARK, *folder.glob("journal-*.head")):
        if path.exists():
            shutil.copy2(path, draft / path.name)
    database.keep_safe(draft, progress)
    for path in draft.iterdir():
        settle(path)
    draft.replace(safe)
    return safe


def _place(work: Path, folder: Path, keys: str, safe: Path) -> None:
    """Files, keys and the mark of a demonstration at their places; what lies there otherwise stays or goes aside."""
    for path in sorted([*work.glob("files/*/*"), *work.glob("relay/*/*")]):
        target = folder / path.relative_to(work)
        if target.exists():
            if parcel.digest_of(target) == target.name:
                continue
            aside = safe / path.relative_to(work)
            aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.replace(aside)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.replace(target)
    if keys:
        draft = work / "keys"
        draft.touch(mode=0o600)
        draft.write_text(keys, encoding="ascii")
        settle(draft)
        draft.replace(folder / "secret.keys")
    if (work / parcel.MARK).exists():
        (work / parcel.MARK).replace(folder / parcel.MARK)
    else:
        (folder / parcel.MARK).unlink(missing_ok=True)
    settle(folder)


def _finish(one: parcel.Parcel, ground: str, progress: Progress) -> list[str]:
    """Counts against the manifest, tables up to date, the restoring in the journal, the journal verified."""
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.config import tables
    from lvzhi.journal import witness
    from lvzhi.journal.actions import accept_restore
    from lvzhi.journal.models import Head
    from lvzhi.journal.verify import verify

    findings = drilling.counts_differ(one.manifest["counts"], state.counted())
    findings += drilling.files_missing(one.manifest["missing"])
    if state.steps_behind():
        progress("migrate", 0, 1)
        tables.up_to_date()
    head = Head.objects.filter(pk=1).first()
    if head is not None and not witness.path_of(head.chain).exists():
        witness.write(head.chain, head.seq, head.hash)  # so that the journal says from where it goes on
    accept_restore(cli_actor(), ground=ground)
    progress("journal", 0, 1)
    return findings + [one.sentence for one in verify()]


def _say(one: parcel.Parcel, findings: list[str], safe: Path) -> int:
    facts = drilling.facts_of(one)
    if findings:
        print(RESTORED_WITH.format(**facts))
        print("\n".join(findings[:SHOWN]))
    else:
        print(RESTORED.format(**facts))
    if safe.exists():
        print(SAFE_COPY.format(folder=safe))
    return FINDING if findings else DONE

"""``lvzhi import all DIR``: an export into an empty install, whole or not at all, then held against its own figures."""

from __future__ import annotations

import argparse
import datetime as dt
import hmac
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from lvzhi.config.keeping import database, drilling, exporting, parcel, rows, state
from lvzhi.config.keeping.backing import present_keys, read_passphrase
from lvzhi.config.keeping.telling import Progress, Stop, need_space, settle
from lvzhi.config.keeping.vocabulary import IMPORT_DIFFERS, IMPORT_EQUAL

DONE, FINDING, BAD_INPUT = 0, 1, 2
SHOWN = 50


def take_in(options: argparse.Namespace) -> int:
    """Import one export. 1 where something does not come to the same."""
    progress, folder = Progress(), Path(options.file)
    try:
        if not (options.ground or "").strip():
            raise Stop("no_ground_import")
        keys = _unlocked(folder, read_passphrase(options.passphrase_file))
        manifest = _manifest(folder)
        _checked(folder, manifest, progress)
        if not database.is_empty():
            raise Stop("not_empty_import")
        need_space(_data(), 2 * sum(size for size, _ in manifest["members"].values()))
        _place(folder, manifest, keys)
        findings = _load(folder, manifest, options.ground, progress)
    except Stop as stop:
        progress.close()
        print(stop.sentence, file=sys.stderr)
        return BAD_INPUT
    except OSError as problem:
        progress.close()
        print(Stop("disk", name=options.file, problem=problem.strerror or problem).sentence, file=sys.stderr)
        return BAD_INPUT
    progress.close()
    figures = json.loads((folder / exporting.FIGURES).read_text(encoding="utf-8"))
    facts = {
        "name": folder.name, "rows": sum(manifest["counts"].values()), "tables": len(manifest["counts"]),
        "files": manifest["files"], "figures": sum(len(book) for book in figures.values()), "count": len(findings),
        "seq": manifest["head"]["seq"] if manifest["head"] else 0,
    }  # fmt: skip
    print((IMPORT_DIFFERS if findings else IMPORT_EQUAL).format(**facts))
    for sentence in findings[:SHOWN]:
        print(sentence)
    return FINDING if findings else DONE


def _data() -> Path:
    from django.conf import settings

    return Path(settings.LVZHI_DATA)


def _unlocked(folder: Path, passphrase: str) -> str:
    """The keys to write here; empty where those in use are the right ones. This process uses them from now on."""
    locked = folder / parcel.KEYS
    if not passphrase:
        if not present_keys().strip():
            raise Stop("keys_locked" if locked.exists() else "keys_needed")
        return ""
    if not locked.exists():
        raise Stop("keys_none")
    keys = parcel.unlock_keys(locked.read_bytes(), passphrase)
    if os.environ.get("LVZHI_SECRET_KEYS"):
        return ""
    os.environ["LVZHI_SECRET_KEYS"] = ",".join(one.strip() for one in keys.split() if one.strip())
    return keys


def _manifest(folder: Path) -> dict[str, Any]:
    from django.db.migrations.loader import MigrationLoader

    from lvzhi.journal.secrets import digest_key_name

    try:
        text = (folder / parcel.MANIFEST).read_bytes()
        seal = (folder / parcel.SEAL).read_text(encoding="ascii")
        manifest: dict[str, Any] = json.loads(text)
        if manifest["format"] != exporting.FORMAT:
            raise Stop("foreign_export", name=folder.name)
    except (OSError, ValueError, KeyError, TypeError):
        raise Stop("foreign_export", name=folder.name) from None
    if manifest["key"] != digest_key_name():
        raise Stop("other_keys", name=folder.name, theirs=str(manifest["key"])[:40], own=digest_key_name())
    if not hmac.compare_digest(parcel.seal_of(text), seal):
        raise Stop("unsealed", name=folder.name)
    here = set(MigrationLoader(None).disk_migrations)
    if {(app, step) for app, step in manifest["migrations"]} != here:
        raise Stop("other_version", name=folder.name, theirs=manifest["version"])
    return manifest


def _checked(folder: Path, manifest: dict[str, Any], progress: Progress) -> None:
    """Every file the manifest names is there as it says, and no table is missing."""
    members = manifest["members"]
    for place, (name, (size, digest)) in enumerate(members.items()):
        progress("check", place, len(members))
        path = folder / name
        if ".." in Path(name).parts or not path.is_file() or path.is_symlink():
            raise Stop("altered", name=folder.name, member=name[:100])
        if path.stat().st_size != size or parcel.digest_of(path) != digest:
            raise Stop("altered", name=folder.name, member=name[:100])
    for model in rows.tables():
        if f"{exporting.TABLES}/{model._meta.db_table}.jsonl" not in members:
            raise Stop("altered", name=folder.name, member=model._meta.db_table)


def _place(folder: Path, manifest: dict[str, Any], keys: str) -> None:
    """Files, keys and the mark of a demonstration: in their places before the rows that name them."""
    data = _data()
    for name in manifest["members"]:
        if not parcel.STORED.fullmatch(name):
            continue
        target = data / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
        settle(target)
    if keys:
        path = data / "secret.keys"
        path.touch(mode=0o600)
        path.write_text(keys, encoding="ascii")
        settle(path)
    if (folder / parcel.MARK).exists():
        shutil.copyfile(folder / parcel.MARK, data / parcel.MARK)


def _load(folder: Path, manifest: dict[str, Any], ground: str, progress: Progress) -> list[str]:
    from django.db import connection, transaction

    from lvzhi.config import tables
    from lvzhi.search.rebuilding import rebuild

    tables.up_to_date()
    asked = rows.tables()
    with transaction.atomic():
        with connection.cursor() as cursor:
            for model in asked:  # kinds and rights that Django itself wrote into fresh tables
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608  reason: a quoted name of our own model
        for place, model in enumerate(asked):
            progress("load", place, len(asked))
            path = folder / exporting.TABLES / f"{model._meta.db_table}.jsonl"
            with path.open(encoding="utf-8", newline="\n") as file:
                rows.take_in(model, file)
        connection.check_constraints()
        rows.count_on()
    rebuild(force=True, later=True)
    return _compared(folder, manifest, ground, progress)


def _compared(folder: Path, manifest: dict[str, Any], ground: str, progress: Progress) -> list[str]:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.journal import witness
    from lvzhi.journal.actions import accept_restore
    from lvzhi.journal.models import Head
    from lvzhi.journal.verify import verify

    counts = state.counted()
    findings = drilling.counts_differ(manifest["counts"], {name: counts.get(name, 0) for name in manifest["counts"]})
    head = Head.objects.filter(pk=1).first()
    if head is not None and not witness.path_of(head.chain).exists():
        witness.write(head.chain, head.seq, head.hash)
    then = json.loads((folder / exporting.FIGURES).read_text(encoding="utf-8"))
    now = state.figures(dt.datetime.fromisoformat(manifest["made_at"]), progress)
    findings += drilling.figures_differ(then, now)
    findings += drilling.files_missing(manifest["missing"])
    accept_restore(cli_actor(), ground=ground)
    progress("journal", 0, 1)
    return findings + [one.sentence for one in verify()]

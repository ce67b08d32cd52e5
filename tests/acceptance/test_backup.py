"""Backup, drill and restore as commands, over a small install: what comes back, what is refused, what a kill leaves."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tomllib
import uuid
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

import lvzhi
from tests.acceptance.test_command import OPENING
from tests.acceptance.test_postgres import SERVER
from tests.demo_site import ROOT, Installation

GROUND = "磁盘损坏，自昨日备份恢复"
ATTACH = """
from django.core.files.uploadedfile import SimpleUploadedFile
from lvzhi.accounts.actors import cli_actor
from lvzhi.committee.models import Committee
from lvzhi.files.actions import take_in
town = Committee.objects.get()
made = take_in(cli_actor(), "committee.committee", town.uid, town.pk, SimpleUploadedFile("说明.txt", "{text}".encode()))
print(made.digest)
"""
# What somebody at the server who holds the keys could write; others cannot.
SEALED = """
import json, zipfile
from lvzhi.config.keeping import parcel
with zipfile.ZipFile({old!r}) as old, zipfile.ZipFile({new!r}, "w") as new:
    manifest = json.loads(old.read("manifest.json"))
    for name in old.namelist():
        if not name.startswith("manifest."):
            new.writestr(name, old.read(name))
    {change}
    text = json.dumps(manifest).encode()
    new.writestr("manifest.json", text)
    new.writestr("manifest.seal", parcel.seal_of(text))
"""
KILL = """
import os, sys
from lvzhi.config.keeping import {module} as where
was = where.{name}
def killed(*given, **named):
    if {after}:
        was(*given, **named)
    os.kill(os.getpid(), 9)
where.{name} = killed
from lvzhi.config.command import main
main({arguments!r})
"""


@dataclass(frozen=True)
class Packed:
    """An install with one attachment, a folder with the keys alone, and its backup."""

    home: Installation
    file: Path
    digest: str

    def fresh(self, folder: Path, *, keys: bool = True) -> Installation:
        """An empty install, with the keys that were kept apart."""
        made = Installation.on_sqlite(folder)
        if keys:
            shutil.copy2(self.home.folder / "secret.keys", folder)
        return made


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """Backed up while somebody else writes: nobody waits for the other."""
    home = Installation.on_sqlite(tmp_path_factory.mktemp("home"))
    assert home.run("init", *OPENING).returncode == 0
    digest = home.python(ATTACH.format(text="一")).strip()
    (home.folder / "urns").mkdir()
    (home.folder / "urns" / "one.key").write_bytes(b"u" * 32)
    (home.folder / "phrase").write_text("correct horse battery\n")
    file = tmp_path_factory.mktemp("backups") / "one.lvzhi"
    with closing(sqlite3.connect(home.folder / "lvzhi.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE committee_committee SET name = '没有提交'")
        done = home.run("backup", str(file), "--passphrase-file", str(home.folder / "phrase"))
        writer.execute("ROLLBACK")
    assert done.returncode == 0, done.stderr
    return Packed(home, file, digest)


def restore(there: Installation, file: Path, *more: str) -> tuple[int, str]:
    """Exit code and all that was said."""
    done = there.run("restore", str(file), "--ground", GROUND, *more)
    return done.returncode, done.stdout + done.stderr


def test_all_of_it_comes_back_into_an_empty_install(packed: Packed, tmp_path: Path) -> None:
    mark = json.loads((packed.home.folder / "backed-up.json").read_text(encoding="utf-8"))
    assert mark["name"] == packed.file.name
    there = packed.fresh(tmp_path / "there", keys=False)
    code, said = restore(there, packed.file)
    assert (code, "口令" in said) == (2, True)
    code, said = restore(there, packed.file, "--passphrase-file", str(packed.home.folder / "phrase"))
    assert code == 0, said
    assert there.run("verify-journal").returncode == 0
    stored = Path("files") / packed.digest[:2] / packed.digest
    assert (there.folder / stored).read_bytes() == (packed.home.folder / stored).read_bytes()
    asked = ("rows", "people.members", "CS01", "2022", "--csv")
    assert there.run(*asked).stdout == packed.home.run(*asked).stdout
    said = there.python("from lvzhi.journal.models import Entry; print(Entry.objects.order_by('seq').last().facts)")
    assert GROUND in said
    with zipfile.ZipFile(packed.file) as archive:
        assert not [name for name in archive.namelist() if "urn" in name]
    assert not list(there.folder.glob(".*.part"))


def standing(folder: Path) -> set[str]:
    """What lies in a data folder, but for what SQLite lays beside an open database."""
    return {path.name for path in folder.iterdir()} - {"lvzhi.sqlite3-wal", "lvzhi.sqlite3-shm"}


def test_a_drill_says_equal_or_what_differs_and_leaves_nothing(packed: Packed, tmp_path: Path) -> None:
    before = standing(packed.home.folder)
    done = packed.home.run("restore", "--check", str(packed.file))
    assert (done.returncode, "演练通过" in done.stdout) == (0, True), done.stdout + done.stderr
    other = tmp_path / "other.lvzhi"
    change = 'manifest["counts"]["accounts_account"] += 1; manifest["head"]["seq"] += 1'
    packed.home.python(SEALED.format(old=str(packed.file), new=str(other), change=change))
    done = packed.home.run("restore", "--check", str(other))
    assert done.returncode == 1
    assert "accounts_account" in done.stdout
    assert "有 2 处不符" in done.stdout
    assert standing(packed.home.folder) == before


def _flipped(old: Path, new: Path) -> None:
    data = bytearray(old.read_bytes())
    data[len(data) // 2] ^= 1
    new.write_bytes(data)


def _cut(old: Path, new: Path) -> None:
    new.write_bytes(old.read_bytes()[:-500])


def _another(old: Path, new: Path) -> None:
    new.write_text("不是备份")


def _escaping(old: Path, new: Path) -> None:
    shutil.copy2(old, new)
    with zipfile.ZipFile(new, "a") as archive:
        archive.writestr("../../escaped", b"x")


def _bomb(old: Path, new: Path) -> None:
    with zipfile.ZipFile(old) as was, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as now:
        for name in was.namelist():
            now.writestr(name, bytes(64_000_000) if name.startswith("database") else was.read(name))


def _rewritten(old: Path, new: Path) -> None:
    with zipfile.ZipFile(old) as was, zipfile.ZipFile(new, "w") as now:
        for name in was.namelist():
            data = was.read(name)
            now.writestr(name, data.replace(b'"seq": ', b'"seq": 1') if name == "manifest.json" else data)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_flipped, "被改动或损坏"),
        (_cut, "不完整"),
        (_another, "不是履职台的备份"),
        (_escaping, "不该有的内容"),
        (_bomb, "被改动或损坏"),
        (_rewritten, "清单被改动"),
    ],
)
def test_a_bad_file_is_refused_before_anything_is_touched(
    packed: Packed, tmp_path: Path, spoil: Callable[[Path, Path], None], sentence: str
) -> None:
    there = packed.fresh(tmp_path / "there")
    bad = tmp_path / "bad.lvzhi"
    spoil(packed.file, bad)
    code, said = restore(there, bad)
    assert (code, sentence in said, said.count("\n")) == (2, True, 1), said
    assert {path.name for path in there.folder.iterdir()} <= {"secret.keys", "secret.key"}
    assert not (tmp_path.parent / "escaped").exists()


def test_newer_foreign_and_unasked_are_refused(packed: Packed, tmp_path: Path) -> None:
    newer = tmp_path / "newer.lvzhi"
    change = 'manifest["version"] = "99.0"'
    packed.home.python(SEALED.format(old=str(packed.file), new=str(newer), change=change))
    there = packed.fresh(tmp_path / "there")
    assert restore(there, newer)[0] == 2
    assert "先升级" in restore(there, newer)[1]
    (there.folder / "secret.keys").write_text(f"k9:{'A' * 43}=\n")
    assert "密钥是 k9" in restore(there, packed.file)[1]
    done = packed.home.run("restore", str(packed.file))
    assert (done.returncode, "--ground" in done.stderr) == (2, True)
    code, said = restore(packed.home, packed.file)
    assert (code, "--replace" in said) == (2, True)


def test_a_file_that_stands_is_not_overwritten_unasked(packed: Packed, tmp_path: Path) -> None:
    target = tmp_path / "one.lvzhi"
    target.write_text("昨日的备份")
    done = packed.home.run("backup", str(target))
    assert (done.returncode, target.read_text()) == (2, "昨日的备份")
    done = packed.home.run("backup", str(target), "--overwrite")
    assert (done.returncode, "secret.keys" in done.stdout) == (0, True)
    assert [path.name for path in tmp_path.iterdir()] == ["one.lvzhi"]


def test_a_named_file_that_is_gone_is_told_at_once_and_again(packed: Packed, tmp_path: Path) -> None:
    home = packed.home.copy(tmp_path / "home")
    (home.folder / "files" / packed.digest[:2] / packed.digest).unlink()
    done = home.run("backup", str(tmp_path / "two.lvzhi"))
    assert (done.returncode, packed.digest in done.stderr) == (1, True)
    code, said = restore(packed.fresh(tmp_path / "there"), tmp_path / "two.lvzhi")
    assert (code, packed.digest in said) == (1, True)


@pytest.fixture
def later(packed: Packed, tmp_path: Path) -> Installation:
    """The install a day on: it has more than the backup."""
    made = packed.home.copy(tmp_path / "later")
    made.python(ATTACH.format(text="二"))
    return made


def files_in(database: Path) -> int:
    """Attachments that a database speaks of."""
    with closing(sqlite3.connect(database)) as there:
        return int(there.execute("SELECT COUNT(*) FROM files_attachment").fetchone()[0])


def test_what_stood_is_kept_beside_and_a_running_system_is_left_alone(packed: Packed, later: Installation) -> None:
    database = later.folder / "lvzhi.sqlite3"
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM files_attachment").fetchone()
        code, said = restore(later, packed.file, "--replace")
        assert (code, "停止服务" in said) == (2, True)
    assert files_in(database) == 2
    code, said = restore(later, packed.file, "--replace")
    assert code == 0, said
    assert files_in(database) == 1
    (safe,) = later.folder.glob("before-restore-*")
    assert files_in(safe / "lvzhi.sqlite3") == 2
    assert not (safe / "urns").exists()
    assert (later.folder / "urns" / "one.key").exists()
    assert later.run("verify-journal").returncode == 0


@pytest.mark.parametrize(
    ("module", "name", "after", "files"),
    [
        ("parcel.Parcel", "unpack", True, 2),
        ("restoring", "_safe", False, 2),
        ("restoring", "_begin", True, 2),
        ("restoring", "_place", True, 2),
        ("restoring", "_finish", False, 1),
        ("restoring", "_finish", True, 1),
    ],
)
def test_killed_it_leaves_the_old_or_is_finished_by_running_again(  # noqa: PLR0913  reason: fixtures and the point of the kill
    packed: Packed, later: Installation, module: str, name: str, after: bool, files: int
) -> None:
    arguments = ["restore", str(packed.file), "--ground", GROUND, "--replace"]
    where, _, inside = module.partition(".")
    code = KILL.format(module=where, name=f"{inside}.{name}" if inside else name, after=after, arguments=arguments)
    with pytest.raises(AssertionError):  # the script did not come to its end
        later.python(code)
    assert files_in(later.folder / "lvzhi.sqlite3") == files
    again, said = restore(later, packed.file, "--replace")
    assert again == 0, said
    assert files_in(later.folder / "lvzhi.sqlite3") == 1
    (safe,) = later.folder.glob("before-restore-*")
    assert files_in(safe / "lvzhi.sqlite3") == 2
    assert not list(later.folder.glob(".*.part"))
    assert not (later.folder / "restoring.json").exists()
    assert later.run("verify-journal").returncode == 0


@pytest.fixture
def database() -> Iterator[str]:
    """A database on PostgreSQL, which goes again."""
    import psycopg

    try:
        server = psycopg.connect(SERVER, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    name = f"lvzhi_backup_{uuid.uuid4().hex[:12]}"
    try:
        server.execute(f'create database "{name}"')
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    finally:
        server.execute(f'drop database if exists "{name}" with (force)')
        server.close()


@pytest.mark.long
def test_a_round_trip_on_postgresql(packed: Packed, database: str, tmp_path: Path) -> None:
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    (tmp_path / "home").mkdir()
    home = Installation(tmp_path / "home", database)
    assert home.run("init", *OPENING).returncode == 0
    home.python(ATTACH.format(text="一"))
    file = tmp_path / "one.lvzhi"
    done = home.run("backup", str(file))
    assert done.returncode == 0, done.stderr
    done = home.run("restore", "--check", str(file))
    assert (done.returncode, "演练通过" in done.stdout) == (0, True), done.stdout + done.stderr
    assert restore(packed.fresh(tmp_path / "lite"), file)[0] == 2
    home.python(ATTACH.format(text="二"))
    code, said = restore(home, file, "--replace")
    assert code == 0, said
    assert home.run("verify-journal").returncode == 0
    assert home.python("from lvzhi.files.models import Attachment; print(Attachment.objects.count())") == "1\n"
    assert list(home.folder.glob("before-restore-*/database.dump"))


def test_the_version_in_a_manifest_is_the_products(packed: Packed) -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    with zipfile.ZipFile(packed.file) as archive:
        assert said == lvzhi.__version__ == json.loads(archive.read("manifest.json"))["version"]

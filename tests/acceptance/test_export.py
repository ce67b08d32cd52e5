"""All of it out in open forms and into an empty install: the same figures, files and journal, on either database."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.acceptance.test_backup import ATTACH
from tests.acceptance.test_command import OPENING
from tests.acceptance.test_postgres import SERVER
from tests.demo_site import Installation, build

GROUND = ("--ground", "由旧服务器迁入")
SECRET = """
from lvzhi.accounts.models import Account
from lvzhi.drafts.actions import save
save(Account.objects.get().pk, "proposals.write", "new", {"title": "关于老旧小区充电的提案"})
"""
READ = """
from lvzhi.drafts.models import Draft
print(Draft.objects.get().data["title"])
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A small install with a file and an encrypted text."""
    made = Installation.on_sqlite(tmp_path_factory.mktemp("home"))
    assert made.run("init", *OPENING).returncode == 0
    made.python(ATTACH.format(text="一"))
    made.python(SECRET)
    (made.folder / "phrase").write_text("correct horse battery\n")
    return made


@pytest.fixture(scope="module")
def exported(home: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its export, with the keys under a passphrase."""
    target = tmp_path_factory.mktemp("out") / "all"
    done = home.run("export", str(target), "--passphrase-file", str(home.folder / "phrase"))
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[Installation]:
    """An empty install on PostgreSQL, which goes again."""
    import psycopg

    try:
        server = psycopg.connect(SERVER, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    name = f"lvzhi_export_{uuid.uuid4().hex[:12]}"
    with server:
        server.execute(f'create database "{name}"')
        folder = tmp_path / "pg"
        folder.mkdir()
        try:
            yield Installation(folder, urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}")))
        finally:
            server.execute(f'drop database "{name}" with (force)')


def brought(there: Installation, folder: Path, home: Installation) -> str:
    done = there.run("import", "all", str(folder), *GROUND, "--passphrase-file", str(home.folder / "phrase"))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def same(home: Installation, there: Installation) -> None:
    """Figures, a text that is encrypted, the file, and a journal that goes on."""
    asked = ("figures", "CS01", "2022", "--json")
    before, after = (one.json(*asked)["figures"] for one in (home, there))
    assert [(one["key"], one["value"]) for one in before] == [(one["key"], one["value"]) for one in after]
    assert there.python(READ).strip() == "关于老旧小区充电的提案"
    stored = [path.relative_to(home.folder) for path in (home.folder / "files").glob("??/*")]
    assert stored
    assert all((there.folder / path).read_bytes() == (home.folder / path).read_bytes() for path in stored)
    said = there.run("verify-journal")
    assert said.returncode == 0, said.stdout


def test_an_empty_install_becomes_equal(home: Installation, exported: Path, tmp_path: Path) -> None:
    there = Installation.on_sqlite(tmp_path / "there")
    assert "与导出时一致" in brought(there, exported, home)
    same(home, there)
    again = there.run("import", "all", str(exported), *GROUND)
    assert (again.returncode, "只能导入空的系统" in again.stderr) == (2, True)


def test_from_sqlite_to_postgresql_and_back(
    home: Installation, exported: Path, postgres: Installation, tmp_path: Path
) -> None:
    brought(postgres, exported, home)
    same(home, postgres)
    there = Installation.on_sqlite(tmp_path / "there")
    done = postgres.run("export", str(tmp_path / "again"), "--passphrase-file", str(home.folder / "phrase"))
    assert done.returncode == 0, done.stderr
    brought(there, tmp_path / "again", home)
    same(home, there)


def test_it_is_read_without_this_program(exported: Path) -> None:
    described = json.loads((exported / "tables.json").read_text("utf-8"))
    committee = next(one for one in described if one["table"] == "committee_committee")
    assert {"name": "name", "label": "名称", "type": "CharField", "refers": None, "encrypted": False} in committee[
        "columns"
    ]
    lines = (exported / "tables" / "committee_committee.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["测试县政协"]
    draft = next(one for one in described if one["table"] == "drafts_draft")
    assert [one["name"] for one in draft["columns"] if one["encrypted"]] == ["payload"]
    assert "充电" not in (exported / "tables" / "drafts_draft.jsonl").read_text("utf-8")
    assert json.loads((exported / "figures.json").read_text("utf-8"))
    assert "lvzhi import all" in (exported / "说明.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("member", "words"),
    [("tables/committee_committee.jsonl", "被改动"), ("manifest.json", "被改动"), ("figures.json", "被改动")],
)
def test_what_was_changed_is_not_taken_in(
    home: Installation, exported: Path, tmp_path: Path, member: str, words: str
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(exported, changed)
    text = (changed / member).read_text("utf-8")
    before, _, after = text.rpartition("1")
    (changed / member).write_text(f"{before}2{after}", "utf-8")
    there = Installation.on_sqlite(tmp_path / "there")
    done = there.run("import", "all", str(changed), *GROUND, "--passphrase-file", str(home.folder / "phrase"))
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    assert not (there.folder / "files").exists()


def test_it_says_why_and_whose(home: Installation, exported: Path, tmp_path: Path) -> None:
    there = Installation.on_sqlite(tmp_path / "there")
    assert "--ground" in there.run("import", "all", str(exported)).stderr
    assert "口令" in there.run("import", "all", str(exported), *GROUND).stderr
    (tmp_path / "nothing").mkdir()
    shutil.copy2(home.folder / "secret.keys", there.folder)
    assert "不是履职台导出的目录" in there.run("import", "all", str(tmp_path / "nothing"), *GROUND).stderr
    assert "已经存在" in home.run("export", str(exported)).stderr


@pytest.mark.long
def test_the_whole_demonstration_comes_to_the_same(tmp_path: Path) -> None:
    known = os.environ.get("LVZHI_TEST_DEMO")
    home = Installation.on_sqlite(Path(known)) if known else build(tmp_path / "home")
    assert home.run("export", str(tmp_path / "out")).returncode == 0
    there = Installation.on_sqlite(tmp_path / "there")
    shutil.copy2(home.folder / "secret.keys", there.folder)
    done = there.run("import", "all", str(tmp_path / "out"), *GROUND)
    assert done.returncode == 0, done.stdout + done.stderr

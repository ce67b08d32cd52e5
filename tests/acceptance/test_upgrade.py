"""An office that an older version made is brought up to this one, or stands as it stood."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.test_backup import database  # noqa: F401  reason: a database of its own on the server
from tests.demo_site import Installation

# What this version's newest rooms brought: a database without them is one that the version before left.
YOUNG = ("opening", "wishes")
BEFORE = """
from lvzhi.config import tables
tables.up_to_date()
from lvzhi.accounts.actors import cli_actor
from lvzhi.committee import actions
import datetime
town = actions.create(cli_actor(), name="测试县政协", code="CS01", level="county")
actions.open_term(cli_actor(), town, number=9, starts=datetime.date(2022, 1, 20))
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.apps import apps
for room in {rooms}:
    for model in reversed(list(apps.get_app_config(room).get_models())):
        with connection.schema_editor() as editor:
            editor.delete_model(model)
    MigrationRecorder.Migration.objects.filter(app=room).delete()
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    home = Installation.on_sqlite(tmp_path_factory.mktemp("old"))
    home.python(BEFORE.format(rooms=YOUNG))
    return home


@pytest.fixture
def old(opened: Installation, tmp_path: Path) -> Installation:
    """An office as the version before left it."""
    return opened.copy(tmp_path)


def tables(home: Installation) -> set[str]:
    with closing(sqlite3.connect(home.folder / "lvzhi.sqlite3")) as there:
        return {name for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def steps(home: Installation) -> set[str]:
    with closing(sqlite3.connect(home.folder / "lvzhi.sqlite3")) as there:
        return {name for (name,) in there.execute("SELECT app FROM django_migrations")}


def copies(home: Installation) -> list[Path]:
    return sorted(home.folder.glob("before-upgrade-*"))


def test_serving_an_older_database_says_what_comes_first(old: Installation) -> None:
    done = old.run("serve", "--port", "1")
    assert done.returncode == 2
    assert "lvzhi upgrade" in done.stderr
    assert "opening_opening" not in tables(old)


def test_it_copies_first_and_there_is_a_way_back(old: Installation) -> None:
    done = old.run("upgrade")
    assert done.returncode == 0, done.stderr + done.stdout
    assert f"升级完成：{len(YOUNG)} 步" in done.stdout
    assert {"opening_opening", "opening_confirmed"} <= tables(old)
    assert old.run("verify-journal").returncode == 0
    (copy,) = copies(old)
    assert f"--back {copy}" in done.stdout

    again = old.run("upgrade")
    assert (again.returncode, copies(old)) == (0, [copy]), "nothing to do is no reason for a copy"

    back = old.run("upgrade", "--back", str(copy))
    assert back.returncode == 0, back.stderr
    assert "opening_opening" not in tables(old)
    assert not set(YOUNG) & steps(old)
    assert list(old.folder.glob("before-back-*/lvzhi.sqlite3"))
    assert old.run("upgrade").returncode == 0, "and forward again from the very same"
    assert old.run("verify-journal").returncode == 0


def test_a_step_that_fails_leaves_what_stood_before(old: Installation) -> None:
    with closing(sqlite3.connect(old.folder / "lvzhi.sqlite3")) as there:
        # something a hand left behind: the second of the two steps stumbles over it
        there.execute("CREATE TABLE wishes_wish (odd TEXT)")
        there.execute("INSERT INTO wishes_wish VALUES ('stays')")
        there.commit()
    before = tables(old), steps(old)
    done = old.run("upgrade")
    assert done.returncode == 2
    assert done.stderr.count("升级没有成功") == 1
    assert "wishes_wish" in done.stderr
    assert "已放回升级前的样子" in done.stderr
    assert (tables(old), steps(old)) == before, "the first step had been taken, and is gone with the second"
    assert len(copies(old)) == 1
    with closing(sqlite3.connect(old.folder / "lvzhi.sqlite3")) as there:
        assert there.execute("SELECT odd FROM wishes_wish").fetchone() == ("stays",)
        there.execute("DROP TABLE wishes_wish")
        there.commit()
    assert old.run("upgrade").returncode == 0


def test_bad_input_is_one_sentence_and_changes_nothing(old: Installation, tmp_path: Path) -> None:
    before = tables(old)
    done = old.run("upgrade", "--back", str(tmp_path / "nothing"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "没有升级前的备份" in done.stderr
    with closing(sqlite3.connect(old.folder / "lvzhi.sqlite3", isolation_level=None)) as busy:
        busy.execute("BEGIN")
        busy.execute("SELECT COUNT(*) FROM committee_committee").fetchone()
        done = old.run("upgrade")
    assert done.returncode == 2
    assert "系统还在运行" in done.stderr
    assert (tables(old), copies(old)) == (before, [])


@pytest.mark.long
def test_the_same_on_postgresql(database: str, tmp_path: Path) -> None:  # noqa: F811  reason: the fixture
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    home = Installation(tmp_path, database)
    home.python(BEFORE.format(rooms=YOUNG))
    home.python("from django.db import connection; connection.cursor().execute('CREATE TABLE wishes_wish (odd text)')")
    done = home.run("upgrade")
    assert (done.returncode, "已放回升级前的样子" in done.stderr) == (2, True), done.stderr
    there = "from django.db import connection; print('opening_opening' in connection.introspection.table_names())"
    assert home.python(there) == "False\n"
    home.python("from django.db import connection; connection.cursor().execute('DROP TABLE wishes_wish')")
    done = home.run("upgrade")
    assert done.returncode == 0, done.stderr + done.stdout
    assert home.python(there) == "True\n"
    copy = max(home.folder.glob("before-upgrade-*"))
    assert home.run("upgrade", "--back", str(copy)).returncode == 0
    assert home.python(there) == "False\n"

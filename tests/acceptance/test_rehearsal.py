"""Practising in an installation of its own: nothing of it reaches the office's, and it goes whole."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.acceptance.test_command import OPENING
from tests.demo_site import Installation


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    home = Installation.on_sqlite(tmp_path_factory.mktemp("office"))
    assert home.run("init", *OPENING).returncode == 0
    return home


def state(home: Installation) -> dict[str, bytes]:
    """What the office holds, byte by byte; SQLite's notes beside it aside."""
    wanted = ("lvzhi.sqlite3", "secret.keys", "secret.key")
    found = {name: (home.folder / name).read_bytes() for name in wanted if (home.folder / name).exists()}
    return found | {path.name: path.read_bytes() for path in home.folder.glob("journal-*.head")}


def test_it_has_its_own_everything_and_goes_whole(office: Installation) -> None:
    before, folder = state(office), office.folder / "rehearsal"
    # "serve" without a port to listen on: it prepares, says its code and ends
    done = office.process("rehearse", "--empty", "--port", "-1")
    assert "试运行在" in done.stdout
    assert "开张码" in done.stdout, done.stderr
    assert {"lvzhi.sqlite3", "rehearsal.mark", "opening.code"} <= {path.name for path in folder.iterdir()}
    assert state(office) == before

    inside = Installation(folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")
    page = inside.python(
        "from django.conf import settings; settings.ALLOWED_HOSTS = ['testserver']\n"
        "from django.test import Client\n"
        "print(settings.SESSION_COOKIE_NAME, Client().get('/opening/').content.decode())"
    )
    assert "rehearsal_sessionid" in page
    assert "试运行，不是正式数据" in page
    assert inside.run("rehearse").returncode == 2, "none inside another"

    done = office.run("rehearse", "--throw-away")
    assert (done.returncode, folder.exists()) == (0, False), done.stderr
    assert state(office) == before
    assert office.run("rehearse", "--throw-away").returncode == 0


def test_what_is_not_its_own_or_in_use_is_left_alone(office: Installation) -> None:
    folder = office.folder / "rehearsal"
    folder.mkdir()
    (folder / "论文.docx").write_text("别人的")
    done = office.run("rehearse", "--throw-away")
    assert done.returncode == 2
    assert "不是试运行建的目录" in done.stderr
    assert (folder / "论文.docx").exists()
    (folder / "论文.docx").rename(office.folder / "论文.docx")
    (folder / "rehearsal.mark").touch()
    with Path(office.folder / "rehearsal.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = office.run("rehearse", "--throw-away")
    assert done.returncode == 2
    assert "试运行正开着" in done.stderr
    assert folder.exists()
    assert office.run("rehearse", "--throw-away").returncode == 0


def test_the_office_says_nothing_of_practising(office: Installation) -> None:
    page = office.python(
        "from django.conf import settings; settings.ALLOWED_HOSTS = ['testserver']\n"
        "from django.test import Client\n"
        "print(settings.SESSION_COOKIE_NAME, Client().get('/accounts/login').content.decode())"
    )
    assert "rehearsal_sessionid" not in page
    assert "试运行" not in page

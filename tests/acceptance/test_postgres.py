"""The demonstration data on PostgreSQL come to the same figures as on SQLite."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from lvzhi.demo.plan import PLACES
from tests.demo_site import Installation, build

SERVER = os.environ.get("LVZHI_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
# One of the five committees with a twelfth of its closed year; ./dev long compares the whole of all five.
FEW = """
from dataclasses import replace
from lvzhi.config import tables
from lvzhi.demo.build import build
from lvzhi.demo.plan import PLACES, Year
tables.up_to_date()
year = Year(received=15, filed=13, advice=1, key=3, led_by_top=1, collective=3)
build(lambda *done: None, [replace(PLACES[0], year=year, current=False)])
"""


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A database of its own, which goes again."""
    import psycopg

    try:
        server = psycopg.connect(SERVER, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    name = f"lvzhi_demo_{uuid.uuid4().hex[:12]}"
    server.execute(f'create database "{name}"')
    try:
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    finally:
        server.execute(f'drop database "{name}" with (force)')
        server.close()


def compare(here: Installation, there: Installation, codes: Sequence[str]) -> None:
    """Every figure of both, the journal, and the rows behind one figure."""
    for code in codes:
        for year in ("2022", "2023"):
            arguments = ("figures", code, year, "--json", "--below")
            assert here.json(*arguments)["figures"] == there.json(*arguments)["figures"], code
    assert there.run("verify-journal").returncode == 0
    arguments = ("rows", "proposals.key", PLACES[0].node.code, "2022", "--csv")
    assert here.run(*arguments).stdout == there.run(*arguments).stdout


def test_both_databases_come_to_the_same(database: str, tmp_path: Path) -> None:
    here, there = Installation.on_sqlite(tmp_path / "here"), Installation(tmp_path, database)
    for installation in (here, there):
        installation.python(FEW)
    compare(here, there, [PLACES[0].node.code, "GZ"])


@pytest.mark.long
def test_the_whole_of_both_comes_to_the_same(demo: Installation, database: str, tmp_path: Path) -> None:
    compare(demo, build(tmp_path, database), [place.node.code for place in PLACES])

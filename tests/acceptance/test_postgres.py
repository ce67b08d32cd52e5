"""The demonstration data on PostgreSQL come to the same figures as on SQLite."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from lvzhi.demo.plan import PLACES
from tests.demo_site import Installation, build

SERVER = os.environ.get("LVZHI_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Built in a database of its own, which goes again."""
    import psycopg

    try:
        server = psycopg.connect(SERVER, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    name = f"lvzhi_demo_{uuid.uuid4().hex[:12]}"
    server.execute(f'create database "{name}"')
    address = urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
    try:
        yield build(tmp_path_factory.mktemp("postgres"), address)
    finally:
        server.execute(f'drop database "{name}" with (force)')
        server.close()


def test_both_databases_come_to_the_same(demo: Installation, on_postgres: Installation, tmp_path: Path) -> None:
    for place in PLACES:
        for year in ("2022", "2023"):
            arguments = ("figures", place.node.code, year, "--json", "--below")
            here, there = (one.json(*arguments)["figures"] for one in (demo, on_postgres))
            assert here == there, place.node.name
    assert on_postgres.run("verify-journal").returncode == 0
    first = on_postgres.run("rows", "proposals.key", PLACES[0].node.code, "2022", "--csv").stdout
    assert first == demo.run("rows", "proposals.key", PLACES[0].node.code, "2022", "--csv").stdout

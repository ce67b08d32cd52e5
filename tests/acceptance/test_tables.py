"""An empty database gets its tables at once: the same that the migrations make one after another."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.demo_site import Installation

AT_ONCE = """
from django.core.management import call_command
from lvzhi.config import tables
tables.up_to_date()
call_command("migrate", check_unapplied=True)
"""
STEP_BY_STEP = """
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
"""


def shape(installation: Installation) -> dict[tuple[str, str], Any]:
    """Columns, foreign keys, constraints and indexes, whatever their order."""
    found: dict[tuple[str, str], Any] = {}
    with sqlite3.connect(installation.folder / "lvzhi.sqlite3") as base:
        for kind, name, table, sql in base.execute("select type, name, tbl_name, sql from sqlite_master"):
            if kind == "table":
                columns = sorted(row[1:4] + row[5:] for row in base.execute(f'pragma table_info("{name}")'))
                keys = sorted(row[2:5] for row in base.execute(f'pragma foreign_key_list("{name}")'))
                found[kind, name] = columns, keys, sorted(re.findall(r'CONSTRAINT "(\w+)"', sql or ""))
            else:
                columns = [row[2] or "" for row in base.execute(f'pragma index_info("{name}")')]
                found[kind, name] = table, columns
    return found


@pytest.mark.long  # every day tests/architecture/test_migrations.py holds it of their state, a minute cheaper
def test_tables_made_at_once_are_those_of_the_migrations(tmp_path: Path) -> None:
    at_once, slowly = (Installation.on_sqlite(tmp_path / name) for name in ("at_once", "slowly"))
    at_once.python(AT_ONCE)
    slowly.python(STEP_BY_STEP)
    made, taken = shape(at_once), shape(slowly)
    assert len(made) > 500
    assert {key: (made.get(key), taken.get(key)) for key in made | taken if made.get(key) != taken.get(key)} == {}

"""What of the tests runs on the second database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo_site import ROOT

ROWS = """
import pytest

def test_of_no_rows(): pass

@pytest.mark.django_db
def test_of_rows(): pass

def test_of_rows_by_a_fixture(db): pass

@pytest.mark.parametrize("who", ["one", "two"])
@pytest.mark.parametrize("what", ["read", "write"])
def test_of_cases(db, who, what): pass

@pytest.mark.both_databases
@pytest.mark.parametrize("figure", ["one", "two"])
def test_of_statements(db, figure): pass
"""
PAGES = """
import pytest

def test_the_words_of_a_page(db): pass

@pytest.mark.parametrize("name", ["list", "detail"])
def test_what_a_page_costs(db, name):
    def cost():
        return statements(lambda: None)
    cost()
"""
ASKING = ["test_of_rows", "test_of_rows_by_a_fixture"]
CASES = [f"test_of_cases[{what}-{who}]" for what in ("read", "write") for who in ("one", "two")]
MARKED = ["test_of_statements[one]", "test_of_statements[two]"]
WORDS = ["test_the_words_of_a_page"]
COUNTING = ["test_what_a_page_costs[list]", "test_what_a_page_costs[detail]"]


@pytest.mark.parametrize(
    ("database", "options", "expected"),
    [
        ("sqlite:///x", ["--differing"], ["test_of_no_rows", *ASKING, *CASES, *MARKED, *WORDS, *COUNTING]),
        ("postgres://x", [], [*ASKING, *CASES, *MARKED, *WORDS, *COUNTING]),
        ("postgres://x", ["--differing"], [*ASKING, CASES[0], *MARKED, *COUNTING]),
    ],
)  # fmt: skip
def test_the_second_database_runs_what_may_differ(
    tmp_path: Path, database: str, options: list[str], expected: list[str]
) -> None:
    (tmp_path / "test_asking.py").write_text(ROWS, encoding="ascii")
    (tmp_path / "test_some_pages.py").write_text(PAGES, encoding="ascii")
    plugins = [part for name in ("tests.second", "no:django", "no:playwright", "no:cacheprovider", "no:randomly")
               for part in ("-p", name)]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--collect-only", "--rootdir", tmp_path, *plugins, *options, tmp_path],
        env=os.environ | {"PYTHONPATH": str(ROOT), "DATABASE_URL": database, "PYTEST_ADDOPTS": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert [line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line] == expected, done.stdout

"""Tests of a file share a process; what takes long begins first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo_site import ROOT
from tests.scheduling import ONE, place_of, scope_of

FILE = """
import os
from pathlib import Path
import pytest

@pytest.mark.parametrize("number", range(6))
def test_where(number):
    with Path(__file__).with_suffix(".log").open("a") as log:
        log.write(os.environ["PYTEST_XDIST_WORKER"] + "\\n")
"""


def test_a_files_tests_run_in_one_process_and_files_in_several(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"test_{number}.py").write_text(FILE, encoding="ascii")
    plugins = ("-p", "tests.scheduling", "-p", "no:django", "-p", "no:playwright", "-p", "no:cacheprovider")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--rootdir", tmp_path, *plugins, tmp_path],
        env={key: value for key, value in os.environ.items() if "PYTEST" not in key} | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=60,
    )
    where = [(tmp_path / f"test_{number}.log").read_text().split() for number in range(4)]
    assert [len(one) for one in where] == [6] * 4
    assert [len(set(one)) for one in where] == [1] * 4
    assert len({one[0] for one in where}) == 2


def test_long_ways_begin_first_and_files_of_many_tests_before_those_of_few() -> None:
    queue = {"lvzhi/a/tests/test_a.py": 3, "tests/journeys/test_b.py": 1, "lvzhi/a/tests/test_c.py": 9}
    assert sorted(queue, key=lambda one: place_of(one, queue[one])) == [
        "tests/journeys/test_b.py", "lvzhi/a/tests/test_c.py", "lvzhi/a/tests/test_a.py"
    ]  # fmt: skip


def test_one_process_builds_the_demonstration_where_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    journey, other = "tests/journeys/test_b.py::test_x[1]", "lvzhi/a/tests/test_a.py::TestY::test_z"
    monkeypatch.setenv("LVZHI_TEST_DEMO", "/built")
    assert (scope_of(journey), scope_of(other)) == ("tests/journeys/test_b.py", "lvzhi/a/tests/test_a.py")
    monkeypatch.delenv("LVZHI_TEST_DEMO")
    assert (scope_of(journey), scope_of(other)) == (ONE, "lvzhi/a/tests/test_a.py")

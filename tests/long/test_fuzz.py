"""Readers of other people's files, fuzzed: half an hour in all, LVZHI_TEST_FUZZ otherwise; no traceback comes."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long.fuzz.targets import TARGETS

SECONDS = int(float(os.environ.get("LVZHI_TEST_FUZZ", "30")) * 60 / len(TARGETS))

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no package for this machine"),
]


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_the_bytes_a_reader_answers(name: str, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.long.fuzz", name, str(SECONDS), str(tmp_path)],
        cwd=root, env=os.environ | {"LVZHI_DATA": str(tmp_path / "data")}, capture_output=True, text=True,
        timeout=SECONDS + 300, check=False,
    )  # fmt: skip
    tried = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    print(f"{name}: {SECONDS} s, {tried[0].split(':')[-1].strip() if tried else '?'} inputs")
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-6000:]}"
    assert int(tried[0].split(":")[-1]) > 0


def test_a_failing_reader_would_be_found(tmp_path: Path) -> None:
    """The harness itself: a target that fails at one phrase ends in anger."""
    code = (
        "from tests.long.fuzz import targets, __main__ as run\n"
        "from dataclasses import replace\nfrom pathlib import Path\n"
        "def broken(data):\n    if '满意率均为'.encode() in data[3:]: raise KeyError('x')\n"
        "targets.TARGETS = targets.TARGETS | {'claims': replace(targets.TARGETS['claims'], run=broken)}\n"
        f"run.main('claims', 60, Path({str(tmp_path)!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "KeyError" in done.stdout + done.stderr

"""The product's own report read back as anybody's text: nothing in it differs from the records it came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.demo_site import Installation

REPORTS = [("SN-SL-SZ", "2022-05-01..2023-05-24"), ("GZ", "2023")]
LEAST = 100  # claims that find their figure: text, tables and evidence together


@pytest.mark.parametrize(("committee", "period"), REPORTS)
def test_what_was_written_holds(demo: Installation, tmp_path: Path, committee: str, period: str) -> None:
    document = str(tmp_path / "report.docx")
    assert demo.run("report", committee, period, "-o", document).returncode == 0
    done = demo.run("check", document, committee, period, "--json")
    found = json.loads(done.stdout)
    wrong = [one["reason"] for one in found["claims"] if one["verdict"] in ("differs", "hedge", "no_record")]
    assert (wrong, found["contradictions"], done.returncode) == ([], [], 0)
    assert sum(1 for one in found["claims"] if one["verdict"] == "holds") > LEAST

"""The list of parts is that of the lock files, licences known; advisories fetched elsewhere are held against it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tools import audit, sbom

LISTED = json.loads(sbom.TARGET.read_text(encoding="utf-8"))


def _bare(one: dict[str, Any]) -> dict[str, Any]:
    """Without what is read off installed parts, which differ by platform."""
    return {key: value for key, value in one.items() if key != "licenses"}


def test_it_is_current() -> None:
    now = [_bare(one) for one in sbom.bill()["components"]]
    assert [_bare(one) for one in LISTED["components"]] == now, "run python -m tools.sbom"
    assert len(now) > 100


def test_every_part_has_licence_version_and_digest() -> None:
    for one in LISTED["components"]:
        assert one["licenses"], one["name"]
        assert one["version"], one["name"]
        assert one["hashes"], one["name"]
    assert (LISTED["bomFormat"], LISTED["specVersion"]) == ("CycloneDX", "1.5")


def test_no_licence_binds_what_uses_it() -> None:
    strong = ("AGPL", "GPL-2", "GPL-3", "General Public License v")
    names = {one["licenses"][0]["license"]["name"] for one in LISTED["components"]}
    assert [name for name in names if name.startswith(strong)] == []


def told(name: str = "django", **affected: Any) -> dict[str, Any]:
    return {"id": "X-1", "summary": "bad", "affected": [{"package": {"ecosystem": "PyPI", "name": name}, **affected}]}


def span(*events: dict[str, str]) -> dict[str, Any]:
    return {"ranges": [{"type": "ECOSYSTEM", "events": list(events)}]}


@pytest.mark.parametrize(
    ("affected", "hit"),
    [
        ({"versions": ["5.2.1"]}, True),
        ({"versions": ["5.2.0"]}, False),
        (span({"introduced": "0"}, {"fixed": "5.2.2"}), True),
        (span({"introduced": "0"}, {"fixed": "5.2.1"}), False),
        (span({"introduced": "5.2"}, {"last_affected": "5.2.1"}), True),
        (span({"introduced": "5.2.2"}), False),
    ],
)
def test_an_advisory_that_concerns_a_part_is_told(affected: dict[str, Any], hit: bool) -> None:  # noqa: FBT001  reason: a parameter of the test
    held = {("pypi", "django"): "5.2.1"}
    assert audit.concerns([told(**affected)], held) == (["django 5.2.1: X-1 bad"] if hit else [])
    assert audit.concerns([told("other", **affected)], held) == []
    assert audit.concerns([told(**affected) | {"withdrawn": "2026-01-01"}], held) == []


def test_a_folder_of_advisories_is_read(tmp_path: Any) -> None:
    (tmp_path / "x.json").write_text(json.dumps(told(**span({"introduced": "0"}))), encoding="utf-8")
    assert len(audit.concerns(audit.advisories(tmp_path), audit.parts(LISTED))) == 1

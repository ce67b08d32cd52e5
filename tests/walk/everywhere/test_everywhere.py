"""Nobody gets a record that is not theirs, at any address; a right taken away on purpose is noticed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.demo_site import Installation

DAILY = {"thin": True, "count": 1, "some": 3, "most": 900}
# What the walk says of each fault: it may not be that a page merely failed.
CAUGHT = {
    "rule widened": "beyond",
    "list unscoped": "names",
    "page without its rule": "opened",
    "export unscoped": "titles",
}
FEWEST = 10  # addresses of a group of rooms that answer somebody
ROOMS = (
    ("people,files,journal,messages,desk,drafts,accounts,directory,committee,norms,workflow,assurance"),
    ("proposals,papers,ballots,joint"),
    ("activities,consultations,contacts"),
    ("opinions,ledger,tenure,plans"),
    ("party,publications,regulations,honours,projects"),
    ("dossier,evaluation,appraisal,turnover,relay,easing,opening"),
    ("reports,board,metrics"),
    ("api"),
)  # fmt: skip


@pytest.fixture(scope="module")
def walked(demo: Installation, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    """A walk inside a copy of the demonstration."""
    place = demo.copy(tmp_path_factory.mktemp("walked"))

    def walk(**asked: Any) -> dict[str, Any]:
        script = f"from tests.walk.everywhere.trying import main; main(**{asked!r})"
        found: dict[str, Any] = json.loads(place.started_anew(script))
        return found

    return walk


def said(found: dict[str, Any]) -> list[str]:
    return [" ".join(str(one[name]) for name in ("what", "place", "who", "kind", "about")) for one in found["findings"]]


def test_a_sample_of_everything_leaks_nothing(
    walked: Callable[..., dict[str, Any]], record_property: Callable[[str, object], None]
) -> None:
    found = walked(seed=int(os.environ.get("LVZHI_TEST_SEED", "20261126")), **DAILY)
    record_property("printed", f"{found['tried']} requests, {len(found['answered'])} addresses answered: {found['by']}")
    assert said(found) == []
    assert found["tried"] >= DAILY["most"]
    assert len(found["answered"]) > 40  # pages were really given to those who may
    refused = sum(count for status, count in found["statuses"].items() if status.split()[1] in {"403", "404"})
    assert refused > found["tried"] / 5


def test_each_fault_put_in_on_purpose_is_found_where_it_stands(
    demo: Installation, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    place = demo.copy(tmp_path / "faulty")
    found = json.loads(place.started_anew("from tests.walk.everywhere.trying import main_faults; main_faults()"))
    told = [f"{name}: {len(one['after'])} findings in {one['requests']} requests" for name, one in found.items()]
    record_property("printed", "; ".join(told))
    for name, shows in CAUGHT.items():
        assert found[name]["before"] == [], name  # the address as it is
        assert shows in found[name]["after"], name
    assert len(found) == len(CAUGHT)


@pytest.mark.long
@pytest.mark.parametrize("rooms", ROOMS)
def test_every_address_as_everybody(
    walked: Callable[..., dict[str, Any]], record_property: Callable[[str, object], None], rooms: str
) -> None:
    found = walked(seed=1, count=4, thin=True, rooms=rooms.split(","))
    told = f"{found['tried']} requests {found['by']} {found['statuses']}, not resolved: {found['unasked']}"
    record_property("printed", f"{rooms}: {told}")
    assert said(found) == []
    assert len(found["answered"]) > FEWEST

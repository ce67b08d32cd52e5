"""Hold the list of parts against advisories that were fetched elsewhere: no network is asked.

``python -m tools.audit FOLDER_OR_ZIP`` reads advisories in the OSV format (one JSON file each, published by ecosystem
in one zip), says what concerns a part in ``sbom.json`` and ends with 1 where there is any.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from tools.sbom import TARGET

ECOSYSTEMS = {"PyPI": "pypi", "npm": "npm"}


def parts(bill: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Version by (kind, name)."""
    found = {}
    for one in bill["components"]:
        kind = one["purl"].partition(":")[2].partition("/")[0]
        found[kind, one["name"].lower().replace("_", "-")] = one["version"]
    return found


def advisories(place: Path) -> Iterator[dict[str, Any]]:
    """Every advisory in a folder or a zip."""
    if place.is_dir():
        for path in sorted(place.rglob("*.json")):
            yield json.loads(path.read_text(encoding="utf-8"))
        return
    with zipfile.ZipFile(place) as package:
        for name in package.namelist():
            if name.endswith(".json"):
                yield json.loads(package.read(name))


def concerns(told: Iterable[dict[str, Any]], held: dict[tuple[str, str], str]) -> list[str]:
    """What is said of parts in the version held: one line each."""
    found = []
    for one in told:
        for affected in one.get("affected", ()) if not one.get("withdrawn") else ():
            package = affected.get("package", {})
            kind = ECOSYSTEMS.get(package.get("ecosystem", ""), "")
            name = str(package.get("name", "")).lower().replace("_", "-")
            version = held.get((kind, name))
            if version is not None and _hit(version, affected):
                found.append(f"{name} {version}: {one['id']} {one.get('summary', '')}".strip())
    return sorted(set(found))


def _hit(version: str, affected: dict[str, Any]) -> bool:
    if version in affected.get("versions", ()):
        return True
    return any(_within(version, one["events"]) for one in affected.get("ranges", ()) if one.get("type") != "GIT")


def _within(version: str, events: list[dict[str, str]]) -> bool:
    """Whether a version lies between an introduction and its mend; one that cannot be read is taken to lie there."""
    try:
        here, inside = Version(version), False
        for event in events:
            if "introduced" in event and (event["introduced"] == "0" or here >= Version(event["introduced"])):
                inside = True
            if "fixed" in event and here >= Version(event["fixed"]):
                inside = False
            if "last_affected" in event and here > Version(event["last_affected"]):
                inside = False
    except InvalidVersion:
        return True
    return inside


def main(arguments: list[str]) -> int:
    """Say what concerns us."""
    bill = json.loads(TARGET.read_text(encoding="utf-8"))
    found = concerns(advisories(Path(arguments[0])), parts(bill))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

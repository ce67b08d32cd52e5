"""The list of parts as CycloneDX JSON, from the two lock files: names, versions, digests, licences. Needs no network.

``python -m tools.sbom`` writes ``sbom.json``; a test holds that it is current and that every licence is known.
"""

from __future__ import annotations

import base64
import json
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "sbom.json"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s\\;]+)")
HASHED = re.compile(r"--hash=sha256:([0-9a-f]{64})")
CLASSIFIER = "License :: OSI Approved :: "
LONGEST = 60  # characters; a longer "licence" is the whole text
# of parts that are not installed where the list is made, or that name their licence in a file alone
BY_HAND = {
    "atheris": "Apache-2.0",
    "async-timeout": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
}


def requirements(text: str) -> list[tuple[str, str, list[str]]]:
    """Name, version and digests of each part in a hashed requirements file."""
    found: list[tuple[str, str, list[str]]] = []
    for line in text.splitlines():
        if pinned := PINNED.match(line):
            found.append((pinned[1].lower(), pinned[2], []))
        if found:
            found[-1][2].extend(HASHED.findall(line))
    return found


def licence(name: str) -> str:
    """As the part itself says; empty where it does not."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        return _said(distribution(name))
    except PackageNotFoundError:
        return ""


def _said(part: Distribution) -> str:
    told = part.metadata
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classes = told.get_all("Classifier") or ()
    listed = [one.removeprefix(CLASSIFIER) for one in classes if one.startswith(CLASSIFIER)]
    if listed:
        return " AND ".join(listed)
    short = str(told.get("License") or "").strip().splitlines()
    return short[0] if short and len(short[0]) <= LONGEST else ""


def python_parts() -> list[dict[str, Any]]:
    """Everything in requirements.lock."""
    return [
        {
            "type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{name}@{version}",
            "licenses": _licences(licence(name)),
            "hashes": [{"alg": "SHA-256", "content": one} for one in sorted(hashes)],
        }
        for name, version, hashes in requirements((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    ]  # fmt: skip


def script_parts() -> list[dict[str, Any]]:
    """Everything in package-lock.json."""
    listed = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return [
        {
            "type": "library", "name": path.rpartition("node_modules/")[2], "version": one["version"],
            "purl": f"pkg:npm/{path.rpartition('node_modules/')[2].replace('@', '%40')}@{one['version']}",
            "licenses": _licences(one.get("license", "")), "hashes": _integrity(one.get("integrity", "")),
        }
        for path, one in listed.items()
        if path
    ]  # fmt: skip


def _licences(name: str) -> list[dict[str, Any]]:
    return [{"license": {"name": name}}] if name else []


def _integrity(text: str) -> list[dict[str, str]]:
    kind, _, body = text.partition("-")
    return [{"alg": "SHA-512", "content": base64.b64decode(body).hex()}] if kind == "sha512" else []


def bill() -> dict[str, Any]:
    """The whole list."""
    parts = sorted([*python_parts(), *script_parts()], key=lambda one: one["purl"])
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {"type": "application", "name": "lvzhi", "licenses": _licences("Apache-2.0")}},
        "components": [{"bom-ref": one["purl"], **one} for one in parts],
    }  # fmt: skip


def main() -> None:
    """Write it."""
    TARGET.write_text(json.dumps(bill(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

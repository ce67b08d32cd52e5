"""Holding a file that was handed over against its manifest, and the manifest against the installation's key."""

from __future__ import annotations

import hmac
import json
import zipfile
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO, Any

from lvzhi.assurance.archive.packing import MANIFEST, SEAL, seal_of
from lvzhi.assurance.vocabulary import HANDOVER

LARGEST = 64 * 1024 * 1024  # bytes of a manifest; a longer one is none of ours
PIECE = 1024 * 1024


@dataclass
class Read:
    """What reading came to.

    Args:
        manifest: as it stands in the file; empty where there is none.
        findings: what does not fit, in sentences; empty where all does.
        count: how many members were held against the manifest.
    """

    manifest: dict[str, Any] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    count: int = 0


def read_back(file: IO[bytes]) -> Read:
    """Check every member; the file is believed only as far as the seal reaches."""
    try:
        with zipfile.ZipFile(file) as opened:
            return _read(opened)
    except (zipfile.BadZipFile, KeyError, ValueError, UnicodeDecodeError):
        return Read(findings=[str(HANDOVER["unreadable"])])


def _read(opened: zipfile.ZipFile) -> Read:
    names = [one.filename for one in opened.infolist()]
    if opened.getinfo(MANIFEST).file_size > LARGEST or len(names) != len(set(names)):
        return Read(findings=[str(HANDOVER["unreadable"])])
    body = opened.read(MANIFEST)
    told = opened.read(SEAL).decode().split()
    found = Read(json.loads(body))
    if len(told) != 2 or not hmac.compare_digest(told[1], seal_of(body)):
        found.findings.append(str(HANDOVER["foreign"]))
        return found
    listed = {one["path"]: one for one in found.manifest["files"]}
    for path, one in listed.items():
        if path not in names:
            found.findings.append(_said("absent", path))
        elif _digest(opened, path) != one["sha256"]:
            found.findings.append(_said("differs", path))
        found.count += 1
    found.findings += [_said("extra", name) for name in names if name not in {*listed, MANIFEST, SEAL}]
    return found


def _said(what: str, name: str) -> str:
    return str(HANDOVER[what]).format(name=name)


def _digest(opened: zipfile.ZipFile, path: str) -> str:
    made = sha256()
    with opened.open(path) as member:
        while piece := member.read(PIECE):
            made.update(piece)
    return made.hexdigest()

"""Writing the file: every member named with its digest in a manifest, which is sealed with the installation's key."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO, Any

from django.template.loader import render_to_string

from lvzhi import norms
from lvzhi.access import Actor
from lvzhi.assurance.actions.handing import Made
from lvzhi.assurance.archive import holding
from lvzhi.assurance.norms import PERSONAL
from lvzhi.assurance.vocabulary import HANDOVER
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal import anchors
from lvzhi.journal.secrets import digest_key_name, keyed

FORMAT = "lvzhi-audit-1"
MANIFEST, SEAL = "manifest.json", "seal.txt"
PURPOSE = "assurance.handover"
SAME_DAY = (1980, 1, 1, 0, 0, 0)  # a member's own date tells nothing: the manifest does
JOURNAL_SHOWN = 5000  # lines that the readable page lists; all are in the journal's own member


@dataclass
class Parts:
    """The zip being written, with what the manifest will say of each member."""

    zip: zipfile.ZipFile
    files: list[dict[str, Any]] = field(default_factory=list)

    def add(self, path: str, title: str, data: bytes, rows: int | None = None) -> None:
        """Add a member."""
        info = zipfile.ZipInfo(path, SAME_DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        self.zip.writestr(info, data)
        if path not in {MANIFEST, SEAL}:
            self.files.append(
                {"path": path, "title": title, "size": len(data), "sha256": sha256(data).hexdigest(), "rows": rows}
            )

    def table(self, path: str, title: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Add a CSV file that a spreadsheet reads; returns how many rows."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(head)
        count = 0
        for row in rows:
            writer.writerow([holding.cell(one) for one in row])
            count += 1
        self.add(path, title, ("\ufeff" + out.getvalue()).encode(), count)
        return count


def seal_of(manifest: bytes) -> str:
    """The keyed digest over a manifest, with the name of the key."""
    return f"{digest_key_name()}:{keyed(PURPOSE, manifest).hex()}"


def pack(
    actor: Actor, committee: Committee, number: int, starts: dt.date, ends: dt.date, purpose: str
) -> tuple[IO[bytes], Made, bool]:
    """Write the file.

    Returns:
        The open file at its beginning, what it came to, and whether whole personal values are inside.
    """
    personal = bool(norms.value(PERSONAL, committee, clock.as_day(actor.at)))
    target = TemporaryFile()  # noqa: SIM115  reason: handed to the answer, which closes it
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
            made = _fill(Parts(opened), actor, committee, number, starts, ends, purpose, personal)
        made = Made(made.digest, made.seal, target.tell(), made.lines, made.records)
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target, made, personal


def _fill(
    parts: Parts, actor: Actor, committee: Committee, number: int, starts: dt.date, ends: dt.date, purpose: str,
    personal: bool,
) -> Made:  # fmt: skip
    held = holding.Holding(actor, committee, starts, ends, personal=personal)
    lines = list(held.journal())
    body = "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in lines)
    parts.add("journal.jsonl", held.words["journal"], body.encode(), len(lines))
    records = sum(parts.table(f"records/{one.key}.csv", one.name, one.head, one.rows) for one in held.kinds())
    figures = held.figures()
    parts.table("figures.csv", held.words["figures"], held.figure_head, [one.line for one in figures])
    for one in figures:
        for side, head, rows in held.behind(one.figure):
            parts.table(f"figures/{one.figure.key}{side}.csv", one.figure.name, head, rows)
    parts.table("attachments.csv", held.words["attachments"], held.attachment_head, held.attachments())
    end = anchors.end_of(clock.as_day(actor.at))
    manifest = {
        "format": FORMAT, "committee": committee.name, "code": committee.code, "number": number,
        "starts": starts.isoformat(), "ends": ends.isoformat(), "purpose": purpose, "personal": personal,
        "made_at": actor.at.isoformat(timespec="seconds"), "made_by": actor.name,
        "anchor": end.written if end else None,
    }  # fmt: skip
    parts.add("index.html", held.words["index"], _index(parts, manifest, figures, lines).encode())
    sealed = json.dumps(manifest | {"files": parts.files}, ensure_ascii=False, indent=1).encode()
    parts.add(MANIFEST, "", sealed)
    parts.add(SEAL, "", f"{sha256(sealed).hexdigest()}\n{seal_of(sealed)}\n".encode())
    return Made(sha256(sealed).hexdigest(), seal_of(sealed), 0, len(lines), records)


def _index(parts: Parts, manifest: dict[str, Any], figures: Sequence[Any], lines: Sequence[dict[str, Any]]) -> str:
    """The page that opens in any browser without a network."""
    title = HANDOVER["title"].format(committee=manifest["committee"], number=manifest["number"])
    shown = lines[-JOURNAL_SHOWN:]
    context = {
        "title": title, "manifest": manifest, "files": parts.files, "figures": figures, "journal": list(_told(shown)),
        "left_out": len(lines) - len(shown),
    }  # fmt: skip
    return render_to_string("assurance/index.html", context)


def _told(lines: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return ({key: one[key] for key in ("seq", "at", "actor_name", "sentence", "subject_title")} for one in lines)

"""The archive package of one proposal: all papers, attachments, lists and data in one file, by digest (R12.19)."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Any

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import Document9704, write
from lvzhi.files import actions as files
from lvzhi.files.queries import of as files_of
from lvzhi.journal.lines import line
from lvzhi.proposals import letters, queries
from lvzhi.proposals.archive import documents, lists
from lvzhi.proposals.models import Letter, Proposal, Publication, Wording
from lvzhi.proposals.queries.appraising import appraisals_of
from lvzhi.proposals.rules import HIDDEN, archives
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary import archive as words
from lvzhi.proposals.vocabulary.entry import LetterKind
from lvzhi.proposals.vocabulary.publishing import PublicState

SAME_DAY = (1980, 1, 1, 0, 0, 0)  # the day of a member tells nothing: the manifest does


@dataclass
class Package:
    """A zip being written, with what the manifest will say of each file."""

    zip: zipfile.ZipFile
    files: list[dict[str, Any]] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)

    def add(self, kind: str, data: bytes, day: date | None = None, **names: object) -> None:
        """Add a file; a second one of the same name is numbered."""
        path = self._free(words.PATHS[kind].format(**{key: _safe(str(value)) for key, value in names.items()}))
        self._write(path, data)
        self.files.append({
            "path": path, "kind": words.KINDS[kind], "size": len(data), "sha256": sha256(data).hexdigest(),
            "date": day.isoformat() if day else None,
        })  # fmt: skip

    def paper(self, kind: str, paper: Document9704, **names: object) -> None:
        """Add a paper as .docx."""
        target = BytesIO()
        write(paper, target)
        self.add(kind, target.getvalue(), paper.date, **names)

    def seal(self, manifest: dict[str, Any]) -> None:
        """The manifest is the last file: it names all others."""
        body = manifest | {"files": self.files}
        self._write(words.MANIFEST, json.dumps(body, ensure_ascii=False, indent=1).encode())

    def _write(self, path: str, data: bytes) -> None:
        info = zipfile.ZipInfo(path, SAME_DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        self.zip.writestr(info, data)

    def _free(self, path: str) -> str:
        pure, number, wanted = PurePosixPath(path), 1, path
        while wanted in self.paths:
            number += 1
            name = words.AGAIN.format(stem=pure.stem, number=number, suffix=pure.suffix)
            wanted = str(pure.with_name(name))
        self.paths.add(wanted)
        return wanted


def _safe(name: str) -> str:
    """A name that stays inside its folder on every system."""
    return "".join("_" if sign in '\\/:*?"<>|' or ord(sign) < ord(" ") else sign for sign in name).strip(" .") or "_"


def pack(actor: Actor, uid: Any) -> tuple[IO[bytes], str]:
    """Write the package of a proposal into a temporary file; the journal keeps who took it.

    Returns:
        The open file at its beginning, and what to call it.

    Raises:
        Missing: no such proposal, or not visible.
        NotAllowed: neither clerk nor auditor.
        Refusal: not handed in yet, or taken off-line.
    """
    proposal = queries.detailed(actor, uid)
    archives.check(actor, proposal)
    if proposal.state in HIDDEN:
        raise Refusal("proposals.archive_not_now")
    if proposal.state == State.OFFLINE:
        raise Refusal("proposals.offline_gone", called=proposal.called)
    target = TemporaryFile()  # noqa: SIM115  reason: handed to the answer, which closes it
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
            count = _fill(Package(opened), actor, proposal)
        with line(actor, "proposals.archived", subject=proposal, committee=proposal.committee_id, count=count):
            pass
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target, words.PACKAGE_NAME.format(called=_safe(proposal.called or proposal.serial))


def _fill(package: Package, actor: Actor, proposal: Proposal) -> int:
    """Everything, and how many files that is beside the manifest."""
    _papers(package, proposal)
    _attachments(package, actor, proposal)
    _lists(package, actor, proposal)
    package.seal(_manifest(actor, proposal))
    return len(package.files)


def _papers(package: Package, proposal: Proposal) -> None:
    package.paper("proposal", documents.proposal_paper(proposal))
    for number, row in enumerate(Wording.objects.live().filter(proposal=proposal).order_by("id"), 1):
        package.paper("wording", documents.wording_paper(row), number=number)
    if proposal.assigned_on:
        package.paper("handling", documents.handling_paper(proposal))
    for letter in _letters(proposal):
        label = str(LetterKind(letter.kind).label)
        package.paper("letter", letters.compose(letter), label=label, number=letter.number)
    for reply in queries.beside(proposal, "replies"):
        if not reply.pending:
            paper = documents.reply_paper(reply, proposal)
            package.paper("reply", paper, round=reply.round, unit=reply.assignment.unit.name)
    shown = Publication.objects.live().filter(proposal=proposal, state=PublicState.PUBLISHED).first()
    if shown is not None:
        package.paper("public", documents.public_paper(shown))


def _letters(proposal: Proposal) -> Iterator[Letter]:
    for row in Letter.objects.live().filter(proposal=proposal).select_related("assignment__unit").order_by("id"):
        row.proposal = proposal
        yield row


def _attachments(package: Package, actor: Actor, proposal: Proposal) -> None:
    for row in files_of(proposal._meta.label_lower, proposal.uid):
        _, path = files.read(actor, row.uid)
        package.add("attachment", path.read_bytes(), clock.as_day(row.created_at), name=row.name)


def _lists(package: Package, actor: Actor, proposal: Proposal) -> None:
    if proposal.round:
        package.add("ratings", lists.ratings(actor, proposal))
        package.add("promises", lists.promises(proposal))
    said = appraisals_of(actor, proposal)
    if said:
        package.add("appraisals", lists.appraisals(said))
    told = lists.told(actor, proposal)
    package.add("journal_csv", lists.journal_csv(told))
    package.add("journal_json", lists.journal_json(told))
    package.add("records", lists.records(actor, proposal))


def _manifest(actor: Actor, proposal: Proposal) -> dict[str, Any]:
    """What an archive asks to know of a file (R12.17)."""
    place, day = proposal.committee, clock.as_day(actor.at)
    retention = str(norms.value("proposals.retention", place, day))
    return {
        "format": words.FORMAT,
        "product": words.PRODUCT,
        "committee": place.name,
        "title": proposal.title,
        "number": proposal.number,
        "serial": proposal.serial,
        "proposer": proposal.proposer,
        "session": proposal.session.name if proposal.session else "",
        "received_on": _iso(proposal.received_on),
        "filed_on": _iso(proposal.filed_on),
        "closed_on": _iso(proposal.closed_on),
        "state": proposal.get_state_display(),
        "retention": dict(words.RETENTIONS)[retention],
        "secrecy": words.SECRECY,
        "made_at": actor.at.isoformat(timespec="seconds"),
        "made_by": actor.name,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

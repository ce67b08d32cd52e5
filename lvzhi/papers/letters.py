"""A paper as an official document in the layout of GB/T 9704 (R12.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lvzhi import norms
from lvzhi.exchange.letters import Attachment, Block, Document9704, Heading1, Heading2, Heading3, Heading4, Para
from lvzhi.files.queries import of as files_of
from lvzhi.papers.models import Paper
from lvzhi.papers.vocabulary import FILE_NAME, HEADINGS, NAMES, UNFIT_IN_NAMES

KINDS = (Heading1, Heading2, Heading3, Heading4)
LEVELS = tuple((re.compile(pattern), kind) for pattern, kind in zip(HEADINGS, KINDS, strict=True))
HEADING_MOST = 40  # characters: a longer line that begins with a number is a paragraph of an enumeration


def blocks(text: str) -> Iterator[Block]:
    """Lines of a text as headings and paragraphs, told apart by how official documents number them."""
    for line in filter(None, (part.strip() for part in text.splitlines())):
        kind = next((kind for pattern, kind in LEVELS if pattern.match(line) and len(line) <= HEADING_MOST), None)
        yield kind(line) if kind is not None else Para(line)


def compose(paper: Paper) -> Document9704:
    """The document, with number, addressee, signature and copies; attachments are named, they go along as files."""
    issuer = str(norms.value("papers.issuer", paper.committee_id, paper.dated_on))
    return Document9704(
        title=paper.title,
        body=list(blocks(paper.text)),
        number=paper.called or None,
        addressee=paper.addressee or None,
        date=paper.dated_on,
        attachments=tuple(Attachment(file.name) for file in files_of(paper._meta.label_lower, paper.uid)),
        copy_to=tuple(part.strip() for part in paper.copies.split(NAMES) if part.strip()),
        issuer=issuer.replace("{committee}", paper.committee.name),
    )


def file_name(paper: Paper) -> str:
    """What the file is called: number and title, without characters that file systems refuse."""
    return UNFIT_IN_NAMES.sub("", FILE_NAME.format(number=paper.called, title=paper.title))

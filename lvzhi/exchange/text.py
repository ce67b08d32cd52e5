"""The text of a file, whatever it was saved as."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass

from lvzhi.exchange import docx_text, html_text
from lvzhi.exchange.container import DEFAULT_LIMITS, Limits, Source, check_office, check_ole, kind_of, load
from lvzhi.exchange.encodings import decode
from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.sheets.cells import as_text
from lvzhi.exchange.sheets.grid import open_grids

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|span|table|article|meta)\b[^>]*>", re.IGNORECASE)
_HTML_WINDOW = 4000
_PDF_SECONDS = 60


@dataclass(frozen=True)
class Extracted:
    """A file's text and how it was found.

    Arguments:
        text: line breaks are single; paragraphs, table rows and blocks each have a line.
        encoding: what it was saved in; for docx and pdf their own name.
        kind: text, html, docx or pdf; sheet, where sheets were asked for too.
        notes: codes of what was done on the way: ``bom``, ``cut_tail`` (the file ends within a character),
            ``repaired`` (text that had been read in a wrong encoding before it was saved).
    """

    text: str
    encoding: str
    kind: str
    notes: tuple[str, ...] = ()


def read_text(source: Source, name: str, limits: Limits = DEFAULT_LIMITS) -> Extracted:
    """Read txt, html, docx or a pdf with text.

    Arguments:
        source: path, bytes or binary stream.
        name: what the person calls the file; used in sentences only, the content decides what it is.
        limits: pass ``Limits(size=…)`` from the caller's norm.

    Errors: ``BadFile`` with a code and a sentence; never anything else for any content.
    """
    data = load(source, name, limits)
    kind = kind_of(data)
    if kind == "docx":
        found = Extracted(docx_text.read(data, name, limits), "docx", "docx")
    elif kind == "pdf":
        found = Extracted(_pdf(data, name), "pdf", "pdf")
    elif kind == "text":
        found = _plain(data, name)
    else:
        _refuse(data, name, kind, limits)
    if not found.text.strip():
        raise BadFile("empty", name=name)
    return found


def read_words(source: Source, name: str, limits: Limits = DEFAULT_LIMITS) -> Extracted:
    """What ``read_text`` reads, and workbooks: the title of each visible sheet, its rows a line each. Errors alike."""
    data = load(source, name, limits)
    if kind_of(data) not in ("xlsx", "ods", "ole"):
        return read_text(data, name, limits)
    lines = []
    for grid in open_grids(data, name, limits):
        lines.append(grid.title)
        lines += ("\t".join(filter(None, map(as_text, cells))) for _, cells in grid.rows)
    return Extracted("\n".join(lines), "sheet", "sheet")


def _refuse(data: bytes, name: str, kind: str, limits: Limits) -> None:
    """Raise the most telling reason why this kind cannot be read."""
    if kind in ("zip", "xlsx", "pptx", "ods", "broken_zip"):
        check_office(data, name, limits)
    if kind == "ole":
        check_ole(data, name, sheet=False)
    raise BadFile("wrong_kind", name=name, found=kind)


def _plain(data: bytes, name: str) -> Extracted:
    text, encoding, notes = decode(data, name)
    if _HTML.search(text[:_HTML_WINDOW]):
        return Extracted(html_text.read(text), encoding, "html", notes)
    return Extracted(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, "text", notes)


def _pdf(data: bytes, name: str) -> str:
    """Through poppler's tool, which reads every producer's fonts; without it the person is told."""
    tool = shutil.which("pdftotext")
    if tool is None:
        raise BadFile("pdf_reader_missing", name=name)
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command; the file goes in by stdin
            [tool, "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, timeout=_PDF_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise BadFile("truncated", name=name) from None
    if b"Incorrect password" in done.stderr:
        raise BadFile("encrypted", name=name)
    if done.returncode:
        raise BadFile("truncated", name=name)
    text = done.stdout.decode("utf-8", "replace").replace("\f", "\n")
    if not text.strip():
        raise BadFile("scanned_pdf", name=name)
    return text

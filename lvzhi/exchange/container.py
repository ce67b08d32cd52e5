"""What a file is by its content, never by its name, and whether it is safe to open.

An Office file is a zip: it is measured before anything is unpacked (a bomb), read through once with its checksums (a
cut or lying file), and refused when it carries a macro.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import filetype

from lvzhi.exchange.errors import BadFile

Source = str | os.PathLike[str] | bytes | BinaryIO

_MEGABYTE = 1024 * 1024
_CHUNK = 256 * 1024
_ZIP_START = b"PK\x03\x04"
_ZIP_EMPTY = b"PK\x05\x06"
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OOXML_ROOTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CELL_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})0*(\d{1,7})["']""")


@dataclass(frozen=True)
class Limits:
    """How much a file may ask of the machine. The size a committee allows is a norm of the caller: pass it.

    Arguments:
        size: bytes of the file itself.
        unpacked: bytes of all members of an Office file together.
        ratio: unpacked to packed bytes; looked at from one unpacked megabyte on.
        members: files inside an Office file.
        rows: rows of a sheet.
        cells: rows × columns of a sheet's used area, which is held in memory at once.
    """

    size: int = 20 * _MEGABYTE
    unpacked: int = 400 * _MEGABYTE
    ratio: int = 100
    members: int = 5000
    rows: int = 200_000
    cells: int = 8_000_000


DEFAULT_LIMITS = Limits()


def load(source: Source, name: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, not one more than allowed.

    Errors: ``BadFile`` missing_file, empty, too_large.
    """
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str | os.PathLike):
        try:
            with Path(source).open("rb") as stream:
                data = _bounded(stream, name, limits)
        except OSError:
            raise BadFile("missing_file", name=name) from None
    else:
        data = _bounded(source, name, limits)
    if len(data) > limits.size:
        raise BadFile("too_large", name=name, size=len(data), limit=limits.size)
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise BadFile("empty", name=name)
    return data


def _bounded(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read at most one byte over the limit; the true size is told where the stream can say it."""
    data = stream.read(limits.size + 1)
    if len(data) <= limits.size:
        return data
    try:
        size = stream.seek(0, os.SEEK_END)
    except (OSError, ValueError):
        size = len(data)
    raise BadFile("too_large", name=name, size=size, limit=limits.size)


def kind_of(data: bytes) -> str:
    """What the bytes are: docx, xlsx, pptx, zip, ole, pdf, rtf, image, archive, media, program, html or text."""
    if data.startswith(_ZIP_START):
        return _zip_kind(data)
    if data.startswith(_ZIP_EMPTY):
        return "zip"
    if data.startswith(_OLE_START):
        return "ole"
    head = data[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"MZ", b"\x7fELF")) and b"\x00" in data[:64]:
        return "program"
    return _guessed(data)


def _guessed(data: bytes) -> str:
    """What the library knows by magic number; the rest is text until its reader finds otherwise."""
    head = data[:8192]
    if not _BINARY.search(head):  # a text may begin with the letters of some magic number ("BM" of a bitmap)
        return "text"
    guess = filetype.guess(head)
    group = guess.mime.split("/")[0] if guess else "text"
    if group == "image":
        return "image"
    if group in ("audio", "video", "font"):
        return "media"
    return "archive" if group == "application" else "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return "broken_zip"
    if "[Content_Types].xml" in names:
        for member, kind in _OOXML_ROOTS.items():
            if member in names:
                return kind
    return "ods" if "content.xml" in names and "mimetype" in names else "zip"


def check_office(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """Make sure an Office file may be opened, and say which it is (docx, xlsx, ods).

    Errors: ``BadFile`` truncated, zip_bomb, macro, wrong_kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _measure(members, len(data), name, limits)
            _refuse_macros(archive, members, name)
            _read_through(archive, members, name, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError):
        raise BadFile("truncated", name=name) from None
    except (NotImplementedError, RuntimeError):  # a method nobody's office uses, or a password on a member
        raise BadFile("encrypted", name=name) from None
    kind = _zip_kind(data)
    if kind in ("zip", "pptx"):
        raise BadFile("wrong_kind", name=name, found=kind)
    return kind


def _measure(members: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    """Refuse by what the directory declares, before a byte is unpacked."""
    total = sum(member.file_size for member in members)
    heavy = total > _MEGABYTE and total > limits.ratio * max(packed, 1)
    nested = any(member.filename.lower().endswith(".zip") for member in members)
    if total > limits.unpacked or heavy or len(members) > limits.members or nested:
        raise BadFile("zip_bomb", name=name, unpacked=total, packed=packed)


def _refuse_macros(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a macro by its part, by its content type, or by the old macro sheets."""
    names = [member.filename.lower() for member in members]
    parts = any(each.endswith("vbaproject.bin") or "/macrosheets/" in each for each in names)
    basic = any(each.startswith("basic/") for each in names)  # OpenDocument
    if parts or basic:
        raise BadFile("macro", name=name)
    if "[Content_Types].xml" in archive.namelist():
        with archive.open("[Content_Types].xml") as stream:
            if b"macroenabled" in stream.read(_MEGABYTE).lower():
                raise BadFile("macro", name=name)


def _read_through(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """Unpack every member once without keeping it: checksums hold, sizes are true, sheets are not absurdly wide."""
    for member in members:
        sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
        rows = columns = 0
        tail = b""
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                if sheet:
                    rows, columns = _furthest(tail + chunk, rows, columns)
                    tail = chunk[-24:]
        if rows * columns > limits.cells:
            raise BadFile("too_many_rows", name=name, rows=rows, limit=limits.rows)


def _furthest(chunk: bytes, rows: int, columns: int) -> tuple[int, int]:
    """The furthest row and column that a piece of a sheet speaks of."""
    seen = set(_CELL_REFERENCE.findall(chunk))
    if not seen:
        return rows, columns
    letters = {each[0] for each in seen}
    return max(rows, *(int(each[1]) for each in seen)), max(columns, *(_column_number(each) for each in letters))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def check_ole(data: bytes, name: str, *, sheet: bool) -> None:
    """Refuse an old binary Office file that is locked, carries a macro, or is not a workbook where one is asked for.

    Errors: ``BadFile`` encrypted, macro, old_word.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise BadFile("encrypted", name=name)
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise BadFile("macro", name=name)
    if not sheet or not any(each.encode("utf-16-le") in data for each in ("Workbook", "Book")):
        raise BadFile("old_word", name=name)

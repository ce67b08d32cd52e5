"""What a file is by its content, whatever it calls itself, and whether it may come in (R1.12, R12.2 l).

Raises `Refusal` only; the caller has already measured the file itself.
"""

from __future__ import annotations

import mmap
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

import filetype

from lvzhi.access import Refusal
from lvzhi.files import vocabulary

MEGABYTE: Final = 1024 * 1024
CHUNK: Final = 256 * 1024
HEAD: Final = 8192
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OOXML: Final = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_OLE_STREAMS: Final = {"doc": ("WordDocument",), "xls": ("Workbook", "Book"), "ppt": ("PowerPoint Document",)}
_PROGRAMS: Final = frozenset({
    "exe", "dll", "com", "scr", "pif", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta",
    "lnk", "jar", "apk", "app", "sh", "reg", "cpl", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm",
})  # fmt: skip
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MIME: Final = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
_PICTURES: Final = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may unpack to: bytes in all, and times its own size (looked at from one megabyte on)."""

    unpacked: int
    ratio: int


def check(path: Path, name: str, types: tuple[str, ...], limits: Limits) -> str:
    """The type of a file, which its name claims and its content bears out.

    Raises `Refusal`: files.empty, files.type_not_allowed, files.content_differs, files.damaged, files.macro,
    files.bomb, files.encrypted, files.program_inside.
    """
    claimed = PurePosixPath(name).suffix.lstrip(".").lower()
    if claimed not in types or claimed not in MIME:
        raise Refusal("files.type_not_allowed", name=name, types=vocabulary.COMMA.join(types))
    size = path.stat().st_size
    if size == 0:
        raise Refusal("files.empty", name=name)
    with path.open("rb") as file:
        head = file.read(HEAD)
    if claimed == "txt":
        _text(path, head, name)
    elif claimed in _OOXML or claimed == "zip":
        _zip(path, head, name, claimed, limits)
    elif claimed in _OLE_STREAMS:
        _ole(path, head, name, claimed)
    elif claimed == "pdf":
        _expect(b"%PDF-" in head[:1024] and not head.startswith(b"MZ"), head, name, claimed)
    elif claimed in _PICTURES:
        _expect(head.startswith(_PICTURES[claimed]), head, name, claimed)
    else:
        _expect(head.startswith(b"Rar!\x1a\x07"), head, name, claimed)
    return claimed


def _expect(true: bool, head: bytes, name: str, claimed: str) -> None:
    if not true:
        raise Refusal("files.content_differs", name=name, expected=claimed, found=_found(head))


def _found(head: bytes) -> str:
    """What it looks like, for the person who sent it."""
    if head.startswith((b"MZ", b"\x7fELF", b"#!")):
        return vocabulary.PROGRAM
    guess = filetype.guess(head)
    return guess.extension if guess else vocabulary.UNKNOWN


def _text(path: Path, head: bytes, name: str) -> None:
    """Readable in one of the encodings in use, without control characters."""
    data = path.read_bytes()
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        _expect(not _CONTROLS.search(text) and not head.startswith((b"MZ", b"%PDF-")), head, name, "txt")
        if not text.strip():
            raise Refusal("files.empty", name=name)
        return
    _expect(False, head, name, "txt")  # noqa: FBT003  reason: no encoding fits


def _ole(path: Path, head: bytes, name: str, claimed: str) -> None:
    """An old binary Office file: of the claimed program, not locked, without a macro."""
    _expect(head.startswith(_OLE), head, name, claimed)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:

        def has(stream: str) -> bool:
            return data.find(stream.encode("utf-16-le")) >= 0

        if has("EncryptedPackage"):
            raise Refusal("files.encrypted", name=name)
        if has("_VBA_PROJECT"):
            raise Refusal("files.macro", name=name)
        _expect(any(has(stream) for stream in _OLE_STREAMS[claimed]), head, name, claimed)


def _zip(path: Path, head: bytes, name: str, claimed: str, limits: Limits) -> None:
    """A zip, or an Office file that is one: measured first, then read through once with its checksums."""
    if head.startswith(_OLE):
        raise Refusal("files.encrypted", name=name)  # a locked docx is an old container around its cipher
    _expect(head.startswith((b"PK\x03\x04", b"PK\x05\x06")), head, name, claimed)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _measure(members, path.stat().st_size, name, limits)
            _members(archive, members, name, claimed)
            _read_through(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError):
        raise Refusal("files.damaged", name=name) from None
    except (NotImplementedError, RuntimeError):
        raise Refusal("files.encrypted", name=name) from None


def _measure(members: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Refusal("files.encrypted", name=name)
    if not members:
        raise Refusal("files.empty", name=name)
    total = sum(member.file_size for member in members)
    if total > limits.unpacked or (total > MEGABYTE and total > limits.ratio * packed):
        raise Refusal("files.bomb", name=name)


def _members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str, claimed: str) -> None:
    """No program inside; an Office file has its own parts and no macro, a plain zip may hold anything else."""
    names = [member.filename for member in members]
    for each in names:
        if PurePosixPath(each.lower()).suffix.lstrip(".") in _PROGRAMS:
            raise Refusal("files.program_inside", name=name, member=PurePosixPath(each).name)
    if any(each.lower().endswith("vbaproject.bin") or "/macrosheets/" in each.lower() for each in names):
        raise Refusal("files.macro", name=name)
    if claimed == "zip":
        return
    if "[Content_Types].xml" not in names or _OOXML[claimed] not in names:
        found = next((kind for kind, part in _OOXML.items() if part in names), "zip")
        raise Refusal("files.content_differs", name=name, expected=claimed, found=found)
    with archive.open("[Content_Types].xml") as stream:
        if b"macroenabled" in stream.read(MEGABYTE).lower():
            raise Refusal("files.macro", name=name)


def _read_through(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """Unpack every member once, keeping nothing: a directory that lies about sizes fails its checksum here."""
    for member in members:
        with archive.open(member) as stream:
            while stream.read(CHUNK):
                pass

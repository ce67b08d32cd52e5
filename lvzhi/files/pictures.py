"""A photo as it may be kept: upright, and without what the camera wrote about place, time, owner and device (R12.2).

Where there is nothing to take off, not a byte is touched: a scan stays the evidence it was sent as.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from lvzhi.access import Refusal
from lvzhi.files import store
from lvzhi.files.content import CHUNK

FORMATS: Final = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG"}
MILLION: Final = 1_000_000
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = 1
_QUALITY: Final = 95  # of a photo turned upright, whose tables no longer fit; nobody sees the difference
_COLOUR: Final = b"ICC_PROFILE\0"
_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
# What a PNG needs to look as it does; everything else is words about it.
_PNG_PARTS: Final = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"hIST",
    b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
})  # fmt: skip


def bared(landed: store.Landed, name: str, kind: str, millions: int) -> store.Landed:
    """The file to keep in place of a photo just received: the same one where it carries nothing, else a new one.

    Args:
        kind: as `content.check` found it; what is no photo comes back as it is.
        millions: most pixels, so that a small file cannot unfold to more than the server holds.

    Raises:
        Refusal: ``files.picture_large``; ``files.damaged`` where it cannot be read to its end.
    """
    if kind not in FORMATS:
        return landed
    try:
        parts = _parts(landed.path, FORMATS[kind], name, millions)
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, Image.DecompressionBombError):
        raise Refusal("files.damaged", name=name) from None  # what Pillow raises for a file cut short or tampered with
    if parts is None:
        return landed
    try:
        made = store.land(parts, 2 * landed.size + CHUNK)
    except store.TooLarge:
        raise Refusal("files.damaged", name=name) from None
    landed.drop()
    return made


def _parts(path: Path, form: str, name: str, millions: int) -> Iterator[bytes] | None:
    """The bytes to keep; None where those received may stay."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sizes, which are measured right below, and of metadata, which goes anyway
        with Image.open(path, formats=[form]) as picture:
            if picture.width * picture.height > millions * MILLION:
                raise Refusal("files.picture_large", name=name, limit=millions)
            turned = picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT
            picture.load()  # to its end: a cut one is found now, not by whoever opens it
            if form == "PNG" and not turned:
                return _of_png(path)
            if not turned and isinstance(picture, JpegImageFile) and _is_bare(picture, path):
                return None
            return iter([_drawn_anew(picture, form, turned=turned)])


def _is_bare(picture: JpegImageFile, path: Path) -> bool:
    """Whether a JPEG has frame, colours and nothing else; behind its end phones put films and further photos."""
    for marker, content in picture.applist:
        plain = marker in {"APP0", "APP14"} or (marker == "APP2" and content.startswith(_COLOUR))
        if not plain:
            return False
    with path.open("rb") as file:
        file.seek(-2, 2)
        return picture.format == "JPEG" and file.read() == b"\xff\xd9"


def _drawn_anew(picture: Image.Image, form: str, *, turned: bool) -> bytes:
    """The picture alone, turned as its camera was held; a JPEG not turned keeps its own tables."""
    kept = {key: picture.info[key] for key in ("icc_profile", "dpi") if picture.info.get(key)}
    if form == "JPEG":
        kept["progressive"] = bool(picture.info.get("progressive"))
        sampling = get_sampling(picture)
        own = not turned and picture.format == "JPEG"
        kept |= {"quality": "keep"} if own else {"quality": _QUALITY, "subsampling": max(sampling, 0)}
    upright = ImageOps.exif_transpose(picture) if turned else picture
    upright.info = {key: value for key, value in upright.info.items() if key == "transparency"}
    target = BytesIO()
    upright.save(target, form, **kept)
    return target.getvalue()


def _of_png(path: Path) -> Iterator[bytes] | None:
    """The parts of a PNG that make the picture, as they are; None where it has no others."""
    data = path.read_bytes()
    parts, at, other = [_PNG_HEAD], len(_PNG_HEAD), False
    while True:
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            raise EOFError
        if kind in _PNG_PARTS:
            parts.append(data[at:end])
        other = other or kind not in _PNG_PARTS
        at = end
        if kind == b"IEND":
            break
    return iter(parts) if other or at != len(data) else None

"""The ladder of encodings: marks, then UTF-8, then the two-byte Chinese encodings, told apart by common characters.

Detectors by statistics of bytes took short GBK files for Korean or Hong Kong ones; counting common characters does not.
"""

from __future__ import annotations

import codecs
import re

from lvzhi.exchange.errors import BadFile
from lvzhi.exchange.vocabulary import COMMON_CHARACTERS, MOJIBAKE_HINT, PUNCTUATION

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SAMPLE = 60_000
_LONGEST_CHARACTER = 4
_THREE_BYTES = 0x800
_SURE = 0.25  # a right decoding of running text scores about 0.6, a wrong one under 0.1
_JUDGED_FROM = 40  # two-byte characters below which a low score says nothing: names alone are rare characters
_BETTER = 0.15
_FOREIGN_SHARE = 0.3


def decode(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding and notes of the bytes of a text file.

    Errors: ``BadFile`` not_text for binary content, wrong_encoding when no Chinese encoding makes sense of it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, notes = _forgiving(data, encoding, name)
            return _clean(text, name), encoding, ("bom", *notes)
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data, name)
    try:
        text, notes = _forgiving(data, "utf-8", name)
    except BadFile:
        return _two_bytes(data, name)
    if _two_byte_only(text) and (other := _as_gb18030(data)) is not None:
        return _clean(other, name), "gb18030", ()
    repaired = _repair(text)
    if repaired is not None:
        return _clean(repaired, name), "utf-8", (*notes, "repaired")
    return _clean(text, name), "utf-8", notes


def _two_byte_only(text: str) -> bool:
    """Whether all foreign letters are of those that UTF-8 writes in two bytes (Greek, Armenian …): no Chinese text is,
    but a few characters of GBK can look so."""
    foreign = [each for each in text[:_SAMPLE] if not each.isascii()]
    return bool(foreign) and all(ord(each) < _THREE_BYTES for each in foreign)


def _as_gb18030(data: bytes) -> str | None:
    """The text as GB 18030 if that reads like Chinese."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _score(text) >= _SURE else None


def _clean(text: str, name: str) -> str:
    """Refuse what no text has in it."""
    if _CONTROLS.search(text):
        raise BadFile("not_text", name=name)
    return text.removeprefix("\ufeff")


def _forgiving(data: bytes, encoding: str, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode strictly, but let a file end within its last character (a cut download, a cut column)."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as problem:
        cut_at_end = len(data) - problem.start < _LONGEST_CHARACTER and problem.start > 0
        if not cut_at_end:
            raise BadFile("wrong_encoding", name=name) from None
        return data[: problem.start].decode(encoding), ("cut_tail",)


def _wide(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """UTF-16 without a mark: the order in which more common characters come out."""
    even = data[: len(data) // 2 * 2]
    best = ("", "", 0.0)
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = even.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _score(text, latin=True)
        if score > best[2] and not _CONTROLS.search(text):
            best = (text, encoding, score)
    if best[2] < _SURE:
        raise BadFile("not_text", name=name)
    return best[0], best[1], ()


def _two_bytes(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """GB 18030 or Big5; both read nearly any bytes, so the text that looks like Chinese wins."""
    candidates = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text, notes = _forgiving(data, encoding, name)
        except BadFile:
            continue
        candidates.append((_score(text), text, encoding, notes))
    if not candidates:
        raise BadFile("not_text" if _CONTROLS.search(data.decode("latin-1")) else "wrong_encoding", name=name)
    score, text, encoding, notes = candidates[0]
    other = candidates[-1]
    breaks_off = bool(other[3]) and not notes  # what reads whole is not given up for what ends within a character
    if other[0] > score + _BETTER and not breaks_off and _declared(data) not in ("gbk", "gb2312"):
        score, text, encoding, notes = other
    text = _clean(text, name)
    if score < _SURE and sum(ord(each) > 127 for each in text[:_SAMPLE]) >= _JUDGED_FROM:
        raise BadFile("wrong_encoding", name=name)
    return text, encoding.removesuffix("hkscs"), notes


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:2000])
    return found[1].decode("ascii").lower() if found else ""


def _score(text: str, *, latin: bool = False) -> float:
    """Share of common characters among the Chinese ones (with ``latin`` among all)."""
    sample = text[:_SAMPLE]
    counted = [each for each in sample if latin or (ord(each) > 127 and each not in PUNCTUATION)]
    if not counted:
        return 0.0
    common = sum(each in COMMON_CHARACTERS or (latin and each.isascii()) for each in counted)
    return common / len(counted)


def _repair(text: str) -> str | None:
    """Undo GBK that was once read as Latin-1 and saved again; None when the text is not such a thing."""
    sample = text[:_SAMPLE]
    odd = sum(each in MOJIBAKE_HINT for each in sample)
    letters = sum(not each.isspace() for each in sample)
    if not letters or odd / letters < _FOREIGN_SHARE:
        return None
    try:
        undone = text.encode("latin-1").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return undone if _score(undone) >= _SURE else None

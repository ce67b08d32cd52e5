"""How bytes are bent: by the fuzzer itself, inside an archive, or by phrases."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable

from tests.long.fuzz.targets import PROSE

Mutate = Callable[[bytes, int], bytes]
Mutator = Callable[[bytes, int, int], bytes]

SPLICES = (
    "余", "多", "近", "约", "以上", "百余", "近两千", "九成", "半数", "百分之九十二点五", "１．２万",
    "112.68万元", "由76%升至88%", "（", "）", "、", "均为", "其中", "分别为", "，", "；", "\n", "第3次",
    "2026年", "件", "人次", "%", "亿", "零", "〇", "两", "|", "\t", "<td>", "&nbsp;", "(qū)", "\ufeff",
    "\u200b", "提案", "满意率", "１２", "³", "½", "٣", "9" * 40,
)  # fmt: skip
MARKUP = (
    b"<w:p>", b"</w:p>", b"<w:bookmarkStart w:id='1' w:name='a'/>", b"<w:tbl>", b"<row r='1'>", b"<v>",
    b"<c r='XFD1048576'>", b" t='s'", b" s='99'", b"<mergeCell ref='A1:A9'/>", b"1e999", b"-1", b"&#0;",
    b"<!DOCTYPE a>", b"]]>", b"\xff\xfe",
)  # fmt: skip


def within_archive(mutate: Mutate) -> Mutator:
    """One file of a zip is bent and the whole packed anew, so that the reader gets past the checksum."""

    def bent(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = {one.filename: archive.read(one) for one in archive.infolist()[:40]}
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error, ValueError, EOFError):
            return mutate(data, most)
        if not parts or chance.random() < 0.1:
            return mutate(data, most)
        name = chance.choice(sorted(parts))
        parts[name] = _spliced(parts[name], MARKUP, chance) if chance.random() < 0.4 else mutate(parts[name], 60_000)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for key, content in parts.items():
                archive.writestr(key, content)
        made = packed.getvalue()
        return made if len(made) <= most else data

    return bent


def by_phrases(mutate: Mutate) -> Mutator:
    """Pieces of prose put in, taken out and doubled; now and then raw bytes."""

    def bent(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.2:
            return mutate(data, most)
        text = data.decode("utf-8", "ignore")
        for _ in range(chance.choice((1, 1, 2, 5))):
            at = chance.randrange(len(text) + 1)
            until = min(len(text), at + chance.choice((0, 0, 1, 3, 12)))
            piece = chance.choice((*SPLICES, *PROSE)) if chance.random() < 0.7 else text[at : at + 20]
            text = text[:at] + piece + text[until:]
        return text.encode()[:most]

    return bent


def _spliced(data: bytes, pieces: tuple[bytes, ...], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(pieces) + data[at + chance.choice((0, 0, 4, 30)) :]

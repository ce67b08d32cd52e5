"""From a file to lines: an Excel or CSV sheet, a zip or folder of Word and text files, with or without a register."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from lvzhi.access import Refusal
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.container import kind_of
from lvzhi.exchange.sheets import BadCell, convert, read
from lvzhi.exchange.text import read_text
from lvzhi.exchange.vocabulary import CELLS
from lvzhi.proposals.actions.entering import bare, heading, split_text
from lvzhi.proposals.past.columns import BY_KEY, COLUMNS, REGISTER
from lvzhi.proposals.past.findings import ERROR, Finding, Line
from lvzhi.proposals.vocabulary.past import (
    BODY_KEYS,
    FACT_LINE,
    HEADINGS,
    WHERE_FILE,
    WHERE_ROW,
    WHERE_ROW_OF,
)

READING = "reading"
TEXTS = frozenset({".docx", ".txt"})
SHEETS = frozenset({".xlsx", ".csv"})
LONG = frozenset({"reply", "promise_1", "promise_2", "promise_3"})  # facts of several lines in a Word file
SURE = 3  # signs: a shorter heading of a sheet, such as 状态, is too common a word to be one in a text
LABELS = {
    label: key
    for key, (name, others, _) in HEADINGS.items()
    if key not in BODY_KEYS
    for label in (name, *(one for one in others if len(one) >= SURE))
}


@dataclass
class Found:
    """Lines read and what was wrong on the way."""

    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def say(self, line: Line, key: str, code: str, level: str = ERROR, **facts: Any) -> None:
        """A finding about a line; an error keeps it out."""
        self.findings.append(Finding(line.order, line.where, key, code, facts, level))
        line.bad = line.bad or level == ERROR


def read_past(source: bytes | Path, name: str, limits: Limits) -> Generator[tuple[str, int, int], None, Found]:
    """Lines of a sheet, a zip or a folder; tells on the way how many texts are read.

    Raises:
        BadFile, Refusal: nothing can be read from it.
    """
    if isinstance(source, Path) and source.is_dir():
        return (yield from _texts(dict(_folder(source, limits)), name, limits))
    data = source.read_bytes() if isinstance(source, Path) else source
    if kind_of(data) == "zip":
        return (yield from _texts(dict(_zip(data, name, limits)), name, limits))
    return _sheet(data, name, COLUMNS, limits)


def _sheet(data: bytes, name: str, columns: Any, limits: Limits, *, inside: bool = False) -> Found:
    """Every row of a sheet as a line; the reader's own findings come along."""
    sheet = read(data, name, columns, limits=limits)
    found = Found()
    by_row: dict[int, Line] = {}
    for row in sheet.rows:
        where = (WHERE_ROW_OF if inside else WHERE_ROW).format(row=row.number, file=name)
        line = by_row[row.number] = Line(row.number, where, dict(row.values), bad=not row.ok)
        found.lines.append(line)
    for one in sheet.findings:
        sentence = one.sentence if not inside else WHERE_FILE.format(file=name) + one.sentence
        found.findings.append(Finding(one.row, "", "", "unreadable", {"sentence": sentence}, one.level))
    return found


def _folder(folder: Path, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Files of a folder and those below it, by their path in it."""
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.is_file() and _wanted(path.name):
            total += path.stat().st_size
            _check_size(total, folder.name, limits)
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _zip(data: bytes, name: str, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Files of a zip, measured before they are unpacked; names of old Chinese zips are read as GBK."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _check_size(sum(one.file_size for one in members), name, limits)
            if len(members) > limits.members:
                raise BadFile("zip_bomb", name=name, packed=len(data), unpacked=sum(one.file_size for one in members))
            for member in sorted(members, key=_name):
                if _wanted(PurePosixPath(_name(member)).name):
                    yield _name(member), archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        raise BadFile("truncated", name=name) from None


def _name(member: zipfile.ZipInfo) -> str:
    """A zip made on Chinese Windows names its files in GBK without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and PurePosixPath(name).suffix.lower() in TEXTS | SHEETS


def _check_size(total: int, name: str, limits: Limits) -> None:
    if total > limits.unpacked:
        raise BadFile("too_large", name=name, size=total, limit=limits.unpacked)


def _texts(files: dict[str, bytes], name: str, limits: Limits) -> Generator[tuple[str, int, int], None, Found]:
    """One line for each text; what a register says of it goes before what the text says of itself."""
    texts = {path: data for path, data in files.items() if PurePosixPath(path).suffix.lower() in TEXTS}
    registers = [path for path in files if path not in texts]
    if len(registers) > 1:
        raise Refusal("proposals.past_registers", name=name, count=len(registers))
    if not files:
        raise Refusal("proposals.past_nothing", name=name)
    register = _sheet(files[registers[0]], registers[0], REGISTER, limits, inside=True) if registers else None
    found = Found()
    for done, (path, data) in enumerate(texts.items(), 1):
        line = Line(done, WHERE_FILE.format(file=path), {"file": path})
        found.lines.append(line)
        _from_text(found, line, path, data, limits)
        yield READING, done, len(texts)
    return found if register is None else _joined(found, register)


def _joined(texts: Found, register: Found) -> Found:
    """Rows of the register with the text that each names; a text without a row stands for itself."""
    by_name = {key: line for line in texts.lines for key in _names(str(line.values["file"]))}
    used: dict[int, Line] = {}
    for line in register.lines:
        given = line.text("file")
        text = next((by_name[key] for key in _names(given) if key in by_name), None) if given else None
        if text is None:
            if given:
                register.say(line, "file", "file_missing", given=given)
            continue
        first = used.setdefault(text.order, line)
        if first is not line:
            register.say(line, "file", "file_twice", given=given, first=first.where)
            continue
        said = {key: value for key, value in line.values.items() if value not in (None, "", ())}
        line.values = text.values | said
        line.bad = line.bad or text.bad
    last = max((line.order for line in register.lines), default=0)
    for line in texts.lines:
        if line.order not in used:
            alone = Line(last + line.order, line.where, line.values, line.bad)
            register.lines.append(alone)
            register.say(alone, "file", "file_unnamed", "warning")
    register.findings += texts.findings
    return register


def _names(path: str) -> tuple[str, ...]:
    """Ways in which a register may name a file: with folder, alone, and without its ending."""
    pure = PurePosixPath(path.replace("\\", "/"))
    return (pure.as_posix(), pure.name, pure.stem if pure.suffix.lower() in TEXTS else pure.name)


def _from_text(found: Found, line: Line, path: str, data: bytes, limits: Limits) -> None:
    """The parts of a text, and the facts that stand in it as “label：value”."""
    try:
        whole = read_text(data, path, limits).text
    except BadFile as problem:
        found.findings.append(Finding(line.order, "", "", "unreadable", {"sentence": problem.sentence}))
        line.bad = True
        return
    body, facts = _facts(whole)
    for key, raw in facts.items():
        try:
            line.values[key] = convert(raw, BY_KEY[key])
        except BadCell as problem:
            found.say(line, key, "cell", problem=CELLS[problem.code](problem.facts))
    parts = split_text(body)
    line.values |= {key: text for key, text in parts.items() if key in BODY_KEYS}
    line.values.setdefault("title", PurePosixPath(path).stem)


def _facts(whole: str) -> tuple[str, dict[str, str]]:
    """A text without its lines of facts, and these facts; an answer or a promise may go on over several lines."""
    body: list[str] = []
    facts: dict[str, str] = {}
    going = ""
    for raw in whole.splitlines():
        shown = raw.strip()
        match = re.match(FACT_LINE, shown)
        key = LABELS.get(bare("".join(match[1].split()) if match else shown))
        if key is not None and (match is not None or key in LONG):
            facts.setdefault(key, match[2].strip() if match else "")
            going = key if key in LONG else ""
        elif going and heading(shown) is None:
            facts[going] = f"{facts[going]}\n{shown}".strip()
        else:
            going = ""
            body.append(raw)
    return "\n".join(body), {key: text for key, text in facts.items() if text}

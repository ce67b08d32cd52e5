"""What is fuzzed: the bytes a target begins from, and what is done with any bytes. Anything raised is a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lvzhi.claims.reader import read as read_claims
from lvzhi.exchange import BadFile, Column, sheets
from lvzhi.exchange.container import Limits
from lvzhi.exchange.letters.marked import read_marked
from lvzhi.exchange.tests import samples
from lvzhi.exchange.text import read_text
from lvzhi.relay import packet
from lvzhi.relay.packet.writing import assemble
from lvzhi.relay.tests import forge

SMALL = Limits(size=2_000_000, unpacked=8_000_000, rows=5_000, cells=200_000)
KINDS = ("text", "int", "decimal", "date", "bool", "phone", "id_number", "list")
COLUMNS = [Column(kind, f"列{place}", kind=kind) for place, kind in enumerate(KINDS)]  # type: ignore[arg-type]  # reason: literals
PROSE = (
    "一年来，共收到提案312件，立案289件，办复率、满意率均为100%；其中民建等党派提案40余件，占一成半。",
    "走访企业百余家，组织视察12次、委员360余人次，由76%升至88%，募集资金112.68万元（其中社会捐赠90万元）。",
    "区(qū)政協收到提案180件，立案率百分之九十二點五，近兩千名委員參加，比上年增長１．２萬元。",
    "坚持“六个三”和“1+7”工作法，2026年1月5日召开第3次会议，至少1件，第二季度办结二十三件次。",
    "| 类别 | 件数 |\n| 农业 | 12 |\n| 工业 | 30 |\n合计42件",
)


@dataclass(frozen=True)
class Target:
    """Arguments: ``run`` takes any bytes; ``seeds`` those to begin from; ``form`` how they are bent."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    form: str


def claims(data: bytes) -> None:
    """Any text: every claim stands in it where it says."""
    text = data.decode("utf-8", "ignore")
    found = read_claims(text)
    for one in found.claims:
        assert 0 <= one.start <= one.number_start < one.end <= len(text), one
    for aside in found.set_aside:
        assert 0 <= aside.start < len(text), aside


def _sentence(problem: BadFile) -> None:
    assert problem.sentence.endswith(("。", "？")), problem.code


def texts(data: bytes) -> None:
    """A file somebody uploads to have it checked: words, or one sentence."""
    if data.startswith(b"%PDF"):
        return  # another program's, in a process of its own
    try:
        read_claims(read_text(data, "报告", SMALL).text[:5_000])
    except BadFile as problem:
        _sentence(problem)


def documents(data: bytes) -> None:
    """A report that comes back from Word: paragraphs with their bookmarks, or one sentence; and its bare words."""
    for reader in (read_marked, read_text):
        try:
            reader(data, "报告.docx", SMALL)
        except BadFile as problem:
            _sentence(problem)


def tables(data: bytes) -> None:
    """A roster: rows, findings that can be said, or one sentence."""
    try:
        sheet = sheets.read(data, "花名册.xlsx", COLUMNS, limits=SMALL)
    except BadFile as problem:
        _sentence(problem)
        return
    for finding in sheet.findings:
        assert finding.sentence.startswith(f"第{finding.row}行"), finding
    assert {one.row for one in sheet.errors} == {row.number for row in sheet.rows if not row.ok}


def packages(data: bytes) -> None:
    """A package from elsewhere: as it is; and as a manifest, and a record, that somebody known did sign."""
    signed = forge.parts(body=data)
    signature = forge.METHOD.sign(forge.PRIVATE, data)
    for whole in (data, assemble(signed), assemble(forge.parts() | {"manifest.json": data, "manifest.sig": signature})):
        try:
            packet.read(whole, forge.LIMITS, known=lambda _: forge.PUBLIC)
        except packet.Refused:
            continue


def _words() -> list[bytes]:
    page = f"<html><body><nav>首页</nav><p>{PROSE[0]}</p><script>x()</script></body></html>"
    texts = [*PROSE, page]
    return [one.encode() for one in texts] + [PROSE[2].encode("gb18030"), PROSE[1].encode("utf-16"), _word()]


def _word() -> bytes:
    return samples.word(*PROSE, table=[["类别", "件数"], ["农业", "12"]])


def _books() -> list[bytes]:
    head = [column.label for column in COLUMNS]
    row = ["张三", 12, 3.5, "2026-01-05", "是", "13800000000", "110105194912310021", "甲、乙"]
    return [samples.excel([head, row, row]), samples.excel([["花名册"], head, row], merges=[(3, 0, 4, 0, "并")])]


def _packages() -> list[bytes]:
    written = forge.parts(attachments={"稿.txt": b"1"})
    return [forge.package(), forge.package(attachments={"稿.txt": b"1"}), *written.values()]


def _prose() -> list[bytes]:
    return [one.encode() for one in (*PROSE, "\n".join(PROSE))]


TARGETS: Mapping[str, Target] = {
    "claims": Target(claims, _prose, "phrases"),
    "texts": Target(texts, _words, "bytes"),
    "documents": Target(documents, lambda: [_word()], "archive"),
    "tables": Target(tables, _books, "archive"),
    "packages": Target(packages, _packages, "bytes"),
}

"""A few bytes that ask for all memory end in a sentence: found by fuzzing, where they ended the server's process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from lvzhi.exchange import BadFile, Column, sheets
from lvzhi.exchange.container import DEFAULT_LIMITS
from lvzhi.exchange.sheets import apart
from lvzhi.exchange.tests import samples

SHEET = "xl/worksheets/sheet1.xml"
URN = "urn:oasis:names:tc:opendocument:xmlns:"
REPEATED = f"""<office:document-content xmlns:office="{URN}office:1.0" xmlns:table="{URN}table:1.0"
 xmlns:text="{URN}text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>
 <table:table-cell office:value-type="string" table:number-columns-repeated="4294967295"><text:p>张三</text:p>
 </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def bent(old: bytes, new: bytes) -> bytes:
    """A workbook with something replaced in its sheet, packed anew."""
    with zipfile.ZipFile(io.BytesIO(samples.excel([["姓名"], ["张三"]]))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    assert old in parts[SHEET]
    return packed(parts | {SHEET: parts[SHEET].replace(old, new)})


def spreadsheet() -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": REPEATED.encode()})


GREEDY: dict[str, Callable[[], bytes]] = {
    "quotes": lambda: bent(b'r="A2"', b"r='XFD1048576'"),
    "spaces": lambda: bent(b'r="A2"', b'r = "XFD1048576"'),
    "zeros": lambda: bent(b'r="A2"', b'r="XFD0000000001048576"'),
    "repeated": spreadsheet,
}


@pytest.mark.parametrize("name", GREEDY)
def test_the_file_is_refused(name: str) -> None:
    with pytest.raises(BadFile, match=r"名册\.xlsx"):
        sheets.read(GREEDY[name](), "名册.xlsx", [Column("name", "姓名")])


@pytest.mark.parametrize("name", GREEDY)
def test_what_opens_it_is_another_process(name: str) -> None:
    """Whatever the look into the archive lets through, the reader's end is not ours."""
    with pytest.raises(BadFile) as refused:
        apart.sheets(GREEDY[name](), "名册.xlsx", DEFAULT_LIMITS.cells, DEFAULT_LIMITS.rows)
    assert refused.value.code in {"truncated", "too_many_rows"}

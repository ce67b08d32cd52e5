"""Whoever takes a sheet or a document away is named in it; reading it back gives the same rows."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from lvzhi.exchange import Column, mark
from lvzhi.exchange.letters import Document9704, Para, write
from lvzhi.exchange.sheets import read, write_xlsx

COLUMNS = (Column("name", "姓名"), Column("post", "职务"))
ROWS = [["甲", "主任"], ["乙", "委员"]]
SAID = "某区政协 甲&乙（jia）2026-04-08 10:00 导出"


def sheet() -> bytes:
    book = io.BytesIO()
    write_xlsx(book, "名单", COLUMNS, ROWS)
    return book.getvalue()


def member(file: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(name).decode()


def test_a_sheet_bears_it_at_head_and_foot_and_is_read_back_alike() -> None:
    with mark.marked(lambda: SAID):
        marked = sheet()
    plain = sheet()
    body = member(marked, "xl/worksheets/sheet1.xml")
    assert body.count("甲&amp;&amp;乙（jia）2026-04-08") == 2  # an ampersand would begin a command
    assert "导出" in member(marked, "docProps/core.xml")
    assert "headerFooter" not in member(plain, "xl/worksheets/sheet1.xml")
    rows = [[dict(row.values) for row in read(one, "名单.xlsx", COLUMNS).rows] for one in (marked, plain)]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 2


def test_a_document_bears_it_in_its_properties() -> None:
    target = io.BytesIO()
    with mark.marked(lambda: SAID):
        write(Document9704(title="关于某事的通知", body=(Para("正文。"),), date=date(2026, 4, 8)), target)
    assert "甲&amp;乙（jia）" in member(target.getvalue(), "docProps/core.xml")
    assert "导出" not in member(target.getvalue(), "word/document.xml")  # nothing is printed on an official paper

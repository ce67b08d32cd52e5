"""Whatever stands in a sheet, reading it gives rows, findings or one sentence; nothing else is ever raised."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.exchange import BadFile, Column, sheets
from lvzhi.exchange.sheets.cells import BadCell, convert
from lvzhi.exchange.tests import samples

KINDS = ("text", "int", "decimal", "date", "bool", "phone", "id_number", "list")
COLUMNS = [
    *(Column(kind, f"列{number}", kind=kind) for number, kind in enumerate(KINDS)),  # type: ignore[arg-type]  # literals
    Column("choice", "选", kind="choice", choices=("甲", "乙")),
    Column("only", "唯一", unique=True, required=True, personal=True),
]
HEAD = [column.label for column in COLUMNS]
ODD = st.sampled_from(
    ["2026年9月31日", "2026-02-30", "0000-00-00", "99999年1月1日", "1e999", "-0", "NaN", "Infinity", "1E400", "²", "①"]
    + ["#REF!", "=1+1", "'=1", "1" * 400, "１２３", "\u200b", "、、", "是", "110105194912310021", "+86", "٣", "十"]
)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    ODD,
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1)),
    st.text(max_size=30),
)
TABLES = st.lists(st.lists(CELLS, max_size=len(COLUMNS) + 2), max_size=6)


def outcome(data: bytes, name: str) -> list[Any]:
    """Sentences and rows; a finding that cannot be said would fail here."""
    try:
        sheet = sheets.read(data, name, COLUMNS)
    except BadFile as problem:
        return [problem.sentence]
    for finding in sheet.findings:
        assert finding.sentence.startswith(f"第{finding.row}行")
        assert finding.sentence.endswith(("。", "？"))
    assert {finding.row for finding in sheet.errors} == {row.number for row in sheet.rows if not row.ok}
    return [*sheet.findings, *sheet.rows]


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_any_cells_under_the_right_header(rows: list[list[Any]]) -> None:
    assert outcome(samples.excel([HEAD, *rows]), "花名册.xlsx")


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_any_cells_without_a_header(rows: list[list[Any]]) -> None:
    assert outcome(samples.excel(rows), "花名册.xlsx")


@settings(max_examples=300, deadline=None)
@given(st.one_of(CELLS, st.floats(), st.datetimes(), st.times(), st.timedeltas()), st.sampled_from(COLUMNS))
def test_any_cell_is_a_value_or_a_reason(cell: Any, column: Column) -> None:
    try:
        told: Any = convert(cell, column)
    except BadCell as problem:
        told = problem.code
    assert told is None or told == told  # noqa: PLR0124  reason: a value that is not itself would break duplicates


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 8000), st.binary(min_size=1, max_size=12))
def test_a_damaged_workbook(place: int, noise: bytes) -> None:
    whole = samples.excel([HEAD, ["王芳", 1, 2.5, date(2026, 9, 3)]])
    place %= len(whole)
    assert outcome(whole[:place] + noise + whole[place + len(noise) :], "花名册.xlsx")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert outcome(data, "花名册.csv")


def test_a_number_beyond_all_numbers_is_found_in_each_column_that_wants_another() -> None:
    sheet = sheets.read(samples.excel([HEAD, [1.7976931348623155e308] * len(HEAD)]), "花名册.xlsx", COLUMNS)
    codes = {finding.code for finding in sheet.findings}
    assert {"not_a_date", "bad_phone", "bad_id_number", "not_a_choice"} <= codes


@pytest.mark.parametrize("cell", ["乙;丙;丁", "甲，乙，丙，丁", "a|b|c", ";;"])
def test_a_cell_full_of_another_separator_does_not_mislead(cell: str) -> None:
    data = f"姓名,备注\r\n王芳,{cell}\r\n".encode()
    sheet = sheets.read(data, "a.csv", [Column("name", "姓名"), Column("note", "备注")])
    assert dict(sheet.rows[0].values) == {"name": "王芳", "note": cell}


def test_a_sheet_without_its_header_is_told_every_label() -> None:
    with pytest.raises(BadFile) as refused:
        sheets.read(b"1,2\r\n3,4", "a.csv", [Column("name", "姓名"), Column("note", "备注"), Column("age", "年龄")])
    assert "应有的列为“姓名”、“备注”、“年龄”" in refused.value.sentence

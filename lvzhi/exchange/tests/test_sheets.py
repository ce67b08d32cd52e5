"""A roster is read row by row with findings; what is written can be read again and runs nothing."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lvzhi.exchange import BadFile, Column, Limits, sheets
from lvzhi.exchange.sheets.cells import masked
from lvzhi.exchange.sheets.writing import guarded
from lvzhi.exchange.tests import samples

unhurried = settings(deadline=None)  # a busy machine is no failure
ID_NUMBER = "11010519491231002X"  # the example printed in the standard for identity numbers
COLUMNS = [
    Column("name", "姓名", ("委员姓名",), required=True, example="张三"),
    Column("sex", "性别", kind="choice", choices=("男", "女"), example="男"),
    Column("born", "出生日期", ("出生年月日",), kind="date", example="1980-05-06"),
    Column("phone", "手机号码", ("手机", "电话"), kind="phone", unique=True, example="13800000000"),
    Column("identity", "身份证号", kind="id_number"),
    Column("age", "年龄", kind="int"),
    Column("amount", "金额", kind="decimal"),
    Column("posts", "职务", kind="list"),
]
HEAD = ["姓名", "性别", "出生日期", "手机号码"]


def read(rows: list[list[object]], **more: object) -> sheets.Sheet:
    return sheets.read(samples.excel(rows), "花名册.xlsx", COLUMNS, **more)


def refusal(data: object, **more: object) -> BadFile:
    with pytest.raises(BadFile) as refused:
        sheets.read(data, "花名册.xlsx", COLUMNS, **more)
    assert refused.value.sentence.startswith("文件“花名册.xlsx”")
    assert refused.value.sentence.endswith("。")
    return refused.value


def told(sheet: sheets.Sheet) -> list[tuple[int, str, str]]:
    return [(finding.row, finding.column, finding.code) for finding in sheet.findings]


class TestReading:
    def test_a_plain_roster(self) -> None:
        sheet = read(
            [HEAD, ["王芳", "女", date(1975, 3, 2), 13800000000], ["李强", "男", "1980年5月6日", "139 0000 0001"]]
        )
        assert sheet.ok
        assert [row.number for row in sheet.rows] == [2, 3]
        assert dict(sheet.rows[0].values) == {
            "name": "王芳",
            "sex": "女",
            "born": date(1975, 3, 2),
            "phone": "13800000000",
        }
        assert sheet.rows[1]["born"] == date(1980, 5, 6)
        assert sheet.rows[1]["phone"] == "13900000001"

    def test_header_below_a_title_with_aliases_in_another_order(self) -> None:
        rows: list[list[object]] = [
            ["委员花名册"],
            [],
            ["填报单位：", "办公室"],
            ["序号", "手机", "委员姓名*", "出生年月日（必填）"],
            [1, "13800000000", "王芳", "1975/3/2"],
        ]
        sheet = read(rows)
        assert sheet.header_row == 4
        assert sheet.headings["name"] == "委员姓名*"
        assert sheet.rows[0]["name"] == "王芳"
        assert sheet.rows[0].number == 5
        assert told(sheet) == [(4, "序号", "unknown_column")]

    def test_merged_cells_speak_for_each_row(self) -> None:
        data = samples.excel(
            [["花名册", None, None], ["姓名", "性别", "职务"], ["王芳", None, "主任、委员"], ["李娜", None, None]],
            merges=[(0, 0, 0, 2, "花名册"), (2, 1, 3, 1, "女")],
        )
        sheet = sheets.read(data, "花名册.xlsx", COLUMNS)
        assert [row["sex"] for row in sheet.rows] == ["女", "女"]
        assert sheet.rows[0]["posts"] == ("主任", "委员")

    def test_a_header_of_two_rows(self) -> None:
        data = samples.excel(
            [["姓名", "联系方式", None], [None, "手机", "年龄"], ["王芳", "13800000000", 40]],
            merges=[(0, 0, 1, 0, "姓名"), (0, 1, 0, 2, "联系方式")],
        )
        sheet = sheets.read(data, "花名册.xlsx", COLUMNS)
        assert (sheet.header_row, sheet.rows[0]["name"], sheet.rows[0]["phone"]) == (2, "王芳", "13800000000")

    def test_the_sheet_with_the_header_is_found(self) -> None:
        import xlsxwriter

        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            book.add_worksheet("说明").write_row(0, 0, ["请先阅读"])
            second = book.add_worksheet("名单")
            second.write_row(0, 0, HEAD)
            second.write_row(1, 0, ["王芳", "女"])
        sheet = sheets.read(buffer.getvalue(), "花名册.xlsx", COLUMNS)
        assert (sheet.title, len(sheet.rows)) == ("名单", 1)

    def test_findings_never_stop_at_the_first(self) -> None:
        sheet = read(
            [
                HEAD,
                ["", "女", "2026年9月31日", "13800000000"],
                ["李强", "男性", "2026-13-01", "12345"],
                ["赵敏", "女", "春天", "13800000000"],
                ["好的", "男", "2020-02-02", "13800000009"],
            ]
        )
        assert told(sheet) == [
            (2, "姓名", "required"),
            (2, "出生日期", "no_such_day"),
            (3, "性别", "not_a_choice"),
            (3, "出生日期", "no_such_month"),
            (3, "手机号码", "bad_phone"),
            (4, "出生日期", "not_a_date"),
            (4, "手机号码", "duplicate_value"),
        ]
        assert [row.number for row in sheet.good] == [5]
        first = next(finding for finding in sheet.findings if finding.code == "no_such_day")
        assert first.sentence == "第2行“出生日期”列“2026年9月31日”不存在：2026年9月只有30天，请核对日期。"
        assert all(finding.sentence.endswith("。") for finding in sheet.findings)

    def test_personal_values_are_masked_in_findings(self) -> None:
        sheet = read([["姓名", "手机", "身份证号"], ["王芳", "138000000001", ID_NUMBER[:-1] + "1"]])
        sentences = "".join(finding.sentence for finding in sheet.findings)
        assert "138000000001" not in sentences
        assert ID_NUMBER[:-1] not in sentences
        assert "138******001" in sentences
        assert masked("王芳") == "王*"

    def test_duplicate_rows_are_found(self) -> None:
        sheet = read([["姓名", "性别"], ["王芳", "女"], ["李强", "男"], ["王芳", "女"]])
        assert told(sheet) == [(4, "", "duplicate_row")]
        assert sheet.findings[0].sentence == "第4行与第2行完全相同，请确认是否重复。"
        assert len(sheet.good) == 3

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            (ID_NUMBER, None),
            (ID_NUMBER.lower(), None),
            ("110105194912310021", "bad_id_checksum"),
            ("123", "bad_id_number"),
            ("110105194913310025", "bad_id_number"),
            (110105194912310021, "id_as_number"),
        ],
    )
    def test_identity_numbers(self, cell: object, code: str | None) -> None:
        sheet = read([["姓名", "身份证号"], ["王芳", cell]])
        assert [finding.code for finding in sheet.findings] == ([code] if code else [])

    @pytest.mark.parametrize(
        ("cell", "expected"),
        [
            (13800000000, "13800000000"),
            ("+86 138-0000-0000", "13800000000"),
            ("0914-2312345", "0914-2312345"),
            ("１３８００００００００", "13800000000"),
            ("（0914）2312345", "09142312345"),
        ],
    )
    def test_telephone_numbers(self, cell: object, expected: str) -> None:
        assert read([["姓名", "手机"], ["王芳", cell]]).rows[0]["phone"] == expected

    def test_numbers(self) -> None:
        sheet = read([["姓名", "年龄", "金额"], ["王芳", 40, "1,234.50"], [20260901, "四十", 0.1], ["甲", 1.5, "inf"]])
        assert (sheet.rows[0]["age"], sheet.rows[0]["amount"]) == (40, Decimal("1234.50"))
        assert (sheet.rows[1]["name"], sheet.rows[1]["amount"]) == ("20260901", Decimal("0.1"))
        assert told(sheet) == [(3, "年龄", "not_integer"), (4, "年龄", "not_integer"), (4, "金额", "not_number")]

    @pytest.mark.parametrize("cell", [20260903, "20260903", 46268, "2026.9.3", "2026-09-03 00:00:00", date(2026, 9, 3)])
    def test_dates_in_every_dress(self, cell: object) -> None:
        assert read([["姓名", "出生日期"], ["王芳", cell]]).rows[0]["born"] == date(2026, 9, 3)

    def test_a_near_choice_is_suggested(self) -> None:
        columns = [Column("name", "姓名"), Column("sector", "界别", kind="choice", choices=("教育界", "经济界"))]
        sheet = sheets.read(samples.excel([["姓名", "界别"], ["王芳", "教育"]]), "a.xlsx", columns)
        assert "是否应为“教育界”" in sheet.findings[0].sentence

    def test_progress_ends_at_the_end(self) -> None:
        seen: list[tuple[int, int]] = []
        read(
            [HEAD, *[[f"甲{number}"] for number in range(450)]], progress=lambda done, total: seen.append((done, total))
        )
        assert seen == [(200, 450), (400, 450), (450, 450)]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
    @pytest.mark.parametrize("separator", [",", "\t", ";"])
    def test_csv_of_any_encoding_and_separator(self, encoding: str, separator: str) -> None:
        lines = [separator.join(["姓名", "性别", "手机"]), separator.join(['"王,芳"', "女", "13800000000"]), ""]
        sheet = sheets.read("\r\n".join(lines).encode(encoding), "名单.csv", COLUMNS)
        assert dict(sheet.rows[0].values) == {"name": "王,芳", "sex": "女", "phone": "13800000000"}

    def test_a_csv_of_long_texts_is_not_misled_by_their_commas(self) -> None:
        cell = "路灯损坏多，修得慢，\n夜间出行不便，\n有人摔倒，" * 9
        buffer = io.StringIO(newline="")
        rows = [[f"{cell}{number}", "女", ""] for number in range(9)]
        csv.writer(buffer).writerows([["姓名", "性别", "手机"], *rows])
        sheet = sheets.read(buffer.getvalue().encode(), "名单.csv", COLUMNS)
        assert sheet.rows[0]["name"] == f"{cell}0"

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), min_size=1, max_size=6))
    def test_any_csv_gives_rows_or_a_sentence(self, rows: list[list[str]]) -> None:
        buffer = io.StringIO(newline="")
        csv.writer(buffer).writerows([["姓名", "性别", "出生日期", "手机"], *rows])
        try:
            sheet = sheets.read(buffer.getvalue().encode("utf-8", "replace"), "a.csv", COLUMNS)
            outcome = [finding.sentence for finding in sheet.findings] + [row.number for row in sheet.rows]
        except BadFile as problem:
            outcome = [problem.sentence]
        assert outcome


class TestBadFiles:
    def test_wrong_columns_are_named(self) -> None:
        problem = refusal(samples.excel([["性别", "出生日期", "职务"], ["女", "2000-01-01", "委员"]]))
        assert problem.code == "missing_columns"
        assert "“姓名”" in problem.sentence
        assert refusal(samples.excel([["甲", "乙"], [1, 2]])).code == "no_header"

    def test_empty_and_header_only(self) -> None:
        assert refusal(b"").code == "empty"
        assert refusal(samples.excel([[]])).code == "empty"
        assert refusal(samples.excel([HEAD])).code == "no_rows"

    def test_fifty_megabytes(self) -> None:
        assert refusal(io.BytesIO(b"a" * (50 * 1024 * 1024))).sentence.startswith("文件“花名册.xlsx”大小为50 MB")

    def test_truncated_bomb_macro(self) -> None:
        whole = samples.excel([HEAD, ["王芳"]])
        assert refusal(whole[: len(whole) // 2]).code == "truncated"
        assert refusal(samples.bomb("xl/workbook.xml")).code == "zip_bomb"
        assert refusal(samples.with_member(whole, "xl/vbaProject.bin")).code == "macro"

    def test_a_wall_of_emptiness(self) -> None:
        import xlsxwriter

        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            sheet = book.add_worksheet()
            sheet.write(0, 0, "姓名")
            sheet.write(1_048_575, 16_383, "远")
        assert refusal(buffer.getvalue()).code == "too_many_rows"

    def test_too_many_rows(self) -> None:
        data = samples.excel([HEAD, *[[f"甲{number}"] for number in range(30)]])
        assert refusal(data, limits=Limits(rows=20)).code == "too_many_rows"

    def test_other_kinds(self) -> None:
        assert "Word文档" in refusal(samples.word("名单")).sentence
        assert refusal(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40).code == "wrong_kind"
        assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600).code == "old_word"

    def test_wrong_encoding(self) -> None:
        assert refusal(("氏名,性別\n" + "これは日本語の文章です。" * 9).encode("shift_jis")).code == "wrong_encoding"


class TestWriting:
    OUT = [
        Column("name", "姓名"),
        Column("born", "日期", kind="date"),
        Column("count", "件数", kind="int"),
        Column("note", "备注"),
    ]
    ROWS = [
        {"name": "=1+1", "born": date(2026, 9, 3), "count": 3, "note": "@SUM(A1)"},
        {"name": "王芳", "born": None, "count": Decimal("2.5"), "note": ["甲", "乙"]},
    ]

    def test_excel_has_title_head_lines_header_and_no_formula(self, tmp_path: Path) -> None:
        target = tmp_path / "明细.xlsx"
        count = sheets.write_xlsx(
            target, "提案/明细", self.OUT, iter(self.ROWS), head_lines=["筛选：全部", "截至：2026年9月3日"]
        )
        rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
        assert count == 2
        assert [row[0] for row in rows[:4]] == ["提案/明细", "筛选：全部", "截至：2026年9月3日", "姓名"]
        assert rows[4] == ["'=1+1", date(2026, 9, 3), 3.0, "'@SUM(A1)"]
        assert rows[5] == ["王芳", "", 2.5, "甲、乙"]

    def test_header_is_frozen_and_filtered(self) -> None:
        import zipfile

        buffer = io.BytesIO()
        sheets.write_xlsx(buffer, "明细", self.OUT, self.ROWS, head_lines=["截至"])
        with zipfile.ZipFile(buffer) as archive:
            markup = archive.read("xl/worksheets/sheet1.xml").decode()
        assert 'ySplit="3"' in markup
        assert 'state="frozen"' in markup
        assert '<autoFilter ref="A3:D5"/>' in markup
        assert "<f>" not in markup

    def test_odd_values_are_kept(self) -> None:
        buffer = io.BytesIO()
        values = ["x" * 40_000, 123456789012345678, float("nan"), datetime(2026, 9, 3, 10, 20, tzinfo=UTC)]
        sheets.write_xlsx(buffer, "明细", self.OUT, [values])
        buffer.seek(0)
        row = CalamineWorkbook.from_object(buffer).get_sheet_by_index(0).to_python()[2]
        assert str(row[0]).endswith("已截断）")
        assert row[1] == "123456789012345678"
        assert row[2] == "nan"

    def test_csv_streams_with_a_mark(self) -> None:
        def rows():  # type: ignore[no-untyped-def]  # an endless source would do
            for number in range(1000):
                yield {"name": f"甲{number}", "note": "-1", "count": number}

        pieces = list(sheets.write_csv(self.OUT, rows()))
        assert len(pieces) == 6
        assert pieces[0].startswith(b"\xef\xbb\xbf")
        lines = b"".join(pieces).decode("utf-8-sig").splitlines()
        assert lines[0] == "姓名,日期,件数,备注"
        assert len(lines) == 1001

    @pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
    def test_formulas_are_guarded(self, text: str) -> None:
        assert guarded(text) == "'" + text

    @pytest.mark.parametrize("text", ["-5", "+8613800000000", "王芳", "", "-12.5%", "3=3"])
    def test_harmless_texts_are_left_alone(self, text: str) -> None:
        assert guarded(text) == text

    @unhurried
    @given(
        st.text(
            st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Co", "Cn", "Cf", "Zs", "Cc", "Zl", "Zp"]),
            max_size=20,
        )
    )
    def test_what_is_written_is_read_again(self, text: str) -> None:
        whole = b"".join(
            sheets.write_csv([Column("name", "姓名"), Column("sex", "性别")], [{"name": "甲" + text, "sex": text}])
        )
        row = sheets.read(whole, "a.csv", [Column("name", "姓名"), Column("sex", "性别")]).rows[0]
        assert (row["name"], row["sex"] or "") == ("甲" + text, text)


class TestTemplate:
    def test_an_untouched_template_has_no_rows_and_a_filled_one_is_read(self) -> None:
        buffer = io.BytesIO()
        sheets.template_xlsx(buffer, "委员花名册", COLUMNS)
        assert refusal(buffer.getvalue()).code == "no_rows"
        buffer.seek(0)
        grid = CalamineWorkbook.from_object(buffer).get_sheet_by_index(0).to_python()
        assert grid[0][0] == "姓名*"
        grid.append(["王芳", "女", "1975-03-02", "13800000001", ID_NUMBER, 50, "", "主任"])
        sheet = sheets.read(samples.excel(grid), "花名册.xlsx", COLUMNS)
        assert [row.number for row in sheet.rows] == [3]
        assert sheet.ok

    def test_choices_are_a_list(self) -> None:
        import zipfile

        buffer = io.BytesIO()
        many = tuple(f"第{number}个很长的界别名称" for number in range(60))
        sheets.template_xlsx(buffer, "花名册", [*COLUMNS, Column("sector", "界别", kind="choice", choices=many)])
        with zipfile.ZipFile(buffer) as archive:
            markup = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "'选项'!$B$1:$B$2" in markup
        assert "'选项'!$I$1:$I$60" in markup

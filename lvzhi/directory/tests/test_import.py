"""Units out of a file: judged row by row, all or nothing unless asked otherwise."""

from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter

from lvzhi.access import NotAllowed
from lvzhi.committee.models import Committee
from lvzhi.committee.tests.someone import Someone
from lvzhi.directory import actions
from lvzhi.directory.models import Unit
from lvzhi.exchange import BadFile
from lvzhi.journal.models import Entry

STARTS = dt.date(2022, 1, 1)
HEAD = ["单位名称*", "所属系统", "类别", "启用日期", "联系电话"]


def book(*rows: list[str]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def load(actor: Someone, county: Committee, data: bytes, name: str = "单位.xlsx", **more: bool) -> actions.Result:
    return actions.import_units(actor, county, data, name, starts=STARTS, **more)


def test_a_good_file_is_written_in_one_entry(clerk: Someone, county: Committee) -> None:
    data = book(
        HEAD, ["林业局", "政府系统", "承办单位", "2021年3月1日", "0851-1234567"], ["某公司", "", "企业", "", ""]
    )
    seen = load(clerk, county, data, dry_run=True)
    assert (len(seen.ready), seen.written, Unit.objects.count()) == (2, 0, 0)
    entries = Entry.objects.count()
    done = load(clerk, county, data)
    assert (done.written, done.problems) == (2, [])
    assert Entry.objects.count() == entries + 1
    wood, firm = Unit.objects.get(name="林业局"), Unit.objects.get(name="某公司")
    assert (wood.starts, wood.system, wood.contact) == (dt.date(2021, 3, 1), "government", "0851-1234567")
    assert (firm.starts, firm.kind) == (STARTS, "enterprise")


def test_a_file_loaded_twice_changes_nothing(clerk: Someone, county: Committee) -> None:
    data = book(HEAD, ["林业局", "", "", "", ""])
    load(clerk, county, data)
    again = load(clerk, county, data)
    assert (again.written, again.known, again.ok) == (0, 1, True)
    assert again.problems[0].sentence == "“林业局”已在册，这一行未导入。"
    assert Unit.objects.count() == 1


def test_bad_rows_are_named_and_nothing_is_written(clerk: Someone, county: Committee) -> None:
    data = book(
        HEAD,
        ["林业局", "政府系统", "承办单位", "", ""],
        ["水利局", "火星系统", "承办单位", "", ""],
        ["住建局", "", "", "2022年9月31日", ""],
        ["", "", "企业", "", ""],
        ["林业局", "党群系统", "", "", ""],
    )
    result = load(clerk, county, data)
    assert (result.written, result.ok, Unit.objects.count()) == (0, False, 0)
    assert {problem.row for problem in result.problems if problem.keeps_out} == {3, 4, 5, 6}
    assert "与第2行的单位“林业局”重复" in result.problems[-1].sentence
    partly = load(clerk, county, data, only_good=True)
    assert (partly.written, Unit.objects.get().name) == (1, "林业局")


def test_the_same_code_twice_is_named(clerk: Someone, county: Committee) -> None:
    data = book(["单位名称", "代码", "系统"], ["甲局", "x1", ""], ["乙局", "x1", ""])
    assert "单位代码“x1”与第2行重复" in load(clerk, county, data).problems[0].sentence
    actions.add(clerk, county, name="丙局", code="x1", starts=STARTS)
    assert "单位代码“x1”已被“丙局”使用" in load(clerk, county, data).problems[0].sentence


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"\x00\x01\x02", "没有列名\n就这些".encode()])
def test_a_file_that_cannot_be_read_is_refused_whole(clerk: Someone, county: Committee, data: bytes) -> None:
    with pytest.raises(BadFile) as seen:
        load(clerk, county, data)
    assert "单位.xlsx" in seen.value.sentence
    assert not Unit.objects.exists()


def test_only_keepers_import(county: Committee) -> None:
    with pytest.raises(NotAllowed):
        load(Someone.holding("member", county), county, book(HEAD, ["林业局", "", "", "", ""]))

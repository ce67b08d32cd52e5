"""A table escapes, sorts, pages, names its rows and costs little."""

from __future__ import annotations

import re
import time
from types import SimpleNamespace as Row

import pytest
from django.http import QueryDict
from django.template import Context, Template
from django.utils.safestring import mark_safe
from django_cotton.compiler_regex import CottonCompiler

from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.samples import rows, table
from lvzhi.ui.tables import Column, Table

SHOW = Template(CottonCompiler().process("<c-table :table='table' id='list' />"))


def show(given: Table) -> str:
    return SHOW.render(Context({"table": given}))


def test_what_people_wrote_is_escaped_in_cells_links_and_labels() -> None:
    evil = "<script>alert(1)</script>"
    html = show(
        Table([Column("a", evil, url=lambda row: '"><img>'), Column("b", "乙", "tag")], [{"a": evil, "b": evil}])
    )
    assert "<script>" not in html
    assert "<img>" not in html
    assert "&lt;script&gt;" in html


def test_each_cell_carries_its_heading_so_that_a_row_can_be_a_card() -> None:
    html = show(table({}))
    assert html.count('role="row"') == 7
    assert html.count('data-label="提案人"') == 6
    assert html.count('scope="row"') == 6, "one cell names each row"
    assert re.search(r'is-desktop-only"[^>]*data-label="主办单位"', html)


def test_an_empty_value_is_a_dash_and_a_status_has_words_and_a_sign() -> None:
    html = show(
        Table(
            [Column("a", "甲"), Column("b", "乙", "tag"), Column("c", "丙", "money")],
            [Row(a=None, b=Tag("已超期", "bad"), c=1234.5)],
        )
    )
    assert "—" in html
    assert "1,234.50" in html
    assert re.search(r'data-tone="bad"><svg.*#i-bad.*已超期', html)


def test_dotted_keys_follow_objects_and_stop_at_nothing() -> None:
    column = Column("member.name", "提案人")
    assert column.read(Row(member=Row(name="林知远"))) == "林知远"
    assert column.read({"member": None}) is None
    with pytest.raises(AttributeError):
        column.read(Row(member=Row()))


def test_sorting_links_keep_the_filter_and_start_at_the_first_page() -> None:
    html = show(table(QueryDict("state=done&state=late&cursor=abc&sort=number&q=")))
    assert 'aria-sort="ascending"' in html
    assert "?state=done&amp;state=late&amp;sort=-number" in html
    assert "?state=done&amp;state=late&amp;sort=handed_in_on" in html
    assert "cursor=abc" not in html
    assert "?state=done&amp;state=late&amp;sort=number&amp;cursor=next-page" in html, "the next page keeps the order"


def test_paging_says_how_many_and_links_only_where_there_is_a_page() -> None:
    columns = [Column("a", "甲")]
    html = show(Table(columns, page=Page([{"a": 1}], None, "back", 10_000, capped=True)))
    assert "10,000 条以上" in html
    assert 'rel="prev"' in html
    assert 'rel="next"' not in html


def test_an_empty_table_says_so_and_shows_no_heading() -> None:
    html = show(Table([Column("a", "甲")], [], empty="本期没有提案"))
    assert "本期没有提案" in html
    assert "<table" not in html


def test_actions_are_a_last_column() -> None:
    html = show(Table([Column("a", "甲")], [{"a": 1}], actions=lambda row: mark_safe('<a href="#x">查看</a>')))
    assert '<a href="#x">查看</a>' in html
    assert "操作" in html


def test_fifty_rows_of_eight_columns_take_less_than_8_ms() -> None:
    columns = [*table({}).columns, Column("budget", "金额", "money")]
    data = rows(50)
    assert len(columns) == 8
    show(Table(columns, data))
    best = min(_spent(columns, data) for _ in range(7))
    assert best < 0.008, f"{best * 1000:.1f} ms"


def _spent(columns: list[Column], data: list[Row]) -> float:
    start = time.process_time()
    show(Table(columns, data))
    return time.process_time() - start

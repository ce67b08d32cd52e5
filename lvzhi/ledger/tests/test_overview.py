"""How far the ledger has come: every number is its rows, what is not closed says why (R9.3–R9.5)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange import Column, sheets
from lvzhi.journal.models import Entry
from lvzhi.ledger.metrics import overview
from lvzhi.ledger.metrics.problems import why
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.ledger.vocabulary.figures import WHY
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year
from lvzhi.proposals.tests.test_counts import statements

PERIOD = year(2026)


@pytest.fixture
def filled(desk: Desk) -> Iterator[Desk]:
    """One of each: struck off, waiting for the check, in hand, late, given to nobody, kept up for long."""
    desk.struck(desk.problem("已销号的"))
    desk.done(desk.problem("待核查的"))
    desk.owned(desk.problem("整改中的", theme="city"))
    desk.take(desk.problem("逾期的"), "assign", desk.shen, owner_unit=desk.civil.pk, finish_by="2026-03-05")
    desk.problem("没人管的")
    lasting = desk.owned(desk.problem("长期的"))
    desk.take(lasting, "long_term", desk.shen, ground="需要常抓不懈")
    with clock.at(TODAY + dt.timedelta(days=7)):
        yield desk


def counts(desk: Desk, key: str) -> dict[str, list[Any]]:
    sheet = next(one for one in overview.sheets(Scope(desk.here), PERIOD) if one.key == key)
    return {row.label: [compute.plain(cell.result.value) for cell in row.cells] for row in sheet.lines}


def test_the_sheets_say_found_measures_struck_off_rate_open_and_kept_up(filled: Desk) -> None:
    themes = counts(filled, "theme")
    assert themes["城乡建设"] == [1, 0, 0, 0, 1, 0]
    assert themes["未写方面"] == [5, 0, 1, 20, 3, 1]
    assert themes["合计"] == [6, 0, 1, 16.67, 4, 1]
    found, _, struck, _, waiting, lasting = themes["合计"]
    assert found == struck + waiting + lasting
    for key in ("theme", "source", "organ"):
        *parts, whole = counts(filled, key).values()
        for place in (0, 1, 2, 4, 5):
            assert sum(row[place] for row in parts) == whole[place]


def test_every_open_problem_stands_under_the_reason_that_its_row_gives(filled: Desk) -> None:
    reasons = counts(filled, "why")
    rows = overview.problems.OPEN.rows(Scope(filled.here), PERIOD)
    said = [why(row) for row in rows]
    assert {label: found[0] for label, found in reasons.items() if label != "合计"} == {
        label: said.count(label) for label in WHY.values() if label in said
    }
    assert reasons["合计"] == [len(said)]


def test_each_number_leads_to_as_many_rows(filled: Desk) -> None:
    client = filled.login(filled.wen)
    page = client.get(reverse("ledger:overview") + "?period=2026").content.decode()
    links = re.findall(r'<a href="(/figures/[^"]+)"[^>]*>(\d+)</a>', page)
    assert len(links) > 20
    for address, number in set(links):
        evidence = client.get(unescape(address)).content.decode()
        listed = evidence.split("<h2>明细</h2>")[-1].partition("<tbody")[2].partition("</tbody>")[0]
        assert listed.count("<tr") == int(number), address


def test_the_workbook_holds_the_tables_and_the_journal_who_took_it(filled: Desk) -> None:
    client = filled.login(filled.wen)
    answer = client.get(reverse("ledger:overview_export") + "?period=2026")
    columns = [Column("label", "方面"), Column("found", "发现问题", kind="int")]
    book = sheets.read(b"".join(answer.streaming_content), "a.xlsx", columns)  # type: ignore[attr-defined]  # reason: a file answer streams
    assert {row["label"]: row["found"] for row in book.rows}["合计"] == 6
    assert Entry.objects.filter(event="ledger.overview_exported").count() == 1


def test_the_page_costs_the_same_however_long_the_ledger(desk: Desk) -> None:
    client = desk.login(desk.wen)

    def cost() -> int:
        return len(statements(lambda: client.get(reverse("ledger:overview") + "?period=2026")))

    desk.problem("一")
    client.get("/")
    first = cost()
    for number in range(20):
        desk.problem(f"问题{number}")
    assert cost() == first <= 12


def test_a_unit_has_no_overview_of_the_committee(desk: Desk) -> None:
    assert desk.login(desk.wu).get(reverse("ledger:overview")).status_code == 403

"""The statistics: every number is its rows, parts come to their base or say so, sessions stand side by side."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from lvzhi.committee import actions as places
from lvzhi.committee.models import Session
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.metrics.parts import Parts, largest_remainder
from lvzhi.metrics.periods import year
from lvzhi.proposals.metrics import statistics
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries.statistics import by_unit
from lvzhi.proposals.tests.people import Town, builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_handling import set_norm
from lvzhi.proposals.tests.test_pages import page

MARCH = dt.date(2026, 3, 2)
LATER = dt.date(2026, 6, 1)
CELL = re.compile(r'<a href="(/figures/[^"]+)">([^<]+)</a>')


@pytest.fixture
def session(town: Town) -> Session:
    return Session.objects.get(committee=town.here)


@pytest.fixture
def worked(town: Town, session: Session) -> Town:
    """Filed under two categories, one not filed on two grounds, one answered and rated, one held by two units."""
    with clock.at(MARCH):
        town.take(town.submitted(), "file", town.ding, category="economy")
        closed = town.closed()
        town.assigned(town.submitted(title="关于另一处食堂的提案"), co=True)
        refused = town.submitted(title="关于自家门口的提案")
        answers = {"grounds": ["empty", "personal"], "route": "advice", "explanation": "转作意见建议。"}
        town.take(refused, "refuse", town.ding, **answers)
    assert closed.state == "closed"
    return town


def frame(town: Town, session: Session) -> statistics.Frame:
    return statistics.of_session(town.here, session, LATER)


def manner(town: Town) -> statistics.Manner:
    return statistics.Manner.of(town.here, LATER)


def open_cells(client: Client, shown: str) -> list[tuple[int, str]]:
    """What each linked number says, and what its page of rows says first."""
    found = []
    for url, text in CELL.findall(shown):
        answer = client.get(url.replace("&amp;", "&"))
        assert answer.status_code == 200, url
        value = re.search(r'lz-evidence-value"><b>([^<]+)</b>', answer.content.decode())
        assert value is not None
        found.append((text, value[1]))
    return found


def number(text: str) -> Decimal:
    found = re.match(r"[\d.,]+", text)
    assert found is not None, text
    return Decimal(found[0].replace(",", ""))


def test_every_number_opens_to_rows_of_the_same_number(worked: Town, session: Session) -> None:
    with clock.at(LATER):
        client = worked.login(worked.ding)
        shown = page(client, "proposals:statistics", session=str(session.pk))
        pairs = open_cells(client, shown)
    assert len(pairs) > 35
    assert [pair for pair in pairs if number(pair[0]) != number(pair[1])] == []


def test_tables_of_a_session(worked: Town, session: Session) -> None:
    made = {one.key: one for one in statistics.sheets([frame(worked, session)], manner(worked))}
    assert set(made) == {"overview", "types", "categories", "tracks", "classes", "grounds", "units"}
    main = {line.label: line.cells[0].text for line in made["overview"].lines}
    assert main["收到提案"] == "4件"
    assert main["立案率"] == "75.00%（3 ÷ 4）"
    assert (main["承办单位数"], main["主办单位数"]) == ("2个", "1个")
    categories = made["categories"]
    assert categories.heads == ("类别", "委员提案", "委员提案合计", "集体提案合计", "合计", "占比")
    assert [(line.label, *(cell.text for cell in line.cells)) for line in categories.lines] == [
        ("经济建设", "1", "1", "0", "1", "33.33%"),
        ("社会建设", "2", "2", "0", "2", "66.67%"),
        ("合计", "3", "3", "0", "3", ""),
    ]
    grounds = made["grounds"]
    assert [line.cells[0].value for line in grounds.lines] == [1, 1, 2]
    assert "基数为未立案提案1件" in grounds.notes[0]
    assert [line.label for line in made["units"].lines] == ["区民政局", "区住建局"]
    assert [cell.text for cell in made["units"].lines[0].cells] == [
        "2", "0", "0", "50.00%（1 ÷ 2）", "100.00%（1 ÷ 1）", "0", "100.00%（1 ÷ 1）",
    ]  # fmt: skip


def test_shares_are_refused_where_the_parts_do_not_come_to_the_base(worked: Town, session: Session) -> None:
    from lvzhi.journal.lines import line

    row = Proposal.objects.get(state="closed")
    with line(builder(), "proposals.test", subject=row):
        row.result_class = "Z"  # a class that the table of no year has
        row.save()
    made = {one.key: one for one in statistics.sheets([frame(worked, session)], manner(worked))}
    assert made["classes"].refusal == "各项合计0，与基数1不符，不计算比例；请先核对数据。"
    with clock.at(LATER):
        shown = page(worked.login(worked.ding), "proposals:statistics", session=str(session.pk))
    assert "不计算比例" in shown


def test_largest_remainder_is_a_norm_and_is_named(worked: Town, session: Session) -> None:
    set_norm(worked, "proposals.rounding", "largest")
    set_norm(worked, "proposals.rate_decimals", 0)
    made = {one.key: one for one in statistics.sheets([frame(worked, session)], manner(worked))}
    assert [line.cells[-1].text for line in made["categories"].lines] == ["33%", "67%", ""]
    assert "最大余额法" in made["categories"].notes[0]


@pytest.mark.parametrize(
    ("counts", "decimals", "shares"),
    [
        ((1, 1, 1), 2, ("33.34", "33.33", "33.33")),
        ((22, 68, 2), 2, ("23.91", "73.91", "2.17")),  # R1.119, printed with plain rounding: 99.99
        ((54, 38, 1), 2, ("58.06", "40.86", "1.08")),
        ((0, 5), 0, ("0", "100")),
    ],
)
def test_largest_remainders_come_to_one_hundred(counts: tuple[int, ...], decimals: int, shares: Any) -> None:
    found = largest_remainder(counts, decimals)
    assert sum(found) == 100
    if counts != (22, 68, 2):
        assert tuple(map(str, found)) == shares
    plain = Parts(counts, sum(counts), decimals=decimals)
    if counts == (22, 68, 2):
        assert tuple(map(str, plain.shares)) == shares


def test_parts_with_a_note_are_printed_though_they_overlap() -> None:
    assert Parts((2, 2), 3).shares == (None, None)
    assert Parts((2, 2), 3, "可有几项").shares == (Decimal("66.67"), Decimal("66.67"))
    assert Parts((), 0).shares == ()


def test_sessions_side_by_side(worked: Town, session: Session) -> None:
    term = session.term
    second = places.add_session(
        builder(), term, number=4, opens=dt.date(2026, 9, 10), closes=dt.date(2026, 9, 12),
        window_from=dt.date(2026, 9, 1), window_until=dt.date(2026, 9, 11),
    )  # fmt: skip
    with clock.at(dt.date(2026, 9, 2)):
        worked.filed(worked.submitted(title="关于第四处食堂的提案"))
    with clock.at(dt.date(2026, 10, 9)):
        client = worked.login(worked.ding)
        answer = client.get("/proposals/statistics/", {"session": [session.pk, second.pk]})
        shown = answer.content.decode()
        pairs = open_cells(client, shown)
    assert "十届三次会议（截至2026-10-09）" in shown
    assert "十届四次会议（截至2026-10-09）" in shown
    assert "立案提案按类别比较" in shown
    assert "按承办单位" not in shown
    assert [pair for pair in pairs if number(pair[0]) != number(pair[1])] == []
    assert {"4件", "1件"} <= {text for text, _ in pairs}


def test_a_year_and_who_may(worked: Town) -> None:
    with clock.at(LATER):
        shown = page(worked.login(worked.xin), "proposals:statistics", year="2026")
        for stranger in (worked.jia, worked.wu):
            assert worked.login(stranger).get("/proposals/statistics/").status_code == 403
        assert "还没有可统计的提案" not in shown
        assert "江北" not in shown
        other = page(worked.login(worked.far_clerk), "proposals:statistics")
    assert "0件" in other


def test_workbook_has_a_sheet_for_each_table_and_is_journalled(worked: Town, session: Session) -> None:
    with clock.at(LATER):
        answer = worked.login(worked.ding).get("/proposals/statistics/export.xlsx", {"session": str(session.pk)})
    body = b"".join(answer.streaming_content)  # type: ignore[arg-type]  # reason: a file answers in bytes
    book = CalamineWorkbook.from_filelike(BytesIO(body))
    assert book.sheet_names[:3] == ["总表", "按提案者类型", "按类别和提案者类型"]
    rows = book.get_sheet_by_index(0).to_python()
    assert ["立案提案", 3.0] in rows
    assert "截至" in str(rows[2][0])
    assert Entry.objects.filter(event="proposals.statistics_exported").count() == 1


def test_page_asks_as_much_of_one_unit_as_of_five(town: Town, session: Session) -> None:
    with clock.at(MARCH):
        client = town.login(town.ding)
        page(client, "proposals:statistics", session=str(session.pk))
        counted = []
        for more in (1, 4):
            for _ in range(more):
                unit = town.unit(town.here, f"第{more}{_}局")
                proposal = town.filed(town.submitted(title=f"关于第{more}{_}处食堂的提案"))
                town.take(proposal, "assign", town.ding, lead=unit.pk)
            counted.append(len(statements(lambda: page(client, "proposals:statistics", session=str(session.pk)))))
    assert counted[0] == counted[1]


def test_units_are_in_the_order_of_their_names(town: Town) -> None:
    with clock.at(MARCH):
        for name in ("区应急局", "区卫健局", "区教育局"):
            unit = town.unit(town.here, name)
            proposal = town.filed(town.submitted(title=f"关于{name}的提案"))
            town.take(proposal, "assign", town.ding, lead=unit.pk)
    assert [row.name for row in by_unit(Scope(town.here), year(2026))] == ["区教育局", "区卫健局", "区应急局"]

"""Figures of the network: each number is its rows; coverage kind by kind; who is behind; the picture says the same."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from django.urls import reverse

from lvzhi.contacts import metrics
from lvzhi.contacts.queries.figures import due
from lvzhi.contacts.tables.picture import ROWS, Edge, sheets, svg, tree
from lvzhi.contacts.tests.web import TODAY, Web
from lvzhi.metrics import compute
from lvzhi.metrics.compute import CutValue
from lvzhi.metrics.declare import Figure
from lvzhi.workflow import engine

SCHEME = metrics.PAIR_CUTS[0]


def value(web: Web, figure: Figure, *cuts: CutValue) -> Decimal | None:
    return compute.compute(figure, web.scope, web.year, *cuts).value


def names(web: Web, figure: metrics.Metric) -> set[str]:
    return {row.person.name for row in figure.rows(web.scope, web.year)}


def test_pairs_contacts_and_whom_they_reached(web: Web) -> None:
    first, second, third = (
        web.pair("jia", "bing"),
        web.pair("yi", "ding"),
        web.pair("zhu", "chang", "chairmen_standing"),
    )
    web.log(first)
    web.log(first, "visit", on=TODAY - dt.timedelta(days=9))
    web.log(third)
    mistaken = web.log(second)
    engine.void(mistaken, web.actor(web.bai), "误录")
    assert [value(web, one) for one in (metrics.PAIRS, metrics.CONTACTS, metrics.REACHED, metrics.PEOPLE_REACHED)] == [
        3,
        3,
        2,
        2,
    ]
    assert value(web, metrics.PAIRS, (SCHEME, "party_outside")) == 2
    result = compute.compute(metrics.COVERAGE, web.scope, web.year)
    assert (result.numerator, result.denominator) == (2, 3)
    assert value(web, metrics.QUIET) == 1
    assert value(web, metrics.CONTACTS, (metrics.CONTACT_CUTS[1], "visit")) == 1
    sector = next(cut for cut in metrics.CONTACT_CUTS if cut.key == "sector")
    assert value(web, metrics.CONTACTS, (sector, str(web.sector.pk))) == 2
    place = next(cut for cut in metrics.PAIR_CUTS if cut.key == "sector")
    assert value(web, metrics.PAIRS, (place, str(web.sector.pk))) == 2
    lines = list(compute.evidence(metrics.CONTACTS, web.scope, web.year)[0].lines(web.actor(web.bai)))
    assert len(lines) == 3


def test_coverage_of_a_kind_begins_with_its_first_pair(web: Web) -> None:
    share = metrics.SHARES["party_outside"]
    assert compute.compute(share, web.scope, web.year).denominator == 0
    assert value(web, metrics.WITHOUT_PARTNER) == 0
    web.pair("jia", "bing")
    result = compute.compute(share, web.scope, web.year)
    assert (result.numerator, result.denominator) == (1, 4)
    assert names(web, metrics.WITHOUT_PARTNER) == {"dang员", "ding员", "wu员"}
    assert names(web, metrics.WITHOUT_PAIR) == {"zhu员", "fu员", "chang员", "yi员"}
    shown = web.login(web.bai).get(reverse("contacts:kind", args=["party_outside"])).content.decode()
    assert "应有联系人的4个，已有联系人的1个" in shown
    assert "还没有联系人的（3）" in shown
    assert "覆盖率25" in web.login(web.ling).get(reverse("contacts:list")).content.decode()


def test_sectors_are_covered_too(web: Web) -> None:
    from lvzhi.contacts import actions
    from lvzhi.contacts.queries import Far
    from lvzhi.contacts.vocabulary.states import Target

    office = web.actor(web.bai)
    actions.pair(office, web.here, "chairmen_sector", web.members["zhu"], Far(web.sector, Target.ORGAN), TODAY)
    result = compute.compute(metrics.SHARES["chairmen_sector"], web.scope, web.year)
    assert (result.numerator, result.denominator) == (1, 1)
    page = reverse("people:organ", args=[web.sector.uid])
    assert "zhu员" in web.login(web.bai).get(page).content.decode()
    shown = web.login("bing").get(page).content.decode()
    assert "1条您无权查看" in shown


def test_who_is_behind_is_reckoned_by_days(web: Web) -> None:
    start, end = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    assert due(2, start, None, start, end) == 2
    assert due(2, start, None, start, TODAY) == 0  # not yet half the year
    assert due(2, dt.date(2026, 7, 2), None, start, end) == 1
    assert due(12, start, None, start, TODAY) == 5
    long, new = web.pair("jia", "bing"), web.pair("yi", "ding", day=TODAY)
    from lvzhi.metrics.periods import year

    last = compute.compute(metrics.BEHIND, web.scope, year(2025))
    assert last.value == 1
    web.log(long, on=dt.date(2025, 3, 1))
    web.log(long, on=dt.date(2025, 9, 1))
    assert compute.compute(metrics.BEHIND, web.scope, year(2025)).value == 0
    assert new.starts == TODAY


def test_the_picture_says_what_the_pairs_say(web: Web) -> None:
    met = web.pair("zhu", "chang", "chairmen_standing")
    web.pair("fu", "dang", "chairmen_standing")
    web.pair("chang", "wu", "standing_member")
    web.log(met)
    shown = web.login(web.ling).get(reverse("contacts:picture", args=["chairmen_standing"])).content.decode()
    drawn = re.findall(r"<svg viewBox.*?</svg>", shown, re.DOTALL)
    assert len(drawn) == 1
    assert drawn[0].count('stroke-width="3.2"') == 1
    assert drawn[0].count("<path") == 2 * 3  # a line and where it can be pressed
    for name in ("zhu员", "fu员", "chang员", "dang员", "wu员"):
        assert f">{name}</text>" in drawn[0]
        assert name in shown.split("联系名单")[1]
    assert reverse("contacts:pair", args=[met.uid]) in drawn[0]
    assert "接常委联系委员" in shown
    assert "style=" not in drawn[0]


def edges(near: int, each: int, start: int = 0) -> list[Edge]:
    return [
        Edge(f"n{one}", f"f{start + one}-{two}", f"人{one}", f"委员{one}-{two}", two % 2, f"/{one}/{two}")
        for one in range(near)
        for two in range(each)
    ]


def test_a_large_network_is_split_between_people() -> None:
    layers = [edges(12, 7)]
    made = sheets(layers)
    assert all(sheet.rows <= ROWS for sheet in made)
    firsts = [{key for key, node in sheet.nodes.items() if node.first} for sheet in made]
    assert sum(len(one) for one in firsts) == 12  # nobody is torn apart
    assert sum(len(sheet.edges) for sheet in made) == 84
    alone = sheets([edges(1, 70)])
    assert [round(sheet.rows) for sheet in alone] == [ROWS, ROWS, 70 - 2 * ROWS]
    assert [next(node.name for node in sheet.nodes.values() if node.first) for sheet in alone][1] == "人0（续）"


def test_no_box_lies_on_another() -> None:
    shared = [Edge(f"n{one}", f"f{one // 2}", f"人{one}", f"界别{one // 2}", 1, "/x") for one in range(9)]
    for layers in ([shared], [edges(3, 4), [Edge("f0-1", "g1", "委员0-1", "孙", 0, "/y")]], [edges(5, 9)]):
        for sheet in sheets(layers):
            rows: dict[int, list[float]] = {}
            for node in sheet.nodes.values():
                rows.setdefault(node.layer, []).append(node.row)
            for several in rows.values():
                ordered = sorted(several)
                assert all(low + 1 <= high for low, high in zip(ordered, ordered[1:], strict=False))
            assert svg(sheet, len(layers)).count("<rect") == len(sheet.nodes)
    assert len(tree([shared])) == 9

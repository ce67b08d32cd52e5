"""The board: its numbers are the figures' own and lead to their rows; whose choice is shown; what a page costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.board import actions, queries
from lvzhi.board.models import Board, Own
from lvzhi.board.queries import Chart, panels
from lvzhi.board.tests.yard import START, Yard
from lvzhi.board.vocabulary import DECLARED
from lvzhi.committee import actions as places
from lvzhi.committee.scope import Scope, each_below
from lvzhi.journal.models import Entry
from lvzhi.metrics import compute, periods, registry
from lvzhi.metrics.compute import cuts_of
from lvzhi.metrics.declare import Each
from lvzhi.norms import actions as norms

YEAR = periods.year(2022)
FILED = Chart("proposals.filed", "category")
YEARS = Chart("proposals.received", "")
BELOW = Chart("proposals.received", "below")


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def page(account: Account, name: str, *args: object, **query: str) -> str:
    answer = client_of(account).get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def bars_of(body: str) -> list[tuple[str, str]]:
    """Height and address of every bar, as the chart reads them off its table."""
    found = re.findall(r'<td data-value="([^"]*)"><a href="([^"]+)"', body)
    return [(high, unescape(url)) for high, url in found]


def test_the_declared_board_can_be_drawn() -> None:
    assert [(one.key, one.by) for one in queries.declared()] == list(DECLARED)


def test_every_bar_is_the_figure_s_value_and_the_number_of_its_rows(small: Yard) -> None:
    body = page(small.secretary, "board:home", period="2022", committee=str(small.county.uid))
    bars = bars_of(body)
    assert len(bars) > 10
    client = client_of(small.secretary)
    for high, url in bars:
        shown = client.get(url)
        assert shown.status_code == 200, url
        result = shown.context["result"]
        assert (high or "0") == str(compute.plain(result.value)), url
        if high and result.figure.shape == "count":
            assert shown.context["total"] == int(high), url


def test_a_split_is_counted_value_by_value(small: Yard) -> None:
    (panel,) = panels([FILED], small.scope, YEAR)
    cut = FILED.cut
    assert cut is not None
    expected = {
        label: result.value for _, label, result in compute.split(FILED.figure, small.scope, YEAR, cut) if result.value
    }
    assert {bar.label: bar.now.value for bar in panel.bars} == expected
    assert sum(expected.values()) == 10
    assert panel.told.startswith("立案提案：按类别。")


def test_years_beside_each_other(small: Yard) -> None:
    (panel,) = panels([YEARS], small.scope, YEAR)
    assert [bar.label for bar in panel.bars] == ["2018年", "2019年", "2020年", "2021年", "2022年"]
    assert [bar.now.value for bar in panel.bars] == [None, None, None, 0, 12]  # no term had begun before
    assert panel.upright


def test_committees_below_in_the_order_of_the_tree_each_with_its_rows(small: Yard) -> None:
    other = places.create(small.system, name="青山县政协", code="QS", level="county", parent=small.city)
    (panel,) = panels([BELOW], Scope(small.city), YEAR)
    assert [(bar.label, bar.now.value) for bar in panel.bars] == [("清河县政协", 12), ("青山县政协", 0)]
    assert panels([BELOW], Scope(small.county), YEAR) == []  # nothing lies below
    client = client_of(small.stranger)
    for bar in panel.bars:
        shown = client.get(bar.url)
        assert shown.status_code == 200
        assert shown.context["result"].value == bar.now.value
        assert bar.label in shown.content.decode()
    below = each_below(small.city)
    assert [scope.committee for scope in below] == [small.county, other]
    assert [scope.ids() for scope in below] == [{small.county.pk}, {other.pk}]
    # a reader of the county sees neither its sister nor the city
    assert client_of(small.secretary).get(panel.bars[1].url).status_code == 403


def test_what_the_chart_leaves_to_the_table(small: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lvzhi.board.queries.counting.DRAWN", 2)
    (panel,) = panels([FILED], small.scope, YEAR)
    assert len(panel.bars) > 2
    drawn = [bar for bar in panel.bars if bar.drawn]
    rest = [bar for bar in panel.bars if not bar.drawn]
    assert len(drawn) == 2
    assert min(bar.now.value or 0 for bar in drawn) >= max(bar.now.value or 0 for bar in rest)
    assert "其余见数据表" in panel.notes[-1]


def test_one_s_own_board_is_one_s_own(small: Yard) -> None:
    me, other = actor_for(small.secretary), actor_for(small.member_account)
    before = Entry.objects.count()
    actions.add_chart(me, small.county, "people.members", "gender")
    actions.move_chart(me, small.county, Chart("people.members", "gender"), actions.UP)
    charts, whose = queries.charts_shown(me, small.county)
    assert whose == "own"
    assert [one.key for one in charts][-2] == "people.members"
    assert charts[-2].by == "gender"
    assert queries.charts_shown(other, small.county) == (queries.declared(), "declared")
    assert Entry.objects.count() == before  # a choice of one's own is no record
    actions.reset(me)
    assert queries.charts_shown(me, small.county)[1] == "declared"


def test_the_committee_s_board_is_set_by_its_office_and_journalled(small: Yard) -> None:
    me, member = actor_for(small.secretary), actor_for(small.member_account)
    actions.move_chart(me, small.county, queries.declared()[0], actions.OUT, shared=True)
    board = Board.objects.get(committee=small.county)
    assert len(board.charts) == len(DECLARED) - 1
    assert Entry.objects.filter(event="board.set").count() == 1
    assert queries.charts_shown(member, small.county)[1] == "shared"
    with pytest.raises(NotAllowed):
        actions.add_chart(member, small.county, "people.members", "", shared=True)
    with pytest.raises(Conflict):
        actions.add_chart(me, small.county, "people.members", "", shared=True, version=board.version + 1)
    assert Board.objects.get(committee=small.county).charts == board.charts
    assert "只有" in refused(lambda: actions.add_chart(member, small.county, "people.members", "", shared=True))


def refused(do: Callable[[], object]) -> str:
    with pytest.raises((Refusal, NotAllowed)) as found:
        do()
    return str(found.value.sentence)


def test_what_cannot_be_drawn_is_said(small: Yard) -> None:
    me = actor_for(small.secretary)
    each = next(one for one in registry.figures() if isinstance(one, Each))
    assert each.name in refused(lambda: actions.add_chart(me, small.county, each.key, ""))
    assert "另选一种分法" in refused(lambda: actions.add_chart(me, small.county, "people.members", "colour"))
    assert "已经在看板上" in refused(lambda: actions.add_chart(me, small.county, *DECLARED[0]))
    assert "已不在看板上" in refused(lambda: actions.move_chart(me, small.county, Chart("people.staff", ""), "up"))
    assert "nothing.here" in refused(lambda: actions.add_chart(me, small.county, "nothing.here", ""))
    norms.set_value(small.system, small.county, "board.charts_most", 10, starts=START, ground="主席会议")
    assert "最多放10张图" in refused(lambda: actions.add_chart(me, small.county, "people.staff", ""))
    assert not Own.objects.filter(charts__isnull=False).exists()  # nothing half written


def test_a_chart_whose_figure_is_no_more_is_left_out(small: Yard) -> None:
    Own.objects.create(
        account=small.secretary, charts=[{"key": "old.figure", "by": ""}, FILED.plain], figures=["old.figure"]
    )
    assert queries.charts_shown(actor_for(small.secretary), small.county) == ([FILED], "own")
    assert "立案提案：按类别" in page(small.secretary, "board:home", period="2022")
    assert "还没有收藏指标" in page(small.secretary, "board:kept")


def test_figures_kept_at_hand_are_one_s_own_and_in_order(small: Yard) -> None:
    me, other = actor_for(small.secretary), actor_for(small.member_account)
    for key in ("people.members", "proposals.filed", "proposals.received"):
        assert actions.keep(me, small.county, key)
    actions.arrange(me, "proposals.received", actions.UP)
    assert queries.kept(me) == ["people.members", "proposals.received", "proposals.filed"]
    assert queries.kept(other) == []
    assert not actions.keep(me, small.county, "people.members")
    actions.arrange(me, "proposals.received", actions.DOWN)
    assert queries.kept(me) == ["proposals.filed", "proposals.received"]
    norms.set_value(small.system, small.county, "board.kept_most", 2, starts=START, ground="主席会议")
    assert "最多收藏2个" in refused(lambda: actions.keep(me, small.county, "people.members"))
    assert "登录的账号" in refused(lambda: actions.keep(system_actor("tests"), small.county, "people.members"))
    body = page(small.secretary, "metrics:book", period="2022", only="kept")
    assert body.index("立案提案") < body.index("收到提案")
    assert "共 2 个指标" in body


def test_the_star_of_the_book_keeps_and_comes_back(small: Yard) -> None:
    client = client_of(small.secretary)
    back = reverse("metrics:book") + "?period=2022&room=people"
    answer = client.post(reverse("board:keep"), {"figure": "people.members", "next": back})
    assert answer["Location"] == back
    shown = client.get(back).content.decode()
    assert re.search(r'value="people.members" aria-pressed="true"', shown)
    assert "已收藏“政协委员”" in shown
    elsewhere = client.post(reverse("board:keep"), {"figure": "no.such", "next": "https://elsewhere.example/"})
    assert elsewhere["Location"] == reverse("board:kept")
    client.post(reverse("board:kept"), {"figure": "people.members", "do": "out"})
    assert queries.kept(actor_for(small.secretary)) == []


def test_choosing_on_the_page(small: Yard) -> None:
    client = client_of(small.secretary)
    here = f"{reverse('board:choose')}?committee={small.county.uid}"
    assert (
        "怎样分" in client.get(here, {"figure": "people.members", "committee": str(small.county.uid)}).content.decode()
    )
    client.post(here, {"do": "add", "figure": "people.members", "by": "gender"})
    assert "政协委员：按性别" in client.get(here).content.decode()
    twice = client.post(here, {"do": "add", "figure": "people.members", "by": "gender"})
    assert "已经在看板上" in twice.content.decode()
    client.post(here, {"do": "out", "figure": "people.members", "by": "gender"})
    assert "政协委员：按性别" not in client.get(here).content.decode()
    client.post(here, {"do": "reset"})
    shared = here + "&of=shared"
    assert client_of(small.member_account).get(shared).status_code == 403
    client.post(shared, {"do": "out", "figure": FILED.key, "by": FILED.by, "version": "0"})
    assert FILED.plain not in Board.objects.get(committee=small.county).charts
    assert "立案提案：按类别" not in page(small.member_account, "board:home", period="2022")


def test_who_may_look(small: Yard) -> None:
    for account, status in (
        (small.secretary, 200), (small.auditor, 200), (small.clerk, 200), (small.member_account, 200),
        (small.unit_officer, 403),
    ):  # fmt: skip
        client = client_of(account)
        for name in ("home", "choose", "kept", "organs"):
            assert client.get(reverse(f"board:{name}")).status_code == status, (account.name, name)
        assert client.get(reverse("board:organ", args=[small.sector.uid])).status_code == status
    client = client_of(small.stranger)
    assert client.get(reverse("board:home"), {"committee": str(small.county.uid)}).status_code == 403
    assert client.get(reverse("board:organ", args=[small.sector.uid])).status_code == 403


def test_an_organ_s_numbers_are_those_of_its_rows(small: Yard) -> None:
    body = page(small.secretary, "board:organ", small.special.uid, period="2022")
    urls = [unescape(url) for url in re.findall(r'<a href="(/figures/[a-z_.]+/\?[^"]*organ=[^"]*)"', body)]
    assert urls
    client = client_of(small.secretary)
    year = queries.year_of(Scope(small.county, organ=small.special), YEAR)
    values = {figure.key: now.value for figure, now, _ in year}
    assert values
    for key, value in values.items():
        url = next(one for one in urls if f"/{key}/?" in one)
        shown = client.get(url)
        assert shown.context["result"].value == value
        assert small.special.name in shown.content.decode()
    # a figure that is not told of organs is no organ's, and says so where it is asked
    assert "proposals.filed" not in values
    told = client.get(reverse("metrics:figure", args=["proposals.filed"]),
                      {"organ": str(small.special.uid), "period": "2022"})  # fmt: skip
    assert told.context["result"].value == 10
    assert "不按机构统计" in told.content.decode()


def test_the_sheet_of_an_organ(small: Yard) -> None:
    body = page(small.secretary, "board:paper", small.special.uid, period="2022")
    assert f"{small.special.name}履职数据" in body
    assert "上年同期：2021年" in body
    year = queries.year_of(Scope(small.county, organ=small.special), YEAR)
    assert body.count("/figures/") >= len(year)


def statements(account: Account, name: str, *args: object, **query: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        page(account, name, *args, **query)
    return len(seen)


def test_pages_cost_the_same_for_any_number_of_rows(small: Yard) -> None:
    asked: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("board:home", ()), ("board:organs", ()), ("board:organ", (small.special.uid,)), ("board:kept", ()),
    )  # fmt: skip
    page(small.secretary, "board:organ", small.special.uid, period="2022")  # what is known of figures is found out once
    few = [statements(small.secretary, name, *args, period="2022") for name, args in asked]
    for place in range(12):
        places.add_organ(small.system, small.county, kind="liaison_group", name=f"第{place}联络组", starts=START)
    assert [statements(small.secretary, name, *args, period="2022") for name, args in asked] == few


def test_a_board_costs_the_same_for_any_number_of_committees_below(small: Yard) -> None:
    few = statements(small.stranger, "board:home", period="2022")
    for place in range(6):
        places.create(small.system, name=f"第{place}县政协", code=f"X{place}", level="county", parent=small.city)
    assert statements(small.stranger, "board:home", period="2022") == few


def test_every_figure_has_a_form_to_be_drawn_in() -> None:
    for figure in registry.figures():
        forms = dict(queries.forms_of(figure))
        assert {"", "below"} < set(forms) or not cuts_of(figure)

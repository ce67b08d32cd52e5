"""The book of figures: what last year's column may say, how a figure moved, what is found, and what a page costs."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import person
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.metrics import compute, finding, keeping, moves, organs, periods, registry, tables
from lvzhi.metrics.compute import Result
from lvzhi.metrics.declare import Column, Metric, Share
from lvzhi.metrics.moves import Limits
from lvzhi.metrics.vocabulary import Kind

TODAY = dt.date(2023, 6, 1)
AS_OF = datetime(2022, 12, 31, tzinfo=UTC)


def _standing(scope: Any, period: Any) -> QuerySet[Organ]:
    return Organ.objects.filter(committee_id__in=scope.ids(), starts__lte=period.end, ends=None)


STANDING = Metric(
    key="sample.standing", name="机构数", unit="个", meaning="期末仍在的机构。", kind=Kind.STOCK, rows=_standing,
    aliases=("工作机构",), columns=(Column("name", "名称"),),
)  # fmt: skip
RATE = Share(key="sample.rate", name="比率", meaning="", part=STANDING, whole=STANDING)


def result(value: int | None, figure: Any = STANDING) -> Result:
    return Result(figure, None if value is None else Decimal(value), AS_OF)


def body_of(row: tables.Row) -> str:
    return str(tables.figures([row], lambda key: f"/{key}", lambda key: f"/{key}/moves").body)


def test_a_year_of_which_nothing_was_recorded_shows_a_dash_not_a_zero() -> None:
    def last_year(before: Result | None) -> str:
        return body_of(tables.Row(result(3), before)).split('data-label="上年同期"')[1].split("</td>")[0]

    assert "—" in last_year(None)
    assert "0个" in last_year(result(0))


def test_the_line_says_definition_period_rule_unit_and_other_names() -> None:
    body = body_of(tables.Row(result(3), result(2)))
    for words in ("期末仍在的机构。", "期末时点", "单位：个", "又称：工作机构", "+1（+50%）", "/sample.standing/moves"):
        assert words in body


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(3, 2, "+1（+50%）"), (1, 2, "−1（−50%）"), (2, 2, "持平"), (2, 0, "+2"), (2, None, None), (None, 2, None)],
)
def test_a_move_in_words(now: int | None, before: int | None, words: str | None) -> None:
    assert tables.moved(result(now), result(before)) == words


def test_a_share_moves_by_points_and_never_jumps() -> None:
    assert tables.moved(result(90, RATE), result(75, RATE)) == "+15个百分点"
    assert not moves.jumped(result(90, RATE), result(15, RATE), Limits(50, 10))


@pytest.mark.parametrize(
    ("now", "before", "jumps"), [(15, 10, True), (14, 10, False), (5, 10, True), (6, 10, False), (18, 9, False)]
)
def test_a_jump_is_as_much_as_the_norm_says(now: int, before: int, jumps: bool) -> None:
    assert moves.jumped(result(now), result(before), Limits(percent=50, least=10)) is jumps


def test_found_by_name_alias_letters_and_unit() -> None:
    assert finding.initials("机构数") == "jgs"
    for typed in ("机构", "工作机构", "jgs", "JGS", "gzjg", "standing", "机构 gzjg", ""):
        assert finding.found([STANDING], typed) == [STANDING], typed
    assert finding.found([STANDING], STANDING.meaning[2:6]) == [STANDING]  # words of its definition
    assert finding.found([STANDING], "数") == [STANDING]  # of its name
    for typed in ("委员", "wy", "机构 委员"):
        assert finding.found([STANDING], typed) == []


def test_a_value_is_held_against_the_mean_of_the_years_that_were_recorded() -> None:
    past = [result(10), None, result(20), result(33)]
    mean = moves.mean(past)
    assert mean is not None
    assert mean.value == Decimal("21.0")
    assert moves.mean([None, result(5)]) is None
    assert moves.jumped(result(40), mean, Limits(percent=50, least=10))


def test_a_period_since_a_plenary_is_held_against_as_many_days_since_the_one_before(
    county: Committee, system: object
) -> None:
    term = actions.open_term(system, county, number=9, starts=dt.date(2021, 1, 1))
    for number, opens in ((1, dt.date(2021, 1, 10)), (2, dt.date(2022, 2, 20))):
        actions.add_session(
            system, term, number=number, opens=opens, closes=opens, window_from=opens, window_until=opens
        )
    now = periods.since_plenary(county, dt.date(2022, 3, 2))
    before = periods.session_before(county, now)
    assert before is not None
    assert (before.start, before.end) == (dt.date(2021, 1, 10), dt.date(2021, 1, 20))
    assert periods.session_before(county, periods.since_plenary(county, dt.date(2021, 5, 1))) is None


@pytest.fixture
def seven(county: Committee, system: object) -> list[Organ]:
    """Four of the year before, three of the year; one of the earlier ones ended."""
    made = []
    for place in range(7):
        starts = dt.date(2021 + place // 4, 3, 1 + place)
        made.append(actions.add_organ(system, county, kind="sector", name=f"界别{place}", starts=starts))
    return made


def test_what_came_and_went_is_the_move(county: Committee, seven: list[Organ]) -> None:
    year = periods.year(2022)
    scope = Scope(county)
    (one,) = moves.moves(STANDING, scope, year, year.before())
    now, before = (int(compute.compute(STANDING, scope, when).value or 0) for when in (year, year.before()))
    added, gone = one.added.rows.count(), one.gone.rows.count()
    assert (before, added, gone, now) == (4, 3, 0, 7)
    assert {row.name for row in one.added.rows} == {"界别4", "界别5", "界别6"}
    (back,) = moves.moves(STANDING, scope, year.before(), year)
    assert (back.added.rows.count(), back.gone.rows.count()) == (0, 3)


def test_a_figure_not_told_of_organs_is_no_organ_s(county: Committee, seven: list[Organ]) -> None:
    def own(scope: Any, period: Any) -> QuerySet[Organ]:
        rows = _standing(scope, period)
        return rows if scope.organ is None else rows.filter(pk=scope.organ.pk)

    told = Metric(key="sample.told", name="本机构", unit="个", meaning="", rows=own)
    assert organs.has(told, seven[0], periods.year(2022))
    assert not organs.has(STANDING, seven[0], periods.year(2022))


def test_years_run_to_the_period_and_a_running_one_is_cut() -> None:
    with clock.at(TODAY):
        assert periods.come(periods.year(2023)).key == "2023-01-01..2023-06-01"
        assert periods.come(periods.year(2022)) == periods.year(2022)
    assert [one.short for one in periods.year(2022).years(3)] == ["2020年", "2021年", "2022年"]
    assert periods.between(dt.date(2022, 2, 1), dt.date(2022, 3, 1)).short == "2022年同期"
    assert periods.between(dt.date(2022, 2, 1), dt.date(2023, 3, 1)).short == "2022—2023年"


@pytest.fixture
def today() -> Iterator[None]:
    with clock.at(TODAY):
        yield


@pytest.fixture
def reader(today: None, county: Committee, term: Term) -> Account:
    return person("mishu", "秦岚", county, Role.SECRETARY_GENERAL)


@pytest.fixture
def client(reader: Account) -> Client:
    found = Client()
    found.force_login(reader)
    return found


def page(client: Client, name: str, *args: str, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_book_by_room_and_by_words(client: Client) -> None:
    whole = page(client, "metrics:book", period="2022")
    assert f"共 {len(registry.figures())} 个指标" in whole
    assert "lz-spark" not in whole
    room = page(client, "metrics:book", period="2022", room="people")
    assert f"共 {len(registry.figures('people'))} 个指标" in room
    assert 'id="people"' in room
    assert 'id="proposals"' not in room
    assert "近5年" in room
    assert "政协委员" in page(client, "metrics:book", period="2022", q="zxwy")
    assert "没有符合条件的指标" in page(client, "metrics:book", period="2022", q="查无此项")
    assert "没有增减超过界限的数字" in page(client, "metrics:book", period="2022", only="jumped")
    assert f"共 {len(registry.figures())} 个指标" in page(client, "metrics:book", room="nowhere", only="nothing")


def test_the_whole_book_is_taken_as_a_workbook_and_as_a_table(client: Client) -> None:
    query = {"period": "2022", "q": "委员", "against": "mean"}
    whole = page(client, "metrics:book", **query)
    assert "历年同期平均" in whole
    count = len(finding.found(registry.figures(), "委员"))
    answer = client.get(reverse("metrics:book_export", args=["csv"]), query)
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert "时段：2022年" in lines[0][0]
    assert f"含“委员”；共{count}个指标" in lines[1][0]
    assert "的平均；截至" in lines[2][0]
    assert len(lines) == 4 + count
    assert {"指标", "数值", "口径"} <= set(lines[3])
    answer = client.get(reverse("metrics:book_export", args=["xlsx"]), {"period": "2022"})
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    rooms = list(dict.fromkeys(registry.room_name(one.room) for one in registry.figures()))
    assert book.sheet_names == [*rooms, "口径"]
    told = {str(row[0]) for row in book.get_sheet_by_name("口径").to_python()}
    assert {one.name for one in registry.figures()} <= told
    assert Entry.objects.filter(event="metrics.exported").count() == 2


def test_without_a_keeper_nothing_is_kept(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_keepers", [])
    assert "lz-keep" not in page(client, "metrics:book", period="2022", room="people")


def statements(client: Client, name: str, *args: str, **query: str) -> int:
    page(client, name, *args, **query)
    with CaptureQueriesContext(connection) as seen:
        page(client, name, *args, **query)
    return len(seen)


def test_a_page_costs_the_same_for_any_number_of_rows(client: Client, county: Committee, system: object) -> None:
    asked: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
        ("metrics:book", (), {"period": "2022", "room": "people"}),
        ("metrics:figure", ("people.sectors",), {"period": "2022"}),
        ("metrics:moves", ("people.sectors",), {"period": "2022"}),
    )
    few = [statements(client, name, *args, **query) for name, args, query in asked]
    for place in range(30):
        actions.add_organ(system, county, kind="sector", name=f"界别{place}", starts=dt.date(2022, 3, 1))
    assert [statements(client, name, *args, **query) for name, args, query in asked] == few


def test_the_page_of_moves(client: Client, county: Committee, seven: list[Organ]) -> None:
    shown = page(client, "metrics:moves", "people.sectors", period="2022")
    assert "界别5" in shown
    assert "界别1" not in shown
    assert "新增" in shown


def test_an_organ_of_elsewhere_is_not_found(client: Client, city: Committee, system: object) -> None:
    other = actions.add_organ(system, city, kind="sector", name="教育界", starts=dt.date(2022, 1, 1))
    for uid in (str(other.uid), "not-a-uid"):
        assert client.get(reverse("metrics:figure", args=["people.sectors"]), {"organ": uid}).status_code == 404
    assert client.get(reverse("metrics:figure", args=["people.sectors"]), {"part": str(city.uid)}).status_code == 404

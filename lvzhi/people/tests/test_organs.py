"""The chart of a committee on a day, an organ's page, duties with their days, and the checks of coverage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.access import Refusal
from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.metrics import compute, periods, registry
from lvzhi.people import actions
from lvzhi.people.metrics import COVERAGE
from lvzhi.people.models import Membership, Staff
from lvzhi.people.queries.organs import chart
from lvzhi.people.tests.conftest import STARTS, TODAY, County, Login, NewMember
from lvzhi.ui.charts import UPRIGHT, Block, Cell, draw, wrap

LATER = dt.date(2023, 3, 1)
Browser = Callable[[LoginActor], Client]


@pytest.fixture
def led(county: County, office: LoginActor, new_member: NewMember) -> County:
    """张三 heads the proposal committee, 李四 is his deputy until the spring; both are in sectors."""
    head, deputy = new_member("张三"), new_member("李四", "教育界")
    special = county.organs["提案委员会"]
    actions.join(office, head, special, "head", starts=STARTS)
    actions.join(office, deputy, special, "deputy", starts=STARTS, duty="联系承办单位")
    actions.add_staff(
        office, county.committee, actions.Facts(name="甘部"), starts=STARTS, organ=county.organs["办公室"], part="head"
    )
    return county


def statements(do: Callable[[], Any]) -> int:
    """How many statements a page asks."""
    with CaptureQueriesContext(connection) as seen:
        do()
    return len(seen)


def seat(name: str, organ: Organ) -> Membership:
    found: Membership = Membership.objects.get(member__person__name=name, organ=organ, ends=None)
    return found


def test_the_chart_tells_who_leads_on_each_day(led: County, office: LoginActor) -> None:
    special = led.organs["提案委员会"]
    actions.repost(office, seat("李四", special), "member", "", LATER)
    now = {box.name: box for box in chart(office, led.committee, TODAY).boxes}
    before = {box.name: box for box in chart(office, led.committee, dt.date(2023, 2, 28)).boxes}
    assert now["提案委员会"].led == {"head": ["张三"]}
    assert before["提案委员会"].led == {"head": ["张三"], "deputy": ["李四"]}
    assert now["提案委员会"].count == before["提案委员会"].count == 2
    assert now["办公室"].led == {"head": ["甘部"]}
    assert now["办公室"].count == 1


def test_yesterday_has_yesterdays_name(led: County, office: LoginActor, browser: Browser) -> None:
    places.rename_organ(office, led.organs["经济界"], "工商界", on=LATER)
    client = browser(office)
    page = client.get(reverse("people:chart"), {"on": "2023-02-28"}).content.decode()
    assert "经济界" in page
    assert "工商界" not in page
    page = client.get(reverse("people:chart")).content.decode()
    assert "工商界" in page
    figure = registry.figure("people.members")
    for year, name in ((2022, "经济界"), (2023, "工商界")):
        cut = next(one for one in compute.cuts_of(figure) if one.key == "sector")
        labels = [label for _, label, _ in cut.choices(led.scope, periods.year(year))]
        assert name in labels
        cells = [str(cell) for _, row in compute.evidence(figure, led.scope, periods.year(year))[0].lines(None)
                 for cell in row]  # fmt: skip
        assert name in cells


def test_the_chart_costs_the_same_for_any_number_of_organs_and_members(
    led: County, office: LoginActor, new_member: NewMember, browser: Browser
) -> None:
    client, found = browser(office), []
    for many in (1, 6):
        for number in range(many):
            organ = places.add_organ(
                office, led.committee, kind="study_group", name=f"学习{many}{number}组", starts=STARTS
            )
            actions.join(office, new_member(f"员{many}{number}"), organ, "head", starts=STARTS)
        client.get(reverse("people:chart"))
        found.append(statements(lambda: client.get(reverse("people:chart"))))
    assert found[0] == found[1]
    assert found[0] <= 15


def test_who_sees_the_chart(led: County, neighbour: County, login: Login, browser: Browser) -> None:
    assert browser(login("member", led, Role.MEMBER)).get(reverse("people:chart")).status_code == 200
    far = browser(login("far", neighbour, Role.OFFICE))
    page = far.get(reverse("people:chart"), {"c": led.committee.code}).content.decode()
    assert "张三" not in page
    assert far.get(reverse("people:organ", args=[led.organs["提案委员会"].uid])).status_code == 403


def test_an_organs_page_has_duties_with_days_and_its_history(led: County, office: LoginActor, browser: Browser) -> None:
    special = led.organs["提案委员会"]
    actions.repost(office, seat("李四", special), "head", "主持工作", LATER)
    places.rename_organ(office, special, "提案工作委员会", on=LATER, ground="全会决定")
    page = browser(office).get(reverse("people:organ", args=[special.uid])).content.decode()
    assert "联系承办单位" in page
    assert "主持工作" in page
    assert "2022年1月10日—2023年2月28日" in page
    assert "以前称“提案委员会”" in page
    assert "全会决定" in page


def test_a_part_is_corrected_on_its_first_day_and_changed_later(led: County, office: LoginActor) -> None:
    special = led.organs["提案委员会"]
    row = seat("李四", special)
    actions.repost(office, row, "secretary", "联络", STARTS)
    assert Membership.objects.filter(organ=special, member=row.member).count() == 1
    with pytest.raises(Refusal) as refused:
        actions.repost(office, seat("李四", special), "secretary", "联络", LATER)
    assert refused.value.code == "people.part_same"


def test_members_and_staff_and_roles_follow_a_split(
    led: County, office: LoginActor, login: Login, browser: Browser
) -> None:
    special, on = led.organs["提案委员会"], LATER
    login("head", led, Role.ORGAN_HEAD)
    actions.add_staff(office, led.committee, actions.Facts(name="干事"), starts=STARTS, organ=special, title="科员")
    chosen = seat("李四", special)
    places.succeed_organs(
        office, [special], ["提案办理委员会", "委员联络委员会"], on=on, how="split",
        decided={("people.memberships", str(chosen.pk)): 1},
    )  # fmt: skip
    first, second = Organ.objects.get(name="提案办理委员会"), Organ.objects.get(name="委员联络委员会")
    assert (seat("张三", first).part, seat("张三", first).starts) == ("head", on)
    assert (seat("李四", second).part, seat("李四", second).duty) == ("deputy", "联系承办单位")
    ended = Membership.objects.filter(organ=special)
    assert {row.ends for row in ended} == {on - dt.timedelta(days=1)}
    assert Staff.objects.get(person__name="干事", ends=None).organ == first
    role = Appointment.objects.get(role=Role.ORGAN_HEAD, ends=None)
    assert (role.organ, role.starts) == (first, on)
    before = {box.name: box.count for box in chart(office, led.committee, dt.date(2023, 2, 28)).boxes}
    assert before["提案委员会"] == 2
    page = browser(office).get(reverse("people:organ", args=[second.uid])).content.decode()
    assert "承接提案委员会（拆分）" in page


def test_every_check_of_coverage_is_its_rows(led: County, office: LoginActor, new_member: NewMember) -> None:
    new_member("王五", "")
    actions.add_staff(office, led.committee, actions.Facts(name="无部门"), starts=STARTS)
    year = periods.year(2023)
    values: dict[str, Any] = {}
    for check in COVERAGE:
        share = compute.compute(check.share, led.scope, year)
        left = compute.compute(check.without, led.scope, year)
        values[check.share.key] = (share.numerator, share.denominator, int(left.value or 0))
        assert (share.numerator or 0) + int(left.value or 0) == share.denominator
        (side,) = compute.evidence(check.without, led.scope, year)
        assert len(list(side.lines(None))) == left.value
    assert values["people.sector_coverage"] == (2, 3, 1)
    assert values["people.committee_coverage"] == (2, 3, 1)
    assert values["people.committees_led_rate"] == (1, 2, 1)
    assert values["people.organs_led_rate"] == (0, 3, 3)
    assert values["people.staff_coverage"] == (1, 2, 1)


def test_a_chart_is_drawn_within_its_sheets_and_every_text_stands() -> None:
    cells = [Cell(f"第{number}<组>", ["负责人：张三", "12名"], f"/o/{number}/?a=1&b=2") for number in range(60)]
    sheets = draw(Cell("某县政协", ["主席：甲"]), [Block("联络组（60个）", cells, "联络组（续）")], UPRIGHT, spare=100)
    assert len(sheets) > 1
    whole = "".join(sheets)
    assert whole.count("<a href=") == 60
    assert "<组>" not in whole
    assert whole.count("联络组（续）") == len(sheets) - 1
    for sheet in sheets:
        assert float(sheet.split('height="')[1].split('"')[0]) <= UPRIGHT[1]


def test_a_long_name_is_broken_and_no_line_begins_with_a_stop() -> None:
    lines = wrap("教育科技卫生和社会事业发展（综合）、联络委员会")
    assert "".join(lines) == "教育科技卫生和社会事业发展（综合）、联络委员会"
    assert all(line[0] not in "，。、）" for line in lines)

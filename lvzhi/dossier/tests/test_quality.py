"""Data quality: what each check finds, who is offered the remedy, and that a page costs the same for any number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.activities.actions import service
from lvzhi.deadlines import clock
from lvzhi.dossier.queries import quality
from lvzhi.dossier.tests.hall import TODAY, YEAR, Hall
from lvzhi.metrics import moves, periods
from lvzhi.norms import actions as norms
from lvzhi.people import actions as people
from lvzhi.proposals.tests.people import START, builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page

PERIOD = periods.year(TODAY.year)


def found(hall: Hall, where: Any) -> list[str]:
    """Kinds of record that meet a condition, and that number and list agree."""
    (numbers,) = quality.counts(hall.here, PERIOD, [where])
    listed = quality.records(hall.actor(hall.wen), hall.here, PERIOD, where)
    keys = sorted(line.kind.key for line in listed)
    assert keys == sorted(key for key, count in numbers.items() for _ in range(count))
    return keys


def test_a_member_without_a_sector_is_led_to_one(hall: Hall) -> None:
    shown = page(hall.login(hall.wen), "dossier:check", "no_sector")
    assert reverse("people:join", args=[hall.member_of("jia").uid]) in shown
    read = page(hall.login(hall.xin), "dossier:check", "no_sector")  # a leader reads and mends nothing
    assert reverse("people:join", args=[hall.member_of("jia").uid]) not in read
    from lvzhi.committee import actions as places

    sector = places.add_organ(builder(), hall.here, kind="sector", name="经济界", starts=START)
    people.join(builder(), hall.member_of("jia"), sector, starts=START)
    assert "甲文" not in page(hall.login(hall.wen), "dossier:check", "no_sector")


def test_two_of_one_name_stand_side_by_side(hall: Hall) -> None:
    assert "没有需要处理的" in page(hall.login(hall.wen), "dossier:check", "same_named")
    term = hall.here.terms.get()
    people.add_member(builder(), hall.here, term, people.Facts(name="甲文", employer="区医院"), starts=START)
    shown = page(hall.login(hall.wen), "dossier:check", "same_named")
    assert "甲文（区医院）" in shown
    assert reverse("people:edit_person", args=[hall.member_of("jia").uid]) in shown


def test_what_nothing_stands_behind_is_listed(hall: Hall) -> None:
    hall.held(summary="议了三件事。")
    assert found(hall, quality.BARE) == []
    hall.held()
    assert found(hall, quality.BARE) == ["organ.events"]
    shown = page(hall.login(hall.wen), "dossier:check", "no_proof", period=YEAR)
    assert "打开记录" in shown
    assert "仅登记" in shown


@pytest.mark.parametrize(("days", "late"), [(30, False), (31, True)])
def test_late_by_more_days_than_the_norm(hall: Hall, days: int, late: bool) -> None:
    """Entered at the first minute of a day and at the last: the day decides, as the line itself says."""
    day = TODAY - dt.timedelta(days=days)
    for moment in (clock.as_moment(TODAY).replace(hour=0, minute=1), clock.as_moment(TODAY).replace(hour=23)):
        with clock.at(moment):
            hall.held(held_on=day, ends_on=day)
    keys = found(hall, quality.late(hall.here))
    assert keys == (["organ.events"] * 2 if late else [])
    told = quality.records(hall.actor(hall.wen), hall.here, PERIOD, quality.late(hall.here))
    assert [line.late(30) for line in told] == [31] * len(keys)


def test_the_norm_decides(hall: Hall) -> None:
    day = TODAY - dt.timedelta(days=10)
    hall.held(held_on=day, ends_on=day)
    assert found(hall, quality.late(hall.here)) == []
    norms.set_value(builder(), hall.here, "dossier.late_days", 5, starts=START, ground="主席会议")
    assert found(hall, quality.late(hall.here)) == ["organ.events"]


def test_what_was_entered_in_december(hall: Hall) -> None:
    hall.held()
    with clock.at(dt.date(TODAY.year, 12, 5)):
        hall.held(held_on=TODAY, ends_on=TODAY)
        assert found(hall, quality.december(PERIOD)) == ["organ.events"]
        shown = page(hall.login(hall.wen), "dossier:check", "december", period=YEAR)
        assert "50%" in shown
        assert "50%（1/2）" in page(hall.login(hall.wen), "dossier:quality", period=YEAR)


def test_a_figure_that_jumped(hall: Hall) -> None:
    norms.set_value(builder(), hall.here, "metrics.jump_least", 2, starts=START, ground="主席会议")
    before = TODAY.replace(year=TODAY.year - 1)
    for _ in range(2):
        hall.held(held_on=before, ends_on=before)
    hall.held()
    moved = {one.now.figure.key: one.percent for one in moves.jumps(hall.here, PERIOD)}
    assert moved["activities.events"] == -50
    shown = page(hall.login(hall.wen), "dossier:check", "jumped", period=YEAR)
    assert "-50%" in shown
    assert reverse("metrics:figure", args=["activities.events"]) in shown


def test_no_year_before_no_jump(hall: Hall) -> None:
    assert moves.jumps(hall.here, periods.year(START.year)) == []


def test_a_gift_without_receipt(hall: Hall) -> None:
    person = hall.member_of("jia").person
    given = [
        service.Gift(given_on=TODAY, amount=Decimal(500), person=person, receiver="区慈善会", receipt=receipt)
        for receipt in ("", "A-1")
    ]
    service.note_givings(hall.actor(hall.wen), hall.here, given)
    assert found(hall, quality.BARE) == ["activities.givings"]


@pytest.mark.parametrize("key", ["no_sector", "same_named", "no_proof", "late", "december", "jumped"])
def test_who_may_look_and_what_it_costs(hall: Hall, key: str) -> None:
    address, costs = reverse("dossier:check", args=[key]) + f"?period={YEAR}", []
    client = hall.login(hall.wen)
    for many in (1, 4):
        for number in range(many):
            hall.held()
            people.add_member(
                builder(), hall.here, hall.here.terms.get(), people.Facts(name="同名", employer=f"单位{many}{number}"),
                starts=START,
            )  # fmt: skip
        client.get(address)
        costs.append(len(statements(lambda: client.get(address))))
    if key == "same_named":  # one who shares no name yet needs no list
        costs = costs[-1:] * 2
    assert costs[0] == costs[1]
    assert costs[0] <= 15
    assert hall.login(hall.jia).get(address).status_code == 403
    assert hall.login(hall.far_office).get(address + f"&committee={hall.here.uid}").status_code == 403


def test_an_unknown_check_is_not_there(hall: Hall) -> None:
    assert hall.login(hall.wen).get(reverse("dossier:check", args=["nothing"])).status_code == 404


def test_every_list_is_taken_away_by_those_who_see_it(hall: Hall) -> None:
    hall.held()
    client = hall.login(hall.wen)
    for key, words in (
        ("no_sector", "甲文"),
        ("no_proof", "龙泉社区院坝协商会"),
        ("same_named", "姓名"),
        ("jumped", "指标"),
    ):
        answer = client.get(reverse("dossier:check_export", args=[key, "csv"]), {"period": YEAR})
        assert words in b"".join(answer).decode(), key
        assert client.get(reverse("dossier:check_export", args=[key, "xlsx"]), {"period": YEAR}).status_code == 200
    assert hall.login(hall.jia).get(reverse("dossier:check_export", args=["late", "csv"])).status_code == 403
    assert client.get(reverse("dossier:check_export", args=["nothing", "csv"])).status_code == 404


def test_coverage_lists_who_is_left_out_with_a_button_for_those_who_may(hall: Hall) -> None:
    shown = page(hall.login(hall.wen), "dossier:coverage", period=YEAR)
    assert "没有负责人的专委会" in shown
    assert reverse("people:join", args=[hall.member_of("yi").uid]) in shown
    read = page(hall.login(hall.xin), "dossier:coverage", period=YEAR)  # a leader reads and mends nothing
    assert "乙明" in read
    assert reverse("people:join", args=[hall.member_of("yi").uid]) not in read
    assert hall.login(hall.jia).get(reverse("dossier:coverage")).status_code == 403

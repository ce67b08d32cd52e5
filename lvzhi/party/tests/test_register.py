"""The register: who may sit where, posts by day, coverage both ways; a number is its rows."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.tests.house import START
from lvzhi.metrics import compute
from lvzhi.party import actions, metrics
from lvzhi.party.models import Body, Seat
from lvzhi.party.tests.hall import TODAY, Hall


def test_a_branch_takes_party_members_once_and_has_one_secretary(hall: Hall) -> None:
    body = hall.led()
    other = hall.branch("文史委员会党支部", organ=hall.history)
    for names, post, words in (
        (("wu",), "member", "没有登记为中共党员"), (("yi",), "member", "已在"),
        (("ding",), "secretary", "书记只有一名"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            hall.seat(body, *names, post=post)
        assert words in refused.value.sentence
    with pytest.raises(Refusal) as refused:
        hall.seat(other, "yi")
    assert "只编入一个" in refused.value.sentence
    functional = hall.branch("文化下乡功能型党支部", form="functional", organ=None)
    hall.seat(functional, "yi")
    assert Seat.objects.filter(person=hall.person("yi")).count() == 2


def test_a_post_is_dated_and_another_post_is_another_row(hall: Hall) -> None:
    body = hall.led()
    jia = Seat.objects.get(body=body, post="secretary")
    with pytest.raises(Refusal):
        actions.repost(Seat.objects.get(body=body, name="yi员"), hall.actor(hall.bai), "secretary", TODAY)
    actions.repost(jia, hall.actor(hall.bai), "member", TODAY)
    yi = actions.repost(Seat.objects.get(body=body, name="yi员"), hall.actor(hall.bai), "secretary", TODAY)
    jia.refresh_from_db()
    assert (jia.ends, yi.starts) == (TODAY - dt.timedelta(days=1), TODAY)


def test_a_dissolved_branch_lets_its_people_go_and_takes_nothing_more(hall: Hall) -> None:
    above = hall.branch("党总支", kind="general", organ=None)
    body = hall.led(above=above)
    with pytest.raises(Refusal) as refused:
        actions.dissolve(above, hall.actor(hall.bai), TODAY)
    assert "先撤销或调整下级" in refused.value.sentence
    actions.dissolve(body, hall.actor(hall.bai), TODAY - dt.timedelta(days=1))
    assert not Seat.objects.filter(body=body, ends=None).exists()
    with pytest.raises(Refusal) as refused:
        hall.seat(Body.objects.get(pk=body.pk), "ding", day=TODAY)
    assert "已于" in refused.value.sentence


def test_what_cannot_be_is_said_in_a_sentence(hall: Hall) -> None:
    body = hall.led()
    for data, words in (
        ({"name": " "}, "请填写"), ({"name": "经济委员会党支部"}, "已有名为"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            hall.branch(**data)
        assert words in refused.value.sentence
    below = hall.branch("下级支部", above=body)
    with pytest.raises(Refusal) as refused:
        actions.change_body(body, hall.actor(hall.bai), {"above": below})
    assert "不能作为它的上级" in refused.value.sentence
    for account in (hall.accounts["jia"], hall.ling, hall.far):
        with pytest.raises(NotAllowed):
            actions.found_body(hall.actor(account), hall.here, {"name": "别的支部", "starts": START})


def test_both_coverages_name_who_is_left_out(hall: Hall) -> None:
    hall.led()
    found = compute.book(metrics.ALL, hall.scope, hall.year)
    told = {key.removeprefix("party."): one for key, one in found.items()}
    assert (told["coverage"].numerator, told["coverage"].denominator) == (3, 4)
    assert [row.person.name for row in metrics.UNSEATED.rows(hall.scope, hall.year)] == ["ding员"]
    assert (told["organ_coverage"].numerator, told["organ_coverage"].denominator) == (1, 2)
    assert [row.name for row in metrics.WITHOUT_BRANCH.rows(hall.scope, hall.year)] == ["文史委员会"]
    for figure in metrics.ALL:
        if hasattr(figure, "rows"):
            assert found[figure.key].value == figure.rows(hall.scope, hall.year).count(), figure.key


def test_a_figure_of_an_earlier_year_stays_what_it_was(hall: Hall) -> None:
    body = hall.led()
    before = hall.year.before()
    assert metrics.SEATED.rows(hall.scope, before).count() == 3
    actions.leave(Seat.objects.get(body=body, name="yi员"), hall.actor(hall.bai), TODAY - dt.timedelta(days=1))
    assert metrics.SEATED.rows(hall.scope, before).count() == 3
    assert metrics.SEATED.rows(hall.scope, hall.year).count() == 2

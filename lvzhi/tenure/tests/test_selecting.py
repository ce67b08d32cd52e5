"""Selections: called, nominated, vetted, decided; the chosen sit in the organ; a number is its rows (M09)."""

from __future__ import annotations

import datetime as dt

import pytest

from lvzhi.access import NotAllowed, Refusal
from lvzhi.deadlines import clock
from lvzhi.messages.models import Message
from lvzhi.metrics import compute
from lvzhi.people.models import Membership
from lvzhi.tenure import actions, metrics
from lvzhi.tenure.models import Nominee, Selecting
from lvzhi.tenure.tests.hall import MEMBERS, TODAY, Hall
from lvzhi.workflow import engine


def test_the_chosen_sit_in_the_think_tank_for_its_time(hall: Hall) -> None:
    done = hall.chosen(hall.called(), "jia", "yi")
    seats = Membership.objects.filter(organ=hall.tank)
    assert sorted(row.member.person.name for row in seats) == ["jia员", "yi员"]
    assert {(row.starts, row.ends) for row in seats} == {(TODAY, dt.date(2028, 12, 31))}
    assert dict(Nominee.objects.values_list("name", "standing")) == {
        "jia员": "chosen", "yi员": "chosen", "bing员": "passed_over", "ding员": "passed_over",
    }  # fmt: skip
    assert done.meeting == "5月20日会议"
    told = {row.account.username: row.code for row in Message.objects.filter(code__startswith="tenure.")}
    assert told == {name: "tenure.chosen" if name in ("jia", "yi") else "tenure.passed_over" for name in MEMBERS}
    for figure, value in ((metrics.SELECTED, 2), (metrics.THINK_TANK, 2)):
        assert compute.compute(figure, hall.scope, hall.year).value == value
        assert figure.rows(hall.scope, hall.year).count() == value


def test_voiding_takes_the_places_back_and_restoring_gives_them_again(hall: Hall) -> None:
    done = hall.chosen(hall.called(), "jia")
    done = actions.void_selection(done, hall.office, "录错")
    assert not Membership.objects.live().filter(organ=hall.tank).exists()
    assert compute.compute(metrics.SELECTED, hall.scope, hall.year).value == 0
    actions.restore_selection(done, hall.office)
    assert Membership.objects.live().filter(organ=hall.tank).count() == 1


def test_no_more_than_the_places(hall: Hall) -> None:
    with pytest.raises(Refusal) as refused:
        hall.chosen(hall.called(2), "jia", "yi", "bing")
    assert "名额2名，勾选了3名，超出1名" in refused.value.sentence
    assert not Membership.objects.filter(organ=hall.tank).exists()
    assert Selecting.objects.get().state == "ready"


def test_what_cannot_be_called_or_named_is_said(hall: Hall) -> None:
    for data, words in (
        ({"ends": TODAY - dt.timedelta(days=1)}, "早于任期起"), ({"until": dt.date(2026, 5, 1)}, "早于今天"),
        ({"starts": dt.date(2019, 1, 1)}, "没有设立"), ({"places": 0}, "名额应为1以上"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            hall.called(**({"places_": data["places"]} if "places" in data else data))  # type: ignore[arg-type]  # reason: dates by name
        assert words in refused.value.sentence
    selection = hall.called()
    actions.nominate(hall.office, selection, [hall.members["jia"]])
    with pytest.raises(Refusal) as refused:
        actions.nominate(hall.office, selection, [hall.members["jia"]])
    assert "已在推荐名单中" in refused.value.sentence
    with clock.at(dt.date(2026, 6, 11)), pytest.raises(Refusal) as refused:
        actions.nominate(hall.actor(hall.bai), selection, [hall.members["yi"]])
    assert "已经截止" in refused.value.sentence


def test_a_member_joins_and_leaves_and_the_head_names_for_the_own_organ(hall: Hall) -> None:
    selection = hall.called()
    jia = hall.actor(hall.accounts["jia"])
    row = actions.nominate_self(jia, selection, "长期做农业技术推广。")
    assert row.by == "self"
    with pytest.raises(NotAllowed):
        actions.leave_selection(hall.actor(hall.accounts["yi"]), row)
    actions.leave_selection(jia, row)
    actions.nominate_self(jia, selection, "再次报名。")
    tou = hall.actor(hall.tou)
    actions.nominate(tou, selection, [hall.members["yi"]], organ=hall.economy)
    with pytest.raises(NotAllowed):
        actions.nominate(tou, selection, [hall.members["bing"]], organ=hall.history)
    with pytest.raises(NotAllowed):
        actions.nominate(jia, selection, [hall.members["bing"]], organ=None)


def test_the_unfit_need_a_ground_and_are_not_chosen(hall: Hall) -> None:
    selection = hall.called()
    with pytest.raises(Refusal):
        engine.take(selection, "close", hall.office)
    actions.nominate(hall.office, selection, [hall.members["jia"], hall.members["yi"]])
    selection = engine.take(selection, "close", hall.office)
    keys = dict(Nominee.objects.values_list("name", "pk"))
    with pytest.raises(Refusal) as refused:
        engine.take(selection, "vet", hall.office, {"fit": [keys["jia员"]], "ground": ""})
    assert "有1人未通过审核" in refused.value.sentence
    selection = engine.take(selection, "vet", hall.office, {"fit": [keys["jia员"]], "ground": "本届缺席较多。"})
    meeting = hall.meeting("chairmen", TODAY)
    with pytest.raises(Refusal):
        engine.take(selection, "decide", hall.office, {"meeting": meeting.pk, "chosen": [keys["yi员"]]})
    assert Message.objects.get(code="tenure.unfit").account == hall.accounts["yi"]

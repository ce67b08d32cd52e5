"""A branch's yearly appraisal: from opening to each member's own result, with and without a secret ballot (R10.4)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts.tests.house import START
from lvzhi.ballots import actions as ballots
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.messages.queries import inbox
from lvzhi.metrics import compute
from lvzhi.norms.actions.values import set_value
from lvzhi.party import actions, metrics, queries
from lvzhi.party.models import Appraisal, Appraised
from lvzhi.party.tests.hall import TODAY, Hall
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo

UNTIL = dt.date(2026, 6, 5)


def opened(hall: Hall, *, by_ballot: bool = False, **more: Any) -> Appraisal:
    body = hall.led(**more)
    data = {"year": TODAY.year, "account_by": UNTIL, "by_ballot": by_ballot}
    return actions.open_appraisal(hall.actor(hall.accounts["jia"]), body, data)


def line(appraisal: Appraisal, name: str) -> Appraised:
    return Appraised.objects.get(appraisal=appraisal, name=f"{name}员")


def write(hall: Hall, appraisal: Appraisal, name: str) -> Appraised:
    actor = hall.actor(hall.accounts[name])
    return engine.take(line(appraisal, name), "account", actor, {"text": f"{name}的自评"})


def given(appraisal: Appraisal, note: str = "", **grades: str) -> dict[str, str]:
    return {actions.field_of(line(appraisal, name)): code for name, code in grades.items()} | {"note": note}


def met(hall: Hall, appraisal: Appraisal) -> Appraisal:
    hall.held(appraisal.body, "appraisal", TODAY)
    return Appraisal.objects.get(pk=appraisal.pk)


def graded(hall: Hall, appraisal: Appraisal) -> Appraisal:
    answers = given(appraisal, jia="good", yi="excellent", bing="good")
    return engine.take(appraisal, "grade", hall.actor(hall.accounts["jia"]), answers)


def test_from_opening_to_each_members_own_result(hall: Hall) -> None:
    appraisal = opened(hall)
    yi = hall.actor(hall.accounts["yi"])
    assert [one.record for one in todo(yi)] == [line(appraisal, "yi")]
    for name in ("jia", "yi"):
        write(hall, appraisal, name)
    engine.take(line(appraisal, "yi"), "amend", yi, {"text": "补充的自评"})
    appraisal = met(hall, appraisal)  # the meeting itself moves it on, and counts in the rhythm
    assert (appraisal.state, appraisal.meeting.came) == ("met", 3)
    with pytest.raises(Refusal) as refused:
        engine.take(line(appraisal, "yi"), "amend", yi, {"text": "再改"})
    assert refused.value.status in (403, 422)
    appraisal = graded(hall, appraisal)
    with pytest.raises(NotAllowed):
        engine.take(appraisal, "confirm", hall.actor(hall.accounts["jia"]))
    office = hall.actor(hall.bai)
    appraisal = engine.take(appraisal, "send_back", office, {"ground": "请再议"})
    assert (appraisal.state, appraisal.ground) == ("met", "请再议")
    appraisal = graded(hall, appraisal)
    engine.take(appraisal, "confirm", office)
    assert {one.state for one in queries.lines_of(appraisal)} == {"told"}
    assert "结果已经确认" in next(iter(inbox(hall.accounts["yi"].pk, task=False))).sentence
    for name, code in (("yi", "优秀"), ("bing", "合格")):
        text = hall.login(hall.accounts[name]).get(reverse("party:appraised", args=[line(appraisal, name).uid]))
        assert f"<strong>{code}</strong>" in text.content.decode()


def test_a_member_sees_the_own_result_alone_and_only_once_confirmed(hall: Hall) -> None:
    appraisal = graded(hall, met(hall, opened(hall)))
    page = reverse("party:appraisal", args=[appraisal.uid])
    yi = hall.login(hall.accounts["yi"])
    text = yi.get(page).content.decode()
    assert "只显示您本人的" in text
    assert "bing员" not in text
    own = reverse("party:appraised", args=[line(appraisal, "yi").uid])
    assert "<strong>优秀</strong>" not in yi.get(own).content.decode()
    assert yi.get(reverse("party:appraised", args=[line(appraisal, "bing").uid])).status_code == 404
    assert "bing员" in hall.login(hall.accounts["jia"]).get(page).content.decode()
    assert hall.login(hall.accounts["ding"]).get(page).status_code == 404
    assert hall.login(hall.far).get(page).status_code == 404
    engine.take(appraisal, "confirm", hall.actor(hall.bai))
    assert "<strong>优秀</strong>" in yi.get(own).content.decode()


def test_excellent_keeps_its_ceiling_and_what_is_low_has_a_reason(hall: Hall) -> None:
    appraisal = met(hall, opened(hall))
    jia = hall.actor(hall.accounts["jia"])
    for answers, words in (
        (
            given(appraisal, jia="excellent", yi="excellent", bing="good"),
            "评定优秀2名，超过参加评定3名的33.4%（最多1名）",
        ),
        (given(appraisal, jia="good", yi="good"), "bing员暂不评定或评为基本合格以下"),
        (given(appraisal, jia="fair", yi="good", bing="good"), "jia员暂不评定或"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            engine.take(appraisal, "grade", jia, answers)
        assert words in refused.value.sentence
    assert Appraised.objects.exclude(grade="").count() == 0  # nothing half-written
    set_value(hall.actor(hall.bai), hall.here, "party.excellent_most", "70", starts=START, ground="本级规定")
    engine.take(appraisal, "grade", jia, given(appraisal, jia="excellent", yi="excellent", bing="good"))
    with pytest.raises(Conflict):
        engine.take(appraisal, "grade", jia, given(appraisal, jia="good", yi="good", bing="good"))


def test_the_organisation_above_confirms_where_somebody_leads_it(hall: Hall) -> None:
    above = hall.branch("党总支", kind="general", organ=None)
    hall.seat(above, "ding", post="secretary")
    appraisal = graded(hall, met(hall, opened(hall, above=above)))
    ding = hall.accounts["ding"]
    with pytest.raises(NotAllowed):
        engine.take(appraisal, "confirm", hall.actor(hall.bai))
    assert [one.record for one in todo(hall.actor(ding))] == [appraisal]
    assert "bing员" in hall.login(ding).get(reverse("party:appraisal", args=[appraisal.uid])).content.decode()
    assert engine.take(appraisal, "confirm", hall.actor(ding)).state == "confirmed"


def test_what_cannot_be_opened_is_said_in_a_sentence(hall: Hall) -> None:
    body = hall.branch()
    office, data = hall.actor(hall.bai), {"year": TODAY.year, "account_by": UNTIL}
    general = hall.branch("党总支", kind="general", organ=None)
    for where, change, words in (
        (body, {}, "还没有书记"), (general, {}, "不是固定或临时党支部"), (body, {"year": TODAY.year + 1}, "年还没有到"),
        (body, {"account_by": START}, "截止日期"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            actions.open_appraisal(office, where, data | change)
        assert words in refused.value.sentence
    hall.seat(body, "jia", post="secretary")
    actions.open_appraisal(office, body, data)
    with pytest.raises(Refusal) as refused:
        actions.open_appraisal(office, body, data)
    assert "已经发起" in refused.value.sentence
    with pytest.raises(NotAllowed):
        actions.open_appraisal(hall.actor(hall.accounts["yi"]), body, data | {"year": TODAY.year - 1})
    page = hall.login(hall.accounts["jia"]).post(
        reverse("party:appraise", args=[body.uid]), {"year": TODAY.year, "account_by": "2026-06-05"}
    )
    assert (page.status_code, "已经发起" in page.content.decode()) == (422, True)


def test_where_the_branch_wants_one_a_secret_ballot_is_tied(hall: Hall) -> None:
    set_value(hall.actor(hall.bai), hall.here, "ballots.smallest_cut", 3, starts=START, ground="支部人数少")
    appraisal = met(hall, opened(hall, by_ballot=True))
    jia, office = hall.actor(hall.accounts["jia"]), hall.actor(hall.bai)
    answers = given(appraisal, jia="good", yi="excellent", bing="good")
    with pytest.raises(Refusal) as refused:
        engine.take(appraisal, "grade", jia, answers)
    assert "先由办公室组织投票" in refused.value.sentence
    assert [(one.step.key, one.record) for one in todo(office)] == [("ballot", appraisal)]
    tellers = [hall.ling.pk, hall.bai.pk]
    appraisal = engine.take(appraisal, "ballot", office, {"held_on": TODAY, "tellers": tellers})
    ballot = Ballot.objects.get(pk=appraisal.ballot_id)
    assert (ballot.kind, Voter.objects.filter(ballot=ballot).count(), ballot.items.count()) == ("branch", 3, 3)
    with pytest.raises(Refusal) as refused:
        engine.take(appraisal, "grade", jia, answers)
    assert "公布结果后再评定等次" in refused.value.sentence
    codes = [ballots.take_code(hall.actor(one), ballot) for one in (hall.ling, hall.bai)]
    ballot = engine.take(ballot, "open", office)
    for name in ("jia", "yi", "bing"):
        voter = Voter.objects.select_related("ballot__committee", "person").get(ballot=ballot, person=hall.person(name))
        marks = {f"c{item.place}_1": "1" if item.text == "yi员" else "2" for item in ballot.items.all()}
        engine.take(voter, "cast", hall.actor(hall.accounts[name]), marks)
    count = {"present": 3, "first_code": codes[0], "second_code": codes[1]}
    ballot = engine.take(Ballot.objects.get(pk=ballot.pk), "count", hall.actor(hall.ling), count)
    engine.take(ballot, "announce", office)
    page = hall.login(hall.accounts["jia"]).get(reverse("party:appraisal", args=[appraisal.uid])).content.decode()
    assert re.search(r"优秀3票", page)
    assert engine.take(Appraisal.objects.get(pk=appraisal.pk), "grade", jia, answers).state == "graded"


def test_every_figure_is_its_rows_and_the_exceptions_are_named(hall: Hall) -> None:
    appraisal = met(hall, opened(hall))
    answers = given(appraisal, "病休", jia="good", yi="fair")
    appraisal = engine.take(appraisal, "grade", hall.actor(hall.accounts["jia"]), answers)
    assert metrics.APPRAISED.rows(hall.scope, hall.year).count() == 0  # not confirmed yet
    appraisal = engine.take(appraisal, "confirm", hall.actor(hall.bai))
    found = compute.book(metrics.YEARLY, hall.scope, hall.year)
    coverage = found["party.appraisal_coverage"]
    assert (coverage.numerator, coverage.denominator) == (2, 3)
    assert [row.name for row in metrics.NOT_APPRAISED.rows(hall.scope, hall.year)] == ["bing员"]
    cut = metrics.GRADE_CUT
    split = {name: one.value for _, name, one in compute.split(metrics.APPRAISED, hall.scope, hall.year, cut)}
    assert {"基本合格": 1, "合格": 1}.items() <= split.items()
    engine.void(appraisal, hall.actor(hall.bai), "重复")
    assert metrics.APPRAISED.rows(hall.scope, hall.year).count() == 0


def test_an_old_members_paper_is_put_down_by_the_secretary(hall: Hall) -> None:
    appraisal = opened(hall)
    jia = hall.actor(hall.accounts["jia"])
    done = engine.take(line(appraisal, "bing"), "account_for", jia, {"text": "书面自评"})
    assert (done.state, done.text) == ("written", "书面自评")
    with pytest.raises(NotAllowed):
        engine.take(line(appraisal, "jia"), "account", hall.actor(hall.accounts["yi"]), {"text": "代写"})
    with pytest.raises(Refusal):
        engine.take(line(appraisal, "yi"), "account", hall.actor(hall.accounts["yi"]), {"text": " "})

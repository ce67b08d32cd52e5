"""The stages follow from the records of every room; telling back and looking back close the way (R3.6, R3.11)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.models import Account
from lvzhi.activities.models import Activity
from lvzhi.committee.scope import Scope
from lvzhi.consultations import actions, queries, tables
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.tests.scene import Scene
from lvzhi.deadlines import clock
from lvzhi.ledger.tests.desk import TODAY
from lvzhi.messages.models import Message
from lvzhi.metrics import compute, periods, registry
from lvzhi.plans.actions import add_task

MOST_STATEMENTS = 15
YEAR = periods.year(TODAY.year)


def states(scene: Scene, activity: Activity, who: Account | None = None) -> dict[str, str]:
    sources = queries.of_activity(scene.actor(who or scene.wen), activity.uid)
    return {one.key: one.state for one in tables.stages_of(sources)}


def number(scene: Scene, key: str) -> int:
    return int(compute.compute(registry.figure(key), Scope(scene.here), YEAR).value or 0)


def page(scene: Scene, who: Account, activity: Activity) -> str:
    found = scene.login(who).get(f"/consultations/{activity.uid}/")
    assert found.status_code == 200
    return str(found.content.decode())


def whole(scene: Scene) -> Activity:
    """Everything recorded up to the last answer."""
    scene.scheme()
    scene.looked_into()
    activity = scene.met()
    rows = scene.advised(activity)
    scene.commented(scene.went_up(rows))
    scene.answered(rows, "wholly", "partly", "not")
    return activity


def test_each_record_moves_the_way_on_by_itself(scene: Scene) -> None:
    plan = queries.of_task(scene.actor(scene.wen), scene.task.uid)
    before = {one.key: one.state for one in tables.stages_of(plan)}
    assert [key for key, state in before.items() if state == "done"] == ["topic", "plan"]
    assert before["scheme"] == "current"
    scene.scheme()
    scene.looked_into()
    activity = scene.met()
    assert states(scene, activity)["result"] == "current"
    rows = scene.advised(activity)
    assert states(scene, activity)["result"] == "current"  # said, not yet in a document
    paper = scene.went_up(rows)
    assert states(scene, activity)["handed"] == "current"  # a leader's comment is never waited for
    scene.commented(paper)
    scene.answered(rows[:2], "wholly", "partly")
    known = states(scene, activity)
    assert (known["comments"], known["handed"], known["adoption"]) == ("done", "done", "current")
    scene.answered(rows[2:], "not")
    known = states(scene, activity)
    assert (known["adoption"], known["feedback"], known["look_back"]) == ("done", "current", "next")


def test_the_last_answer_begins_the_following_up(scene: Scene) -> None:
    activity = scene.met()
    rows = scene.advised(activity)
    scene.answered(rows[:2], "wholly", "not")
    assert queries.follow_of(activity) is None
    scene.answered(rows[2:], "partly")
    follow = queries.follow_of(activity)
    assert follow is not None
    assert (follow.state, follow.due_clock) == ("feeding", "feed")
    desk = scene.login(scene.wen).get("/").content.decode()
    assert "反馈采纳情况" in desk


def test_those_who_took_part_are_told_and_reading_is_counted(scene: Scene) -> None:
    activity = whole(scene)
    follow = FollowUp.objects.get()
    with pytest.raises(NotAllowed):
        scene.take(follow, "feed_back", scene.jia, text="不该由委员反馈")
    form = scene.login(scene.shen).get(f"/consultations/step/{follow.uid}/feed_back/").content.decode()
    assert "采纳1条，部分采纳1条，未采纳1条，还在办理0条" in form
    scene.take(follow, "feed_back", scene.shen, text="三条建议均已答复。")
    told = set(Message.objects.filter(code=queries.FED).values_list("account__username", flat=True))
    assert told == {"jia", "yi"}
    assert "反馈2人，已读0人" in page(scene, scene.wen, activity)
    assert "三条建议均已答复" in page(scene, scene.jia, activity)  # opening it is reading it
    assert "反馈2人，已读1人" in page(scene, scene.wen, activity)
    assert (number(scene, "consultations.fed_back"), number(scene, "consultations.looked_back")) == (1, 0)


def test_the_look_back_goes_on_until_nothing_is_left_open(scene: Scene) -> None:
    activity = whole(scene)
    follow = scene.take(FollowUp.objects.get(), "feed_back", scene.wen, text="已答复。")
    due = follow.due_on
    assert due is not None
    assert due > TODAY + dt.timedelta(days=150)
    later = TODAY + dt.timedelta(days=200)
    seen = {"looked_on": later.isoformat(), "finding": "两部电梯已开工。"}
    with clock.at(later):
        with pytest.raises(Refusal, match="下一次回头看"):
            scene.take(follow, "look_back", scene.wen, result="again", **seen)
        until = (later + dt.timedelta(days=60)).isoformat()
        follow = scene.take(follow, "look_back", scene.wen, result="again", until=until, **seen)
        assert (follow.state, follow.due_on) == ("fed", later + dt.timedelta(days=60))
        assert states(scene, activity)["look_back"] == "current"
        follow = scene.take(follow, "look_back", scene.wen, result="done", **seen)
    assert (follow.state, states(scene, activity)["look_back"]) == ("closed", "done")
    assert "全程已走完" in page(scene, scene.wen, activity)


def test_a_member_reads_the_way_but_of_others_advice_only_the_count(scene: Scene) -> None:
    activity = whole(scene)
    mine, others = page(scene, scene.jia, activity), page(scene, scene.bing, activity)
    assert "第0条建议" in mine
    assert "第0条建议" not in others
    assert "3条您无权查看，已计入" in others
    for words in ("区政府提出", "委〔2026〕8号", "区委常委会第五次会议", "三点建议", "采纳1条", "区委书记林"):
        assert words in others
    assert "登记意见建议" not in others
    assert scene.login(scene.far_office).get(f"/consultations/{activity.uid}/").status_code == 404


def test_a_whole_way_costs_few_statements(scene: Scene) -> None:
    activity = whole(scene)
    scene.take(FollowUp.objects.get(), "feed_back", scene.wen, text="已答复。")
    office = scene.login(scene.wen)
    office.get(f"/consultations/{activity.uid}/")
    with CaptureQueriesContext(connection) as asked:
        office.get(f"/consultations/{activity.uid}/")
    assert len(asked) <= MOST_STATEMENTS, "\n".join(one["sql"][:160] for one in asked.captured_queries)


def test_a_courtyard_session_needs_no_plan_and_ends_with_its_problems(scene: Scene) -> None:
    activity = scene.met(kind="courtyard", title="路灯院坝协商会", task=None)
    known = states(scene, activity)
    assert (known["topic"], known["scheme"], known["result"]) == ("skipped", "skipped", "current")
    problem = scene.problem(activity=activity)
    assert states(scene, activity)["sent"] == "current"
    scene.struck(problem)
    assert states(scene, activity)["adoption"] == "done"


def test_an_item_met_by_several_sessions_goes_on_after_the_first(scene: Scene) -> None:
    data = {"topic": "院坝协商", "due": TODAY.replace(month=12), "wanted": 4, "block": "consultation"}
    series = add_task(scene.plan, scene.actor(scene.wen), data, ground="主席会议议定")
    page_of = f"/consultations/plan/{series.uid}/"
    office = scene.login(scene.wen)
    assert "登记已举行的一场" in office.get(page_of).content.decode()
    activity = scene.met(kind="courtyard", title="路灯院坝协商会", task=series)
    scene.met(kind="courtyard", title="停车院坝协商会", task=series)
    rows = scene.advised(activity, 1)
    scene.answered(rows, "wholly")
    scene.take(FollowUp.objects.get(), "feed_back", scene.wen, text="已答复。")
    shown = office.get(page_of).content.decode()
    for words in ("已举行2场", "路灯院坝协商会", "停车院坝协商会", "共2场，已反馈1场", "登记已举行的一场"):
        assert words in shown
    assert office.get(f"/consultations/plan/{scene.task.uid}/").status_code == 200
    scene.met()
    assert office.get(f"/consultations/plan/{scene.task.uid}/").status_code == 302


def test_figures_of_what_came_of_it_open_onto_their_rows(scene: Scene) -> None:
    whole(scene)
    keys = ("consultations.results", "consultations.comments", "activities.speeches", "ledger.advice_adopted")
    assert [number(scene, key) for key in keys] == [1, 1, 1, 2]  # the scheme is none of the results


def test_following_up_is_begun_by_the_keeper_of_a_consultation_that_was_held(scene: Scene) -> None:
    activity = scene.met()
    scene.answered(scene.advised(activity, 1), "wholly")
    meeting = scene.activity(kind="chairmen", title="主席会议")
    with pytest.raises(Refusal, match="没有全程页"):
        actions.begin_follow(scene.actor(scene.wen), meeting)
    again: Any = scene.login(scene.wen).post(f"/consultations/{activity.uid}/begin/")
    assert again.url == f"/consultations/step/{FollowUp.objects.get().uid}/feed_back/"
    assert scene.login(scene.wen).get(f"/consultations/{meeting.uid}/").status_code in {409, 422, 400}


def test_the_list_shows_what_waits_and_costs_the_same_at_five_and_fifty(scene: Scene) -> None:
    office = scene.login(scene.wen)
    first = office.get("/consultations/").content.decode()
    assert "计划中还没有开展的（1）" in first
    counts = []
    for upto in (5, 30):
        for place in range(Activity.objects.filter(family="consultation").count(), upto):
            scene.activity(title=f"第{place}次院坝协商会")
        with CaptureQueriesContext(connection) as asked:
            office.get("/consultations/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    whole(scene)
    waiting = office.get("/consultations/?state=feeding").content.decode()
    assert ("加装电梯专题协商会" in waiting, "第1次院坝" in waiting) == (True, False)
    assert "计划中还没有开展的" not in waiting

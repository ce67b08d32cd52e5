"""Research, inspections, study tours and visits have their own stages, read off the same records (R5.6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Refusal
from lvzhi.accounts.models import Account
from lvzhi.activities import actions as activities
from lvzhi.activities.actions import Guest, PartnerGiven, PlaceGiven
from lvzhi.activities.actions.attending import note_all_but
from lvzhi.activities.models import Activity
from lvzhi.activities.queries import sittings_of
from lvzhi.committee.scope import Scope
from lvzhi.consultations import actions, queries, tables
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.tests.scene import TO, Scene
from lvzhi.ledger.models import Problem
from lvzhi.ledger.tests.desk import TODAY
from lvzhi.metrics import compute, periods, registry
from lvzhi.papers.actions import begin_draft
from lvzhi.papers.models import Paper
from lvzhi.plans.actions import add_task, begin_plan

MOST_STATEMENTS = 15
YEAR = periods.year(TODAY.year)
SPOTS = (PlaceGiven("区政协门前集合"), PlaceGiven("东门桥", role="site"), PlaceGiven("西门泵站", role="site"))


def states(scene: Scene, activity: Activity) -> dict[str, str]:
    sources = queries.of_activity(scene.actor(scene.wen), activity.uid)
    return {one.key: one.state for one in tables.stages_of(sources)}


def page(scene: Scene, who: Account, activity: Activity) -> str:
    found = scene.login(who).get(f"/consultations/{activity.uid}/")
    assert found.status_code == 200
    return str(found.content.decode())


def went(scene: Scene, places: Any = SPOTS, **changed: Any) -> Activity:
    """An inspection that was held, with a leader, a member, an expert and a department."""
    jia, yi = (scene.members[one.pk].person for one in (scene.jia, scene.yi))
    guests = [Guest(person=jia, role="lead"), Guest(person=yi), Guest(name="高工", body="设计院", role="expert")]
    given = {"kind": "inspection", "title": "河道视察", "held_on": TODAY, "organ": scene.economy} | changed
    partners = [PartnerGiven(name="区水务局")]
    row = activities.begin(
        scene.actor(scene.wen), scene.here, given, guests=guests, places=places, partners=partners
    )  # fmt: skip
    row = scene.take(row, "hold", scene.wen)
    note_all_but(sittings_of(row).get(), scene.actor(scene.wen), {})
    return Activity.objects.get(pk=row.pk)


def reported(scene: Scene, activity: Activity, kind: str) -> Paper:
    data = {"kind": kind, "title": f"关于{activity.title}的报告", "text": "看到的情况和建议。"}
    about = [("activities.activity", activity.uid)]
    return scene.issued(begin_draft(scene.actor(scene.wen), scene.here, data, about=about))


def test_an_inspection_goes_from_the_spot_to_the_look_back(scene: Scene) -> None:
    activity = went(scene)
    known = states(scene, activity)
    assert (known["planned"], known["field"], known["problems"], known["advice"]) == (
        "skipped",
        "done",
        "next",
        "current",
    )
    problems = [scene.problem(f"第{place}处淤积", activity=activity) for place in range(2)]
    assert states(scene, activity)["report"] == "current"  # problems alone are reported too
    rows = scene.advised(activity, 2)
    for one in problems:
        scene.owned(one)  # problems are given out at once; the report on its way is not passed over for it
    data = {"kind": "inspection_report", "title": "关于河道视察的报告", "text": "情况和建议。"}
    draft = begin_draft(scene.actor(scene.wen), scene.here, data, about=[("activities.activity", activity.uid)])
    known = states(scene, activity)
    assert (known["report"], known["sent"], known["handed"]) == ("current", "next", "done")
    paper = scene.issued(draft)
    assert states(scene, activity)["adoption"] == "current"
    scene.take(paper, "send", scene.wen, bodies=TO, how="exchange", sent_on=TODAY.isoformat())
    assert (states(scene, activity)["sent"], states(scene, activity)["comments"]) == ("done", "skipped")
    scene.commented(paper)
    scene.answered(rows, "wholly", "partly")
    assert states(scene, activity)["adoption"] == "current"  # the problems are open still
    for one in problems:
        scene.take(Problem.objects.get(pk=one.pk), "finish", scene.wu, done_on=TODAY.isoformat(), result="已清淤。")
        scene.take(Problem.objects.get(pk=one.pk), "check", scene.shen)
    assert states(scene, activity)["feedback"] == "current"
    shown = page(scene, scene.wen, activity)
    for words in ("视察全程", "现场视察", "到2处", "东门桥", "带队 甲", "专家 高工", "联合区水务局", "登记问题2个",
                  "视察报告", "关于河道视察的报告", "区委书记林", "问题2个，已解决2个"):  # fmt: skip
        assert words in shown
    follow = actions.begin_follow(scene.actor(scene.wen), activity)
    follow = scene.take(follow, "feed_back", scene.wen, text="两处淤积已清。")
    answers = {"looked_on": TODAY.isoformat(), "result": "done", "finding": "水流畅通。"}
    scene.take(follow, "look_back", scene.wen, **answers)
    assert "全程已走完" in page(scene, scene.wen, activity)


def test_each_family_has_its_own_words(scene: Scene) -> None:
    for kind, words in (
        ("research", ("调研全程", "实地调研", "调研报告")), ("inspection", ("视察全程", "现场视察", "视察报告")),
        ("study_tour", ("考察全程", "实地考察", "考察报告")), ("enterprise_visit", ("走访全程", "走访对象", "诉求")),
    ):  # fmt: skip
        activity = went(scene, kind=kind, title=f"{words[0]}一次")
        shown = page(scene, scene.wen, activity)
        assert [one in shown for one in words] == [True] * 3
        assert words[0] in scene.login(scene.wen).get(f"/activities/{activity.uid}/").content.decode()
    with pytest.raises(Refusal, match="没有全程页"):
        queries.of_activity(scene.actor(scene.wen), scene.activity(kind="chairmen", title="主席会议").uid)


def test_a_visit_ends_where_nothing_was_asked_and_else_with_what_became_of_it(scene: Scene) -> None:
    quiet = went(scene, kind="enterprise_visit", title="走访企业", places=[PlaceGiven("茶厂", role="enterprise")])
    assert states(scene, quiet) == {
        "whom": "done", "asked": "next", "problems": "next", "handling": "next", "outcome": "next",
    }  # fmt: skip
    assert "全程已走完" in page(scene, scene.wen, quiet)
    spots = [PlaceGiven("茶厂", role="enterprise", asked="用电不稳"), PlaceGiven("药厂", role="enterprise")]
    activity = went(scene, kind="enterprise_visit", title="走访两厂", places=spots)
    assert states(scene, activity)["problems"] == "current"
    problem = scene.problem("茶厂用电不稳", activity=activity)
    assert states(scene, activity)["handling"] == "current"
    scene.done(problem)
    assert states(scene, activity)["outcome"] == "current"
    scene.take(Problem.objects.get(), "check", scene.shen)
    assert states(scene, activity)["outcome"] == "done"
    shown = page(scene, scene.wen, activity)
    for words in ("走访2处", "走访企业", "用电不稳", "问题已明确责任1个", "问题1个，已解决1个"):
        assert words in shown
    with pytest.raises(Refusal, match="不用另行反馈"):
        actions.begin_follow(scene.actor(scene.wen), activity)


def test_research_for_a_consultation_shows_it_and_leaves_it_its_papers(scene: Scene) -> None:
    scene.scheme()
    research = scene.looked_into()
    scene.met()
    shown = page(scene, scene.wen, research)
    assert "为这次协商开展" in shown
    assert "加装电梯专题协商会" in shown
    assert "加装电梯专题协商方案" not in shown  # the consultation's scheme is none of the research
    assert states(scene, research)["planned"] == "done"


def test_an_item_of_a_research_plan_waits_in_the_list_and_leads_to_its_research(scene: Scene) -> None:
    plan = begin_plan(
        scene.actor(scene.wen), scene.here, {"kind": "research", "year": TODAY.year, "title": "调研课题计划"}
    )
    task = add_task(plan, scene.actor(scene.wen), {"topic": "园区用工", "due": TODAY.replace(month=9)})
    on = {"held_on": TODAY.isoformat()}
    for key, answers in (
        ("gather", {"body": "各专委会"}), ("propose", {}), ("pass_chairmen", {"body": "第十次主席会议", **on}),
    ):  # fmt: skip
        plan = scene.take(plan, key, scene.wen, **answers)
    office = scene.login(scene.wen)
    waiting = office.get("/consultations/?way=study").content.decode()
    assert "计划中还没有开展的（1）" in waiting
    shown = office.get(f"/consultations/plan/{task.uid}/").content.decode()
    assert "调研全程" in shown
    assert f"kind=research&amp;task={task.uid}" in shown
    activity = scene.take(scene.activity(kind="research", title="园区用工调研", task=task), "hold", scene.wen)
    assert office.get(f"/consultations/plan/{task.uid}/").url == f"/consultations/{activity.uid}/"
    assert "计划中还没有开展的" not in office.get("/consultations/?way=study").content.decode()
    scene.answered(scene.advised(activity, 1), "wholly")
    assert FollowUp.objects.get().activity == activity  # the last answer of a planned one begins it


def test_reports_are_figures_sent_and_commented(scene: Scene) -> None:
    inspected, looked = went(scene), went(scene, kind="research", title="河道调研")
    first = reported(scene, inspected, "inspection_report")
    reported(scene, looked, "research_report")
    scene.went_up(scene.advised(went(scene, kind="study_tour", title="外地考察"), 1))  # came of a study tour
    scene.went_up(scene.advised(scene.met(), 1))  # came of a consultation
    scene.take(first, "send", scene.wen, bodies=f"{TO}、区水务局", how="exchange", sent_on=TODAY.isoformat())
    scene.commented(first)
    found = {}
    for key in ("reports", "reports_sent", "reports_commented"):
        figure = registry.figure(f"consultations.{key}")
        value = compute.compute(figure, Scope(scene.here), YEAR).value
        rows = figure.sources[0].rows(Scope(scene.here), YEAR)
        assert value == len({row.pk for row in rows})
        found[key] = value
    assert found == {"reports": 3, "reports_sent": 2, "reports_commented": 1}


def test_a_member_reads_the_way_but_of_problems_and_advice_only_the_count(scene: Scene) -> None:
    activity = went(scene)
    scene.problem("桥下淤积", activity=activity)
    scene.advised(activity, 2)
    shown = page(scene, scene.bing, activity)
    assert ("登记问题1个" in shown, "桥下淤积" in shown, "意见建议2条" in shown, "第0条建议" in shown) == (
        True, False, True, False,
    )  # fmt: skip
    assert "登记意见建议" not in shown
    assert scene.login(scene.far_office).get(f"/consultations/{activity.uid}/").status_code == 404


def test_the_way_costs_few_statements_and_the_lists_the_same_at_five_and_fifty(scene: Scene) -> None:
    activity = went(scene)
    for place in range(3):
        scene.problem(f"第{place}处淤积", activity=activity)
    scene.answered(scene.advised(activity, 3), "wholly", "partly", "not")
    paper = reported(scene, activity, "inspection_report")
    scene.take(paper, "send", scene.wen, bodies=TO, how="exchange", sent_on=TODAY.isoformat())
    scene.commented(paper)
    follow = actions.begin_follow(scene.actor(scene.wen), activity)
    scene.take(follow, "feed_back", scene.wen, text="已答复。")
    office = scene.login(scene.wen)
    office.get(f"/consultations/{activity.uid}/")
    with CaptureQueriesContext(connection) as asked:
        office.get(f"/consultations/{activity.uid}/")
    assert len(asked) <= MOST_STATEMENTS, "\n".join(one["sql"][:160] for one in asked.captured_queries)
    for way, kind in (("study", "research"), ("visit", "enterprise_visit")):
        counts = []
        for more in (5, 25):
            for place in range(more):
                scene.activity(kind=kind, title=f"第{place}次")
            with CaptureQueriesContext(connection) as asked:
                office.get(f"/consultations/?way={way}")
            counts.append(len(asked))
        assert counts[0] == counts[1]

"""A year's evaluation: own account, view, reckoning, meeting, objection, letter; what a member sees."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.deadlines import clock
from lvzhi.evaluation import actions, letters, metrics, queries
from lvzhi.evaluation.models import LowResult, Result
from lvzhi.evaluation.tests.court import TODAY, Court, refused
from lvzhi.exchange.letters import read_docx_text
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year
from lvzhi.proposals.models import Proposal
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo


def mark_of(row: Result, text: str) -> str:
    return next(str(one["mark"]) for one in row.lines if text in one["said"])


def test_the_whole_way_to_the_letter(court: Court) -> None:
    answer = court.post(court.bai, reverse("evaluation:run_begin"), year=str(TODAY.year), subject="member")
    assert answer.status_code == 302, answer.content.decode()
    run = queries.runs_of(court.actor(court.bai), court.here.pk).get()
    assert "请提交述职" in court.page(court.jia, "mine")
    row = court.of(run, "jia")
    court.post(court.jia, reverse("evaluation:account", args=[row.uid]), account="一年来提交了提案。")
    run = court.go(run, "views")
    court.post(court.shen, reverse("evaluation:view", args=[row.uid]), organ=str(court.economy.pk), view="履职积极。")
    run = court.until(run, "check", "submit", "decide")
    page = court.page(court.jia, "result", row.uid)
    for words in (
        "一年来提交了提案。",
        "履职积极。",
        "10分，合格",
        "2人联名，第一人得10分的一半，计5分",
        "应到",
        "打开记录",
    ):
        assert words in page, words
    zipped = court.post(court.bai, reverse("evaluation:letters", args=[run.uid]))
    with zipfile.ZipFile(io.BytesIO(b"".join(zipped))) as pack:
        name = next(one for one in pack.namelist() if court.member_of("jia").name in one)
        said = read_docx_text(io.BytesIO(pack.read(name)))
    assert "得分10分，等次：合格" in said
    assert "不作排名" in said
    basis = court.post(court.bai, reverse("evaluation:basis", args=[run.uid]))
    assert basis.status_code == 200
    run = court.go(run, "seal")
    assert run.state == "sealed"
    with refused("evaluation.grade_closed"):
        actions.reckon_run(run, court.actor(court.bai))


def test_a_member_sees_the_own_result_and_no_other(court: Court) -> None:
    run = court.run()
    actions.reckon_run(run, court.actor(court.bai))
    mine, other = court.of(run, "jia"), court.of(run, "yi")
    page = court.page(court.jia, "result", mine.uid)
    assert "等次待审定" in page  # points at once, the grade when the meeting decided
    assert court.page(court.jia, "result", other.uid, status=404)
    led = court.login(court.jia).get(queries.run_address(run))
    assert led["Location"] == queries.result_address(mine)  # the year's page is not a member's
    assert court.page(court.chen, "result", mine.uid, status=404)  # head of an organ that 甲 does not sit in
    court.page(court.shen, "result", mine.uid)


def test_lists_stand_by_name_and_ranking_says_what_it_breaks(court: Court) -> None:
    from lvzhi.norms.actions import set_value

    run = court.decided()
    page = court.page(court.bai, "run", run.uid)
    assert "按得分排列" not in page
    assert court.page(court.bai, "run", run.uid, by="points").count("排名") == 0
    set_value(court.actor(court.secretary), court.here, "evaluation.ranking", True, starts=TODAY, ground="试")
    page = court.page(court.bai, "run", run.uid, by="points")
    assert "国办函〔2026〕12号不允许积分排名" in page
    assert "排名" not in court.page(court.jia, "result", court.of(run, "jia").uid).replace("不排名", "")


def test_an_objection_is_upheld_and_another_refused(court: Court) -> None:
    run = court.decided()
    row = court.of(run, "yi")  # half of the proposal 5, away from the deliberation −5
    assert (row.total, row.grade) == (Decimal(0), "不合格")
    before = court.of(run, "jia").lines
    for text, words in (("扣5分", "当天已向召集人请假"), ("提交提案", "应计10分")):
        mark = mark_of(row, text)
        address = reverse("evaluation:object", args=[row.uid]) + f"?mark={mark}"
        assert court.post(court.yi, address, text=words).status_code == 302
    page = court.page(court.yi, "result", row.uid)
    assert page.count("复核中") >= 2
    with refused("evaluation.objections_open"):
        court.go(run, "seal")
    refused_, upheld = queries.objections_of(row)
    court.go(upheld, "uphold", becomes=Decimal(0), reason="已补请假单")
    court.go(refused_, "refuse", reason="联名按一半计")
    row = court.of(run, "yi")
    assert (row.total, row.grade) == (Decimal(5), "合格")
    assert "异议成立，由-5分改为0分：已补请假单" in court.page(court.yi, "result", row.uid)
    assert court.of(run, "jia").lines == before
    assert court.go(run, "seal").state == "sealed"


def test_a_missing_record_is_added_by_an_objection(court: Court) -> None:
    run = court.decided()
    row = court.of(run, "yi")
    made = actions.object_to(row, court.actor(court.yi), {"text": "还有一次公益服务", "item": 4})
    court.go(made, "uphold", becomes=Decimal(3), reason="有活动照片以外的书面证明")
    assert court.of(run, "yi").total == Decimal(3)


def test_objections_are_ones_own_and_in_time(court: Court) -> None:
    from lvzhi.deadlines import clock

    run = court.run()
    row = court.of(run, "yi")
    with refused("evaluation.object_early"):
        actions.object_to(row, court.actor(court.yi), {"text": "不对", "item": 1})
    run = court.until(run, "views", "check", "submit", "decide")
    row = court.of(run, "yi")
    with pytest.raises(NotAllowed):
        actions.object_to(row, court.actor(court.jia), {"text": "不对", "item": 1})
    with clock.at(run.object_until.replace(year=run.object_until.year + 1)), refused("evaluation.object_closed"):
        actions.object_to(row, court.actor(court.yi), {"text": "不对", "item": 1})


def test_a_record_that_goes_later_changes_no_result_and_is_told(court: Court) -> None:
    run = court.decided()
    row = court.of(run, "jia")
    proposal = Proposal.objects.get()
    engine.void(proposal, court.actor(court.wen), "重复录入")
    again = court.of(run, "jia")
    assert again.lines == row.lines
    page = court.page(court.bai, "compare", row.uid)
    assert "现在的记录已没有这一条，结果按审定时保留" in page


def test_points_with_a_document_need_another_to_approve(court: Court) -> None:
    run = court.run()
    row = court.of(run, "jia")
    data: dict[str, Any] = {"item": "item:4", "title": "义诊", "document": "", "on": TODAY}
    with refused("evaluation.proof_missing"):
        actions.enter_proven(row, court.actor(court.bai), data)
    made = actions.enter_proven(row, court.actor(court.bai), data | {"document": "卫健局证明〔2022〕1号"})
    with pytest.raises(NotAllowed):
        court.go(made, "approve")
    run = court.until(run, "views", "check")
    actions.reckon_run(run, court.actor(court.bai))
    with refused("evaluation.proof_waiting"):
        court.go(run, "submit")
    court.go(made, "approve", court.secretary)
    actions.reckon_run(run, court.actor(court.bai))
    assert "凭文件登记“义诊”：计3分" in court.page(court.jia, "result", row.uid)
    with refused("evaluation.proof_item"):
        actions.enter_proven(row, court.actor(court.bai), data | {"item": "item:1", "document": "x"})


def test_a_low_result_opens_a_case_and_does_nothing(court: Court) -> None:
    run = court.decided()
    member = court.member_of("yi")
    low = LowResult.objects.get(result=court.of(run, "yi"))
    assert (low.state, low.times, member.ends) == ("open", 1, None)
    low = court.go(low, "talk", court.secretary, talker="米书", on=TODAY, talk="了解情况，鼓励参加活动。")
    low = court.go(low, "close", court.secretary, closing="本人表示改进，不作其他处理。")
    assert "不作其他处理" in court.page(court.yi, "result", low.result.uid)
    assert "低等次个案" not in court.page(court.shen, "result", court.of(run, "jia").uid)


def test_figures_are_of_results_that_are_decided(court: Court) -> None:
    def counted() -> tuple[int, dict[str, int], int]:
        assessed = compute.compute(metrics.ASSESSED, court.scope, year(TODAY.year))
        grades = compute.split(metrics.ASSESSED, court.scope, year(TODAY.year), metrics.GRADE)
        talks = compute.compute(metrics.INTERVIEWED, court.scope, year(TODAY.year))
        return int(assessed.value or 0), {label: int(one.value or 0) for _, label, one in grades}, int(talks.value or 0)

    run = court.until(court.run(), "views", "check", "submit")
    assert counted() == (0, {}, 0)
    run = court.until(run, "decide")
    results = list(run.results.all())
    whole, grades, talks = counted()
    assert whole == len(results)
    assert grades == Counter(one.grade for one in results if one.grade)
    assert talks == 0
    low = LowResult.objects.get(result=court.of(run, "yi"))
    court.go(low, "talk", court.secretary, talker="米书", on=TODAY, talk="了解情况。")
    assert counted()[2] == 1
    assert compute.compute(metrics.ASSESSED, court.scope, year(TODAY.year - 1)).value == 0


def test_the_meeting_gives_another_grade_only_with_a_ground(court: Court) -> None:
    run = court.until(court.run(), "views", "check", "submit")
    row = court.of(run, "yi")
    with refused("evaluation.grade_ground"):
        actions.set_grade(row, court.actor(court.secretary), "合格", " ")
    actions.set_grade(row, court.actor(court.secretary), "合格", "因病住院，会议研究")
    run = court.go(run, "decide", court.secretary, meeting="主席会议", on=TODAY)
    assert court.of(run, "yi").grade == "合格"
    assert not LowResult.objects.filter(result__evaluation=run, result__member=court.member_of("yi")).exists()


def test_a_year_is_evaluated_once_and_by_rules_in_force(court: Court) -> None:
    with refused("evaluation.no_rules"):
        court.run(year=TODAY.year - 1)
    with refused("evaluation.year_ahead"):
        court.run(year=TODAY.year + 1)
    court.run()
    with refused("evaluation.run_exists"):
        court.run()


def test_one_in_two_organs_is_spoken_of_by_both_and_counted_once(court: Court) -> None:
    from lvzhi.people import actions as people
    from lvzhi.proposals.tests.people import START, builder

    people.join(builder(), court.member_of("jia"), court.history, starts=START)
    run = court.run()
    row = court.of(run, "jia")
    for head, organ in ((court.shen, court.economy), (court.chen, court.history)):
        actions.say_view(row, court.actor(head), organ, f"{organ.name}的意见")
    with pytest.raises(NotAllowed):
        actions.say_view(row, court.actor(court.chen), court.economy, "代别人说")
    actions.reckon_run(run, court.actor(court.bai))
    assert len(queries.views_of(row)) == 2
    assert court.of(run, "jia").total == Decimal(10)


def awaited(court: Court, who: Any) -> list[tuple[str, str]]:
    """What stands on the desk of somebody, of this room."""
    return [
        (one.step.key, str(one.record)) for one in todo(court.actor(who)) if one.workflow.key == "evaluation.evaluation"
    ]


def test_each_stage_waits_on_the_desk_of_whoever_it_waits_for(court: Court) -> None:
    run = court.run()
    name = str(run)
    assert awaited(court, court.jia) == [("account", name)]
    assert awaited(court, court.bai) == []  # accounts are still coming in
    assert awaited(court, court.shen) == []
    court.go(run, "account", court.jia, account="一年来提交了提案。")
    assert court.of(run, "jia").account == "一年来提交了提案。"
    assert awaited(court, court.jia) == []
    with clock.at(TODAY + timedelta(days=90)):  # the time for accounts is over
        assert awaited(court, court.bai) == [("views", name)]
    for row in run.results.filter(accounted_on=None):
        actions.hand_account(row, court.actor(court.bai), "办公室代录。")
    assert awaited(court, court.bai) == [("views", name)]
    run = court.go(run, "views")
    assert awaited(court, court.shen) == [("say", name)]
    row = court.of(run, "jia")
    with refused("evaluation.view_missing"):
        court.go(run, "say", court.shen, **{f"view_{row.pk}": " "})
    page = court.page(court.shen, "step", "run", run.uid, "say")
    assert f"{row.name}（{court.economy.name}）" in page
    said = {f"view_{one.pk}": "履职积极。" for one, _ in queries.to_speak_of(court.actor(court.shen), run)}
    court.go(run, "say", court.shen, **said)
    assert [one.words for one in queries.views_of(row)] == ["履职积极。"]
    assert awaited(court, court.shen) == []
    assert awaited(court, court.bai) == [("check", name)]


def test_information_drawn_from_a_proposal_is_of_the_same_work(court: Court) -> None:
    from lvzhi.evaluation.kinds import KINDS
    from lvzhi.journal.lines import Subject
    from lvzhi.opinions.actions.writing import begin

    proposal = Proposal.objects.filter(committee=court.here, member=court.member_of("jia")).first()
    assert proposal is not None
    about = Subject("proposals.proposal", proposal.uid, proposal.title, court.here.pk)
    data = {"title": "路灯不亮", "category": "society", "situation": "东街路灯有三盏不亮。"}
    for more in ({"about": about}, {}):
        made = begin(court.actor(court.jia), court.here, data, **more)
        engine.take(made, "submit", court.actor(court.jia), {"not_secret": True})
    period = queries.period_of(queries.rules_of_set(court.set))
    kinds = [KINDS["proposals.submitted"], KINDS["opinions.submitted"]]
    facts = queries.facts_of(court.here, period, kinds, [court.member_of("jia").person_id])
    works = [one.work for one in facts if one.kind == "opinions.submitted"]
    assert sorted(one == str(proposal.uid) for one in works) == [False, True]
    assert str(proposal.uid) in {one.work for one in facts if one.kind == "proposals.submitted"}


def test_a_worker_that_writes_letters_tells_how_many_are_written(court: Court) -> None:
    run = court.decided()
    rows = queries.for_letters(court.actor(court.bai), run)
    heard: list[tuple[int, int]] = []
    letters.letters(rows, lambda _phase, done, whole: heard.append((done, whole)))
    assert heard == [(place, len(rows)) for place in range(1, len(rows) + 1)]
    for row in run.results.all():
        assert row.fed_back_on is None  # written is not yet given out

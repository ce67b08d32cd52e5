"""Handling: contacts, points of a reply, promises, checks, approval, extension, reminders, refusals of units."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal, Refusals
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.metrics.compute import compute
from lvzhi.metrics.periods import year
from lvzhi.norms.declare import norm_of
from lvzhi.proposals import queries
from lvzhi.proposals.models import Contact, Extension, Leading, Promise, Proposal, Reminder, ReturnAsked
from lvzhi.proposals.tests.people import Town

MARCH = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)
CONTACT: dict[str, Any] = {
    "stage": "during", "mode": "visit", "held_on": "2026-03-16", "proposer_side": "甲文", "unit_side": "戊安",
    "points": "看了两处场地。", "agreed": "先办一处。",
}  # fmt: skip


def talk(town: Town, proposal: Proposal, **changed: Any) -> Contact:
    town.take(town.lead(proposal), "contact", town.wu, **CONTACT | changed)
    return Contact.objects.latest("pk")


def points(**changed: Any) -> dict[str, Any]:
    return {
        "text_1": "已增设两处。", "class_1": "A", "text_2": "补助标准拟明年调整。", "class_2": "B",
        "promise_2": "调整就餐补助标准。", "due_2": "2026-12-31",
    } | changed  # fmt: skip


def test_contact_counts_as_face_to_face_by_its_mode(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        assert talk(town, proposal).face
        assert not talk(town, proposal, mode="phone").face
        for wrong, words in (({"held_on": "2026-03-17"}, "不能晚于今天"), ({"held_on": "2026-03-01"}, "早于交办")):
            with pytest.raises(Refusal, match=words):
                talk(town, proposal, **wrong)
        with pytest.raises(NotAllowed):
            town.take(town.lead(proposal), "contact", town.geng, **CONTACT)


def test_contact_before_handling_cannot_follow_the_reply(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.answered()
    with clock.at(MARCH + dt.timedelta(days=2)):
        with pytest.raises(Refusal, match="R1.75"):
            talk(town, proposal, held_on="2026-03-18")
        assert talk(town, proposal, held_on="2026-03-18", stage="after").stage == "after"


def test_reply_to_each_recommendation_begins_its_promise(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        talk(town, proposal)
        town.take(proposal, "answer", town.wu, **town.reply(proposal) | points())
    reply = proposal.replies.get()
    assert [point.result_class for point in reply.points.order_by("id")] == ["A", "B"]
    assert reply.findings == ""
    promise = Promise.objects.get()
    assert (promise.state, promise.promised_for, promise.unit) == ("open", dt.date(2026, 12, 31), town.civil)


def test_promise_without_a_day_is_refused_on_its_field(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        faults = (({"due_2": ""}, "兑现日期"), ({"promise_2": ""}, "承诺事项"), ({"due_2": "2026-03-16"}, "晚于"))
        for wrong, words in faults:
            with pytest.raises(Refusal, match=words):
                town.take(proposal, "answer", town.wu, **town.reply(proposal) | points(**wrong))
        assert not Promise.objects.exists()


def test_promise_comes_back_on_its_day(town: Town) -> None:
    from lvzhi.workflow.todo import todo

    with clock.at(MARCH):
        proposal = town.handling()
        town.take(proposal, "answer", town.wu, **town.reply(proposal) | points())
        promise = Promise.objects.get()
        assert all(one.step.key != "look_back" for one in todo(town.actor(town.ding)))
        with pytest.raises(NotAllowed):
            town.take(promise, "look_back", town.ding, verdict="kept", finding="已调整。")
        town.take(promise, "progress", town.wu, progress="已报财政部门。")
    with clock.at(dt.date(2026, 12, 31)):
        assert [one.record for one in todo(town.actor(town.ding)) if one.step.key == "look_back"] == [promise]
        with pytest.raises(Refusal, match="新的兑现日期"):
            town.take(promise, "look_back", town.ding, verdict="rescheduled", finding="尚未批复。")
        moved = town.take(
            promise, "look_back", town.ding, verdict="rescheduled", finding="尚未批复。", until="2027-06-30"
        )
        assert (moved.state, moved.first_promised_for) == ("rescheduled", dt.date(2026, 12, 31))
    with clock.at(dt.date(2027, 7, 1)):
        broken = town.take(moved, "look_back", town.ding, verdict="broken", finding="仍未调整。")
        assert town.take(broken, "resume", town.ding, until="2027-12-31").state == "rescheduled"


def test_checks_are_refused_or_noted_as_the_norm_says(town: Town) -> None:
    with clock.at(MARCH):
        first = town.answered()
        assert set(first.replies.get().findings.split(",")) == {"points", "contact"}
        proposal = town.handling(town.submitted(title="关于另一处食堂的提案"))
        every = [code for code, _ in norm_of("proposals.reply_checks").choices]
        set_norm(town, "proposals.reply_checks", every)
        with pytest.raises(Refusal) as caught:
            town.take(proposal, "answer", town.wu, **town.reply(proposal) | {"signer": "", "result_class": "B"})
        said = str(caught.value)
        for words in ("R1.79", "R1.102", "R1.77", "第0001号", "R1.81"):
            assert words in said, words
        talk(town, proposal)
        answers = town.reply(proposal) | points(text="已按建议办理，分两步实施。")
        assert town.take(proposal, "answer", town.wu, **answers).state == "answered"


def set_norm(town: Town, key: str, value: Any) -> None:
    from lvzhi.norms.actions.values import set_value
    from lvzhi.proposals.tests.people import START, builder

    set_value(builder(), town.here, key, value, starts=START, ground="测试")


def test_head_approves_or_sends_back(town: Town) -> None:
    chief = town.person("chief", "丑明", town.here, Role.UNIT_HEAD, unit=town.civil)
    set_norm(town, "proposals.reply_needs_head", True)
    with clock.at(MARCH):
        proposal = town.handling()
        waiting = town.take(proposal, "answer", town.wu, **town.reply(proposal) | points(signer=""))
        assert waiting.state == "handling"
        row = town.lead(proposal)
        assert row.state == "approving"
        assert not Promise.objects.exists()
        with pytest.raises(NotAllowed):
            town.take(row, "approve_reply", town.wu)
        town.take(row, "return_reply", chief, opinion="补充时间表。")
        again = Proposal.objects.get(pk=proposal.pk)
        town.take(again, "answer", town.wu, **town.reply(proposal) | points(signer="", text="六月底前完成。"))
        town.take(town.lead(proposal), "approve_reply", chief)
    done = Proposal.objects.get(pk=proposal.pk)
    reply = done.replies.get()
    assert (done.state, reply.text, reply.signer, reply.approver) == ("answered", "六月底前完成。", "丑明", "丑明")
    assert town.lead(proposal).state == "done"
    assert Promise.objects.count() == 1


def test_a_draft_that_waits_for_the_head_is_the_units_own(town: Town) -> None:
    from lvzhi.proposals.tests.test_pages import page

    town.person("chief", "丑明", town.here, Role.UNIT_HEAD, unit=town.civil)
    set_norm(town, "proposals.reply_needs_head", True)
    proposal = town.handling()
    town.take(proposal, "answer", town.wu, **town.reply(proposal))
    assert "已增设两处食堂。" in page(town.login(town.wu), "proposals:detail", proposal.uid)
    for other in (town.jia, town.ding):
        assert "已增设两处食堂。" not in page(town.login(other), "proposals:detail", proposal.uid)


def test_extension_before_the_date_moves_it(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        due = proposal.answer_due_on
        ask = {"assignment": town.lead(proposal).pk, "until": "2026-08-31", "reason": "涉及多部门会商。"}
        with pytest.raises(Refusal, match="最晚"):
            town.take(proposal, "ask_extension", town.wu, **ask | {"until": "2027-01-31"})
        with pytest.raises(Refusal, match="晚于现在的期限"):
            town.take(proposal, "ask_extension", town.wu, **ask | {"until": "2026-04-01"})
        town.take(proposal, "ask_extension", town.wu, **ask)
        town.take(Extension.objects.get(), "grant", town.ding)
    proposal = Proposal.objects.get(pk=proposal.pk)
    assert due == dt.date(2026, 6, 16)
    assert proposal.answer_due_on == proposal.due_on == dt.date(2026, 8, 31)
    with clock.at(dt.date(2026, 8, 20)):
        town.take(proposal, "answer", town.wu, **town.reply(proposal))
    period = year(2026)
    assert queries.answered_in_time(Scope(town.here), period).count() == 1


def test_extension_after_the_date_is_refused(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        ask = {"assignment": town.lead(proposal).pk, "until": "2026-08-31", "reason": "涉及多部门会商。"}
        town.take(proposal, "ask_extension", town.wu, **ask)
    with clock.at(dt.date(2026, 6, 17)):
        with pytest.raises(Refusal, match="须在期限之前批准"):
            town.take(Extension.objects.get(), "grant", town.ding)
        town.take(Extension.objects.get(), "refuse", town.ding, opinion="已过期限。")
        fresh = Proposal.objects.get(pk=proposal.pk)
        assert fresh.answer_due_on == dt.date(2026, 6, 16)
        with pytest.raises(Refusal, match="已过，不能再申请延期"):
            town.take(fresh, "ask_extension", town.wu, **ask)


def test_reminders_by_day_and_only_while_something_is_owed(town: Town) -> None:
    with clock.at(MARCH):
        proposal = town.handling()
        town.take(proposal, "remind", town.ding, words="请先与提案者沟通。")
        with pytest.raises(Refusal, match="已催办过"):
            town.take(proposal, "remind", town.ding)
    with clock.at(MARCH.replace(day=18, hour=22)), pytest.raises(Refusal, match="8时至20时"):
        town.take(proposal, "remind", town.ding)
    with clock.at(MARCH.replace(day=18)):
        town.take(proposal, "remind", town.ding)
        assert (Reminder.objects.count(), town.lead(proposal).reminded) == (2, 2)


def test_ledger_of_refusals(town: Town) -> None:
    from lvzhi.proposals.tests.test_pages import page

    with clock.at(MARCH):
        row = town.lead(town.assigned())
        town.take(row, "ask_return", town.wu, ground="不属于本单位职责。")
    with clock.at(MARCH + dt.timedelta(days=3)):
        town.take(row, "keep", town.ding, opinion="属于职责范围。")
        town.take(town.lead(row.proposal), "ask_return", town.wu, ground="编制不足。")
        town.take(town.lead(row.proposal), "replace", town.ding, unit=town.housing.pk)
    lines = list(ReturnAsked.objects.order_by("trip").values_list("trip", "decision", "decider", "days"))
    assert lines == [(1, "kept", "丁宁", 3), (2, "replaced", "丁宁", 0)]
    shown = page(town.login(town.ding), "proposals:returns")
    for words in ("不属于本单位职责。", "编制不足。", "不同意退回", "丁宁"):
        assert words in shown
    assert town.login(town.wu).get("/proposals/returns/").status_code == 403


def test_page_tells_the_whole_handling(town: Town) -> None:
    from lvzhi.proposals.tests.test_pages import page

    with clock.at(MARCH):
        proposal = town.handling()
        talk(town, proposal)
        town.take(proposal, "answer", town.wu, **town.reply(proposal) | points())
    shown = page(town.login(town.jia), "proposals:detail", proposal.uid)
    for words in ("面商1次", "补助标准拟明年调整。", "调整就餐补助标准。", "履行中", "办中沟通（上门）"):
        assert words in shown, words
    file = page(town.login(town.jia), "proposals:handling", proposal.uid)
    assert "看了两处场地。" in file
    assert town.login(town.bing).get(f"/proposals/{proposal.uid}/handling/").status_code == 404


@pytest.mark.parametrize(
    ("state", "open_to"),
    [
        ("answered", {"jia", "yi", "ding", "ji"}),
        ("half rated", {"jia", "yi", "ding", "ji"}),
        ("closed", {"jia", "yi", "ding", "ji", "wu", "xin"}),
        ("rehandling", {"jia", "yi", "ding", "ji", "wu", "xin"}),
    ],
)
def test_ratings_are_sealed_until_the_round_closes(town: Town, state: str, open_to: set[str]) -> None:
    from django.urls import reverse

    with clock.at(MARCH):
        proposal = town.answered(town.take(town.cosigned(), "submit", town.jia))
        if state != "answered":
            town.take(proposal, "rate", town.jia, attitude="satisfied", result="basically")
        if state in {"closed", "rehandling"}:
            grade = "satisfied" if state == "closed" else "dissatisfied"
            town.take(proposal, "rate", town.yi, attitude="satisfied", result=grade, reason="缺少时间表。")
    found = {
        who
        for who, account in town.everyone.items()
        if town.login(account).get(reverse("proposals:ratings", args=[proposal.uid])).status_code == 200
    }
    assert found == open_to
    for who in ("wu", "xin"):
        shown = town.login(town.everyone[who]).get(reverse("proposals:detail", args=[proposal.uid])).content.decode()
        assert ("评价第1轮答复" in shown) is (who in open_to)
        assert ("第1轮 · 态度" in shown) is (who in open_to)


def test_first_and_final_satisfaction_and_face_rate(town: Town) -> None:
    from lvzhi.proposals import metrics

    period, scope = year(2026), Scope(town.here)
    with clock.at(MARCH):
        proposal = town.handling()
        talk(town, proposal)
        proposal = town.take(proposal, "answer", town.wu, **town.reply(proposal) | points())
        proposal = town.take(proposal, "rate", town.jia, attitude="satisfied", result="dissatisfied", reason="太慢。")
        proposal = town.take(proposal, "answer", town.wu, **town.reply(proposal))
        town.take(proposal, "rate", town.jia, attitude="satisfied", result="satisfied")
        other = town.answered(town.submitted(title="关于另一处食堂的提案"))
        town.take(other, "rate", town.jia, attitude="satisfied", result="satisfied")

    def share(figure: Any) -> tuple[int | None, int | None]:
        result = compute(figure, scope, period)
        return result.numerator, result.denominator

    assert share(metrics.FIRST_SATISFACTION) == (1, 2)
    assert share(metrics.RATED_RATE) == (2, 2)
    assert share(metrics.FACE_RATE) == (1, 2)
    assert compute(metrics.PROMISES_OPEN, scope, period).value == 1
    assert compute(metrics.PROMISES_KEPT, scope, period).value == 0


def test_each_rule_of_promises_and_extensions_agrees_with_its_rows(town: Town) -> None:
    from lvzhi.proposals.workflow import EXTENSION, PROMISE

    with clock.at(MARCH):
        waiting = town.handling(town.submitted(title="关于另一处食堂的提案"))
        ask = {"assignment": town.lead(waiting).pk, "until": "2026-08-31", "reason": "涉及多部门会商。"}
        town.take(waiting, "ask_extension", town.wu, **ask)
        proposal = town.handling()
        town.take(proposal, "answer", town.wu, **town.reply(proposal) | points(promise_1="开办。", due_1="2026-04-30"))
    compared = 0
    with clock.at(dt.date(2026, 5, 6)):
        for workflow in (PROMISE, EXTENSION):
            records: list[Any] = list(workflow.model.objects.all())
            for account in town.everyone.values():
                actor = town.actor(account)
                for rule in (workflow.visible, *(step.may for step in workflow.steps)):
                    by_rows = set(workflow.model.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
                    assert by_rows == {row.pk for row in records if rule(actor, row)}, (rule.label, account.username)
                    compared += len(records)
    assert compared > 100


def opened(town: Town, account: Any, kind: str, record: Any, key: str) -> str:
    """The page of a step as its taker sees it."""
    answer = town.login(account).get(reverse("proposals:step", args=[kind, record.uid, key]))
    text: str = answer.content.decode()
    assert answer.status_code == 200, text
    return text


def stands(page: str, name: str) -> str:
    """What stands in an input."""
    (found,) = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page)
    value = re.search(r'value="([^"]*)"', found)
    return value[1] if value else ""


def test_who_signs_and_whom_to_call_stand_as_the_unit_said_last(town: Town) -> None:
    town.person("head", "民政局长", town.here, Role.UNIT_HEAD, unit=town.civil)
    first = town.handling()
    page = opened(town, town.wu, "proposal", first, "answer")
    assert (stands(page, "signer"), stands(page, "contact")) == ("民政局长", "戊安")
    town.take(first, "answer", town.wu, **town.reply(first) | {"signer": "副局长", "contact": "小戊 8801"})
    page = opened(town, town.wu, "proposal", town.handling(town.submitted(title="另一件")), "answer")
    assert (stands(page, "signer"), stands(page, "contact")) == ("副局长", "小戊 8801")


def test_whoever_notes_a_talk_stands_on_the_units_side(town: Town) -> None:
    page = opened(town, town.wu, "assignment", town.lead(town.handling()), "contact")
    assert (stands(page, "proposer_side"), stands(page, "unit_side")) == ("甲文", "戊安")


def test_a_leader_with_an_account_is_not_typed_and_presides_over_what_is_supervised(town: Town) -> None:
    first, second = town.filed(), town.filed(town.submitted(title="另一件"))
    answers = {"ground": "民生", "leader": town.xin.pk, "rank": "deputy"}
    with pytest.raises(Refusals):
        town.take(first, "mark_key", town.ji, **answers)  # the post is not known yet
    town.take(first, "mark_key", town.ji, **answers, leader_post="副区长")
    town.take(second, "mark_key", town.ji, **answers)
    told = [(row.post, row.name) for row in Leading.objects.order_by("pk")]
    assert told == [("副区长", "辛远")] * 2
    page = opened(town, town.xin, "proposal", Proposal.objects.get(pk=second.pk), "supervise")
    assert (stands(page, "chair"), stands(page, "proposer_side")) == ("副区长辛远", "甲文")

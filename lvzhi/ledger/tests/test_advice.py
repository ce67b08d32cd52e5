"""The way of a piece of advice: given, handed to a unit, answered, followed up; and what a proposal became."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.actors import system_actor
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.directory.actions import succeed
from lvzhi.ledger.actions.converting import from_proposal
from lvzhi.ledger.actions.entering import enter_advice
from lvzhi.ledger.metrics.advice import ADOPTED_RATE, ADVICE, CONVERTED, NOT_ADOPTED, PARTLY, SUBMITTED, THEMES
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.ledger.tests.test_problems import told
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import year
from lvzhi.proposals.models import Proposal


def value(desk: Desk, figure: Any, *cuts: Any) -> object:
    return compute.compute(figure, Scope(desk.here), year(2026), *cuts).value


def test_from_the_occasion_to_what_came_of_it(desk: Desk) -> None:
    row = desk.advice()
    assert (row.state, row.authors_said) == ("recorded", "甲文")
    row = desk.handed(row)
    assert (row.state, row.submitted_on, row.due_on) == ("submitted", TODAY, dt.date(2026, 5, 1))
    assert "ledger.handed" in told("wu")
    row = desk.take(row, "answer", desk.wu, adoption="wholly", answer="已列入计划。", answered_on="2026-03-02",
                    turned="project")  # fmt: skip
    assert (row.state, row.outcome, row.turned) == ("answered", "wholly", "project")
    assert told("jia") == ["ledger.answered"]
    assert "ledger.answered_keeper" in told("shen")
    row = desk.take(row, "close", desk.shen, result="已建成五处。", closed_on="2026-03-02")
    assert (row.state, row.result) == ("closed", "已建成五处。")


def test_a_refusal_says_why(desk: Desk) -> None:
    for adoption in ("not", "partly"):
        with pytest.raises(Refusal, match="采纳的，请写明理由"):
            desk.replied(desk.advice(f"建议{adoption}"), adoption)
    row = desk.replied(desk.advice("增设食堂"), "not", "没有合适场地")
    assert (row.outcome, row.ground) == ("not", "没有合适场地")


def test_refusals_on_the_way(desk: Desk) -> None:
    row = desk.handed()
    usual = {"adoption": "wholly", "answer": "好"}
    for day, sentence in (("2026-03-01", "早于呈报日期"), ("2026-03-03", "还没有到")):
        with pytest.raises(Refusal, match=sentence):
            desk.take(row, "answer", desk.wu, **usual, answered_on=day)
    with pytest.raises(NotAllowed):
        desk.take(row, "answer", desk.geng, **usual, answered_on="2026-03-02")
    with pytest.raises(NotAllowed):
        desk.take(desk.advice("停车收费"), "hand", desk.wu, unit=desk.civil.pk)
    with pytest.raises(Refusal, match="早于“停车分时”的提出日期"):
        desk.take(desk.advice("停车分时"), "submit", desk.shen, on="2026-03-01")


def test_an_answer_sent_back_counts_no_longer(desk: Desk) -> None:
    row = desk.replied()
    assert value(desk, ADOPTED_RATE) == 100
    row = desk.take(row, "return_answer", desk.shen, opinion="没有回答第二点")
    assert (row.state, row.outcome, row.answered_on) == ("submitted", "", None)
    assert value(desk, ADOPTED_RATE) is None
    assert "ledger.answer_returned" in told("wu")


def test_figures_are_their_rows(desk: Desk) -> None:
    for text, theme in (("一", "city"), ("二", "city"), ("三", "education"), ("四", "health")):
        desk.advice(text, theme=theme)
    rows = list(Advice.objects.order_by("id"))
    for row, adoption, ground in zip(rows, ("wholly", "partly", "not"), ("", "部分", "不可行"), strict=False):
        desk.replied(row, adoption, ground)
    assert [value(desk, one) for one in (ADVICE, SUBMITTED, THEMES, PARTLY, NOT_ADOPTED)] == [4, 3, 2, 1, 1]
    result = compute.compute(ADOPTED_RATE, Scope(desk.here), year(2026))
    assert (result.numerator, result.denominator) == (2, 3)
    theme = next(cut for cut in ADVICE.cuts if cut.key == "theme")
    assert {label: one.value for _, label, one in compute.split(ADVICE, Scope(desk.here), year(2026), theme)
            if one.value} == {"城乡建设": 2, "教育": 1, "医疗卫生": 1}  # fmt: skip
    assert all(figure.key in {one.key for one in registry.figures()} for figure in (ADVICE, SUBMITTED))


def test_cut_by_the_activity_it_was_given_at(desk: Desk) -> None:
    activity = desk.activity()
    enter_advice(desk.actor(desk.shen), ["一", "二"], desk.occasion(activity=activity, source="deliberation"))
    desk.advice("三")
    cuts = {cut.key: cut for cut in ADVICE.cuts}
    for key, given in (("kind", "courtyard"), ("family", "consultation"), ("topic", "加装电梯"),
                       ("organ", str(desk.economy.pk)), ("source", "deliberation")):  # fmt: skip
        assert value(desk, ADVICE, (cuts[key], given)) == (3 if key == "organ" else 2), key
    topics = cuts["topic"].choices(Scope(desk.here), year(2026))
    assert [label for _, label, _ in topics] == ["加装电梯"]


@pytest.fixture
def refused(desk: Desk) -> Proposal:
    """A proposal that became an opinion or suggestion (R1.42)."""
    proposal = desk.submitted()
    answers = {"grounds": ["other_body"], "route": "advice", "explanation": "不属本级职权"}
    from lvzhi.norms import codes

    answers["grounds"] = [codes.codes("proposals.ground", desk.here)[0].code]
    done: Proposal = desk.take(proposal, "refuse", desk.ding, **answers)
    return done


def test_a_proposal_not_filed_becomes_advice_once_and_is_not_counted_twice(desk: Desk, refused: Proposal) -> None:
    made = from_proposal(desk.actor(desk.ding), refused)
    assert (made.proposal_id, made.converted, made.authors_said) == (refused.pk, True, "甲文")
    assert made.text.splitlines() == [refused.title, "在老旧小区增设社区食堂。", "调整就餐补助标准。"]
    converted = next(one for one in registry.figures() if one.key == "proposals.converted_advice")
    with clock.at(dt.date(2026, 12, 31)):
        assert (value(desk, converted), value(desk, CONVERTED), value(desk, ADVICE)) == (1, 1, 0)
    page = desk.login(desk.ding).get(reverse("proposals:detail", args=[refused.uid])).content.decode()
    assert reverse("ledger:advice", args=[made.uid]) in page
    with pytest.raises(Refusal, match="不必再登"):
        from_proposal(desk.actor(desk.ding), refused)


def test_the_proposal_s_page_leads_to_its_conversion(desk: Desk, refused: Proposal) -> None:
    client = desk.login(desk.ding)
    url = reverse("ledger:convert", args=[refused.uid])
    assert url in client.get(reverse("proposals:detail", args=[refused.uid])).content.decode()
    assert client.get(url).status_code == 200
    assert "已登入意见建议台账" in client.post(url, {"theme": "livelihood", "once": "c"}, follow=True).content.decode()
    assert Advice.objects.get().theme == "livelihood"
    assert desk.login(desk.jia).get(url).status_code == 403


def test_only_what_went_on_as_advice_is_converted_and_only_by_those_who_may(desk: Desk, refused: Proposal) -> None:
    with pytest.raises(Refusal, match="没有转作意见建议"):
        from_proposal(desk.actor(desk.ding), desk.submitted(title="关于另一事项的提案"))
    with pytest.raises(NotAllowed):
        from_proposal(desk.actor(desk.jia), refused)


def test_what_a_unit_still_owes_moves_with_it_and_the_past_keeps_its_name(desk: Desk) -> None:
    open_problem, closed_problem = desk.owned(), desk.struck(desk.problem("停车难"))
    waiting, answered = desk.handed(), desk.replied(desk.advice("增设食堂"))
    succeed(system_actor("t"), sources=[desk.civil], heirs=["区社会工作部"], on=TODAY, how="renamed", ground="机构改革")

    def names(rows: list[Any], field: str) -> list[str]:
        return [getattr(type(one).objects.get(pk=one.pk), field).name for one in rows]

    assert names([open_problem, closed_problem], "owner_unit") == ["区社会工作部", "区民政局"]
    assert names([waiting, answered], "unit") == ["区社会工作部", "区民政局"]
    assert Problem.objects.get(pk=open_problem.pk).version == open_problem.version + 1

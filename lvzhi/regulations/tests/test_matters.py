"""Matters reported to the Party committee: sent, answered, followed; the yearly list; what is refused, and how."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.links.queries import ties
from lvzhi.papers.actions import begin_draft
from lvzhi.regulations import actions, queries
from lvzhi.regulations.models import Matter
from lvzhi.regulations.tests.chamber import MATTER, TODAY, Chamber
from lvzhi.regulations.vocabulary.states import MatterState, Standing
from lvzhi.workflow.todo import todo

DAY = dt.timedelta(days=1)


def test_a_request_waits_until_it_is_answered(chamber: Chamber) -> None:
    matter = chamber.sent()
    assert (matter.state, matter.due_on) == (MatterState.SENT, TODAY + 10 * DAY)
    office = chamber.actor(chamber.bai)
    assert [one.record.pk for one in todo(office) if one.workflow.key == "regulations.matter"] == [matter.pk]
    with clock.at(TODAY + 12 * DAY):
        page = chamber.login(chamber.bai).get(reverse("regulations:matters"), {"only": "late"}).content.decode()
        assert matter.title in page
        given = {"how": "agreed", "on": TODAY + 11 * DAY, "by": "区委办", "text": "同意。"}
        matter = chamber.take(matter, "answer", **given)
        assert (matter.state, matter.get_state_display()) == ("answered", "同意")
        shown = chamber.login(chamber.bai).get(reverse("regulations:matter", args=[matter.uid])).content.decode()
        assert "超过要求日期" in shown
        matter = chamber.take(matter, "follow_up", on=TODAY + 12 * DAY, text="已印发实施。")
    assert matter.state == MatterState.CLOSED


def test_a_report_wants_no_answer_and_may_be_commented_on(chamber: Chamber) -> None:
    matter = chamber.matter(kind="report", title="关于年度工作总结的报告", item="summary")
    matter = chamber.take(matter, "report", signer="凌导", sent_on=TODAY, until="")
    assert (matter.state, matter.due_on) == (MatterState.NOTED, None)
    matter = chamber.take(matter, "comment", how="comment", on=TODAY, by="书记", text="已阅")
    assert matter.get_state_display() == "批示"


def test_the_day_is_that_of_the_paper(chamber: Chamber) -> None:
    actor = chamber.actor(chamber.bai)
    paper = begin_draft(actor, chamber.here, {"kind": "request", "title": "关于协商计划的请示", "text": "正文"})
    for key, who, answers in (
        ("hand_in", chamber.bai, {}), ("check", chamber.bai, {}),
        ("issue", chamber.mi, {"signer": "米秘", "dated_on": TODAY - 3 * DAY}),
    ):  # fmt: skip
        paper = chamber.take(paper, key, who, **answers)
    matter = chamber.matter()
    with pytest.raises(Refusal):  # it has not gone out
        chamber.take(matter, "report", signer="凌导", paper=paper.pk, until=TODAY)
    paper = chamber.take(paper, "send", bodies="区委", sent_on=TODAY - 2 * DAY, how="exchange")
    given = {"signer": "凌导", "paper": paper.pk, "sent_on": TODAY, "until": TODAY}
    matter = chamber.take(matter, "report", **given)
    assert matter.sent_on == TODAY - 2 * DAY
    shown = chamber.login(chamber.bai).get(reverse("papers:detail", args=[paper.uid])).content.decode()
    assert reverse("regulations:matter", args=[matter.uid]) in shown


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"until": ""}, "请示要写明希望什么时候答复。"),
        ({"until": TODAY - DAY}, "要求答复日期2026年3月1日早于报送日期2026年3月2日，请核对。"),
        ({"sent_on": TODAY + DAY}, "日期2026年3月3日在今天之后，请核对。"),
        ({"sent_on": ""}, "请填写报送日期，或选择已经发出的文书。"),
    ],
)
def test_bad_days_of_a_report(chamber: Chamber, wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        chamber.sent(**wrong)
    assert caught.value.sentence == sentence
    assert Matter.objects.get().state == MatterState.DRAFT


def test_an_answer_before_it_went_and_other_bad_input(chamber: Chamber) -> None:
    matter = chamber.sent()
    with pytest.raises(Refusal) as caught:
        chamber.take(matter, "answer", how="agreed", on=TODAY - DAY, by="", text="")
    assert caught.value.sentence == "答复日期2026年3月1日早于报送日期2026年3月2日，请核对。"
    for wrong, sentence in (
        ({"title": " "}, "请填写请示报告的事项。"),
        ({"item": "nothing"}, "年度清单里没有“nothing”这一项，请重新选择。"),
    ):
        with pytest.raises(Refusal) as caught:
            chamber.matter(**wrong)
        assert caught.value.sentence == sentence


def test_what_is_sent_is_written_no_more(chamber: Chamber) -> None:
    matter, bai = chamber.matter(), chamber.actor(chamber.bai)
    assert actions.write_matter(matter, bai, {"title": "改过的题目"}).title == "改过的题目"
    chamber.take(matter, "report", signer="凌导", sent_on=TODAY, until=TODAY)
    with pytest.raises(Refusal):
        actions.write_matter(matter, bai, {"title": "又改"})


def test_the_yearly_list_says_what_is_done_missing_and_to_come(chamber: Chamber) -> None:
    chamber.sent()
    found = {line.entry.code: line for line in queries.yearly(chamber.here, 2026)}
    assert (found["plans"].standing, len(found["plans"].matters)) == (Standing.DONE, 1)
    assert (found["points"].standing, found["division"].standing) == (Standing.DUE, None)
    with clock.at(dt.date(2026, 4, 1)):
        late = {line.entry.code: line.standing for line in queries.yearly(chamber.here, 2026)}
        page = chamber.login(chamber.ling).get(reverse("regulations:calendar")).content.decode()
    assert (late["points"], late["summary"]) == (Standing.MISSING, Standing.DUE)
    assert "未报1项：党组年度工作要点" in page
    gone = chamber.take(Matter.objects.get(), "withdraw", ground="暂缓")
    assert (gone.state, queries.yearly(chamber.here, 2026)[1].standing) == ("withdrawn", Standing.DUE)


def test_a_matter_about_another_record_is_tied_to_it(chamber: Chamber) -> None:
    rule = chamber.bring().regulation
    ref = (rule._meta.label_lower, rule.uid)
    matter = actions.begin_matter(chamber.actor(chamber.bai), chamber.here, MATTER, about=ref)
    assert [one.uid for one in ties(matter)] == [rule.uid]
    page = chamber.login(chamber.bai).get(reverse("regulations:matter", args=[matter.uid])).content.decode()
    assert rule.title in page


def test_a_request_sent_twice_is_one(chamber: Chamber) -> None:
    client, url = chamber.login(chamber.bai), reverse("regulations:matter_write")
    sent = MATTER | {"once": "m1"}
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert Matter.objects.count() == 1

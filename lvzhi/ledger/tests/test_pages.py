"""What people see: lists, pages, entering in a few taps, the unit's desk, paper and export; and what a page costs."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse

from lvzhi.activities.actions import Guest
from lvzhi.exchange import sheets
from lvzhi.journal.models import Entry
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.tests.desk import Desk
from lvzhi.proposals.tests.test_counts import statements

LIST, DETAIL = 10, 15


def test_a_list_pasted_on_an_activity_s_page_asks_nothing_that_is_known(desk: Desk) -> None:
    activity = desk.activity()
    client = desk.login(desk.shen)
    url = f"{reverse('ledger:new_advice')}?activity={activity.uid}"
    page = client.get(url).content.decode()
    assert "龙泉社区院坝协商会" in page
    assert 'name="text"' in page
    for known in ("day", "source", "organ"):
        assert f'name="{known}"' not in page
    person = desk.members[desk.jia.pk].person
    sent = {"text": "1. 加装电梯补贴\n2. 增设停车位", "theme": "city", "authors": [str(person.pk)], "once": "x"}
    answer = client.post(url, sent, follow=True)
    assert "已登记2条" in answer.content.decode()
    row = Advice.objects.first()
    assert (row.activity_id, row.source, row.organ_id, row.authors_said) == (
        activity.pk, "deliberation", desk.economy.pk, "甲文",
    )  # fmt: skip
    client.post(url, sent)
    assert Advice.objects.count() == 2


def test_who_spoke_there_is_ticked_not_typed(desk: Desk) -> None:
    people = [desk.members[account.pk].person for account in (desk.jia, desk.yi)]
    guests = [Guest(person=people[0], role="speak"), Guest(person=people[1], role="attend")]
    activity = desk.activity(guests=guests)
    client = desk.login(desk.shen)
    url = f"{reverse('ledger:new_advice')}?activity={activity.uid}"
    page = client.get(url).content.decode()
    assert re.search(rf'name="speakers" value="{people[0].pk}"[^>]*checked', page)  # who spoke alone stands ticked
    assert f'name="speakers" value="{people[1].pk}"' not in page
    sent = {"text": "加装电梯补贴", "speakers": [people[0].pk], "authors": [people[0].pk, people[1].pk], "once": "x"}
    client.post(url, sent)
    assert Advice.objects.get().authors_said == "甲文、乙明"


def test_a_list_of_problems_is_given_to_one_body_at_once(desk: Desk) -> None:
    rows = [desk.problem(text) for text in ("路灯不亮", "停车难", "噪声大")]
    client = desk.login(desk.shen)
    url = reverse("ledger:assign_many")
    assert "路灯不亮" in client.get(url).content.decode()
    chosen = {"items": [row.pk for row in rows[:2]], "finish_by": "2026-04-01"}
    nobody = client.post(url, chosen)
    assert nobody.status_code == 422
    assert "责任单位、责任部门或责任人" in nobody.content.decode()
    answer = client.post(url, chosen | {"owner_unit": desk.civil.pk}, follow=True)
    assert "已为2个问题定责任" in answer.content.decode()
    assert (
        list(Problem.objects.filter(owner_unit=desk.civil).values_list("finish_by", flat=True))
        == [
            dt.date(2026, 4, 1),
        ]
        * 2
    )
    assert "请先勾选" in client.post(url, {"owner_unit": desk.civil.pk}).content.decode()


def test_problems_solved_on_the_spot_from_the_phone(desk: Desk) -> None:
    client = desk.login(desk.wen)
    url = f"{reverse('ledger:new_problems')}?activity={desk.activity().uid}"
    missing = client.post(url, {"text": "路灯不亮", "solved": "on", "once": "a"})
    assert missing.status_code == 422
    assert "请写明怎样解决的" in missing.content.decode()
    client.post(url, {"text": "路灯不亮\n停车难", "solved": "on", "result": "当场协调。", "once": "b"})
    assert list(Problem.objects.values_list("state", "done_on")) == [("checked", desk.activity().held_on)] * 2


def test_a_page_of_a_problem_shows_who_has_it_what_comes_next_and_where_it_came_from(desk: Desk) -> None:
    row = desk.owned(desk.problem(activity=desk.activity()))
    page = desk.login(desk.wu).get(reverse("ledger:problem", args=[row.uid])).content.decode()
    for words in ("整改中", "区民政局", "责任单位整改后申请销号", "龙泉社区院坝协商会", "定措施",
                  "尚未明确", "完成整改，申请销号"):  # fmt: skip
        assert words in page
    assert "误录作废" not in page
    assert "误录作废" in desk.login(desk.shen).get(reverse("ledger:problem", args=[row.uid])).content.decode()


def test_a_page_of_advice_shows_its_chain(desk: Desk) -> None:
    row = desk.replied(desk.advice(activity=desk.activity()), "partly", "先试点")
    page = desk.login(desk.jia).get(reverse("ledger:advice", args=[row.uid])).content.decode()
    for words in ("部分采纳", "先试点", "区民政局", "已列入计划", "甲文", "龙泉社区院坝协商会", "城乡建设"):
        assert words in page


def test_filters_narrow_and_say_so(desk: Desk) -> None:
    desk.problem("路灯不亮")
    desk.owned(desk.problem("停车难", theme="city"))
    client = desk.login(desk.shen)
    url = reverse("ledger:problems")
    for query, seen, unseen in (
        ("q=停车", "停车难", "路灯不亮"),
        ("only=unassigned", "路灯不亮", "停车难"),
        ("theme=city", "停车难", "路灯不亮"),
        ("only=ours&q=路灯", "路灯不亮", "停车难"),
        ("since=2026-03-03", "没有符合条件的问题", "停车难"),
    ):
        page = client.get(f"{url}?{query}").content.decode()
        assert seen in page
        assert unseen not in page


def test_edit_void_restore(desk: Desk) -> None:
    row = desk.advice()
    client = desk.login(desk.shen)
    client.post(reverse("ledger:edit", args=["advice", row.uid]), {"text": "增设二十处充电桩", "theme": "city"})
    row.refresh_from_db()
    assert (row.text, row.organ) == ("增设二十处充电桩", None)
    client = desk.login(desk.wen)
    client.post(reverse("ledger:void", args=["advice", row.uid]), {"ground": "重复登记"})
    page = client.get(reverse("ledger:advice", args=[row.uid])).content.decode()
    assert "本条已作误录作废" in page
    assert row.text[:5] not in client.get(reverse("ledger:advice_list")).content.decode()
    assert row.text[:5] in client.get(reverse("ledger:advice_list") + "?only=voided").content.decode()
    client.post(reverse("ledger:restore", args=["advice", row.uid]))
    row.refresh_from_db()
    assert row.voided_at is None


def test_the_unit_sees_what_to_solve_and_what_to_answer(desk: Desk) -> None:
    desk.owned()
    desk.handed()
    page = desk.login(desk.wu).get(reverse("ledger:unit")).content.decode()
    for words in ("请整改的问题（1）", "请答复的意见建议（1）", "路灯不亮", "增设充电桩"):
        assert words in page
    assert "没有交到本单位" in desk.login(desk.geng).get(reverse("ledger:unit")).content.decode()


def test_export_and_paper_hold_what_the_list_was_narrowed_to(desk: Desk) -> None:
    row = desk.owned()
    desk.take(row, "measures", desk.wu, text="换灯泡\n巡查")
    desk.problem("停车难")
    client = desk.login(desk.wen)
    answer = client.get(reverse("ledger:export", args=["problems"]) + "?q=路灯")
    columns = [sheets.Column("text", "问题"), sheets.Column("measures", "整改措施"), sheets.Column("owner", "责任方")]
    sheet = sheets.read(b"".join(answer.streaming_content), "a.xlsx", columns)
    assert [(one["text"], one["measures"], one["owner"]) for one in sheet.rows] == [
        ("路灯不亮", "换灯泡\n巡查", "区民政局"),
    ]  # fmt: skip
    assert Entry.objects.filter(event="ledger.exported").count() == 1
    page = client.get(reverse("ledger:print", args=["problems"]) + "?q=路灯").content.decode()
    assert "内容：路灯" in page
    assert "1. 换灯泡" in page
    assert "停车难" not in page


def test_what_hangs_on_a_proposal_stands_on_its_page(desk: Desk) -> None:
    from lvzhi.ledger.actions.entering import enter_problems

    proposal = desk.assigned()
    url = reverse("proposals:detail", args=[proposal.uid])
    page = desk.login(desk.ding).get(url).content.decode()
    assert f"{reverse('ledger:new_problems')}?proposal={proposal.uid}" in page
    enter_problems(desk.actor(desk.ding), ["办理超期"], desk.occasion(proposal=proposal, organ=None))
    assert "办理超期" in desk.login(desk.ding).get(url).content.decode()
    member = desk.login(desk.jia).get(url).content.decode()
    assert "办理超期" not in member
    assert "有1条您无权查看" in member


def test_from_an_activity_s_page_to_a_solved_problem_on_it(desk: Desk) -> None:
    activity = desk.activity()
    client = desk.login(desk.shen)
    url = reverse("activities:detail", args=[activity.uid])
    page = client.get(url).content.decode()
    add = f"{reverse('ledger:new_problems')}?activity={activity.uid}"
    assert add in page
    answer = client.post(add, {"text": "路灯不亮", "once": "j"})
    assert answer.url == url
    row = desk.struck(Problem.objects.get())
    page = client.get(url).content.decode()
    assert reverse("ledger:problem", args=[row.uid]) in page
    assert "已销号" in page
    assert url in client.get(reverse("ledger:problem", args=[row.uid])).content.decode()
    assert add not in desk.login(desk.xin).get(url).content.decode()


@pytest.mark.parametrize(("who", "name"), [("shen", "ledger:problems"), ("shen", "ledger:advice_list"),
                                           ("wu", "ledger:unit"), ("wen", "ledger:problems")])  # fmt: skip
def test_lists_cost_the_same_at_5_and_25_rows(desk: Desk, who: str, name: str) -> None:
    client = desk.login(desk.everyone[who])
    url = reverse(name)
    client.get(url)
    counted = []
    for first, more in ((0, 5), (5, 20)):
        for number in range(first, first + more):
            desk.owned(desk.problem(f"问题{number}"))
            desk.handed(desk.advice(f"建议{number}"))
        counted.append(statements(lambda: client.get(url)))
    assert len(counted[1]) <= LIST, "\n".join(counted[1])
    assert len(counted[0]) == len(counted[1]), "\n".join(counted[1])


@pytest.mark.parametrize("who", ["shen", "wu", "wen", "xin"])
def test_a_page_costs_no_more_than_15_statements(desk: Desk, who: str) -> None:
    problem, advice = desk.struck(desk.problem(activity=desk.activity())), desk.replied()
    client = desk.login(desk.everyone[who])
    for url in (reverse("ledger:problem", args=[problem.uid]), reverse("ledger:advice", args=[advice.uid])):
        client.get(url)
        found = statements(lambda url=url: client.get(url))
        assert len(found) <= DETAIL, "\n".join(found)

"""Each page, as the person it is for sees it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.exchange import Column, sheets
from lvzhi.plans.models import Campaign, Opinion, Plan, Task
from lvzhi.plans.tests.hall import DUE, Hall
from lvzhi.plans.tests.test_rights import joint

FORM = {"topic": "老旧小区加装电梯", "due": DUE.isoformat(), "wanted": "2", "mark": "形成协商报告"}


def page(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def taken(answer: Any) -> bytes:
    """A file that was handed out in pieces."""
    return b"".join(answer.streaming_content)


def statements(client: Client, url: str) -> list[str]:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        client.get(url)
    return [one["sql"] for one in caught.captured_queries]


def test_the_office_makes_a_plan_and_lists_its_tasks(hall: Hall) -> None:
    client = hall.login(hall.bai)
    plan_form = {"kind": "consultation", "year": "2026", "title": "年度协商计划"}
    answer = client.post(reverse("plans:write"), plan_form | {"once": "k"})
    plan = Plan.objects.get()
    assert answer["Location"] == reverse("plans:plan", args=[plan.uid])
    again = client.post(reverse("plans:write"), plan_form | {"once": "k"})
    assert (again.status_code, Plan.objects.count()) == (302, 1)
    assert "2026年已有名为" in client.post(reverse("plans:write"), plan_form | {"once": "n"}).content.decode()
    add = reverse("plans:add", args=[plan.uid])
    more = {"organ": hall.economy.pk, "organs": [hall.history.pk], "units": [hall.housing.pk], "block": "consultation"}
    assert client.post(add, FORM | more | {"then": "more"})["Location"] == add
    shown = page(client, "plans:plan", plan.uid)
    for part in ("老旧小区加装电梯", "经济委员会", "文史委员会、区住建局", "2026年9月30日", "0/2项记录", "未启动"):
        assert part in shown
    task = Task.objects.get()
    change = reverse("plans:change", args=[task.uid])
    assert "区住建局" in client.get(change).content.decode()
    client.post(change, FORM | {"topic": "改了的题目", "units": [], "version": task.version})
    assert Task.objects.get().topic == "改了的题目"
    assert "改了的题目" in page(client, "plans:plan", plan.uid)
    assert "2026年度协商计划" in page(client, "plans:list")
    refused = client.post(add, FORM | {"due": "2027-01-01"})
    assert (refused.status_code, "不在2026年之内" in refused.content.decode()) == (422, True)


def test_a_unit_is_found_by_typing(hall: Hall) -> None:
    answer = hall.login(hall.bai).get(reverse("directory:pick"), {"committee": hall.here.uid, "q": "住建"})
    assert "区住建局" in answer.content.decode()
    assert "区住建局" not in hall.login(hall.bai).get(reverse("directory:pick"), {"q": "财政"}).content.decode()


def test_opinions_are_answered_on_the_plan(hall: Hall) -> None:
    plan = hall.opened()
    hall.take(plan, "opine", hall.jia, text="建议增加养老议题。")
    hall.take(plan, "opine", hall.other, text="建议推迟到三季度。")
    assert "建议推迟到三季度" not in page(hall.login(hall.jia), "plans:plan", plan.uid)
    client = hall.login(hall.bai)
    assert "建议推迟到三季度" in page(client, "plans:plan", plan.uid)
    opinion = Opinion.objects.get(account=hall.jia)
    url = reverse("plans:answer", args=[opinion.uid])
    assert hall.login(hall.jia).post(url, {"taken": "wholly"}).status_code == 403
    client.post(url, {"taken": "partly", "answer": "并入第一项。"})
    shown = page(hall.login(hall.jia), "plans:plan", plan.uid)
    assert "部分采纳" in shown
    assert "并入第一项。" in shown


def test_the_two_level_table_is_the_same_from_both_sides(hall: Hall) -> None:
    root, here, there = joint(hall)
    shown = {
        page(hall.login(who), "plans:topic", task.uid).split("<main")[1].split("</main")[0]
        for who, task in ((hall.city_office, root), (hall.jia, here), (hall.far_member, there))
    }
    for text in shown:
        for part in ("连海市政协", "海州区政协", "江北区政协", "全市社区养老", "本区社区养老", "江北社区养老"):
            assert part in text
    assert "本区社区养老" in page(hall.login(hall.jia), "plans:topics")
    assert "承接连海市政协课题" in page(hall.login(hall.jia), "plans:plan", here.plan.uid)
    answer = hall.login(hall.jia).get(reverse("plans:export_topic", args=[here.uid, "xlsx"]))
    columns = [Column(name, name) for name in ("政协组织", "任务（课题）", "状态")]
    rows = sheets.read(BytesIO(taken(answer)), "表.xlsx", columns).good
    assert [row["政协组织"] for row in rows] == ["连海市政协", "海州区政协", "江北区政协"]


def test_only_joint_topics_of_above_are_taken_on(hall: Hall) -> None:
    root, _, _ = joint(hall)
    plan = hall.draft(title="第二计划")
    shown = page(hall.login(hall.bai), "plans:add", plan.uid)
    assert "连海市政协：全市社区养老" in shown
    assert "上级课题" not in page(hall.login(hall.city_office), "plans:add", hall.draft(hall.city, title="市二").uid)
    next_year = hall.draft(year=2027, title="下年计划")
    from lvzhi.access import Refusal

    with pytest.raises(Refusal, match="不是上级政协本年度的联动课题"):
        hall.task(next_year, upper=root)
    with pytest.raises(Refusal, match="上级课题应属于上级政协"):
        hall.task(plan, upper=hall.task(plan, "自己的"))


def test_one_s_own_tasks_late_ones_named(hall: Hall) -> None:
    _, here, _ = joint(hall)
    assert "本区社区养老" in page(hall.login(hall.wu), "plans:mine")
    with clock.at(dt.date(2026, 11, 2)):
        shown = page(hall.login(hall.tou), "plans:mine")
        assert "1项已过时限" in shown
        assert "已逾期" in shown
        assert "说明未完成的原因" in page(hall.login(hall.tou), "plans:task", here.uid)
    assert "没有由您的机构牵头或配合的任务" in page(hall.login(hall.jia), "plans:mine")


def book(*rows: list[Any]) -> bytes:
    target = BytesIO()
    names = ("序号", "主要任务", "牵头委室", "配合部门", "分管领导", "完成时间", "类别", "目标指标", "目标值")
    sheets.write_xlsx(target, "任务分解表", [Column(name, name) for name in names], rows)
    return target.getvalue()


def test_a_task_table_comes_in_from_excel(hall: Hall) -> None:
    plan = hall.draft()
    client = hall.login(hall.bai)
    url = reverse("plans:import", args=[plan.uid])
    good = book(
        [1, "社区养老", "经济委员会", "文史委员会、区住建局", "王主席", "2026-09-30", "调研", None, None],
        [2, "委员培训", "文史委员会", None, None, "2026年6月30日", None, "政协委员", 30],
    )
    answer = client.post(url, {"file": SimpleUploadedFile("任务.xlsx", good)})
    assert "没有发现问题" in client.get(answer["Location"]).content.decode()
    assert Task.objects.count() == 0
    client.post(answer["Location"], {})
    first, second = Task.objects.order_by("number")
    assert [(row.name) for row in first.helpers.all()] == ["文史委员会", "区住建局"]
    assert (first.organ, first.block, first.due) == (hall.economy, "research", DUE)
    assert (second.aim_figure, second.aim_number) == ("people.members", 30)


def test_each_fault_of_a_task_table_names_its_row_and_nothing_is_written(hall: Hall) -> None:
    plan = hall.draft()
    hall.task(plan, "已有的", number=3)
    client = hall.login(hall.bai)
    bad = book(
        [3, "重号", "经济委员会", None, None, "2026-09-30", None, None, None],
        [4, "没有的机构", "科技委", "区无此局", None, "2026-09-30", "无此板块", "无此指标", 3],
        [5, "年份不对", None, None, None, "2027-01-05", None, None, None],
        [6, "日期不对", None, None, None, "2026-02-30", None, None, None],
        [7, "目标一半", None, None, None, "2026-09-30", None, "政协委员", None],
    )
    answer = client.post(reverse("plans:import", args=[plan.uid]), {"file": SimpleUploadedFile("任务.xlsx", bad)})
    shown = client.get(answer["Location"]).content.decode()
    for sentence in (
        "：3在计划中已有", "没有名为“科技委”的机构", "没有名为“区无此局”的机构或单位", "没有“无此板块”这一板块",
        "没有“无此指标”这项指标", "完成时限2027年1月5日不在2026年之内", "目标指标和目标值要一起填写", "2026-02-30",
    ):  # fmt: skip
        assert sentence in shown, sentence
    client.post(answer["Location"], {})
    assert Task.objects.count() == 1
    refused = client.post(reverse("plans:import", args=[plan.uid]), {"file": SimpleUploadedFile("x.xlsx", b"no")})
    assert refused.status_code == 422
    assert taken(client.get(reverse("plans:template", args=[plan.uid])))[:2] == b"PK"


def test_the_task_table_on_paper_and_as_a_file(hall: Hall) -> None:
    plan = hall.issued()
    client = hall.login(hall.jia)
    shown = page(client, "plans:sheet", plan.uid)
    assert "编号：政协发〔2026〕5号" in shown
    text = taken(client.get(reverse("plans:export", args=[plan.uid, "csv"]))).decode()
    assert "老旧小区加装电梯" in text
    assert "共1项，已完成0项" in text


def test_evidence_by_the_address_of_its_page(hall: Hall) -> None:
    plan = hall.issued()
    task = Task.objects.get()
    client = hall.login(hall.bai)
    url = reverse("plans:prove", args=[task.uid])
    page_of = f"https://lz.example.cn{reverse('plans:plan', args=[plan.uid])}?x=1"
    assert client.post(url, {"address": page_of}).status_code == 302
    assert "已完成" in page(client, "plans:task", task.uid)
    assert "不是本系统登记的记录" in client.post(url, {"address": "http://x.cn/"}).content.decode()
    hidden = hall.draft(hall.there)
    address = reverse("plans:plan", args=[hidden.uid])
    assert "没有找到这条记录" in client.post(url, {"address": address}).content.decode()


def test_a_campaign_groups_records(hall: Hall) -> None:
    client = hall.login(hall.bai)
    form = {"name": "“四进社区”主题活动", "starts": "2026-01-10", "ends": "2026-12-20", "meaning": "进社区办实事。"}
    client.post(reverse("plans:add_campaign"), form)
    campaign = Campaign.objects.get()
    plan = hall.issued()
    url = reverse("plans:prove_campaign", args=[campaign.uid])
    client.post(url, {"address": reverse("plans:plan", args=[plan.uid])})
    shown = page(hall.login(hall.jia), "plans:campaign", campaign.uid)
    assert "计划：2026年度协商计划" in shown
    assert "进行中" in shown
    assert "已有名为" in client.post(reverse("plans:add_campaign"), form).content.decode()
    wrong = client.post(reverse("plans:add_campaign"), form | {"ends": "2025-01-01"})
    assert "结束日期2025年1月1日早于开始日期" in wrong.content.decode()
    change = reverse("plans:change_campaign", args=[campaign.uid])
    client.post(change, form | {"name": "四进社区行动", "version": campaign.version})
    assert "四进社区行动" in page(client, "plans:campaigns")
    stale = client.post(change, form | {"version": campaign.version})
    assert "刚刚被别人修改过" in stale.content.decode()


def test_a_voided_plan_leaves_lists_and_figures(hall: Hall) -> None:
    from lvzhi.metrics import compute
    from lvzhi.metrics.periods import year
    from lvzhi.plans import metrics

    plan = hall.issued()
    client = hall.login(hall.bai)
    client.post(reverse("plans:void", args=[plan.uid]), {"ground": "重复录入", "once": "v"})
    assert plan.title not in page(client, "plans:list").split("</main", 1)[0]  # the foot explains the words
    assert compute.compute(metrics.TASKS, hall.scope, year(2026)).value == 0
    client.post(reverse("plans:restore", args=[plan.uid]), {"once": "r"})
    assert compute.compute(metrics.TASKS, hall.scope, year(2026)).value == 1


@pytest.mark.parametrize(("who", "name"), [("jia", "plans:list"), ("tou", "plans:mine"), ("jia", "plans:topics")])
def test_lists_cost_the_same_at_few_and_many_rows(hall: Hall, helpers_count: None, who: str, name: str) -> None:
    client = hall.login(hall.everyone[who])
    counted = []
    for start, more in ((0, 2), (2, 10)):
        for number in range(start, start + more):
            plan = hall.draft(title=f"计划{number}")
            hall.task(plan, organ=hall.economy, helpers=[hall.history, hall.housing], joint=True)
            hall.issued(plan, number=f"文{number}")
        counted.append(statements(client, reverse(name)))
    assert len(counted[0]) == len(counted[1]) <= 12, "\n".join(counted[1])


def test_a_plan_and_a_task_cost_a_fixed_number_of_statements(hall: Hall, helpers_count: None) -> None:
    plan = hall.draft()
    client = hall.login(hall.bai)
    counted = []
    for more in (2, 10):
        for _ in range(more):
            hall.task(plan, organ=hall.economy, helpers=[hall.history, hall.housing])
        counted.append(statements(client, reverse("plans:plan", args=[plan.uid])))
    assert len(counted[0]) == len(counted[1]) <= 15, "\n".join(counted[1])
    task = Task.objects.first()
    assert task is not None
    found = statements(client, reverse("plans:task", args=[task.uid]))
    assert len(found) <= 15, "\n".join(found)

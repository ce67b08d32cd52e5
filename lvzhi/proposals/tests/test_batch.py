"""Several proposals through one step: each its own line, its own notices, its own refusal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.proposals.models import Assignment, Proposal, Reminder
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.tests.test_pages import page

DAY = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)


def send(client: Client, key: str, chosen: list[Proposal], **more: Any) -> str:
    data = {f"p{row.pk}-chosen": "on" for row in chosen} | {"once": "k1"} | more
    answer = client.post(f"/proposals/batch/{key}/", data)
    assert answer.status_code == 200, answer.content.decode()[-2000:]
    return answer.content.decode()


def three(town: Town) -> list[Proposal]:
    return [town.submitted(title=f"关于第{number}个食堂的提案", category="society") for number in (1, 2, 3)]


def test_filing_several_tells_each_proposer_and_refuses_one_alone(town: Town) -> None:
    rows = three(town)
    client = town.login(town.ding)
    assert page(client, "proposals:batch", "file").count("lz-batch-row") == 3
    categories = {f"p{row.pk}-category": "society" for row in rows} | {f"p{rows[2].pk}-category": ""}
    shown = send(client, "file", rows, **categories)
    assert "办成2件，未办成1件" in shown
    assert "类别：" in shown
    assert sorted(Proposal.objects.values_list("state", "number")) == [
        ("filed", "第0001号"), ("filed", "第0002号"), ("submitted", ""),
    ]  # fmt: skip
    assert Entry.objects.filter(event="proposals.proposal.file").count() == 2
    assert Message.objects.filter(account=town.jia, code="proposals.filed").count() == 2


def test_sent_twice_changes_nothing_and_another_clerk_is_named(town: Town) -> None:
    rows = three(town)[:2]
    categories = {f"p{row.pk}-category": "society" for row in rows}
    client = town.login(town.ding)
    first, second = (send(client, "file", rows, **categories) for _ in range(2))
    assert "办成2件" in first
    assert "办成2件" in second
    assert Entry.objects.filter(event="proposals.proposal.file").count() == 2
    shown = send(town.login(town.ji), "file", rows, **categories)
    assert "未办成2件" in shown
    assert "已由丁宁于" in shown


def test_handing_over_several_with_the_wished_units(town: Town) -> None:
    rows = [
        town.filed(town.submitted(title="关于甲食堂的提案", wished_lead=town.civil, wished_units=[town.housing])),
        town.filed(town.submitted(title="关于乙食堂的提案")),
    ]
    client = town.login(town.ding)
    shown = page(client, "proposals:batch", "assign")
    assert "会办单位：区住建局" in shown
    answers = {f"p{rows[0].pk}-lead": town.civil.pk, f"p{rows[1].pk}-lead": ""}
    done = send(client, "assign", rows, **answers)
    assert "办成1件，未办成1件" in done
    assert "请选择主办单位" in done
    assert "打印交办清单" in done
    roles = Assignment.objects.order_by("role").values_list("role", "unit__name")
    assert list(roles) == [("co", "区住建局"), ("lead", "区民政局")]
    for account in (town.wu, town.geng):
        assert Message.objects.filter(account=account, code="proposals.assigned").exists()


def test_reminding_several_leaves_a_record_each(town: Town) -> None:
    with clock.at(DAY):
        rows = [town.handling(), town.handling(town.submitted(title="关于另一处食堂的提案"))]
        town.take(rows[0], "remind", town.ding)
        shown = send(town.login(town.ding), "remind", rows, words="请抓紧。")
    assert "办成1件，未办成1件" in shown
    assert "已催办过" in shown
    assert Reminder.objects.filter(words="请抓紧。").count() == 1


def test_nothing_ticked_all_ticked_and_who_may(town: Town) -> None:
    three(town)
    client = town.login(town.ding)
    empty = client.post("/proposals/batch/file/", {"once": "k"})
    assert empty.status_code == 422
    assert "请至少勾选一件" in empty.content.decode()
    assert page(client, "proposals:batch", "file", all="1").count(" checked") == 3
    for stranger in (town.jia, town.wu, town.xin):
        assert town.login(stranger).get("/proposals/batch/file/").status_code == 403
    assert client.get("/proposals/batch/rate/").status_code == 404
    assert "没有待交办的提案" in page(client, "proposals:batch", "assign")


def test_a_proposal_of_another_committee_is_no_part_of_it(town: Town) -> None:
    row = town.submitted()
    shown = town.login(town.far_clerk).post("/proposals/batch/file/", {f"p{row.pk}-chosen": "on", "once": "k"})
    assert "办成0件" in shown.content.decode()
    assert Proposal.objects.get().state == "submitted"


@pytest.mark.parametrize("key", ["file", "assign"])
def test_page_costs_the_same_for_two_and_for_twelve(town: Town, key: str) -> None:
    client = town.login(town.ding)
    page(client, "proposals:batch", key)
    counted = []
    for more in (2, 10):
        for number in range(more):
            row = town.submitted(title=f"关于第{more}{number}个食堂的提案", wished_lead=town.civil)
            if key == "assign":
                town.filed(row)
        counted.append(len(statements(lambda: page(client, "proposals:batch", key))))
    assert counted[0] == counted[1]

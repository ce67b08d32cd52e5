"""An existing ledger comes in row by row: what is wrong is said, and nothing is written unless told to."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lvzhi.access import NotAllowed
from lvzhi.committee.scope import Scope
from lvzhi.exchange import sheets
from lvzhi.journal.queries import history
from lvzhi.ledger.actions.importing import bring, columns, look
from lvzhi.ledger.metrics import MEASURES, PROBLEMS
from lvzhi.ledger.models import Measure, Problem
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.metrics import compute
from lvzhi.metrics.periods import year

FIRST = dt.date(2026, 1, 10)
GOOD: dict[str, Any] = {"text": "会议文件印发不及时", "found_on": FIRST, "source": "自查", "owner": "经济委员会",
                        "measures": "1. 定流程；2. 专人负责", "state": "已销号",
                        "done_on": dt.date(2026, 2, 1)}  # fmt: skip


def book(*rows: dict[str, Any]) -> bytes:
    target = BytesIO()
    fields = columns()
    sheets.write_xlsx(target, "问题台账", fields, [[row.get(one.key) for one in fields] for row in rows])
    return target.getvalue()


FAULTS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"done_on": dt.date(2026, 1, 9)}, "完成日期2026年1月9日早于问题发现日期2026年1月10日"),
    ({"done_on": None}, "状态为“已销号”的，请填写完成日期"),
    ({"state": "差不多"}, "状态“差不多”看不懂"),
    ({"owner": "区无名局"}, "“区无名局”不在本级机构和单位名录中"),
    ({"person": "无此人"}, "责任人“无此人”不在本级委员和机关人员中"),
    ({"theme": "星际探索"}, "“星际探索”不在问题和意见建议的方面的代码表中"),
    ({"found_on": dt.date(2026, 3, 3), "done_on": dt.date(2026, 3, 3)}, "发现日期2026年3月3日还没有到"),
    ({"text": "长" * 501}, "问题有501字，超过500字"),
)


def test_each_fault_of_a_row_is_one_sentence_that_names_it(desk: Desk) -> None:
    rows = [{"text": f"问题{place}"} | changed for place, (changed, _) in enumerate(FAULTS)]
    result = look(desk.actor(desk.wen), desk.here, book(*(GOOD | row for row in rows)), "台账.xlsx", found_on=TODAY)
    assert (result.bad, result.ready) == (len(FAULTS), [])
    first = result.remarks[0].row
    for place, (remark, (_, said)) in enumerate(zip(result.remarks, FAULTS, strict=True)):
        assert remark.sentence.startswith(f"第{first + place}行：")
        assert said in remark.sentence


def test_all_or_none_unless_the_good_rows_are_asked_for(desk: Desk) -> None:
    actor = desk.actor(desk.wen)
    data = book(GOOD, GOOD, GOOD | {"text": "学习不深入", "state": "长期坚持", "done_on": None, "measures": "常抓不懈"})
    result = bring(actor, desk.here, data, "台账.xlsx", found_on=TODAY)
    assert (result.written, result.bad, Problem.objects.count()) == (0, 1, 0)
    assert "与第" in result.remarks[0].sentence
    result = bring(actor, desk.here, data, "台账.xlsx", found_on=TODAY, good_only=True)
    assert (result.written, Measure.objects.count()) == (2, 3)
    done = Problem.objects.get(state="checked")
    assert (done.owner_organ, done.checked_on, done.measures_count) == (desk.economy, dt.date(2026, 2, 1), 2)
    assert set(done.measures.values_list("done_on", flat=True)) == {dt.date(2026, 2, 1)}
    assert history("ledger.problem", done.uid)[0].event == "ledger.problem.bring_in"
    again = look(actor, desk.here, data, "台账.xlsx", found_on=TODAY)
    assert (again.known, again.ready) == (3, [])


def test_a_long_ledger_comes_in_and_counts(desk: Desk) -> None:
    rows = [GOOD | {"number": str(n), "text": f"问题{n}", "measures": "甲；乙" if n < 7 else "甲"} for n in range(333)]
    result = bring(desk.actor(desk.wen), desk.here, book(*rows), "台账.xlsx", found_on=TODAY)
    assert (result.written, result.measures) == (333, 340)
    counted = [compute.compute(one, Scope(desk.here), year(2026)).value for one in (PROBLEMS, MEASURES)]
    assert counted == [333, 340]


def test_upload_preview_confirm(desk: Desk) -> None:
    client = desk.login(desk.wen)
    sent = SimpleUploadedFile("台账.xlsx", book(GOOD, GOOD | {"text": "乙", "state": "差不多"}))
    answer = client.post(reverse("ledger:import"), {"file": sent, "found_on": "2026-03-02", "organ": desk.economy.pk})
    page = client.get(answer.url).content.decode()
    assert "有1行不能导入" in page
    assert "只导入没有问题的1行" in page
    assert "差不多" in page
    assert Problem.objects.count() == 0
    assert "已导入1条" in client.post(answer.url, {"good_only": "1"}, follow=True).content.decode()
    assert Problem.objects.get().organ == desk.economy
    bad = client.post(reverse("ledger:import"), {"file": SimpleUploadedFile("x.xlsx", b"x"), "found_on": "2026-03-02"})
    assert bad.status_code == 422


def test_only_the_office_brings_a_ledger_in(desk: Desk) -> None:
    for account in (desk.shen, desk.xin, desk.far_office):
        with pytest.raises(NotAllowed):
            look(desk.actor(account), desk.here, book(GOOD), "台账.xlsx", found_on=TODAY)
    assert desk.login(desk.shen).get(reverse("ledger:import")).status_code == 403

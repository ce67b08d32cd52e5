"""Pages of a report as those who write and sign it see them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.tests.house import login
from lvzhi.drafts import queries as drafts
from lvzhi.reports import actions, queries
from lvzhi.reports.models import Remark, Report, Revision
from lvzhi.reports.tests.desk import TEXT, Desk
from lvzhi.reports.tests.test_pages import words
from lvzhi.reports.ties import DRAFT

MOST = 15


@pytest.fixture
def office(desk: Desk) -> Client:
    return login(desk.office)


def at(name: str, *args: Any) -> str:
    return reverse(f"reports:{name}", args=args)


def test_a_report_is_begun_from_its_page(desk: Desk, office: Client) -> None:
    typed = {"outline": "work", "title": "《2022年工作报告》", "period": "2022", "once": "k1"}
    answer = office.post(at("begin"), typed)
    made = Report.objects.get(title="2022年工作报告")
    assert answer["Location"] == at("detail", made.uid)
    office.post(at("begin"), typed)
    assert Report.objects.filter(title="2022年工作报告").count() == 1
    read = words(office.get(at("detail", made.uid)))
    assert "今年工作安排" in read
    assert "共收到提案12件" in read.replace("收到提案：", "").replace(" ", "")


def test_bad_input_is_said_at_its_field(desk: Desk, office: Client) -> None:
    answer = office.post(at("begin"), {"outline": "work", "title": "甲", "period": "去年"})
    assert answer.status_code == 422
    assert "去年" in answer.content.decode()


def test_the_page_shows_numbers_with_their_rows_and_what_is_to_be_minded(desk: Desk, office: Client) -> None:
    actions.write_section(desk.section(), desk.by(desk.head), "提案工作", TEXT + "{收道提案}{收到提案·时段=2021}")
    page = office.get(at("detail", desk.report.uid)).content.decode()
    assert "/figures/proposals.received/?" in page
    assert "“收道提案”不是指标名称" in page
    assert "在2021年没有记录" in page
    assert "送审" in page


def test_lists_and_details_cost_the_same_whatever_they_hold(desk: Desk, office: Client) -> None:
    def statements(address: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            assert office.get(address).status_code == 200
        return len(caught)

    detail, listed = at("detail", desk.report.uid), at("list")
    office.get(detail)
    few = statements(listed), statements(detail)
    for number in range(6):
        desk.begun(f"第{number}份")
        actions.add_section(desk.report, desk.by(desk.office), f"第{number}节", TEXT)
        actions.begin_remark(desk.section(), desk.by(desk.leader), f"第{number}条")
    assert (statements(listed), statements(detail)) == few
    assert few[1] <= MOST
    desk.void(desk.proposals[0])
    assert statements(at("changes", desk.report.uid)) <= MOST + 9


def test_looking_for_a_figure_keeps_what_was_typed_and_saves_nothing(desk: Desk, office: Client) -> None:
    section = desk.section()
    typed = {"heading": "提案工作", "text": "写了一半", "version": section.latest}
    page = office.post(at("section", section.uid), typed | {"find": "收到提案", "then": "find"}).content.decode()
    assert "写了一半" in page
    assert 'value="{收到提案}"' in page
    page = office.post(at("section", section.uid), typed | {"insert": "{收到提案}"}).content.decode()
    assert "写了一半{收到提案}" in page
    page = office.post(at("section", section.uid), typed | {"then": "split:立案提案|category"}).content.decode()
    assert 'value="{立案提案·类别=经济建设}"' in page
    page = office.post(at("section", section.uid), typed | {"then": "library"}).content.decode()
    assert "共收到提案12件" in page
    assert Revision.objects.filter(section=section).count() == 2


def test_saving_makes_a_version_and_clears_the_draft(desk: Desk, office: Client) -> None:
    section = desk.section()
    office.post(reverse("drafts:save", args=[DRAFT, str(section.uid)]), {"heading": "提案工作", "text": "暂存的"})
    assert "暂存的" in office.get(at("section", section.uid)).content.decode()
    given = {"heading": "提案工作", "text": "新的一稿{收到提案}", "version": section.latest}
    assert office.post(at("section", section.uid), given).status_code == 302
    assert desk.text() == "新的一稿{收到提案}"
    assert drafts.load(desk.office.pk, DRAFT, str(section.uid)) is None


def test_the_second_of_two_sees_both_texts_and_keeps_the_own(desk: Desk, office: Client) -> None:
    section = desk.section()
    seen = section.latest
    actions.write_section(section, desk.by(desk.head), "提案工作", "专委会先改了。")
    answer = office.post(
        at("section", section.uid), {"heading": "提案工作", "text": "办公室后改的。", "version": seen}
    )  # fmt: skip
    assert answer.status_code == 409
    page = answer.content.decode()
    assert all(text in page for text in ("朱仁", "专委会先改了。", "办公室后改的。"))
    kept = drafts.load(desk.office.pk, DRAFT, str(section.uid))
    assert kept is not None
    assert kept.data["text"] == "办公室后改的。"
    assert desk.text() == "专委会先改了。"
    given = {"heading": "提案工作", "text": "办公室后改的。", "version": seen + 1}
    assert office.post(at("section", section.uid), given).status_code == 302


def test_history_shows_what_was_changed_and_restores(desk: Desk, office: Client) -> None:
    section = desk.section()
    page = office.get(at("history", section.uid)).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    assert office.post(at("do", section.uid, "1")).status_code == 302
    assert section.latest + 1 == queries.sections_of(desk.report)[0].number


def test_a_remark_is_made_answered_and_settled_from_the_pages(desk: Desk, office: Client) -> None:
    leader, section = login(desk.leader), desk.section()
    assert leader.post(at("remark", section.uid), {"quote": "不在文中", "text": "改"}).status_code == 422
    assert leader.post(at("remark", section.uid), {"quote": "委员植树", "text": "写明日期"}).status_code == 302
    remark = Remark.objects.get()
    assert "写明日期" in office.get(at("detail", desk.report.uid)).content.decode()
    assert office.post(at("step", "remark", remark.uid, "answer"), {"answer": "已写明"}).status_code == 302
    assert leader.post(at("step", "remark", remark.uid, "resolve")).status_code == 302


def test_a_number_typed_by_hand_is_offered_its_figure_and_replaced(desk: Desk, office: Client) -> None:
    section = desk.section()
    actions.write_section(section, desk.by(desk.office), "提案工作", "全年收到提案12件，立案9件。")
    page = office.get(at("sources", desk.report.uid)).content.decode()
    assert "“12件”没有来源" in page
    assert "与文中不同" in page
    given = {"start": "6", "said": "12", "token": "{收到提案}", "version": "3"}
    assert office.post(at("replace", section.uid), given).status_code == 302
    assert desk.text() == "全年收到提案{收到提案}件，立案9件。"
    assert office.post(at("replace", section.uid), given | {"version": ""}).status_code == 400


def test_after_signing_then_and_now_stand_side_by_side(desk: Desk) -> None:
    desk.signed()
    secretary = login(desk.secretary)
    assert "没有变化" in secretary.get(at("changes", desk.report.uid)).content.decode()
    desk.void(desk.proposals[0])
    read = words(secretary.get(at("changes", desk.report.uid)))
    assert "签发时 12件" in read
    assert "现在 11件" in read
    assert desk.proposals[0].title in read
    assert "误录作废" in read
    page = secretary.get(at("detail", desk.report.uid)).content.decode()
    assert ">收到提案：</span>12<" in page


@pytest.mark.parametrize("name", ["clerk", "member_account", "unit_officer"])
def test_who_has_nothing_to_do_with_reports_is_turned_away(desk: Desk, name: str) -> None:
    client = login(getattr(desk, name))
    section = desk.section()
    for address in (at("list"), at("begin")):
        assert client.get(address).status_code == 403
    for address in (at("detail", desk.report.uid), at("changes", desk.report.uid), at("section", section.uid),
                    at("history", section.uid), at("remark", section.uid), at("sources", desk.report.uid)):  # fmt: skip
        assert client.get(address).status_code == 404
    for address in (at("update", desk.report.uid), at("add", desk.report.uid), at("do", section.uid, "drop")):
        assert client.post(address).status_code == 404

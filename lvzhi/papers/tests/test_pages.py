"""Each page, as the person it is for sees it."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.accounts.tests.house import START
from lvzhi.deadlines import clock
from lvzhi.exchange import Column, sheets
from lvzhi.links import beside, kinds
from lvzhi.papers import actions
from lvzhi.papers.models import Paper
from lvzhi.papers.tests.bureau import TEXT, TODAY, Bureau
from lvzhi.people import actions as people

FORM = {name: TEXT[name] for name in ("kind", "title", "text", "addressee")} | {"for_members": "on"}


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


def test_a_head_of_an_organ_writes_and_hands_in(bureau: Bureau) -> None:
    client = bureau.login(bureau.tou)
    assert "data-autosave-url" in page(client, "papers:write")
    answer = client.post(reverse("papers:write"), FORM | {"then": "hand_in", "once": "k1", "organ": bureau.economy.pk})
    paper = Paper.objects.get()
    assert answer["Location"] == reverse("papers:step", args=["paper", paper.uid, "hand_in"])
    again = client.post(reverse("papers:write"), FORM | {"once": "k1"})
    assert (again.status_code, Paper.objects.count()) == (302, 1)
    done = client.post(answer["Location"], {"version": paper.version, "once": "k2"}, follow=True)
    assert "“送核”已办理" in done.content.decode()
    assert "办公室核稿" in done.content.decode()


def test_faults_are_named_and_what_was_typed_stays(bureau: Bureau) -> None:
    client = bureau.login(bureau.tou)
    answer = client.post(reverse("papers:write"), FORM | {"title": ""})
    assert answer.status_code == 422
    assert "由区住建局牵头。" in answer.content.decode()
    assert Paper.objects.count() == 0


def test_two_hands_on_one_text(bureau: Bureau) -> None:
    paper = bureau.draft()
    client = bureau.login(bureau.tou)
    url = reverse("papers:edit", args=[paper.uid])
    bureau.login(bureau.bai).post(url, FORM | {"title": "别人改的标题", "version": paper.version})
    answer = client.post(url, FORM | {"title": "我改的标题", "version": paper.version})
    assert answer.status_code == 409
    assert "我改的标题" in answer.content.decode()
    assert Paper.objects.get().title == "别人改的标题"


def test_a_paper_about_a_record_of_another_room(bureau: Bureau) -> None:
    """A document speaks of another paper here; of any record whose kind is registered with links, the same way."""
    first = bureau.issued()
    client = bureau.login(bureau.tou)
    shown = page(client, "papers:write", about=f"papers.paper:{first.uid}")
    assert f"文书：{first.title}" in shown
    about = f"papers.paper:{first.uid}"
    client.post(reverse("papers:write"), FORM | {"title": "补充报告", "about": about, "once": "a"})
    made = Paper.objects.get(title="补充报告")
    assert f'<a href="{reverse("papers:detail", args=[first.uid])}">{first.title}</a>' in page(
        client, "papers:detail", made.uid
    )
    hidden = bureau.draft(bureau.far_office)
    refused = client.post(reverse("papers:write"), FORM | {"about": f"papers.paper:{hidden.uid}", "once": "b"})
    assert "没有找到事由记录" in refused.content.decode()


def card_of(bureau: Bureau, who: str, record: Any) -> list[Any]:
    panels = beside.panels(bureau.actor(bureau.everyone[who]), record)
    return [panel for panel in panels if panel.title == "文书"]


def test_papers_stand_on_the_page_of_what_they_are_about(bureau: Bureau) -> None:
    term = bureau.here.terms.get()
    member = people.add_member(bureau.builder(), bureau.here, term, people.Facts(name="丙成"), starts=START)
    actions.begin_draft(bureau.actor(bureau.bai), bureau.here, TEXT, about=[("people.member", member.uid)])
    (card,) = card_of(bureau, "bai", member)
    assert [line.title for line in card.lines] == [TEXT["title"]]
    assert card.add == f"/papers/write/?about=people.member%3A{member.uid}"
    (other,) = card_of(bureau, "other", member)
    assert (list(other.lines), other.hidden) == ([], 1)
    assert [panel.add for panel in card_of(bureau, "jia", member)] == [""]


def test_the_page_of_a_paper_shows_where_it_went_and_what_was_written(bureau: Bureau) -> None:
    comment = bureau.handed()
    shown = page(bureau.login(bureau.bai), "papers:detail", comment.paper.uid)
    for part in ("区长李强", "请住建局研究落实。", "2026年3月2日转区住建局办理", "还剩30天", "连海市政协", "待签收"):
        assert part in shown
    officer = page(bureau.login(bureau.wu), "papers:detail", comment.paper.uid)
    assert "反馈办理情况" in officer
    assert "登记发送" not in officer


def test_a_unit_signs_for_what_came_in(bureau: Bureau) -> None:
    paper = bureau.sent()
    client = bureau.login(bureau.wu)
    assert "待签收" in page(client, "papers:received")
    url = reverse("papers:receipt", args=[bureau.dispatch(paper, "区住建局").uid])
    done = client.post(url, {"on": TODAY.isoformat(), "by": "戊安", "once": "x"}, follow=True)
    assert "已签收" in done.content.decode()
    assert client.post(url, {"on": TODAY.isoformat(), "by": "戊安", "once": "y"}).status_code == 302
    assert bureau.dispatch(paper, "区住建局").receipt_by == "戊安"


def test_the_register_narrows_and_goes_out_as_a_file(bureau: Bureau) -> None:
    bureau.issued(title="第一份报告")
    bureau.issued(title="第二份提示", kind="work_prompt")
    client = bureau.login(bureau.bai)
    shown = page(client, "papers:list", kind="work_prompt")
    assert "第二份提示" in shown
    assert "第一份报告" not in shown
    assert "第一份报告" in page(client, "papers:list", q="政协发〔2026〕1号")
    assert "第一份报告" not in page(client, "papers:list", since="2026-03-03")
    assert page(client, "papers:list", since="2026-13-40").count("第一份报告")  # cannot be meant: narrows nothing
    answer = client.get(reverse("papers:export", args=["xlsx"]), {"kind": "work_prompt"})
    columns = [Column(name, name) for name in ("文号", "标题", "种类")]
    sheet = sheets.read(BytesIO(taken(answer)), "发文登记.xlsx", columns)
    assert [row["标题"] for row in sheet.good] == ["第二份提示"]
    assert client.get(reverse("papers:export", args=["exe"])).status_code == 404


def test_the_ledger_of_comments(bureau: Bureau) -> None:
    comment = bureau.handed(until=TODAY + dt.timedelta(days=3))
    client = bureau.login(bureau.ling)
    assert "区长李强" in page(client, "papers:comments", state="handed", rank="top")
    assert "区长李强" not in page(client, "papers:comments", only="overdue")
    with clock.at(comment.due_on + dt.timedelta(days=1)):
        assert "已超期1天" in page(bureau.login(bureau.ling), "papers:comments", only="overdue")
    text = taken(client.get(reverse("papers:export_comments", args=["csv"]))).decode()
    assert "请住建局研究落实。" in text
    assert "筛选条件：无" in text


def test_a_text_may_stand_in_an_attachment(bureau: Bureau) -> None:
    paper = bureau.draft(text="")
    client = bureau.login(bureau.tou)
    file = SimpleUploadedFile("报告.txt", "正文在此。".encode(), "text/plain")
    client.post(reverse("files:add", args=["papers.paper", paper.uid]), {"files": file})
    shown = page(client, "papers:detail", paper.uid)
    assert "报告.txt" in shown
    assert "正文见附件" in shown
    assert bureau.take(paper, "hand_in", bureau.tou).state == "checking"


def test_voided_and_restored(bureau: Bureau) -> None:
    paper = bureau.issued()
    client = bureau.login(bureau.bai)
    client.post(reverse("papers:void", args=[paper.uid]), {"ground": "重复登记", "once": "v"})
    assert "误录作废" in page(client, "papers:detail", paper.uid)
    assert paper.title not in page(client, "papers:list")
    assert paper.title in page(client, "papers:list", only="voided")
    client.post(reverse("papers:restore", args=[paper.uid]), {"once": "r"})
    assert Paper.objects.get().voided_at is None


@pytest.mark.parametrize("name", ["papers:list", "papers:comments", "papers:received"])
def test_lists_cost_the_same_at_few_and_many_rows(bureau: Bureau, name: str) -> None:
    client = bureau.login(bureau.bai if name != "papers:received" else bureau.wu)
    counted = []
    for more in (2, 10):
        for _ in range(more):
            bureau.handed()
        counted.append(statements(client, reverse(name)))
    assert len(counted[0]) == len(counted[1]) <= 10, "\n".join(counted[1])


def test_a_paper_costs_a_fixed_number_of_statements(bureau: Bureau) -> None:
    comment = bureau.handed()
    client = bureau.login(bureau.bai)
    few = statements(client, reverse("papers:detail", args=[comment.paper.uid]))
    answers = {"leader": "王芳", "post": "副区长", "rank": "deputy", "commented_on": TODAY, "words": "同意。"}
    for _ in range(3):
        bureau.take(comment.paper, "comment", bureau.bai, **answers)
    many = statements(client, reverse("papers:detail", args=[comment.paper.uid]))
    assert len(few) == len(many) <= 14, "\n".join(many)


def test_whom_the_document_names_stands_in_the_form_of_sending_and_the_unit_in_that_of_handing_over(
    bureau: Bureau,
) -> None:
    paper = bureau.issued(addressee="区委、区住建局", copies="连海市政协、文史委员会")
    client = bureau.login(bureau.bai)
    text = page(client, "papers:step", "paper", paper.uid, "send")
    assert f'name="units" value="{bureau.housing.pk}" checked' in text
    assert re.search(rf'name="committees" value="{bureau.city.pk}"[^>]*checked', text)
    assert re.search(rf'name="organs" value="{bureau.history.pk}"[^>]*checked', text)
    assert re.search(r'value="区委"[^>]*name="bodies"|name="bodies"[^>]*value="区委"', text)
    bureau.take(paper, "send", bureau.bai, units=[bureau.housing.pk], how="exchange", sent_on=TODAY)
    again = page(client, "papers:step", "paper", paper.uid, "send")
    assert f'name="units" value="{bureau.housing.pk}" checked' not in again  # it has it
    comment = bureau.commented(Paper.objects.get(pk=paper.pk))
    assert f'<option value="{bureau.housing.pk}" selected>' in page(
        client, "papers:step", "comment", comment.uid, "hand_over"
    )


def test_the_organ_of_what_a_paper_is_about_drafts_it_else_the_one_that_the_writer_heads(bureau: Bureau) -> None:
    chosen = '<option value="{}" selected>'
    assert chosen.format(bureau.economy.pk) in page(bureau.login(bureau.tou), "papers:write")
    assert chosen.format(bureau.economy.pk) not in page(bureau.login(bureau.bai), "papers:write")
    known = kinds.kind_of("plans.task")
    assert known is not None
    assert known.organ is not None

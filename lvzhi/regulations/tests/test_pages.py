"""Each page, as the person it is for sees it; documents read back."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from lvzhi.exchange.docx_text import read_docx_text
from lvzhi.exchange.letters import Document9704, Para, write
from lvzhi.files.queries import of as files_of
from lvzhi.regulations.models import Regulation, Version
from lvzhi.regulations.tests.chamber import DATA, FIRST, SECOND, TODAY, Chamber

DETAIL_MOST = 15
DAY = dt.timedelta(days=1)


def page(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(f"regulations:{name}", args=args), query)
    assert answer.status_code == 200, answer.content.decode()[-3000:]
    return answer.content.decode()


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        client.get(url)
    return len(caught.captured_queries)


def two(chamber: Chamber) -> tuple[Version, Version]:
    """A rule of which the second version is in force from today."""
    first = chamber.bring()
    return first, chamber.issue(chamber.adopted(chamber.revised(first)))


def test_what_is_in_force_on_a_day_and_what_a_bad_day_says(chamber: Chamber) -> None:
    first, _ = two(chamber)
    yi = chamber.login(chamber.yi)
    today, before = page(yi, "list"), page(yi, "list", day="2026-03-01")
    assert ("2026年3月2日起" in today, "2021年6月1日至2026年3月1日" in before) == (True, True)
    assert "这一天没有施行的制度" in page(yi, "list", day="2020-01-01")
    answer = yi.get(reverse("regulations:list"), {"day": "2026-02-31"})
    assert (answer.status_code, "日期“2026-02-31”看不懂" in answer.content.decode()) == (422, True)
    uid = first.regulation.uid
    assert "具体" in page(yi, "detail", uid)
    assert "具体" not in page(yi, "detail", uid, day="2026-03-01")


def test_words_are_found_in_the_articles_and_marked(chamber: Chamber) -> None:
    first, second = two(chamber)
    client = chamber.login(chamber.lian)
    found = page(client, "list", q="一事一案")
    assert f"{reverse('regulations:detail', args=[first.regulation.uid])}?q=" in found
    assert "#a2" in found
    shown = page(client, "version", second.uid, q="一事一案")
    assert 'id="a2"' in shown
    assert "<mark>一事一案</mark>" in shown
    assert "条文中没有这个词" in page(client, "list", q="没有的词")


def test_a_text_is_read_from_a_word_file_and_the_file_kept(chamber: Chamber) -> None:
    target = io.BytesIO()
    write(Document9704("提案工作办法", [Para(line) for line in FIRST.split("\n")]), target)
    upload = SimpleUploadedFile("办法.docx", target.getvalue())
    sent = {name: DATA[name] for name in ("title", "kind", "level")} | {"file": upload, "text": "", "once": "r1"}
    answer = chamber.login(chamber.tou).post(reverse("regulations:write"), sent, follow=True)
    shown = answer.content.decode()
    version = Version.objects.get()
    assert "正文按条，共4条" in shown
    assert [one.name for one in files_of("regulations.version", version.uid)] == ["办法.docx"]
    assert 'id="a3"' in shown


def test_a_file_that_is_none_is_refused_in_one_sentence_and_nothing_is_lost(chamber: Chamber) -> None:
    upload = SimpleUploadedFile("办法.docx", b"PK\x03\x04broken")
    sent = {name: DATA[name] for name in ("title", "kind", "level")} | {"file": upload, "note": "写好的说明"}
    answer = chamber.login(chamber.tou).post(reverse("regulations:write"), sent)
    shown = answer.content.decode()
    assert (answer.status_code, "办法.docx" in shown, "写好的说明" in shown) == (422, True, True)
    assert not Regulation.objects.exists()


def test_odd_numbering_is_said_and_kept_as_it_is(chamber: Chamber) -> None:
    text = "第一条 甲。\n第三条 乙。"
    client = chamber.login(chamber.tou)
    sent = {name: DATA[name] for name in ("title", "kind", "level")} | {"text": text}
    shown = client.post(reverse("regulations:write"), sent, follow=True).content.decode()
    assert "“第一条”之后是“第三条”，中间缺条，请核对。" in shown
    assert Version.objects.get().text == text


def test_two_versions_side_by_side_and_the_table_read_back(chamber: Chamber) -> None:
    first, second = two(chamber)
    client = chamber.login(chamber.jia)
    shown = page(client, "compare", first.uid, second.uid)
    assert ("<ins>" in shown, "新增1处，删去1处，修改1处，条号改变1处" in shown, "第一条</strong>" in shown) == (
        True, True, False,
    )  # fmt: skip
    assert "第一条</strong>" in page(client, "compare", first.uid, second.uid, all="1")
    same = page(client, "compare", second.uid, second.uid)
    assert "两版文字相同" in same
    answer: Any = client.get(reverse("regulations:compare_document", args=[first.uid, second.uid]))
    data = b"".join(answer.streaming_content)
    table = Document(io.BytesIO(data)).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][0] == "修订前（第1版，2021年6月1日施行）"
    assert cells[1] == [
        "第二条　提案应当一事一案，有情况、有分析、有建议。",
        "第二条　提案应当一事一案，有情况、有分析、有具体建议。", "修改",
    ]  # fmt: skip
    bold = [run.text for run in table.rows[1].cells[1].paragraphs[0].runs if run.font.bold]
    assert bold == ["具体"]
    assert [row[2] for row in cells[2:]] == ["新增", "条号改变", "删去"]
    text: Any = client.get(reverse("regulations:text", args=[second.uid]))
    read = read_docx_text(b"".join(text.streaming_content))
    assert all(line.split("　", 1)[-1] in read for line in SECOND.split("\n"))


def test_versions_of_two_rules_are_not_compared(chamber: Chamber) -> None:
    first, other = chamber.bring(), chamber.bring(title="另一项制度", document_no="政协发〔2021〕9号")
    answer = chamber.login(chamber.jia).get(reverse("regulations:compare", args=[first.uid, other.uid]))
    assert "不属于同一项制度" in answer.content.decode()


def test_each_steps_page_opens(chamber: Chamber) -> None:
    client = chamber.login(chamber.mi)
    version = chamber.begin()
    opinion, _ = chamber.asked(version)
    asked = [("version", version, "ask"), ("version", version, "hand_in"), ("opinion", opinion, "note_given")]
    for kind, record, key in asked:
        assert client.get(reverse("regulations:step", args=[kind, record.uid, key])).status_code == 200
    version = chamber.take(version, "hand_in", chamber.tou, unasked="")
    for key, answers in (("check", {"on": TODAY}), ("adopt", {"on": TODAY, "meeting": "主席会议"}), ("issue", {})):
        assert client.get(reverse("regulations:step", args=["version", version.uid, key])).status_code == 200, key
        if answers:
            version = chamber.take(version, key, **answers)
    rule, matter = chamber.issue(version).regulation, chamber.matter()
    for kind, record, key in (("rule", rule, "revise"), ("rule", rule, "repeal"), ("matter", matter, "report")):
        assert client.get(reverse("regulations:step", args=[kind, record.uid, key])).status_code == 200, key


def test_exports_say_what_they_were_narrowed_to(chamber: Chamber) -> None:
    two(chamber)
    chamber.begin()
    chamber.sent()
    client = chamber.login(chamber.bai)
    for name, query, seen, hidden in (
        ("export", {"state": "work"}, "提案工作办法", "委员履职考核办法"),
        ("matters_export", {"kind": "request"}, "协商计划", "总结"),
    ):  # fmt: skip
        answer: Any = client.get(reverse(f"regulations:{name}", args=["csv"]), query)
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        assert (seen in text, hidden in text, "筛选条件：" in text) == (True, False, True), name


def test_lists_cost_the_same_at_any_length(chamber: Chamber) -> None:
    two(chamber)
    chamber.sent()
    client = chamber.login(chamber.bai)
    urls = [reverse(f"regulations:{name}") for name in ("list", "register", "matters", "calendar")]
    few = [statements(client, url) for url in urls]
    for number in range(6):
        chamber.bring(title=f"制度{number}", document_no=f"政协发〔2021〕3{number}号")
        chamber.begin(title=f"草稿{number}")
        chamber.sent()
    assert [statements(client, url) for url in urls] == few


def test_detail_pages_are_cheap(chamber: Chamber) -> None:
    _, second = two(chamber)
    draft = chamber.begin()
    chamber.asked(draft)
    matter = chamber.sent()
    found = {
        name: statements(chamber.login(who), reverse(f"regulations:{name}", args=[uid]))
        for name, who, uid in (
            ("detail", chamber.bai, second.regulation.uid), ("version", chamber.bai, draft.uid),
            ("matter", chamber.bai, matter.uid),
        )
    }  # fmt: skip
    assert {name: count for name, count in found.items() if count > DETAIL_MOST} == {}


@pytest.mark.parametrize("name", ["void", "version_void", "matter_void"])
def test_voided_and_brought_back(chamber: Chamber, name: str) -> None:
    first, matter = chamber.bring(), chamber.sent()
    uid = {"void": first.regulation.uid, "version_void": first.uid, "matter_void": matter.uid}[name]
    client = chamber.login(chamber.bai)
    client.post(reverse(f"regulations:{name}", args=[uid]), {"ground": "重复登记"})
    seen = page(client, "list") + page(client, "matters")
    assert ("委员履职考核办法" in seen and "协商计划" in seen) is False
    client.post(reverse(f"regulations:{name.replace('void', 'restore')}", args=[uid]))
    seen = page(client, "list") + page(client, "matters")
    assert ("委员履职考核办法" in seen, "协商计划" in seen) == (True, True)


@pytest.mark.parametrize(("key", "status"), [("never", 404), ("begin", 404), ("repeal", 400)])
def test_only_a_step_of_the_procedure_that_was_taken_is_taken_back(chamber: Chamber, key: str, status: int) -> None:
    rule = chamber.bring().regulation
    url = reverse("regulations:back", args=[rule.uid, key])
    assert chamber.login(chamber.bai).get(url).status_code == status

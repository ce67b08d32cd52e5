"""Each page, as the person it is for sees it."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.drafts import actions as drafts
from lvzhi.exchange.letters import Document9704, Para, read_docx_text, write
from lvzhi.links.models import Tie
from lvzhi.messages.models import Message
from lvzhi.publications.models import Article, Coverage, Issue, Manuscript
from lvzhi.publications.tests.press import COUNT, TEXT, TODAY, Press, scan

DETAIL_MOST = 15
TYPED = {"title": "水碾房往事", "witness": "lived", "text": TEXT}


def page(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(f"publications:{name}", args=args), query)
    assert answer.status_code == 200, answer.content.decode()[-3000:]
    return answer.content.decode()


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught.captured_queries)


def test_empty_pages_say_so(press: Press) -> None:
    office, member = press.login(press.bai), press.login(press.jia)
    for what, said in (
        ("calls", "还没有征集"), ("clues", "没有符合条件的线索"), ("manuscripts", "没有符合条件的稿件"),
        ("issues", "还没有编过文史资料"), ("items", "没有符合条件的宣传报道"),
    ):  # fmt: skip
        assert said in page(office, "list", what)
    mine = page(member, "mine")
    assert all(said in mine for said in ("您还没有文史稿件", "您还没有提供过线索", "没有正在进行的征集"))
    assert press.login(press.jia).get(reverse("publications:home"))["Location"] == reverse("publications:mine")


def test_a_member_hands_in_and_sees_where_it_is(press: Press) -> None:
    client = press.login(press.jia)
    drafts.save(press.jia.pk, "publications.manuscript", "new", {"title": "没写完的", "text": "开头"})
    assert "没写完的" in page(client, "mine")
    assert "开头" in page(client, "write")
    sent = client.post(reverse("publications:write"), TYPED | {"once": "a"})
    again = client.post(reverse("publications:write"), TYPED | {"once": "a"})
    assert (sent["Location"], Manuscript.objects.count()) == (again["Location"], 1)
    assert drafts.load(press.jia.pk, "publications.manuscript", "new") is None
    shown = client.get(sent["Location"]).content.decode()
    for said in ("待初审", "文史编辑（初审）", "核对史实后转复审", f"{COUNT}字"):
        assert said in shown
    assert Message.objects.filter(account_id=press.jing.pk, code="publications.submitted").count() == 1


def test_kept_for_later_it_is_not_handed_in(press: Press) -> None:
    client = press.login(press.jia)
    kept = client.post(reverse("publications:write"), TYPED | {"then": "keep"})
    made = Manuscript.objects.get()
    assert made.state == "draft"
    client.get(kept["Location"])
    url = reverse("publications:edit", args=[made.uid])
    done = client.post(url, TYPED | {"text": TEXT + "完。", "version": made.version})
    made.refresh_from_db()
    assert (done.status_code, made.state, made.chars) == (302, "submitted", COUNT + 2)
    assert client.get(url).status_code == 422 or "不能再改" in client.get(url).content.decode()


def test_a_file_is_read_into_the_text(press: Press) -> None:
    target = io.BytesIO()
    write(Document9704("旧事", [Para("从文件里来的一段。")]), target)
    upload = SimpleUploadedFile("旧事.docx", target.getvalue())
    client = press.login(press.jia)
    client.post(reverse("publications:write"), TYPED | {"text": "", "upload": upload})
    assert "从文件里来的一段。" in Manuscript.objects.get().text
    both = client.post(
        reverse("publications:write"), TYPED | {"title": "另", "upload": SimpleUploadedFile("a.txt", "字".encode())}
    )
    assert "请清空其中一个" in both.content.decode()
    broken = client.post(
        reverse("publications:write"),
        TYPED | {"title": "另", "text": "", "upload": SimpleUploadedFile("a.docx", b"PK\x03\x04 broken")},
    )
    assert (broken.status_code, Manuscript.objects.count()) == (422, 1)
    assert "文稿没有读出来" in broken.content.decode()


def test_two_hands_on_one_manuscript(press: Press) -> None:
    made = press.begin()
    url = reverse("publications:edit", args=[made.uid])
    typed = TYPED | {"version": made.version, "then": "keep"}
    client = press.login(press.jia)
    assert client.post(url, typed | {"text": "第一个窗口"}).status_code == 302
    answer = client.post(url, typed | {"text": "第二个窗口"})
    assert answer.status_code == 409
    assert "第二个窗口" in answer.content.decode()
    assert Manuscript.objects.get().text == "第一个窗口"


def test_the_review_page_shows_text_and_original(press: Press) -> None:
    made = press.at("checked")
    url = reverse("publications:step", args=["manuscript", made.uid, "edit"])
    shown = press.login(press.bai).get(url).content.decode()
    assert shown.count("师傅姓田") >= 2
    refused = press.login(press.bai).post(url, {"edited": " ", "version": made.version})
    assert (refused.status_code, "编辑稿" in refused.content.decode()) == (422, True)


def test_an_issue_is_a_document(press: Press) -> None:
    made = press.at("published")
    issue = Issue.objects.get()
    press.take(made, "authorise", None, {"letter": scan("授权书.png")}, on=TODAY)
    answer: Any = press.login(press.jia).get(reverse("publications:document", args=[issue.uid]))
    text = read_docx_text(b"".join(answer.streaming_content))
    for said in ("海州文史", "目录", "水碾房往事（甲文）", "师傅姓田，教我认麦子。", f"字数：{COUNT}字"):
        assert said in text
    files = press.login(press.bai).get(reverse("publications:manuscript", args=[made.uid])).content.decode()
    assert "授权书.png" in files


def test_a_report_hangs_on_the_record_it_is_about(press: Press) -> None:
    press.at("published")
    issue = Issue.objects.get()
    client = press.login(press.bai)
    add = reverse("publications:item_new")
    about = f"publications.issue:{issue.uid}"
    assert f"{add}?about=" in page(client, "issue", issue.uid)
    assert "《海州文史》第1期" in client.get(add, {"about": about}).content.decode()
    sent = client.post(add, {
        "title": "文史资料出版", "published_on": "2026-05-19", "new_outlet": "连海日报", "kind": "paper",
        "level": "city", "uploads": scan("报纸.png"), "about": about,
    })  # fmt: skip
    assert sent.status_code == 302, sent.content.decode()[-2000:]
    assert Tie.objects.get().b_uid == issue.uid
    assert "文史资料出版" in page(press.login(press.jia), "issue", issue.uid)
    shown = client.get(sent["Location"]).content.decode()
    assert "报纸.png" in shown
    assert "《海州文史》第1期" in shown
    elsewhere = client.get(add, {"about": "publications.issue:00000000-0000-0000-0000-000000000000"})
    assert elsewhere.status_code == 422 or "没有找到" in elsewhere.content.decode()


def test_faults_stand_on_their_field_and_nothing_is_lost(press: Press) -> None:
    client = press.login(press.bai)
    answer = client.post(reverse("publications:item_new"), {
        "title": "委员进社区", "published_on": "2026-05-19", "new_outlet": "连海日报", "kind": "paper", "level": "city",
        "url": "www.news",
    })  # fmt: skip
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "网址“www.news”不能打开" in shown
    assert 'value="委员进社区"' in shown
    assert not Coverage.objects.exists()
    call = client.post(reverse("publications:call_new"), {"title": "口述", "topic": "店铺", "until": "2026-05-01"})
    assert "截止日期" in call.content.decode()


def test_a_call_is_told_to_members_once(press: Press) -> None:
    client = press.login(press.bai)
    data = {"title": "口述老街", "topic": "店铺和手艺。", "until": "2026-08-31", "once": "k"}
    first = client.post(reverse("publications:call_new"), data)
    again = client.post(reverse("publications:call_new"), data)
    assert first["Location"] == again["Location"]
    assert Message.objects.filter(code="publications.called").count() == 2
    shown = press.login(press.jia).get(first["Location"]).content.decode()
    assert "写稿交稿" in shown
    assert "还没有您可以看到的稿件" in shown


def test_filters_narrow_the_list_and_the_export(press: Press) -> None:
    press.at("approved")
    press.at("submitted", title="铁索桥", witness="heard")
    client = press.login(press.bai)
    for query, seen, hidden in (
        ({"q": "铁索"}, "铁索桥", "水碾房往事"), ({"state": "approved"}, "水碾房往事", "铁索桥"),
        ({"witness": "heard"}, "铁索桥", "水碾房往事"), ({"only": "loose"}, "水碾房往事", "铁索桥"),
        ({"only": "unauthorised"}, "水碾房往事", "铁索桥"),
    ):  # fmt: skip
        shown = page(client, "list", "manuscripts", **query)
        assert (seen in shown, hidden in shown) == (True, False), query
    answer: Any = client.get(reverse("publications:export", args=["manuscripts", "csv"]), {"state": "approved"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert ("水碾房往事" in text, "铁索桥" in text, "情况：终审通过" in text) == (True, False, True)
    for what in ("clues", "issues", "items"):
        assert client.get(reverse("publications:export", args=[what, "xlsx"])).status_code == 200


def test_lists_cost_the_same_at_any_length(press: Press) -> None:
    def fill(first: int, count: int) -> None:
        for number in range(first, first + count):
            press.at("submitted", title=f"稿件{number}")
            press.clue(topic=f"线索{number}")
            press.report(title=f"报道{number}")
            press.issue(f"第{number}期")

    fill(0, 3)
    pages = [reverse("publications:list", args=[what]) for what in ("manuscripts", "clues", "items", "issues")]
    office, member = press.login(press.bai), press.login(press.jia)
    few = [statements(office, url) for url in pages] + [statements(member, reverse("publications:mine"))]
    fill(10, 12)
    assert [statements(office, url) for url in pages] + [statements(member, reverse("publications:mine"))] == few


def test_detail_pages_are_cheap(press: Press) -> None:
    made = press.at("published")
    issue = Issue.objects.get()
    press.report(about=("publications.issue", issue.uid))
    other = press.take(press.issue("第2期"), "add_lines", lines="\n".join(f"篇目{one}｜作者" for one in range(12)))
    assert Article.objects.filter(issue=other).count() == 12
    for account in (press.bai, press.jia):
        client = press.login(account)
        for name, record in (("manuscript", made), ("issue", issue)):
            assert statements(client, reverse(f"publications:{name}", args=[record.uid])) <= DETAIL_MOST, name
    assert statements(press.login(press.bai), reverse("publications:issue", args=[other.uid])) <= DETAIL_MOST

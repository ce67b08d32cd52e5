"""Pages as people see them: the check, the report, the figures book and the rows behind a number."""

from __future__ import annotations

import html
import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts.tests.house import login
from lvzhi.exchange.letters import read_docx_text
from lvzhi.journal.models import Entry
from lvzhi.metrics import registry
from lvzhi.reports.checking import check_text
from lvzhi.reports.composing import compose
from lvzhi.reports.tests.small import Small
from lvzhi.reports.writing import write_report

TEXT = "清河县政协2022年收到提案15件，立案10件。<script>alert(1)</script>组织委员植树300棵。"


@pytest.fixture
def secretary(small: Small) -> Client:
    return login(small.secretary)


def words(answer: Any) -> str:
    """The page as read: tags gone, blanks one."""
    assert answer.status_code == 200, answer.status_code
    text = re.sub(r"<(?:script|style).*?</(?:script|style)>", "", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))


def post(client: Client, small: Small, **given: Any) -> Any:
    return client.post("/reports/check/", {"committee": str(small.county.uid), "period": "2022", **given})


def test_the_check_marks_the_text_and_says_why(secretary: Client, small: Small) -> None:
    answer = post(secretary, small, text=TEXT)
    page = answer.content.decode()
    assert page.count('<mark class="lz-claim"') == 3
    assert 'data-verdict="differs"' in page
    assert "<script>alert(1)" not in page
    read = words(answer)
    assert "多3件" in read
    assert "看明细" in read
    target = re.search(r'href="(/figures/proposals\.received/[^"]+)"', page)
    assert target is not None
    assert "12条记录" in words(secretary.get(target[1].replace("&amp;", "&")))


@pytest.mark.parametrize(
    ("text", "kind", "sum_"),
    [
        ("全年收到提案12件，其中委员提案10件，集体提案3件。", "parts", "10 + 3 = 13 ≠ 12"),
        ("全年立案10件，办复8件，办复率98%。", "rate", "8 ÷ 10 = 80% ≠ 98%"),
        ("全年收到提案12件，其中委员提案15件。", "over", "15 > 12"),
    ],
)
def test_parts_and_rates_that_do_not_follow_are_shown(
    secretary: Client, small: Small, text: str, kind: str, sum_: str
) -> None:
    found: Any = check_text(text, small.scope, small.year).as_json()["contradictions"]
    assert [(one["kind"], one["arithmetic"]) for one in found] == [(kind, sum_)]
    assert len(found[0]["places"]) > 1
    read = words(post(secretary, small, text=text))
    assert "文中前后不一致（1 处）" in read
    assert sum_ in html.unescape(read)


def test_verdicts_are_told_without_colour_and_walked_by_keys(secretary: Client, small: Small) -> None:
    page = post(secretary, small, text=TEXT).content.decode()
    signs = re.findall(
        r'<a[^>]* data-stop href="#c(\d)"><span[^>]*>([^，]+)，第</span><span aria-hidden="true">(.)</span>', page
    )
    assert signs == [("1", "不一致", "≠"), ("2", "一致", "✓"), ("3", "无此指标", "–")]
    assert page.count("data-walk") == 2
    rows = re.findall(r'hx-get="(/figures/[^"]+)" hx-select="#rows', page)
    assert len(rows) == 2
    assert 'id="rows"' in secretary.get(rows[0].replace("&amp;", "&")).content.decode()


def test_the_check_shows_where_a_text_speaks_against_itself(secretary: Client, small: Small) -> None:
    answer = post(secretary, small, text="清河县政协2022年收到提案15件。\n一年来，县政协共收到提案12件，立案10件。")
    page, read = answer.content.decode(), words(answer)
    assert "文中前后不一致（1 处）" in read
    assert "15 ≠ 12" in read
    assert page.count('href="#clashes"') == 2
    for place in re.findall(r'href="#(t\d+)"', page):
        assert f'id="{place}"' in page
    assert "文中前后不一致" not in words(post(secretary, small, text="收到提案10余件。\n共收到提案12件。"))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("空.txt", b"   ", "空"),
        ("宏.docm", b"PK\x03\x04broken", "docm"),
        ("照片.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "照片.png"),
    ],
)
def test_a_bad_file_gets_one_sentence(
    secretary: Client, small: Small, name: str, content: bytes, sentence: str
) -> None:
    read = words(post(secretary, small, file=SimpleUploadedFile(name, content)))
    assert sentence in read
    assert "核对结果" not in read


def test_files_are_read_as_they_were_saved(secretary: Client, small: Small) -> None:
    page = f"<html><body><p>{TEXT[:24]}</p></body></html>"
    for content in (TEXT.encode("gb18030"), TEXT.encode("utf-16"), page.encode()):
        assert "多3件" in words(post(secretary, small, file=SimpleUploadedFile("总结.txt", content)))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "请粘贴要核对的文字"),
        ({"text": TEXT, "period": "去年"}, "时段“去年”看不懂"),
        ({"text": TEXT, "period": "2022-09-31..2022-10-01"}, "2022-09-31"),
        ({"text": "天气晴朗。"}, "没有发现可以核对的数字陈述"),
        ({"text": "字" * 200_001}, "200001字"),
    ],
)
def test_what_cannot_be_checked_is_said(secretary: Client, small: Small, given: dict[str, str], sentence: str) -> None:
    assert sentence in words(post(secretary, small, **given))


def test_who_may_read_reports(small: Small) -> None:
    for account, status in (
        (small.secretary, 200), (small.auditor, 200), (small.clerk, 403), (small.member_account, 403),
        (small.unit_officer, 403),
    ):  # fmt: skip
        client = login(account)
        assert client.get("/reports/").status_code == status, account.name
        assert client.get("/reports/check/").status_code == status, account.name
        assert client.get("/reports/document.docx").status_code == status, account.name
    assert login(small.stranger).get(f"/reports/?committee={small.county.uid}").status_code == 403


def test_who_may_see_figures(small: Small) -> None:
    for account, status in ((small.clerk, 200), (small.member_account, 200), (small.unit_officer, 403)):
        client = login(account)
        for address in ("/figures/", "/figures/proposals.received/", "/figures/proposals.received/rows.csv"):
            assert client.get(address).status_code == status, (account.name, address)


def test_the_report_page_and_its_numbers(secretary: Client) -> None:
    answer = secretary.get("/reports/?period=2022")
    read = words(answer)
    assert re.search(
        r"全年共收到提案\S*?12件，其中委员提案\S*?10件、集体提案\S*?2件；经审查立案\S*?10件，立案率\S*?83\.33%", read
    )
    assert "略去" in read
    links = re.findall(r"<p>.*?</p>", answer.content.decode(), flags=re.DOTALL)
    for url in re.findall(r'href="(/figures/[^"]+)"', "".join(links))[:6]:
        assert secretary.get(url.replace("&amp;", "&")).status_code == 200


def test_an_empty_year_says_so(secretary: Client) -> None:
    assert "没有可以报告的记录" in words(secretary.get("/reports/?period=1999"))


def test_the_document_has_text_and_evidence(secretary: Client, small: Small) -> None:
    answer = secretary.get("/reports/document.docx?period=2022")
    text = read_docx_text(io.BytesIO(b"".join(answer.streaming_content)))
    assert "全年共收到提案12件，其中委员提案10件、集体提案2件；经审查立案10件，立案率83.33%" in text
    assert "10÷12" in text
    assert Entry.objects.filter(event="reports.written").count() == 1
    assert secretary.get("/reports/document.docx?period=1999").status_code == 200


def test_each_number_leads_to_its_line_of_evidence(small: Small) -> None:
    import zipfile

    buffer = io.BytesIO()
    write_report(small.scope, small.year, buffer)
    xml = zipfile.ZipFile(buffer).read("word/document.xml").decode()
    anchors = set(re.findall(r'w:anchor="([^"]+)"', xml))
    marks = set(re.findall(r'bookmarkStart[^>]*w:name="([^"]+)"', xml))
    assert anchors
    assert anchors <= marks


def report_text(small: Small) -> str:
    chapters = compose(small.scope, small.year).chapters
    return "".join(one.text for written in chapters for line in written.paragraphs for one in line)


def test_a_list_that_does_not_add_up_says_what_is_missing(small: Small) -> None:
    text = report_text(small)
    assert "尚未归类" not in text
    small._write(small.proposals[0], category="")
    text = report_text(small)
    assert "（另有1件尚未归类）" in text


def test_over_is_printed_only_where_true(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    from lvzhi.reports.checking.hedges import over_words

    assert [over_words(n) for n in (99, 100, 164, 160)] == [(99, False), (100, False), (160, True), (160, False)]


def test_the_book_costs_a_few_statements_however_many_figures(secretary: Client) -> None:
    secretary.get("/figures/?period=2022")
    with CaptureQueriesContext(connection) as seen:
        read = words(secretary.get("/figures/?period=2022"))
    # six of them for what Party organisations and the contact network still lack, this year and the year before;
    # one for the reader's own board, one for the code table that says how high a level stands; two for the counts,
    # which are more than a database takes in one UNION
    assert len(seen) <= 18, [one["sql"][:120] for one in seen]
    for figure in registry.figures():
        assert figure.name in read
        assert figure.meaning in read
    assert "10 ÷ 12" in read


def test_periods_that_cannot_be_read_are_said_and_the_usual_shown(secretary: Client) -> None:
    read = words(secretary.get("/figures/?period=abc"))
    assert "时段“abc”看不懂" in read
    assert "自九届一次会议以来" in read
    assert "看不懂" in words(secretary.get("/figures/?starts=2022-02-30&ends=2022-03-01"))
    assert "2022年2月1日至2022年3月1日" in words(secretary.get("/figures/?starts=2022-02-01&ends=2022-03-01"))


def test_a_figure_split_names_what_is_missing(secretary: Client, small: Small) -> None:
    read = words(secretary.get("/figures/proposals.received/?period=2022&by=category"))
    assert "各项合计10件，比总数12件少2件" in read
    read = words(secretary.get("/figures/proposals.received/?period=2022&cut=proposer:collective"))
    assert "2件" in read
    assert "只看“提案者：集体提案”" in read


def test_a_share_shows_both_lists(secretary: Client) -> None:
    read = words(secretary.get("/figures/proposals.filing_rate/?period=2022"))
    assert "83.33%" in read
    assert "10 ÷ 12" in read
    assert "分子：立案提案" in read
    assert "12条记录" in words(secretary.get("/figures/proposals.filing_rate/?period=2022&side=whole"))


def test_rows_without_right_are_counted_but_hidden(small: Small) -> None:
    read = words(login(small.member_account).get("/figures/proposals.received/?period=2022"))
    assert "12条记录" in read
    assert "计入数字，内容无权查看" in read
    assert "第1小学" not in read


def test_exports_say_what_they_are_and_are_journalled(secretary: Client) -> None:
    address = "/figures/proposals.received/rows.csv?period=2022&cut=proposer:collective"
    csv = b"".join(secretary.get(address).streaming_content)
    text = csv.decode("utf-8-sig")
    assert "收到提案：2件" in text
    assert "提案者：集体提案" in text
    assert text.count("第1小学") + text.count("第2小学") == 2
    assert text.count("\ufeff") == 0
    xlsx = b"".join(secretary.get("/figures/proposals.received/rows.xlsx?period=2022").streaming_content)
    assert xlsx.startswith(b"PK")
    assert Entry.objects.filter(event="metrics.exported").count() == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("no.such/", 404),
        ("proposals.received/?cut=nothing:1", 400),
        ("proposals.received/?page=99", 200),
        ("proposals.received/?page=x", 200),
        ("proposals.received/?committee=x", 403),
    ],
)
def test_odd_addresses_get_a_page(secretary: Client, address: str, status: int) -> None:
    assert secretary.get("/figures/" + address).status_code == status

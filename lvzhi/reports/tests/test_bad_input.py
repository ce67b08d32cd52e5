"""Texts that give trouble: each gets one plain sentence, and what can be checked is."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lvzhi.accounts.tests.house import login
from lvzhi.exchange.letters import can_convert, plain, to_pdf
from lvzhi.reports.checking import check_text
from lvzhi.reports.tests.small import Small
from lvzhi.reports.tests.test_pages import post, words

MEGABYTE = 1024 * 1024
SCANNED = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""


@pytest.fixture
def secretary(small: Small) -> Client:
    return login(small.secretary)


def sent(client: Client, small: Small, name: str, content: bytes) -> str:
    return words(post(client, small, file=SimpleUploadedFile(name, content)))


def verdicts(small: Small, text: str) -> list[tuple[str, str]]:
    held: Any = check_text(text, small.scope, small.year).claims
    return [(one.verdict, one.reason) for one in held]


def test_a_scanned_pdf_is_told_from_one_with_text(secretary: Client, small: Small) -> None:
    assert "文件“扫描.pdf”是扫描件或图片型PDF，其中没有文字" in sent(secretary, small, "扫描.pdf", SCANNED)


@pytest.mark.skipif(not can_convert(), reason="LibreOffice is not installed")
def test_a_pdf_with_text_is_checked(secretary: Client, small: Small) -> None:
    made = to_pdf(plain("清河县政协2022年收到提案15件。", [], author="", initials="", font="宋体"), "综述")
    assert "多3件" in sent(secretary, small, "综述.pdf", made)


def test_a_page_that_is_a_table_is_read_by_its_heads(secretary: Client, small: Small) -> None:
    rows = "<tr><th>指标</th><th>数量（件）</th></tr><tr><td>收到提案</td><td>15</td></tr>"
    rows += "<tr><td>立案提案</td><td>10</td></tr>"
    read = sent(secretary, small, "统计表.html", f"<html><body><table>{rows}</table></body></html>".encode())
    assert "多3件" in read
    assert "与文中一致" in read
    bare = "<html><body><table><tr><td>15</td><td>10</td></tr></table></body></html>"
    read = sent(secretary, small, "统计表.html", bare.encode())
    assert "没有发现可以核对的数字陈述" in read


def test_a_large_page_is_refused_at_once(secretary: Client, small: Small) -> None:
    page = b"<html><body>" + "<p>全年收到提案12件。</p>".encode() * (21 * MEGABYTE // 34)
    read = sent(secretary, small, "大.html", page)
    assert "文件“大.html”大小为" in read
    assert "超过上限20 MB" in read
    read = sent(secretary, small, "大.html", page[:MEGABYTE])
    assert "超过200000字的上限，请分段核对" in read


def test_hidden_digits_are_said(secretary: Client, small: Small) -> None:
    read = words(post(secretary, small, text="全年收到提案××件、立案**件，办复率XX%。"))
    assert "文中有 3 处数字被遮盖（如“××”），无法核对" in read
    assert "没有发现可以核对的数字陈述" in read


def test_why_numbers_were_left_out_is_said(secretary: Client, small: Small) -> None:
    read = words(post(secretary, small, text="清河县政协2022年收到提案12件。明年计划开展调研8次。"))
    assert "未核对的数字（2 处）" in read
    assert "这是计划、目标或打算，不是已完成的工作。1 处，如“8次”" in read


def test_a_committee_that_is_not_here_is_named_and_never_held_against_others(small: Small) -> None:
    found = verdicts(small, "青山县政协2022年收到提案12件。全年立案10件。")
    assert found == [("no_record", "文中所说的“青山县政协”不在系统中，无法核对。")] * 2
    for text in (
        "兄弟县政协来访后，全年收到提案12件。", "在青山县政协的支持下，全年收到提案12件。",
        "组织委员到青山县政协学习。全年收到提案12件。", "县政协全年收到提案12件。",
        "梳理汇总县政协会议期间的建言。梳理汇总县政协委员收到提案12件。",
    ):  # fmt: skip
        assert [one for one, _ in verdicts(small, text)] == ["holds"], text


def test_two_committees_in_one_text_are_each_held_against_their_own(small: Small) -> None:
    text = "清河县政协2022年收到提案12件。云江市政协2022年收到提案30件。青山县政协2022年收到提案5件。"
    found: Any = check_text(text, small.scope, small.year).claims
    assert [(one.scope.committee.name, one.verdict) for one in found] == [
        ("清河县政协", "holds"), ("云江市政协", "no_record"), ("清河县政协", "no_record"),
    ]  # fmt: skip
    assert "青山县政协" in found[2].reason


def test_a_period_without_records_is_no_difference(secretary: Client, small: Small) -> None:
    read = words(post(secretary, small, text="全年收到提案12件。", period="1998"))
    assert "“收到提案”在所指时段没有记录" in read
    assert "1998" in read

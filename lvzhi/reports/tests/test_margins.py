"""The checked text as a Word document: what the records say stands in the margin, the text itself stays."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from lvzhi.accounts.tests.house import login
from lvzhi.exchange.text import read_text
from lvzhi.files import hold
from lvzhi.reports.forms import PURPOSE
from lvzhi.reports.tests.small import Small
from lvzhi.reports.tests.test_pages import post, words

TEXT = "清河县政协2022年收到提案15件，其中立案10件。组织委员植树300棵。\n一年来，县政协共收到提案12件。"


@pytest.fixture
def secretary(small: Small) -> Client:
    return login(small.secretary)


def taken(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.status_code
    assert ".docx" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)


def comments(data: bytes) -> list[str]:
    return [one.text for one in Document(io.BytesIO(data)).comments]


def upload() -> bytes:
    document = Document()
    document.add_paragraph().add_run("清河县政协2022年收到").bold = True
    document.add_paragraph("县政协共收到提案15件。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_pasted_text_comes_back_with_a_comment_at_each_claim(secretary: Client, small: Small) -> None:
    data = taken(post(secretary, small, text=TEXT, then="word"))
    assert read_text(data, "a.docx").text == TEXT
    said = comments(data)
    assert said[0].startswith("【不一致】文中15件，记录12件。\n“收到提案”记录为12件，文中写15件，多3件。\n")
    assert "统计范围：清河县政协；时段：2022年" in said[0]
    assert "【前后不一致】" in said[0]
    assert [one.split("】")[0] for one in said] == ["【不一致", "【一致", "【无此指标", "【一致"]
    assert {one.author for one in Document(io.BytesIO(data)).comments} == {"履职台核对"}


def test_an_uploaded_document_keeps_what_it_is_and_gets_the_comments(secretary: Client, small: Small) -> None:
    before = upload()
    shown = post(secretary, small, file=SimpleUploadedFile("综述.docx", before))
    held = re.search(r'name="held" value="([0-9a-f]{32})"', shown.content.decode())
    assert held is not None
    answer = post(secretary, small, held=held[1], then="word")
    after = taken(answer)
    assert "%E7%BB%BC%E8%BF%B0" in answer["Content-Disposition"]
    assert read_text(after, "综述.docx").text == read_text(before, "综述.docx").text
    assert Document(io.BytesIO(after)).paragraphs[0].runs[0].bold
    assert len(comments(after)) == 1
    assert "多3件" in words(post(secretary, small, held=held[1], then="again"))


def test_a_held_file_is_its_senders_alone(secretary: Client, small: Small) -> None:
    assert secretary.get("/reports/check/").status_code == 200
    key = hold.put(PURPOSE, small.secretary.pk, small.county.pk, "综述.txt", TEXT.encode())
    assert "多3件" in words(post(secretary, small, held=key))
    page = words(post(login(small.auditor), small, held=key))
    assert "核对结果" not in page
    assert "重新" in page

"""Documents given out and coming back: layout, fonts, PDF; numbers known again after other programs have saved them."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx.oxml.ns import qn

from lvzhi.accounts.tests.house import login
from lvzhi.exchange.letters import read_docx_text, read_marked, write
from lvzhi.reports import actions, queries
from lvzhi.reports.composing import rerun
from lvzhi.reports.composing.returning import Returned, copy_of, read_back
from lvzhi.reports.models import Copy
from lvzhi.reports.tests.desk import Desk
from lvzhi.reports.tests.test_pages import words
from lvzhi.reports.writing import filled, give, given

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def document(desk: Desk) -> tuple[bytes, Copy]:
    copy, letter = give(desk.report, desk.by(desk.office), "word")
    buffer = io.BytesIO()
    write(letter, buffer)
    return buffer.getvalue(), copy


def back(data: bytes, copy: Copy) -> list[Returned]:
    paragraphs = read_marked(data, "改好.docx")
    assert copy_of(paragraphs) == copy.uid.hex
    return read_back(paragraphs, given(copy))


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The document with some of its markup changed, as an editor would."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "word/document.xml":
                text = body.decode()
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after, 1)
                body = text.encode()
            new.writestr(name, body)
    return out.getvalue()


def through_office(data: bytes, folder: Path, *forms: str) -> bytes:
    """Opened and saved by LibreOffice, once for each form."""
    assert OFFICE is not None
    path = folder / "a.docx"
    path.write_bytes(data)
    for number, form in enumerate(forms):
        out = folder / str(number)
        command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
                   "--convert-to", form, "--outdir", str(out), str(path)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=dict(os.environ))  # noqa: S603  reason: a fixed command
        path = next(out.iterdir())
    return path.read_bytes()


def test_a_document_that_nobody_touched_comes_back_as_it_went(desk: Desk) -> None:
    data, copy = document(desk)
    sections = back(data, copy)
    assert [one.edited for one in sections] == [False] * len(sections)
    assert [figure.what for one in sections for figure in one.figures] == ["same"] * 4
    assert [one.text for one in sections] == [part.text for part in queries.sections_of(desk.report)]


@needs_office
@pytest.mark.parametrize("forms", [("docx",), ("odt", "docx")])
def test_numbers_are_known_again_after_another_program_has_saved_them(
    desk: Desk, tmp_path: Path, forms: tuple[str, ...]
) -> None:  # fmt: skip
    data, copy = document(desk)
    changed = edited(data, (">12<", ">15<"), ("委员植树300棵。", "委员植树300棵，又植200棵。"))
    section = back(through_office(changed, tmp_path, *forms), copy)[0]
    assert [(one.what, one.printed, one.said) for one in section.flagged] == [("changed", "12", "15")]
    assert section.text == section.given.text.replace("植树300棵。", "植树300棵，又植200棵。")
    assert [one.what for one in section.figures].count("same") == 3


@needs_office
def test_a_document_saved_by_another_program_and_then_edited_is_read_back(desk: Desk, tmp_path: Path) -> None:
    data, copy = document(desk)
    saved = docx.Document(io.BytesIO(through_office(data, tmp_path, "odt", "docx")))
    runs = [run for paragraph in saved.paragraphs for run in paragraph._p.iter(qn("w:t"))]
    number = next(run for run in runs if run.text == "10")
    number.text = "11"
    next(run for run in runs if run.text == "棵。").text = "棵。又植200棵。"
    out = io.BytesIO()
    saved.save(out)
    section = back(out.getvalue(), copy)[0]
    assert [(one.what, one.token, one.said) for one in section.flagged] == [("changed", "{立案提案}", "11")]
    assert section.text == section.given.text + "又植200棵。"
    assert [one.what for one in section.figures].count("same") == 3


def test_since_the_last_document_exactly_the_sentences_concerned_are_told(desk: Desk, office: Client) -> None:
    text = "收到提案{收到提案}件。立案{立案提案}件。没有数据的一句。"
    actions.write_section(desk.section(), desk.by(desk.office), "提案工作", text)
    content(office.get(at("word", desk.report.uid)))
    assert "没有变化" in words(office.get(at("changes", desk.report.uid)))
    desk.void(desk.proposals[10])  # received, never filed
    actions.write_section(desk.section(), desk.by(desk.head), "提案工作", text.replace("一句。", "一句，改过了。"))
    copy = queries.last_copy(desk.report)
    assert copy is not None
    parts = queries.sections_of(desk.report)
    book = filled(desk.report, [one.text for one in parts])
    now = [(str(one.section.uid), one.heading, one.text) for one in parts]
    assert [(one.what, one.then, one.now) for one in rerun.since(given(copy), now, book)] == [
        ("figure", "收到提案12件。", "收到提案11件。"),
        ("text", "没有数据的一句。", "没有数据的一句，改过了。"),
    ]
    read = words(office.get(at("changes", desk.report.uid)))
    assert "变的只有下面2句" in read


def test_a_number_changed_at_its_edge_is_seen(desk: Desk) -> None:
    data, copy = document(desk)
    section = back(edited(data, ("全年共收到提案", "全年共收到提案3")), copy)[0]
    assert [(one.printed, one.said) for one in section.flagged] == [("12", "312")]


def test_moved_and_deleted_numbers_are_told(desk: Desk) -> None:
    section = desk.section(place=1)
    actions.write_section(section, desk.by(desk.office), "主要做法", "重点提案{重点提案}件。")
    data, copy = document(desk)
    markup = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    number = re.search(r'<w:bookmarkStart[^>]*w:name="lzn_0_0"/>.*?<w:bookmarkEnd[^>]*/>', markup)
    rate = re.search(r'<w:bookmarkStart[^>]*w:name="lzn_0_2"/>.*?<w:bookmarkEnd[^>]*/>', markup)
    key = re.search(r'<w:bookmarkStart[^>]*w:name="lzn_1_0"/>', markup)
    assert number is not None
    assert rate is not None
    assert key is not None
    changed = edited(data, (rate[0], ""), (number[0], ""), (key[0], number[0] + key[0]))
    one, two = back(changed, copy)[:2]
    assert {(figure.what, figure.printed) for figure in one.flagged} == {("gone", "100%")}
    assert {(figure.what, figure.printed) for figure in two.flagged} == {("moved", "12")}
    assert two.text == "重点提案{收到提案}{重点提案}件。"


def test_a_signed_report_prints_what_was_frozen(desk: Desk) -> None:
    desk.signed()
    before, _ = document(desk)
    desk.void(desk.proposals[0])
    after, _ = document(desk)
    assert read_docx_text(before) == read_docx_text(after)
    assert "收到提案12件" in read_docx_text(after)


def test_the_document_has_the_layout_of_the_standard(desk: Desk) -> None:
    text = "（一）总的情况\n收到提案{收到提案}件。"
    actions.write_section(desk.section(), desk.by(desk.office), "提案工作", text)
    data, _ = document(desk)
    read = read_docx_text(data)
    assert read.index("2022年工作综述") < read.index("一、提案工作") < read.index("（一）总的情况")
    assert read.index("附件：数据依据") < read.index("清河县政协") < read.index("收到提案\t12件")
    paragraphs = {one.text: one for one in docx.Document(io.BytesIO(data)).paragraphs}
    fonts = {text: str(paragraphs[text]._p.xml) for text in ("一、提案工作", "（一）总的情况")}
    assert "黑体" in fonts["一、提案工作"]
    assert "楷体" in fonts["（一）总的情况"]


@pytest.fixture
def office(desk: Desk) -> Client:
    return login(desk.office)


def content(answer: Any) -> bytes:
    """What a streamed answer holds."""
    return b"".join(answer.streaming_content)


def at(name: str, *args: Any) -> str:
    return reverse(f"reports:{name}", args=args)


def test_an_edited_document_is_taken_over_section_by_section(desk: Desk, office: Client) -> None:
    answer = office.get(at("word", desk.report.uid))
    data = content(answer)
    changed = edited(data, (">12<", ">15<"), ("委员植树300棵。", "委员植树300棵，收到提案99件。"))
    page = office.post(at("bring", desk.report.uid), {"file": SimpleUploadedFile("改.docx", changed)})
    read = words(page)
    assert "发出时是12，文稿改成了15" in read
    assert "改了1节；3个数据没有变，1个被手改；新写了1个没有来源的数字" in read
    assert "99件”没有来源" in read
    markup = page.content.decode()
    fields = re.findall(r'name="(version|origin|heading|text)" value="([^"]*)"', markup)
    given_back = dict(fields[:4])
    section = desk.section()
    assert office.post(at("section", section.uid), given_back).status_code == 302
    assert desk.text().endswith("委员植树300棵，收到提案99件。")
    assert "{收到提案}" in desk.text()
    assert queries.sections_of(desk.report)[0].origin == "returned"
    assert office.post(at("section", section.uid), given_back).status_code == 409  # somebody has written since


def scanned(data: bytes) -> bytes:
    return b"%PDF-1.4\n" + b"0" * 200


@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("扫描.pdf", scanned, "实际内容是PDF文件"),
        ("坏.docx", lambda data: data[: len(data) // 2], "已损坏或不完整"),
        ("空.docx", lambda data: b"", "空"),
        ("别的.docx", lambda data: edited(data, ("lvzhi_", "other_")), "不是从这份报告下载的文稿"),
        ("假的.docx", lambda data: edited(data, ("lvzhi_", "lvzhi_zz")), "不是从这份报告下载的文稿"),
    ],
)
def test_what_is_not_this_report_gets_one_sentence(
    desk: Desk, office: Client, name: str, make: Callable[[bytes], bytes], sentence: str
) -> None:  # fmt: skip
    data, _ = document(desk)
    answer = office.post(at("bring", desk.report.uid), {"file": SimpleUploadedFile(name, make(data))})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_document_of_another_report_names_it(desk: Desk, office: Client) -> None:
    data, _ = document(desk)
    other = desk.begun("另一份综述")
    answer = office.post(at("bring", other.uid), {"file": SimpleUploadedFile("改.docx", data)})
    assert "另一份报告“2022年工作综述”" in answer.content.decode()


def test_missing_faces_are_said_and_in_strict_mode_nothing_is_made(
    desk: Desk, office: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lvzhi.reports.views import giving

    monkeypatch.setattr(giving, "missing_fonts", lambda: ("方正小标宋简体",))
    assert "没有安装公文所用字体：方正小标宋简体" in words(office.get(at("out", desk.report.uid)))
    monkeypatch.setattr(giving, "strict", lambda report: True)
    before = Copy.objects.count()
    assert office.get(at("word", desk.report.uid)).status_code == 302
    read = words(office.get(at("out", desk.report.uid)))
    assert "缺少公文字体“方正小标宋简体”" in read
    assert Copy.objects.count() == before


def test_without_libreoffice_the_page_says_so(desk: Desk, office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from lvzhi.reports.views import giving

    monkeypatch.setattr(giving, "can_convert", lambda: False)
    read = words(office.get(at("out", desk.report.uid)))
    assert "未安装LibreOffice" in read
    assert "生成 PDF" not in read


@needs_office
def test_a_pdf_is_made_while_the_page_tells_how_far_it_is(desk: Desk, office: Client) -> None:
    answer = office.get(at("pdf", desk.report.uid))
    page = content(answer).decode()
    assert "排版" in page
    found = re.search(r'href="(/reports/written/[^"]+/pdf/[0-9a-f]{32}/)"', page)
    assert found is not None, page[-800:]
    made = content(office.get(found[1]))
    assert made.startswith(b"%PDF-")
    assert login(desk.secretary).get(found[1]).status_code == 404  # for who had it made


def test_the_page_for_paper_holds_text_and_evidence(desk: Desk, office: Client) -> None:
    read = words(office.get(at("paper", desk.report.uid)))
    assert "数据依据" in read
    assert "办复率" in read

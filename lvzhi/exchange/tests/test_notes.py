"""Comments in the margin: the text stays to the letter, each comment stands at its words, also after LibreOffice."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from lvzhi.exchange.letters import Note, annotate, can_convert, plain, to_pdf
from lvzhi.exchange.text import read_text

WHO = {"author": "核对", "initials": "核"}


def commented(data: bytes) -> list[tuple[str, str, str]]:
    """(words, comment, author) of every comment, as the markers have it."""
    document = Document(io.BytesIO(data))
    found = []
    for comment in document.comments:
        said, inside = "", False
        for element in document.element.body.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == str(comment.comment_id):
                inside = True
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == str(comment.comment_id):
                inside = False
            elif inside and element.tag == qn("w:t"):
                said += element.text or ""
        found.append((said, comment.text, comment.author))
    return found


def sample() -> bytes:
    """A paragraph of several looks, a tab within a run, a table, a comment of somebody else."""
    document = Document()
    first = document.add_paragraph("全年收到")
    bold = first.add_run("提案12")
    bold.bold = True
    first.add_run("件，\t立案10件。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "办复率"
    table.rows[0].cells[1].text = "98.5%"
    document.add_comment([bold], text="请核", author="白工", initials="白")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def notes_of(text: str, *words: str) -> list[Note]:
    return [Note(text.index(word), text.index(word) + len(word), f"说明：{word}") for word in words]


WORDS = ("收到提案12件", "10件", "98.5%", "提案")


def test_each_comment_stands_at_its_words_and_the_text_stays() -> None:
    before = sample()
    text = read_text(before, "稿.docx").text
    after = annotate(before, text, notes_of(text, *WORDS), **WHO)
    assert read_text(after, "稿.docx").text == text
    assert commented(after) == [
        ("提案12", "请核", "白工"), *((word, f"说明：{word}", "核对") for word in WORDS),
    ]  # fmt: skip
    bold = [run.text for run in Document(io.BytesIO(after)).paragraphs[0].runs if run.bold]
    assert "".join(bold) == "提案12"


def test_a_text_becomes_a_plain_document() -> None:
    text = "全年收到提案12件，\x0b立案10件。\n\n办复率\t98.5%"
    after = plain(text, notes_of(text, *WORDS[1:3]), **WHO, font="宋体")
    assert read_text(after, "稿.docx").text == text.replace("\x0b", " ")
    assert [one[0] for one in commented(after)] == list(WORDS[1:3])


def test_a_text_box_is_commented_where_it_hangs() -> None:
    document = Document()
    run = document.add_paragraph("正文").add_run()
    box = (
        '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>收到提案12件'
        "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    from lxml import etree

    run._r.append(etree.fromstring(box))
    buffer = io.BytesIO()
    document.save(buffer)
    text = read_text(buffer.getvalue(), "稿.docx").text
    after = annotate(buffer.getvalue(), text, notes_of(text, "12件"), **WHO)
    inside = Document(io.BytesIO(after)).element.body.iter(qn("w:commentRangeStart"))
    assert [one.getparent().tag for one in inside] == [qn("w:p")]
    assert not list(
        Document(io.BytesIO(after)).element.body.iterfind(f".//{qn('w:txbxContent')}//{qn('w:commentRangeStart')}")
    )
    assert read_text(after, "稿.docx").text == text


def converted(data: bytes, folder: Path, form: str) -> Any:
    (folder / "a.docx").write_bytes(data)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form,
         "--outdir", str(folder / "out"), str(folder / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / "out"


@pytest.mark.skipif(not can_convert(), reason="LibreOffice is not installed")
def test_office_opens_it_and_keeps_the_comments(tmp_path: Path) -> None:
    before = sample()
    text = read_text(before, "稿.docx").text
    after = annotate(before, text, notes_of(text, *WORDS), **WHO)
    again = (converted(after, tmp_path, "docx") / "a.docx").read_bytes()
    assert sorted(one[:2] for one in commented(again)) == sorted(one[:2] for one in commented(after))
    assert to_pdf(after, "稿").startswith(b"%PDF")

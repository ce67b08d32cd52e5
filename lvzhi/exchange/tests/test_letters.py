"""A document is written in the standard's layout: opened again, it says what was asked for, in the faces asked for."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.exchange import BadFile, vocabulary
from lvzhi.exchange.letters import (
    Attachment,
    Document9704,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Para,
    Run,
    Table,
    fonts,
    missing_fonts,
    read_docx_text,
    write,
)

BODY = [
    Para("正文第一段。"),
    Heading1("一、基本情况"),
    Heading2("（一）数量"),
    Heading3("1. 集体"),
    Heading4("（1）党派", bookmark="party"),
    Para([Run("共"), Run("30", link="https://figures.example/r?a=1&b=2"), Run("件，见"), Run("明细", link="#明细 一")]),
    Table(
        ["案号", "案由"],
        [[[Run("第1号", bookmark="明细 一")], "甲"], ["第2号", "乙\n丙"]],
        caption="表1",
        widths=[1, 3],
    ),
]
LETTER = Document9704(
    "关于示例工作的\n通知",
    BODY,
    number="示协发〔2026〕5号",
    addressee="各参加单位：",
    date=date(2026, 9, 3),
    attachments=[Attachment("一览表", [Para("附件正文")]), Attachment("说明")],
    copy_to=["市办公室", "县办公室"],
    issuer="示例县政协办公室",
    organ_mark="示例县政协文件",
    letterhead=True,
)


def written(letter: Document9704) -> bytes:
    buffer = io.BytesIO()
    write(letter, buffer)
    return buffer.getvalue()


def opened(letter: Document9704) -> Any:
    return docx.Document(io.BytesIO(written(letter)))


def faces(document: Any) -> Iterator[tuple[str, str, float]]:
    """Text, East Asian face and size of every run of the body."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            yield run.text, run._r.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")), run.font.size.pt


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


class TestWords:
    def test_our_own_reader_gets_every_word_in_order(self) -> None:
        lines = [line for line in read_docx_text(written(LETTER)).split("\n") if line.strip()]
        assert lines == [
            *("示例县政协文件", "示协发〔2026〕5号", "关于示例工作的", "通知", "各参加单位：", "正文第一段。"),
            *("一、基本情况", "（一）数量", "1. 集体", "（1）党派", "共30件，见明细"),
            *("表1", "案号\t案由", "第1号\t甲", "第2号\t乙 丙"),
            *("附件：1. 一览表", "2. 说明", "示例县政协办公室", "2026年9月3日", "附件1", "一览表", "附件正文"),
            *("\u3000抄送：市办公室，县办公室。", "\u3000示例县政协办公室\t2026年9月3日印发"),
        ]

    def test_a_plain_document_has_no_head_and_no_end_matter(self) -> None:
        text = read_docx_text(written(Document9704("报告", [Para("正文")], date=date(2026, 12, 13))))
        assert [line for line in text.split("\n") if line] == ["报告", "正文", "2026年12月13日"]

    def test_a_single_attachment_is_not_numbered(self) -> None:
        text = read_docx_text(written(Document9704("报告", [], attachments=[Attachment("名单", [Para("甲")])])))
        assert "附件：名单\n" in text
        assert "附件1" not in text

    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=30), st.text(max_size=20))
    def test_any_text_makes_a_file_that_opens(self, text: str, name: str) -> None:
        letter = Document9704(text, [Para([Run(text, bookmark=name)]), Table([text], [[text]])], issuer=text)
        assert docx.Document(io.BytesIO(written(letter))).tables

    def test_the_same_document_is_the_same_file_content(self) -> None:
        assert part(written(LETTER), "docProps/core.xml") == part(written(LETTER), "docProps/core.xml")
        assert "2026-09-03" in part(written(LETTER), "docProps/core.xml")


class TestLayout:
    def test_faces_and_sizes_of_title_headings_and_body(self) -> None:
        found = {text: (face, size) for text, face, size in faces(opened(LETTER))}
        assert found["关于示例工作的\n通知"] == ("方正小标宋简体", 22)
        assert found["一、基本情况"] == ("黑体", 16)
        assert found["（一）数量"] == ("楷体_GB2312", 16)
        assert found["1. 集体"] == found["（1）党派"] == found["正文第一段。"] == ("仿宋_GB2312", 16)

    def test_headings_lead_the_navigation_and_only_the_third_is_bold(self) -> None:
        paragraphs = {each.text: each for each in opened(LETTER).paragraphs}
        for level, text in enumerate(["一、基本情况", "（一）数量", "1. 集体", "（1）党派"]):
            outline = paragraphs[text]._p.pPr.find(qn("w:outlineLvl"))
            assert outline.get(qn("w:val")) == str(level)
            assert bool(paragraphs[text].runs[0].bold) is (level == 2)
            assert paragraphs[text]._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"

    def test_no_theme_face_is_left_in_the_text(self) -> None:
        assert "Theme=" not in part(written(LETTER), "word/document.xml")

    def test_paper_and_margins(self) -> None:
        section = opened(LETTER).sections[0]
        sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
        assert [round(each.mm) for each in sizes] == [210, 297, 37, 28]
        assert [round(each.mm) for each in (section.right_margin, section.bottom_margin)] == [26, 35]

    def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(self) -> None:
        document = opened(LETTER)
        section = document.sections[0]
        assert document.settings.odd_and_even_pages_header_footer
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            properties = footer.paragraphs[0]._p.pPr
            assert properties.find(qn("w:jc")).get(qn("w:val")) == side
            assert properties.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
            assert footer.paragraphs[0].text == "— 1 —"
            assert footer.paragraphs[0]._p.xpath(".//w:instrText")[0].text.strip() == "PAGE"

    def test_a_heading_row_repeats_and_rows_stay_whole(self) -> None:
        rows = opened(LETTER).tables[0].rows
        assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        widths = [cell.width for cell in rows[1].cells]
        assert widths[1] == pytest.approx(3 * widths[0], rel=0.01)

    def test_a_long_organ_name_becomes_narrow_instead_of_breaking(self) -> None:
        long = Document9704("题", [], organ_mark="中国人民政治协商会议示例县委员会文件", letterhead=True)
        assert 50 <= int(opened(long).paragraphs[0]._p.xpath(".//w:w/@w:val")[0]) < 100
        assert not opened(LETTER).paragraphs[0]._p.xpath(".//w:w")

    def test_three_hundred_rows_are_quick(self) -> None:
        rows = [[f"第{number}号", "关于加强管理的建议", "示例局"] for number in range(300)]
        started = time.process_time()
        data = written(Document9704("一览", [Table(["案号", "案由", "单位"], rows)]))
        assert time.process_time() - started < 5
        assert len(docx.Document(io.BytesIO(data)).tables[0].rows) == 301


class TestLinks:
    def test_a_link_keeps_its_address_and_its_looks(self) -> None:
        paragraph = next(each for each in opened(LETTER).paragraphs if each.text.startswith("共"))
        outward, inward = paragraph.hyperlinks
        assert (outward.text, outward.url) == ("30", "https://figures.example/r?a=1&b=2")
        assert inward.fragment == opened(LETTER)._body._body.xpath(".//w:tbl//w:bookmarkStart/@w:name")[0]
        assert {face for _, face, _ in faces(opened(LETTER))} == set(vocabulary.DECLARED_FONTS) - {"宋体"}
        assert outward.runs[0].font.color.rgb is None

    def test_every_bookmark_is_closed_and_named_as_word_allows(self) -> None:
        body = opened(LETTER)._body._body
        started, ended = (body.xpath(f".//w:bookmark{end}/@w:id") for end in ("Start", "End"))
        assert len(started) == 2
        assert started == sorted(set(started)) == sorted(ended)
        names = body.xpath(".//w:bookmarkStart/@w:name")
        assert names[0] == "party"
        assert all(len(name) <= 40 and name.replace("_", "a").isalnum() for name in names)

    def test_different_names_stay_different(self) -> None:
        names = ["一 二", "一-二", "x" * 50, "x" * 51, "1a", "a1"]
        marks = [Para([Run("甲", bookmark=name)]) for name in names]
        found = opened(Document9704("题", marks))._body._body.xpath(".//w:bookmarkStart/@w:name")
        assert len(set(found)) == len(names)


class TestFonts:
    @pytest.fixture
    def installed(self, monkeypatch: pytest.MonkeyPatch) -> set[str]:
        names: set[str] = set()
        monkeypatch.setattr(fonts, "_installed", lambda: frozenset(names))
        return names

    def test_missing_faces_are_told_and_the_file_is_written(self, installed: set[str]) -> None:
        installed.update({"SimHei", "宋体"})
        buffer = io.BytesIO()
        assert write(LETTER, buffer) == ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312")
        assert buffer.getvalue()

    def test_the_faces_under_another_name_are_not_missing(self, installed: set[str]) -> None:
        installed.update(names[0] for names in vocabulary.FONT_ALIASES.values())
        assert missing_fonts() == ()

    def test_strict_refuses_and_leaves_the_old_file(self, installed: set[str], tmp_path: Path) -> None:
        target = tmp_path / "通知.docx"
        target.write_bytes(b"old")
        with pytest.raises(BadFile) as refused:
            write(LETTER, target, strict=True)
        assert "缺少公文字体“方正小标宋简体”、“仿宋_GB2312”" in refused.value.sentence
        assert target.read_bytes() == b"old"
        installed.update(vocabulary.DECLARED_FONTS)
        assert write(LETTER, target, strict=True) == ()
        assert [each.name for each in tmp_path.iterdir()] == ["通知.docx"]

    def test_replacements_are_declared_in_the_file(self) -> None:
        table = part(written(LETTER), "word/fontTable.xml")
        for face in vocabulary.DECLARED_FONTS:
            assert f'<w:font w:name="{face}"><w:altName w:val="{vocabulary.FONT_ALIASES[face][0]}"/>' in table

"""The same documents laid out by LibreOffice and counted on the page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest

from lvzhi.exchange import BadFile
from lvzhi.exchange.letters import Attachment, Document9704, Para, Table, can_convert, convert, to_pdf, write
from lvzhi.exchange.tests import samples

converts = pytest.mark.skipif(
    not can_convert() or shutil.which("pdftotext") is None, reason="LibreOffice or poppler's pdftotext is not installed"
)


def pages(letter: Document9704) -> list[str]:
    return read(letter, "-layout").split("\f")[:-1]


def read(letter: Document9704, how: str) -> str:
    buffer = io.BytesIO()
    write(letter, buffer)
    command = ["pdftotext", how, "-", "-"]
    done = subprocess.run(command, input=to_pdf(buffer.getvalue()), capture_output=True, check=True)
    return done.stdout.decode()


def lines(page: str) -> list[str]:
    """Lines of the text block, without the page number."""
    return [line.strip() for line in page.split("\n") if line.strip() and not line.strip().startswith("—")]


def margin(page: str) -> int:
    """Where the page number begins."""
    return next(len(line) - len(line.lstrip()) for line in page.split("\n") if line.strip().startswith("—"))


@converts
class TestPages:
    def test_a_page_of_text_has_22_lines_of_28_characters(self) -> None:
        found = pages(Document9704("工作报告", [Para("测" * 28 * 50, indent=False)]))
        assert [len(line) for line in lines(found[1])] == [28] * 22
        assert all(len(line) == 28 for page in found for line in lines(page)[:-1] if line != "工作报告")

    def test_short_paragraphs_fill_22_lines_too(self) -> None:
        found = pages(Document9704("工作报告", [Para("短段落。") for _ in range(70)]))
        assert [len(lines(page)) for page in found[1:3]] == [22, 22]

    def test_punctuation_and_digits_keep_within_28(self) -> None:
        text = "委员应当密切联系群众，反映2026年的愿望和要求，共提出178件（立案176件），占98.9%。"
        for line in lines(pages(Document9704("报告", [Para(text * 20)]))[1]):
            bare = line.replace(" ", "")
            assert sum(0.5 if each.isascii() else 1 for each in bare) <= 28

    def test_page_numbers_right_on_odd_left_on_even_pages(self) -> None:
        found = pages(Document9704("工作报告", [Para("测" * 28 * 60)]))
        numbers = [re.findall(r"— *(\d+) *—", page) for page in found]
        assert numbers == [["1"], ["2"], ["3"]]
        assert margin(found[1]) < 10
        assert margin(found[0]) > 20
        assert margin(found[2]) > 20

    def test_the_first_page_under_a_red_head_shows_text_and_the_last_its_end_matter(self) -> None:
        letter = Document9704(
            "关于示例工作的\n通知",
            [Para("正文内容" * 40)],
            number="示协发〔2026〕5号",
            addressee="各单位",
            date=date(2026, 9, 3),
            attachments=[Attachment("名单", [Para("附件内容")])],
            copy_to=["市办公室"],
            issuer="示例县政协办公室",
            organ_mark="中国人民政治协商会议示例县委员会文件",
            letterhead=True,
        )
        found = pages(letter)
        assert lines(found[0])[0] == "中国人民政治协商会议示例县委员会文件"
        assert any("正文内容" in line for line in lines(found[0]))
        assert lines(found[-1])[0] == "附件"
        assert lines(found[-1])[-2:] == ["抄送：市办公室。", lines(found[-1])[-1]]
        assert re.fullmatch(r"示例县政协办公室\s+2026 ?年 ?9 ?月 ?3 ?日印发", lines(found[-1])[-1])
        foot = next(line for line in read(letter, "-bbox").split("\n") if "抄送" in line)
        millimetres = float(re.findall(r'yMin="([\d.]+)"', foot)[0]) / 72 * 25.4
        assert 235 < millimetres < 262

    def test_a_signature_never_stands_alone_on_a_page(self) -> None:
        for extra in (15, 17):
            body = [Para("测" * 28 * extra, indent=False), Para("最后一段")]
            found = pages(Document9704("题", body, issuer="示例办公室", date=date(2026, 9, 3)))
            last = next(page for page in found if "示例办公室" in page)
            assert "最后一段" in last

    def test_the_heading_row_of_a_table_is_on_each_page(self) -> None:
        rows = [[f"第{number}号", "关于加强管理的建议"] for number in range(80)]
        found = pages(Document9704("一览", [Table(["案号", "案由"], rows)]))
        assert len(found) > 2
        assert all("案由" in page for page in found if "关于加强" in page)


class TestRefusals:
    def test_without_libreoffice_the_person_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("shutil.which", lambda *_: None)
        with pytest.raises(BadFile) as refused:
            to_pdf(samples.word("正文"), "报告.docx")
        assert refused.value.sentence.startswith("文件“报告.docx”无法转换为PDF：本机未安装LibreOffice")

    def test_a_converter_that_hangs_is_ended(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        slow = tmp_path / "soffice"
        slow.write_text("#!/bin/sh\nsleep 60 & echo $! > " + str(tmp_path / "pid") + "\nwait\n")
        slow.chmod(0o755)
        monkeypatch.setattr(convert, "_tool", lambda: str(slow))
        with pytest.raises(BadFile) as refused:
            to_pdf(samples.word("正文"), "报告.docx", seconds=1)
        assert refused.value.code == "convert_failed"
        child = Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}/stat")
        for _ in range(100):  # the kernel takes a moment to end a process on a busy machine
            if not child.exists() or child.read_text().split(") ")[1].startswith("Z"):
                break
            time.sleep(0.1)
        else:
            pytest.fail("the converter's child still runs")

    def test_what_is_no_word_document_is_not_given_to_libreoffice(self) -> None:
        for data, code in ((b"", "empty"), (samples.bomb(), "zip_bomb"), (b"%PDF-1.4 x", "wrong_kind")):
            with pytest.raises(BadFile) as refused:
                to_pdf(data, "报告.docx")
            assert refused.value.code == code

"""A file of any encoding gives its text, or one clear sentence."""

from __future__ import annotations

import io
import shutil
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.docx_text import read_docx_text
from lvzhi.exchange.tests import samples
from lvzhi.exchange.text import read_text

unhurried = settings(deadline=None)  # a busy machine is no failure
SIMPLIFIED = "全年共收到提案三百件，经审查立案。委员们深入社区开展调研，提出意见建议。"
TRADITIONAL = "委員們深入社區開展調研，提出意見建議，並就民生問題召開協商會議。"


def refusal(data: bytes | str | Path, name: str = "材料.txt", **limits: int) -> BadFile:
    with pytest.raises(BadFile) as refused:
        read_text(data, name, Limits(**limits))
    sentence = refused.value.sentence
    assert sentence == str(refused.value)
    assert name in sentence
    assert sentence.count("。") == 1
    assert sentence.endswith("。")
    return refused.value


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "utf-16-le", "utf-16-be"])
    def test_simplified(self, encoding: str) -> None:
        found = read_text(SIMPLIFIED.encode(encoding), "a.txt")
        assert found.text == SIMPLIFIED
        assert found.kind == "text"

    @pytest.mark.parametrize("encoding", ["big5", "utf-8", "gb18030"])
    def test_traditional(self, encoding: str) -> None:
        found = read_text(TRADITIONAL.encode(encoding), "a.txt")
        assert found.text == TRADITIONAL
        assert found.encoding == encoding

    @pytest.mark.parametrize(
        "text", ["姓名,手机", "张伟", "委员", "政协委员名单", "审全", "单位,职务\n教育局,局长", "李娜,女,汉族"]
    )
    def test_short_gbk_is_not_taken_for_another(self, text: str) -> None:
        found = read_text(text.encode("gbk"), "a.csv")
        assert (found.text, found.encoding) == (text, "gb18030")

    def test_rare_names_pass(self) -> None:
        names = "喆焱甯翀璟旻珺婧琰曦"
        assert read_text(names.encode("gb18030"), "a.txt").text == names

    def test_a_mark_is_said_and_gone(self) -> None:
        found = read_text(SIMPLIFIED.encode("utf-8-sig"), "a.txt")
        assert found.notes == ("bom",)
        assert not found.text.startswith("\ufeff")

    def test_gbk_once_read_as_latin_is_repaired(self) -> None:
        spoiled = SIMPLIFIED.encode("gbk").decode("latin-1").encode("utf-8")
        found = read_text(spoiled, "a.txt")
        assert found.text == SIMPLIFIED
        assert "repaired" in found.notes

    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
    def test_a_file_cut_within_its_last_character(self, encoding: str) -> None:
        found = read_text(SIMPLIFIED.encode(encoding)[:-1], "a.txt")
        assert found.text == SIMPLIFIED[:-1]
        assert found.notes == ("cut_tail",)

    @unhurried
    @given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60))
    def test_utf8_is_always_utf8(self, text: str) -> None:
        assert read_text(text.encode(), "a.txt").text == text

    @unhurried
    @given(
        st.lists(st.sampled_from(SIMPLIFIED.replace("，", "").replace("。", "")), min_size=10, max_size=40, unique=True)
    )
    def test_common_characters_in_gbk_come_back(self, characters: list[str]) -> None:
        """One character over and over may be good Big5 as well; a text is of many."""
        text = "".join(characters)
        assert read_text(text.encode("gbk"), "a.txt").text == text

    @settings(max_examples=300, deadline=None)
    @given(st.binary(max_size=300))
    def test_any_bytes_give_text_or_a_sentence(self, data: bytes) -> None:
        try:
            told = read_text(data, "a").text
        except BadFile as problem:
            told = problem.sentence
        assert told.strip()


class TestHtml:
    PAGE = (
        "<!DOCTYPE html><html><head><meta charset='gbk'><title>工作综述</title><style>p{color:red}</style></head><body>"
        "<script>var a='不要';</script><p>第一段\n  &amp;&nbsp;续</p><div>第二段<br>换行</div>"
        "<table><tr><td>收到</td><td>10</td></tr><tr><td>立案</td><td>9</td></tr></table>"
        "<p><ruby>协<rt>xie</rt></ruby>商</p></body></html>"
    )

    @pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
    def test_blocks_become_lines(self, encoding: str) -> None:
        found = read_text(self.PAGE.encode(encoding), "a.txt")
        assert found.kind == "html"
        assert found.text.split("\n") == ["工作综述", "第一段 & 续", "第二段", "换行", "收到\t10", "立案\t9", "协商"]

    @unhurried
    @given(st.text(alphabet="<>/apdivscrt!-= 文\"'&;", max_size=80))
    def test_broken_markup_never_fails(self, markup: str) -> None:
        try:
            told = read_text(("<p>" + markup + "文").encode(), "a.html").text
        except BadFile as problem:
            told = problem.sentence
        assert told


class TestWord:
    def test_paragraphs_and_tables(self) -> None:
        data = samples.word("第一段", "第二段", table=[["类别", "件数"], ["委员提案", "12"]])
        assert read_text(data, "a.docx").text == "第一段\n第二段\n类别\t件数\n委员提案\t12"

    def test_the_name_does_not_matter(self) -> None:
        assert read_text(samples.word("正文"), "a.txt").kind == "docx"

    def test_deleted_text_is_left_out_and_inserted_kept(self) -> None:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        body = (
            "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>九</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>十</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>"
        )
        import zipfile

        source, target = io.BytesIO(samples.word("x")), io.BytesIO()
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
            for member in old.infolist():
                xml = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
                new.writestr(member, xml if member.filename == "word/document.xml" else old.read(member))
        assert read_docx_text(target.getvalue()) == "共十件"


class TestBadFiles:
    def test_missing(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "无.txt", "无.txt").code == "missing_file"
        assert refusal(tmp_path, "目录").code == "missing_file"

    @pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"<html><body></body></html>"])
    def test_empty(self, data: bytes) -> None:
        assert refusal(data).code == "empty"

    def test_fifty_megabytes(self, tmp_path: Path) -> None:
        big = tmp_path / "大.txt"
        with big.open("wb") as stream:
            stream.truncate(50 * 1024 * 1024)
        problem = refusal(big, "大.txt")
        assert problem.sentence == "文件“大.txt”大小为50 MB，超过上限20 MB，请拆分或压缩图片后重新上传。"
        assert refusal(io.BytesIO(b"a" * 2048), "b.txt", size=1024).facts["size"] == 2048

    def test_wrong_encoding(self) -> None:
        for text, encoding in (
            ("これは日本語の文章です。" * 8, "shift_jis"),
            ("한국어로 쓰여진 문장입니다 " * 8, "cp949"),
        ):
            assert refusal(text.encode(encoding)).code == "wrong_encoding"

    def test_binary(self) -> None:
        assert refusal(bytes(range(256)) * 4).code == "not_text"
        assert refusal(zlib.compress(SIMPLIFIED.encode() * 50)).code in ("not_text", "wrong_encoding")

    def test_truncated_word(self) -> None:
        whole = samples.word("正文" * 50)
        for part in (0.3, 0.6, 0.95):
            assert refusal(whole[: int(len(whole) * part)], "断.docx").code == "truncated"

    def test_a_flipped_bit(self) -> None:
        whole = bytearray(samples.word("正文" * 500))
        whole[len(whole) // 3] ^= 0xFF
        whole[len(whole) // 3 + 40] ^= 0xFF
        assert refusal(bytes(whole), "坏.docx").code == "truncated"

    def test_zip_bomb(self) -> None:
        assert refusal(samples.bomb(), "弹.docx").code == "zip_bomb"
        assert refusal(samples.with_member(samples.word("a"), "word/media/inner.zip"), "套.docx").code == "zip_bomb"

    def test_macro(self) -> None:
        assert refusal(samples.with_member(samples.word("a"), "word/vbaProject.bin"), "宏.docx").code == "macro"
        assert refusal(samples.macro_enabled(), "宏.docx").code == "macro"

    def test_old_and_locked_word(self) -> None:
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
        assert refusal(ole + "WordDocument".encode("utf-16-le"), "旧.doc").code == "old_word"
        assert refusal(ole + "EncryptedPackage".encode("utf-16-le"), "密.docx").code == "encrypted"

    def test_other_kinds_are_named(self) -> None:
        assert "Excel工作簿" in refusal(samples.excel([["a"]]), "表.docx").sentence
        assert "图片" in refusal(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "图.docx").sentence

    @pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
    def test_scanned_pdf(self) -> None:
        assert refusal(samples.blank_pdf(), "扫描.pdf").code == "scanned_pdf"
        assert refusal(b"%PDF-1.4\nrubbish\x00\x01", "坏.pdf").code == "truncated"

    def test_pdf_without_a_reader(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("shutil.which", lambda *_: None)
        assert refusal(samples.blank_pdf(), "扫描.pdf").code == "pdf_reader_missing"

    @unhurried
    @given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
    def test_a_damaged_document_never_escapes(self, place: int, noise: bytes) -> None:
        whole = samples.word("正文" * 20)
        data = whole[:place] + noise + whole[place + len(noise) :]
        try:
            told = read_text(data, "a.docx").kind
        except BadFile as problem:
            told = problem.sentence
        assert told


SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the published summaries are not beside this repository")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_published_summaries_in_every_encoding(encoding: str) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert read_text(text.encode(encoding), path.name).text == text


def test_cells_that_nobody_closed_stand_apart() -> None:
    page = b"<html><table><tr><td>A<td>12<tr><td>B</td><td>15</td></tr></table></html>"
    assert read_text(page, "a.html").text.split("\n") == ["A\t12", "B\t15"]

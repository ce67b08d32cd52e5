"""A file is what its content says: each trick gets one clear sentence, and nothing is kept."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.access import Refusal
from lvzhi.files import store
from lvzhi.files.actions import attach, clean_name
from lvzhi.files.models import Attachment
from lvzhi.files.norms import TYPES
from lvzhi.files.tests.conftest import KIND, added, docx, ole, photo, upload, xlsx, zipped

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
EXE = b"MZ\x90\x00" + b"\x00" * 200


def locked() -> bytes:
    data = bytearray(zipped(a__txt=b"x" * 100))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("报告.pdf", PDF),
        ("报告.DOCX", docx()),
        ("表.xlsx", xlsx()),
        ("包.zip", zipped(a__txt=b"x", b__pdf=PDF)),
        ("说明.txt", "情况说明".encode()),
        ("说明.txt", "情况说明".encode("gb18030")),
        ("说明.txt", "情况".encode("utf-16")),
        ("旧.doc", ole("WordDocument")),
        ("旧.xls", ole("Workbook")),
        ("旧.ppt", ole("PowerPoint Document")),
        ("包.rar", b"Rar!\x1a\x07\x01\x00" + b"\x00" * 50),
        ("现场.jpg", photo("JPEG")),
        ("现场.PNG", photo("PNG")),
    ],
)
def test_what_is_allowed_comes_in(record, actor, name, data):
    made = attach(actor, KIND, record.uid, upload(name, data))
    assert made.size == len(data)
    assert store.path_of(made.digest).read_bytes() == data
    assert "files" in str(store.path_of(made.digest))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("报告.pdf", EXE, "files.content_differs"),
        ("报告.txt", EXE, "files.content_differs"),
        ("报告.pdf", docx(), "files.content_differs"),
        ("报告.docx", PDF, "files.content_differs"),
        ("报告.docx", xlsx(), "files.content_differs"),
        ("报告.docx", zipped(a__txt=b"x"), "files.content_differs"),
        ("报告.doc", ole("Workbook"), "files.content_differs"),
        ("报告.rar", zipped(a__txt=b"x"), "files.content_differs"),
        ("现场.jpg", EXE, "files.content_differs"),
        ("现场.png", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "files.content_differs"),
        ("报告.exe", EXE, "files.type_not_allowed"),
        ("报告", PDF, "files.type_not_allowed"),
        ("报告.docm", docx(), "files.type_not_allowed"),
        ("报告.docx", added(docx(), "word/vbaProject.bin", b"x"), "files.macro"),
        ("报告.doc", ole("WordDocument", "_VBA_PROJECT"), "files.macro"),
        ("报告.docx", ole("EncryptedPackage"), "files.encrypted"),
        ("包.zip", locked(), "files.encrypted"),
        ("报告.docx", docx()[:-200], "files.damaged"),
        ("包.zip", zipped(bomb__txt=b"\x00" * 40_000_000), "files.bomb"),
        ("报告.docx", added(docx(), "word/pad.xml", b"") and zipped(bomb__xml=b"0" * 40_000_000), "files.bomb"),
        ("包.zip", zipped(setup__exe=EXE), "files.program_inside"),
        ("空.txt", b" \r\n", "files.empty"),
        ("乱.txt", b"\x00\x01\x02\x03", "files.content_differs"),
    ],
)
def test_tricks_are_refused_and_leave_nothing(record, actor, data_folder, name, data, code):
    with pytest.raises(Refusal) as caught:
        attach(actor, KIND, record.uid, upload(name, data))
    assert caught.value.code == code
    assert "{" not in caught.value.sentence
    assert caught.value.sentence.endswith("。")
    assert not Attachment.objects.exists()
    assert [path for path in store.folder().rglob("*") if path.is_file()] == []


def test_a_directory_that_lies_about_sizes_is_caught_by_reading_through(record, actor):
    data = bytearray(zipped(a__txt=b"0" * 3_000_000))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Refusal) as caught:
        attach(actor, KIND, record.uid, upload("包.zip", bytes(data)))
    assert caught.value.code == "files.damaged"


def test_too_large_is_told_with_the_norm(record, actor, monkeypatch):
    monkeypatch.setattr("lvzhi.files.actions.value", lambda key, committee: TYPES if key == "files.types" else 1)
    with pytest.raises(Refusal) as caught:
        attach(actor, KIND, record.uid, upload("报告.pdf", PDF + b"0" * 1_100_000))
    assert caught.value.code == "files.too_large"
    assert "1MB" in caught.value.sentence


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("../../etc/报告.pdf", "报告.pdf"),
        ("C:\\用户\\报告.pdf", "报告.pdf"),
        ("报告\u202efdp.exe", "报告fdp.exe"),
        ("\x00\n.pdf", "pdf"),
        ("", "附件"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_names_are_made_harmless(given_name, shown):
    assert clean_name(given_name) == shown


@given(st.text(max_size=300))
def test_any_name_becomes_short_and_printable(name):
    shown = clean_name(name)
    assert 0 < len(shown) <= 130
    assert "/" not in shown
    assert shown.isprintable() or " " in shown or "\u3000" in shown or not shown.isascii()


def test_members_of_an_office_file_are_listed_by_its_own_library():
    """Guards the sample files of this test: they are real."""
    assert zipfile.ZipFile(__import__("io").BytesIO(docx())).testzip() is None

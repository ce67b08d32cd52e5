"""A committee, an account that is logged in, a record whose attachments are open to it, and makers of files."""

from __future__ import annotations

import io
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image
from xlsxwriter import Workbook

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.files import rights
from lvzhi.journal import events, secrets
from lvzhi.journal.lines import line
from lvzhi.journal.tests.sample import Person

KIND = "files_sample.thing"
events.register({"files_sample.ground": "x"})


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.LVZHI_DATA = tmp_path
    secrets.forget_keys()
    return tmp_path


@pytest.fixture
def committee(db):
    with line(Person(), "files_sample.ground"):
        return Committee.objects.create(name="样例政协", code="sample", level="county", path="000001/")


@pytest.fixture
def account(committee):
    with line(Person(), "files_sample.ground"):
        return Account.objects.create(
            username="jia", name="甲", committee=committee, must_change_password=False, password="x"
        )


@pytest.fixture
def actor(account):
    return Person(account_id=account.pk)


@pytest.fixture
def record(committee, monkeypatch):
    """The uid of a record that the test's actor may read and add to; `may` is changed at will."""
    monkeypatch.setattr(rights, "_rights", {})
    may = {"read": True, "add": True}
    rights.register(
        KIND,
        may_read=lambda actor, uid: may["read"],
        may_add=lambda actor, uid: may["add"],
        committee=lambda uid: committee.pk,
        personal=True,
    )
    found = uuid.uuid4()
    return type("Record", (), {"uid": found, "may": may})


def docx() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("调研报告")
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    book.add_worksheet().write(0, 0, "表")
    book.close()
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def added(base: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(base)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def ole(*streams: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + b"".join(each.encode("utf-16-le") for each in streams)


def photo(form: str, mark: str = "red", **told: object) -> bytes:
    """A real picture of 40 by 20 points with its left half in a colour, and whatever a camera tells beside it."""
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste(mark, (0, 0, 20, 20))
    out = io.BytesIO()
    picture.save(out, form, **told)
    return out.getvalue()


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)

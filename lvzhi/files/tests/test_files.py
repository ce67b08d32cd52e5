"""Attachments are handed out through a right only, once each, and never lost."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.files.actions import attach, attach_all, carry, detach, take_in
from lvzhi.files.models import Attachment
from lvzhi.files.queries import of, of_many
from lvzhi.files.tests.conftest import KIND, docx, upload
from lvzhi.journal.models import Entry

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


@pytest.fixture
def attachment(record, actor):
    return attach(actor, KIND, record.uid, upload("报告.pdf", PDF))


def test_the_same_file_twice_is_one_attachment(record, actor, attachment):
    again = attach(actor, KIND, record.uid, upload("同一份.pdf", PDF))
    assert again.pk == attachment.pk
    assert of(KIND, record.uid) == [attachment]
    other = attach(actor, KIND, uuid.uuid4(), upload("报告.pdf", PDF))
    assert other.pk != attachment.pk


def test_it_downloads_as_an_attachment_and_reading_is_journalled(client, account, attachment):
    client.force_login(account)
    answer = client.get(reverse("files:get", args=[attachment.uid]))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    entry = Entry.objects.filter(event="files.read").get()
    assert entry.subject_uid == attachment.subject
    assert entry.account_id == account.pk


@pytest.mark.parametrize("method", ["get", "remove"])
def test_without_right_it_does_not_exist(client, account, record, attachment, method):
    client.force_login(account)
    record.may |= {"read": False, "add": False}
    address = reverse(f"files:{method}", args=[attachment.uid])
    call = client.get if method == "get" else client.post
    assert call(address, headers={"Accept": "application/json"}).status_code == 404
    unknown = reverse(f"files:{method}", args=[uuid.uuid4()])
    assert call(unknown, headers={"Accept": "application/json"}).status_code == 404
    assert Attachment.objects.live().count() == 1


def test_nobody_fetches_it_without_login(client, attachment):
    assert client.get(reverse("files:get", args=[attachment.uid])).status_code == 302


def test_who_may_read_but_not_add_is_told_so(record, actor, attachment):
    record.may["add"] = False
    with pytest.raises(NotAllowed):
        attach(actor, KIND, record.uid, upload("b.pdf", PDF))
    record.may["read"] = False
    with pytest.raises(Missing):
        attach(actor, KIND, record.uid, upload("b.pdf", PDF))
    with pytest.raises(Missing):
        attach(actor, "nobody.registered", record.uid, upload("b.pdf", PDF))


def test_detaching_voids_the_row_and_the_same_file_may_come_again(record, actor, attachment):
    detach(actor, attachment, ground="传错")
    assert of(KIND, record.uid) == []
    assert Attachment.objects.get().void_ground == "传错"
    with pytest.raises(Missing):
        detach(actor, attachment)
    assert attach(actor, KIND, record.uid, upload("报告.pdf", PDF)).pk != attachment.pk


def test_several_come_in_all_or_none(record, actor):
    with pytest.raises(Refusal):
        attach_all(actor, KIND, record.uid, [upload("a.pdf", PDF), upload("b.pdf", b"MZ")])
    assert of(KIND, record.uid) == []
    with pytest.raises(Refusal) as caught:
        attach_all(actor, KIND, record.uid, [upload(f"{n}.pdf", PDF) for n in range(6)])
    assert caught.value.code == "files.too_many"
    with pytest.raises(Refusal):
        attach_all(actor, KIND, record.uid, [])
    assert len(attach_all(actor, KIND, record.uid, [upload("a.pdf", PDF), upload("b.docx", docx())])) == 2


def test_a_page_uploads_and_removes(client, account, record):
    client.force_login(account)
    add = reverse("files:add", args=[KIND, record.uid])
    sent = {"files": [upload("a.pdf", PDF)], "label": "原件"}
    answer = client.post(add, sent, headers={"Accept": "application/json"})
    assert answer.json()["files"][0]["name"] == "a.pdf"
    made = Attachment.objects.get()
    assert (made.label, made.added_by_name) == ("原件", "甲")
    answer = client.post(reverse("files:remove", args=[made.uid]), {"next": "//elsewhere.example/"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert of(KIND, record.uid) == []


def test_lists_cost_one_statement(record, actor, attachment, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert of_many(KIND, [record.uid, uuid.uuid4()])[record.uid] == [attachment]


def test_files_go_along_to_another_record_once_over_the_same_bytes(record, actor, attachment, committee):
    upper = uuid.uuid4()
    carry(actor, KIND, upper, committee.pk, [attachment])
    carry(actor, KIND, upper, committee.pk, [attachment])
    (copied,) = of(KIND, upper)
    assert (copied.digest, copied.name, copied.subject) == (attachment.digest, "报告.pdf", upper)
    detach(actor, copied)
    assert of(KIND, record.uid) == [attachment]


def test_a_room_that_has_checked_the_right_takes_a_file_in_and_refuses_what_no_upload_may_be(record, actor, committee):
    record.may["add"] = False
    with pytest.raises(NotAllowed):
        attach(actor, KIND, record.uid, upload("报告.pdf", PDF))
    assert take_in(actor, KIND, record.uid, committee.pk, upload("报告.pdf", PDF)).name == "报告.pdf"
    with pytest.raises(Refusal):
        take_in(actor, KIND, record.uid, committee.pk, upload("报告.pdf", b"MZ\x90\x00"))

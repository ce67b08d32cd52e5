"""A line keeps who, what, when, from where, old and new value — and nothing is written outside one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext

from lvzhi.journal import Unjournalled
from lvzhi.journal.actions import erase_private
from lvzhi.journal.errors import UnknownEvent
from lvzhi.journal.lines import line, together
from lvzhi.journal.models import Entry, Private
from lvzhi.journal.secrets import open_bytes
from lvzhi.journal.tests.sample import Folder, Note

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(actor):
    with line(actor, "sample.write", title="一"):
        return Note.objects.create(title="一", price="1.5", day="2022-03-01", phone="13812345678", text="正文")


def last():
    return Entry.objects.first()


def test_who_what_when_from_where(actor, note):
    with line(actor, "sample.write", subject=note, committee=3, title="二"):
        note.title = "二"
        note.save()
    entry = last()
    assert (entry.actor_name, entry.actor_role, entry.address, entry.via) == ("甲", "经办", "10.0.0.1", "web")
    assert (entry.at, entry.account_id, entry.committee_id) == (actor.at, 7, 3)
    assert (entry.subject_kind, entry.subject_uid, entry.subject_title) == ("journal_sample.note", note.uid, "二")
    assert entry.facts == {"title": "二"}
    fields = entry.changes[0]["fields"]
    assert fields.pop("touched")
    assert fields == {"title": ["一", "二"]}


def test_personal_values_stand_only_in_the_encrypted_payload(actor, note):
    assert "13812345678" not in str(last().changes)
    assert last().changes[0]["private"] == ["phone", "text"]
    row = Private.objects.get(seq=last().seq)
    assert "13812345678" not in row.payload
    assert b"13812345678" in open_bytes(row.payload, f"journal/{row.kind}")


@pytest.mark.parametrize(
    "write",
    [
        lambda n: n.save(),
        lambda n: n.save(update_fields=["title"]),
        lambda n: n.delete(),
        lambda n: Note(title="x").save(),
        lambda n: Note.objects.create(title="x"),
        lambda n: Note.objects.update(title="x"),
        lambda n: Note.objects.all().delete(),
        lambda n: Note.objects.bulk_create([Note(title="x")]),
        lambda n: Note.objects.bulk_update([n], ["title"]),
        lambda n: n.folder and None or Folder.objects.bulk_create([Folder(name="x")]),
        lambda n: Note.objects.update_or_create(title="一", defaults={"count": 2}),
    ],
)
def test_no_write_outside_a_line(note, write):
    with pytest.raises(Unjournalled), transaction.atomic():
        write(note)
    assert Note.objects.filter(title="一", count=0).count() == 1


def test_derived_columns_need_no_line(note):
    note.tokens = "ab"
    note.save(update_fields=["tokens"])
    assert Note.objects.update(tokens="cd") == 1


def test_a_line_without_a_change_is_written(actor):
    with line(actor, "sample.look"):
        pass
    assert last().changes == []


def test_an_unregistered_event_is_refused(actor):
    with pytest.raises(UnknownEvent), line(actor, "sample.nobody_knows"):
        pass


def test_an_error_undoes_records_and_entries(actor, note):
    before = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), line(actor, "sample.outer"):  # noqa: PT012  # the lines are what is tested
        with line(actor, "sample.inner"):
            Note.objects.create(title="二")
        raise ZeroDivisionError
    assert Entry.objects.count() == before
    assert Note.objects.count() == 1


def test_nested_lines_write_an_entry_each_and_a_change_belongs_to_the_innermost(actor, note):
    with line(actor, "sample.outer"):
        note.count = 1
        note.save()
        with line(actor, "sample.inner"):
            note.count = 2
            note.save()
    outer, inner = Entry.objects.all()[:2]
    assert (inner.event, outer.event) == ("sample.inner", "sample.outer")
    assert inner.changes[0]["fields"]["count"] == [1, 2]
    assert outer.changes[0]["fields"]["count"] == [0, 1]
    assert outer.seals == inner.seals


def test_an_inner_line_that_fails_leaves_the_outer_whole(actor, note, seals_hold):
    with line(actor, "sample.outer"):
        note.count = 1
        note.save()
        with pytest.raises(ZeroDivisionError), line(actor, "sample.inner"):  # noqa: PT012  # as above
            note.count = 9
            note.save()
            raise ZeroDivisionError
    assert last().event == "sample.outer"
    seals_hold()


def test_a_savepoint_rolled_back_inside_a_line_is_not_sealed(actor, note, seals_hold):
    with line(actor, "sample.outer"):
        note.count = 1
        note.save()
        with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012  # as above
            note.count = 9
            note.save()
            Note.objects.create(title="never")
            raise ZeroDivisionError
    assert len(last().seals) == 1
    seals_hold()


def test_every_way_of_writing_leaves_true_seals(actor, note, seals_hold):
    folder = Folder(name="夹")
    with line(actor, "sample.write"):
        folder.save()
        made = Note.objects.bulk_create(
            [Note(title=str(n), folder=folder, price=Decimal("2.345"), data={"b": (1, 2.0)}) for n in range(5)]
        )
        Note.objects.filter(title__in="01").update(count=models.F("count") + 1)
        Note.objects.filter(folder__name="夹").update(price="3.1", folder_id=folder.pk)
        made[4].count = 8
        Note.objects.bulk_update(made[4:], ["count"])
        Note.objects.filter(title="3").delete()
        note.at = dt.datetime(2022, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=8)))
        note.count = models.F("count") + 3
        note.save()
    seals_hold()
    assert Note.objects.get(title="一").count == 3
    with line(actor, "sample.write"):
        partly = Note.objects.defer("text", "phone").get(title="一")
        partly.data["x"] = 1
        partly.save()
    assert last().changes[0]["fields"]["data"] == [{}, {"x": 1}]
    seals_hold()
    with line(actor, "sample.write"):
        folder.delete()
    assert {item["what"] for item in last().changes} == {"deleted"}
    assert len(last().changes) == 5
    seals_hold()


def test_a_partial_save_seals_what_the_row_holds_not_what_memory_holds(actor, note, seals_hold):
    mine = Note.objects.get()
    theirs = Note.objects.get()
    with line(actor, "sample.write"):
        theirs.count = 5
        theirs.save()
    with line(actor, "sample.write"):
        mine.title = "三"
        mine.save(update_fields=["title"])
    assert last().changes[0]["fields"] == {"title": ["一", "三"]}
    seals_hold()


def test_conflict_updates_and_raw_deletes_are_refused(actor, note):
    with line(actor, "sample.write"):
        with pytest.raises(Unjournalled):
            Note.objects.bulk_create([note], update_conflicts=True, unique_fields=["uid"], update_fields=["title"])
        with pytest.raises(Unjournalled):
            Note.objects.all()._raw_delete("default")


def test_a_phone_number_prints_masked_and_opens_on_demand(note):
    again = Note.objects.get()
    assert str(again.phone) == "138****5678"
    assert "12345" not in repr(again.phone)
    assert again.phone.reveal() == "13812345678"
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM journal_sample_note")
        assert "138" not in cursor.fetchone()[0].split(":")[0]


def test_two_statements_for_three_records(actor, note):
    records = [Folder(name=name) for name in "abc"]
    with line(actor, "sample.write"):
        pass
    with CaptureQueriesContext(connection) as captured, line(actor, "sample.write"):
        for record in records:
            record.save()
    journal = [q["sql"] for q in captured if "journal_entry" in q["sql"] or "journal_head" in q["sql"]]
    assert len(journal) == 2, journal


def test_two_thousand_rows_are_one_entry_and_set_based(actor, note, seals_hold):
    with CaptureQueriesContext(connection) as captured, line(actor, "sample.write"):
        Note.objects.bulk_create([Note(title=str(n), text="文") for n in range(2000)], batch_size=500)
    rest = [query["sql"] for query in captured if 'INSERT INTO "journal_sample_note"' not in query["sql"]]
    assert len(rest) <= 6, rest
    assert last().changes == [{"kind": "journal_sample.note", "what": "created", "count": 2000}]
    assert len(last().seals) == 2000
    seals_hold()


def test_lines_together_are_appended_at_the_end_and_in_their_order(actor, note, seals_hold):
    before = Entry.objects.count()
    numbers = []
    with together() as block:
        with line(actor, "sample.write", subject=note, title="二") as first:
            note.title = "二"
            note.save()
        block.after(lambda: numbers.append(first.first))
        with together() as same, line(actor, "sample.look"):
            pass
        assert same is block
        assert (Entry.objects.count(), first.first, numbers) == (before, None, [])
    assert numbers == [before + 1]
    assert list(Entry.objects.order_by("-seq").values_list("event", flat=True)[:2]) == ["sample.look", "sample.write"]
    seals_hold()


def test_lines_together_leave_nothing_when_one_of_them_fails(actor, note, seals_hold):
    before = Entry.objects.count()

    def failing():
        with together():
            with line(actor, "sample.write", subject=note, title="二"):
                note.title = "二"
                note.save()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert Entry.objects.count() == before
    assert Note.objects.get(pk=note.pk).title == "一"
    with line(actor, "sample.look"):
        pass
    assert Entry.objects.count() == before + 1
    seals_hold()


def test_lines_that_wait_for_each_other_are_erased_too(actor, note, seals_hold):
    with together():
        with line(actor, "sample.write", subject=note, title="二"):
            note.phone = "13912345678"
            note.save()
        assert erase_private(actor, ground="依申请删除", record=("journal_sample.note", note.uid)) == 2
        with line(actor, "sample.look"):
            pass
    assert not Private.objects.filter(uid=note.uid).exists()
    assert list(Entry.objects.order_by("-seq").values_list("event", flat=True)[:3]) == [
        "sample.look", "journal.private_erased", "sample.write",
    ]  # fmt: skip
    seals_hold()

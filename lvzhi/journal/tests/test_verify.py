"""Whoever writes the database with its own client is found out, and told where."""

from __future__ import annotations

import json
import threading
import uuid

import pytest
from django.db import connection, transaction

from lvzhi.journal import chain, secrets, witness
from lvzhi.journal.actions import accept_restore, erase_private, read_private, reseal
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry, Head, Private
from lvzhi.journal.queries import history
from lvzhi.journal.tests.sample import MODELS, Note
from lvzhi.journal.verify import check, report, verify


def codes(findings):
    return [(finding.code, finding.seq) for finding in findings]


def look():
    return codes(verify(models=MODELS))


def sql(text, *params):
    with connection.cursor() as cursor:
        cursor.execute(text, params)


@pytest.fixture
def notes(transactional_db, actor):
    """Four committed entries; entry 1 makes three notes."""
    sql("DELETE FROM journal_sample_note")
    sql("DELETE FROM journal_sample_folder")
    chain._last.clear()
    with line(actor, "sample.write", title="甲"):
        made = [Note.objects.create(title=title, phone="13812345678") for title in "甲乙丙"]
    for note in made:
        with line(actor, "sample.write", subject=note, title=note.title):
            note.count = 1
            note.save()
    yield made
    sql("DELETE FROM journal_sample_note")
    sql("DELETE FROM journal_sample_folder")


def test_an_untouched_journal_passes(notes):
    assert look() == []
    text, code = report(check(models=MODELS))
    assert code == 0
    assert "4条" in text


@pytest.mark.parametrize(
    ("text", "params", "expected"),
    [
        ("UPDATE journal_entry SET actor_name = %s WHERE seq = 2", ["乙"], [("altered", 2)]),
        ("UPDATE journal_entry SET at = %s WHERE seq = 3", ["2021-01-01 00:00:00+00:00"], [("altered", 3)]),
        ("DELETE FROM journal_entry WHERE seq = 2", [], [("missing", 2)]),
        ("UPDATE journal_entry SET mac = substr(mac, 1, 20) WHERE seq = 2", [], [("forged", 2)]),
        (
            "DELETE FROM journal_private WHERE seq = 1 AND id = (SELECT min(id) FROM journal_private)",
            [],
            [("private_missing", 1)],
        ),
        (
            "UPDATE journal_private SET salt = %s WHERE id = (SELECT min(id) FROM journal_private)",
            ["0"],
            [("private_altered", 1)],
        ),
        ("UPDATE journal_head SET seq = 3", [], [("head_differs", 3)]),
        ("DELETE FROM journal_head", [], [("head_missing", None)]),
    ],
)
def test_tampering_is_named(notes, text, params, expected):
    sql(text, *params)
    found = look()
    assert found[:1] == expected
    finding = verify(models=MODELS)[0]
    assert expected[0][1] is None or str(expected[0][1]) in finding.sentence
    assert report(check(models=MODELS))[1] == 1


def test_a_cut_tail_shows_even_when_the_head_is_cut_to_match(notes):
    third = Entry.objects.get(seq=3)
    sql("DELETE FROM journal_entry WHERE seq = 4")
    sql("UPDATE journal_head SET seq = 3, hash = %s", third.hash)
    sql("UPDATE journal_sample_note SET count = 0 WHERE title = '丙'")
    assert ("tail_cut", 4) in look()


def test_a_line_appended_by_hand_is_found_even_with_a_right_hash_and_head(notes):
    entry = Entry.objects.get(seq=4)
    entry.prev_hash, entry.seq, entry.actor_name = entry.hash, 5, "丁"
    entry.hash = chain.entry_hash(entry)
    entry.save(force_insert=True)
    assert look()[0] == ("forged", 5)
    Head.objects.update(seq=5, hash=entry.hash)
    assert ("forged", 5) in look()


def test_two_lines_that_changed_places_are_found(notes):
    sql("UPDATE journal_entry SET seq = 99 WHERE seq = 2")
    sql("UPDATE journal_entry SET seq = 2 WHERE seq = 3")
    sql("UPDATE journal_entry SET seq = 3 WHERE seq = 99")
    assert look()[0] == ("altered", 2)


def test_a_rewritten_line_with_a_new_hash_is_found(notes):
    entry = Entry.objects.get(seq=2)
    entry.facts = {"title": "x"}
    entry.hash = chain.entry_hash(entry)
    entry.save()
    assert look()[:2] == [("forged", 2), ("inserted", 3)]


def test_records_changed_removed_or_added_behind_the_journals_back_are_named(notes):
    sql("UPDATE journal_sample_note SET title = 'x' WHERE title = '甲'")
    sql("DELETE FROM journal_sample_note WHERE title = '乙'")
    sql(
        "INSERT INTO journal_sample_folder (uid, name) VALUES (%s, 'x')",
        uuid.uuid4().hex if connection.vendor == "sqlite" else uuid.uuid4(),
    )
    assert sorted(code for code, _ in look()) == ["record_changed", "record_removed", "record_unknown"]
    assert {finding.uid for finding in verify(models=MODELS)} >= {notes[0].uid, notes[1].uid}


def test_a_derived_column_may_change_unsealed(notes):
    sql("UPDATE journal_sample_note SET tokens = 'x'")
    assert look() == []


def test_erasing_personal_values_leaves_the_chain_valid(notes, actor):
    note = notes[0]
    assert read_private(actor, 1)[f"journal_sample.note:{note.uid}"]["phone"] == [None, "13812345678"]
    assert erase_private(actor, record=("journal_sample.note", note.uid), ground="本人申请") == 1
    assert not Private.objects.filter(uid=note.uid).exists()
    assert look() == []
    assert erase_private(actor, seq=1, ground="保存期满") == 2
    assert look() == []
    assert Entry.objects.first().facts["count"] == 2


def test_a_missing_witness_is_a_finding_and_a_damaged_one_another(notes, data_folder):
    (path,) = data_folder.glob("journal-*.head")
    path.write_text("{")
    assert look() == [("witness_damaged", None)]
    path.unlink()
    assert look() == [("witness_missing", 4)]


def test_the_witness_never_goes_back(notes):
    chain_id = Head.objects.get().chain
    witness.write(chain_id, 2, "0" * 64)
    assert witness.read(chain_id).seq == 4


def test_a_rolled_back_line_leaves_nothing_not_even_outside(notes, actor):
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012  # both are what is tested
        with line(actor, "sample.look"):
            pass
        raise ZeroDivisionError
    assert Entry.objects.count() == 4
    assert witness.read(Head.objects.get().chain).seq == 4
    with line(actor, "sample.look"):
        pass
    assert look() == []


def test_a_restored_backup_is_a_cut_tail_until_somebody_answers_for_it(notes, actor):
    third = Entry.objects.get(seq=3)
    sql("DELETE FROM journal_entry WHERE seq = 4")
    sql("DELETE FROM journal_private WHERE seq = 4")
    sql("UPDATE journal_head SET seq = 3, hash = %s", third.hash)
    sql("UPDATE journal_sample_note SET count = 0 WHERE title = '丙'")
    found = look()
    assert ("tail_cut", 4) in found
    accept_restore(actor, ground="磁盘损坏，自昨日备份恢复")
    assert Entry.objects.get(seq=4).facts["seq"] == 4
    assert "tail_cut" not in {code for code, _ in look()}


def test_reseal_takes_in_what_an_upgrade_changed(notes, actor):
    sql("UPDATE journal_sample_note SET count = 7")
    assert len(look()) == 3
    assert reseal(actor, Note, ground="升级") == 3
    assert look() == []


def test_a_lost_key_is_said_once_and_not_taken_for_tampering(notes, monkeypatch):
    monkeypatch.setenv("LVZHI_SECRET_KEYS", "k9:" + "A" * 43 + "=")
    assert ("key_missing", 1) in look()
    assert not {"altered", "forged", "private_altered"} & {code for code, _ in look()}


def test_sm3_chain_continues_a_sha256_chain(notes, actor, settings):
    settings.LVZHI_JOURNAL_DIGEST = "sm3"
    with line(actor, "sample.look"):
        pass
    assert Entry.objects.first().algorithm == "sm3"
    assert look() == []


def test_history_reads_newest_first_with_sentence_and_values(notes):
    first, *_ = told = history("journal_sample.note", notes[0].uid)
    assert len(told) == 1
    assert first.sentence == "写便条《甲》"
    change = next(change for change in first.changes if change.field == "count")
    assert (change.old, change.new, change.deed) == (0, 1, "修改")


def test_history_everywhere_finds_lines_about_other_records(notes):
    assert [told.seq for told in history("journal_sample.note", notes[1].uid, everywhere=True)] == [3, 1]


def test_appends_from_several_threads_make_one_gapless_chain(notes, actor):
    problems = []

    def write(name):
        try:
            for number in range(5):
                with line(actor, "sample.write", title=name):
                    Note.objects.create(title=f"{name}{number}")
        except Exception as problem:  # noqa: BLE001  # told to the test's own thread
            problems.append(problem)
        finally:
            connection.close()

    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one in-memory database; run with a database file or a server")
    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert Entry.objects.count() == 24
    assert look() == []


def test_sealed_text_is_bound_to_its_key_and_context(data_folder):
    sealed = secrets.seal_text("13812345678", "a")
    assert sealed.startswith(secrets.digest_key_name() + ":")
    assert secrets.open_text(sealed, "a") == "13812345678"
    with pytest.raises(ValueError, match="altered"):
        secrets.open_text(sealed, "b")
    assert secrets.digest("13812345678") == secrets.digest("13812345678") != secrets.digest("13812345679")
    assert (data_folder / "secret.keys").stat().st_mode & 0o777 == 0o600


def test_a_new_key_in_front_keeps_old_texts_and_digests(monkeypatch):
    sealed, searched = secrets.seal_text("甲"), secrets.digest("甲")
    old = (secrets.Path(secrets.settings.LVZHI_DATA) / "secret.keys").read_text().strip()
    monkeypatch.setenv("LVZHI_SECRET_KEYS", f"k2:{'A' * 43}=,{old}")
    assert secrets.seal_text("甲").startswith("k2:")
    assert secrets.open_text(sealed) == "甲"
    assert secrets.digest("甲") == searched


@pytest.mark.parametrize(("number", "masked"), [("13812345678", "138****5678"), ("8123", "**23"), ("", "")])
def test_phone_mask(number, masked):
    assert secrets.mask_phone(number) == masked


def test_id_mask():
    assert secrets.mask_id("110101199003078515") == "**************8515"
    assert json.dumps(secrets.mask_id("123")) == '"***"'

"""Ciphers and keys: any text comes back under any of them, nothing altered does, and all is brought to the newest."""

from __future__ import annotations

import base64
import os

import pytest
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from lvzhi.journal import ciphers, rekeying, secrets
from lvzhi.journal.errors import KeyMissing
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry, Private
from lvzhi.journal.tests.sample import Note
from lvzhi.journal.verify import verify

BOTH = (ciphers.AES, ciphers.SM4)
drawn = hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@pytest.fixture(autouse=True)
def sample_places(monkeypatch):
    """The sample's column too: its app is not installed."""
    own = rekeying.Place(Note, Note._meta.get_field("phone"))
    usual = rekeying.places
    monkeypatch.setattr(rekeying, "places", lambda: [own, *usual()])


@drawn
@given(
    data=st.binary(min_size=1), context=st.text(max_size=20), first=st.sampled_from(BOTH), then=st.sampled_from(BOTH)
)
def test_what_was_sealed_opens_whatever_cipher_and_key_came_after(settings, data, context, first, then):
    settings.LVZHI_CIPHER = first
    sealed = secrets.seal_bytes(data, context)
    settings.LVZHI_CIPHER = then
    assert secrets.open_bytes(sealed, context) == data
    secrets.add_key()
    assert secrets.open_bytes(sealed, context) == data
    fresh = secrets.seal_bytes(data, context)
    assert fresh.startswith(f"{secrets.newest_head()}:")
    assert secrets.open_bytes(fresh, context) == data


@drawn
@given(data=st.binary(min_size=1), at=st.integers(min_value=0), name=st.sampled_from(BOTH))
def test_one_turned_bit_or_another_context_is_refused(settings, data, at, name):
    settings.LVZHI_CIPHER = name
    head, _, body = secrets.seal_bytes(data, "a").partition(":")
    with pytest.raises(ValueError, match="altered"):
        secrets.open_bytes(f"{head}:{body}", "b")
    raw = bytearray(base64.b64decode(body))
    raw[at % len(raw)] ^= 1
    with pytest.raises(ValueError, match="altered"):
        secrets.open_bytes(f"{head}:{base64.b64encode(bytes(raw)).decode()}", "a")


def test_sm4_is_that_of_the_standard():
    """GB/T 32907, example 1, through the library's own block mode: the cipher beneath our GCM."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    made = Cipher(algorithms.SM4(key), modes.ECB()).encryptor()
    assert (made.update(key) + made.finalize()).hex() == "681edf34d206965e86b3e94f536e4246"


def test_sm4_gcm_is_that_of_rfc_8998():
    cipher = ciphers.under(ciphers.SM4, bytes.fromhex("0123456789abcdeffedcba9876543210") + bytes(16))
    plain = bytes.fromhex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa")  # fmt: skip  # noqa: E501  reason: the standard's own value
    aad = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    nonce = bytes.fromhex("00001234567800000000abcd")
    sealed = cipher.encrypt(nonce, plain, aad)
    assert sealed[-16:].hex() == "83de3541e4c2b58177e065a9bf7b62ec"
    assert cipher.decrypt(nonce, sealed, aad) == plain


def test_a_cipher_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="unknown cipher"):
        secrets.open_bytes("k1~rot13:AAAA")


def notes(actor, count):
    made = [Note(title=str(number), phone=f"1380000{number:04}", text="正文") for number in range(count)]
    for note in made:
        with line(actor, "sample.write", subject=note, title=note.title):
            note.save()
    return made


def heads():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT phone FROM {Note._meta.db_table}")
        return {row[0].partition(":")[0] for row in cursor.fetchall()}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BOTH)
def test_all_is_brought_over_and_the_journal_still_holds(actor, settings, monkeypatch, name):
    monkeypatch.setattr(rekeying, "BATCH", 3)
    made = notes(actor, 7)
    settings.LVZHI_CIPHER = name
    told = []
    key = rekeying.add_key(actor)
    count = rekeying.bring_over(actor, lambda *words: told.append(words))
    assert count == 7 + Private.objects.count()
    assert [one[1:] for one in told if "电话" in one[0]] == [(3, 7), (6, 7), (7, 7)]
    assert heads() == {key + ciphers.mark(name)}
    assert Note.objects.get(pk=made[4].pk).phone == "13800000004"
    # the witness is written when a transaction ends, which this test's never does
    assert [found for found in verify() if found.code != "witness_missing"] == []
    assert Entry.objects.latest("seq").facts == {"key": key, "cipher": name, "count": count}
    assert rekeying.opened(lambda *problem: pytest.fail(str(problem))) == {secrets.newest_head(): count}
    assert rekeying.bring_over(actor) == 0


@pytest.mark.django_db
def test_killed_half_way_it_goes_on_with_what_is_left(actor, monkeypatch):
    monkeypatch.setattr(rekeying, "BATCH", 2)
    notes(actor, 5)
    rekeying.add_key(actor)

    class Killed(Exception):
        pass

    def kill(place, done, total):
        if done >= 4:
            raise Killed

    with pytest.raises(Killed):
        rekeying.bring_over(actor, kill)
    assert len(heads()) == 2
    left = 1 + Private.objects.count()
    assert rekeying.bring_over(actor) == left
    assert heads() == {secrets.newest_head()}


@pytest.mark.django_db
def test_what_somebody_writes_meanwhile_is_not_overwritten(actor):
    (note,) = notes(actor, 1)
    place = rekeying.places()[0]
    ((pk, _, sealed),) = place.rows(0)
    with line(actor, "sample.write", subject=note, title=note.title):
        note.phone = "13911112222"
        note.save()
    assert not place.put(pk, sealed, secrets.seal_text("13800000000"))
    assert Note.objects.get().phone == "13911112222"


@pytest.mark.django_db
def test_what_cannot_be_opened_is_named(actor):
    (note,) = notes(actor, 1)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Note._meta.db_table} SET phone = 'kgone:AAAA'")
    problems = []
    rekeying.opened(lambda *problem: problems.append(problem))
    assert [(one[0].split("·")[1], one[1]) for one in problems] == [("电话", note.pk)]
    with pytest.raises(KeyMissing):
        rekeying.bring_over(actor)


def test_another_process_finds_the_new_key_by_itself(data_folder):
    """Its keys were read before; a text under a newer one makes it read them again."""
    secrets.seal_text("x")
    kept = (data_folder / "secret.keys").read_text()
    newer = f"kfeed01:{base64.b64encode(os.urandom(32)).decode()}\n"
    (data_folder / "secret.keys").write_text(newer + kept)
    body = base64.b64decode(newer.split(":")[1])
    nonce = os.urandom(12)
    sealed = nonce + ciphers.under(ciphers.AES, secrets._derived(body, "fields")).encrypt(nonce, b"x", b"")
    assert secrets.open_text(f"kfeed01:{base64.b64encode(sealed).decode()}") == "x"


def test_keys_of_the_environment_are_not_the_programs_to_change(monkeypatch):
    monkeypatch.setenv("LVZHI_SECRET_KEYS", "k9:" + "A" * 43 + "=")
    with pytest.raises(ValueError, match="LVZHI_SECRET_KEYS"):
        secrets.add_key()


def test_the_key_file_stays_readable_by_its_owner_alone(data_folder):
    secrets.seal_text("x")
    secrets.add_key()
    path = data_folder / "secret.keys"
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(path.read_text().splitlines()) == 2

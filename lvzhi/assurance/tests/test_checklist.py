"""Every item has a line, each line a computed verdict or a duty; what is broken on purpose is found."""

from __future__ import annotations

import html
import io
import zipfile
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import cli_actor
from lvzhi.accounts.tests.house import START, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.assurance import queries
from lvzhi.assurance.tests.hall import Hall
from lvzhi.assurance.ties import doors
from lvzhi.assurance.vocabulary import GUIDES, ITEMS, SAID, VERDICTS
from lvzhi.journal.models import Entry
from lvzhi.norms import protection
from lvzhi.norms.protection import Item, Proof, Seen, Verdict
from lvzhi.people.models import Person


def lines(hall: Hall) -> dict[str, Seen]:
    found = queries.sections(hall.here)
    return {line.proof.key.partition(".")[2]: line.seen for one in found for line in one.lines}


def test_every_item_is_proved_or_named_a_duty(hall: Hall) -> None:
    found = queries.sections(hall.here)
    assert {line.proof.item for one in found for line in one.lines} == set(Item) == set(ITEMS)
    assert [proof for proof in protection.proofs() if proof.item not in ITEMS] == []
    for one in found:
        for line in one.lines:
            assert line.seen.said, line.proof.key
            assert "{" not in line.seen.said, line.proof.key
            assert not line.seen.document or line.seen.document in GUIDES, line.proof.key
    duties = {line.proof.key for one in found for line in one.lines if line.seen.verdict == Verdict.DUTY}
    assert "assurance.least" in duties
    assert len(duties) < sum(len(one.lines) for one in found) / 3  # most of it is computed


def test_the_page_its_paper_and_its_sheet_say_the_same(hall: Hall) -> None:
    office = hall.login(hall.bai)
    page = office.get("/assurance/").content.decode()
    paper = office.get("/assurance/paper/").content.decode()
    book = io.BytesIO(b"".join(office.get("/assurance/export/xlsx/").streaming_content))
    cells = html.unescape(zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml").decode())
    found = lines(hall)
    for key in ("separation", "data_sealed", "rows_rules", "identity_complex", "factors", "territory"):
        for text in (page, paper, cells):
            assert found[key].said in text, key
    for words in VERDICTS.values():
        assert words in page
    assert "签字" in paper
    assert Entry.objects.latest("seq").event == "assurance.exported"


def test_three_administrators_are_three_people(hall: Hall) -> None:
    assert lines(hall)["separation"].verdict == Verdict.BAD  # nobody is system or security administrator
    one = person("sys", "任系", hall.here, Role.SYSTEM_ADMIN)
    two = person("sec", "任安", hall.here, Role.SECURITY_ADMIN)
    found = lines(hall)["separation"]
    assert found.verdict == Verdict.GOOD
    assert "兼任的0人" in found.said
    with pytest.raises(Refusal):
        accounts.appoint(cli_actor(), two, Role.SYSTEM_ADMIN, hall.here, starts=START)
    assert one.is_active


def test_a_weak_setting_is_found_with_the_way_to_it(hall: Hall) -> None:
    assert lines(hall)["identity_complex"].verdict == Verdict.GOOD
    hall.norm("accounts.password_classes", 1)
    assert lines(hall)["identity_complex"].verdict == Verdict.BAD
    assert (
        f"/norms/{hall.here.uid}/norm/accounts.password_length/"
        in hall.login(hall.bai).get("/assurance/").content.decode()
    )
    assert lines(hall)["identity_change"].said == SAID["identity_never"]
    hall.norm("accounts.password_days", 90)
    assert lines(hall)["identity_change"].verdict == Verdict.GOOD


def test_accounts_without_a_post_are_counted(hall: Hall) -> None:
    assert lines(hall)["surplus_posts"].verdict == Verdict.GOOD
    accounts.create_account(cli_actor(), "spare", "闲人", committee=hall.here)
    found = lines(hall)["surplus_posts"]
    assert (found.verdict, "1个" in found.said) == (Verdict.BAD, True)


def test_a_plain_value_in_an_encrypted_column_is_found(hall: Hall) -> None:
    someone = Person.objects.latest("pk")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET phone = %s WHERE id = %s", ["13812345678", someone.pk])
    found = lines(hall)["data_sealed"]
    assert (found.verdict, "明文1个" in found.said) == (Verdict.BAD, True)


def test_a_cut_journal_is_found(hall: Hall) -> None:
    assert lines(hall)["records_chain"].verdict == Verdict.GOOD
    Entry.objects.filter(seq=Entry.objects.latest("seq").seq).delete()
    assert lines(hall)["records_chain"].verdict == Verdict.BAD


def test_open_policies_and_cookies_are_found(hall: Hall, settings: Any) -> None:
    assert lines(hall)["portal_headers"].verdict == Verdict.GOOD
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["'self'", "'unsafe-inline'"]}}
    assert lines(hall)["portal_headers"].verdict == Verdict.BAD
    assert lines(hall)["domestic_outside"].verdict == Verdict.BAD
    assert lines(hall)["remote_https"].verdict == Verdict.BAD
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    assert lines(hall)["remote_https"].verdict == Verdict.GOOD


def test_what_is_marked_asked_and_let_in_can_fail(hall: Hall, settings: Any) -> None:
    named = ("privacy_watermark", "portal_first", "input_types", "failures_lock", "failures_idle")
    found = lines(hall)
    assert {one: found[one].verdict for one in named} == dict.fromkeys(named, Verdict.GOOD)
    settings.MIDDLEWARE = [
        one for one in settings.MIDDLEWARE if not one.endswith(("MarkMiddleware", "ActorMiddleware"))
    ]
    hall.norm("accounts.lock_failures", 10)
    hall.norm("accounts.idle_minutes", 240)
    found = lines(hall)
    assert {one: found[one].verdict for one in named} == dict.fromkeys(named, Verdict.BAD) | {
        "input_types": Verdict.GOOD
    }


def test_a_format_that_can_run_is_found(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "RISKY", frozenset({"pdf"}))
    found = lines(hall)["input_types"]
    assert (found.verdict, found.said) == (Verdict.BAD, SAID["input_risky"].format(names="pdf"))


def test_a_number_that_cannot_be_wrong_is_no_verdict(hall: Hall) -> None:
    facts = {key for key, seen in lines(hall).items() if seen.verdict == Verdict.FACT}
    assert {"rows_doors", "privacy_unmask", "rows_marks", "rights_own"} <= facts
    assert "数据" in hall.login(hall.bai).get("/assurance/").content.decode()


def test_a_line_leads_to_its_guide(hall: Hall) -> None:
    assert 'href="/help/for-operators/3-proxy/"' in hall.login(hall.bai).get("/assurance/").content.decode()


def test_a_room_adds_its_own_proof(hall: Hall) -> None:
    mine = Proof("tests.proof", Item.LEAST, "端口", lambda committee, day: Seen(Verdict.BAD, "开了3个端口"))
    protection.register(mine)
    try:
        assert "端口：开了3个端口" in hall.login(hall.bai).get("/assurance/").content.decode()
        with pytest.raises(protection.DoubleProof):
            protection.register(Proof("tests.proof", Item.LEAST, "又", mine.look))
    finally:
        protection.forget("tests.proof")


def test_who_reads_it(hall: Hall) -> None:
    for who, status in ((hall.bai, 200), (hall.mi, 200), (hall.ling, 200), (hall.shen, 200), (hall.keeper, 200),
                        (hall.accounts["jia"], 403)):  # fmt: skip
        assert hall.login(who).get("/assurance/").status_code == status, who
    assert Client().get("/assurance/").status_code == 302


def test_it_costs_the_same_at_any_size(hall: Hall) -> None:
    office = hall.login(hall.bai)

    def cost() -> int:
        office.get("/assurance/")
        with CaptureQueriesContext(connection) as seen:
            assert office.get("/assurance/").status_code == 200
        return len(seen)

    before = cost()
    for number in range(5):
        hall.opened(2) if number == 0 else person(f"more{number}", "更多", hall.here, Role.CLERK)
    assert cost() == before

"""Nothing that is written tells how anybody voted: not a column, not the journal, not a session, not a log.

The history of a database file, its write-ahead log and copies stand in tests/acceptance/test_secret_ballot.py.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
import logging.config
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, models, transaction

from lvzhi.accounts.models import LoginSession
from lvzhi.ballots.models import Slip, Urn, Voter
from lvzhi.ballots.tests.booth import BAD, GOOD, TODAY, VOTERS, Booth
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry, Private

Rows = dict[str, list[tuple[Any, ...]]]


def everything() -> Rows:
    """Every row of every table."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(tuple(map(str, row)) for row in cursor.fetchall())
    return found


def test_two_votes_that_differ_leave_the_same_rows_but_for_the_urn(booth: Booth) -> None:
    ballot = booth.opened()
    left: list[Rows] = []
    for grades in ((GOOD, GOOD), (BAD, BAD)):
        with transaction.atomic():
            before = everything()
            booth.cast(ballot, 0, *grades)
            left.append(everything())
            transaction.set_rollback(True)
    changed = {table for table in before if before[table] != left[0][table]}
    assert {"ballots_voter", "ballots_urn", "journal_entry"} <= changed
    assert {table for table in before if left[0][table] != left[1][table]} == {"ballots_urn"}


def test_a_slip_has_no_column_of_person_account_or_moment() -> None:
    columns = Slip._meta.concrete_fields
    assert {field.name for field in columns} == {"id", "uid", "ballot", "item", "group", "choices"}
    assert not [field for field in columns if isinstance(field, models.DateField | models.TimeField)]
    assert {field.name for field in Urn._meta.concrete_fields} == {"id", "uid", "ballot", "key", "groups", "content"}
    assert not [*Slip._meta.related_objects, *Urn._meta.related_objects]


def test_slips_do_not_stand_in_the_order_of_voting(booth: Booth) -> None:
    """Each voter's slip is told apart by its marks: the order of rows is none of the orders of voting."""
    questions = tuple(f"项{number}" for number in range(3))
    orders = set()
    for _ in range(6):
        ballot = booth.opened(questions=questions)
        for number in range(VOTERS):
            booth.cast(ballot, number, *(1 + (number >> bit & 1) for bit in range(3)))
        booth.count(ballot, VOTERS)
        rows = Slip.objects.filter(ballot=ballot).order_by("pk").values_list("choices", flat=True)
        orders.add(tuple(sum((mark - 1) << bit for bit, mark in enumerate(marks)) for marks in rows))
    assert all(sorted(order) == list(range(VOTERS)) for order in orders)
    assert len(orders) > 2  # of 40320 orders; by chance six ballots do not come to one or two


def test_the_journal_says_that_someone_took_part_and_no_more(booth: Booth) -> None:
    ballot = booth.opened()
    for number in range(VOTERS):
        booth.cast(ballot, number, GOOD, BAD)
    votes = Entry.objects.filter(event="ballots.voter.cast")
    assert votes.count() == VOTERS
    for entry in votes:
        assert entry.facts == {}
        (change,) = entry.changes
        assert (change["kind"], set(change["fields"])) == ("ballots.voter", {"state", "version"})
        assert set(entry.seals) == {f"ballots.voter:{entry.subject_uid}"}
        assert not Private.objects.filter(seq=entry.seq).exists()
    booth.count(ballot, VOTERS)
    counted = Entry.objects.get(event="ballots.ballot.count")
    slips = [str(slip.uid) for slip in Slip.objects.all()]
    lines = json.dumps([entry.changes for entry in Entry.objects.exclude(pk=counted.pk)])
    assert not [uid for uid in slips if uid in lines]
    voters = [str(voter.uid) for voter in Voter.objects.all()]
    assert not [uid for uid in voters if uid in json.dumps([counted.changes, counted.seals, counted.facts])]


def test_a_vote_sent_after_the_time_out_is_kept_nowhere(booth: Booth) -> None:
    ballot = booth.opened()
    browser = booth.login(booth.voters[0])
    address = f"/ballots/{ballot.uid}/vote/"
    assert browser.get(address).status_code == 200
    with clock.at(clock.as_moment(TODAY) + dt.timedelta(hours=9)):
        answer = browser.post(address, {"c1_1": "1", "c1_2": "2"})
        assert answer.status_code == 302
        assert answer.url.startswith("/accounts/login")
        kept = [session.get_decoded() for session in LoginSession.objects.all()]
        assert not [one for one in kept if "held" in one]
        other = browser.post(f"/ballots/{ballot.uid}/step/cancel/", {"ground": "误"})
    assert other.status_code == 302


@pytest.mark.parametrize(("page", "silent"), [("vote", True), ("count", True), ("code", True), ("voters", False)])
def test_requests_to_secret_pages_stand_in_no_log(booth: Booth, page: str, silent: bool) -> None:
    ballot = booth.opened()
    wanted = dict(settings.LOGGING)
    stream = io.StringIO()
    wanted["handlers"] = {"stderr": dict(wanted["handlers"]["stderr"], stream=stream)}
    try:
        logging.config.dictConfig(wanted)
        address = f"/ballots/{ballot.uid}/{page}/"
        booth.login(booth.far).post(address, {"c1_1": "1"})
        logging.getLogger("django.server").warning('"POST %s HTTP/1.1" %s', address, 404)
        logging.getLogger("elsewhere").warning("took 3 ms: %s", address)
    finally:
        logging.config.dictConfig(settings.LOGGING)
    assert (stream.getvalue() == "") is silent, stream.getvalue()


def test_rows_of_one_count_carry_one_transaction(booth: Booth) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL keeps the number of the transaction beside each row")
    ballot = booth.opened()
    for number in range(VOTERS):
        booth.cast(ballot, number, 1 + (number & 1), 1)
    booth.count(ballot, VOTERS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT xmin::text, cmin::text FROM ballots_slip")
        assert len(cursor.fetchall()) == 1
        cursor.execute("SELECT choices FROM ballots_slip ORDER BY ctid")
        assert len(cursor.fetchall()) == VOTERS

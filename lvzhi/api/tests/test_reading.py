"""Reading: lists and their cost, fields, files, figures and rows, changes; a right with, without, elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lvzhi.accounts.models import Account
from lvzhi.api.kinds import all_kinds
from lvzhi.api.tests.people import machine
from lvzhi.api.tests.test_tokens import code
from lvzhi.deadlines import clock
from lvzhi.files import actions as files
from lvzhi.journal.models import Entry
from lvzhi.norms import actions as norms
from lvzhi.proposals.tests.people import START, TEXT, Town, builder
from lvzhi.proposals.tests.test_counts import statements

KIND = "proposals.proposal"
DETAIL = 20  # of which five are the token's


def test_a_list_goes_from_page_to_page_and_misses_nothing(town: Town) -> None:
    made = {str(town.submitted(title=f"关于第{number}处食堂的提案").uid) for number in range(7)}
    clerk, seen, cursor = machine(town.ding), [], ""
    for _ in range(10):
        page = clerk.get(f"/records/{KIND}", limit=3, cursor=cursor).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(made)
    assert set(seen) == made
    assert code(clerk.get(f"/records/{KIND}", cursor="cut")) == (422, "api.bad_cursor")


def test_lists_are_narrowed_and_name_a_state_that_is_none(town: Town) -> None:
    town.draft()
    filed = town.filed()
    clerk = machine(town.ding)
    found = clerk.get(f"/records/{KIND}", state="filed").json()["items"]
    assert [one["id"] for one in found] == [str(filed.uid)]
    assert found[0]["state"]["name"] == "已立案待交办"
    assert found[0]["committee"]["name"] == "海州区政协"
    assert clerk.get(f"/records/{KIND}", committee=str(town.there.uid)).json()["items"] == []
    assert code(clerk.get(f"/records/{KIND}", state="gone")) == (422, "api.no_state")


def test_a_record_has_its_long_texts_and_a_list_has_not(town: Town) -> None:
    proposal, clerk = town.submitted(), machine(town.ding)
    whole = clerk.get(f"/records/{KIND}/{proposal.uid}").json()["fields"]
    assert whole["background"] == TEXT["background"]
    assert whole["recommendation"] == TEXT["recommendations"]
    listed = clerk.get(f"/records/{KIND}").json()["items"][0]["fields"]
    assert "background" not in listed
    assert listed["proposer"] == "甲文"


def test_hand_overs_are_found_by_the_proposal_they_belong_to(town: Town) -> None:
    proposal = town.assigned()
    town.assigned()
    unit = machine(town.wu)
    found = unit.get("/records/proposals.assignment", of=str(proposal.uid)).json()["items"]
    assert [one["of"]["proposal"] for one in found] == [{"kind": KIND, "id": str(proposal.uid)}]
    told = found[0]["fields"]
    assert (told["unit.name"], told["role"], told["proposal.title"]) == ("区民政局", "lead", TEXT["title"])


def test_what_may_not_be_seen_is_in_no_list_and_missing(town: Town) -> None:
    proposal = town.submitted()
    for who, count in ((town.ding, 1), (town.jia, 1), (town.bing, 0), (town.far_clerk, 0), (town.wu, 0)):
        assert len(machine(who).get(f"/records/{KIND}").json()["items"]) == count
    assert code(machine(town.far_clerk).get(f"/records/{KIND}/{proposal.uid}")) == (404, "access.missing")
    assert code(machine(town.ding).get("/records/accounts.account")) == (404, "api.no_kind")
    assert not {one.room for one in all_kinds()} & {"accounts", "norms", "journal", "api"}


def test_no_kind_fails_and_no_phone_or_number_is_a_field(town: Town) -> None:
    clerk = machine(town.ding)
    for one in all_kinds():
        assert clerk.get(f"/records/{one.kind}").status_code == 200, one.kind
        assert not {"phone", "id_number", "contact"} & {field.key.rpartition(".")[2] for field in one.fields}, one.kind


def test_lists_cost_the_same_at_5_and_50_rows(town: Town) -> None:
    clerk, unit = machine(town.ding), machine(town.wu)
    asked = [
        lambda: clerk.get(f"/records/{KIND}"), lambda: clerk.get("/todo"), lambda: clerk.get("/changes"),
        lambda: unit.get("/records/proposals.assignment"), lambda: clerk.get("/figures/proposals.received/rows"),
        lambda: clerk.get("/records/people.member"),
    ]  # fmt: skip
    for ask in asked:
        ask()
    counted = []
    for rows in (5, 45):
        for number in range(rows):
            town.assigned(town.submitted(title=f"关于第{number}处食堂的提案"))
        counted.append([len(statements(ask)) for ask in asked])
    assert counted[0] == counted[1], "reading more rows costs more statements"
    uid = clerk.get(f"/records/{KIND}").json()["items"][0]["id"]
    assert len(statements(lambda: clerk.get(f"/records/{KIND}/{uid}"))) <= DETAIL


def test_figures_are_the_books_and_their_rows_are_journalled(town: Town) -> None:
    filed, _ = town.filed(), town.submitted()
    clerk = machine(town.ding)
    said = clerk.get("/figures/proposals.filing_rate", period="2026").json()
    assert (said["numerator"], said["denominator"], said["value"]) == (1, 2, 50)
    room = {one["key"]: one["value"] for one in clerk.get("/figures/values/proposals", period="2026").json()}
    assert room["proposals.received"] == 2
    rows = clerk.get("/figures/proposals.filing_rate/rows", period="2026", side="part").json()
    assert [one["id"] for one in rows["items"]] == [str(filed.uid)]
    assert rows["total"] == 1
    entry = Entry.objects.get(event="api.rows_read")
    assert entry.facts["figure"] == "立案率"


def test_a_row_that_may_not_be_read_is_counted_and_not_told(town: Town) -> None:
    town.submitted()
    rows = machine(town.bing).get("/figures/proposals.received/rows", period="2026").json()
    assert rows["total"] == 1
    assert rows["items"] == [{"hidden": True, "kind": None, "id": None, "cells": {}}]
    assert code(machine(town.wu).get("/figures/proposals.received"))[0] == 403
    assert code(machine(town.ding).get("/figures/proposals.received", period="soon")) == (422, "api.bad_period")
    assert machine(town.ding).get("/figures/proposals.received", committee=str(town.there.uid)).status_code == 403


def test_files_follow_their_rights_and_taking_one_is_journalled(town: Town) -> None:
    proposal = town.draft()
    made = files.attach(
        town.actor(town.jia), KIND, proposal.uid, SimpleUploadedFile("调研.txt", "食堂名单".encode(), "text/plain")
    )
    own, stranger = machine(town.jia), machine(town.bing)
    listed = own.get(f"/records/{KIND}/{proposal.uid}/files").json()
    assert [one["name"] for one in listed] == ["调研.txt"]
    got = own.client.get(listed[0]["address"])
    assert b"".join(got.streaming_content).decode() == "食堂名单"
    assert Entry.objects.filter(event="api.file_read", subject_uid=made.uid).count() == 1
    assert code(stranger.client.get(listed[0]["address"])) == (404, "files.missing")
    assert code(machine(town.jia, rooms=("activities",)).client.get(listed[0]["address"])) == (404, "files.missing")


def test_files_are_attached_by_whoever_may(town: Town) -> None:
    proposal = town.draft()
    path = f"/api/v1/records/{KIND}/{proposal.uid}/files"

    def send(who: Account, *names: str) -> Any:
        sent = [SimpleUploadedFile(name, f"名单{name}".encode(), "text/plain") for name in names]
        return machine(who).client.post(path, {"files": sent})

    assert [one["name"] for one in send(town.jia, "一.txt", "二.txt").json()] == ["一.txt", "二.txt"]
    assert code(send(town.bing, "三.txt")) == (404, "access.missing")
    assert send(town.jia, "坏.exe").status_code == 422
    assert len(machine(town.jia).client.get(path).json()) == 2
    with clock.at((clock.now() + dt.timedelta(minutes=1)).replace(second=5)):  # within one minute of the limit
        norms.set_value(builder(), town.here, "accounts.rate_upload", 1, starts=START, ground="试行")
        assert [code(send(town.jia, name)) for name in ("四.exe", "五.exe")][1] == (429, "api.too_often")


def test_changes_go_on_from_their_cursor_and_tell_only_what_may_be_seen(town: Town) -> None:
    clerk, stranger = machine(town.ding), machine(town.far_clerk)
    start: dict[str, Any] = {"clerk": clerk.get("/changes", after="now").json()["next"]}
    start["stranger"] = stranger.get("/changes", after="now").json()["next"]
    assert clerk.get("/changes", after=start["clerk"]).json()["items"] == []
    proposal = town.filed()
    seen, after = [], start["clerk"]
    for _ in range(30):
        page = clerk.get("/changes", after=after, limit=1).json()
        seen += page["items"]
        after = page["next"]
        if not page["more"]:
            break
    own = [one["event"] for one in seen if one["id"] == str(proposal.uid)]
    assert own == ["begin", "submit", "file"]
    assert set(seen[0]) == {"kind", "id", "event", "at"}
    assert stranger.get("/changes", after=start["stranger"]).json()["items"] == []
    assert clerk.get("/changes", after=after).json()["items"] == []
    assert [one["event"] for one in clerk.get("/changes", after=start["clerk"]).json()["items"]] == [
        one["event"] for one in seen
    ]
    assert code(clerk.get("/changes", after="k1:x")) == (422, "api.bad_cursor")


def test_a_filter_misspelt_is_refused_and_gives_not_everything(town: Town) -> None:
    clerk = machine(town.ding)
    said = clerk.get(f"/records/{KIND}", stat="filed")
    assert (code(said), said.json()["field"]) == ((422, "api.bad_input"), "stat")
    assert code(clerk.client.get("/api/v1/records/%0A/x")) == (404, "api.no_address")

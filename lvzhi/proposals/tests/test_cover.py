"""Leave cover from end to end: given for days, both names on every line, over by itself with the day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.tests.test_pages import page

MONDAY = dt.datetime(2026, 3, 16, 10, tzinfo=clock.ZONE)


@pytest.fixture
def town(db: None) -> Town:
    return Town()


def given(town: Town, giver: Any, taker: Any, role: str) -> Any:
    """The giver's page takes it for Monday and Tuesday; the taker's page begins it."""
    data = {"taker": taker.username, "roles": [role], "starts": "2026-03-16", "ends": "2026-03-17"}
    assert town.login(giver).post("/accounts/me/delegate", data).status_code == 302
    browser = town.login(taker)
    from lvzhi.accounts.queries import delegations_to

    (one,) = delegations_to(taker)
    assert browser.post("/accounts/me/act", {"delegation": str(one.uid)}).status_code == 302
    return browser


def test_a_clerk_on_leave_is_covered_with_both_names_on_every_line_and_only_for_those_days(town: Town) -> None:
    with clock.at(MONDAY):
        first, second = town.submitted(), town.submitted(title="关于另一件事的提案")
        browser = given(town, town.ding, town.xin, "clerk")
        assert "您正在代 <strong>丁宁</strong> 办理" in browser.get("/").content.decode()
        address = reverse("proposals:step", args=["proposal", first.uid, "send_back"])
        assert browser.post(address, {"opinion": "请写明地点", "version": first.version}).status_code == 302
        assert Proposal.objects.get(pk=first.pk).state == "returned"
        entry = Entry.objects.get(event="proposals.proposal.send_back")
        assert (entry.actor_name, entry.behalf) == ("辛远", "丁宁")
        for reader in (town.jia, town.ding):
            assert "，代丁宁" in page(town.login(reader), "proposals:detail", first.uid)
    with clock.at(MONDAY + dt.timedelta(days=2)):
        again = town.login(town.xin)
        assert "您正在代" not in again.get("/").content.decode()
        address = reverse("proposals:step", args=["proposal", second.uid, "send_back"])
        assert again.post(address, {"opinion": "请写明地点", "version": second.version}).status_code in (403, 404)
    assert Proposal.objects.get(pk=second.pk).state == "submitted"


def test_a_session_that_acts_for_another_is_its_own_again_the_morning_after(town: Town) -> None:
    with clock.at(MONDAY.replace(hour=23, minute=50) + dt.timedelta(days=1)):
        submitted = town.submitted()
        browser = given(town, town.ding, town.xin, "clerk")
        assert "您正在代" in browser.get("/").content.decode()
    with clock.at(MONDAY.replace(hour=0, minute=5) + dt.timedelta(days=2)):
        assert "您正在代" not in browser.get("/").content.decode()
        address = reverse("proposals:step", args=["proposal", submitted.uid, "send_back"])
        assert browser.post(address, {"opinion": "x", "version": submitted.version}).status_code in (403, 404)

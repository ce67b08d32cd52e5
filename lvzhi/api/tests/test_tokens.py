"""A token: its life, what it opens and what it does not, who ends it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.api import actions
from lvzhi.api.models import Token
from lvzhi.api.tests.people import ROOT, machine
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.norms import actions as norms
from lvzhi.proposals.tests.people import PASSWORD, START, Town, builder


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_token_stands_for_its_holder_and_says_what_it_is_for(town: Town) -> None:
    said = machine(town.ding, "read", ("proposals",)).get("/me").json()
    assert (said["login"], said["scope"], said["rooms"]) == ("ding", "read", ["proposals"])
    assert [one["name"] for one in said["committees"]] == ["海州区政协"]


def test_without_a_token_or_with_a_wrong_one_nothing_opens(town: Town) -> None:
    assert code(Client().get(f"{ROOT}/me")) == (401, "api.no_token")
    assert code(Client(headers={"authorization": "Basic eDp5"}).get(f"{ROOT}/me")) == (401, "api.no_token")
    assert code(Client(headers={"authorization": "Bearer lz_x"}).get(f"{ROOT}/me")) == (401, "api.bad_token")


def test_a_session_opens_no_address_of_the_api_and_a_token_no_page(town: Town) -> None:
    seen = town.login(town.ding)
    assert seen.get(reverse("proposals:list")).status_code == 200
    assert code(seen.get(f"{ROOT}/me")) == (401, "api.no_token")
    shown = machine(town.ding)
    assert shown.client.get(reverse("proposals:list")).status_code == 302
    assert "sessionid" not in shown.get("/me").cookies


def test_a_session_beside_a_token_adds_nothing(town: Town) -> None:
    both = town.login(town.ding)
    found = both.get(f"{ROOT}/me", headers={"authorization": f"Bearer {machine(town.jia).secret}"})
    assert found.json()["login"] == "jia"


def test_it_ends_on_its_day(town: Town) -> None:
    shown = machine(town.ding, days=3)
    with clock.at(clock.now() + dt.timedelta(days=2, hours=23)):
        assert shown.get("/me").status_code == 200
    with clock.at(clock.now() + dt.timedelta(days=3)):
        assert code(shown.get("/me")) == (401, "api.expired")


def test_it_ends_when_revoked_and_with_a_new_password_and_with_the_account(town: Town) -> None:
    shown = machine(town.ding)
    actions.revoke(town.actor(town.ding), shown.token)
    assert code(shown.get("/me")) == (401, "api.revoked")

    shown = machine(town.wu)
    with clock.at(clock.now() + dt.timedelta(minutes=5)):
        account = Account.objects.get(pk=town.wu.pk)
        accounts.change_password(actor_for(account), account, PASSWORD, "Haizhou-2026-neu", "Haizhou-2026-neu")
        assert code(shown.get("/me")) == (401, "api.password_since")

    shown = machine(town.jia)
    accounts.disable(builder(), Account.objects.get(pk=town.jia.pk))
    assert code(shown.get("/me")) == (401, "api.account_closed")


def test_a_post_that_has_ended_takes_its_right_along(town: Town) -> None:
    shown, proposal = machine(town.ding), town.submitted()
    path = f"/records/proposals.proposal/{proposal.uid}"
    assert shown.get(path).status_code == 200
    post = town.ding.appointments.get()
    accounts.end_appointment(builder(), post, clock.today() - dt.timedelta(days=1))
    assert code(shown.get(path)) == (404, "access.missing")


def test_reading_only_does_nothing_and_another_room_is_out_of_scope(town: Town) -> None:
    proposal = town.submitted()
    path = f"/records/proposals.proposal/{proposal.uid}/steps/file"
    body = {"version": proposal.version, "answers": {"category": "society"}}
    assert code(machine(town.ding, "read").post(path, body)) == (403, "api.out_of_scope")
    assert code(machine(town.ding, rooms=("activities",)).post(path, body)) == (403, "api.out_of_room")
    only = machine(town.ding, rooms=("activities",))
    assert code(only.get("/records/proposals.proposal")) == (403, "api.out_of_room")
    assert {one["room"] for one in only.get("/kinds").json()} == {"activities"}
    assert machine(town.ding, rooms=("proposals",)).post(path, body).status_code == 200


def test_administrators_have_none_and_what_they_may_does_not_come_with_one(town: Town) -> None:
    keeper = town.person("keeper", "管理", town.here, Role.SYSTEM_ADMIN)
    with pytest.raises(NotAllowed, match="不能生成"):
        machine(keeper)
    shown = machine(town.ding)
    accounts.appoint(builder(), town.ding, Role.AUDITOR, town.here, starts=START)
    assert "审计员" not in shown.get("/me").json()["roles"]


def test_a_holder_who_must_have_a_second_factor_has_to_have_one(town: Town) -> None:
    shown = machine(town.ding)
    norms.set_value(builder(), town.here, "accounts.second_roles", [Role.CLERK], starts=START, ground="试行")
    assert code(shown.get("/me")) == (403, "api.must_enrol")


def test_limits_of_life_number_and_rate_are_norms(town: Town) -> None:
    with pytest.raises(Refusal, match="180"):
        machine(town.ding, days=181)
    for _ in range(10):
        machine(town.ding)
    with pytest.raises(Refusal, match="10个"):
        machine(town.ding)
    norms.set_value(builder(), town.here, "api.rate", 10, starts=START, ground="试行")
    shown, other = machine(town.wu), machine(town.geng)
    with clock.at((clock.now() + dt.timedelta(minutes=1)).replace(second=5)):
        last = [shown.get("/me") for _ in range(11)][-1]
        assert code(last) == (429, "api.too_often")
        assert 0 < int(last.headers["Retry-After"]) <= 60
        shown.get("/me")
        assert other.get("/me").status_code == 200
    assert Entry.objects.filter(event="api.too_often").count() == 1


def test_the_secret_is_shown_once_and_only_its_digest_kept(town: Town) -> None:
    page = town.login(town.ding)
    asked = {"name": "数据平台", "scope": "read", "days": "30", "password": PASSWORD}
    wrong = page.post(reverse("api:tokens"), asked | {"password": "falsch"})
    assert wrong.status_code == 422
    assert "密码不正确" in wrong.content.decode()
    assert not Token.objects.exists()
    said = page.post(reverse("api:tokens"), asked).content.decode()
    secret = said.split('id="token-secret" value="')[1].split('"')[0]
    token = Token.objects.get()
    assert Client(headers={"authorization": f"Bearer {secret}"}).get(f"{ROOT}/me").status_code == 200
    again = page.get(reverse("api:tokens")).content.decode()
    assert token.mark in again
    assert secret not in again
    entry = Entry.objects.get(event="api.token_made")
    assert secret not in str(entry.changes) + str(entry.facts)
    assert token.mark in str(entry.facts)


def test_the_security_administrator_sees_and_ends_tokens_and_nobody_else(town: Town) -> None:
    guard = town.person("guard", "安全", town.here, Role.SECURITY_ADMIN)
    shown = machine(town.ding)
    address = reverse("api:revoke", args=[shown.token.uid])
    for stranger in (town.jia, town.far_clerk):
        assert town.login(stranger).post(address).status_code == 404
    assert shown.token.mark not in town.login(town.far_clerk).get(reverse("api:guarded")).content.decode()
    assert shown.get("/me").status_code == 200
    assert shown.token.mark in town.login(guard).get(reverse("api:guarded")).content.decode()
    assert town.login(guard).post(address).status_code == 302
    assert code(shown.get("/me")) == (401, "api.revoked")
    assert Entry.objects.get(event="api.token_revoked").actor_name == "安全"

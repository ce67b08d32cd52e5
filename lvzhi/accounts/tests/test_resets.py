"""A password is reset by two persons: one asks, another approves; the new one is shown once; every step is a line."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts import actions
from lvzhi.accounts.models import Account, ResetRequest
from lvzhi.accounts.tests.house import PASSWORD, House, builder, login, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry

SHOWN = re.compile(r"初始密码</dt>.*?<code>([^<]+)</code>", re.DOTALL)


class Staffed(House):
    """The house with an office and two security administrators."""

    def __init__(self) -> None:
        super().__init__()
        self.office = person("office", "办公文", self.east, Role.OFFICE)
        self.guard = person("guard", "安宁", self.east, Role.SECURITY_ADMIN)
        self.second = person("guard2", "安平", self.east, Role.SECURITY_ADMIN)


@pytest.fixture(scope="module")
def built(keep: Any) -> Staffed:
    made: Staffed = keep(Staffed)
    return made


@pytest.fixture
def house(built: Staffed, own: Any) -> Staffed:
    copied: Staffed = own(built)
    return copied


def ask(house: Staffed, who: Account | None = None, of: Account | None = None) -> ResetRequest:
    return actions.ask_reset(house.actor(who or house.office), of or house.member, "本人书面申请")


def test_one_asks_another_approves_and_the_password_is_shown_once(house: Staffed) -> None:
    office = login(house.office)
    sent = office.post("/accounts/resets", {"who": house.member.name, "ground": "本人书面申请"})
    assert sent.status_code == 302
    asked = ResetRequest.objects.get()
    assert "须由另一个人核准" in office.get("/accounts/resets").content.decode()
    guard = login(house.guard)
    assert "本人书面申请" in guard.get("/accounts/resets").content.decode()
    before = login(house.member)
    shown = guard.post(f"/accounts/resets/{asked.uid}/approve")
    assert "no-store" in shown["Cache-Control"]
    (password,) = SHOWN.findall(shown.content.decode())
    assert password not in guard.get("/accounts/resets").content.decode()
    member = Account.objects.get(pk=house.member.pk)
    assert member.check_password(password)
    assert not member.check_password(PASSWORD)
    assert member.must_change_password
    assert before.get("/accounts/me").status_code == 302, "what was open has ended"
    lines = list(Entry.objects.filter(event__startswith="accounts.reset").order_by("seq").values_list(
        "event", "actor_name"))  # fmt: skip
    assert lines == [
        ("accounts.reset_asked", "办公文"), ("accounts.reset_password", "安宁"), ("accounts.reset_approved", "安宁"),
    ]  # fmt: skip
    approved = Entry.objects.get(event="accounts.reset_approved")
    assert approved.facts["asker"] == "办公文"
    assert not Entry.objects.filter(facts__icontains=password).exists()


def test_who_asked_does_not_approve_and_nobody_approves_the_own(house: Staffed) -> None:
    asked = ask(house, house.guard)
    with pytest.raises(Refusal) as refusal:
        actions.approve_reset(house.actor(house.guard), asked)
    assert refusal.value.code == "accounts.reset_same"
    assert login(house.guard).post(f"/accounts/resets/{asked.uid}/approve").status_code == 302
    assert Account.objects.get(pk=house.member.pk).check_password(PASSWORD)
    actions.approve_reset(house.actor(house.second), asked)
    with pytest.raises(Conflict):
        actions.approve_reset(house.actor(house.second), asked)


def test_the_database_keeps_two_persons_apart_too(house: Staffed) -> None:
    asked = ask(house)
    asked.decided_by, asked.decided_at, asked.verdict = asked.asked_by, clock.now(), "approved"
    with pytest.raises(IntegrityError), transaction.atomic(), line(builder(), "accounts.test", subject=asked.account):
        asked.save()


@pytest.mark.parametrize("who", ["office", "admin", "clerk", "stranger", "root"])
def test_only_a_security_administrator_approves(house: Staffed, who: str) -> None:
    asked = ask(house, house.guard)
    with pytest.raises(NotAllowed):
        actions.approve_reset(house.actor(getattr(house, who)), asked)
    assert login(getattr(house, who)).post(f"/accounts/resets/{asked.uid}/approve").status_code in (403, 404)
    assert Account.objects.get(pk=house.member.pk).check_password(PASSWORD)


def test_nobody_alone_resets_by_a_button_any_more(house: Staffed) -> None:
    assert login(house.guard).post(f"/accounts/manage/{house.member.uid}/reset").status_code == 404


def test_who_may_ask(house: Staffed) -> None:
    for who in (house.member, house.stranger):
        with pytest.raises(NotAllowed):
            ask(house, who)
        assert login(who).get("/accounts/resets").status_code == 403
    ask(house, house.office)
    with pytest.raises(Conflict):
        ask(house, house.clerk)
    page = login(house.office).post("/accounts/resets", {"who": house.stranger.username, "ground": "x"})
    assert page.status_code == 422, "of another committee"
    assert "本级政协没有登录名或姓名为" in page.content.decode()


def test_an_administrators_password_is_not_reset_here(house: Staffed) -> None:
    asked = ask(house, house.office, of=house.admin)
    with pytest.raises(NotAllowed) as refusal:
        actions.approve_reset(house.actor(house.guard), asked)
    assert refusal.value.code == "accounts.keeper_elsewhere"


def test_sent_back_with_a_reason_or_taken_back_or_too_late(house: Staffed) -> None:
    asked = ask(house)
    with pytest.raises(Refusal):
        actions.decline_reset(house.actor(house.guard), asked, " ")
    actions.decline_reset(house.actor(house.guard), asked, "没有见到本人")
    second = ask(house)
    with pytest.raises(NotAllowed):
        actions.withdraw_reset(house.actor(house.clerk), second)
    actions.withdraw_reset(house.actor(house.office), second)
    third = ask(house)
    with clock.at(clock.now() + timedelta(days=4)):
        with pytest.raises(Refusal) as refusal:
            actions.approve_reset(house.actor(house.guard), third)
        assert refusal.value.code == "accounts.reset_late"
        ask(house)
    assert sorted(ResetRequest.objects.values_list("verdict", flat=True)) == ["", "declined", "withdrawn", "withdrawn"]
    assert Account.objects.get(pk=house.member.pk).check_password(PASSWORD)


def test_who_acts_for_another_approves_nothing(house: Staffed) -> None:
    from lvzhi.accounts.actors import actor_for

    today = clock.today()
    given = actions.delegate(house.actor(house.clerk), house.clerk, house.guard, [Role.CLERK], today, today)
    asked = ask(house)
    acting = actor_for(house.guard, behalf=given)
    with pytest.raises((NotAllowed, Refusal)):
        actions.approve_reset(acting, asked)
    assert Account.objects.get(pk=house.member.pk).check_password(PASSWORD)

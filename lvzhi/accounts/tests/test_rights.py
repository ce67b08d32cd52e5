"""Each right of the administrator's pages: without it, with it, with it elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from lvzhi.access import NotAllowed
from lvzhi.accounts import actions, queries, rules
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.tests.house import PASSWORD, House, login
from lvzhi.accounts.vocabulary import Role
from lvzhi.journal.models import Entry

BUTTONS = ("disable", "enable", "unlock")


def test_the_list_shows_the_own_tree_only(house: House) -> None:
    east = login(house.admin).get("/accounts/manage").content.decode()
    assert "陈华" in east
    assert "何平" not in east
    assert "周立" not in east, "the city's people stand above the district"
    city = login(house.root).get("/accounts/manage").content.decode()
    assert "陈华" in city
    assert "何平" in city
    assert login(house.clerk).get("/accounts/manage").status_code == 403


def test_search_finds_names_and_states(house: House) -> None:
    browser = login(house.root)
    assert "何平" not in browser.get("/accounts/manage", {"q": "陈"}).content.decode()
    assert "陈华" in browser.get("/accounts/manage", {"q": "Chen"}).content.decode()
    actions.disable(house.actor(house.admin), house.member)
    assert "陈华" in browser.get("/accounts/manage", {"state": "disabled"}).content.decode()
    assert "陈华" not in browser.get("/accounts/manage", {"state": "active"}).content.decode()


@pytest.mark.parametrize(("who", "status"), [("clerk", 403), ("admin", 200), ("stranger", 403)])
def test_the_page_of_an_account(house: House, who: str, status: int) -> None:
    browser = login(getattr(house, who))
    assert browser.get(f"/accounts/manage/{house.member.uid}").status_code == status


def test_accounts_elsewhere_are_as_missing_as_unknown_ones(house: House) -> None:
    browser = login(house.admin)
    nowhere = "00000000-0000-4000-8000-000000000000"
    for uid in (house.stranger.uid, house.root.uid, nowhere):
        assert browser.get(f"/accounts/manage/{uid}").status_code == 404
        for button in BUTTONS:
            assert browser.post(f"/accounts/manage/{uid}/{button}").status_code == 404
        assert browser.post(f"/accounts/manage/{uid}/edit", {"name": "某"}).status_code == 404
        assert browser.post(f"/accounts/manage/{uid}/appoint", {}).status_code == 404
    foreign = Appointment.objects.get(account=house.stranger)
    assert browser.post(f"/accounts/manage/appointments/{foreign.uid}/end").status_code == 404


@pytest.mark.parametrize("button", BUTTONS)
def test_buttons_need_the_right(house: House, button: str) -> None:
    address = f"/accounts/manage/{house.member.uid}/{button}"
    assert Client().post(address).status_code == 302
    assert login(house.clerk).post(address).status_code == 403
    browser = login(house.admin)
    assert browser.get(address).status_code == 405
    before = Entry.objects.count()
    assert browser.post(address).status_code in {200, 302}
    assert Entry.objects.count() == before + 1, "journalled"


def test_creating_shows_the_password_once(house: House) -> None:
    browser = login(house.admin)
    data = {"username": "sun.ning", "name": "孙宁", "committee": house.east.pk}
    page = browser.post("/accounts/manage/new", data)
    assert page.status_code == 200
    made = Account.objects.get(username="sun.ning")
    assert made.must_change_password
    secret = page.context["password"]
    assert made.check_password(secret)
    assert secret in page.content.decode()
    assert secret not in browser.get(f"/accounts/manage/{made.uid}").content.decode()
    assert secret not in str(list(Entry.objects.values_list("facts", "changes")))


def test_creating_elsewhere_is_refused(house: House) -> None:
    browser = login(house.admin)
    data = {"username": "sun.ning", "name": "孙宁", "committee": house.west.pk}
    assert browser.post("/accounts/manage/new", data).status_code == 422
    assert login(house.clerk).post("/accounts/manage/new", data).status_code == 403
    with pytest.raises(NotAllowed):
        actions.create_account(house.actor(house.admin), "sun.ning", "孙宁", committee=house.west)
    assert not Account.objects.filter(username="sun.ning").exists()


def test_a_taken_name_is_said_beside_its_field(house: House) -> None:
    data = {"username": "Chen.Hua", "name": "某某", "committee": house.east.pk}
    page = login(house.admin).post("/accounts/manage/new", data)
    assert page.context["form"].errors["username"] == ["登录名“chen.hua”已被使用，请换一个。"]


def appointment(house: House, **changed: Any) -> dict[str, Any]:
    return {"role": Role.LEADER, "committee": house.east.pk, "starts": "2026-01-01", **changed}


def test_appointing_and_ending_through_the_page(house: House) -> None:
    browser = login(house.admin)
    address = f"/accounts/manage/{house.clerk.uid}"
    assert browser.post(f"{address}/appoint", appointment(house)).status_code == 302
    post = Appointment.objects.get(account=house.clerk, role=Role.LEADER)
    assert post.starts == date(2026, 1, 1)
    assert "2026年1月1日起" in browser.get(address).content.decode()
    data = {f"{post.pk}-ends": "2026-06-30"}
    assert browser.post(f"/accounts/manage/appointments/{post.uid}/end", data).status_code == 302
    post.refresh_from_db()
    assert post.ends == date(2026, 6, 30)


def test_appointing_elsewhere_is_refused(house: House) -> None:
    browser = login(house.admin)
    address = f"/accounts/manage/{house.clerk.uid}/appoint"
    assert browser.post(address, appointment(house, committee=house.west.pk)).status_code == 422
    assert login(house.clerk).post(address, appointment(house)).status_code == 403
    with pytest.raises(NotAllowed):
        actions.appoint(house.actor(house.admin), house.clerk, Role.LEADER, house.west)
    with pytest.raises(NotAllowed):
        actions.end_appointment(house.actor(house.admin), Appointment.objects.get(account=house.stranger))


def test_the_second_of_two_twins_is_said_on_the_form(house: House) -> None:
    browser = login(house.admin)
    address = f"/accounts/manage/{house.clerk.uid}/appoint"
    browser.post(address, appointment(house))
    page = browser.post(address, appointment(house))
    assert page.status_code == 422
    assert "已任同一职务" in page.context["form"].errors["starts"][0]


def test_an_administrator_does_not_disable_himself(house: House) -> None:
    browser = login(house.admin)
    browser.post(f"/accounts/manage/{house.admin.uid}/disable")
    assert Account.objects.get(pk=house.admin.pk).is_active


def test_a_district_does_not_take_over_an_account_with_posts_above_it(house: House) -> None:
    actions.appoint(house.actor(house.root), house.clerk, Role.SYSTEM_ADMIN, house.city)
    browser = login(house.admin)
    address = f"/accounts/manage/{house.clerk.uid}"
    assert browser.get(address).status_code == 200
    with pytest.raises(NotAllowed):
        actions.reset_password(house.actor(house.admin), house.clerk)
    browser.post(f"{address}/disable")
    clerk = Account.objects.get(pk=house.clerk.pk)
    assert clerk.is_active
    assert clerk.check_password(PASSWORD)
    actions.reset_password(house.actor(house.root), house.clerk)


def test_renaming_keeps_the_login_name(house: House) -> None:
    browser = login(house.admin)
    data = {"name": "陈小华", "committee": house.east.pk}
    assert browser.post(f"/accounts/manage/{house.member.uid}/edit", data).status_code == 302
    changed = Account.objects.get(pk=house.member.pk)
    assert (changed.name, changed.username) == ("陈小华", "chen.hua")
    moved = {"name": "陈华", "committee": house.west.pk}
    assert browser.post(f"/accounts/manage/{house.member.uid}/edit", moved).status_code == 422


def test_tests_and_rows_of_each_rule_agree(house: House) -> None:
    for who in Account.objects.all():
        actor = house.actor(who)
        for rule in (rules.MANAGE, rules.OWN):
            rows = set(Account.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            assert rows == {each.pk for each in Account.objects.all() if rule(actor, each)}
        rows = set(Appointment.objects.filter(rules.APPOINT.rows(actor)).values_list("pk", flat=True))
        assert rows == {each.pk for each in Appointment.objects.all() if rules.APPOINT(actor, each)}


def test_the_list_asks_as_many_statements_for_five_accounts_as_for_fifty(
    house: House, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = login(house.admin)
    browser.get("/accounts/manage")
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get("/accounts/manage")
    for number in range(40):
        actions.create_account(house.actor(house.admin), f"m{number:02}", "某某", hashed="!", committee=house.east)
    with django_assert_num_queries(len(few)):
        browser.get("/accounts/manage")


def test_acting_for_another_through_the_page(house: House) -> None:
    giver, taker = login(house.clerk), login(house.member)
    data = {"taker": "chen.hua", "roles": [Role.CLERK], "starts": "2026-01-01", "ends": "2026-01-31"}
    from lvzhi.deadlines import clock

    with clock.at(date(2026, 1, 5)):
        giver, taker = login(house.clerk), login(house.member)
        assert giver.post("/accounts/me/delegate", data).status_code == 302
        given = queries.delegations_to(house.member)[0]
        assert taker.post("/accounts/me/act", {"delegation": str(given.uid)}).status_code == 302
        assert "您正以林静的名义办理" in taker.get("/accounts/me").content.decode()
        assert login(house.stranger).post("/accounts/me/act", {"delegation": str(given.uid)}).status_code == 404
        taker.post("/accounts/me/large-type", {"large": "on"})
        entry = Entry.objects.get(event="accounts.large_type")
        assert (entry.actor_name, entry.behalf) == ("陈华", "林静")
        giver.post(f"/accounts/me/delegate/{given.uid}/end")
        assert "您正以林静的名义办理" not in taker.get("/accounts/me").content.decode()


def test_a_new_account_begins_in_the_administrators_own_committee(house: House) -> None:
    page = login(house.admin).get("/accounts/manage/new").content.decode()
    assert f'<option value="{house.east.pk}" selected>' in page

"""Appointments: from a day to a day, no twins, ended in time; and the actors made of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts import actions, queries
from lvzhi.accounts.actors import actor_for, cli_actor, system_actor, visitor
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.tests.house import PASSWORD, House, builder, organ, person, unit
from lvzhi.accounts.vocabulary import ROLE_HELP, Role
from lvzhi.deadlines import clock


def refused(code: str):
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def test_a_role_counts_from_its_first_to_its_last_day(house: House) -> None:
    someone = person("gao.yang", "高阳", house.east)
    actions.appoint(
        builder(),
        someone,
        Role.LEADER,
        house.east,
        starts=date(2024, 3, 1),
        ends=date(2024, 3, 31),
        ground="区政协字1号",
    )
    for day, holds in (
        (date(2024, 2, 29), False),
        (date(2024, 3, 1), True),
        (date(2024, 3, 31), True),
        (date(2024, 4, 1), False),
    ):
        with clock.at(day):
            assert actor_for(someone).has(Role.LEADER) is holds
            assert (someone.pk in queries.holders(Role.LEADER, committee=house.east.pk)) is holds


def test_one_login_holds_many_roles_in_many_places(house: House) -> None:
    body, office = organ(house.east, "提案委"), unit(house.west, "西山区教育局")
    someone = person("gao.yang", "高阳", house.east, Role.MEMBER)
    actions.appoint(builder(), someone, Role.ORGAN_HEAD, house.east, organ=body)
    actions.appoint(builder(), someone, Role.UNIT_OFFICER, house.west, unit=office)
    actor = actor_for(someone)
    assert actor.has(Role.MEMBER, committee=house.east.pk)
    assert not actor.has(Role.MEMBER, committee=house.west.pk)
    assert actor.has(Role.ORGAN_HEAD, organ=body.pk)
    assert actor.has(Role.UNIT_OFFICER, unit=office.pk, committee=house.west.pk)
    assert not actor.has(Role.UNIT_OFFICER, unit=office.pk, committee=house.east.pk)
    assert actor.committees(Role.UNIT_OFFICER) == {house.west.pk}
    assert actor.units(Role.UNIT_OFFICER) == {office.pk}
    assert actor.organs(Role.ORGAN_HEAD) == {body.pk}
    assert actor.role == "委员、专委会负责人、承办单位联络员"


def test_the_same_role_twice_at_one_time_is_refused(house: House) -> None:
    with refused("accounts.appointment_twice"):
        actions.appoint(builder(), house.member, Role.MEMBER, house.east, starts=date(2025, 1, 1))
    post = Appointment.objects.get(account=house.member)
    actions.end_appointment(builder(), post, date(2024, 12, 31))
    with refused("accounts.appointment_twice"):
        actions.appoint(builder(), house.member, Role.MEMBER, house.east, starts=date(2024, 12, 31))
    actions.appoint(builder(), house.member, Role.MEMBER, house.east, starts=date(2025, 1, 1))
    actions.appoint(builder(), house.member, Role.MEMBER, house.west, starts=date(2025, 1, 1))


def test_contradictory_appointments_are_refused(house: House) -> None:
    body, office = organ(house.west, "提案委"), unit(house.west, "西山区教育局")
    cases = [
        ("accounts.role_unknown", {"role": "king"}),
        ("accounts.ends_before_starts", {"starts": date(2024, 2, 1), "ends": date(2024, 1, 1)}),
        ("accounts.organ_elsewhere", {"role": Role.ORGAN_HEAD, "organ": body}),
        ("accounts.unit_elsewhere", {"role": Role.UNIT_HEAD, "unit": office}),
        ("accounts.unit_missing", {"role": Role.UNIT_OFFICER}),
        ("accounts.organ_missing", {"role": Role.ORGAN_HEAD}),
    ]
    for code, given in cases:
        with refused(code):
            actions.appoint(builder(), house.clerk, committee=house.east, **{"role": Role.LEADER, **given})
    assert Appointment.objects.filter(account=house.clerk).count() == 1


def test_an_end_is_not_moved_later_nor_before_the_start(house: House) -> None:
    post = Appointment.objects.get(account=house.member)
    with refused("accounts.ends_before_starts"):
        actions.end_appointment(builder(), post, date(2019, 12, 31))
    actions.end_appointment(builder(), post, date(2024, 12, 31))
    with refused("accounts.appointment_over"):
        actions.end_appointment(builder(), post, date(2025, 1, 1))


def test_the_last_administrator_stays(house: House) -> None:
    lone = Appointment.objects.get(account=house.root)
    with refused("accounts.last_keeper"):
        actions.end_appointment(house.actor(house.root), lone)
    with refused("accounts.last_keeper"):
        actions.disable(builder(), house.root)
    assert Account.objects.get(pk=house.root.pk).is_active
    actions.end_appointment(house.actor(house.root), Appointment.objects.get(account=house.admin))


def test_system_and_command_line_may_all_and_a_visitor_nothing(house: House) -> None:
    for actor in (system_actor("夜间任务"), cli_actor()):
        assert actor.has(Role.CLERK, committee=house.east.pk)
        assert actor.committees(Role.CLERK) == {house.city.pk, house.east.pk, house.west.pk}
        assert actor.paths(Role.CLERK) == (house.city.path,)
        assert actor.account_id is None
    assert not visitor().has(Role.MEMBER)
    assert visitor().roles == frozenset()


def test_acting_for_another_brings_the_delegated_roles_and_both_names(house: House) -> None:
    today = clock.today()
    leader = person("qian.li", "钱力", house.east, Role.LEADER, Role.SECRETARY_GENERAL)
    given = actions.delegate(house.actor(leader), leader, house.clerk, [Role.LEADER], today, today + timedelta(days=5))
    actor = actor_for(house.clerk, behalf=given)
    assert actor.roles == {Role.LEADER}
    assert (actor.name, actor.behalf) == ("林静", "钱力")
    with clock.at(today + timedelta(days=6)):
        assert actor_for(house.clerk, behalf=given).roles == frozenset()
    assert actor_for(house.member, behalf=given).roles == frozenset(), "only the one it was given to"
    actions.end_delegation(house.actor(leader), given)
    assert queries.delegations_to(house.clerk) == []


def test_only_own_roles_are_delegated_for_a_bounded_time(house: House) -> None:
    today = clock.today()
    actor = house.actor(house.member)
    week = today + timedelta(days=7)
    for code, roles, taker, ends in (
        ("accounts.delegate_roles", [Role.CLERK], house.clerk, week),
        ("accounts.delegate_roles", [], house.clerk, week),
        ("accounts.delegate_self", [Role.MEMBER], house.member, week),
        ("accounts.delegate_admin", [Role.SYSTEM_ADMIN], house.clerk, week),
        ("accounts.delegate_long", [Role.MEMBER], house.clerk, today + timedelta(days=90)),
        ("accounts.ends_before_starts", [Role.MEMBER], house.clerk, today - timedelta(days=1)),
    ):
        with refused(code):
            actions.delegate(actor, house.member, taker, roles, today, ends)
    with pytest.raises(NotAllowed):
        actions.delegate(actor, house.clerk, house.member, [Role.CLERK], today, week)


def test_names_must_be_fit_and_free(house: House) -> None:
    actor = house.actor(house.admin)
    for code, username, name in (
        ("accounts.username_short", "a", "某某"),
        ("accounts.username_shape", "a b", "某某"),
        ("accounts.username_shape", "x" * 33, "某某"),
        ("accounts.username_taken", "CHEN.HUA", "某某"),
        ("accounts.name_missing", "free.name", "  "),
        ("accounts.name_long", "free.name", "某" * 41),
    ):
        with refused(code):
            actions.create_account(actor, username, name, PASSWORD, committee=house.east)
    with refused("accounts.password_short"):
        actions.create_account(actor, "free.name", "某某", "short", committee=house.east)
    assert not Account.objects.filter(username="free.name").exists()


def test_an_unknown_name_is_missing(house: House) -> None:
    assert queries.by_username(" Chen.Hua").pk == house.member.pk
    with pytest.raises(Missing):
        queries.by_username("nobody")


def test_every_role_has_a_line_of_help() -> None:
    assert set(ROLE_HELP) == set(Role.values)

"""The three administrators: apart in actions and in the database, and none does another's part at any address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions, factors, keepers, queries, rules
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account, Appointment, Delegation
from lvzhi.accounts.tests.house import START, House, builder, login, person
from lvzhi.accounts.tests.test_second import SECRET, code
from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.models import Entry
from lvzhi.norms import actions as norms

LATER = date(2030, 1, 1)


class Apart(House):
    """The house with a security and an audit administrator in 东湖区."""

    def __init__(self) -> None:
        super().__init__()
        self.guard = person("dh-guard", "安宁", self.east, Role.SECURITY_ADMIN)
        self.second_guard = person("dh-guard2", "安康", self.east, Role.SECURITY_ADMIN)
        self.audit = person("dh-audit", "沈明", self.east, Role.AUDIT_ADMIN)


@pytest.fixture(scope="module")
def built(keep: Any) -> Apart:
    made: Apart = keep(Apart)
    return made


@pytest.fixture
def house(built: Apart, own: Any) -> Apart:
    copied: Apart = own(built)
    return copied


PAIRS = [(one, other) for one in KEEPERS for other in KEEPERS if one != other]


@pytest.mark.parametrize(("held", "wanted"), PAIRS)
@pytest.mark.parametrize(
    ("ends", "starts"), [(None, START), (None, LATER), (date(2026, 6, 30), date(2026, 6, 30)), (LATER, START)]
)
def test_no_account_is_two_of_the_three_on_one_day(
    house: Apart, held: Role, wanted: Role, ends: date | None, starts: date
) -> None:
    both = person("both", "双某", house.east)
    actions.appoint(builder(), both, held, house.east, starts=date(2021, 1, 1), ends=ends)
    with pytest.raises(Refusal) as refusal:
        actions.appoint(builder(), both, wanted, house.west, starts=starts)
    assert refusal.value.code == "accounts.keepers_apart"
    assert "不能由一人同时担任" in refusal.value.sentence
    with pytest.raises(IntegrityError), transaction.atomic(), line(builder(), "accounts.test", subject=both):
        Appointment(account=both, role=wanted, committee=house.west, starts=starts).save()


def test_one_after_the_other_is_allowed_and_lengthening_is_not(house: Apart) -> None:
    both = person("both", "双某", house.east)
    actions.appoint(builder(), both, Role.AUDIT_ADMIN, house.east, starts=START, ends=date(2026, 6, 30))
    actions.appoint(builder(), both, Role.SYSTEM_ADMIN, house.east, starts=date(2026, 7, 1))
    first = Appointment.objects.get(account=both, role=Role.AUDIT_ADMIN)
    first.ends = date(2026, 7, 1)
    with pytest.raises(IntegrityError), transaction.atomic(), line(builder(), "accounts.test", subject=both):
        first.save()


def test_no_delegation_brings_an_administrators_post(house: Apart) -> None:
    day = clock.today()
    with pytest.raises(Refusal) as refusal:
        actions.delegate(house.actor(house.guard), house.guard, house.admin, [Role.SECURITY_ADMIN], day, day)
    assert refusal.value.code == "accounts.delegate_admin"
    forced = Delegation(giver=house.guard, taker=house.admin, roles=[Role.SECURITY_ADMIN], starts=day, ends=day)
    with line(builder(), "accounts.test", subject=house.guard):
        forced.save()
    assert actor_for(house.admin, behalf=forced).posts == ()


def test_nobody_appoints_himself(house: Apart) -> None:
    with pytest.raises(Refusal) as refusal:
        actions.appoint(house.actor(house.guard), house.guard, Role.LEADER, house.east)
    assert refusal.value.code == "accounts.appoint_yourself"
    actions.appoint(house.actor(house.second_guard), house.guard, Role.LEADER, house.east)


def test_before_the_first_security_administrator_the_system_administrator_appoints_and_never_after(
    house: Apart,
) -> None:
    """西山区 and the city have none; 东湖区 has."""
    root = house.actor(house.root)
    actions.appoint(root, house.stranger, Role.LEADER, house.west)
    with pytest.raises(NotAllowed):
        actions.appoint(root, house.member, Role.LEADER, house.east)
    tomorrow = clock.today() + timedelta(days=1)
    with clock.at(tomorrow):  # also when they have all gone
        for post in Appointment.objects.filter(role=Role.SECURITY_ADMIN):
            with line(builder(), "accounts.test", subject=post.account):
                post.ends = clock.today() - timedelta(days=1)
                post.save()
        assert rules.is_separated(house.east)
        with pytest.raises(NotAllowed):
            actions.appoint(house.actor(house.admin), house.member, Role.LEADER, house.east)


def test_none_takes_over_the_account_of_another(house: Apart) -> None:
    guard, admin = house.actor(house.guard), house.actor(house.admin)
    for other in (house.admin, house.audit):
        for reset in (actions.reset_password, lambda actor, account: actions.reset_factors(actor, account, "x")):
            with pytest.raises(NotAllowed) as refusal:
                reset(guard, other)
            assert refusal.value.code == "accounts.keeper_elsewhere"
    with pytest.raises(NotAllowed):
        actions.disable(admin, house.guard)
    actions.reset_password(builder(), house.admin)  # at the server
    actions.reset_password(guard, house.member)


def test_the_last_of_each_stays(house: Apart) -> None:
    guard = house.actor(house.guard)
    post = Appointment.objects.get(account=house.audit)
    with pytest.raises(Refusal) as refusal:
        actions.end_appointment(guard, post)
    assert "至少保留一位审计管理员" in refusal.value.sentence
    actions.end_appointment(guard, Appointment.objects.get(account=house.second_guard))


def test_security_parameters_are_set_by_the_security_administrator_alone(house: Apart) -> None:
    day = clock.today()
    norms.set_value(house.actor(house.guard), house.east, "accounts.lock_failures", 4, starts=day, ground="试")
    with pytest.raises(NotAllowed):
        norms.set_value(house.actor(house.admin), house.east, "accounts.lock_failures", 4, starts=day, ground="试")
    norms.set_value(house.actor(house.root), house.west, "accounts.lock_failures", 4, starts=day, ground="试")


def test_the_page_says_who_is_what_and_what_each_may_do(house: Apart) -> None:
    page = login(house.audit).get("/accounts/keepers").content.decode()
    for name in ("吴敏（dh-admin）", "安宁（dh-guard）", "沈明（dh-audit）", "三员已经分立"):
        assert name in page
    assert login(house.clerk).get("/accounts/keepers").status_code == 403
    told = {deed.label: deed.may for deed in keepers.deeds(house.east)}
    assert list(told.values()) == [
        (True, False, False), (True, False, False), (True, False, False),
        (False, True, False), (False, True, False), (False, True, False), (False, False, True),
    ]  # fmt: skip
    west = [deed.may for deed in keepers.deeds(house.west)]
    assert west[3] == (True, True, False), "without a security administrator the system administrator stands in"
    root = login(house.root)
    assert "尚未任命安全管理员" in root.get("/accounts/keepers").content.decode()


# every address of accounts and of the journal × the three

OIDC = {
    "issuer": "https://id.example.gov.cn", "client": "lvzhi", "secret": "", "claim": "sub", "scope": "openid",
    "name": "统一身份认证", "both": False,
}  # fmt: skip
SYSTEM, SECURITY, AUDIT = "admin", "guard", "audit"
OPEN = {
    "accounts:accounts": {SYSTEM, SECURITY},
    "accounts:account": {SYSTEM, SECURITY},
    "accounts:keepers": {SYSTEM, SECURITY, AUDIT},
    "accounts:create": {SYSTEM},
    "accounts:edit": {SYSTEM},
    "accounts:do disable": {SYSTEM},
    "accounts:do enable": {SYSTEM},
    "accounts:do unlock": {SECURITY},
    "accounts:do expel": {SECURITY},
    "accounts:reset_factors": {SECURITY},
    "accounts:bind": {SECURITY},
    "accounts:appoint": {SECURITY},
    "accounts:end_appointment": {SECURITY},
    "journal:log": {AUDIT},
    "journal:entry": {AUDIT},
}
READ = {"accounts:accounts", "accounts:account", "accounts:keepers", "journal:log", "journal:entry"}


def requests(house: Apart) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(name, address, what is sent) of everything that is not one's own page."""
    uid: UUID = house.member.uid
    post = Appointment.objects.get(account=house.clerk)
    day = clock.today().isoformat()
    entry = Entry.objects.filter(committee_id=house.east.pk).latest("seq")
    yield "accounts:accounts", reverse("accounts:accounts"), {}
    yield "accounts:account", reverse("accounts:account", args=[uid]), {}
    yield "accounts:keepers", reverse("accounts:keepers"), {}
    yield "accounts:create", reverse("accounts:create"), {"username": "neu", "name": "新人", "committee": house.east.pk}
    yield "accounts:edit", reverse("accounts:edit", args=[uid]), {"name": "陈花", "committee": house.east.pk}
    for what in ("disable", "enable", "unlock", "expel"):
        yield f"accounts:do {what}", reverse("accounts:do", args=[uid, what]), {}
    yield "accounts:bind", reverse("accounts:bind", args=[uid]), {"subject": "330102-1"}
    yield "accounts:reset_factors", reverse("accounts:reset_factors", args=[uid]), {"ground": "试"}
    asked = {"role": Role.LEADER, "committee": house.east.pk, "starts": day}
    yield "accounts:appoint", reverse("accounts:appoint", args=[uid]), asked
    yield "accounts:end_appointment", reverse("accounts:end_appointment", args=[post.uid]), {f"{post.pk}-ends": day}
    yield "journal:log", reverse("journal:log"), {}
    yield "journal:entry", reverse("journal:entry", args=[entry.seq]), {}


def done(client: Client, name: str, address: str, data: dict[str, Any]) -> bool:
    """Whether the request did what it asks: for what writes, a line of the journal tells."""
    before = Entry.objects.latest("seq").seq
    answer = client.get(address) if name in READ else client.post(address, data)
    assert answer.status_code < 500
    if name in READ:
        return answer.status_code == 200
    return Entry.objects.filter(seq__gt=before).exists()


@pytest.mark.parametrize("who", [SYSTEM, SECURITY, AUDIT])
def test_each_does_its_own_part_at_every_address_and_no_other(house: Apart, who: str, settings: Any) -> None:
    settings.LVZHI_OIDC = OIDC
    with clock.at(clock.now() - timedelta(hours=1)):
        factors.add_totp(house.actor(house.member), house.member, SECRET, code())
    account: Account = getattr(house, who)
    client = login(account)
    found = {name: done(client, name, address, data) for name, address, data in requests(house)}
    assert found == {name: who in may for name, may in OPEN.items()}


def test_the_table_above_knows_every_address() -> None:
    """A new address of the management must be put into the table."""
    from lvzhi.accounts.urls import urlpatterns

    names = {f"accounts:{one.name}" for one in urlpatterns if str(one.pattern).startswith(("manage", "keepers"))}
    assert names == {name.split()[0] for name in OPEN if name.startswith("accounts:")}


def test_lists_and_rules_agree_where_the_parts_are_separate(house: Apart) -> None:
    for who in Account.objects.all():
        actor = house.actor(who)
        for rule in (rules.MANAGE, rules.GUARD, rules.LOOK):
            rows = set(Account.objects.filter(rule.rows(actor)).values_list("pk", flat=True))
            assert rows == {each.pk for each in Account.objects.all() if rule(actor, each)}, rule.label
        rows = set(Appointment.objects.filter(rules.APPOINT.rows(actor)).values_list("pk", flat=True))
        assert rows == {each.pk for each in Appointment.objects.all() if rules.APPOINT(actor, each)}
    assert {one.username for one in queries.managed(house.actor(house.guard))} >= {"chen.hua", "dh-admin"}

"""A roster's logins: the system administrator opens them, the security administrator gives the post."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.actors import LoginActor
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee
from lvzhi.people import actions, roster
from lvzhi.people.models import Person
from lvzhi.people.tests.conftest import County, Login

SHEET = """姓名,手机号,界别
张伟,13900000001,经济界
章炜,13900000002,教育界
张伟,13900000003,教育界
欧阳一一,13900000004,经济界
"""


@pytest.fixture
def filled(county: County, office: LoginActor) -> Committee:
    assert roster.import_roster(office, county.committee, SHEET.encode(), "名册.csv", dry_run=False).written
    return county.committee


@pytest.fixture
def system(filled: Committee, county: County, login: Login) -> LoginActor:
    return login("xitong", county, Role.SYSTEM_ADMIN)


@pytest.fixture
def security(filled: Committee, county: County, login: Login) -> LoginActor:
    return login("anquan", county, Role.SECURITY_ADMIN)


def test_two_administrators_open_a_whole_roster(filled: Committee, system: LoginActor, security: LoginActor) -> None:
    made = actions.open_logins(system, filled)
    assert sorted(one.username for one in made) == ["ouyangyiyi", "zhangwei", "zhangwei2", "zhangwei3"]
    person = Person.objects.get(name="欧阳一一")
    assert person.account is not None
    assert person.account.check_password(next(one.password for one in made if one.member.person == person))
    assert person.account.must_change_password
    assert not Appointment.objects.filter(role="member").exists()
    assert actions.appoint_members(security, filled) == 4
    assert Appointment.objects.filter(role="member", committee=filled).count() == 4
    for again, actor in ((actions.open_logins, system), (actions.appoint_members, security)):
        with pytest.raises(Refusal):
            again(actor, filled)


def test_neither_does_the_part_of_the_other(
    filled: Committee, system: LoginActor, security: LoginActor, office: LoginActor
) -> None:
    for actor in (security, office):
        with pytest.raises(NotAllowed):
            actions.open_logins(actor, filled)
    actions.open_logins(system, filled)
    for actor in (system, office):
        with pytest.raises(NotAllowed):
            actions.appoint_members(actor, filled)


def test_the_page_hands_out_passwords_once(system: LoginActor, security: LoginActor, client: Client) -> None:
    client.force_login(Account.objects.get(pk=system.account_id))
    page = client.get("/people/logins/").content.decode()
    assert "开通4个账号" in page
    answer = client.post("/people/logins/", {"what": "open"})
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.getvalue()))
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert "ouyangyiyi" in cells
    assert "经济界" in cells
    page = client.get("/people/logins/").content.decode()
    assert "在任委员都已有账号" in page
    assert "由安全管理员在本页登记" in page
    client.post("/people/logins/", {"what": "open"})
    assert Account.objects.filter(username__startswith="zhangwei").count() == 3


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("姓名,手机号\n张伟,13900000001\n", ["第1行“界别”列没有找到", "第1行“专委会”列没有找到"]),
        ("姓名,手机号,界别,专委会\n张伟,13900000001,经济界,\n", ["第1行“专委会”列全是空的"]),
    ],
)
def test_a_roster_without_sectors_or_committees_says_so(
    county: County, office: LoginActor, sheet: str, said: list[str]
) -> None:
    result = roster.import_roster(office, county.committee, sheet.encode(), "名册.csv", dry_run=True)
    assert result.ok
    found = [one.sentence for one in result.warnings]
    assert [one.partition("，")[0].partition("；")[0] for one in found] == said

"""What is still missing, read off the rows; what no data can show is said by somebody."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import LoginActor, actor_for, system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.opening import actions, queries
from lvzhi.opening.actions import Named
from lvzhi.opening.models import Confirmed
from lvzhi.people import actions as people
from lvzhi.people import roster

ROSTER = "姓名,手机号,界别,专委会\n己六,13900000001,经济界,提案委员会\n庚七,13900000002,经济界,\n"
THREE = [
    Named("system_admin", "甲一", "xitong"),
    Named("security_admin", "乙二", "anquan"),
    Named("audit_admin", "丙三", "shenji"),
]


@pytest.fixture
def opened(db: None, settings: Any, tmp_path: Path) -> Committee:
    settings.LVZHI_DATA = tmp_path
    server, today = system_actor("test"), clock.today()
    committee = actions.found(server, name="庚县政协", code="geng", level="county")
    actions.begin_term(
        server, number=11, starts=today - dt.timedelta(days=400), session_number=1,
        opens=today - dt.timedelta(days=30), closes=today - dt.timedelta(days=28),
    )  # fmt: skip
    actions.set_up_organs(server, {"special_committee": ["提案委员会"], "sector": ["经济界"], "agency": ["办公室"]})
    actions.appoint_first(server, [*THREE, Named("office", "丁四", "bangong")])
    return committee


def who(login: str) -> LoginActor:
    return actor_for(Account.objects.get(username=login))


def own_password(login: str) -> Account:
    """As somebody does at the first sign-in."""
    account = Account.objects.get(username=login)
    password = accounts.reset_password(system_actor("test"), account)
    accounts.change_password(who(login), account, password, "Own-Password-7!", "Own-Password-7!")
    return account


def open_lines(committee: Committee) -> set[str]:
    return {one.key for one in queries.lines(committee, clock.today()) if not one.done}


def test_each_line_is_done_by_its_rows(opened: Committee, tmp_path: Path) -> None:
    office = who("bangong")
    first = {"keepers", "staff", "norms", "roster", "committees", "logins", "units", "officers", "second", "backup"}
    assert open_lines(opened) == first | {"proposal", "filed"}
    for login in ("xitong", "anquan", "shenji"):
        own_password(login)
    assert "keepers" not in open_lines(opened)
    for role in ("clerk", "proposal_head"):
        accounts.appoint(who("anquan"), Account.objects.get(username="bangong"), role, opened)
    assert "staff" not in open_lines(opened)
    assert roster.import_roster(office, opened, ROSTER.encode(), "名册.csv", dry_run=False).written
    assert {"roster", "committees", "logins"} & open_lines(opened) == {"committees", "logins"}
    people.open_logins(who("xitong"), opened)
    assert "logins" in open_lines(opened)
    people.appoint_members(who("anquan"), opened)
    assert "logins" not in open_lines(opened)
    directory.add(office, opened, name="住建局", kind="handling", starts=clock.today())
    assert {"units", "officers"} & open_lines(opened) == {"officers"}
    (tmp_path / queries.BACKED_UP).write_text(json.dumps({"made_at": "2026-01-01T10:00", "name": "一.backup"}))
    assert "backup" not in open_lines(opened)
    actions.confirm(office, opened, "norms", "丁四")
    assert queries.left(opened, clock.today()) == 0


def test_the_page_names_whose_part_a_line_is(opened: Committee, client: Client) -> None:
    client.force_login(own_password("bangong"))
    page = client.get("/opening/checklist/").content.decode()
    assert "甲一、乙二、丙三还没有改掉初始密码" in page
    assert "安全管理员（乙二）" in page
    assert 'href="/people/roster/"' in page
    assert 'href="/people/logins/"' not in page, "the part of two administrators is no link for the office"
    client.force_login(own_password("shenji"))
    assert 'action="/opening/checklist/norms/"' not in client.get("/opening/checklist/").content.decode()
    assert client.post("/opening/checklist/norms/").status_code == 403
    assert not Confirmed.objects.exists()


def test_the_list_is_settled_when_nothing_needed_is_missing(opened: Committee, client: Client) -> None:
    client.force_login(own_password("bangong"))
    assert "开张清单" in client.get("/").content.decode()
    answer = client.post("/opening/checklist/settled/")
    assert answer.status_code == 400
    assert "还差" in answer.content.decode()
    assert queries.is_settling(opened)


def test_nobody_else_sees_it(opened: Committee, client: Client) -> None:
    accounts.create_account(system_actor("test"), "lu", "路人", committee=opened)
    client.force_login(own_password("lu"))
    assert client.get("/opening/checklist/").status_code == 403
    assert "开张清单" not in client.get("/").content.decode()

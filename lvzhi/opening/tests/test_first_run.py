"""From an empty database, behind the code, step by step to three administrators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import Role
from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.journal.models import Entry
from lvzhi.opening import queries, store
from lvzhi.opening.vocabulary import Step

HOME = "/opening/"
COMMITTEE = {
    "step": "committee", "name": "庚县政协", "code": "522399", "level": "county", "upper_name": "辛市政协",
    "upper_code": "522300",
}  # fmt: skip
TERM = {
    "step": "term", "number": "11", "starts": "2021-12-01", "session_number": "5", "opens": "2026-01-10",
    "closes": "2026-01-13",
}  # fmt: skip
ORGANS = {
    "step": "organs", "special_committee": "提案委员会\n经济委员会", "sector": "经济界\n\n教育界 ", "agency": "办公室",
    "liaison_group": "", "also": ["standing_committee"],
}  # fmt: skip
PEOPLE = {
    "step": "keepers",
    "system_admin_name": "甲一", "system_admin_username": "xitong",
    "security_admin_name": "乙二", "security_admin_username": "anquan",
    "audit_admin_name": "丙三", "audit_admin_username": "shenji",
    "office_name": "丁四", "office_username": "bangong", "clerk_name": "丁四", "clerk_username": "bangong",
}  # fmt: skip


@pytest.fixture(autouse=True)
def empty(db: None, settings: Any, tmp_path: Path) -> None:
    settings.LVZHI_DATA = tmp_path


@pytest.fixture
def inside(client: Client) -> Client:
    """Somebody at the browser who gave the code."""
    assert client.post(HOME, {"code": store.code().lower().replace("-", " ")}).status_code == 302
    return client


def send(client: Client, data: dict[str, Any], status: int = 302) -> str:
    answer = client.post(HOME, data)
    page = answer.content.decode()
    assert answer.status_code == status, page
    return page


def test_a_stranger_gets_no_further_than_the_code(client: Client) -> None:
    for data in ({"code": "AAAA-BBBB-CCCC-DDDD"}, COMMITTEE, PEOPLE):
        client.post(HOME, data)
    assert "开张码不对" in send(client, {"code": "不知道"}, 422)
    assert not Committee.objects.exists()
    assert Entry.objects.filter(event="opening.refused").count() == 3  # the form of a step has a field of that name too


def test_four_steps_open_an_office(inside: Client, django_capture_on_commit_callbacks: Any) -> None:
    send(inside, COMMITTEE)
    committee = Committee.objects.get(code="522399")
    assert committee.parent is not None
    assert (committee.parent.name, committee.parent.level) == ("辛市政协", "city")
    send(inside, TERM)
    assert Session.objects.get().name
    send(inside, ORGANS)
    assert sorted(Organ.objects.values_list("name", flat=True)) == sorted(
        ["提案委员会", "经济委员会", "经济界", "教育界", "办公室", "常务委员会"]
    )
    with django_capture_on_commit_callbacks(execute=True):
        page = send(inside, PEOPLE, 200)
    for login in ("xitong", "anquan", "shenji", "bangong"):
        account = Account.objects.get(username=login)
        assert account.must_change_password
        assert login in page
    assert sorted(Appointment.objects.filter(account__username="bangong").values_list("role", flat=True)) == [
        Role.CLERK, Role.OFFICE,
    ]  # fmt: skip
    assert not store.path().exists()
    assert inside.get(HOME).headers["Location"].startswith("/accounts/login")
    events = set(Entry.objects.values_list("event", flat=True))
    assert {"opening.begun", "opening.stepped", "accounts.appoint"} <= events


def test_it_goes_on_where_it_stood_in_another_browser(inside: Client) -> None:
    send(inside, COMMITTEE)
    other = Client()
    assert "开张码" in other.get(HOME).content.decode()
    other.post(HOME, {"code": store.code()})
    assert 'value="term"' in other.get(HOME).content.decode()
    send(other, TERM)
    answer = inside.post(HOME, TERM, follow=True)  # the first browser still shows the step before
    assert "刚才已经由别的页面完成" in answer.content.decode()
    assert Term.objects.count() == 1
    assert queries.step() == Step.ORGANS


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"upper_code": ""}, "请一并填写它的代码"),
        ({"level": "province"}, "省级政协不填上级政协"),
        ({"code": "含 空格"}, "只能用字母、数字"),
        ({"upper_code": "522399"}, "请换一个代码"),
    ],
)
def test_a_committee_that_cannot_be_is_refused_whole(inside: Client, change: dict[str, str], sentence: str) -> None:
    assert sentence in send(inside, COMMITTEE | change, 422)
    assert not Committee.objects.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"closes": "2026-01-01"}, "早于开幕日期"),
        ({"opens": "2020-01-10", "closes": "2020-01-12"}, "不在第11届任期"),
        ({"starts": "2021-02-31"}, "2月"),
    ],
)
def test_a_session_outside_its_term_leaves_no_term(inside: Client, change: dict[str, str], sentence: str) -> None:
    send(inside, COMMITTEE)
    assert sentence in send(inside, TERM | change, 422)
    assert not Term.objects.exists()


def test_organs_twice_or_missing_are_named_by_their_line(inside: Client) -> None:
    send(inside, COMMITTEE)
    send(inside, TERM)
    assert "第3行的“经济界”与第1行重复" in send(inside, ORGANS | {"sector": "经济界\n教育界\n经济界"}, 422)
    assert "至少保留一个专门委员会" in send(inside, ORGANS | {"special_committee": " \n "}, 422)
    assert not Organ.objects.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"audit_admin_username": "XITONG"}, "须由不同的人担任，现在登录名相同"),
        ({"security_admin_name": "甲一"}, "须由不同的人担任，现在姓名相同"),
        ({"clerk_name": "戊五"}, "填给了“丁四”和“戊五”两个人"),
        ({"clerk_username": ""}, "提案经办只填了姓名或登录名中的一项"),
        ({"office_name": "甲一", "office_username": "xitong"}, "不宜兼任办公室工作人员"),
        ({"system_admin_username": "x"}, "至少2个"),
    ],
)
def test_three_administrators_are_three_persons(inside: Client, change: dict[str, str], sentence: str) -> None:
    for data in (COMMITTEE, TERM, ORGANS):
        send(inside, data)
    assert sentence in send(inside, PEOPLE | change, 422)
    assert not Account.objects.exists()
    assert store.path().exists()

"""Notices to many: the exact list seen before, a changed list refused, each inbox once, who has read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.tests.house import House, builder, login, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.jobs.worker import Worker
from lvzhi.journal.models import Entry
from lvzhi.messages import actions, audiences
from lvzhi.messages.models import Message, Notice

MEMBERS = {"roles": [Role.MEMBER]}


@pytest.fixture(scope="module")
def built(keep: Any) -> House:
    made: House = keep(House)
    return made


@pytest.fixture
def house(built: House, own: Any) -> House:
    copied: House = own(built)
    return copied


def work() -> None:
    worker = Worker(name="here:0:a")
    while worker.once(beating=False):
        pass


def written(browser: Client, house: House, **more: Any) -> Any:
    data = {"committee": house.east.pk, "roles": [Role.MEMBER], "title": "全会通知", "text": "请准时参加。", **more}
    return browser.post("/inbox/notices/new", data)


def sent(house: House, title: str = "通知") -> Notice:
    actor = actor_for(house.clerk)
    seen = actions.prepare(actor, house.east, MEMBERS, title, "内容")[2].mark
    return actions.notify(actor, house.east, MEMBERS, title, "内容", seen=seen)


def test_the_list_is_seen_before_anything_goes_out_and_readers_are_known_after(house: House) -> None:
    former = person("old.member", "前委员", house.east)
    accounts.appoint(builder(), former, Role.MEMBER, house.east, starts=date(2020, 1, 1), ends=date(2020, 12, 31))
    second = person("li.na", "李娜", house.east, Role.MEMBER)
    browser = login(house.clerk)
    shown = written(browser, house)
    assert shown.context["people"] == sorted([house.member.name, "李娜"])
    assert "发给这2人" in shown.content.decode()
    assert not Notice.objects.exists()
    gone = written(browser, house, seen=shown.context["mark"])
    notice = Notice.objects.get()
    assert gone.url == f"/inbox/notices/{notice.uid}"
    assert "还有2人没有送达" in browser.get(gone.url).content.decode()
    work()
    assert set(Message.objects.values_list("account_id", flat=True)) == {house.member.pk, second.pk}
    reader = login(house.member)
    opened = reader.get(f"/inbox/{Message.objects.get(account=house.member).uid}/open")
    assert "请准时参加。" in reader.get(opened.url).content.decode()
    page = browser.get(gone.url)
    assert [each.account for each in page.context["read"]] == [house.member]
    assert [each.account for each in page.context["unread_by"]] == [second]
    assert "阅读情况" not in reader.get(opened.url).content.decode(), "readers do not see each other"
    assert "全会通知" in browser.get("/inbox/notices").content.decode()
    assert Entry.objects.get(event="messages.notice").facts == {"title": "全会通知", "count": 2}
    assert notice.author == house.clerk


def test_a_list_that_changed_since_is_refused_and_shown_anew(house: House) -> None:
    browser = login(house.clerk)
    mark = written(browser, house).context["mark"]
    person("li.na", "李娜", house.east, Role.MEMBER)
    again = written(browser, house, seen=mark)
    assert again.status_code == 409
    assert "预览之后收件名单有变动，现为2人，通知没有发出。请核对新名单后再发。" in again.content.decode()
    assert "李娜" in again.context["people"]
    assert not Notice.objects.exists()
    assert written(browser, house, seen=again.context["mark"]).status_code == 302


def test_going_back_keeps_what_was_written(house: House) -> None:
    page = written(login(house.clerk), house, again="1").content.decode()
    assert "全会通知" in page
    assert "请准时参加。" in page
    assert not Notice.objects.exists()


def test_a_worker_that_begins_anew_doubles_nobody(house: House) -> None:
    notice = sent(house)
    assert actions.bring(notice) == 1
    person("li.na", "李娜", house.east, Role.MEMBER)
    work()
    assert Message.objects.count() == 1, "whoever came after the list was seen is not on it"


@pytest.fixture
def choir(house: House) -> Iterator[None]:
    audiences.register(
        audiences.Audience(
            "choir",
            "合唱队",
            lambda place: [("a", "甲队")],
            lambda place, values: {house.member.pk, house.clerk.pk} if "a" in values else set(),
        )  # fmt: skip
    )
    yield
    audiences._audiences.pop("choir")


@pytest.mark.usefixtures("choir")
def test_groups_of_rooms_above_may_be_chosen_too_and_everybody_counts_once(house: House) -> None:
    shown = written(login(house.clerk), house, choir=["a"])
    assert shown.context["people"] == [house.member.name]


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("admin", 403), ("stranger", 403), ("clerk", 200)])
def test_writing_notices_needs_the_office(house: House, who: str, status: int) -> None:
    browser = login(getattr(house, who))
    assert browser.get("/inbox/notices/new").status_code == status
    assert browser.get("/inbox/notices").status_code == status


def test_notices_elsewhere_are_refused_and_foreign_ones_missing(house: House) -> None:
    with pytest.raises(NotAllowed):
        actions.notify(actor_for(house.clerk), house.west, MEMBERS, "通知", "内容", seen="")
    notice = sent(house)
    assert login(house.stranger).get(f"/inbox/notices/{notice.uid}").status_code == 404
    other = person("xs-clerk", "西山经办", house.west, Role.CLERK)
    assert login(other).get(f"/inbox/notices/{notice.uid}").status_code == 404


@pytest.mark.parametrize(
    ("title", "text", "roles", "code"),
    [
        (" ", "内容", [Role.MEMBER], "messages.title_missing"),
        ("题" * 61, "内容", [Role.MEMBER], "messages.title_long"),
        ("通知", "", [Role.MEMBER], "messages.text_missing"),
        ("通知", "字" * 2001, [Role.MEMBER], "messages.text_long"),
        ("通知", "内容", [Role.LEADER], "messages.nobody"),
        ("通知", "内容", [Role.CLERK], "messages.nobody"),
        ("通知", "内容", [], "messages.nobody"),
        ("通知", "内容", [Role.MEMBER], "messages.list_changed"),
    ],
)
def test_a_bad_notice_is_refused_and_leaves_nothing(
    house: House, title: str, text: str, roles: list[str], code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        actions.notify(actor_for(house.clerk), house.east, {"roles": roles}, title, text, seen="another")
    assert refusal.value.code == code
    assert not Notice.objects.exists()
    assert not Message.objects.exists()

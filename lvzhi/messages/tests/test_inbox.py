"""The inbox: sending, bundling, reading, settling, notices to many, and what nobody else may see."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.tests.house import House, builder, login, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.messages import actions, channels, codes, queries
from lvzhi.messages.codes import UnknownCode
from lvzhi.messages.models import Message, Notice

codes.register(
    {"messages.test_filed": "提案《{title}》已立案，{day}", "messages.test_sign": "请签收提案《{title}》"},
    tasks=["messages.test_sign"],
)
FILED, SIGN = "messages.test_filed", "messages.test_sign"


@pytest.fixture(scope="module")
def built(keep: Any) -> House:
    made: House = keep(House)
    return made


@pytest.fixture
def house(built: House, own: Any) -> House:
    copied: House = own(built)
    return copied


def about(uid: uuid.UUID | None = None) -> tuple[str, uuid.UUID, str]:
    return ("proposals.proposal", uid or uuid.uuid4(), "/proposals/1")


def test_a_message_says_its_sentence_with_dates_written_out(house: House) -> None:
    actions.send([house.member.pk], FILED, subject=about(), title="关于停车", day=date(2026, 3, 5))
    page = login(house.member).get("/inbox/").content.decode()
    assert "提案《关于停车》已立案，2026年3月5日" in page
    assert "关于停车" not in login(house.clerk).get("/inbox/").content.decode()


def test_an_unregistered_code_is_a_fault(house: House) -> None:
    with pytest.raises(UnknownCode):
        actions.send([house.member.pk], "messages.nobody_knows")
    with pytest.raises(UnknownCode):
        codes.register({FILED: "别的话"})


def test_an_unread_matter_is_renewed_and_a_read_one_comes_anew(house: House) -> None:
    subject = about()
    for title in ("一", "二", "三"):
        actions.send([house.member.pk, house.member.pk], FILED, subject=subject, title=title, day="")
    only = Message.objects.get()
    assert (only.times, only.facts["title"]) == (3, "三")
    actions.mark_read(house.member.pk, only.uid)
    actions.send([house.member.pk], FILED, subject=subject, title="四", day="")
    assert Message.objects.count() == 2
    actions.send([house.member.pk], FILED, subject=about(), title="五", day="")
    assert Message.objects.count() == 3, "another subject is another message"


def test_opening_marks_read_once_and_leads_to_the_record(house: House) -> None:
    actions.send([house.member.pk], FILED, subject=about(), title="关于停车", day="")
    message = Message.objects.get()
    browser = login(house.member)
    assert queries.unread(house.member.pk) == 1
    assert browser.get(f"/inbox/{message.uid}/open").url == "/proposals/1"
    first = Message.objects.get().read_at
    assert first is not None
    with clock.at(clock.now() + timedelta(minutes=5)):
        browser.get(f"/inbox/{message.uid}/open")
    assert Message.objects.get().read_at == first
    assert queries.unread(house.member.pk) == 0


def test_a_foreign_message_is_missing(house: House) -> None:
    actions.send([house.member.pk], FILED, subject=about(), title="关于停车", day="")
    message = Message.objects.get()
    assert login(house.clerk).get(f"/inbox/{message.uid}/open").status_code == 404
    assert Message.objects.get().read_at is None


def test_an_address_of_another_site_is_not_followed(house: House) -> None:
    actions.send([house.member.pk], FILED, subject=("a.b", uuid.uuid4(), "//evil.example/"), title="某", day="")
    assert login(house.member).get(f"/inbox/{Message.objects.get().uid}/open").url == "/inbox/"


def test_tasks_stand_apart_until_settled(house: House) -> None:
    subject = about()
    actions.send([house.member.pk, house.clerk.pk], SIGN, subject=subject, title="关于停车")
    actions.send([house.member.pk], FILED, subject=subject, title="关于养老", day="")
    browser = login(house.member)
    todo = browser.get("/inbox/").content.decode()
    assert "请签收提案" in todo
    assert "关于养老" not in todo
    assert "关于养老" in browser.get("/inbox/?group=news").content.decode()
    assert actions.settle(subject[0], subject[1], code=SIGN, accounts=[house.member.pk]) == 1
    assert "请签收提案" not in browser.get("/inbox/?group=todo").content.decode()
    assert queries.counts(house.member.pk) == {"todo": 0, "news": 1}
    assert queries.counts(house.clerk.pk) == {"todo": 1, "news": 0}


def test_mark_all_read_needs_a_post_and_touches_only_mine(house: House) -> None:
    actions.send([house.member.pk, house.clerk.pk], FILED, subject=about(), title="关于停车", day="")
    browser = login(house.member)
    assert browser.get("/inbox/read-all").status_code == 405
    browser.post("/inbox/read-all")
    assert queries.unread(house.member.pk) == 0
    assert queries.unread(house.clerk.pk) == 1


def test_sending_to_five_or_fifty_costs_the_same_statements(house: House) -> None:
    many = [
        accounts.create_account(builder(), f"m{n:02}", "某某", hashed="!", committee=house.east).pk for n in range(50)
    ]

    def cost(to: Sequence[int]) -> int:
        with CaptureQueriesContext(connection) as statements:
            actions.send(to, FILED, subject=about(), title="关于停车", day="")
        return len(statements)

    assert cost(many[:5]) == cost(many)


def test_the_inbox_pages_through_many(house: House) -> None:
    for n in range(60):
        actions.send([house.member.pk], FILED, subject=about(), title=f"第{n}件", day="")
    browser = login(house.member)
    first = browser.get("/inbox/?group=news")
    assert len(first.context["page"]) == 50
    second = browser.get("/inbox/", {"group": "news", "cursor": first.context["page"].next_cursor})
    assert len(second.context["page"]) == 10


def test_the_unread_count_is_asked_once_a_request(house: House, rf, django_assert_num_queries) -> None:
    request = rf.get("/")
    request.user = house.member
    with django_assert_num_queries(1):
        assert queries.unread_of(request) == queries.unread_of(request) == 0


@pytest.fixture
def broken_channel() -> Iterator[list[Sequence[uuid.UUID]]]:
    calls: list[Sequence[uuid.UUID]] = []

    def deliver(uids: Sequence[uuid.UUID]) -> None:
        calls.append(uids)
        raise OSError("gateway is down")

    channels.register(channels.Channel("test", "短信", deliver))
    yield calls
    channels.forget("test")


def test_a_dead_channel_does_not_undo_the_message(
    house: House, broken_channel: list[Sequence[uuid.UUID]], django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        actions.send([house.member.pk], FILED, subject=about(), title="关于停车", day="")
    assert broken_channel == [[Message.objects.get().uid]]


# notices


def test_a_notice_reaches_the_holders_of_today_and_shows_who_has_read(house: House) -> None:
    former = person("old.member", "前委员", house.east)
    accounts.appoint(builder(), former, Role.MEMBER, house.east, starts=date(2020, 1, 1), ends=date(2020, 12, 31))
    second = person("li.na", "李娜", house.east, Role.MEMBER)
    browser = login(house.clerk)
    data = {"committee": house.east.pk, "roles": [Role.MEMBER], "title": "全会通知", "text": "请准时参加。"}
    sent = browser.post("/inbox/notices/new", data)
    assert sent.status_code == 302
    notice = Notice.objects.get()
    assert set(Message.objects.values_list("account_id", flat=True)) == {house.member.pk, second.pk}
    reader = login(house.member)
    opened = reader.get(f"/inbox/{Message.objects.get(account=house.member).uid}/open")
    assert "请准时参加。" in reader.get(opened.url).content.decode()
    page = browser.get(sent.url)
    assert [each.account for each in page.context["read"]] == [house.member]
    assert [each.account for each in page.context["unread_by"]] == [second]
    assert "阅读情况" not in reader.get(opened.url).content.decode(), "readers do not see each other"
    assert "全会通知" in browser.get("/inbox/notices").content.decode()
    assert Entry.objects.get(event="messages.notice").facts == {"title": "全会通知", "count": 2}
    assert notice.author == house.clerk


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("admin", 403), ("stranger", 403), ("clerk", 200)])
def test_writing_notices_needs_the_office(house: House, who: str, status: int) -> None:
    browser = login(getattr(house, who))
    assert browser.get("/inbox/notices/new").status_code == status
    assert browser.get("/inbox/notices").status_code == status


def test_notices_elsewhere_are_refused_and_foreign_ones_missing(house: House) -> None:
    clerk = actor_for(house.clerk)
    with pytest.raises(NotAllowed):
        actions.notify(clerk, house.west, [Role.MEMBER], "通知", "内容")
    notice = actions.notify(clerk, house.east, [Role.MEMBER], "通知", "内容")
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
    ],
)
def test_a_bad_notice_is_refused_and_leaves_nothing(
    house: House, title: str, text: str, roles: list[str], code: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        actions.notify(actor_for(house.clerk), house.east, roles, title, text)
    assert refusal.value.code == code
    assert not Notice.objects.exists()
    assert not Message.objects.exists()


def test_what_happens_to_an_account_reaches_the_persons_inbox(house: House) -> None:
    from lvzhi.accounts import telling

    telling.tell(house.member, "accounts.told_reset", who="吴敏", ground="本人书面申请")
    page = login(house.member).get("/inbox/").content.decode()
    assert "吴敏已重置您的第二步验证，依据：本人书面申请。" in page

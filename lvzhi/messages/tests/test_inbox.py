"""The inbox: sending, bundling, reading, settling, and what nobody else may see."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts import actions as accounts
from lvzhi.accounts.tests.house import House, builder, login
from lvzhi.deadlines import clock
from lvzhi.messages import actions, codes, queries, waits
from lvzhi.messages.codes import UnknownCode
from lvzhi.messages.models import Message

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
    assert queries.counts(house.member.pk) == {"todo": 0, "due": 0, "news": 1}
    assert queries.counts(house.clerk.pk) == {"todo": 1, "due": 0, "news": 0}


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


def test_many_of_a_kind_stand_as_one_line_with_the_others_folded(house: House) -> None:
    for n in range(5):
        actions.send([house.member.pk], FILED, subject=about(), title=f"第{n}件", day="")
    actions.send([house.member.pk], SIGN, subject=about(), title="别的事")
    page = login(house.member).get("/inbox/?group=news")
    (bundle,) = page.context["bundles"]
    assert (bundle.first.facts["title"], len(bundle.rest), bundle.new) == ("第4件", 4, 4)
    assert "另有4条同类消息，其中4条未读" in page.content.decode()
    with clock.at(clock.now() + timedelta(days=7)):
        actions.send([house.member.pk], FILED, subject=about(), title="下一周", day="")
    assert len(login(house.member).get("/inbox/?group=news").context["bundles"]) == 2, "each week is its own"


def test_what_waits_and_what_falls_due_stand_in_parts_of_their_own(house: House, monkeypatch: Any) -> None:
    line = waits.Line("关于停车的提案", "/proposals/1", "提案 · 待签收", date(2026, 3, 5), "还剩2天", "warn", "签收")
    monkeypatch.setattr(waits, "_asked", [lambda actor: waits.Waits([line], 3, [line], 1)])
    page = login(house.member).get("/inbox/")
    assert [(tab["label"], tab["count"], tab["active"]) for tab in page.context["tabs"]] == [
        ("待办", 3, True),
        ("到期", 1, False),
        ("动态", 0, False),
    ]
    assert "关于停车的提案" in page.content.decode()
    assert "还剩2天" in login(house.member).get("/inbox/?group=due").content.decode()
    assert "关于停车的提案" not in login(house.member).get("/inbox/?group=news").content.decode()


def test_the_unread_count_is_asked_once_a_request(house: House, rf, django_assert_num_queries) -> None:
    request = rf.get("/")
    request.user = house.member
    with django_assert_num_queries(1):
        assert queries.unread_of(request) == queries.unread_of(request) == 0


def test_what_happens_to_an_account_reaches_the_persons_inbox(house: House) -> None:
    from lvzhi.accounts import telling

    telling.tell(house.member, "accounts.told_reset", who="吴敏", ground="本人书面申请")
    page = login(house.member).get("/inbox/").content.decode()
    assert "吴敏已重置您的第二步验证，依据：本人书面申请。" in page

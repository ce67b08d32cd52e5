"""A wish from any page to its answer; who sees it; what the makers get, and what they never get."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import House, login, person
from lvzhi.accounts.vocabulary import Role
from lvzhi.journal.models import Entry
from lvzhi.messages.models import Message
from lvzhi.wishes import actions, queries
from lvzhi.wishes.models import Wish

PAGE = "/proposals/0b9f7c1e-5d2a-4c3b-9e8f-112233445566/?q=secret"


@pytest.fixture(scope="module")
def built(keep: Any) -> tuple[House, Account]:
    made: tuple[House, Account] = keep(lambda: _built())
    return made


def _built() -> tuple[House, Account]:
    house = House()
    return house, person("office", "办公文", house.east, Role.OFFICE)


@pytest.fixture
def stage(built: tuple[House, Account], own: Any) -> tuple[House, Account]:
    copied: tuple[House, Account] = own(built)
    return copied


def filed(house: House, text: str = "字太小，看不清。") -> Wish:
    return actions.enter(actor_for(house.member), "wish", text, page=PAGE, page_name="提案库")


def take(account: Account, wish: Wish, key: str, **answers: str) -> Any:
    page = f"/wishes/{wish.uid}/step/{key}/"
    return login(account).post(page, {**answers, "version": Wish.objects.get(pk=wish.pk).version})


def test_from_the_foot_of_a_page_to_the_answer(stage: tuple[House, Account]) -> None:
    house, office = stage
    browser = login(house.member)
    form = browser.get("/wishes/new/", {"page": PAGE, "name": "提案库"}).content.decode()
    assert PAGE.partition("?")[0] in form
    assert 'name="page" value="/proposals/0b9f7c1e-5d2a-4c3b-9e8f-112233445566/"' in form, "without what was asked"
    data = {"kind": "wish", "text": "字太小，看不清。", "page": PAGE, "page_name": "提案库", "once": "1"}
    sent = browser.post("/wishes/new/", data)
    assert browser.post("/wishes/new/", data).url == sent.url
    wish = Wish.objects.get()
    assert (wish.page, wish.author, wish.state) == (PAGE.partition("?")[0], house.member.name, "filed")
    assert set(Message.objects.values_list("account_id", "code")) == {(office.pk, "wishes.filed")}
    assert wish.text in login(office).get("/wishes/").content.decode()
    assert take(office, wish, "answer", answer="可在右上角改大字版。", makers="默认字号偏小").status_code == 302
    assert "可在右上角改大字版。" in browser.get(sent.url).content.decode()
    assert "默认字号偏小" not in browser.get(sent.url).content.decode()
    assert Message.objects.filter(account=house.member, code="wishes.answered").exists()
    take(house.member, wish, "again", more="大字版也小。")
    assert Wish.objects.get().text == "字太小，看不清。\n\n大字版也小。"
    take(office, wish, "answer", answer="已转开发者。", makers="大字版仍偏小")
    take(house.member, wish, "close")
    assert Wish.objects.get().state == "closed"
    said = list(Entry.objects.order_by("seq").values_list("event", flat=True))
    assert [one for one in said if one.startswith("wishes.")] == [
        f"wishes.wish.{step}" for step in ("begin", "answer", "again", "answer", "close")
    ]


def test_nobody_else_sees_it_and_nobody_answers_the_own(stage: tuple[House, Account]) -> None:
    house, office = stage
    wish = filed(house)
    for other in (house.clerk, house.stranger, house.admin):
        assert login(other).get(queries.address(wish)).status_code == 404
        assert wish.text not in login(other).get("/wishes/").content.decode()
    mine = actions.enter(actor_for(office), "fault", "打不开")
    assert take(office, mine, "answer", answer="好了").status_code == 403
    assert take(house.member, wish, "answer", answer="好了").status_code == 403
    assert take(house.member, wish, "withdraw").status_code == 302


def test_the_makers_get_the_offices_words_and_nothing_of_a_person(stage: tuple[House, Account]) -> None:
    house, office = stage
    wish = filed(house, "我是张三，手机13912345678")
    take(office, wish, "answer", answer="好", makers="列表字号偏小")
    filed(house, "另一条没有转的")
    answer = login(office).get("/wishes/makers/")
    assert "attachment" in answer["Content-Disposition"]
    (row,) = json.loads(answer.content)["wishes"]
    assert (row["page"], row["words"], row["kind"]) == ("/proposals/*/", "列表字号偏小", "wish")
    text = answer.content.decode()
    for told in (house.member.name, house.member.username, "张三", "139", "0b9f7c1e", office.name):
        assert told not in text
    assert Entry.objects.get(event="wishes.handed").facts == {"count": 1}
    assert login(house.member).get("/wishes/makers/").status_code == 403
    assert login(house.clerk).get("/wishes/makers/").status_code == 403


@pytest.mark.parametrize(("makers", "said"), [
    ("请联系13912345678", "像是个人的号码"), ("{author}说字小", "有姓名"),
    ("身份证110101199003077777", "像是个人的号码"),
])  # fmt: skip
def test_words_for_the_makers_that_name_somebody_are_refused(
    stage: tuple[House, Account], makers: str, said: str
) -> None:
    house, office = stage
    wish = filed(house)
    page = take(office, wish, "answer", answer="好", makers=makers.format(author=house.member.name))
    assert page.status_code == 422
    assert said in page.content.decode()
    assert Wish.objects.get().state == "filed"


@pytest.mark.parametrize(("text", "code"), [(" ", "wishes.blank"), ("字" * 1001, "wishes.long")])
def test_nothing_said_or_too_much_is_refused(stage: tuple[House, Account], text: str, code: str) -> None:
    house, _ = stage
    with pytest.raises(Refusal) as refusal:
        filed(house, text)
    assert refusal.value.code == code
    assert not Wish.objects.exists()


@pytest.mark.parametrize("page", ["//evil.example/x", "https://evil.example/", "javascript:alert(1)"])
def test_an_address_elsewhere_is_not_kept(page: str) -> None:
    assert actions.path_of(page) == ""


def test_the_list_costs_the_same_at_five_and_fifty(
    stage: tuple[House, Account], django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    house, office = stage
    browser = login(office)

    def cost() -> int:
        with CaptureQueriesContext(connection) as statements:
            assert browser.get("/wishes/").status_code == 200
        return len(statements)

    for _ in range(5):
        filed(house)
    few = cost()
    for _ in range(45):
        filed(house)
    assert cost() == few
    with django_assert_max_num_queries(15):
        browser.get(queries.address(Wish.objects.all()[0]))

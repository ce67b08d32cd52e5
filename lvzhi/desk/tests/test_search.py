"""What each role finds, and does not: words, phrases, numbers, initials, the other script; as records are written."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lvzhi.access import Conflict
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import TEXT, Town, builder
from lvzhi.proposals.tests.test_pages import page
from lvzhi.proposals.vocabulary import State
from lvzhi.search import rebuilding
from lvzhi.search.asking import read
from lvzhi.search.finding import Narrowed, find
from lvzhi.search.models import SearchShelf, SearchText
from lvzhi.search.rebuilding import rebuild


@pytest.fixture(scope="module")
def built(keep: Any) -> Town:
    made: Town = keep(Town)
    return made


@pytest.fixture
def town(built: Town, own: Any) -> Town:
    copied: Town = own(built)
    return copied


def titles(town: Town, who: Account, words: str, narrowed: Narrowed | None = None) -> list[str]:
    found = find(town.actor(who), read(words), narrowed)
    assert found.total == len(found.hits)
    return ["".join(piece.text for piece in hit.title) for hit in found.hits]


def shown(town: Town, who: Account, **asked: str) -> str:
    """The page without marks in its words."""
    return re.sub(r"</?mark>", "", page(town.login(who), "search:find", **asked))


@pytest.mark.parametrize(
    "words",
    [
        "食堂", "社区 食堂", "“完善社区食堂”", "補助標準", "第0001号", "1号", "1", "甲文", "jw", "wssqst",
        "老旧小区增设",
        "自己做饭困难，现有", "口味｜走访了", "关", "“六十岁以上老人较多，不少”",
    ],
)  # fmt: skip
def test_a_clerk_finds_it_by(town: Town, words: str) -> None:
    town.filed()
    assert TEXT["title"] in titles(town, town.ding, words)


@pytest.mark.parametrize(
    "words",
    ["", "  ", "，。", "食堂 游泳馆", "“食堂社区”", "0002", "00010", "餐", "“自己做饭困难，现有”", "“较多不少”"],
)
def test_nothing_is_found_by(town: Town, words: str) -> None:
    town.filed()
    assert titles(town, town.ding, words) == []


def test_each_finds_what_the_rule_grants(town: Town) -> None:
    town.assigned()
    may = {name for name, who in town.everyone.items() if titles(town, who, "食堂")}
    assert may == {"jia", "ding", "wu", "ji", "xin"}
    assert TEXT["title"] in shown(town, town.ding, q="食堂")
    for name in ("bing", "far-clerk"):
        told = shown(town, town.everyone[name], q="食堂")
        assert TEXT["title"] not in told
        assert "没有找到" in told
        assert "提案 1" not in told


def test_a_draft_is_not_found_one_being_signed_by_those_asked_alone(town: Town) -> None:
    town.draft()
    assert titles(town, town.jia, "食堂") == []
    town.invited()
    assert [name for name, who in town.everyone.items() if titles(town, who, "食堂")] == ["jia", "yi"]


def test_found_at_once_and_under_its_new_words(town: Town) -> None:
    proposal = town.submitted()
    with line(builder(), "proposals.test", subject=proposal):
        proposal.title = "关于完善游泳馆的提案"
        proposal.save()
    assert titles(town, town.jia, "游泳馆") == ["关于完善游泳馆的提案"]
    assert titles(town, town.jia, "完善社区食堂") == []
    with line(builder(), "proposals.test", subject=proposal):
        proposal.recommendations.filter(number=1).update(text="开放学校操场。")
    assert titles(town, town.jia, "学校操场") == ["关于完善游泳馆的提案"]
    assert titles(town, town.jia, "老旧小区增设") == []


def test_voided_is_gone_and_comes_back(town: Town) -> None:
    proposal = town.filed()
    with line(builder(), "proposals.test", subject=proposal):
        proposal.voided_at = clock.now()
        proposal.save()
    assert titles(town, town.ding, "食堂") == []
    with line(builder(), "proposals.test", subject=proposal):
        proposal.voided_at = None
        proposal.save()
    assert titles(town, town.ding, "食堂") == [TEXT["title"]]


def test_what_is_rolled_back_was_never_there(town: Town) -> None:
    class Stop(Exception):
        pass

    with pytest.raises(Stop), transaction.atomic():  # noqa: PT012  reason: what is found before is the point
        town.filed()
        assert titles(town, town.ding, "食堂") == [TEXT["title"]]
        raise Stop
    assert titles(town, town.ding, "食堂") == []


def test_a_step_that_changes_no_text_writes_nothing_to_the_index(town: Town) -> None:
    proposal = town.filed()
    with CaptureQueriesContext(connection) as taken:
        town.take(proposal, "assign", town.ding, lead=town.civil.pk, co=[])
    assert not [one for one in taken.captured_queries if "search_" in one["sql"]]


def test_a_page_costs_the_same_however_much_is_found(town: Town) -> None:
    def counted() -> int:
        client = town.login(town.ding)
        page(client, "search:find", q="食堂")
        with CaptureQueriesContext(connection) as taken:
            assert "没有找到" not in page(client, "search:find", q="食堂")
        return len(taken.captured_queries)

    for number in range(5):
        town.submitted(title=f"关于第{number}个社区食堂的提案")
    few = counted()
    for number in range(5, 50):
        town.submitted(title=f"关于第{number}个社区食堂的提案")
    assert Proposal.objects.count() == 50
    assert counted() == few <= 10


def test_narrowed_and_paged(town: Town) -> None:
    for number in range(25):
        town.submitted(title=f"关于第{number}个社区食堂的提案")
    actor, asked = town.actor(town.ding), read("食堂")
    first, second = (find(actor, asked, page=number) for number in (1, 2))
    assert (first.total, first.pages, len(first.hits), len(second.hits)) == (25, 2, 20, 5)
    assert len({hit.url for hit in (*first.hits, *second.hits)}) == 25
    assert dict(first.by_kind) == {"proposals.proposal": 25}
    assert find(actor, asked, Narrowed(year=1999)).total == 0
    assert find(actor, asked, Narrowed(kind="proposals.proposal", state="submitted")).total == 25
    assert find(actor, asked, Narrowed(kind="proposals.proposal", state="closed")).total == 0
    assert {hit.state for hit in first.hits} == {str(State.SUBMITTED.label)}


def test_those_with_all_words_in_the_title_come_first(town: Town) -> None:
    town.submitted(title="关于社区食堂补助标准的提案")
    town.submitted(title="关于完善社区食堂的提案")
    assert titles(town, town.ding, "补助标准")[0] == "关于社区食堂补助标准的提案"


def test_rebuilt_while_people_write(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = town.filed()
    changed, voided = (town.filed(town.submitted(title=f"关于{name}的提案")) for name in ("旧码头", "老邮局"))
    made = []

    def meanwhile(done: int, total: int) -> None:
        """Between two pieces: one is changed, one voided, one made, and the old shelf still answers."""
        if made:
            return
        made.append(town.submitted(title="关于新书院的提案"))
        assert titles(town, town.ding, "新书院") == ["关于新书院的提案"]
        with line(builder(), "proposals.test", subject=changed):
            changed.title = "关于新码头的提案"
            changed.save()
        with line(builder(), "proposals.test", subject=voided):
            voided.voided_at = clock.now()
            voided.save()

    monkeypatch.setattr(rebuilding, "PIECE", 1)
    rebuild(meanwhile)
    assert titles(town, town.ding, "新书院") == ["关于新书院的提案"]
    assert titles(town, town.ding, "新码头") == ["关于新码头的提案"]
    assert titles(town, town.ding, "旧码头") == titles(town, town.ding, "老邮局") == []
    assert titles(town, town.ding, "完善社区食堂") == [kept.title]
    assert set(SearchText.objects.values_list("shelf", flat=True)) == {SearchShelf.objects.get().live}


def test_two_rebuildings_do_not_meet(town: Town) -> None:
    town.filed()
    rebuild()
    assert titles(town, town.ding, "食堂") == [TEXT["title"]]
    SearchShelf.objects.update(filling=0)
    with pytest.raises(Conflict):
        rebuild()
    rebuild(force=True)
    assert titles(town, town.ding, "食堂") == [TEXT["title"]]

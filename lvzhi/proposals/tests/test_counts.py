"""P16: how many statements a page costs, the same at 5 rows and at 50."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import FORM, Town
from lvzhi.proposals.tests.test_pages import step_url

LIST, DETAIL, HOME, CREATE = 10, 15, 11, 20  # a home asks which branches one leads
LED_BY = {"ground": "审定", "leader_name": "辛远", "leader_post": "区长", "rank": "top"}


def statements(do: Callable[[], object]) -> list[str]:
    """The statements of one request; savepoints are no trips worth counting."""
    with CaptureQueriesContext(connection) as caught:
        do()
    ignored = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")
    return [one["sql"] for one in caught.captured_queries if not one["sql"].startswith(ignored)]


PAGES = (
    ("ding", "proposals:list"), ("jia", "proposals:mine"), ("xin", "proposals:list"), ("jia", "proposals:list"),
    ("wu", "proposals:unit"), ("xin", "proposals:key"), ("ding", "proposals:board"), ("ding", "proposals:hand_over"),
    ("ding", "desk:home"), ("jia", "desk:home"), ("wu", "desk:home"), ("xin", "desk:home"),
)  # fmt: skip


def test_lists_and_home_cost_the_same_at_5_and_50_rows(town: Town) -> None:
    with clock.at(clock.now()):  # a login that lasts longer than a minute is noted once more, which is no cost of a row
        _cost_the_same(town)


def _cost_the_same(town: Town) -> None:
    clients = {who: town.login(town.everyone[who]) for who, _ in PAGES}
    for who, name in PAGES:
        clients[who].get(reverse(name))
    counted = []
    for rows in (5, 45):
        for number in range(rows):
            town.submitted(title=f"关于第{number}个食堂的提案")
            town.filed()
            key = town.assigned(town.submitted(title=f"关于第{number}条道路的提案"))
            town.take(key, "mark_key", town.ji, **LED_BY | {"leader": town.xin.pk})
        counted.append({page: statements(lambda page=page: clients[page[0]].get(reverse(page[1]))) for page in PAGES})
    few, many = counted
    for page in PAGES:
        limit = HOME if page[1] == "desk:home" else LIST
        assert len(many[page]) <= limit, (page, "\n".join(many[page]))
        assert len(few[page]) == len(many[page]), (page, "\n".join(many[page]))


@pytest.mark.parametrize("who", ["jia", "ding", "wu", "xin"])
def test_detail(town: Town, who: str) -> None:
    proposal = town.take(town.cosigned(), "submit", town.jia)
    proposal = town.answered(proposal)
    proposal = town.take(proposal, "mark_key", town.ji, **LED_BY | {"leader": town.xin.pk})
    proposal = town.take(proposal, "rate", town.yi, attitude="satisfied", result="satisfied")
    client = town.login(town.everyone[who])
    url = reverse("proposals:detail", args=[proposal.uid])
    client.get(url)
    found = statements(lambda: client.get(url))
    assert len(found) <= DETAIL, "\n".join(found)


def test_create_and_submit(town: Town) -> None:
    client = town.login(town.jia)
    client.post(reverse("proposals:write"), FORM | {"once": "warm"})
    found = statements(lambda: client.post(reverse("proposals:write"), FORM | {"once": "counted"}))
    assert len(found) <= CREATE, "\n".join(found)
    proposal = Proposal.objects.latest("pk")
    sent = statements(lambda: client.post(step_url(proposal, "submit"), {"version": proposal.version}))
    print(len(found), len(sent))

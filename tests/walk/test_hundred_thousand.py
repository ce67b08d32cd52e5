"""The pages over 100,000 proposals cost as many statements as over ten, and open within two seconds (`./dev long`).

Rows are written in bulk here, five thousand in one line of the journal: what is measured is reading, and the way of a
hundred thousand through the actions takes hours. Each stands in a state that its dates and its hand-over fit.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.proposals.models import Assignment, Proposal
from lvzhi.proposals.tests.people import Town, builder
from lvzhi.proposals.tests.test_counts import statements
from lvzhi.proposals.vocabulary.codes import CATEGORIES
from lvzhi.ui.paging import keyset
from tests.walk.answers import word

FEW, MANY, OF_LINE, OF_STATEMENT = 10, 100_000, 5_000, 500
ROUNDS, SLOW = 20, 2.0  # times each page is opened, and the seconds that half of them may take
NOW = dt.datetime(2026, 11, 2, 10, tzinfo=clock.ZONE)
FIRST, DAYS, OF_SESSION = dt.date(2002, 2, 1), 8900, 20  # some four thousand a year, and as many in the session
STATES = ("submitted", "filed", "not_filed", "assigned", "handling", "answered", "closed", "closed", "closed", "closed")
HANDED = {"assigned": "pending", "handling": "signed", "answered": "done", "closed": "done"}
LIST = "proposals:list"
PAGES: tuple[tuple[str, str, str], ...] = (
    ("clerk", LIST, ""), ("leader", LIST, ""), ("member", LIST, ""), ("officer", LIST, ""),
    ("clerk", LIST, "?state=handling"), ("clerk", LIST, "?category=society"), ("clerk", LIST, "?only=overdue"),
    ("clerk", LIST, "?only=key"), ("clerk", LIST, "?session={session}"), ("clerk", LIST, "?q=abc"),
    ("clerk", LIST, "?q=没有"), ("member", LIST, "?q=没有"), ("clerk", LIST, "?cursor={cursor}"),
    ("member", "proposals:mine", ""), ("officer", "proposals:unit", ""), ("clerk", "proposals:board", ""),
    ("clerk", "proposals:board", "?session={session}"), ("clerk", "proposals:hand_over", ""),
    ("clerk", "proposals:statistics", ""), ("clerk", "proposals:statistics", "?year=2026"),
    ("clerk", "proposals:published", ""), ("clerk", "proposals:returns", ""), ("leader", "proposals:key", ""),
    ("clerk", "desk:home", ""), ("member", "desk:home", ""), ("officer", "desk:home", ""),
)  # fmt: skip


class Hall:
    """A committee whose proposals are written in bulk."""

    def __init__(self) -> None:
        town = self.town = Town()
        self.term = town.here.terms.get()
        self.session = self.term.sessions.get()
        self.units = [town.civil, town.housing, town.police]
        self.members = [town.members[one.pk] for one in (town.jia, town.yi, town.bing)]
        who = {"clerk": town.ding, "leader": town.xin, "member": town.jia, "officer": town.wu}
        self.clients: dict[str, Client] = {role: town.login(account) for role, account in who.items()}
        self.count = 0

    def fill(self, count: int) -> None:
        """Write proposals until there are so many."""
        while self.count < count:
            numbers = range(self.count, min(self.count + OF_LINE, count))
            with line(builder(), "proposals.test", committee=self.town.here):
                made = Proposal.objects.bulk_create([self._one(one) for one in numbers], batch_size=OF_STATEMENT)
                handed = [self._hand(one) for one in made if one.state in HANDED]
                Assignment.objects.bulk_create(handed, batch_size=OF_STATEMENT)
            self.count = numbers.stop
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _one(self, number: int) -> Proposal:
        state = STATES[number % len(STATES)]
        day = FIRST + dt.timedelta(days=number * 7919 % DAYS)
        filed = day + dt.timedelta(days=9) if state not in ("submitted", "not_filed") else None
        handed = day + dt.timedelta(days=14) if state in HANDED else None
        answered = day + dt.timedelta(days=80) if state in ("answered", "closed") else None
        member = self.members[number // 3333 % 3 if number % 300 == 0 else 1 + number % 2]
        return Proposal(
            committee=self.town.here, term=self.term, member=member,
            session=self.session if number // len(STATES) % OF_SESSION == 0 else None,
            proposer=member.person.name, title=f"关于{word()[:9]}的提案", category=CATEGORIES[number % 6][0],
            track="session" if number % 2 else "between", serial=f"收{number:07d}",
            number=f"{number:07d}" if filed else "", received_on=day, examined_on=filed, filed_on=filed,
            assigned_on=handed, lead_unit=self._unit(number) if handed else None, first_answered_on=answered,
            answered_on=answered, answer_due_on=handed + dt.timedelta(days=90) if handed else None,
            closed_on=answered if state == "closed" else None, round=1 if answered else 0,
            result_class="A" if answered else "", result_neutral="solved" if answered else "", state=state,
            state_since=NOW, due_on=None if state in ("closed", "not_filed") else day + dt.timedelta(days=100),
            is_key=number % 1000 == 4, key_on=filed if number % 1000 == 4 else None,
        )  # fmt: skip

    def _unit(self, number: int) -> Any:
        """One in a hundred is 区民政局's: a unit holds some hundreds of so many."""
        return self.units[0 if number // len(STATES) % 100 == 0 else 1 + number % 2]

    def _hand(self, proposal: Proposal) -> Assignment:
        return Assignment(
            committee=self.town.here, proposal=proposal, unit=proposal.lead_unit, role="lead",
            assigned_on=proposal.assigned_on, signed_on=proposal.assigned_on, state=HANDED[proposal.state],
            state_since=NOW,
        )  # fmt: skip

    def address(self, name: str, query: str) -> str:
        """The page's address with what its query names."""
        half = Proposal.objects.order_by("pk")[self.count // 2].pk
        deep = keyset(Proposal.objects.filter(pk__lte=half), ("-id",), size=2).next_cursor
        return reverse(name) + query.format(session=self.session.pk, cursor=deep)


def measured(hall: Hall, do: Callable[[], Any]) -> tuple[int, list[float]]:
    """How many statements a page costs, and the seconds of each time it is opened."""
    do()
    count = len(statements(do))
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do()
        spent.append(time.perf_counter() - began)
    return count, sorted(spent)


def opened(hall: Hall, role: str, name: str, query: str) -> Callable[[], Any]:
    """Opens a page, which must be there."""
    url = hall.address(name, query)

    def do() -> None:
        answer = hall.clients[role].get(url)
        assert answer.status_code == 200, (role, url, answer.status_code)

    return do


def exported(hall: Hall) -> tuple[int, float, float]:
    """The whole list taken as a file: statements, seconds until the first piece, seconds until the last."""
    began, first = time.perf_counter(), 0.0

    def do() -> None:
        nonlocal first
        answer = hall.clients["clerk"].get(reverse("proposals:export", args=["csv"]))
        lines = 0
        for piece in answer.streaming_content:
            first = first or time.perf_counter() - began
            lines += piece.count(b"\n")
        assert lines > hall.count

    count = len(statements(do))
    return count, first, time.perf_counter() - began


@pytest.mark.long
def test_as_many_statements_as_with_ten(db: None) -> None:
    with clock.at(NOW):
        hall = Hall()
        hall.fill(FEW)
        few = {page: measured(hall, opened(hall, *page)) for page in PAGES}
        few_export = exported(hall)
        began = time.perf_counter()
        hall.fill(MANY)
        print(f"\n{MANY} proposals written in {time.perf_counter() - began:.0f} s ({connection.vendor})")
        wrong = []
        for page in PAGES:
            count, spent = measured(hall, opened(hall, *page))
            told = f"{page[0]:8}{page[1]}{page[2]}"
            p50, p95 = spent[ROUNDS // 2], spent[ROUNDS * 19 // 20 - 1]
            print(f"{told:56} {few[page][0]:3} → {count:3} statements  p50 {p50:6.3f} s  p95 {p95:6.3f} s")
            if count != few[page][0]:
                wrong.append(f"{told}: {count} statements, {few[page][0]} with {FEW}")
            if p50 > SLOW:
                wrong.append(f"{told}: {p50:.1f} s")
        count, first, last = exported(hall)
        print(f"export: {few_export[0]} → {count} statements, first piece {first:.3f} s, last {last:.1f} s")
    if count != few_export[0] or first > SLOW:
        wrong.append(f"export: {count} statements, {few_export[0]} with {FEW}; the first piece after {first:.1f} s")
    assert not wrong, "\n".join(wrong)

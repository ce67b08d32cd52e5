"""Published figures come out of rows of their counts (R1.112–R1.119); deadlines on a page open to their reckoning."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics import compute, periods
from lvzhi.metrics.registry import figure
from lvzhi.proposals.models import Assignment, Contact, Proposal, Rating, Reply
from lvzhi.proposals.tests.people import MONDAY, Town, builder
from lvzhi.workflow import engine

DAY = MONDAY
YEAR = periods.year(DAY.year)


def copies(town: Town, count: int, made: Callable[[int], dict[str, Any]]) -> list[Proposal]:
    """Proposals like one that was handed in, with the columns that a figure reads."""
    first = town.submitted()
    town.take(first, "send_back", town.ding, opinion="重写")
    kept = {field.attname: getattr(first, field.attname) for field in Proposal._meta.concrete_fields}
    for name in ("id", "uid", "serial", "number"):
        del kept[name]
    kept |= {"received_on": None, "voided_at": None}
    rows = [Proposal(**kept | {"uid": uuid.uuid4(), "serial": f"T{n}"} | made(n)) for n in range(count)]
    with line(builder(), "proposals.test", subject=first):
        found = list(Proposal.objects.bulk_create(rows))
        first.voided_at, first.void_ground = clock.now(), "样件"
        first.save()
    return found


def hand_overs(like: Assignment, rows: list[Proposal]) -> list[Assignment]:
    """A hand-over like that one for each proposal; it is voided itself, so that it counts nowhere."""
    kept = {field.attname: getattr(like, field.attname) for field in Assignment._meta.concrete_fields}
    del kept["id"]
    engine.void(like.proposal, builder(), "样件")
    return [Assignment(**kept | {"uid": uuid.uuid4(), "proposal_id": row.pk}) for row in rows]


def said(town: Town, key: str) -> compute.Result:
    """The figure, after its numerator and denominator have been held against its rows."""
    found, scope = figure(key), Scope(town.here)
    result = compute.compute(found, scope, YEAR)
    part, whole = (compute.rows_of(one, scope, YEAR).count() for one in found.sources)
    assert (result.numerator, result.denominator) == (part, whole)
    return result


def printed(result: compute.Result, places: str) -> str:
    """The rate as a paper prints it, rounded from its counts."""
    assert result.numerator is not None
    assert result.denominator
    share = Decimal(result.numerator) * 100 / Decimal(result.denominator)
    return str(share.quantize(Decimal(places), ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("filed", "received", "places", "text"),
    [(175, 187, "0.1", "93.6"), (588, 639, "1", "92"), (43, 113, "1", "38")],
)
def test_filing_rate(town: Town, filed: int, received: int, places: str, text: str) -> None:
    """R1.112: filed over received; the fourth proof is the demonstration year, held in tests/acceptance."""
    copies(town, received, lambda n: {"received_on": DAY, "filed_on": DAY if n < filed else None})
    assert printed(said(town, "proposals.filing_rate"), places) == text


def test_answered_rate_and_in_time(town: Town) -> None:
    """R1.113, R1.114: over those handed over; what is neither due nor answered is no debt yet."""
    late = DAY + dt.timedelta(days=90)

    def made(n: int) -> dict[str, Any]:
        answered = None if n >= 175 else DAY if n < 170 else late
        due = DAY + dt.timedelta(days=30) if n < 180 else dt.date(DAY.year + 1, 1, 20)
        return {"received_on": DAY, "filed_on": DAY, "assigned_on": DAY, "first_answered_on": answered,
                "answer_due_on": due}  # fmt: skip

    copies(town, 184, made)
    rate = said(town, "proposals.answered_rate")
    assert (rate.numerator, rate.denominator) == (175, 184)
    in_time = said(town, "proposals.in_time_rate")
    assert (in_time.numerator, in_time.denominator) == (170, 180)


def rated(town: Town, grades: list[tuple[str, str]]) -> None:
    """One rating each of as many proposals."""
    rows = copies(town, len(grades), lambda n: {"received_on": DAY, "first_answered_on": DAY, "round": 1})
    ratings = [
        Rating(
            committee=town.here,
            proposal=row,
            member=row.member,
            round=1,
            attitude=attitude,
            result=result,
            rated_on=DAY,
        )  # fmt: skip
        for row, (attitude, result) in zip(rows, grades, strict=True)
    ]
    with line(builder(), "proposals.test", subject=rows[0]):
        Rating.objects.bulk_create(ratings)


def test_satisfaction_over_returned_forms_of_two_ratings(town: Town) -> None:
    """R1.115 variant A, R1.91: attitude 526 and result 519 of 527 returned forms, though more were handled."""
    grades = [
        ("satisfied" if n < 500 else "basically" if n < 526 else "dissatisfied",
         "satisfied" if n < 480 else "basically" if n < 519 else "dissatisfied")
        for n in range(527)
    ]  # fmt: skip
    rated(town, grades)
    assert printed(said(town, "proposals.attitude_rate"), "0.1") == "99.8"
    assert printed(said(town, "proposals.satisfaction"), "0.1") == "98.5"


def test_all_of_them_is_exactly_all(town: Town) -> None:
    """R1.115: (144 + 2) / 146 = 100 %."""
    rated(town, [("satisfied", "satisfied" if n < 144 else "basically") for n in range(146)])
    result = said(town, "proposals.satisfaction")
    assert (result.numerator, result.denominator, result.value) == (146, 146, 100)


def test_satisfied_alone_and_basically_apart(town: Town) -> None:
    """R1.116 variant B: 92.47 % and 7.53 % of 93 forms."""
    rated(town, [("satisfied", "satisfied" if n < 86 else "basically") for n in range(93)])
    assert said(town, "proposals.satisfaction_b").value == Decimal("92.47")
    assert said(town, "proposals.basically_rate").value == Decimal("7.53")


def test_face_to_face_and_approved_by_a_leader(town: Town) -> None:
    """R1.117 (102 of 105 = 97.1 %), R1.118 (all): talks by telephone do not count as met."""
    rows = copies(town, 105, lambda n: {"received_on": DAY, "first_answered_on": DAY, "assigned_on": DAY})
    with line(builder(), "proposals.test", subject=rows[0]):
        held = Assignment.objects.bulk_create(hand_overs(town.lead(town.assigned()), rows))
    talks = [
        Contact(
            committee=town.here, proposal=row, assignment=held[n], stage="during",
            mode="visit" if n < 102 else "phone", face=n < 102, held_on=DAY, proposer_side="甲", unit_side="乙",
            points="谈了",
        )
        for n, row in enumerate(rows)
    ]  # fmt: skip
    replies = [
        Reply(
            committee=town.here, proposal=row, assignment=held[n], round=1, text="办了", result_class="A",
            answered_on=DAY, approver="局长",
        )
        for n, row in enumerate(rows)
    ]  # fmt: skip
    with line(builder(), "proposals.test", subject=rows[0]):
        Contact.objects.bulk_create(talks)
        Reply.objects.bulk_create(replies)
    assert printed(said(town, "proposals.face_rate"), "0.1") == "97.1"
    assert said(town, "proposals.approved_rate").value == 100


def test_class_shares_over_those_with_a_class(town: Town) -> None:
    """R1.119: 22, 68 and 2 of 92 are 23.91, 73.91 and 2.17 %."""
    letters = ["A"] * 22 + ["B"] * 68 + ["C"] * 2
    copies(town, 92, lambda n: {"received_on": DAY, "first_answered_on": DAY, "result_class": letters[n]})
    answered = figure("proposals.answered")
    cut = next(one for one in compute.cuts_of(answered) if one.key == "class")
    counts = {value: result.value for value, _, result in compute.split(answered, Scope(town.here), YEAR, cut)}
    shares = [compute.rate(int(counts[letter] or 0), 92) for letter in "ABC"]
    assert shares == [Decimal("23.91"), Decimal("73.91"), Decimal("2.17")]


@pytest.mark.parametrize(
    ("assigned", "shown"),
    [
        (dt.date(2026, 9, 28), ("跳过10月1日至7日（国庆节）", "10月10日（周六）调休上班", "2026年10月10日")),
        (dt.date(2026, 2, 12), ("2月14日（周六）调休上班", "2月15日至23日（春节）")),
        (dt.date(2026, 12, 28), ("2027年放假安排尚未收录",)),
    ],
)
def test_a_deadline_on_the_page_opens_to_its_reckoning(town: Town, assigned: dt.date, shown: tuple[str, ...]) -> None:
    with clock.at(assigned):
        filed = town.filed()
        done = engine.take(filed, "assign", town.actor(town.ding), {"lead": town.civil.pk, "co": []})
        page = town.login(town.wu).get(f"/proposals/{done.uid}/").content.decode()
    reckonings = [part.split("</details>", 1)[0] for part in page.split('<details class="lz-reckoning">')[1:]]
    returns = next(part for part in reckonings if "签收或申请退回" in part)
    for words in shown:
        assert words in returns

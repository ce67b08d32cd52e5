"""``python -m bench.build ROWS``: one committee with people, units and that many proposals.

On a fresh database everything is made; on one that holds fewer, proposals are added. The mass is written set by set
through the journal; the sample that detail pages are measured on goes the whole way through the product's own
actions. Prints what the load client needs as JSON.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
import time
from typing import Any

from bench.texts import BATCH, PASSWORD, START, proposal

WAYS = 40
DAYS = 1400  # over so many days from the first day of the term the proposals are spread
LINE = 5_000  # records of one journal line
DEEP = 0.8  # of the list lies before the deep page
STEPS = 600  # proposals kept ready for the step that is measured
SAMPLE = 10  # one proposal in so many has co-signers, a hand-over, an answer, recommendations, an entry of the journal


def main(rows: int) -> dict[str, Any]:
    """Build; gives logins and the addresses of the detail pages."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    began = time.monotonic()
    gc.disable()  # a hundred thousand records alive at once: a collector walking them doubles the time
    if "proposals_proposal" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0, interactive=False)
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        call_command("collectstatic", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":
        connection.features.max_query_params = 30_000
    town, details, there = _town()
    mass(town, max(there - WAYS, 0), rows - WAYS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "rows": rows,
        "seconds": round(time.monotonic() - began, 1),
        "password": PASSWORD,
        "clerk": "clerk",
        "member": "writer",
        "committee": town.place.code,
        "details": [str(uid) for uid in details],
        "year": START.year + 2,
        "deep": _deep(rows),
        "waiting": _waiting(),
    }


def _deep(rows: int) -> str:
    """Where the page begins that has four fifths of the list before it."""
    from lvzhi.proposals.models import Proposal
    from lvzhi.ui.paging import keyset

    first = Proposal.objects.order_by("-id").values_list("id", flat=True)[int(rows * DEEP)]
    return keyset(Proposal.objects.filter(id__lte=first), ("-id",)).next_cursor or ""


def _waiting() -> list[list[object]]:
    """Proposals handed in and not yet examined, each with its version and category, for a step to be taken on."""
    from lvzhi.proposals.models import Proposal

    rows = Proposal.objects.filter(state="submitted", number="").order_by("id")
    return [[str(uid), *rest] for uid, *rest in rows.values_list("uid", "version", "category")[:STEPS]]


def _town() -> tuple[Any, list[Any], int]:
    from bench.town import Town
    from lvzhi.proposals.models import Proposal

    there = Proposal.objects.count()
    if not there:
        town = Town()
        return town, town.ways(WAYS), 0
    return Town.found(), list(Proposal.objects.order_by("id").values_list("uid", flat=True)[:WAYS]), there


def mass(town: Any, first: int, end: int) -> None:
    """Proposals in bulk, with what belongs to every tenth."""
    from lvzhi.journal.lines import line

    for start in range(first, end, LINE):
        numbers = range(start, min(start + LINE, end))
        with line(town.builder, "bench.built", committee=town.place, count=len(numbers)):
            uids = _chunk(town, numbers)
        _history(town, uids)


def _chunk(town: Any, numbers: range) -> list[Any]:
    from lvzhi.proposals.models import Assignment, CoSignature, Proposal, Recommendation, Reply

    made = Proposal.objects.bulk_create([_proposal(town, number) for number in numbers], batch_size=BATCH)
    several = made[::SAMPLE]
    at = town.builder.at
    base = {"committee": town.place, "created_at": at}
    Recommendation.objects.bulk_create(
        [
            Recommendation(**base, proposal=row, number=number, text="明确牵头单位，分年度列出任务和资金。")
            for row in several
            for number in (1, 2)
        ],
        batch_size=BATCH,
    )
    CoSignature.objects.bulk_create(
        [
            CoSignature(
                **base, proposal=row, member=town.members[(row.member_id + order) % len(town.members)], order=order,
                invited_on=row.received_on, decided_on=row.received_on, state="signed", state_since=at,
            )
            for row in several
            for order in (1, 2)
        ],
        batch_size=BATCH,
    )  # fmt: skip
    answered = [row for row in several if row.answered_on]
    hands = Assignment.objects.bulk_create(
        [
            Assignment(
                **base, proposal=row, unit=row.lead_unit, role="lead", assigned_on=row.assigned_on,
                signed_on=row.assigned_on, state="done", state_since=at,
            )
            for row in answered
        ],
        batch_size=BATCH,
    )  # fmt: skip
    Reply.objects.bulk_create(
        [
            Reply(
                **base, proposal=hand.proposal, assignment=hand, round=1, text="已纳入年度计划，逐项推进。" * 10,
                result_class="A", signer="局长", answered_on=hand.proposal.answered_on,
            )
            for hand in hands
        ],
        batch_size=BATCH,
    )  # fmt: skip
    return [row.uid for row in several]


def _proposal(town: Any, number: int) -> Any:
    from lvzhi.proposals.models import Proposal

    text = proposal(number)
    member = town.members[text.author % len(town.members)]
    day = START + dt.timedelta(days=number * 7919 % DAYS)
    filed = day + dt.timedelta(days=9) if text.state not in ("submitted", "not_filed") else None
    handed = filed + dt.timedelta(days=5) if filed and text.state != "filed" else None
    answered = handed + dt.timedelta(days=60) if handed and text.state in ("answered", "closed") else None
    return Proposal(
        committee=town.place, term=town.term, session=town.sessions[min(day.year - 2022, 3)], track=text.track,
        member=member, proposer=member.person.name, title=text.title, background=text.background,
        analysis=text.analysis, category=text.category, serial=f"收{number:07d}",
        number=f"{number:07d}" if filed else "", lead_unit=town.units[number % len(town.units)] if handed else None,
        round=1 if answered else 0, result_class="A" if answered else "", received_on=day, examined_on=filed,
        filed_on=filed, assigned_on=handed, first_answered_on=answered, answered_on=answered,
        closed_on=answered if text.state == "closed" else None, state=text.state, state_since=town.builder.at,
        due_on=day + dt.timedelta(days=40) if text.state in ("submitted", "filed", "handling") else None,
        created_at=town.builder.at,
    )  # fmt: skip


def _history(town: Any, uids: list[Any]) -> None:
    from lvzhi.journal.lines import Subject, line

    with line(town.builder, "bench.built", committee=town.place, count=len(uids)):
        for uid in uids:
            with line(town.builder, "bench.one", subject=Subject("proposals.proposal", uid), committee=town.place):
                pass


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))

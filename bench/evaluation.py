"""``python -m bench.evaluation MEMBERS RUN``: years of records judged by every point table, beside reading them once.

3,000 members with ten attendances and one item of information a year, over five years, judged by each of the tables
for members. The rows are written past the journal: only reading and reckoning are measured.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

YEARS = range(2021, 2026)
EVENTS, JOINED = 300, 10  # activities a year; of which each member is on the list
CODE = "bench-evaluation"
KINDS = (("plenary", "meeting"), ("standing", "meeting"), ("research", "research"), ("visit", "visit"))
TIMES = 3
SAME_ROWS = (
    """SELECT p.*, a.* FROM activities_participant p JOIN activities_activity a ON a.id = p.activity_id
       WHERE p.committee_id = %s""",
    """SELECT c.*, b.* FROM opinions_concern c JOIN opinions_author b ON b.concern_id = c.id
       WHERE c.committee_id = %s""",
)


def main(members: int, run: int) -> dict[str, Any]:
    """Milliseconds: reading all rows bare, reading them as facts, judging them by all tables."""
    from django.core.management import call_command
    from django.db import connection

    from lvzhi.evaluation import queries
    from lvzhi.evaluation.kinds import KINDS as FACTS
    from lvzhi.evaluation.reckoning import Judged, grade_all, judge
    from lvzhi.evaluation.samples import samples
    from lvzhi.metrics.periods import year

    if "committee_committee" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0, interactive=False)
    committee, people = _built(members)
    bare, read, judged = [], [], []
    tables = [one for one in samples() if one.body["subject"] == "member"]
    count = 0
    for _ in range(TIMES):
        bare.append(_timed(lambda: _bare(committee.pk)))
        facts: dict[int, list[Any]] = {}

        def as_facts(facts: dict[int, list[Any]] = facts) -> None:
            kinds = [one for one in FACTS.values() if not one.units]
            for number in YEARS:
                facts[number] = queries.facts_of(committee, year(number), kinds)

        read.append(_timed(as_facts))

        def all_tables(facts: dict[int, list[Any]] = facts) -> None:
            for number in YEARS:
                mine: dict[int, list[Any]] = {}
                for one in facts[number]:
                    mine.setdefault(one.who, []).append(one)
                for table in tables:
                    rules = table.rules(number)
                    days = {"starts": rules.starts, "ends": rules.ends}
                    accounts = [judge(rules, Judged(who, standing=False, **days), mine.get(who, ())) for who in people]
                    grade_all(rules, accounts)

        judged.append(_timed(all_tables))
        count = sum(len(one) for one in facts.values())
    return {
        "members": members, "tables": len(tables), "facts": count, "bare": median(bare), "facts_read": median(read),
        "judged": median(judged), "run": run,
    }  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return round((time.process_time() - began) * 1000, 1)


def _bare(committee: int) -> int:
    """The same rows through the driver alone."""
    from django.db import connection

    count = 0
    with connection.cursor() as cursor:
        for sql in SAME_ROWS:
            cursor.execute(sql, [committee])
            count += len(cursor.fetchall())
    return count


def _built(members: int) -> tuple[Any, list[int]]:
    from lvzhi.committee.models import Committee, Term
    from lvzhi.people.models import Member

    known = Committee.objects.filter(code=CODE).first()
    if known is None:
        known = Committee(name="丙江县政协", code=CODE, level="county", path="900001/")
        known = _raw([known])[0]
        term = _raw([Term(committee=known, number=5, starts=dt.date(YEARS[0], 1, 1))])[0]
        _people(known, term, members)
        _events(known)
        _opinions(known)
    return known, list(Member.objects.filter(committee=known).values_list("person_id", flat=True)[:members])


def _raw(rows: list[Any]) -> list[Any]:
    """Rows written past the journal."""
    from django.db.models import QuerySet

    return QuerySet.bulk_create(type(rows[0])._default_manager.all(), rows, batch_size=500)


def _people(committee: Any, term: Any, members: int) -> None:
    from lvzhi.people.models import Member, Person

    people = _raw([Person(name=f"委员{place:04d}", pinyin=f"w{place:04d}") for place in range(members)])
    _raw([Member(committee=committee, person=one, term=term, starts=term.starts) for one in people])


def _events(committee: Any) -> None:
    from lvzhi.activities.models import Activity, Participant
    from lvzhi.people.models import Member

    rows = list(Member.objects.filter(committee=committee).values_list("pk", "person_id"))
    for number in YEARS:
        days = [dt.date(number, 1, 5) + dt.timedelta(days=place) for place in range(EVENTS)]
        events = _raw([
            Activity(committee=committee, kind=KINDS[place % 4][0], kind_name="会", family=KINDS[place % 4][1],
                     title=f"{number}年第{place}次活动", held_on=day, ends_on=day, state="closed",
                     state_since=_moment())
            for place, day in enumerate(days)
        ])  # fmt: skip
        _raw([
            Participant(
                committee=committee, activity=events[(at * 7 + turn * 31) % EVENTS], person_id=person,
                member_id=member, name="委", capacity="member", invited_on=days[0],
                verdict="leave" if (at + turn) % 9 == 0 else "attended",
            )
            for at, (member, person) in enumerate(rows) for turn in range(JOINED)
        ])  # fmt: skip


def _opinions(committee: Any) -> None:
    from lvzhi.opinions.models import Author, Concern
    from lvzhi.people.models import Member

    people = list(Member.objects.filter(committee=committee).values_list("person_id", flat=True))
    for number in YEARS:
        made = _raw([
            Concern(committee=committee, title=f"{number}年信息{at}", category="society", situation="有",
                    source="member", entered_by="委", submitted_on=dt.date(number, 6, 1), state="submitted",
                    state_since=_moment())
            for at in range(len(people))
        ])  # fmt: skip
        _raw(
            [
                Author(committee=committee, concern=one, person_id=who, name="委")
                for one, who in zip(made, people, strict=True)
            ]
        )


def _moment() -> dt.datetime:
    return dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))

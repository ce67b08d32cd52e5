"""``python -m bench.figures``: every figure of a province, the reader of claims and the check, in one process.

Everything is timed in turn with what it is a ratio to: one plain scan of the tables that the figures read, hello behind
the product's own middleware, and pypinyin reading the same texts. Prints milliseconds as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

YEAR, YEARS = 2021, 5  # the year that is over, and how many beside it
TEXTS = 30
TIMES = 3
DIGITS = re.compile(r"\d+")


def main(code: str) -> dict[str, float]:
    """Milliseconds by name, and some counts."""
    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import Scope
    from lvzhi.norms.memo import remembering

    top = Scope(Committee.objects.get(code=code), below=True)
    with remembering():
        found = _figures(top)
    found |= _pages(top)
    texts = list(_texts(top))
    return found | _claims([text for text, _, _ in texts]) | _checks(texts)


def timed(work: Callable[[], object], times: int = 1) -> float:
    """The median of so many runs, in milliseconds."""
    taken = []
    for _ in range(times):
        gc.collect()
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def _figures(top: Any) -> dict[str, float]:
    """One year counted anew, kept, and read as kept; five years; the year that runs; a committee alone."""
    from lvzhi.deadlines import clock
    from lvzhi.metrics import compute, lasting, periods, registry
    from lvzhi.metrics.compute import Ask
    from lvzhi.metrics.models import KeptValue

    figures = registry.figures()

    def book(period: Any) -> None:
        compute.book(figures, top, period)

    def years() -> None:
        compute.answers([Ask(one, top, when) for when in periods.year(YEAR).years(YEARS) for one in figures])

    lasting.forget()
    book(periods.year(1990))  # imports, templates, statements: what every process does once
    with lasting.afresh():
        anew = [timed(lambda: book(periods.year(YEAR))) for _ in range(TIMES)]
    lasting.forget()
    found = {"keeping": timed(lambda: book(periods.year(YEAR)))}
    statement = _scan()
    found |= {"scan": timed(lambda: _run(statement), TIMES), "anew": median(anew), "figures": len(figures)}
    found |= {"kept": timed(lambda: book(periods.year(YEAR)), TIMES), "years_keeping": timed(years)}
    found |= {"years_kept": timed(years, TIMES), "running": timed(lambda: book(periods.year(clock.today().year)))}
    return found | {"values": KeptValue.objects.count(), "records": _records()}


def _read() -> list[Any]:
    """The tables that the figures read, as they said themselves."""
    from django.apps import apps

    from lvzhi.metrics.models import KeptValue

    kinds = {kind for text in KeptValue.objects.values_list("reads", flat=True).distinct() for kind in text.split()}
    return [apps.get_model(kind) for kind in sorted(kinds)]


def _scan() -> str:
    """One statement that goes through all of these tables once and groups each by committee."""
    from django.db import connection

    whole = " NOT INDEXED" if connection.vendor == "sqlite" else ""
    parts = []
    for model in _read():
        columns = {field.column for field in model._meta.concrete_fields}
        by = "committee_id" if "committee_id" in columns else "id - id"
        parts.append(f"SELECT {by}, count(*), max(uid) FROM {model._meta.db_table}{whole} GROUP BY 1")
    return " UNION ALL ".join(parts).replace("max(uid)", "count(uid)")


def _run(statement: str) -> int:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("indexscan", "indexonlyscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(statement)
        return len(cursor.fetchall())


def _records() -> int:
    return sum(model._base_manager.count() for model in _read())


def _pages(top: Any) -> dict[str, float]:
    """The page of all figures of the province, through the whole middleware, beside hello behind the same."""
    from django.test import Client

    from lvzhi.accounts.models import Account
    from lvzhi.metrics import lasting

    client = Client()
    account = Account.objects.get(username="shengmishu")
    client.force_login(account, backend="lvzhi.accounts.backends.AccountBackend")
    page = f"/figures/?committee={top.committee.uid}&below=on&starts={YEAR}-01-01&ends={YEAR}-12-31"

    heads = []

    def get(path: str) -> int:
        began = time.perf_counter()
        answer = client.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path} was answered with {answer.status_code}")
        if not answer.streaming:
            return len(answer.content)
        pieces = iter(answer.streaming_content)  # what is being counted is told while it is
        size = len(next(pieces))
        heads.append((time.perf_counter() - began) * 1000)
        return size + sum(len(piece) for piece in pieces)

    get("/bench/hello/")
    get(f"/figures/?committee={top.committee.uid}&period=1990&room=people")
    lasting.forget()
    heads.clear()
    first = timed(lambda: get(page))
    hello, kept = timed(lambda: get("/bench/hello/"), 9), timed(lambda: get(page), TIMES)
    return {"page_anew": first, "page_head": heads[0], "page_kept": kept, "hello": hello, "page_bytes": get(page)}


def _texts(top: Any) -> Iterator[tuple[str, Any, Any]]:
    """Reports of different committees and years as the product would write them, every third number one too high."""
    from django.db.models import Count

    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import year
    from lvzhi.proposals.models import Proposal
    from lvzhi.reports.composing import compose

    rows = Committee.objects.filter(path__startswith=top.committee.path, level="county").order_by("pk")
    busy = Proposal.objects.filter(committee__in=rows).values_list("committee", "received_on__year")
    counted = busy.annotate(count=Count("pk")).order_by("count")
    years = {place: when for place, when, _ in counted}  # of each the year with most proposals
    for one in rows.filter(pk__in=years)[:TEXTS]:
        period = year(years[one.pk])
        report = compose(Scope(one), period)
        paragraphs = (paragraph for chapter in report.chapters for paragraph in chapter.paragraphs)
        lines = ["".join(sentence.text for sentence in paragraph) for paragraph in paragraphs]
        yield _derived("\n".join([one.name, *lines])), Scope(one), period


def _derived(text: str) -> str:
    place = 0

    def other(match: re.Match[str]) -> str:
        nonlocal place
        place += 1
        return match[0] if place % 3 or len(match[0]) > 3 else str(int(match[0]) + 1)

    return DIGITS.sub(other, text)


def _claims(texts: list[str]) -> dict[str, float]:
    """The reader of claims beside pypinyin, both over all texts."""
    from pypinyin import lazy_pinyin

    from lvzhi.claims import read

    read(texts[0])
    lazy_pinyin(texts[0])
    count = sum(len(read(text).claims) for text in texts)
    reading = timed(lambda: [read(text) for text in texts], TIMES)
    aloud = timed(lambda: [lazy_pinyin(text) for text in texts], TIMES)
    size = sum(len(text) for text in texts)
    return {"claims": count, "characters": size, "reading": reading, "aloud": aloud, "a_second": count * 1000 / reading}


def _checks(texts: list[tuple[str, Any, Any]]) -> dict[str, float]:
    """The check of all texts, counted anew, and again with what was kept; beside all figures of the same committees."""
    from lvzhi.metrics import compute, lasting, registry
    from lvzhi.reports.checking import check_text

    def check() -> list[Any]:
        return [check_text(text, scope, period) for text, scope, period in texts]

    def books() -> None:
        for _, scope, period in texts:
            compute.book(registry.figures(), scope, period)

    lasting.forget()
    check_text(*texts[0])
    with lasting.afresh():
        anew, every = timed(check), timed(books)
    check()
    held = sum(len(one.claims) for one in check())
    return {"check_anew": anew, "check_kept": timed(check), "books": every, "texts": len(texts), "held": held}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(sys.argv[1])))

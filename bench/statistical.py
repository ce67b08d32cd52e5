"""``python -m bench.statistical FACTS``: the page of statistics beside its own statements run bare (P11)."""

from __future__ import annotations

import json
import os
import sys
import time
from statistics import median
from typing import Any

TIMES = 5


def main(facts: dict[str, Any]) -> dict[str, float]:
    """Milliseconds of the page of a session and of a year, and of their statements run and fetched."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from lvzhi.accounts.models import Account

    client = Client()
    client.force_login(Account.objects.get(username=facts["clerk"]), backend="lvzhi.accounts.backends.AccountBackend")
    found: dict[str, float] = {}
    for name, path in (("session", "/proposals/statistics/"), ("year", f"/proposals/statistics/?year={facts['year']}")):
        _page(client, path)
        with CaptureQueriesContext(connection) as captured:
            _page(client, path)
        selects = [one["sql"] for one in captured if one["sql"].startswith("SELECT")]
        pairs = [(_timed(_page, client, path), _timed(_bare, selects)) for _ in range(TIMES)]
        found[name], found[f"{name}_bare"] = (median(pair[part] for pair in pairs) for part in (0, 1))
        found[f"{name}_statements"] = len(captured)
    return found


def _page(client: Any, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} was answered with {answer.status_code}")


def _bare(statements: list[str]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)
            cursor.fetchall()


def _timed(work: Any, *arguments: Any) -> float:
    began = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(json.loads(sys.argv[1]))))

"""``python -m bench.counts FACTS``: how many SQL statements a page takes, counted in one process (P16)."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from bench.texts import form


def main(facts: dict[str, Any]) -> dict[str, int]:
    """Statements of the list, a detail page, and the two posts of handing in; sessions and rights included."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from lvzhi.accounts.models import Account

    def browser(username: str) -> Client:
        client = Client()
        client.force_login(Account.objects.get(username=username), backend="lvzhi.accounts.backends.AccountBackend")
        return client

    def counted(client: Client, path: str, data: dict[str, Any] | None = None) -> tuple[int, Any]:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path) if data is None else client.post(path, data)
        if answer.status_code != (200 if data is None else 302):
            raise SystemExit(f"{path} was answered with {answer.status_code}")
        return len(captured), answer

    clerk, writer = browser(facts["clerk"]), browser(facts["member"])
    found = {}
    for name, path in (("list", "/proposals/"), ("detail", f"/proposals/{facts['details'][0]}/")):
        clerk.get(path)
        found[name] = counted(clerk, path)[0]
    for _ in range(2):  # the first warms up
        found["draft"], answer = counted(writer, "/proposals/new/", form("statements"))
        found["submit"], _ = counted(writer, answer.headers["Location"], {"version": 1})
    return found


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(json.loads(sys.argv[1]))))

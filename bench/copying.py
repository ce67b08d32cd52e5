"""``python -m bench.copying``: all proposals as CSV by the database itself, for the exports to be held against.

PostgreSQL: COPY … TO STDOUT. SQLite has no such statement: the bare driver's rows through the library's writer.
"""

from __future__ import annotations

import csv
import io
import json
import os
import time

TIMES = 3
COLUMNS = """
SELECT p.serial, p.number, p.title, p.proposer, p.collective, s.number AS session, p.track, p.category,
       u.name AS lead_unit, p.received_on, p.filed_on, p.assigned_on, p.answer_due_on, p.answered_on,
       p.result_class, p.is_key, p.state
FROM proposals_proposal p
LEFT JOIN committee_session s ON s.id = p.session_id
LEFT JOIN directory_unit u ON u.id = p.lead_unit_id
WHERE p.voided_at IS NULL ORDER BY p.id
"""


def main() -> dict[str, float]:
    """Milliseconds of the fastest of several goes, and how many bytes came."""
    from django.db import connection

    connection.ensure_connection()
    copy = _by_server if connection.vendor == "postgresql" else _by_driver
    goes = []
    size = 0
    for _ in range(TIMES):
        began = time.perf_counter()
        size = copy(connection)
        goes.append((time.perf_counter() - began) * 1000)
    return {"ms": min(goes), "bytes": size}


def _by_server(connection: object) -> int:
    with connection.cursor() as cursor, cursor.copy(f"COPY ({COLUMNS}) TO STDOUT (FORMAT csv, HEADER)") as stream:  # type: ignore[attr-defined]  # reason: psycopg's cursor below Django's
        return sum(len(part) for part in stream)


def _by_driver(connection: object) -> int:
    bare = connection.connection.cursor()  # type: ignore[attr-defined]  # reason: sqlite3's own connection below Django's
    paper = io.StringIO(newline="")
    csv.writer(paper).writerows(bare.execute(COLUMNS))
    return len(paper.getvalue())


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main()))

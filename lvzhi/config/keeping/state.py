"""What an installation holds, in numbers: rows of every table, end of the journal, files named, all figures.

Run as a module it looks at the installation that its environment names and prints the answer as JSON: a copy is looked
at so, in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lvzhi.config.keeping.telling import Progress, Stop

State = dict[str, Any]


def left_out() -> list[str]:
    """Tables whose rows stay out of a backup: who is logged in, and values that are reckoned again."""
    from lvzhi.accounts.models import LoginSession
    from lvzhi.metrics import lasting

    return [LoginSession._meta.db_table, lasting.table()]


def steps_behind() -> int:
    """How many migrations this version has that the database has not."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    return len(set(loader.disk_migrations) - set(loader.applied_migrations))


def behind() -> int:
    """How many steps the tables of an older version lack; 0 where nothing stands yet."""
    from lvzhi.config.keeping import database

    return 0 if database.is_empty() else steps_behind()


def counted() -> dict[str, int]:
    """Rows by table, as the database has them, whatever version made it."""
    from django.db import connection

    from lvzhi.search.rebuilding import owns

    without = left_out()
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table not in without and not owns(table):
                cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  reason: a quoted name that the database gave
                found[table] = int(cursor.fetchone()[0])
    return found


def described(moment: dt.datetime, progress: Progress) -> State:
    """All of it as it stands in the database now, figures as of a moment."""
    from django.db.migrations.recorder import MigrationRecorder

    from lvzhi.files.models import Attachment
    from lvzhi.journal.models import Head
    from lvzhi.relay.queries import claimed

    head = Head.objects.filter(pk=1).first()
    return {
        "counts": counted(),
        "migrations": sorted(MigrationRecorder.Migration.objects.values_list("app", "name")),
        "head": {"chain": str(head.chain), "seq": head.seq, "hash": head.hash} if head else None,
        "files": sorted(set(Attachment.objects.values_list("digest", flat=True))),
        "relay": sorted(claimed()),
        "figures": figures(moment, progress),
    }


def figures(moment: dt.datetime, progress: Progress) -> dict[str, dict[str, list[Any]]]:
    """Every figure of every committee, for the moment's year and the one before: by "code year", by key.

    Reckoned afresh, and as if it were that moment, so that a later day comes to the same.
    """
    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import Scope
    from lvzhi.deadlines import clock
    from lvzhi.metrics import compute, lasting, periods, registry

    found: dict[str, dict[str, list[Any]]] = {}
    committees = list(Committee.objects.order_by("pk"))
    with clock.at(moment), lasting.afresh():
        for place, committee in enumerate(committees):
            progress("figures", place, len(committees))
            for year in (moment.year - 1, moment.year):
                book = compute.book(registry.figures(), Scope(committee), periods.year(year))
                found[f"{committee.code} {year}"] = {key: _numbers(one) for key, one in book.items()}
    return found


def _numbers(result: Any) -> list[Any]:
    body = result.as_json()
    return [body.get(name) for name in ("value", "numerator", "denominator", "low", "high")]


def looked_at(folder: Path, database: str, moment: dt.datetime, keys: str, *, drill: bool = False) -> State:
    """The state of another installation, by a process of its own.

    Args:
        folder: its data folder.
        database: its address.
        keys: its secret keys.
        drill: bring the tables up to date first and verify the journal too (`findings`).

    Raises:
        Stop: looking.
    """
    environment = os.environ | {"LVZHI_DATA": str(folder), "DATABASE_URL": database, "LVZHI_SECRET_KEYS": keys}
    asked = [sys.executable, "-m", "lvzhi.config.keeping.state", moment.isoformat(), *(["drill"] if drill else [])]
    out = folder / "state.json"
    with out.open("wb") as target, (folder / "state.err").open("w+b") as errors:
        terminal = sys.stderr.isatty()
        code = subprocess.run(asked, env=environment, stdout=target, stderr=None if terminal else errors).returncode  # noqa: S603, PLW1510  reason: our own module, its code is read here
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip().splitlines()
    if code:
        raise Stop("looking", problem=said[-1] if said else code)
    answer: State = json.loads(out.read_text(encoding="utf-8"))
    return answer


def _main(arguments: list[str]) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lvzhi.config.settings")
    django.setup()
    from lvzhi.config import tables
    from lvzhi.journal.verify import verify
    from lvzhi.norms.memo import remembering

    moment, progress = dt.datetime.fromisoformat(arguments[0]), Progress()
    first: Mapping[str, int] = {}
    findings: list[str] = []
    if "drill" in arguments:
        first = counted()
        if steps_behind():
            progress("migrate", 0, 1)
            tables.up_to_date()
        progress("journal", 0, 1)
        findings = [one.sentence for one in verify(outside=False)]
    with remembering():
        state = described(moment, progress)
    progress.close()
    json.dump(state | {"findings": findings} | ({"counts": first} if first else {}), sys.stdout)


if __name__ == "__main__":
    _main(sys.argv[1:])

"""``python -m bench.province COPIES``: a province whose committees have five years of records of every room.

The demonstration data are built through the product's actions. Then the whole tree of committees with all its records
is written so many times more, by one INSERT … SELECT for each table and copy: ids and uids move by the copy's number,
dates by up to four years, and everything points within its own copy. All copies stand below the first province.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any

STEP = 20_000  # ids from one copy to the next: more than any table of the demonstration has, and paths hold six digits
YEARS = 5
KEPT_APART = {"accounts", "directory", "norms", "files", "relay", "turnover"}  # stand once, for all copies


def main(copies: int) -> dict[str, Any]:
    """Build; gives how many records there are, of how many committees, and the province's code."""
    from django.db import connection, transaction

    from lvzhi.committee.models import Committee

    began = time.monotonic()
    _demonstration()
    top = Committee.objects.filter(parent=None).order_by("pk")[0]
    models = list(_models())
    _check(models)
    for number in range(1, copies + 1):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in models:
                cursor.execute(_statement(model, set(models), number, top.pk))
            _paths(number, top)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "records": sum(model._base_manager.count() for model in models),
        "committees": Committee.objects.count(),
        "committee": top.code,
        "tables": len(models),
        "seconds": round(time.monotonic() - began, 1),
    }


def _demonstration() -> None:
    from django.conf import settings

    from lvzhi.config.command import main as command

    if not (settings.LVZHI_DATA / "demonstration").exists() and command(["demo", "--build-only"]):
        raise SystemExit("the demonstration data were not built")


def _models() -> Iterator[Any]:
    """Every kind of record that has rows and belongs to one committee's work."""
    from django.apps import apps

    from lvzhi.journal.models import Sealed

    for model in apps.get_models():
        if issubclass(model, Sealed) and model._meta.app_label not in KEPT_APART and model._base_manager.exists():
            yield model


def _check(models: list[Any]) -> None:
    from django.db.models import Max

    for model in models:
        if (model._base_manager.aggregate(last=Max("pk"))["last"] or 0) >= STEP:
            raise SystemExit(f"{model._meta.label} has ids beyond {STEP}")


def _statement(model: Any, copied: set[Any], number: int, top: int) -> str:
    """The copy of a table's first rows."""
    from django.db import connection

    quote = connection.ops.quote_name
    names, values = [], []
    for field in model._meta.concrete_fields:
        if not field.generated:
            names.append(quote(field.column))
            values.append(_value(model, field, quote(field.column), copied, number, top))
    table, key = quote(model._meta.db_table), quote(model._meta.pk.column)
    return f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table} WHERE {key} < {STEP}"


def _value(model: Any, field: Any, column: str, copied: set[Any], number: int, top: int) -> str:
    from django.db import connection, models

    moved = f"{column} + {STEP * number}"
    years = number % YEARS
    if field.primary_key:
        return moved
    if field.is_relation:
        if field.related_model not in copied:
            return "NULL" if field.unique and field.null else column
        return f"COALESCE({moved}, {top})" if (model._meta.label, field.name) == PARENT else moved
    if isinstance(field, models.UUIDField):
        return _uid(column, number, postgres=connection.vendor == "postgresql")
    if isinstance(field, models.DateField):
        return _earlier(field, column, years, postgres=connection.vendor == "postgresql")
    if field.name == "year":
        return f"{column} - {years}"
    if isinstance(field, models.CharField) and (field.unique or field.name in ONCE):
        return f"CASE WHEN {column} = '' THEN '' ELSE substr({column}, 1, {field.max_length - 5}) || '-{number}' END"
    return column


PARENT = ("committee.Committee", "parent")
ONCE = {"id_digest"}  # unique under a condition


def _uid(column: str, number: int, *, postgres: bool) -> str:
    if postgres:
        return f"(substr({column}::text, 1, 28) || '{number:08x}')::uuid"
    return f"substr({column}, 1, 24) || '{number:08x}'"


def _earlier(field: Any, column: str, years: int, *, postgres: bool) -> str:
    from django.db.models import DateTimeField

    if postgres:
        kind = "timestamptz" if isinstance(field, DateTimeField) else "date"
        return f"({column} - interval '{years} years')::{kind}"
    form = "%Y-%m-%d %H:%M:%S" if isinstance(field, DateTimeField) else "%Y-%m-%d"
    return f"strftime('{form}', {column}, '-{years} years')"


def _paths(number: int, top: Any) -> None:
    """The tree of the copy, below the province."""
    from lvzhi.committee.models import Committee

    rows = list(Committee.objects.filter(pk__gt=STEP * number, pk__lt=STEP * (number + 1)).order_by("pk"))
    known = {row.pk: row for row in rows} | {top.pk: top}

    def path(row: Any) -> str:
        return str(row.path) if row.pk == top.pk else path(known[row.parent_id]) + str(row.place(None))

    for row in rows:
        Committee.objects.filter(pk=row.pk).update(path=path(row))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.product.settings"
    import django

    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))

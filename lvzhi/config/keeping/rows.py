"""Rows of every table as lines of JSON, the same from either database, and back. What is encrypted stays so."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Field, Model, QuerySet

from lvzhi.journal.fields import Secret, SecretField

Row = dict[str, Any]
BATCH = 500


def tables() -> list[type[Model]]:
    """Every table of the installation but those whose rows stay out of a backup too."""
    from django.apps import apps

    from lvzhi.config.keeping import state
    from lvzhi.search.rebuilding import owns

    without = set(state.left_out())
    found = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True) if _kept(model)}
    return [model for table, model in sorted(found.items()) if table not in without and not owns(table)]


def _kept(model: type[Model]) -> bool:
    return bool(model._meta.managed and not model._meta.proxy)


def fields(model: type[Model]) -> list[Field[Any, Any]]:
    """Its own columns; those the database reckons are left to it."""
    return [one for one in model._meta.local_concrete_fields if not getattr(one, "generated", False)]


def described(model: type[Model]) -> Row:
    """What a reader elsewhere should know of a table."""
    return {
        "table": model._meta.db_table,
        "name": str(model._meta.verbose_name),
        "columns": [
            {
                "name": one.column,
                "label": str(one.verbose_name),
                "type": one.get_internal_type(),
                "refers": one.related_model._meta.db_table if one.is_relation and one.related_model else None,
                "encrypted": isinstance(one, SecretField),
            }
            for one in fields(model)
        ],
    }


def written(model: type[Model]) -> Iterator[str]:
    """Each row as one line, in the order of the key."""
    asked = fields(model)
    names = [one.attname for one in asked]
    rows: Any = QuerySet(model=model).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=BATCH):
        line = {one.column: _plain(value) for one, value in zip(asked, row, strict=True)}
        yield json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Secret):
        return value.sealed
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return str(value) if isinstance(value, Decimal | UUID) else value


def _meant(one: Field[Any, Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(one, SecretField):
        return Secret(sealed=value, mask=one.mask)
    if isinstance(one, models.BinaryField):
        return base64.b64decode(value)
    if isinstance(one, models.DurationField):
        return dt.timedelta(seconds=value)
    if isinstance(one, models.ForeignKey):
        return _meant(one.target_field, value)
    return value if isinstance(one, models.JSONField) else one.to_python(value)


def take_in(model: type[Model], lines: Iterable[str]) -> int:
    """Write lines as rows, as they are: no line of the journal, whose own rows are among them. How many there were."""
    asked = fields(model)
    batch: list[Model] = []
    count = 0
    for text in lines:
        row = json.loads(text)
        made = model.__new__(model)
        Model.__init__(made, **{one.attname: _meant(one, row[one.column]) for one in asked})
        batch.append(made)
        count += 1
        if len(batch) == BATCH:
            _insert(model, asked, batch)
            batch = []
    if batch:
        _insert(model, asked, batch)
    return count


def _insert(model: type[Model], asked: list[Field[Any, Any]], batch: list[Model]) -> None:
    most = connection.ops.bulk_batch_size(asked, batch)  # SQLite takes so many values at a time
    rows: Any = QuerySet(model=model)
    for start in range(0, len(batch), most):
        rows._insert(batch[start : start + most], fields=asked, using=connection.alias, raw=True)


def count_on() -> None:
    """Let the database's own counters go on after the highest key."""
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)

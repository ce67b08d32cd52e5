"""After the first release the version before goes on serving while tables change: nothing it needs is taken away.

Two web nodes are upgraded one after the other over one database, so the older program meets the newer tables. A column
or table goes, or changes its name, one release after nothing reads it any more; a new column is empty or has a default
that the database itself holds. What must break this stands in `ALLOWED`, with how the operator is told.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path

import pytest
from django.apps import apps
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

ROOT = Path(__file__).resolve().parents[2]
RELEASED = ROOT / "docs" / "released.json"
TAKES_AWAY = (
    migrations.RemoveField, migrations.RenameField, migrations.RenameModel, migrations.DeleteModel,
    migrations.AlterModelTable,
)  # fmt: skip
ALLOWED: dict[str, str] = {}


def newer() -> list[tuple[str, Operation]]:
    """Operations of migrations that no release had, in the order of rooms."""
    known = {tuple(one) for one in json.loads(RELEASED.read_text("utf-8"))["migrations"]}
    if not known:
        return []
    found = []
    for app in apps.get_app_configs():
        if not app.name.startswith("lvzhi.") or importlib.util.find_spec(f"{app.name}.migrations") is None:
            continue
        folder = importlib.import_module(f"{app.name}.migrations")
        for one in pkgutil.iter_modules(folder.__path__):
            if (app.label, one.name) not in known:
                module = importlib.import_module(f"{folder.__name__}.{one.name}")
                found += [(f"{app.label}.{one.name}", operation) for operation in module.Migration.operations]
    return found


def breaks(operation: Operation) -> str:
    """What of a running older program an operation would break; empty where nothing."""
    if isinstance(operation, TAKES_AWAY):
        return f"{type(operation).__name__} takes away what the version before reads"
    if isinstance(operation, migrations.AddField) and not _may_be_left_out(operation.field):
        return f"{operation.model_name}.{operation.name}: the version before does not fill it: null=True or db_default"
    if isinstance(operation, migrations.AddConstraint):
        return f"{operation.model_name}: what the version before writes may not fit; add it a release later"
    return ""


def _may_be_left_out(field: models.Field) -> bool:
    return field.null or field.many_to_many or field.db_default is not models.NOT_PROVIDED


def test_the_version_before_goes_on_serving_over_newer_tables() -> None:
    found = {f"{where} {words}" for where, operation in newer() if (words := breaks(operation))}
    assert found - ALLOWED.keys() == set()
    assert ALLOWED.keys() - found == set(), "an exception without a use"


@pytest.mark.parametrize(
    ("operation", "broken"),
    [
        (migrations.RemoveField("a", "b"), True),
        (migrations.RenameField("a", "b", "c"), True),
        (migrations.RenameModel("A", "B"), True),
        (migrations.DeleteModel("A"), True),
        (migrations.AddField("a", "b", models.IntegerField(default=0)), True),
        (migrations.AddField("a", "b", models.IntegerField(db_default=0)), False),
        (migrations.AddField("a", "b", models.IntegerField(null=True)), False),
        (migrations.AddConstraint("a", models.UniqueConstraint(fields=["b"], name="c")), True),
        (migrations.AddIndex("a", models.Index(fields=["b"], name="d")), False),
        (migrations.CreateModel("A", []), False),
    ],
)
def test_what_breaks_and_what_does_not(operation: Operation, broken: bool) -> None:
    assert bool(breaks(operation)) is broken


def test_the_rule_begins_with_the_first_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of the migrations of now, those that a first release would not have are judged."""
    listed = tmp_path / "released.json"
    listed.write_text(json.dumps({"version": "0.1.0", "migrations": [["jobs", "0001_initial"]]}), "utf-8")
    monkeypatch.setattr("tests.architecture.test_upgrades.RELEASED", listed)
    assert "jobs.0001_initial" not in {where for where, _ in newer()}
    assert "files.0001_initial" in {where for where, _ in newer()}

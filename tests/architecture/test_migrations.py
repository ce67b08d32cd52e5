"""Tests make their tables from the models: the migrations lead to the same ones."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.state import ProjectState
from django.test import override_settings
from django.utils import translation

OURS = [app.label for app in apps.get_app_configs() if app.name.startswith("lvzhi.")]

BY_HAND = (RunPython, RunSQL, SeparateDatabaseAndState)  # what may do to a table what its state does not tell


@pytest.fixture(scope="module")
def loader() -> MigrationLoader:
    """The migrations as they stand, which the run of the tests leaves aside."""
    with override_settings(MIGRATION_MODULES={}):
        return MigrationLoader(None, ignore_no_migrations=True)


def missing(loader: MigrationLoader, before: ProjectState) -> dict[str, list[str]]:
    """What makemigrations would write for our rooms."""
    with translation.override(None):  # as makemigrations does: names of Django's own fields are not translated
        now = ProjectState.from_apps(apps)
        changes = MigrationAutodetector(before, now).changes(graph=loader.graph)
    return {room: [str(one) for one in found] for room, found in changes.items() if room in OURS}


def test_no_change_of_a_model_lacks_its_migration(loader: MigrationLoader) -> None:
    before = loader.project_state()
    assert missing(loader, before) == {}
    before.remove_field("journal", "entry", "seq")
    assert "journal" in missing(loader, before)


def test_every_table_comes_of_a_model() -> None:
    """Nothing is made by hand that tables made from the models would lack."""
    by_hand = []
    for label in OURS:
        folder = apps.get_app_config(label).name + ".migrations"
        if importlib.util.find_spec(folder) is None:
            continue
        for found in pkgutil.iter_modules(importlib.import_module(folder).__path__):
            operations = importlib.import_module(f"{folder}.{found.name}").Migration.operations
            by_hand += [f"{label}.{found.name}" for one in operations if isinstance(one, BY_HAND)]
    assert by_hand == []

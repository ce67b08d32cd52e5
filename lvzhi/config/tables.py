"""The tables of the database: brought up to date step by step, or made at once where there are none."""

from __future__ import annotations

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model


def up_to_date() -> None:
    """Bring the tables up to date.

    In an empty database they are made from the models in one transaction and all migrations are recorded as taken: that
    migrations lead to the same tables is held by a test, and taking them one after another would cost half a minute.
    """
    if not connection.introspection.table_names():
        _make()
    call_command("migrate", verbosity=0, interactive=False)


def _make() -> None:
    recorder = MigrationRecorder(connection)
    with connection.schema_editor(atomic=True) as editor:
        models: list[type[Model]] = [recorder.Migration, *apps.get_models()]
        for model in models:
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for room, name in MigrationLoader(None).disk_migrations:
            recorder.migration_qs.create(app=room, name=name)

"""Checks of sealed models at start-up: relations that would write behind the journal's back."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import models

from lvzhi.journal.models import Sealed
from lvzhi.journal.values import shape_of

SILENT = (models.SET_NULL, models.SET_DEFAULT)


def sealed_models() -> list[type[Sealed]]:
    """Every concrete sealed model, in the order of the apps."""
    return [m for m in apps.get_models() if issubclass(m, Sealed) and not m._meta.proxy and m._meta.managed]


def enlist() -> None:
    """Register the check with Django."""
    checks.register(follow, "models")


def follow(app_configs: Any, **_: Any) -> list[checks.CheckMessage]:
    """Refuse SET_NULL and hidden many-to-many tables on sealed models: Django writes them without our hearing of it."""
    found: list[checks.CheckMessage] = []
    for model in sealed_models():
        shape_of(model)
        found += [
            checks.Error(
                f"{field} is set to null by the database layer, outside any line",
                hint="use PROTECT, or CASCADE to another sealed model",
                obj=field,
                id="journal.E001",
            )
            for field in model._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and field.remote_field.on_delete in SILENT
        ]
        found += [
            checks.Error(
                f"{many} keeps its rows in a table the journal does not see",
                hint="give it a sealed `through` model",
                obj=many,
                id="journal.E002",
            )
            for many in model._meta.local_many_to_many
            if _hidden(many) and str(many.related_model.__module__).startswith("lvzhi.")
        ]
    return found


def _hidden(many: models.ManyToManyField[Any, Any]) -> bool:
    through = many.remote_field.through
    return through is not None and bool(through._meta.auto_created)

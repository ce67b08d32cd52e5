"""Values as people read them: states in the words their room registered, days, moments, records by their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models

from lvzhi.journal import vocabulary
from lvzhi.ui import formats

_labels: dict[tuple[str, str], dict[str, str]] = {}


def register(model: type[models.Model], field: str, labels: Mapping[Any, Any]) -> None:
    """Say what the values of a field are called that has no choices of its own. In `AppConfig.ready`.

    Args:
        labels: value → Chinese words.
    """
    _labels[model._meta.label_lower, field] = {str(value): str(label) for value, label in labels.items()}


def shown(model: type[models.Model] | None, name: str | None, value: Any) -> str:
    """A value of a line as its page shows it; one that can no longer be read is given as it was written."""
    if value is None or value in ("", [], {}):
        return vocabulary.EMPTY
    if isinstance(value, bool):
        return vocabulary.YES_NO[value]
    field = _field(model, name)
    if model is None or field is None:
        return str(value)
    known = _labels.get((model._meta.label_lower, field.name)) or {str(k): str(v) for k, v in field.flatchoices}
    if str(value) in known:
        return known[str(value)]
    if isinstance(field, models.ForeignKey):
        return _called(field, value)
    return _day(field, value)


def _field(model: type[models.Model] | None, name: str | None) -> Any:
    if model is None or name is None:
        return None
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _called(field: models.ForeignKey[Any, Any], value: Any) -> str:
    """What the record is called now; the line itself keeps the key alone."""
    found = field.related_model._base_manager.filter(**{field.target_field.name: value}).first()
    return str(value) if found is None else str(found)


def _day(field: models.Field[Any, Any], value: Any) -> str:
    if not isinstance(field, models.DateField):
        return str(value)
    try:
        read = field.to_python(value)
    except (ValidationError, TypeError):
        return str(value)
    return formats.moment(read) if isinstance(read, dt.date) else str(value)

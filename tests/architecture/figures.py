"""What a figure's declaration promises against the rows it declares; `main` runs the same on a copy."""

from __future__ import annotations

import sys
from datetime import date

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model


def column_faults() -> list[str]:
    """Columns, summed fields and cut filters of registered figures that their rows do not have."""
    from lvzhi.committee.models import Committee
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import Period
    from lvzhi.metrics.registry import figures

    scope = Scope(Committee(pk=1, path="000001/"))
    period = Period("range", date(2022, 1, 1), date(2022, 12, 31), "2022-01-01..2022-12-31", "2022年")
    found = []
    for figure in figures():
        wanted = [getattr(figure, "field", None)]
        for metric in figure.sources:
            rows = metric.rows(scope, period)
            known = set(rows.query.annotations)
            plain = [column.key for column in metric.columns if column.value is None]
            found += [
                f"{figure.key}: no column {key} in {metric.key}"
                for key in [*plain, *filter(None, wanted)]
                if key not in known and not leads_somewhere(rows.model, key)
            ]
    return sorted(set(found))


def leads_somewhere(model: type[Model], key: str) -> bool:
    """Whether a path over ``__`` exists on the model: fields, relations, and at its end a property or method."""
    place: type[Model] | None = model
    parts = key.split("__")
    for number, part in enumerate(parts):
        if place is None:
            return False
        try:
            place = place._meta.get_field(part).related_model  # type: ignore[assignment]  # 'self' is resolved by now
        except FieldDoesNotExist:
            return number == len(parts) - 1 and hasattr(place, part)
    return True


def _make_tables() -> None:
    """Tables straight from the models: a figure may ask what is aimed at before it knows its rows."""
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    settings.MIGRATION_MODULES = dict.fromkeys((one.label for one in apps.get_app_configs()), None)
    call_command("migrate", run_syncdb=True, verbosity=0)


def main() -> int:
    """Print the findings; 1 where there are any."""
    import django

    django.setup()
    _make_tables()
    found = column_faults()
    sys.stdout.write("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

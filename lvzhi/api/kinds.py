"""Which kinds of record there are, and what of them may be told: read off the registries of the rooms below.

A field is told where a room has said that every reader of the record may read it: the columns that `search` indexes
(`Texts`: nothing sealed, no phones or identity numbers), those that its procedure names (`Workflow.columns`), and the
plain columns of the evidence of figures whose rows follow the record's own rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field as ModelField
from django.db.models import Model, Q, TextField

from lvzhi.access import Actor, Missing
from lvzhi.journal.fields import SecretField
from lvzhi.metrics.declare import Metric
from lvzhi.metrics.registry import figures
from lvzhi.search.kinds import Texts, Told, registered
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.registry import workflows

TYPES = {
    "DateField": "date", "DateTimeField": "moment", "IntegerField": "integer", "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "integer", "BigIntegerField": "integer", "BooleanField": "boolean",
    "DecimalField": "decimal",
}  # fmt: skip


def reach(record: Any, path: str) -> Any:
    """What stands at the end of a path; None where a part of it is missing."""
    found = record
    for part in path.split("__"):
        if found is None:
            return None
        found = getattr(found, part)
        if callable(found):
            found = found()
    return found


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record.

    Args:
        path: where it stands, with ``__`` between steps; key: the same with dots.
        long: a text that only the record itself gives, not the list.
        told: rows of another table that are part of its text.
    """

    path: str
    label: str
    type: str = "text"
    long: bool = False
    told: Told | None = None

    @property
    def key(self) -> str:
        """What an answer calls it."""
        return self.path.replace("__", ".")

    def read(self, record: Any) -> Any:
        """The value; a missing part of a path gives None."""
        found = reach(record, self.path)
        return str(found) if isinstance(found, Model) else found


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    Args:
        kind: "app_label.model_name". rows: which of them an actor may see. related: what its fields read through.
        parents: fields that lead to a record of another kind that it cannot be without.
        leads: paths of its fields that lead to a record of another kind, each with that kind: what stands behind
            them is told to whoever may see that record.
    """

    kind: str
    name: str
    model: type[Model]
    rows: Callable[[Actor], Q]
    fields: tuple[Field, ...]
    related: tuple[str, ...]
    parents: tuple[str, ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    workflow: Workflow | None = None
    texts: Texts | None = None

    @property
    def room(self) -> str:
        """The room that declares it."""
        return self.kind.partition(".")[0]

    @property
    def begins(self) -> bool:
        """Whether a record of it can be begun here."""
        return self.workflow is not None and self.workflow.opens is not None

    def title(self, record: Any) -> str:
        """What people call the record."""
        if self.workflow is not None:
            return str(record.title_for_people)
        titles = [one for one in (self.texts.title if self.texts else ()) if isinstance(one, str)]
        said = [str(Field(one, "").read(record) or "") for one in titles]
        return " ".join(filter(None, said)) or str(record)

    def url(self, record: Any) -> str:
        """Its page, "" where it has none."""
        if self.workflow is not None and self.workflow.address is not None:
            return self.workflow.address(record)
        return self.texts.url(record.uid) if self.texts is not None else ""


def all_kinds() -> tuple[Kind, ...]:
    """Every kind, by key."""
    return tuple(_kinds()[key] for key in sorted(_kinds()))


def kind_of(key: str) -> Kind:
    """The kind of that key. Raises `Missing`."""
    found = _kinds().get(key)
    if found is None:
        raise Missing("api.no_kind", kind=key[:60])
    return found


@cache
def rooms() -> tuple[tuple[str, str], ...]:
    """Key and name of the rooms that have records or figures."""
    keys = dict.fromkeys([one.room for one in all_kinds()] + [one.room for one in figures()])
    return tuple((key, str(apps.get_app_config(key).verbose_name)) for key in keys)


@cache
def _kinds() -> dict[str, Kind]:
    procedures = {one.model._meta.label_lower: one for one in workflows()}
    texts = registered()
    known = {*procedures, *texts}
    return {key: _kind(key, procedures.get(key), texts.get(key), known) for key in known}


def _kind(key: str, workflow: Workflow | None, texts: Texts | None, known: set[str]) -> Kind:
    if workflow is not None:
        model: type[Model] = workflow.model
        name, rows = workflow.name, workflow.visible.rows
    else:
        assert texts is not None  # noqa: S101  reason: a kind stands in one of the two
        model, name, rows = texts.rows().model, texts.name, texts.readable
    fields: dict[str, Field] = {}
    for one in [*_of_columns(model, workflow), *_of_texts(model, texts, rows), *_of_figures(key, model, rows)]:
        fields.setdefault(one.path, one)
    paths = [one.path for one in fields.values() if one.told is None]
    paths += [one for one in (texts.title if texts else ()) if isinstance(one, str)]
    parents = tuple(_parents(model, known))
    related = dict.fromkeys(
        [*_links(model, [*paths, "committee__x"]), *parents, *(workflow.related if workflow is not None else ())]
    )
    leads = tuple(_leads(model, {*(one.path for one in fields.values()), *(f"{one}__x" for one in parents)}, known))
    return Kind(key, name, model, rows, tuple(fields.values()), tuple(related), parents, leads, workflow, texts)


def _leads(model: type[Model], paths: set[str], known: set[str]) -> Iterator[tuple[str, str]]:
    steps = {"__".join(path.split("__")[:end]) for path in paths for end in range(1, path.count("__") + 1)}
    for step in sorted(steps):
        owner = _owner(model, step.split("__"))
        if owner is not None and owner._meta.label_lower in known:
            yield step, owner._meta.label_lower


def _parents(model: type[Model], known: set[str]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        other: Any = field.related_model
        if other is not None and not field.null and other._meta.label_lower in known:
            yield field.name


def _of_columns(model: type[Model], workflow: Workflow | None) -> Iterator[Field]:
    for path in workflow.columns if workflow is not None else ():
        found = _resolve(model, path)
        if found is None:
            raise LookupError(f"{model._meta.label_lower} has no column {path} that may be told")
        yield _made(path, found, str(found.verbose_name))


def _of_texts(model: type[Model], texts: Texts | None, rows: Callable[[Actor], Q]) -> Iterator[Field]:
    if texts is None or texts.readable != rows:
        return
    for part in (*texts.number, *texts.title, *texts.names, *texts.body):
        if isinstance(part, Told):
            yield Field(
                part.model._meta.model_name or part.field, str(part.model._meta.verbose_name), "texts", long=True,
                told=part,
            )  # fmt: skip
        elif isinstance(part, str):
            found = _resolve(model, part)
            if found is not None:
                yield _made(part, found, str(found.verbose_name))


def _of_figures(key: str, model: type[Model], rows: Callable[[Actor], Q]) -> Iterator[Field]:
    for figure in figures():
        if not isinstance(figure, Metric) or figure.record_kind != key or figure.visible != rows:
            continue
        for column in figure.columns:
            if column.value is not None:
                continue
            found = _resolve(model, column.key)
            if found is not None:
                yield _made(column.key, found, column.label)
            elif _answers(model, column.key):
                yield Field(column.key, column.label, column.kind)


def _made(path: str, field: ModelField[Any, Any], label: str) -> Field:
    kind = TYPES.get(type(field).__name__, "text")
    return Field(path, label, kind, long=isinstance(field, TextField) and not field.choices)


def _owner(model: type[Model], steps: list[str]) -> Any:
    """The model that a path leads to; None where it is none."""
    owner: Any = model
    for step in steps:
        try:
            field = owner._meta.get_field(step)
        except FieldDoesNotExist:
            return None
        if not field.many_to_one and not field.one_to_one:
            return None
        owner = field.related_model
    return owner


def _resolve(model: type[Model], path: str) -> Any:
    """The column at the end of a path; None where there is none, or where it is a secret."""
    *steps, last = path.split("__")
    owner = _owner(model, steps)
    if owner is None:
        return None
    try:
        field = owner._meta.get_field(last)
    except FieldDoesNotExist:
        return None
    return None if isinstance(field, SecretField) or not getattr(field, "concrete", False) else field


def _answers(model: type[Model], path: str) -> bool:
    """Whether the path ends in what the model answers itself, such as the label of a code."""
    *steps, last = path.split("__")
    owner = _owner(model, steps)
    return owner is not None and hasattr(owner, last)


def _links(model: type[Model], paths: list[str]) -> Iterator[str]:
    for path in paths:
        steps = path.split("__")[:-1]
        if steps and _owner(model, steps) is not None:
            yield "__".join(steps)

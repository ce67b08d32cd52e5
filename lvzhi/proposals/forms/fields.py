"""Fields that pick units and members by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse

from lvzhi.committee.scope import Scope
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import units_on
from lvzhi.people.models import Member
from lvzhi.people.queries import MANY, search, told_apart
from lvzhi.proposals.vocabulary import UNIT_PROMPT
from lvzhi.ui.forms import LongText, Picker, PickField

LONG = 500
HANDLING_UNIT = "handling"


def area(rows: int = 4) -> LongText:
    """A text field of several lines."""
    return LongText(rows=rows)


class ByName(forms.ModelChoiceField[Any]):
    """A choice of a unit by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class Keys(Picker):
    """A picker that also takes plain keys, as a generator or the command line gives them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        given = data.get(name)
        if hasattr(data, "getlist") or given is None:
            return super().value_from_datadict(data, files, name)
        several = given if isinstance(given, list | tuple | set | QuerySet) else [given]
        return [str(getattr(one, "pk", one)) for one in several]


class Several(PickField):
    """Several records picked by typing; cleaned into the records, in the order picked.

    ``rows`` is set when the form knows its committee: those that may be named (the action judges them).
    """

    rows: Any = None
    found: Any = None

    def __init__(self, *, search: str, **rest: Any) -> None:
        self.search = search
        rest.setdefault("widget", Keys())
        super().__init__(labels=self._labels, resolve=self._resolve, **rest)

    def point(self, rows: Any, call: Callable[[list[Any]], dict[int, str]], find: Callable[[str], Any]) -> None:
        """Say where to look: all that may be named, what each is called, and how typed text finds them."""
        self.rows, self.call, self.found = rows, call, find
        picker: Any = self.widget
        picker.labels, self.labels, self.resolve = self._labels, self._labels, self._resolve
        picker.search_url = reverse(self.search)

    def _several(self, keys: Sequence[str]) -> list[Any]:
        wanted = [int(key) for key in keys if key.isdigit()]
        rows = {row.pk: row for row in self.rows.filter(pk__in=wanted)} if wanted else {}
        return [rows[pk] for pk in wanted if pk in rows]

    def _labels(self, keys: Sequence[str]) -> list[tuple[str, str]]:
        rows = self._several(keys)
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def _resolve(self, text: str) -> list[tuple[str, str]]:
        rows = list(self.found(text)[:MANY])
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def clean(self, value: Any) -> list[Any]:
        """The records."""
        return self._several(super().clean(value))


def point_at_units(field: Any, committee: Any, day: date) -> None:
    """Let a field pick handling units of the committee's directory."""
    field.widget.prompt = UNIT_PROMPT
    field.point(
        Unit.objects.filter(committee=committee, kind=HANDLING_UNIT),
        lambda rows: {row.pk: row.name for row in rows},
        lambda text: units_on(committee, day, kind=HANDLING_UNIT).filter(name__contains=text),
    )


def point_at_members(field: Any, committee: Any, day: date) -> None:
    """Let a field pick members of the committee; same-named ones are told apart."""
    field.point(
        Member.objects.live().filter(committee=committee).select_related("person"),
        lambda rows: told_apart(rows, day),
        lambda text: search(Scope(committee), text, day),
    )

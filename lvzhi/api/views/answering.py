"""Forms as JSON Schema, and answers as a browser would have sent them: the form itself reads both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise

from lvzhi.access import Refusal, Refusals
from lvzhi.api.vocabulary import JOINER
from lvzhi.committee.web import DayField
from lvzhi.ui.forms import PickField

MOST: Final = 1000  # choices told; more are found by their name
TYPED: Final = "__typed"
SEVERAL = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField, PickField)


def schema(form: forms.Form | None) -> dict[str, Any]:
    """What a form asks, as JSON Schema of ``answers``."""
    if form is None:
        return {"type": "object", "properties": {}, "required": []}
    told = {name: _field(form, name, field) for name, field in form.fields.items() if not _is_file(field)}
    for name, field in form.fields.items():
        if isinstance(field, PickField):
            told[f"{name}{TYPED}"] = {"type": "string", "title": str(field.label or name)}
    needed = [
        name for name, field in form.fields.items()
        if field.required and not _is_file(field) and not isinstance(field, PickField | forms.BooleanField)
    ]  # fmt: skip
    return {"type": "object", "properties": told, "required": needed}


def _is_file(field: forms.Field) -> bool:
    return isinstance(field, forms.FileField)


def _field(form: forms.Form, name: str, field: forms.Field) -> dict[str, Any]:
    told: dict[str, Any] = {"title": str(field.label or name), **_type(field)}
    if field.help_text:
        told["description"] = str(field.help_text)
    initial = form.get_initial_for_field(field, name)
    if isinstance(initial, str | int | bool) and initial != "":
        told["default"] = initial
    return told


def _type(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, SEVERAL):
        return {"type": "array", "items": {"type": "string", **_choices(field)}}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return {"type": "string", **_choices(field)}
    if isinstance(field, forms.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, forms.DateTimeField):
        return {"type": "string", "format": "date-time"}
    if isinstance(field, forms.DateField | DayField):
        return {"type": "string", "format": "date"}
    if isinstance(field, forms.FloatField | forms.DecimalField):
        return {"type": "number", **_bounds(field)}
    if isinstance(field, forms.IntegerField):
        return {"type": "integer", **_bounds(field)}
    longest = getattr(field, "max_length", None)
    return {"type": "string", **({"maxLength": longest} if longest else {})}


def _bounds(field: Any) -> dict[str, Any]:
    ends = {"minimum": field.min_value, "maximum": field.max_value}
    return {
        key: int(value) if float(value).is_integer() else float(value)
        for key, value in ends.items()
        if value is not None
    }


def _choices(field: Any) -> dict[str, Any]:
    if not hasattr(field, "choices"):
        return {}
    found = [{"const": key, "title": label} for key, label in islice(_flat(field.choices), MOST + 1)]
    return {"oneOf": found} if found and len(found) <= MOST else {}


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        elif not isinstance(key, Promise):
            yield str(key), str(label)


def posted(answers: Mapping[str, Any], form: forms.Form | None) -> QueryDict:
    """Answers as a browser sends them: a box that is ticked says ``on``, one that is not says nothing.

    Args:
        form: unbound, to know what is asked; an answer that nothing asks for would otherwise be lost in silence.

    Raises:
        Refusals: ``api.unknown_answers``, ``api.bad_text``.
    """
    names = tuple(form.fields) if form is not None else ()
    strange = [one for one in answers if not any(one == name or one.startswith(f"{name}_") for name in names)]
    faults = (
        [Refusal("api.unknown_answers", field=strange[0][:80], names=JOINER.join(strange)[:200])] if strange else []
    )
    faults += [Refusal("api.bad_text", field=name, where=name) for name, value in answers.items() if not fit(value)]
    if faults:
        raise Refusals(faults)
    found = QueryDict(mutable=True)
    for name, value in answers.items():
        said = [_said(one) for one in (value if isinstance(value, list) else [value])]
        given = [one for one in said if one is not None]
        if given:
            found.setlist(name, given)
    return found


def fit(value: Any) -> bool:
    """Whether a database can keep it: no half of a pair of signs, no zero."""
    if isinstance(value, list):
        return all(fit(one) for one in value)
    return not isinstance(value, str) or not any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in value)


def _said(value: Any) -> str | None:
    if value is None or value is False:
        return None
    return "on" if value is True else str(value)

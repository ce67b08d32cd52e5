"""Forms in our look: a renderer, a form that asks for it, and widgets that work with and without scripting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.renderers import DjangoTemplates
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from . import vocabulary

Choice = tuple[str, str]
MANY_OPTIONS = 20  # what a picker offers at once


class FormRenderer(DjangoTemplates):
    """Renders every form with our field template; set as ``FORM_RENDERER`` or on a form as ``default_renderer``."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


# One for all forms: each renderer compiles the templates of fields and widgets anew.
RENDERER = FormRenderer()


class UiForm(forms.Form):
    """A form in our look wherever it stands."""

    default_renderer = RENDERER
    use_required_attribute = False  # the browser's own bubbles are not in our words


class Narrowing(UiForm):
    """The filter of a list: what was asked, and how a heading or an export says so."""

    def choices(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Give a field its choices, "all" before them."""
        field: Any = self.fields[name]
        field.choices = [("", vocabulary.EVERY_ONE), *choices]

    def wanted(self) -> dict[str, Any]:
        """What was asked; a value that cannot be meant narrows nothing, and the form says so beside its field."""
        self.is_valid()
        return self.cleaned_data

    def said(self) -> list[tuple[str, str]]:
        """The filters in force as (label, value)."""
        found = []
        for name, value in self.wanted().items():
            field: Any = self.fields[name]
            if value and field.label:
                found.append((str(field.label), self.shown(dict(getattr(field, "choices", ())).get(value, value))))
        return found

    def shown(self, value: Any) -> str:
        """A value as the filters in force are told."""
        return str(value)


class UiModelForm(forms.ModelForm):  # type: ignore[type-arg]  # the model is the subclass's to name
    """A model form in our look."""

    default_renderer = RENDERER
    use_required_attribute = False


class LongText(forms.Textarea):
    """Several lines with a live counter. Too long a text is refused on sending, never cut while pasting.

    ``limit``, ``least``: characters allowed and wanted, for the counter; ``rows``: height; ``skips``: what the counter
    leaves out, of ``blanks`` and ``punctuation``; where it is given, line breaks are left out too, and characters are
    counted even without a limit.
    """

    template_name = "ui/widgets/longtext.html"
    wide = True

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        limit: int | None = None,
        least: int | None = None,
        rows: int = 6,
        skips: Iterable[str] | None = None,
    ) -> None:
        super().__init__({"rows": rows, **(attrs or {})})
        self.limit, self.least, self.skips = limit, least, skips

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        cut = context["widget"]["attrs"].pop("maxlength", None)
        limit = self.limit or (int(cut) if cut else None)
        if limit:
            context["widget"]["attrs"]["data-limit"] = limit
        if self.skips is not None:
            context["widget"]["attrs"]["data-count"] = " ".join(sorted(self.skips))
        if self.least:
            context["widget"]["attrs"]["data-least"] = self.least
        counts = bool(limit or self.least) or self.skips is not None
        context["widget"] |= {"limit": limit, "least": self.least, "counts": counts}
        return context


class Day(forms.DateInput):
    """A day, picked in the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    """A day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class Segmented(forms.RadioSelect):
    """A few choices beside each other."""

    template_name = "ui/widgets/segmented.html"


class Checks(forms.CheckboxSelectMultiple):
    """Several choices, each with its box."""

    template_name = "ui/widgets/segmented.html"


class Picker(forms.Widget):
    """People (or other records) found by typing.

    ``search_url``: answers ``?q=…`` with ``ui/picker_options.html`` over ``options`` (pairs of key and label, with an
    optional third part, the second line). Chosen ones are boxes that can be unticked. Without scripting the typed text
    is sent as ``NAME__typed`` and resolved by the field. ``prompt``: what stands in the empty box.
    """

    template_name = "ui/widgets/picker.html"
    wide = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, search_url: str = "", multiple: bool = True) -> None:
        super().__init__(attrs)
        self.search_url = search_url
        self.multiple = multiple
        self.labels: Callable[[Sequence[str]], Iterable[Choice]] = lambda keys: [(key, key) for key in keys]
        self.candidates: list[Choice] = []
        self.typed = ""
        self.prompt = vocabulary.TYPE_NAME

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        getlist = getattr(data, "getlist", None)
        keys = getlist(name) if getlist else data.get(name, [])
        if isinstance(keys, str):
            keys = [keys]
        self.typed = str(data.get(f"{name}__typed", "") or "").strip()
        return [str(key) for key in keys if key]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        return False  # all unticked looks like nothing sent

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        keys = [str(getattr(key, "pk", key)) for key in (value if isinstance(value, list | tuple) else [value]) if key]
        context["widget"].update(
            chosen=list(self.labels(keys)) if keys else [],
            candidates=self.candidates,
            typed=self.typed,
            search_url=self.search_url,
            multiple=self.multiple,
            prompt=self.prompt,
        )
        return context

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_typed" if id_ else id_


class PickField(forms.Field):
    """Keys of picked records, as a list of strings (or one string when not ``multiple``).

    ``labels``: keys → pairs (key, label), only of those that may be picked: a key it does not give back is refused.
    ``resolve``: typed text → pairs that match, for browsers without scripting; names are parted by commas or space.
    """

    widget = Picker

    def __init__(
        self,
        *,
        labels: Callable[[Sequence[str]], Iterable[Choice]],
        resolve: Callable[[str], Iterable[Choice]] | None = None,
        search_url: str = "",
        multiple: bool = True,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("widget", Picker(search_url=search_url, multiple=multiple))
        super().__init__(**kwargs)
        self.labels, self.resolve, self.multiple = labels, resolve, multiple
        self._picker.labels = labels

    @property
    def _picker(self) -> Picker:
        return cast("Picker", self.widget)

    def clean(self, value: Any) -> Any:
        """The keys, those that were typed included. Raises when a name matches nobody or several."""
        picker = self._picker
        keys = list(dict.fromkeys(value or []))
        for text in _split(picker.typed):
            keys.extend(self._found(text, picker))
        keys = list(dict.fromkeys(keys))
        known = {key for key, _ in self.labels(keys)} if keys else set()
        keys = [key for key in keys if key in known]
        if not self.multiple:
            keys = keys[-1:]
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        return keys if self.multiple else (keys[0] if keys else None)

    def _found(self, text: str, picker: Picker) -> list[str]:
        found = list(self.resolve(text)) if self.resolve else []
        if len(found) == 1:
            picker.typed = ""
            return [found[0][0]]
        if not found:
            raise ValidationError(vocabulary.NO_MATCH.format(text=text), code="no_match")
        picker.candidates = found
        names = vocabulary.COMMA.join(label for _, label in found[:5])
        raise ValidationError(vocabulary.MANY_MATCHES.format(text=text, names=names), code="many_matches")


def _split(text: str) -> list[str]:
    return [part for part in re.split(vocabulary.PARTING, text) if part]


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

    ``search``: name of the address that answers the picker. ``point`` says where to look, once the form knows its
    committee.
    """

    rows: Any = None
    found: Any = None

    def __init__(self, *, search: str, **rest: Any) -> None:
        self.search = search
        rest.setdefault("widget", Keys(multiple=rest.get("multiple", True)))
        super().__init__(labels=self._labels, resolve=self._resolve, **rest)

    def point(
        self, rows: Any, call: Callable[[list[Any]], dict[int, str]], find: Callable[[str], Any], query: str = ""
    ) -> None:
        """Say where to look: all that may be named, what each is called, and how typed text finds them.

        ``query`` stands behind the picker's address.
        """
        self.rows, self.call, self.found = rows, call, find
        picker: Any = self.widget
        picker.labels, self.labels, self.resolve = self._labels, self._labels, self._resolve
        picker.search_url = reverse(self.search) + query

    def _several(self, keys: Sequence[str]) -> list[Any]:
        wanted = [int(key) for key in keys if key.isdigit()]
        rows = {row.pk: row for row in self.rows.filter(pk__in=wanted)} if wanted else {}
        return [rows[pk] for pk in wanted if pk in rows]

    def _labels(self, keys: Sequence[str]) -> list[tuple[str, str]]:
        rows = self._several(keys)
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def _resolve(self, text: str) -> list[tuple[str, str]]:
        rows = list(self.found(text)[:MANY_OPTIONS])
        names = self.call(rows)
        return [(str(row.pk), names[row.pk]) for row in rows]

    def clean(self, value: Any) -> list[Any]:
        """The records; where one alone may be picked, that one in a list, or an empty list."""
        keys = super().clean(value)
        return self._several(keys if self.multiple else [keys] if keys else [])


class Files(forms.FileInput):
    """Several files at once; their names and sizes are listed before sending.

    ``accept``: endings such as ``.pdf,.docx``; ``hint``: what may be sent, in words.
    """

    template_name = "ui/widgets/files.html"
    allow_multiple_selected = True
    wide = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, accept: str = "", hint: str = "") -> None:
        extra = {"accept": accept} if accept else {}
        super().__init__({"multiple": True, **extra, **(attrs or {})})
        self.hint = hint

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["hint"] = self.hint
        return context


class OneFile(forms.FileInput):
    """One file; the button and the name of what was chosen are in our words, whatever the browser speaks."""

    template_name = "ui/widgets/file.html"
    wide = True


class FilesField(forms.FileField):
    """A list of uploaded files, at most ``limit`` of them. Their content is the receiving room's to check."""

    widget = Files

    def __init__(self, *, limit: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limit = limit

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files; raises when there are too many or one is empty."""
        found = [item for item in (data if isinstance(data, list | tuple) else [data]) if item]
        if not found:
            super().clean(None, initial)
            return []
        if self.limit is not None and len(found) > self.limit:
            words = vocabulary.TOO_MANY_FILES.format(limit=self.limit, count=len(found))
            raise ValidationError(words, code="too_many_files")
        one = super().clean
        return [one(item, initial) for item in found]

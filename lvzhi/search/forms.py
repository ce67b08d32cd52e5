"""What is asked, and by what it is narrowed."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from lvzhi.search import kinds
from lvzhi.search.asking import LENGTH
from lvzhi.search.finding import Found, Narrowed
from lvzhi.search.vocabulary import FIELDS, ORDERS, YEAR
from lvzhi.ui.forms import Narrowing


class SearchForm(Narrowing):
    """One line, and choices taken from what was found: none that would lead to what one may not see."""

    q = forms.CharField(label=FIELDS["q"], required=False)
    kind = forms.ChoiceField(label=FIELDS["kind"], required=False)
    state = forms.ChoiceField(label=FIELDS["state"], required=False)
    year = forms.ChoiceField(label=FIELDS["year"], required=False)
    organ = forms.ChoiceField(label=FIELDS["organ"], required=False)
    order = forms.ChoiceField(label=FIELDS["order"], required=False, choices=list(ORDERS.items()))

    def offer(self, found: Found, asked: Narrowed) -> None:
        """Give the fields the choices that what was found leaves, those in force always among them."""
        known = kinds.registered()
        self.choices("kind", [(key, f"{known[key].name} {count}") for key, count in _with(found.by_kind, asked.kind)])
        years = sorted({*found.by_year, *((asked.year,) if asked.year else ())}, reverse=True)
        self.choices("year", [(str(year), YEAR.format(year=year)) for year in years])
        self.choices("organ", [(str(key), f"{name} {count}") for key, (name, count) in found.by_organ.items()])
        one = known.get(asked.kind)
        if one is not None and one.states:
            self.choices("state", one.states.items())
        else:
            del self.fields["state"]
        for name in ("kind", "year", "organ"):
            if len(self.fields[name].choices) <= 1:  # type: ignore[attr-defined]  # reason: all three are choices
                del self.fields[name]


def narrowed(given: Mapping[str, str]) -> Narrowed:
    """By what an address narrows; what cannot be meant does not."""
    kind = given.get("kind", "")
    one = kinds.texts_of(kind)
    state = given.get("state", "")
    return Narrowed(
        kind if one else "", _number(given.get("year", "")), _number(given.get("organ", "")),
        state if one is not None and state in one.states else "",
    )  # fmt: skip


def typed(given: Mapping[str, str]) -> str:
    """What was typed, as far as it is read."""
    return given.get("q", "").strip()[:LENGTH]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text[:9]) > 0 else None


def _with(counts: Mapping[str, int], key: str) -> list[tuple[str, int]]:
    found = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return found if not key or key in counts else [*found, (key, 0)]

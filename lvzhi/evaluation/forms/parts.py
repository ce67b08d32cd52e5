"""Forms of a rule set's parts: block, item, condition, grade. What an item may be asked follows its kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from lvzhi.access import Refusal
from lvzhi.committee.web import DayField
from lvzhi.evaluation.forms.rulesets import decimal, long_words
from lvzhi.evaluation.kinds import ALL, KINDS, MANUAL, FactKind, kind_of
from lvzhi.evaluation.models import NAME_MOST
from lvzhi.evaluation.reckoning import Block, Grade, Item, Need, Rules
from lvzhi.evaluation.reckoning.saying import plain
from lvzhi.evaluation.vocabulary.kinds import FACETS, LEVELS, WHAT
from lvzhi.evaluation.vocabulary.saying import BETWEEN, PAUSE
from lvzhi.evaluation.vocabulary.states import GroupMode, NeedKind, Per, Share, Sort, Whom
from lvzhi.evaluation.vocabulary.words import FORM, HELP
from lvzhi.ui.forms import Checks, Segmented, UiForm

FACET = "facet_"
_LEVEL = re.compile(r"^(\D+?)\s*(-?\d+(?:\.\d+)?)$")


def count(name: str, least: int = 0, **rest: Any) -> forms.IntegerField:
    """A small whole number."""
    return forms.IntegerField(
        label=FORM[name], required=False, min_value=least, max_value=999, help_text=HELP.get(name, ""), **rest
    )


def name_of(name: str) -> forms.CharField:
    """What a part is called."""
    return forms.CharField(label=FORM[name], max_length=NAME_MOST)


class PartForm(UiForm):
    """A part of a rule set, of a value and back.

    Args:
        rules: the rule set that it belongs to.
        kinds: which kinds of fact it counts, for items and conditions.
        names: of the committee's kinds of activity by code.
    """

    seldom: tuple[str, ...] = ()
    """Fields that most parts leave as they are: folded, unless one of them says something."""

    def __init__(
        self, *args: Any, rules: Rules, kinds: tuple[str, ...] = (), names: Mapping[str, str] | None = None,
        **rest: Any,
    ) -> None:  # fmt: skip
        self.rules = rules
        self.kinds = kinds
        self.names = names or {}
        super().__init__(*args, **rest)
        self.prepare()

    def usual(self) -> list[Any]:
        """Fields that stand open."""
        return [self[name] for name in self.fields if name not in self.seldom]

    def folded(self) -> list[Any]:
        """Fields that are folded."""
        return [self[name] for name in self.fields if name in self.seldom]

    def unfolds(self) -> bool:
        """Whether a folded field says something, or is wrong."""
        usual = {name: field.initial for name, field in self.base_fields.items()}
        return any(one.errors or (one.value() or None) != (usual.get(one.name) or None) for one in self.folded())

    def prepare(self) -> None:
        """Fill choices; forms that have such fields override it."""

    def part(self, number: int) -> Any:
        """The part as a value."""
        raise NotImplementedError

    @classmethod
    def given(cls, part: Any) -> dict[str, Any]:
        """What the form shows of a part."""
        return {name: getattr(part, name) for name in cls.base_fields if hasattr(part, name)}


class BlockForm(PartForm):
    """A block."""

    name = name_of("block_name")
    start = decimal("start")
    cap = decimal("block_cap")
    floor = decimal("block_floor", initial=0)
    bonus = forms.BooleanField(label=FORM["bonus"], required=False)

    def part(self, number: int) -> Block:
        """The block."""
        known = self.cleaned_data
        return Block(number=number, **(known | {"start": known["start"] or Decimal(0)}))


class GradeForm(PartForm):
    """A grade."""

    name = name_of("grade_name")
    least = decimal("least")
    below = decimal("below")
    quota = decimal("quota")
    low = forms.BooleanField(label=FORM["low"], required=False)

    def prepare(self) -> None:
        """A new grade begins below the last one."""
        if self.rules.grades:
            self.fields["below"].initial = self.rules.grades[-1].least

    def part(self, number: int) -> Grade:
        """The grade."""
        return Grade(number=number, **self.cleaned_data)


def counted_by(units: bool) -> list[FactKind]:
    """The kinds of record that a rule set may count."""
    return [one for one in ALL if one.units == units and one is not MANUAL]


class KindForm(UiForm):
    """Which records an item or a condition counts: asked first, because the rest follows."""

    kinds = forms.MultipleChoiceField(
        label=FORM["kinds"], required=False, widget=Checks, help_text=HELP["kinds"],
    )  # fmt: skip

    def __init__(self, *args: Any, units: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        shown = [(one.key, one.name) for one in counted_by(units)]
        self.fields["kinds"].choices = shown  # type: ignore[attr-defined]  # reason: a choice field


class Filtered(PartForm):
    """A part that counts records: a choice of values for each field they may be filtered by."""

    def prepare(self) -> None:
        for key, label in FACETS.items():
            words = {code: said for kind in self.kinds for code, said in kind_of(kind).facets.get(key, {}).items()}
            if words and key.startswith(WHAT):
                words |= self.names  # a committee's own kinds, and its names of the others
            if words and all(key in kind_of(kind).facets for kind in self.kinds):
                self.fields[FACET + key] = forms.MultipleChoiceField(
                    label=label, choices=list(words.items()), required=False, widget=Checks
                )
        for key, values in dict(self.initial.get("filters") or ()).items():
            if FACET + key in self.fields:
                self.fields[FACET + key].initial = sorted(values)

    def filters(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What was chosen."""
        known = self.cleaned_data
        asked = ((name.removeprefix(FACET), known.get(name)) for name in self.fields if name.startswith(FACET))
        return tuple(sorted((key, frozenset(values)) for key, values in asked if values))

    @classmethod
    def given(cls, part: Any) -> dict[str, Any]:
        return super().given(part) | {"filters": part.filters}


class ItemForm(Filtered):
    """A scoring item of records (R7.9)."""

    seldom: tuple[str, ...] = (
        f"{FACET}what!", f"{FACET}role", "skip", "most", "group", "mode", "unless", "whom", "since", "until", "note",
    )  # fmt: skip
    block = forms.TypedChoiceField(label=FORM["block"], coerce=int)
    name = name_of("item_name")
    points = decimal("points")
    by_level = forms.CharField(label=FORM["by_level"], required=False, max_length=NAME_MOST, help_text=HELP["by_level"])
    per = forms.ChoiceField(label=FORM["per"], choices=Per.choices, widget=Segmented, initial=Per.RECORD)
    share = forms.ChoiceField(label=FORM["share"], choices=Share.choices, initial=Share.EACH)
    first = decimal("first")
    other = decimal("other")
    authors = count("authors", 1)
    skip = count("skip")
    most = count("most", 1)
    cap = decimal("cap")
    group = forms.CharField(label=FORM["group"], required=False, max_length=NAME_MOST, help_text=HELP["group"])
    mode = forms.ChoiceField(label=FORM["mode"], choices=GroupMode.choices, initial=GroupMode.ORDER)
    unless = forms.MultipleChoiceField(
        label=FORM["unless"], required=False, widget=Checks, help_text=HELP["unless"],
    )  # fmt: skip
    whom = forms.ChoiceField(label=FORM["whom"], choices=Whom.choices, widget=Segmented, initial=Whom.ALL)
    since = DayField(label=FORM["since"], required=False)
    until = DayField(label=FORM["until"], required=False)
    note = long_words("note")
    sort = Sort.AUTO

    def prepare(self) -> None:
        super().prepare()
        self.fields["block"].choices = [(one.number, one.name) for one in self.rules.blocks]  # type: ignore[attr-defined]  # reason: a choice field
        kinds = [kind_of(one) for one in self.kinds]
        others = [
            (one.key, one.name) for one in counted_by(self.rules.of_units) if one.same and one.key not in self.kinds
        ]
        self.fields["unless"].choices = others  # type: ignore[attr-defined]  # reason: a choice field
        if not any(one.same for one in kinds):
            del self.fields["unless"]
        if not any(one.authors for one in kinds):
            for name in ("share", "first", "other", "authors"):
                del self.fields[name]
        if not any(one.amount for one in kinds):
            del self.fields["per"]
        if not any("level" in one.facets for one in kinds):
            del self.fields["by_level"]
        self.order_fields(["block", "name", *(name for name in self.fields if name.startswith(FACET))])

    def clean(self) -> dict[str, Any]:
        """Points by level are read; what belongs together is asked together."""
        known: dict[str, Any] = super().clean() or self.cleaned_data
        self.levels = self._levels(known.get("by_level") or "")
        if not self.levels and known.get("points") is None and "points" not in self.errors:
            self.add_error("points", Refusal("evaluation.points_missing").sentence)
        if known.get("share") == Share.SET and (known.get("first") is None or known.get("other") is None):
            self.add_error("first", Refusal("evaluation.set_values_missing").sentence)
        return known

    def _levels(self, text: str) -> tuple[tuple[str, Decimal], ...]:
        codes = {said: code for code, said in LEVELS.items()}
        found = []
        for part in re.split(BETWEEN, text.strip()):
            match = _LEVEL.match(part)
            if match and match[1] in codes:
                found.append((codes[match[1]], Decimal(match[2])))
            elif part:
                levels = PAUSE.join(LEVELS.values())
                self.add_error("by_level", Refusal("evaluation.levels_unread", text=part, levels=levels).sentence)
        return tuple(sorted(found))

    def part(self, number: int) -> Item:
        """The item."""
        left = {name for name in self.cleaned_data if name.startswith(FACET)} | {"by_level"}
        known = {name: value for name, value in self.cleaned_data.items() if name not in left}
        known["points"] = known.get("points") or Decimal(0)
        known["skip"] = known.get("skip") or 0
        known["unless"] = tuple(known.get("unless") or ())
        return Item(
            number=number, sort=self.sort, kinds=self.kinds, filters=self.filters(), by_level=self.levels, **known
        )

    @classmethod
    def given(cls, part: Any) -> dict[str, Any]:
        said = [f"{LEVELS.get(key, key)}{plain(one)}" for key, one in part.by_level]
        return super().given(part) | {"by_level": PAUSE.join(said)}


class ManualForm(ItemForm):
    """An item whose points are entered with a document (R7.7)."""

    sort = Sort.MANUAL


class GapForm(ItemForm):
    """An item that the source does not state: kept so that it is not forgotten."""

    points = None  # type: ignore[assignment]  # reason: Django's way to leave a field of the parent out
    sort = Sort.GAP
    seldom = ()

    def prepare(self) -> None:
        super().prepare()
        for name in set(self.fields) - {"block", "name", "note"}:
            del self.fields[name]
        self.fields["note"].required = True
        self.fields["note"].help_text = HELP["gap"]

    def clean(self) -> dict[str, Any]:
        """Nothing is asked but what is missing."""
        self.levels = ()
        return self.cleaned_data


class NeedForm(Filtered):
    """A condition: a minimum set, a veto."""

    name = name_of("need_name")
    kind = forms.ChoiceField(
        label=FORM["need_kind"], choices=NeedKind.choices, widget=Segmented, initial=NeedKind.LEAST
    )
    count = forms.IntegerField(label=FORM["count"], min_value=0, max_value=999, initial=1)
    limit = forms.TypedChoiceField(label=FORM["limit"], required=False, coerce=int, empty_value=None)
    whom = forms.ChoiceField(label=FORM["whom"], choices=Whom.choices, widget=Segmented, initial=Whom.ALL)

    def prepare(self) -> None:
        super().prepare()
        grades = [(one.number, one.name) for one in self.rules.grades]
        self.fields["limit"].choices = [("", FORM["only_shown"]), *grades]  # type: ignore[attr-defined]  # reason: a choice field

    def part(self, number: int) -> Need:
        """The condition; without a kind it is entered with a document, and none may be."""
        known = {name: value for name, value in self.cleaned_data.items() if not name.startswith(FACET)}
        if not self.kinds:
            known |= {"manual": True, "kind": NeedKind.MOST, "count": 0}
        return Need(number=number, kinds=self.kinds, filters=self.filters(), **known)


PART_FORMS: Mapping[str, type[PartForm]] = {
    "blocks": BlockForm, "items": ItemForm, "needs": NeedForm, "grades": GradeForm,
}  # fmt: skip
ITEM_FORMS: Mapping[str, type[ItemForm]] = {Sort.AUTO: ItemForm, Sort.MANUAL: ManualForm, Sort.GAP: GapForm}


def known_kinds(given: list[str]) -> tuple[str, ...]:
    """Those of the given keys that are kinds, in the order of the list."""
    return tuple(key for key in KINDS if key in given)

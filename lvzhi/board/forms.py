"""What is asked when a chart is put on a board."""

from __future__ import annotations

from itertools import groupby
from typing import Any, cast

from django import forms

from lvzhi.board.queries import forms_of
from lvzhi.board.vocabulary import LABELS
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Each, Figure
from lvzhi.ui.forms import UiForm


class FigureForm(UiForm):
    """Which figure."""

    figure = forms.ChoiceField(label=LABELS["figure"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drawn = [one for one in registry.figures() if not isinstance(one, Each)]
        groups = groupby(drawn, key=lambda one: one.room)
        field = cast("forms.ChoiceField", self.fields["figure"])
        field.choices = [(registry.room_name(room), [(one.key, one.name) for one in rows]) for room, rows in groups]


class SplitForm(UiForm):
    """How it is drawn."""

    by = forms.ChoiceField(label=LABELS["by"], required=False)

    def __init__(self, *args: Any, figure: Figure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["by"])
        field.choices = forms_of(figure)

"""The base of every step's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.access import Actor


class StepForm(forms.Form):
    """A form that knows the record it is asked about and who answers.

    Args:
        record: the record whose step asks.
        actor: who answers.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Mapping[str, Any] | None = None,
        *,
        record: Any = None,
        actor: Actor | None = None,
        **rest: Any,
    ) -> None:
        self.record = record
        self.actor = actor
        super().__init__(data, files, **rest)  # type: ignore[arg-type]  # reason: a plain mapping is accepted at run time; the generator and the command line pass one
        self.prepare()

    def prepare(self) -> None:
        """Fill choices from norms and records; forms that have such fields override it."""


class VoidForm(StepForm):
    """The ground for taking a mis-entered record out of every figure."""

    ground = forms.CharField(label="误录作废的理由", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


class UndoForm(StepForm):
    """Why a step is taken back; whoever was told of the step is told this too."""

    ground = forms.CharField(label="撤销的理由", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

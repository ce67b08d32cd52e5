"""The base of every step's form, and the reading of what one was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from lvzhi.access import Actor, Refusal, Refusals
from lvzhi.workflow.declare import Step
from lvzhi.workflow.models import Procedural


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


def cleaned(
    step: Step, record: Procedural, actor: Actor, answers: Mapping[str, Any] | None, files: Mapping[str, Any]
) -> dict[str, Any]:
    """The form's cleaned values; every faulty field is refused by name."""
    if step.asks is None:
        return dict(answers or {})
    form = step.asks(answers or {}, files, record=record, actor=actor)  # type: ignore[call-arg,arg-type]  # reason: step forms take record and actor, and plain mappings
    if form.is_valid():
        return form.cleaned_data
    raise faults(form, step.name)


def faults(form: forms.Form, name: str) -> Refusals:
    """The refusal of every faulty field of a form; what is wrong with all of them together has the form's ``name``."""
    parts = []
    for key, errors in form.errors.items():
        field = form.fields.get(key)
        label = str(field.label) if field is not None and field.label else name
        parts += [Refusal("workflow.form", field=key, label=label, problem=str(error)) for error in errors]
    return Refusals(parts)

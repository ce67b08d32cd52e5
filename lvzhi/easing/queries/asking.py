"""What the steps of all procedures ask, read off their declarations; and what they ask although the record holds it."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from django import forms

from lvzhi.easing.vocabulary import ENTRY, MEANT
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Step, Workflow

BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Asked:
    """What one step, or beginning a record, asks: how many controls, how many must be filled, how many ask again."""

    workflow: Workflow
    step: Step | None
    fields: int
    required: int
    again: int = 0

    @property
    def event(self) -> str:
        """Under which event the journal keeps that it was taken."""
        return f"{self.workflow.key}.{self.step.key if self.step else BEGIN}"

    @property
    def form(self) -> type[forms.Form] | None:
        """What is filled in."""
        return self.step.asks if self.step else self.workflow.entry

    @property
    def name(self) -> str:
        """What is done."""
        return self.step.name if self.step else ENTRY


@dataclass(frozen=True, slots=True)
class Again:
    """A control that asks for what an earlier step of the procedure wrote into the record; why, where that is meant."""

    workflow: Workflow
    step: Step
    field: str
    label: str
    reason: str


@cache
def asked() -> dict[str, Asked]:
    """Every step that people take, by its event. No query."""
    twice = Counter((one.workflow.key, one.step.key) for one in again() if not one.reason)
    found = {}
    for workflow in registry.workflows():
        if workflow.entry is not None:
            first = Asked(workflow, None, *_counted(workflow.entry))
            found[first.event] = first
        for step in workflow.steps:
            if step.automatic:
                continue
            one = Asked(workflow, step, *_counted(step.asks), twice[workflow.key, step.key])
            found[one.event] = one
    return found


def _counted(form: type[forms.Form] | None) -> tuple[int, int]:
    controls = list(form.base_fields.values()) if form else []
    return len(controls), sum(control.required for control in controls)


def by_itself() -> frozenset[str]:
    """Events of steps that follow by themselves: nobody was asked anything."""
    return frozenset(
        f"{workflow.key}.{step.key}" for workflow in registry.workflows() for step in workflow.steps if step.automatic
    )


def again() -> list[Again]:
    """Controls of all procedures that ask for what is known, the meant ones with their reason."""
    return [one for workflow in registry.workflows() for one in repeated(workflow)]


def repeated(workflow: Workflow) -> list[Again]:
    """Controls of one procedure that must be filled although an earlier step filled that field of the record.

    A text is asked anew by its nature (a reason, an opinion), and a control that the form fills beforehand only has to
    be looked at; neither counts.
    """
    kept = {field.name for field in workflow.model._meta.concrete_fields}
    found = []
    for step in workflow.steps:
        if step.asks is None or step.automatic:
            continue
        before = _before(workflow, step)
        for name, control in step.asks.base_fields.items():
            if not control.required or name not in kept or isinstance(control.widget, forms.Textarea):
                continue
            if any(name in (one.asks.base_fields if one.asks else ()) for one in before) and not _filled(
                step.asks, name
            ):
                reason = MEANT.get((workflow.key, step.key, name), "")
                found.append(Again(workflow, step, name, str(control.label or name), reason))
    return found


def _before(workflow: Workflow, step: Step) -> list[Step]:
    """Steps that every way or some way takes before this one."""
    reaching, states = set(), set(step.frm)
    while True:
        more = {
            one.key
            for one in workflow.steps
            if one.key != step.key and one.key not in reaching and states & set(one.to or one.frm)
        }
        if not more:
            return [one for one in workflow.steps if one.key in reaching]
        reaching |= more
        states |= {state for one in workflow.steps if one.key in more for state in one.frm}


@cache
def _filled(form: type[forms.Form], name: str) -> bool:
    """Whether the form's own code fills the control beforehand."""
    own = [one for one in form.__mro__ if one.__module__.startswith("lvzhi.")]
    text = "".join(inspect.getsource(one) for one in own)
    return bool(re.search(rf"{name}\W[^\n]*initial", text) or (re.search(r"\.initial\s*=", text) and name in text))

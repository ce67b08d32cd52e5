"""A procedure as a value: a table of steps and clocks; the engine, buttons, to-dos, pages and tests derive from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices

from lvzhi.access import Actor, Rule

if TYPE_CHECKING:
    from django import forms

    from lvzhi.committee.models import Committee
    from lvzhi.workflow.models import Procedural


@dataclass(slots=True)
class Taking:
    """A step being taken: what every check, effect and notice is given.

    Args:
        record: locked and fresh.
        answers: the form's cleaned values; ``{}`` where the step asks nothing.
        files: uploads by field name.
        facts: what the journal's sentence will show, kept in clear; effects may add.
        personal: the same for personal values and texts, kept in the erasable payload.
        goes_to: the state it will enter; an effect may choose among the step's targets through ``choose``.
    """

    record: Any
    step: Step
    actor: Actor
    at: datetime
    answers: dict[str, Any]
    files: Mapping[str, Any]
    came_from: str
    facts: dict[str, object] = field(default_factory=dict)
    personal: dict[str, object] = field(default_factory=dict)
    goes_to: str | None = None
    outcome: str | None = None


Check = Callable[[Taking], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """That a step may be taken back by whoever may take it, while nothing has followed (decision 9).

    Args:
        keeps: fields that stay as the step left them.
        does: further effects once the old values are back, such as giving back a number; ``answers["left"]`` holds
            what the step had written into the record, as the journal spells it.
        tells: who is told; ``answers["made"]`` holds the records that the step had made.
    """

    keeps: frozenset[str] = frozenset()
    does: tuple[Check, ...] = ()
    tells: tuple[Check, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One row of a procedure.

    Args:
        key, name: English identifier and Chinese name on the button.
        frm: states from which it may be taken.
        to: target states; with several, an effect sets ``taking.goes_to`` to one of them; empty means the state stays.
        may: who may, as a rule with rows; its rows must not join to many (use Exists or ``__in``).
        asks: the form; it is given ``record`` and ``actor``.
        check: refusals beyond state, right and form, before anything is written.
        does: effects, in order, before the state is written.
        tells: notices, after the state is written, in the same transaction.
        then: steps of this or tied records that follow by themselves, after the notices.
        outcome: what it sets ``outcome`` to; None leaves it.
        automatic: taken only as a consequence of another step, never by a click.
        todo: whether records waiting for it stand in the to-do list of those who may.
        waits: for whom and when it stands there, where that is narrower than who may (a visit that has fallen due).
        tone: main, plain or danger: how its button looks.
        confirm: a sentence asked before it is taken.
        rule: the working rule it comes from.
        undo: how it is taken back; None where it cannot be.
    """

    key: str
    name: str
    frm: frozenset[str]
    may: Rule
    to: tuple[str, ...] = ()
    asks: type[forms.Form] | None = None
    check: tuple[Check, ...] = ()
    does: tuple[Check, ...] = ()
    tells: tuple[Check, ...] = ()
    then: tuple[Check, ...] = ()
    outcome: str | None = None
    automatic: bool = False
    todo: bool = True
    waits: Rule | None = None
    tone: str = "plain"
    confirm: str = ""
    rule: str = ""
    help: str = ""
    undo: Undo | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """A time limit that runs while a record is in certain states.

    Args:
        norm: key of a norm of kind term.
        start: the day it starts on; without it, the day the state was entered.
        extensions: approved new dates as (new date, approved on) (R1.74).
        until: the day named for this record, which goes before the norm; None where none is named.
        wakes: whether those who may act are reminded when the day comes on which it starts.
    """

    key: str
    name: str
    states: frozenset[str]
    norm: str
    start: Callable[[Any], date | None] | None = None
    extensions: Callable[[Any], tuple[tuple[date, date], ...]] | None = None
    until: Callable[[Any], date | None] | None = None
    wakes: bool = False
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """How a record is begun by filling in one form: what its page and the API do alike.

    Args:
        may: whether the actor may begin one in that committee; raises the refusal that says why not.
        form: the form, bound where there are answers.
        make: begins the record from the form's cleaned values; the last argument is the key of the request.
    """

    may: Callable[[Actor, Committee], None]
    form: Callable[[Actor, Committee, Any], forms.Form]
    make: Callable[[Actor, Committee, Mapping[str, Any], str | None], Procedural]


@dataclass(frozen=True, kw_only=True)
class Workflow:
    """A procedure over one model.

    Args:
        key: ``room.noun``, also the prefix of its journal events.
        states: TextChoices of all states with their Chinese labels.
        holders: who has it in each state, in Chinese, for the line 现在由谁办理.
        visible: who may see a record of it at all.
        phases: the states in the order in which a step bar shows the main way, as (label, states).
        related: what a to-do line reads through the record, for ``select_related``.
        heavy: long columns that a to-do line does not read.
        whole: the record that this one belongs to: what happens to it follows a step of this one too.
        aside: whether nobody outside waits for it: on a desk it stands behind what others wait for.
        entry: the form by which a record of it is begun, where people fill one in.
        brought_in: states in which a record of earlier years may be taken over (`engine.bring_in`).
        opens: how one is begun by filling in a form, where that is all it takes.
        columns: paths of further columns that whoever sees the record may read, told to other systems beside those
            that `search` and figures read.
    """

    key: str
    name: str
    model: type[Procedural]
    states: type[TextChoices]
    initial: str
    steps: tuple[Step, ...]
    visible: Rule
    clocks: tuple[Clock, ...] = ()
    holders: Mapping[Any, str] = field(default_factory=dict)
    phases: tuple[tuple[str, frozenset[str]], ...] = ()
    address: Callable[[Any], str] | None = None
    final: frozenset[str] = frozenset()
    related: tuple[str, ...] = ()
    heavy: tuple[str, ...] = ()
    whole: Callable[[Any], Any] | None = None
    aside: bool = False
    entry: type[forms.Form] | None = None
    brought_in: frozenset[str] = frozenset()
    opens: Opening | None = None
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = set(self.states.values)
        keys = [step.key for step in self.steps]
        faults = [key for key in keys if keys.count(key) > 1]
        faults += [state for step in self.steps for state in (*step.frm, *step.to) if state not in known]
        faults += [state for clock in self.clocks for state in clock.states if state not in known]
        faults += sorted(self.brought_in - known)
        faults += sorted(known - self.reachable())
        if faults or self.initial not in known:
            raise BrokenWorkflow(self.key, faults)

    def reachable(self) -> set[str]:
        """States that some chain of steps leads to from the initial one."""
        found = {self.initial}
        while True:
            more = {target for step in self.steps if step.frm & found for target in step.to} - found
            if not more:
                return found
            found |= more

    def step(self, key: str) -> Step:
        """The step of that key.

        Raises:
            KeyError: no such step; a programming fault, since keys from outside are looked up among the open steps.
        """
        return next(step for step in self.steps if step.key == key)

    def has_step(self, key: str) -> bool:
        """Whether the procedure has a step of that key."""
        return any(step.key == key for step in self.steps)

    def label(self, state: str) -> str:
        """The state's Chinese name."""
        return str(self.states(state).label)


class BrokenWorkflow(Exception):  # noqa: N818  reason: named for what it tells the developer
    """A declaration names an unknown state, repeats a step key, or has a state that nothing leads to."""

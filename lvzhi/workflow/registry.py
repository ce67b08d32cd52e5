"""The register of procedures: rooms register theirs at start-up."""

from __future__ import annotations

from collections.abc import Callable

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Record
from lvzhi.journal import events, labels
from lvzhi.workflow import vocabulary
from lvzhi.workflow.declare import Check, Workflow
from lvzhi.workflow.models import Procedural
from lvzhi.workflow.vocabulary import BACK, TAKEN_BACK

Consequence = Callable[[Record, Actor], None]
_FOLLOWERS: dict[tuple[str, str], list[Check]] = {}
_HEEDED: dict[str, list[Consequence]] = {}
_WORKFLOWS: dict[str, Workflow] = {}


def register(workflow: Workflow, sentences: dict[str, str]) -> None:
    """Add a procedure and the journal sentence of each of its steps.

    Args:
        sentences: step key → sentence template; a step without one is told by its name.
    """
    _WORKFLOWS[workflow.key] = workflow
    labels.register(workflow.model, "state", dict(workflow.states.choices))
    labels.register(workflow.model, "due_clock", {clock.key: clock.name for clock in workflow.clocks})
    events.register(
        {f"{workflow.key}.{step.key}": sentences.get(step.key, step.name) for step in workflow.steps}
        | {f"{workflow.key}.begin": sentences.get("begin", workflow.name)}
        | ({f"{workflow.key}.{BACK}": TAKEN_BACK} if any(step.undo for step in workflow.steps) else {})
    )
    if workflow.brought_in:
        events.register({f"{workflow.key}.bring_in": sentences.get("bring_in", vocabulary.BROUGHT_IN)})


def follow(workflow_key: str, step_key: str, *consequences: Check) -> None:
    """Say what follows a step of a room below: called after the step's own consequences, in the same transaction.

    A room that sends papers knows nobody who gathers advice into them; the one above registers here what becomes of it.
    """
    known = _FOLLOWERS.setdefault((workflow_key, step_key), [])
    known += [one for one in consequences if one not in known]


def followers(workflow_key: str, step_key: str) -> tuple[Check, ...]:
    """What rooms above let follow a step."""
    return tuple(_FOLLOWERS.get((workflow_key, step_key), ()))


def heed(event: str, *consequences: Consequence) -> None:
    """Say what follows what is no step: that a record is voided or restored, that a document is signed for.

    Args:
        event: the event of the journal's line, such as ``workflow.voided``; each consequence is called with the record
            and the actor inside that line's transaction, and looks itself whether the record is one it knows.
    """
    known = _HEEDED.setdefault(event, [])
    known += [one for one in consequences if one not in known]


def ensue(event: str, record: Record, actor: Actor) -> None:
    """Let follow what rooms above said."""
    for consequence in _HEEDED.get(event, ()):
        consequence(record, actor)


def workflows() -> tuple[Workflow, ...]:
    """All procedures, in order of registration."""
    return tuple(_WORKFLOWS.values())


def workflow(key: str) -> Workflow:
    """The procedure of that key.

    Raises:
        Missing: no such procedure.
    """
    try:
        return _WORKFLOWS[key]
    except KeyError:
        raise Missing("workflow.unknown", key=key) from None


def workflow_of(model: type[Procedural]) -> Workflow:
    """The procedure over a model."""
    return next(one for one in _WORKFLOWS.values() if one.model is model)

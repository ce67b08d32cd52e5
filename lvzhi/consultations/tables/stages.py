"""The stages of an activity as they follow from its records: what is done, who has it, what comes next (R3.11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lvzhi.activities.queries.consultation import wants_plan
from lvzhi.consultations.queries import Sources
from lvzhi.consultations.tables import afield, parts
from lvzhi.consultations.tables.buttons import Button, buttons_of
from lvzhi.consultations.tables.parts import Part
from lvzhi.consultations.vocabulary import STATE_TONES, STATES
from lvzhi.ui.marks import Tag


@dataclass(kw_only=True)
class Stage(Part):
    """One stage as the page shows it."""

    key: str
    name: str
    stand: str = "next"
    empty: str = ""
    buttons: Sequence[Button] = field(default_factory=tuple)

    @property
    def state(self) -> str:
        """For the step line: done, current, next or skipped."""
        return self.stand

    @property
    def tag(self) -> Tag:
        """Its state in a word."""
        return Tag(STATES[self.stand], STATE_TONES[self.stand])  # type: ignore[arg-type]  # reason: the table holds tones

    @property
    def label(self) -> str:
        """For the step line."""
        return self.name

    @property
    def date(self) -> dt.date | None:
        """For the step line."""
        return self.day if self.state == "done" else None


def stages_of(sources: Sources) -> list[Stage]:
    """All stages of its way in order."""
    way = sources.way
    found = [_stage(key, sources) for key in way.stages]
    left = way.optional | (way.free if _free(sources) else frozenset())
    last = max((place for place, one in enumerate(found) if one.done), default=-1)
    last = next((place - 1 for place, one in enumerate(found) if one.begun), last)
    current = next((one for one in found[last + 1 :] if one.waited and one.key not in left), None)
    for place, one in enumerate(found):
        if one.done:
            one.stand = "done"
        elif place < last:
            one.stand = "skipped"
        elif one is current:
            one.stand = "current"
    return found


def _stage(key: str, sources: Sources) -> Stage:
    name, holder, empty = sources.way.stages[key]
    part = PARTS[key](sources)
    return Stage(
        key=key, name=name, empty="" if part.words or part.lines or part.hidden else empty,
        holder=part.holder or holder, buttons=buttons_of(key, sources), done=part.done, day=part.day,
        words=part.words, lines=part.lines, hidden=part.hidden, waited=part.waited,
        begun=part.begun,
    )  # fmt: skip


def _free(sources: Sources) -> bool:
    """Whether it is of a kind that needs no plan, and with it none of what is planned."""
    row = sources.sessions[0] if sources.sessions else None
    return row is not None and not wants_plan(row)


PARTS: dict[str, Callable[[Sources], Part]] = {
    "topic": parts.topic,
    "plan": parts.plan,
    "planned": afield.planned,
    "scheme": parts.scheme,
    "research": parts.research,
    "meeting": parts.meeting,
    "field": afield.field,
    "whom": afield.whom,
    "asked": afield.asked,
    "problems": afield.problems,
    "advice": afield.advice,
    "result": parts.result,
    "report": afield.report,
    "sent": parts.sent,
    "comments": parts.comments,
    "handed": parts.handed,
    "handling": afield.handling,
    "adoption": parts.adoption,
    "outcome": afield.outcome,
    "feedback": parts.feedback,
    "look_back": parts.look_back,
}

"""Which button starts or carries on each stage, for whoever may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lvzhi.activities import rules as activities
from lvzhi.activities.actions import EDITABLE
from lvzhi.activities.vocabulary import COUNTING_STATES
from lvzhi.consultations.queries import Sources
from lvzhi.consultations.queries.sources import ACTIVITY, TASK
from lvzhi.consultations.vocabulary import BUTTONS, SCHEME
from lvzhi.ledger.vocabulary.states import AdviceState
from lvzhi.papers import rules as papers
from lvzhi.workflow.engine import steps_open


@dataclass(frozen=True)
class Button:
    """One button of a stage. `post`: it writes at once."""

    words: str
    url: str
    post: bool = False


def buttons_of(key: str, sources: Sources) -> Sequence[Button]:
    """The buttons of a stage; none for a reader, none on a voided activity."""
    organ = sources.activity.organ_id if sources.activity is not None else None
    if sources.activity is None and sources.task is not None:
        organ = sources.task.organ_id
    if not activities.may_plan(sources.actor, sources.committee_id, organ):
        return ()
    if sources.activity is not None and sources.activity.voided_at is not None:
        return ()
    make = MAKE.get(key)
    return [one for one in make(sources) if one.url] if make is not None else ()


def _button(name: str, page: str, *args: Any, **params: Any) -> Button:
    query = f"?{urlencode(params)}" if params else ""
    return Button(BUTTONS[name], reverse(page, args=args) + query)


def _held(sources: Sources) -> bool:
    return sources.activity is not None and sources.activity.state in COUNTING_STATES


def _about(sources: Sources) -> str:
    if sources.activity is not None:
        return f"{ACTIVITY}:{sources.activity.uid}"
    return f"{TASK}:{sources.task.uid}" if sources.task is not None else ""


def _topic(sources: Sources) -> list[Button]:
    if sources.task is not None or sources.activity is None:
        return []
    return [_button("choose_task", "activities:edit", sources.activity.uid)]


def _scheme(sources: Sources) -> list[Button]:
    if sources.schemes or not papers.may_draft(sources.actor, sources.committee_id):
        return []
    return [_button("scheme", "papers:write", about=_about(sources), kind=SCHEME)]


def _research(sources: Sources) -> list[Button]:
    if sources.task is None:
        return []
    return [_button("research", "activities:new", kind="research", task=sources.task.uid)]


def _field(sources: Sources) -> list[Button]:
    if sources.activity is not None:
        uid = sources.activity.uid
        found = [_button("activity", "activities:detail", uid)]
        if sources.activity.state in EDITABLE and not sources.places and "asked" not in sources.way.stages:
            found.append(_button("spots", "activities:places", uid))
        return found
    if sources.task is None:
        return []
    return [_button("study", "activities:new", kind=sources.way.kind, task=sources.task.uid)]


def _asked(sources: Sources) -> list[Button]:
    if sources.activity is None or sources.activity.state not in EDITABLE:
        return []
    return [] if any(row.asked for row in sources.places) else [
        _button("places", "activities:places", sources.activity.uid)
    ]  # fmt: skip


def _problems(sources: Sources) -> list[Button]:
    return [_button("problem", "ledger:new_problems", activity=sources.activity.uid)] if _held(sources) else []


def _advice(sources: Sources) -> list[Button]:
    return [_button("advice", "ledger:new_advice", activity=sources.activity.uid)] if _held(sources) else []


def _problems_of(sources: Sources) -> list[Button]:
    """A way without a stage of advice takes it with the problems."""
    return [*_problems(sources), *(() if "advice" in sources.way.stages else _advice(sources))]


def _report(sources: Sources) -> list[Button]:
    """The report is drafted, and advice that stands in no document gathered into one."""
    if not _held(sources):
        return []
    found = []
    if not sources.results:
        found.append(_button("report", "papers:write", about=_about(sources), kind=sources.way.report))
    if any(row.state == AdviceState.RECORDED and row.paper_id is None for row in sources.advice):
        found.append(_button("gather", "ledger:gather", activity=sources.activity.uid))
    return found


def _meeting(sources: Sources) -> list[Button]:
    if sources.activity is not None:
        found = [_button("activity", "activities:detail", sources.activity.uid)]
        return [*found, _button("speech", "activities:new_speech", sources.activity.uid)]
    if sources.task is None:
        return []
    found = [_button("meeting", "activities:new", task=sources.task.uid)]
    return [*found, _button("held", "activities:quick_entry", "deliberation", task=sources.task.uid)]


def _result(sources: Sources) -> list[Button]:
    if not _held(sources):
        return []
    uid = sources.activity.uid
    found = [_button("advice", "ledger:new_advice", activity=uid)]
    found.append(_button("problem", "ledger:new_problems", activity=uid))
    if any(row.state == AdviceState.RECORDED and row.paper_id is None for row in sources.advice):
        found.append(_button("gather", "ledger:gather", activity=uid))
    elif not sources.results:
        found.append(_button("paper", "papers:write", about=_about(sources), kind=sources.way.report))
    return found


def _sent(sources: Sources) -> list[Button]:
    if sources.dispatches or not sources.results:
        return []
    return [_button("sent", "papers:detail", sources.results[0].uid)]


def _comments(sources: Sources) -> list[Button]:
    sent = {row.paper_id for row in sources.dispatches}
    paper = next((row for row in sources.results if row.pk in sent), None)
    return [_button("comments", "papers:detail", paper.uid)] if paper is not None else []


def _handed(sources: Sources) -> list[Button]:
    if sources.activity is None or all(row.unit_id is not None for row in sources.advice):
        return []
    row = next((row for row in sources.advice if row.unit_id is None and row.paper_id is not None), None)
    paper = next((one for one in sources.papers if row is not None and one.pk == row.paper_id), None)
    if paper is not None:
        return [_button("hand", "ledger:hand_many", paper=paper.uid)]
    return [_button("hand", "ledger:advice_list", activity=sources.activity.uid)]


def _adoption(sources: Sources) -> list[Button]:
    if sources.activity is None:
        return []
    uid = sources.activity.uid
    found = [_button("adoption", "ledger:advice_list", activity=uid)] if sources.advice else []
    return [*found, *([_button("problems", "ledger:problems", activity=uid)] if sources.found else [])]


def _steps(sources: Sources, *keys: str) -> list[Button]:
    follow = sources.follow
    if follow is None:
        return []
    return [
        Button(step.name, reverse("consultations:step", args=[follow.uid, step.key]))
        for step in steps_open(follow, sources.actor)
        if step.key in keys
    ]


def _feedback(sources: Sources) -> list[Button]:
    if sources.follow is not None:
        return _steps(sources, "feed_back", "feed_again")
    if not _held(sources) or not (sources.advice or sources.found):
        return []
    return [Button(BUTTONS["feedback"], reverse("consultations:begin", args=[sources.activity.uid]), post=True)]


def _look_back(sources: Sources) -> list[Button]:
    return _steps(sources, "look_back")


MAKE: dict[str, Callable[[Sources], list[Button]]] = {
    "topic": _topic,
    "planned": _topic,
    "field": _field,
    "whom": _field,
    "asked": _asked,
    "problems": _problems_of,
    "advice": _advice,
    "report": _report,
    "handling": _adoption,
    "scheme": _scheme,
    "research": _research,
    "meeting": _meeting,
    "result": _result,
    "sent": _sent,
    "comments": _comments,
    "handed": _handed,
    "adoption": _adoption,
    "feedback": _feedback,
    "look_back": _look_back,
}

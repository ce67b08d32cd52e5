"""Dimensions by which figures of the ledger are split: kind, family and topic of the activity, theme, source, organ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db.models import Q

from lvzhi.activities.metrics import of_act, of_site
from lvzhi.activities.vocabulary.kinds import PAUSE
from lvzhi.committee.queries import organ_choices, organs_of, sessions_of
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.ledger.rules import UNASSIGNED
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary.figures import CUTS, WHY
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes

Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _words(text: object) -> tuple[str, ...]:
    return tuple(word for word in str(text or "").split(PAUSE) if word)


def table(key: str) -> Callable[[Scope, Period], Choices]:
    """The rows of a code table in force at the end of a period, as values of a dimension."""

    def choices(scope: Scope, period: Period) -> Choices:
        rows = codes.entries(key, scope.committee, period.end)
        return [(one.code, one.name, _words(one.extra.get("words"))) for one in rows]

    return choices


def _organs(scope: Scope, period: Period) -> Choices:
    return organ_choices(organs_of(Scope(scope.committee, scope.below)), period.end)


def _sessions(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in sessions_of(scope.committee)]


def _is(path: str) -> Callable[[str], Q]:
    return lambda value: Q(**{path: value})


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def usual(prefix: str = "") -> tuple[Cut, ...]:
    """The dimensions of an entry, those of its activity first; `prefix` leads to it ("" or "problem__")."""
    return (
        *of_act(f"{prefix}activity__"),
        Cut("source", CUTS["source"], table(tables.SOURCES), _is(f"{prefix}source")),
        Cut("theme", CUTS["theme"], table(tables.THEMES), _is(f"{prefix}theme")),
        Cut(
            "organ", CUTS["organ"], _organs, lambda value: Q(**{f"{prefix}organ_id": _number(value) if value else None})
        ),
        *of_site(f"{prefix}activity__"),
    )


def _reasons(scope: Scope, period: Period) -> Choices:
    return [(key, label, ()) for key, label in WHY.items()]


def _unsolved(value: str) -> Q:
    """Why a problem is not struck off yet, as `problems.why` says it."""
    late, given, checking = Q(due_on__lt=clock.today()), ~UNASSIGNED, Q(state=ProblemState.DONE)
    reasons = {"checking": checking, "overdue": ~checking & late, "open": ~checking & ~late & given}
    return reasons.get(value, ~checking & ~late & ~given)


SESSION = Cut("session", CUTS["session"], _sessions, lambda value: Q(session_id=_number(value)))
WHY_OPEN = Cut("why", CUTS["why"], _reasons, _unsolved)

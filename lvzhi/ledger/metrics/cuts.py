"""Dimensions by which figures of the ledger are split: kind, family and topic of the activity, theme, source, organ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.db.models import Q

from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import Family
from lvzhi.activities.vocabulary.kinds import PAUSE, SET
from lvzhi.committee.queries import organs_of, sessions_of
from lvzhi.committee.scope import Scope
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary.figures import CUTS
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Reach
from lvzhi.norms import codes

Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _words(text: object) -> tuple[str, ...]:
    return tuple(word for word in str(text or "").split(PAUSE) if word)


def _table(key: str) -> Callable[[Scope, Period], Choices]:
    def choices(scope: Scope, period: Period) -> Choices:
        rows = codes.entries(key, scope.committee, period.end)
        return [(one.code, one.name, _words(one.extra.get("words"))) for one in rows]

    return choices


def _families(scope: Scope, period: Period) -> Choices:
    return [(one.value, str(one.label), ()) for one in Family]


def _topics(scope: Scope, period: Period) -> Choices:
    rows = Activity.objects.live().within(scope).exclude(topic="")
    rows = rows.filter(held_on__range=(period.start, period.end)).order_by("topic")
    return [(topic, topic, ()) for topic in rows.values_list("topic", flat=True).distinct()]


def _organs(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in organs_of(Scope(scope.committee, scope.below))]


def _sessions(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in sessions_of(scope.committee)]


def _is(path: str) -> Callable[[str], Q]:
    return lambda value: Q(**{path: value})


def _family_of(scope: Scope, period: Period) -> Mapping[str, str]:
    """The family of each kind: the committee's table writes it in words."""
    families = {str(one.label): one.value for one in Family}
    rows = codes.entries(SET, scope.committee, period.end)
    return {one.code: families.get(str(one.extra.get("family")), "") for one in rows}


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def usual(prefix: str = "") -> tuple[Cut, ...]:
    """The dimensions of an entry; `prefix` leads to it ("" or "problem__")."""
    return (
        Cut("family", CUTS["family"], _families, _is(f"{prefix}activity__family"), reach=Reach.SENTENCE),
        Cut("kind", CUTS["kind"], _table(SET), _is(f"{prefix}activity__kind"), reach=Reach.SENTENCE,
            under=("family", _family_of)),
        Cut("topic", CUTS["topic"], _topics, _is(f"{prefix}activity__topic"), reach=Reach.SENTENCE, free=True),
        Cut("source", CUTS["source"], _table(tables.SOURCES), _is(f"{prefix}source")),
        Cut("theme", CUTS["theme"], _table(tables.THEMES), _is(f"{prefix}theme")),
        Cut("organ", CUTS["organ"], _organs, lambda value: Q(**{f"{prefix}organ_id": _number(value)})),
    )  # fmt: skip


SESSION = Cut("session", CUTS["session"], _sessions, lambda value: Q(session_id=_number(value)))

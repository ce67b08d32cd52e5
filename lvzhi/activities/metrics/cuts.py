"""Dimensions by which figures of activities, and of what came of them in rooms above, are split."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.db.models import Exists, OuterRef, Q

from lvzhi.activities.norms.kinds import kinds_on
from lvzhi.activities.queries import counted
from lvzhi.activities.queries.consultation import standing_sites
from lvzhi.activities.queries.reading import KIND, ours
from lvzhi.activities.vocabulary import Family
from lvzhi.activities.vocabulary import figures as words
from lvzhi.committee.queries import organ_choices, organs_of
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.joint import queries as joint
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Reach
from lvzhi.people.models import Affiliation
from lvzhi.people.queries import parties
from lvzhi.people.vocabulary import AFFILIATIONS
from lvzhi.plans.vocabulary.campaigns import called

Choices = Sequence[tuple[str, str, tuple[str, ...]]]
MEETINGS = (OrganKind.STANDING_COMMITTEE, OrganKind.CHAIRMEN, OrganKind.PARTY_GROUP)  # named as kinds of meeting


def _fixed(rows: Choices) -> Callable[[Scope, Period], Choices]:
    return lambda scope, period: rows


def _kinds(scope: Scope, period: Period) -> Choices:
    found = kinds_on(scope.committee, clock.until(period.end), closed=True)
    return [(one.code, one.name, one.words) for one in found]


def _family_of_kind(scope: Scope, period: Period) -> Mapping[str, str]:
    found = kinds_on(scope.committee, clock.until(period.end), closed=True)
    return {one.code: Family(one.family).value for one in found}


def _topics(scope: Scope, period: Period) -> Choices:
    return [(topic, topic, ()) for topic in counted.topics(scope, period)]


def _campaigns(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, called(one.name)) for one in counted.campaigns(scope, period)]


def _tasks(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), str(one), (one.topic,)) for one in counted.tasks(scope, period)]


def _organs(scope: Scope, period: Period) -> Choices:
    found = organs_of(Scope(scope.committee, scope.below)).exclude(kind__in=MEETINGS)
    return organ_choices(found, period.end)


def _affiliations(scope: Scope, period: Period) -> Choices:
    further = {code: spelled for code, _, spelled in AFFILIATIONS}
    return [(code, name, further.get(code, ())) for code, name in parties(scope.committee, period.end).items()]


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def of_act(prefix: str = "") -> tuple[Cut, ...]:
    """What kind of act, about what, in which campaign; ``prefix`` leads from a row to its activity."""
    return (
        Cut("family", words.CUTS["family"], _fixed(words.FAMILIES), lambda value: Q(**{f"{prefix}family": value}),
            reach=Reach.SENTENCE),
        Cut("kind", words.CUTS["kind"], _kinds, lambda value: Q(**{f"{prefix}kind": value}), reach=Reach.SENTENCE,
            under=("family", _family_of_kind)),
        Cut("topic", words.CUTS["topic"], _topics, lambda value: counted.about(value, prefix), reach=Reach.SENTENCE,
            free=True),
        Cut("campaign", words.CUTS["campaign"], _campaigns,
            lambda value: Q(**{f"{prefix}campaign_id": _number(value)}), reach=Reach.SENTENCE),
    )  # fmt: skip


def of_house(prefix: str = "", taken: counted.Taken | None = None) -> tuple[Cut, ...]:
    """Whose act it was: what its own committee says of it, and what a committee that joined it has in it.

    Args:
        prefix: leads from a row to its activity.
        taken: as `counted.related` takes it.
    """

    def own_or_joined(field: str) -> Callable[[str], Q]:
        return lambda value: (
            Q(**{f"{prefix}{field}": _number(value)})
            | Q(**{f"{prefix}uid__in": joint.joined_by(KIND, **{field: _number(value)})})
        )

    return (
        Cut("relation", words.CUTS["relation"], _fixed(words.RELATIONS),
            lambda value: Q(**{f"{prefix}relation": value}), reach=Reach.CLAUSE,
            within=lambda value, scope: counted.related(value, scope, prefix, taken)),
        Cut("task", words.CUTS["task"], _tasks, own_or_joined("task_id")),
        Cut("organ", words.CUTS["organ"], _organs, own_or_joined("organ_id")),
    )  # fmt: skip


def _sites(scope: Scope, period: Period) -> Choices:
    return [(str(one.pk), one.name, ()) for one in standing_sites(Scope(scope.committee, scope.below), period)]


def of_site(prefix: str = "") -> tuple[Cut, ...]:
    """At which deliberation point; ``prefix`` leads from a row to its activity."""
    return (Cut("site", words.CUTS["site"], _sites, lambda value: Q(**{f"{prefix}site_id": _number(value)})),)


def _level(value: str) -> Q:
    if value != words.LEADING:
        return Q(rank__startswith=value)
    return Q(rank__startswith="province") | Q(rank__startswith="bureau") | Q(rank__startswith="division")


def _affiliated(value: str) -> Q:
    """Of that party on the day of the activity."""
    rows = Affiliation.objects.filter(
        Q(starts=None) | Q(starts__lte=OuterRef("activity__held_on")),
        Q(ends=None) | Q(ends__gte=OuterRef("activity__held_on")),
        person=OuterRef("person"), party=value,
    )  # fmt: skip
    return Q(Exists(rows))


ACT = of_act()
EVENT_CUTS = (*ACT, *of_house(), *of_site())
PLACE_CUTS = (
    *of_act("activity__"), *of_house("activity__"),
    Cut("place", words.CUTS["place"], _fixed(words.PLACES), lambda value: Q(role=value)),
)  # fmt: skip
PEOPLE_CUTS = (
    *of_act("activity__"), *of_house("activity__", ours),
    Cut("capacity", words.CUTS["capacity"], _fixed(words.CAPACITIES), lambda value: Q(capacity=value)),
    Cut("level", words.CUTS["level"], _fixed(words.LEVELS), _level),
    Cut("role", words.CUTS["role"], _fixed(words.ROLES), lambda value: Q(role=value), reach=Reach.CLAUSE),
    Cut("affiliation", words.CUTS["affiliation"], _affiliations, _affiliated),
)  # fmt: skip

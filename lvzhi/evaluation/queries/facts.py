"""Facts of a period out of every room, and who is judged. One statement for all kinds, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import CharField, F, Max, Min, Q, QuerySet, Value
from django.db.models.functions import Cast

from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.dossier.queries.sums import holders
from lvzhi.evaluation.kinds import KINDS, Arm, FactKind
from lvzhi.evaluation.reckoning import Fact, Judged, Rules
from lvzhi.metrics import registry
from lvzhi.metrics.compute import rows_of
from lvzhi.metrics.declare import Metric
from lvzhi.metrics.periods import Period, between
from lvzhi.people.models import Post
from lvzhi.people.vocabulary import PostKind
from lvzhi.proposals.models import Assignment

OF_STANDING = (PostKind.CHAIRMAN, PostKind.VICE_CHAIRMAN, PostKind.SECRETARY_GENERAL, PostKind.STANDING)
TEXTS = ("title", "role", "result", "level", "what", "family", "form")
COLUMNS = ("kind", "key", "who", "day", "uid", "same", "source", "amount", "place", "of", *TEXTS)
NAMES = tuple(f"fact_{name}" for name in COLUMNS)


def period_of(rules: Rules) -> Period:
    """The days a rule set counts."""
    return between(rules.starts, rules.ends)


def kinds_of(rules: Rules) -> list[FactKind]:
    """Kinds of fact that its items and conditions ask for."""
    keys = {key for item in rules.items for key in item.kinds} | {key for need in rules.needs for key in need.kinds}
    return [kind for key, kind in KINDS.items() if key in keys]


def facts_of(committee: Committee, period: Period, kinds: Iterable[FactKind], who: Any = None) -> list[Fact]:
    """Facts of these kinds. One statement.

    Args:
        who: ids of persons or units, or a query of ids; everybody where not given.
    """
    arms = [_told(arm, kind, committee, period, who) for kind in kinds for arm in kind.arms]
    if not arms:
        return []
    head, *others = arms
    rows: Any = head.union(*others, all=True) if others else head
    return [_fact(values) for values in rows]


def _fact(values: Sequence[Any]) -> Fact:
    kind, key, who, day, uid, same, source, amount, place, of, *texts = values
    title, role, result, level, what, family, form = (text or "" for text in texts)
    return Fact(
        kind=kind, key=key, who=who, day=day, title=" ".join(title.split()), source=source, uid=str(uid),
        same=str(same) if same else "", role=role, result=result, level=level, what=what, family=family, form=form,
        amount=Decimal(amount), place=place, of=of,
    )  # fmt: skip


def _told(arm: Arm, kind: FactKind, committee: Committee, period: Period, who: Any) -> QuerySet[Any]:
    metric = registry.figure(arm.figure)
    if not isinstance(metric, Metric):
        raise TypeError(arm.figure)  # a fact is a row; sums and shares have none
    rows: QuerySet[Any] = rows_of(metric, Scope(committee), period).order_by()
    if arm.via is not None:
        model, path = arm.via
        rows = model.objects.live().filter(**{f"{path}__in": rows.values("pk")})
    wanted = arm.among if who is None else arm.among & Q(**{f"{arm.who}__in": who})
    shown = {f"fact_{name}": _expression(getattr(arm, name)) for name in ("day", "uid", "amount", "place", "of")}
    texts = {f"fact_{name}": Cast(_expression(getattr(arm, name)), CharField(max_length=400)) for name in TEXTS}
    found: QuerySet[Any] = (
        rows.filter(wanted).select_related(None).prefetch_related(None).order_by()
        .annotate(
            fact_kind=Value(kind.key, CharField()), fact_key=F("pk"), fact_who=F(arm.who),
            fact_source=Value(arm.source, CharField()), fact_same=_expression(arm.same or arm.uid), **shown, **texts,
        )
        .values_list(*NAMES)
    )  # fmt: skip
    return found


def _expression(given: Any) -> Any:
    return F(given) if isinstance(given, str) else given


def judged_of(committee: Committee, rules: Rules) -> list[tuple[Judged, str]]:
    """Members of the year with the days of their tenure and names, by pinyin. Two statements.

    Several tenures of one person within the year count from the first day to the last.
    """
    period = period_of(rules)
    standing = set(
        Post.objects.live().filter(Q(ends=None) | Q(ends__gte=period.start), committee=committee,
                                   kind__in=OF_STANDING, starts__lte=period.end)
        .order_by().values_list("person_id", flat=True)
    )  # fmt: skip
    rows = (
        holders(committee, period).order_by().values("person_id", "person__name", "person__pinyin")
        .annotate(first=Min("starts"), last=Max("ends"))
        .order_by("person__pinyin", "person_id")
    )  # fmt: skip
    unended = set(holders(committee, period).filter(ends=None).order_by().values_list("person_id", flat=True))
    return [
        (
            Judged(
                row["person_id"], row["person_id"] in standing, max(row["first"], period.start),
                period.end if row["person_id"] in unended else min(row["last"], period.end),
            ),
            row["person__name"],
        )
        for row in rows
    ]  # fmt: skip


def units_judged(committee: Committee, rules: Rules) -> list[tuple[Judged, str]]:
    """Units that were handed proposals over in the year, by name. One statement."""
    period = period_of(rules)
    rows = (
        Assignment.objects.live().within(Scope(committee))
        .filter(assigned_on__range=(period.start, period.end), proposal__voided_at=None)
        .order_by("unit__name").values_list("unit_id", "unit__name").distinct()
    )  # fmt: skip
    return [(Judged(pk, standing=False, starts=period.start, ends=period.end), name) for pk, name in rows]


__all__ = ["facts_of", "judged_of", "kinds_of", "period_of", "units_judged"]

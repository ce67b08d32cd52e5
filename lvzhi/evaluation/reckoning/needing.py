"""Conditions beside the points: minimum sets and vetoes, each with its count in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.evaluation.reckoning.choosing import concerns, passes
from lvzhi.evaluation.reckoning.values import Fact, Judged, Need, Needed, Rules
from lvzhi.evaluation.vocabulary import saying
from lvzhi.evaluation.vocabulary.states import NeedKind

VETO = "veto"


def veto_kind(need: Need) -> str:
    """The kind of fact by which a veto that no record shows is entered."""
    return f"{VETO}.{need.number}"


def needed(rules: Rules, judged: Judged, facts: Sequence[Fact]) -> tuple[Needed, ...]:
    """How each condition that concerns the judged one comes out."""
    return tuple(_one(need, rules, facts) for need in rules.needs if concerns(need.whom, judged))


def _one(need: Need, rules: Rules, facts: Sequence[Fact]) -> Needed:
    kinds = (veto_kind(need),) if need.manual else need.kinds
    have = len({one.work for one in facts if one.kind in kinds and passes(need.filters, one)})
    least = need.kind == NeedKind.LEAST
    met = have >= need.count if least else have <= need.count
    words = {
        (True, True): saying.NEED_LEAST_MET, (True, False): saying.NEED_LEAST_UNMET,
        (False, True): saying.NEED_MOST_MET, (False, False): saying.NEED_MOST_UNMET,
    }[least, met]  # fmt: skip
    grade = next((one.name for one in rules.grades if one.number == need.limit), "")
    effect = saying.LIMITED.format(grade=grade) if grade else ""
    said = words.format(name=need.name, count=need.count, have=have, effect=effect)
    return Needed(need.number, met, have, said, need.limit)

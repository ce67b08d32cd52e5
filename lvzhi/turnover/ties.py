"""How ties speak of changes of term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from lvzhi.access import Actor
from lvzhi.links import kinds as links
from lvzhi.turnover import rules
from lvzhi.turnover.actions.ending import CARRIED_OVER
from lvzhi.turnover.models import Change
from lvzhi.turnover.queries import change_address
from lvzhi.turnover.vocabulary import TIE_BACKWARD, TIE_FORWARD


def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Titles of several changes in one query."""
    return {row.uid: str(row) for row in Change.objects.filter(uid__in=uids)}


def _visible(actor: Actor, uid: UUID) -> bool:
    return Change.objects.filter(rules.visible.rows(actor), uid=uid).exists()


def register() -> None:
    """Say to the rooms below what a change of term is."""
    label = Change._meta.label_lower
    links.register(
        links.Kind(
            label, str(Change._meta.verbose_name), lambda uid: titles([uid]).get(uid, ""),
            lambda uid: change_address(Change(uid=uid)), _visible, titles,
        ),
        links.Role(CARRIED_OVER, TIE_FORWARD, TIE_BACKWARD, b_kinds=frozenset({label})),
    )  # fmt: skip

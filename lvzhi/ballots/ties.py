"""How the rooms below know ballots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.ballots import rules
from lvzhi.ballots.models import Ballot
from lvzhi.links import kinds as links
from lvzhi.search import kinds as search

KIND = "ballots.ballot"


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    return dict(Ballot.objects.filter(uid__in=list(uids)).values_list("uid", "title"))


def _visible(actor: Actor, uid: UUID) -> bool:
    return Ballot.objects.filter(rules.visible.rows(actor), uid=uid).exists()


TEXTS = search.of(Ballot, rules.visible, "ballots:detail", ["title"], day="held_on", organ="organ_id")


def register() -> None:
    """Tell links."""
    search.register(TEXTS)
    links.register(
        links.Kind(
            KIND, str(Ballot._meta.verbose_name), lambda uid: _titles([uid]).get(uid, ""),
            lambda uid: reverse("ballots:detail", args=[uid]), _visible, _titles,
        )
    )  # fmt: skip

"""How ties and evidence pages speak of this room's records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.links.kinds import Kind
from lvzhi.people import rules
from lvzhi.people.models import Member
from lvzhi.search import kinds as search


def titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Names of several members in one query."""
    return dict(Member.objects.filter(uid__in=uids).values_list("uid", "person__name"))


def _title(uid: UUID) -> str:
    return titles([uid]).get(uid, "")


def _url(uid: UUID) -> str:
    return reverse("people:member", args=[uid])


def _visible(actor: Actor, uid: UUID) -> bool:
    return Member.objects.filter(rules.SEE.rows(actor) | rules.OWN.rows(actor), uid=uid).exists()


TEXTS = search.of(
    Member, rules.SEE | rules.OWN, "people:member", ["person__name"], number=["number"], day="starts",
    spelt=["person__initials", "person__pinyin"],
)  # fmt: skip
KINDS = (Kind("people.member", str(Member._meta.verbose_name), _title, _url, _visible, titles),)

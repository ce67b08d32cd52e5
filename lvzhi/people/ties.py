"""How ties and evidence pages speak of this room's records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.links.kinds import Kind
from lvzhi.messages.audiences import Audience
from lvzhi.people import rules
from lvzhi.people.models import Member
from lvzhi.people.queries import accounts_of, members_of
from lvzhi.people.vocabulary import ORGAN_AUDIENCE
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


def _organs(committee: Committee) -> list[tuple[str, str]]:
    """Organs that stand today, for a notice to their members."""
    day = clock.today()
    rows = Organ.objects.filter(committee=committee).order_by("kind", "code", "name")
    return [(str(one.uid), one.name) for one in rows if one.stands_on(day)]


def _in_organs(committee: Committee, uids: Iterable[str]) -> set[int]:
    """Logins of the members who sit in these organs today."""
    wanted, day = list(uids), clock.today()
    organs = Organ.objects.filter(committee=committee, uid__in=wanted) if wanted else ()
    return {account for organ in organs for account in accounts_of(members_of(organ, day))}


ORGANS = Audience("organs", ORGAN_AUDIENCE, _organs, _in_organs)

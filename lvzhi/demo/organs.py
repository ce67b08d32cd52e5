"""Who leads the organs of a committee, and a team set up for one piece of work."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from random import Random

from lvzhi.accounts.actors import system_actor
from lvzhi.committee import actions as committees
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.demo.people import GENERATOR, Cast, moment, populate
from lvzhi.people import actions as people
from lvzhi.people.models import Membership
from lvzhi.people.vocabulary import Part

TEAM = "提案办理协商工作专班"
DUTIES = ("统筹协调", "联系承办单位", "跟踪办理进度", "资料和宣传")
SETTLED = timedelta(days=40)  # after the term began the team was set up
LED_BY_TWO = (OrganKind.SPECIAL_COMMITTEE, OrganKind.LIAISON_GROUP)


def peopled(cast: Cast, random: Random, taken: set[str], first_phone: int) -> None:
    """Members and staff with their organs, and who leads these."""
    populate(cast, random, taken, first_phone)
    lead(cast)


def lead(cast: Cast) -> None:
    """A head for every organ, a deputy where it is large, and a team with a duty for each."""
    day = cast.place.term_starts
    actor = system_actor(GENERATOR, moment(day))
    seats = Membership.objects.live().filter(committee=cast.committee, starts=day)
    by_organ: dict[int, list[Membership]] = defaultdict(list)
    for seat in seats.select_related("organ", "member__person", "member__committee").order_by("member__number"):
        by_organ[seat.organ_id].append(seat)
    busy: set[int] = set()
    for rows in by_organ.values():
        free = [seat for seat in rows if seat.member_id not in busy]
        parts = (Part.HEAD, Part.DEPUTY) if rows[0].organ.kind in LED_BY_TWO else (Part.HEAD,)
        for part, seat in zip(parts, free[1:], strict=False):
            people.repost(actor, seat, part, "", seat.starts)
            busy.add(seat.member_id)
    _team(cast, busy)


def _team(cast: Cast, busy: set[int]) -> None:
    day = cast.place.term_starts + SETTLED
    actor = system_actor(GENERATOR, moment(day))
    team = committees.add_organ(actor, cast.committee, kind=OrganKind.LEADING_GROUP, name=TEAM, starts=day)
    free = [member for member in cast.members if member.pk not in busy][-len(DUTIES) :]
    for place, (member, duty) in enumerate(zip(free, DUTIES, strict=True)):
        part = (Part.HEAD, Part.DEPUTY)[place] if place in (0, 1) else Part.MEMBER
        people.join(actor, member, team, part, starts=day, duty=duty)

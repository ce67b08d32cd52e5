"""The team 专班: each committee names its own people."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.joint import queries
from lvzhi.joint.models import Mate, Partaking
from lvzhi.people.queries import picking
from lvzhi.workflow.declare import Taking


def check_team(taking: Taking) -> None:
    """They are the committee's own, and not in the team yet."""
    part: Partaking = taking.record
    wanted = taking.answers["people"]
    standing = set(queries.live_mates(part).values_list("person_id", flat=True))
    known = set(
        picking.known_persons(part.committee).filter(pk__in=[one.pk for one in wanted]).values_list("pk", flat=True)
    )
    for person in wanted:
        if person.pk in standing:
            raise Refusal("joint.person_there", field="people", name=person.name)
        if person.pk not in known:
            raise Refusal(
                "joint.person_elsewhere", field="people", name=person.name, committee=part.committee.display
            )  # fmt: skip


def send_people(taking: Taking) -> None:
    """Effect of 选派专班成员."""
    part, answers = taking.record, taking.answers
    for person in answers["people"]:
        Mate(
            part=part, committee_id=part.committee_id, person=person, name=person.name, duty=answers["duty"],
            since=clock.as_day(taking.at), created_at=taking.at,
        ).save()  # fmt: skip
    taking.facts |= {"name": part.committee.display, "count": len(answers["people"])}


def dismiss(taking: Taking) -> None:
    """Effect of 调整出专班: the row stays, it was true until then."""
    part: Partaking = taking.record
    row = queries.live_mates(part).filter(pk=taking.answers["mate"]).first()
    if row is None:
        raise Refusal("joint.person_gone", field="mate", name=str(taking.answers["mate"]))
    row.until = max(clock.as_day(taking.at), row.since)
    row.version += 1
    row.save()
    taking.facts["name"] = part.committee.display

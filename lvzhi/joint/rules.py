"""Who may open a topic, answer, divide, report and read: the leader's rights and the joiner's are kept apart."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lvzhi.access import Actor, Rule, rule
from lvzhi.access.rules import NO_ROW, has_any, held_in
from lvzhi.committee.models import Committee
from lvzhi.joint.models import Mate, Partaking, Piece, Topic
from lvzhi.joint.vocabulary import COUNTED, STANDING, PartState, Role, TopicState

KEEPERS = ("office", "secretary_general", "clerk")
STAFF = (*KEEPERS, "organ_head", "leader", "supervisor", "auditor", "proposal_head", "branch_secretary")


def _kept_rows(actor: Actor) -> Q:
    return Q(committee_id__in=held_in(actor, KEEPERS)) | Q(organ_id__in=sorted(actor.organs("organ_head")))


def _keeps(actor: Actor, record: Any) -> bool:
    if has_any(actor, record.committee_id, KEEPERS):
        return True
    return record.organ_id is not None and actor.has("organ_head", organ=record.organ_id)


def may_list(actor: Actor, committee: int) -> bool:
    """Whether the actor may open the list of the topics in which a committee takes part."""
    return has_any(actor, committee, STAFF)


@rule("牵头单位的办公室、秘书长、经办人和牵头机构负责人", rows=_kept_rows)
def leads(actor: Actor, topic: Topic) -> bool:
    """Those who have the topic in hand at the committee that leads it."""
    return _keeps(actor, topic)


@rule("课题办理中", rows=lambda actor: Q(state=TopicState.OPEN, voided_at=None))
def going(actor: Actor, topic: Topic) -> bool:
    """The topic goes on."""
    return topic.state == TopicState.OPEN and topic.voided_at is None


def _joined_rows(actor: Actor) -> Q:
    places = held_in(actor, STAFF)
    if not places:
        return NO_ROW
    return Q(pk__in=Partaking.objects.live().filter(committee_id__in=places, state__in=STANDING).values("topic_id"))


def subjects_of(actor: Actor, kind: str) -> Any:
    """Uids of the records of a kind that the actor may read because a committee of the actor's has joined them."""
    rows = Topic.objects.live().filter(_joined_rows(actor), kind=kind)
    return rows.order_by().values("subject")


@rule("牵头和参加单位的机关人员", rows=_joined_rows)
def joined(actor: Actor, topic: Topic) -> bool:
    """Staff of a committee that leads it, takes part or is asked to."""
    places = held_in(actor, STAFF)
    return bool(places) and Partaking.objects.live().filter(
        topic=topic, committee_id__in=places, state__in=STANDING
    ).exists()  # fmt: skip


def _team_rows(actor: Actor) -> Q:
    if actor.account_id is None:
        return NO_ROW
    team = Mate.objects.live().filter(
        person__account_id=actor.account_id, part__state__in=COUNTED, part__voided_at=None
    )
    pieces = Piece.objects.live().filter(person__account_id=actor.account_id, part__state__in=COUNTED)
    return Q(pk__in=team.values("part__topic_id")) | Q(pk__in=pieces.values("topic_id"))


@rule("专班成员和任务责任人", rows=_team_rows)
def of_team(actor: Actor, topic: Topic) -> bool:
    """Somebody of the team, or who has a piece of it to do."""
    return actor.account_id is not None and Topic.objects.filter(_team_rows(actor), pk=topic.pk).exists()


def _above_rows(actor: Actor) -> Q:
    places = held_in(actor, KEEPERS)
    found = NO_ROW
    for path in Committee.objects.filter(pk__in=places).values_list("path", flat=True) if places else ():
        found |= Q(committee__path__startswith=path)
    return found


@rule("上级政协的办公室、秘书长、经办人", rows=_above_rows)
def above(actor: Actor, topic: Topic) -> bool:
    """Those who keep the affairs of the committee that leads it or of one above it."""
    return any(has_any(actor, one, KEEPERS) for one in topic.committee.chain_ids())


visible: Rule = joined | of_team | above

# Rights over parts.
part_visible: Rule = visible.through("topic", Topic)
part_led: Rule = leads.through("topic", Topic)
part_going: Rule = going.through("topic", Topic)


@rule("参加单位的办公室、秘书长、经办人和承办机构负责人", rows=_kept_rows)
def carries(actor: Actor, part: Partaking) -> bool:
    """Those who have a committee's own part in hand."""
    return _keeps(actor, part)


@rule("被邀请单位的办公室", rows=lambda actor: Q(committee_id__in=held_in(actor, ("office",))))
def asked_office(actor: Actor, part: Partaking) -> bool:
    """The office that is asked."""
    return actor.has("office", committee=part.committee_id)


@rule("参加单位（牵头单位除外）", rows=lambda actor: ~Q(role=Role.LEAD))
def joining(actor: Actor, part: Partaking) -> bool:
    """Not the leader's own part."""
    return part.role != Role.LEAD


@rule("已确认参加的", rows=lambda actor: Q(state=PartState.TAKING))
def taking(actor: Actor, part: Partaking) -> bool:
    """The committee has said that it takes part."""
    return part.state == PartState.TAKING


@rule("牵头单位自己的", rows=lambda actor: Q(role=Role.LEAD))
def leading(actor: Actor, part: Partaking) -> bool:
    """The leader's own part."""
    return part.role == Role.LEAD


heads: Rule = part_led & leading
answers: Rule = carries & joining & part_going
withdraws: Rule = part_led & joining & part_going
resumes: Rule = part_led & part_going
awaits_answer: Rule = asked_office & joining & part_going
manages: Rule = carries & taking & part_going
divides: Rule = (part_led | (carries & taking)) & part_going
finishes: Rule = carries & joining & part_going

# Rights over pieces.
piece_visible: Rule = visible.through("topic", Topic)
piece_led: Rule = leads.through("topic", Topic)
piece_going: Rule = going.through("topic", Topic)
piece_carried: Rule = (carries & taking).through("part", Partaking)


def _own_rows(actor: Actor) -> Q:
    return NO_ROW if actor.account_id is None else Q(person__account_id=actor.account_id)


@rule("任务责任人", rows=_own_rows)
def own_piece(actor: Actor, piece: Piece) -> bool:
    """The person who has it to do."""
    return actor.account_id is not None and piece.person is not None and piece.person.account_id == actor.account_id


@rule("已确认参加的", rows=lambda actor: Q(part__state=PartState.TAKING))
def part_taking(actor: Actor, piece: Piece) -> bool:
    """Its committee takes part."""
    return piece.part.state == PartState.TAKING


@rule("牵头单位下达的", rows=lambda actor: Q(given=True))
def given(actor: Actor, piece: Piece) -> bool:
    """Written by the committee that leads."""
    return piece.given


@rule("办公室", rows=lambda actor: Q(committee_id__in=held_in(actor, ("office",))))
def piece_office(actor: Actor, piece: Piece) -> bool:
    """The office of the committee that does it: who is reminded beside the person."""
    return actor.has("office", committee=piece.committee_id)


works: Rule = (piece_carried | (own_piece & part_taking)) & piece_going
awaited: Rule = (own_piece | piece_office) & part_taking & piece_going
writes: Rule = ((piece_led & given) | (piece_carried & ~given)) & piece_going
assigns: Rule = piece_carried & piece_going
sends_back: Rule = piece_led & piece_going

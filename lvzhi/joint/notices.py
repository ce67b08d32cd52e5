"""Who is told what: the other committee, without anybody telephoning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from lvzhi.accounts.queries import holders
from lvzhi.joint import queries
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.vocabulary import STANDING, Role
from lvzhi.messages.actions import send
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow.declare import Taking


def address(topic: Topic) -> str:
    """The page of a topic."""
    return reverse("joint:detail", args=[topic.uid])


def part_address(part: Partaking) -> str:
    """The topic's page, at the part."""
    return f"{address(part.topic)}#part-{part.uid}"


def piece_address(piece: Piece) -> str:
    """The topic's page, at the piece."""
    return f"{address(piece.topic)}#piece-{piece.uid}"


def _keepers(committee: int, organ: int | None) -> list[int]:
    """The office of a committee, and the head of the organ that has it in hand."""
    heads = holders("organ_head", organ=organ) if organ is not None else []
    return [*holders("office", committee=committee), *heads]


def _send(taking: Taking, accounts: Iterable[int], code: str, topic: Topic, where: str = "", **facts: Any) -> None:
    told = sorted(set(accounts) - {taking.actor.account_id or 0})
    subject = (taking.record._meta.label_lower, taking.record.uid, where or address(topic))
    send(told, code, subject=subject, committee=topic.committee_id, title=topic.title, **facts)


def _leader(taking: Taking, topic: Topic, code: str, **facts: Any) -> None:
    _send(taking, _keepers(topic.committee_id, topic.organ_id), code, topic, **facts)


def tell_asked(taking: Taking) -> None:
    """The office of each committee asked."""
    topic: Topic = taking.record
    role = str(Role(taking.answers["role"]).label)
    for committee in taking.answers["committees"]:
        _send(
            taking, holders("office", committee=committee.pk), "joint.asked", topic, leader=topic.committee.display,
            committee_name=committee.display, role=role,
        )  # fmt: skip


def tell_adjusted(taking: Taking) -> None:
    """Everybody who takes part or is asked to."""
    topic: Topic = taking.record
    parts = [part for part in queries.parts_of(topic) if part.state in STANDING]
    accounts = [one for part in parts for one in _keepers(part.committee_id, part.organ_id)]
    _send(taking, accounts, "joint.adjusted", topic, leader=topic.committee.display)


def tell_closed(taking: Taking) -> None:
    """Everybody who took part, that it is done and where the outcome stands."""
    topic: Topic = taking.record
    accounts = [one for part in queries.parts_of(topic) for one in _keepers(part.committee_id, part.organ_id)]
    _send(taking, accounts, "joint.closed", topic, leader=topic.committee.display)


def tell_accepted(taking: Taking) -> None:
    """The leader."""
    part: Partaking = taking.record
    role = str(Role(part.role).label)
    _leader(taking, part.topic, "joint.accepted", committee_name=part.committee.display, role=role)


def tell_declined(taking: Taking) -> None:
    """The leader, and why."""
    part: Partaking = taking.record
    _leader(taking, part.topic, "joint.declined", committee_name=part.committee.display, ground=part.ground)


def tell_withdrawn(taking: Taking) -> None:
    """The office that had been asked, and why."""
    part: Partaking = taking.record
    _send(
        taking, _keepers(part.committee_id, part.organ_id), "joint.withdrawn", part.topic,
        leader=part.topic.committee.display, committee_name=part.committee.display, ground=part.ground,
    )  # fmt: skip


def tell_part_done(taking: Taking) -> None:
    """The leader."""
    part: Partaking = taking.record
    _leader(taking, part.topic, "joint.part_done", committee_name=part.committee.display)


def _doers(piece: Piece) -> list[int]:
    own = piece.person.account_id if piece.person is not None else None
    return [*_keepers(piece.committee_id, piece.part.organ_id), *([own] if own is not None else [])]


def tell_divided(taking: Taking) -> None:
    """Who has it to do, and the office of that committee."""
    piece: Piece = taking.answers["piece"]
    _send(
        taking, _doers(piece), "joint.piece_given", piece.topic, piece_address(piece), what=piece.what,
        until=written_day(piece.until),
    )  # fmt: skip


def tell_assigned(taking: Taking) -> None:
    """Who has it to do now."""
    piece: Piece = taking.record
    own = piece.person.account_id if piece.person is not None else None
    _send(
        taking, [own] if own is not None else [], "joint.piece_given", piece.topic, piece_address(piece),
        what=piece.what, until=written_day(piece.until),
    )  # fmt: skip


def tell_changed(taking: Taking) -> None:
    """Who has it to do, where the leader changed it."""
    piece: Piece = taking.record
    _send(taking, _doers(piece), "joint.piece_changed", piece.topic, piece_address(piece), what=piece.what)


def tell_piece_done(taking: Taking) -> None:
    """The leader."""
    piece: Piece = taking.record
    _leader(
        taking, piece.topic, "joint.piece_done", committee_name=piece.committee.display, what=piece.what
    )  # fmt: skip


def tell_sent_back(taking: Taking) -> None:
    """Who has it to do, and why."""
    piece: Piece = taking.record
    _send(
        taking, _doers(piece), "joint.piece_back", piece.topic, piece_address(piece), what=piece.what,
        ground=piece.ground,
    )  # fmt: skip

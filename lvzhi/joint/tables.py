"""What a page and a file show of topics, parts and pieces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from lvzhi.exchange import Column as Field
from lvzhi.joint import queries
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.joint.vocabulary import (
    PAGE_NOTES,
    PART_TONES,
    PIECE_TONES,
    SHEET,
    TOPIC_TONES,
    PartState,
    PieceState,
    Role,
    TopicState,
)
from lvzhi.ui.formats import day as written_day
from lvzhi.ui.marks import Tag
from lvzhi.workflow.clocks import left


def topic_tag(topic: Topic) -> Tag:
    """Whether it goes on."""
    return Tag(topic.get_state_display(), TOPIC_TONES[TopicState(topic.state)])


def part_tag(part: Partaking) -> Tag:
    """What a committee does in it, and where that stands."""
    return Tag(queries.role_words(part), PART_TONES[PartState(part.state)])


part_note = queries.part_note


def piece_tag(piece: Piece) -> Tag:
    """Where a piece stands; what its clock says where it has run out."""
    clock = left(piece.until, piece.committee_id) if piece.state == PieceState.OPEN else None
    if clock is not None and clock.overdue:
        return Tag(clock.words, "bad", "clock")
    if clock is not None and clock.soon:
        return Tag(clock.words, "warn", "clock")
    return Tag(piece.get_state_display(), PIECE_TONES[PieceState(piece.state)])


def card(topic: Any, committee: int, today: dt.date) -> dict[str, Any]:
    """One topic of the list: the parts of every level, ours first by the tree, sums of pieces, who is late."""
    levels = topic.levels
    own = next((part for part in levels if part.committee_id == committee), None)
    return {
        "topic": topic,
        "tag": topic_tag(topic),
        "own": own,
        "own_tag": part_tag(own) if own is not None else None,
        "levels": [
            {"part": part, "tag": part_tag(part), "note": part_note(part), "own": part is own,
             "late": part.behind > 0, "until": part.until or topic.until}
            for part in levels
        ],
        "many": sum(part.many for part in levels),
        "ready": sum(part.ready for part in levels),
        "behind": sum(part.behind for part in levels),
        "late_topic": topic.until is not None and topic.until < today and topic.state == TopicState.OPEN,
    }  # fmt: skip


def piece_note(piece: Piece) -> str:
    """By when, or when it was done."""
    if piece.done_on is not None:
        return PAGE_NOTES["finished"].format(day=written_day(piece.done_on))
    return PAGE_NOTES["due"].format(day=written_day(piece.until))


EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("committee", SHEET["committee"], width=22), lambda row: row.committee.display),
    (Field("role", SHEET["role"]), lambda row: str(Role(row.part.role).label)),
    (Field("what", SHEET["what"], width=46), lambda row: row.what),
    (Field("who", SHEET["who"], width=18), lambda row: row.doer),
    (Field("until", SHEET["until"], kind="date"), lambda row: row.until),
    (Field("percent", SHEET["percent"], kind="int"), lambda row: row.percent),
    (Field("words", SHEET["words"], width=46), lambda row: row.words),
    (Field("state", SHEET["state"]), lambda row: row.get_state_display()),
    (Field("done_on", SHEET["done_on"], kind="date"), lambda row: row.done_on),
)


def grouped(parts: Sequence[Any], pieces: Sequence[Piece], buttons: Mapping[Any, Any]) -> list[dict[str, Any]]:
    """The parts of a topic, each with its team and its pieces, and what the actor may do with each."""
    return [
        {
            "part": part, "tag": part_tag(part), "note": part_note(part), "team": part.team,
            "buttons": buttons.get(("part", part.pk), ()),
            "pieces": [
                {"piece": one, "tag": piece_tag(one), "note": piece_note(one),
                 "buttons": buttons.get(("piece", one.pk), ())}
                for one in pieces if one.part_id == part.pk
            ],
        }
        for part in parts
    ]  # fmt: skip

"""A record's state and matter as a list, a page and a card on another room's page show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.tenure.models import Case, Change, Nominee, Selecting
from lvzhi.tenure.vocabulary import words
from lvzhi.tenure.vocabulary.states import (
    CASE_TONES,
    CHANGE_TONES,
    MOVING,
    SELECTION_TONES,
    STANDING_TONES,
    ChangeState,
)
from lvzhi.ui.marks import Tag


def _tag(record: Any, tones: Mapping[str, str]) -> Tag:
    if record.voided_at is not None:
        return Tag(words.VOIDED, "bad", "ban")
    return Tag(record.get_state_display(), tones[record.state])  # type: ignore[arg-type]  # reason: the table holds tones


def change_tag(change: Change) -> Tag:
    """Where a change is; of a decided one whether its day has come."""
    if change.voided_at is None and change.state == ChangeState.DECIDED and change.in_force_on is not None:
        if change.waits:
            return Tag(words.TO_COME, "later", "clock")
        return Tag(words.IN_FORCE, "good")
    return _tag(change, CHANGE_TONES)


def case_tag(case: Case) -> Tag:
    """Where a case is."""
    return _tag(case, CASE_TONES)


def selection_tag(selection: Selecting) -> Tag:
    """Where a selection is."""
    return _tag(selection, SELECTION_TONES)


def standing_tag(row: Nominee) -> Tag:
    """How far somebody nominated has come."""
    return Tag(row.get_standing_display(), STANDING_TONES[row.standing])  # type: ignore[arg-type]  # reason: as above


def what(change: Change) -> str:
    """From where to where; "" for a change of something else."""
    if change.kind in MOVING and change.organ is not None:
        old = change.old_organ.name if change.old_organ is not None else words.NO_ORGAN
        return words.MOVE.format(old=old, new=change.organ.name)
    return change.organ.name if change.organ is not None else ""

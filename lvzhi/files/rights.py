"""The registry of rights: higher rooms say who may read and add the attachments of their kinds of record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from lvzhi.access import Actor


@dataclass(frozen=True, slots=True)
class Right:
    """Who may do what with the attachments of one kind of record.

    Args:
        may_read, may_add: of this actor, on the record with this uid; adding includes removing.
        committee: id of the record's committee, whose norms hold.
        personal: whether the attachments are personal data, so that each reading is journalled.
        as_record: whether whoever may read the record may read its attachments, and nobody else: their text is then
            found by whoever finds the record.
    """

    may_read: Callable[[Actor, UUID], bool]
    may_add: Callable[[Actor, UUID], bool]
    committee: Callable[[UUID], int]
    personal: bool = False
    as_record: bool = False

    def __post_init__(self) -> None:
        """What is read line by line in the journal is not read by searching."""
        if self.personal and self.as_record:
            raise ValueError("attachments whose reading is journalled are not found by their text")


_rights: dict[str, Right] = {}


def register(
    kind: str,
    *,
    may_read: Callable[[Actor, UUID], bool],
    may_add: Callable[[Actor, UUID], bool],
    committee: Callable[[UUID], int],
    personal: bool = False,
    as_record: bool = False,
) -> None:
    """Open attachments to a kind of record ("app_label.model_name"), in `AppConfig.ready`."""
    _rights[kind] = Right(may_read, may_add, committee, personal, as_record)


def right_of(kind: str) -> Right | None:
    """The right of a kind; None where nobody registered one: then nobody reads, nobody adds."""
    return _rights.get(kind)


def registered() -> dict[str, Right]:
    """All rights by kind, for the test that prints the list."""
    return dict(sorted(_rights.items()))

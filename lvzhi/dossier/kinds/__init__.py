"""The kinds of line in the order of a file. A room that is built later adds its own here."""

from __future__ import annotations

from lvzhi.access import Missing
from lvzhi.dossier.kinds import activities, ledger, opinions, organs, proposals, service, tenure, works
from lvzhi.dossier.kinds.declare import LineKind

KINDS: tuple[LineKind, ...] = (
    *proposals.KINDS, *activities.KINDS, *ledger.KINDS, *opinions.KINDS, *service.KINDS, *works.KINDS, *tenure.KINDS,
)  # fmt: skip
LISTED = tuple(one for one in KINDS if not one.again)
OF_ORGANS: tuple[LineKind, ...] = organs.KINDS
RECORDS: tuple[LineKind, ...] = (
    organs.EVENTS, organs.RECEIVED, organs.ADVICE, organs.PROBLEMS, organs.PAPERS, service.GIVING, service.STUDY,
)  # fmt: skip
"""Records themselves, whoever had part in them: what the pages of data quality look at."""
_BY_KEY = {one.key: one for one in (*KINDS, *OF_ORGANS, *RECORDS)}


def kind(key: str) -> LineKind:
    """The kind of that key.

    Raises:
        Missing: ``dossier.unknown_kind``.
    """
    found = _BY_KEY.get(key)
    if found is None:
        raise Missing("dossier.unknown_kind", key=key)
    return found


__all__ = ["KINDS", "LISTED", "OF_ORGANS", "RECORDS", "LineKind", "kind"]

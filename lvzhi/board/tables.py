"""Lists of the room: organs, an organ's figures, what is kept at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lvzhi.board.vocabulary import WORDS
from lvzhi.committee.models import Organ
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.party.models import Body
from lvzhi.ui import formats
from lvzhi.ui.tables import Column, Table


def _stands(organ: Organ) -> str:
    today = clock.today()
    if organ.stands_on(today) or organ.ends is None:
        return WORDS["standing"]
    return WORDS["ended"].format(day=formats.day(organ.ends))


def bodies(rows: Sequence[Body], page: Callable[[Body], str], paper: Callable[[Body], str]) -> Table:
    """Party organisations with their page of numbers and its sheet of paper."""
    columns = (
        Column("name", WORDS["body"], url=page, head=True),
        Column("kind", WORDS["kind"], value=lambda row: row.get_kind_display()),
        Column("organ", WORDS["at_organ"], value=lambda row: row.organ.name if row.organ else None),
        Column("paper", WORDS["paper"], value=lambda row: WORDS["see"], url=paper, short=True),
    )
    return Table(columns, rows, empty=WORDS["no_bodies"])


def organs(rows: Sequence[Organ], page: Callable[[Organ], str], paper: Callable[[Organ], str]) -> Table:
    """Organs with their page of numbers and its sheet of paper."""
    columns = (
        Column("name", WORDS["organ"], url=page, head=True),
        Column("kind", WORDS["kind"], value=lambda row: str(OrganKind(row.kind).label)),
        Column("stands", WORDS["stands"], value=_stands, short=True),
        Column("paper", WORDS["paper"], value=lambda row: WORDS["see"], url=paper, short=True),
    )
    return Table(columns, rows, empty=WORDS["no_organs"])

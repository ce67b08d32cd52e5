"""One workbook of everything held about oneself."""

from __future__ import annotations

from io import BytesIO

from lvzhi.access import Actor
from lvzhi.deadlines import clock
from lvzhi.dossier.actions import note_taking
from lvzhi.dossier.queries.held import held, oneself
from lvzhi.dossier.vocabulary.words import HELD
from lvzhi.exchange.sheets import Table, write_book
from lvzhi.ui import formats


def own_copy(actor: Actor) -> tuple[BytesIO, str]:
    """The workbook, open at its beginning, and what it is called; taking it is journalled.

    Raises:
        Missing: the login belongs to nobody on the rosters.
    """
    person = oneself(actor)
    head = (HELD["head"].format(name=person.name, moment=formats.moment(clock.now())),)
    sheets = [Table(one.title, one.columns, one.rows, head) for one in held(actor, person)]
    target = BytesIO()
    note_taking(actor, person, write_book(target, sheets))
    target.seek(0)
    return target, HELD["file"].format(name=person.name, day=clock.today().isoformat())

"""A roster of a term that is not opened yet: read and matched as any roster, nothing written (R0.1, R0.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.people.roster import reading
from lvzhi.people.roster.columns import organ_key
from lvzhi.people.roster.findings import Finding, Said
from lvzhi.people.roster.ground import Ground
from lvzhi.people.roster.plan import Draft, Planner

# A present member of the same name with other numbers, or without any: who it is, a person decides.
ASKED = frozenset({"member_twin", "member_bare"})


class Coming(Ground):
    """The committee as it will stand: the coming term, its organs, nobody in it. Members' names stay known."""

    def __init__(self, term: Term, organs: Iterable[Organ]) -> None:
        super().__init__(term.committee, term.starts)
        self.terms = {term.number: term}
        self.tenures = defaultdict(list)
        self.numbers = {}
        self.organs = defaultdict(list)
        for organ in organs:
            self.organs[organ.kind, organ_key(organ.name, organ.kind)].append(organ)


def read_coming(
    committee: Committee, term: Term, organs: Iterable[Organ], data: bytes, name: str
) -> tuple[list[Draft], list[Said], frozenset[int]]:
    """The rows of a roster for a term that need not be saved yet.

    Args:
        term: number and first day of the coming term.
        organs: the organs that will stand then, saved or not.

    Returns:
        The drafts, what is wrong or worth a look, and the rows whose name a present member bears with other numbers.

    Raises:
        BadFile: nothing can be read from the file.
    """
    sheet = reading.sheet(committee, data, name)
    planner = Planner(Coming(term, organs), make_organs=False)
    drafts = planner.plan(sheet.rows)
    asked = frozenset(one.row for one in planner.findings if one.code in ASKED)
    said: list[Said] = [one for one in planner.findings if one.code not in ASKED]
    return drafts, sorted([*sheet.findings, *said], key=_order), asked


def _order(one: Said | Finding) -> tuple[int, bool]:
    return one.row, one.level != "error"

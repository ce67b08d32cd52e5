"""Names as a sheet writes them: bodies, persons and codes of one committee, each list read once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cached_property
from typing import Any

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import organs_on
from lvzhi.directory.queries import units_on
from lvzhi.ledger import queries
from lvzhi.norms import codes


class Names:
    """What a committee's people, organs, units and codes are called on a day."""

    def __init__(self, committee: Committee, day: dt.date) -> None:
        self.committee, self.day = committee, day
        self._tables: dict[str, dict[str, str]] = {}

    @cached_property
    def _bodies(self) -> dict[str, tuple[str, Any]]:
        found: dict[str, tuple[str, Any]] = {}
        for organ in organs_on(self.committee, self.day):
            found.setdefault(organ.name, ("organ", organ))
        for unit in units_on(self.committee, self.day):
            for name in filter(None, (unit.name, unit.short_name)):
                found.setdefault(name, ("unit", unit))
        return found

    @cached_property
    def _persons(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = defaultdict(list)
        for person in queries.persons_here(self.committee, self.day):
            found[person.name].append(person)
        return found

    def body(self, name: str) -> tuple[str, Any]:
        """("organ" or "unit", the body). Raises `Refusal("ledger.unit_unknown")`."""
        if name not in self._bodies:
            raise Refusal("ledger.unit_unknown", name=name)
        return self._bodies[name]

    def person(self, name: str) -> Any:
        """The one member or staff of that name. Raises `Refusal("ledger.person_unknown" | "ledger.person_many")`."""
        found = self._persons.get(name, [])
        if len(found) > 1:
            raise Refusal("ledger.person_many", name=name, count=len(found))
        if not found:
            raise Refusal("ledger.person_unknown", name=name)
        return found[0]

    def code(self, table: str, name: str, otherwise: str) -> str:
        """The code of a name in a table; `otherwise` where nothing is written.

        Raises:
            Refusal: ``ledger.code_unknown``.
        """
        wanted = str(name).strip()
        if not wanted:
            return otherwise
        if table not in self._tables:
            rows = codes.codes(table, self.committee, self.day)
            self._tables[table] = {one.name: one.code for one in rows} | {one.code: one.code for one in rows}
        if wanted not in self._tables[table]:
            raise Refusal("ledger.code_unknown", name=wanted, table=codes.set_of(table).name)
        return self._tables[table][wanted]

"""A list of projects out of a sheet: each row judged, nothing written unless told to (R11.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.directory.queries import units_on
from lvzhi.exchange import Column, Limits, sheets
from lvzhi.journal.lines import line
from lvzhi.norms import codes
from lvzhi.people.queries import members_on
from lvzhi.projects import queries, rules
from lvzhi.projects.actions.money import yuan
from lvzhi.projects.actions.writing import register
from lvzhi.projects.models import TITLE_MOST
from lvzhi.projects.norms import SHEET_MEGABYTES, SHEET_ROWS
from lvzhi.projects.vocabulary import sheet as words
from lvzhi.projects.vocabulary.codes import KINDS
from lvzhi.projects.vocabulary.states import Share, Way

MEGABYTE = 1024 * 1024
KNOWN = "projects.row_known"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row; `keeps_out` when the row cannot come in."""

    row: int
    sentence: str
    keeps_out: bool = True


@dataclass
class Result:
    """What a sheet holds, and what was written of it.

    Args:
        ready: what each good row says, as `register` takes it.
        known: rows whose project stands already.
    """

    name: str
    rows: int = 0
    ready: list[Mapping[str, Any]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    known: int = 0
    written: int = 0

    @property
    def bad(self) -> int:
        """Rows that cannot come in."""
        return len({one.row for one in self.remarks if one.keeps_out})


def columns() -> list[Column]:
    """The columns of the sheet, for reading and for the template."""
    return [
        Column(key, label, aliases=others, kind=kind, required=key == "title", example=example)  # type: ignore[arg-type]  # reason: the table holds kinds only
        for key, label, others, kind, example in words.COLUMNS
    ]


def look(actor: Actor, committee: Committee, data: bytes, name: str) -> Result:
    """Read and judge a sheet, writing nothing.

    Raises:
        NotAllowed: somebody who keeps no projects there.
        BadFile: the file cannot be read at all.
    """
    if not rules.may_register(actor, committee.pk):
        raise NotAllowed("projects.not_keeper", committee=committee.name)
    day = clock.as_day(actor.at)
    limits = Limits(
        size=int(norms.value(SHEET_MEGABYTES, committee, day)) * MEGABYTE,
        rows=int(norms.value(SHEET_ROWS, committee, day)),
    )
    sheet = sheets.read(data, name, columns(), limits=limits)
    result = Result(name, rows=len(sheet.rows))
    result.remarks += [Remark(one.row, one.sentence, one.level == "error") for one in sheet.findings]
    _Judge(actor, committee, result).all(sheet.good)
    result.remarks.sort(key=lambda one: one.row)
    return result


def bring(actor: Actor, committee: Committee, data: bytes, name: str, *, good_only: bool = False) -> Result:
    """Judge a sheet and write it: all rows or none; with `good_only` all good ones or none. Raises as `look`."""
    result = look(actor, committee, data, name)
    if not result.ready or (result.bad and not good_only):
        return result
    with line(actor, "projects.imported", committee=committee, file=name, count=len(result.ready)):
        for row in result.ready:
            register(actor, committee, row)
    result.written = len(result.ready)
    return result


class _Judge:
    """The rows of one sheet against what stands, the code table, the directory and the roster; each is read once."""

    def __init__(self, actor: Actor, committee: Committee, result: Result) -> None:
        self.committee, self.result, self.day = committee, result, clock.as_day(actor.at)
        self.titles = queries.titles_of(committee)
        self.kinds = {one.name: one.code for one in codes.entries(KINDS, committee, self.day)}
        self.ways = {str(one.label): one for one in Way}
        self.shares = {str(one.label): one for one in Share}
        self.units = {one.name: one for one in units_on(committee, self.day)}
        self.people: dict[str, list[Any]] = {}
        for row in members_on(Scope(committee), self.day).select_related("person"):
            self.people.setdefault(row.person.name, []).append(row.person)
        self.seen: dict[str, int] = {}

    def all(self, rows: list[sheets.Row]) -> None:
        """Judge every row."""
        for row in rows:
            try:
                self.result.ready.append(self._one(row))
            except Refusal as refusal:
                known = refusal.code == KNOWN
                self.result.known += known
                sentence = words.ROW.format(row=row.number, sentence=refusal.sentence)
                self.result.remarks.append(Remark(row.number, sentence, not known))

    def _one(self, row: sheets.Row) -> dict[str, Any]:
        title = str(row["title"]).strip()
        if title in self.titles:
            raise Refusal(KNOWN, title=title)
        if title in self.seen:
            raise Refusal("projects.row_twice", row=self.seen[title])
        if len(title) > TITLE_MOST:
            raise Refusal("projects.row_long", length=len(title), most=TITLE_MOST)
        found: dict[str, Any] = {
            "title": title,
            "way": self._among(row, "way", self.ways, words.WAY, Way.CARE),
            "kind": self._among(row, "kind", self.kinds, words.KIND, words.OTHER),
            "share": self._among(row, "share", self.shares, words.SHARE, Share.LEADS),
            "amount": yuan(row["amount"]) if str(row.get("amount") or "").strip() else None,
            "taken_on": row.get("taken_on") or self.day,
            "owner": str(row.get("owner") or "").strip(),
            "place": str(row.get("place") or "").strip(),
            "text": str(row.get("text") or "").strip(),
            "unit": self._unit(str(row.get("unit") or "").strip()),
            "person": self._person(str(row.get("person") or "").strip()),
        }
        if found["taken_on"] > self.day:
            raise Refusal("projects.day_ahead", day=found["taken_on"])
        for name in ("talks_by", "signs_by", "starts_on", "ends_on"):
            found[name] = row.get(name)
        self._order(found)
        self.seen[title] = row.number
        return found

    @staticmethod
    def _order(found: Mapping[str, Any]) -> None:
        days = [found[name] for name in ("talks_by", "signs_by", "starts_on", "ends_on") if found[name] is not None]
        if days != sorted(days):
            raise Refusal("projects.row_plan")

    @staticmethod
    def _among(row: sheets.Row, key: str, known: Mapping[str, Any], name: str, usual: Any) -> Any:
        given = str(row.get(key) or "").strip()
        if not given:
            return usual
        if given not in known:
            raise Refusal("projects.row_choice", name=name, given=given, choices=words.PAUSE.join(known))
        return known[given]

    def _unit(self, name: str) -> Any:
        if name and name not in self.units:
            raise Refusal("projects.row_unit", name=name)
        return self.units.get(name)

    def _person(self, name: str) -> Any:
        found = self.people.get(name, [])
        if name and len(found) != 1:
            raise Refusal("projects.row_person", name=name, count=len(found))
        return found[0] if name else None

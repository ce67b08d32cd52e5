"""Branches with their members out of a sheet: each row judged, nothing written unless told to (R10.2, R10.7)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.deadlines import clock
from lvzhi.exchange import Column, Limits, sheets
from lvzhi.journal.lines import line
from lvzhi.party import rules
from lvzhi.party.actions.bodies import found_body, seat
from lvzhi.party.models import Body, Seat
from lvzhi.party.norms import IMPORT_ROWS
from lvzhi.party.vocabulary import NAMES, BodyKind, Form, Post
from lvzhi.party.vocabulary import sheet as words
from lvzhi.people.models import Affiliation, Person
from lvzhi.people.queries.picking import known_persons
from lvzhi.people.vocabulary import CPC


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row; `keeps_out` when the row cannot come in."""

    row: int
    sentence: str
    keeps_out: bool = True


@dataclass(frozen=True, slots=True)
class Planned:
    """An organisation that the sheet would found."""

    row: int
    name: str
    kind: str
    form: str
    organ: Organ | None
    above: str
    starts: dt.date


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody whom the sheet would seat."""

    row: int
    body: str
    person: Person
    post: str
    starts: dt.date


@dataclass
class Result:
    """What a sheet holds, and whether it was written.

    Args:
        known: rows that say what stands already.
    """

    name: str
    rows: int = 0
    bodies: list[Planned] = field(default_factory=list)
    seats: list[Placed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    known: int = 0
    written: bool = False

    @property
    def bad(self) -> int:
        """Rows that cannot come in."""
        return len({one.row for one in self.remarks if one.keeps_out})

    @property
    def ready(self) -> bool:
        """Whether there is anything to bring in."""
        return bool(self.bodies or self.seats)


def columns() -> list[Column]:
    """The columns of the sheet, for reading and for the template."""
    return [
        Column(key, label, aliases=others, kind=kind, required=required, example=example)  # type: ignore[arg-type]  # reason: the table holds kinds only
        for key, label, others, kind, required, example in words.COLUMNS
    ]


def look(actor: Actor, committee: Committee, data: bytes, name: str) -> Result:
    """Read and judge a sheet, writing nothing.

    Raises:
        NotAllowed: not the office.
        BadFile: the file cannot be read at all.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    day = clock.as_day(actor.at)
    sheet = sheets.read(data, name, columns(), limits=Limits(rows=int(norms.value(IMPORT_ROWS, committee, day))))
    result = Result(name, rows=len(sheet.rows))
    result.remarks += [Remark(one.row, one.sentence, one.level == "error") for one in sheet.findings]
    _Judge(committee, day, result).all(sheet.good)
    result.remarks.sort(key=lambda one: one.row)
    return result


def bring(actor: Actor, committee: Committee, data: bytes, name: str, *, good_only: bool = False) -> Result:
    """Judge a sheet and write it: all rows or none; with `good_only` all good ones or none. Raises as `look`."""
    result = look(actor, committee, data, name)
    if not result.ready or (result.bad and not good_only):
        return result
    facts: dict[str, Any] = {"file": name, "bodies": len(result.bodies), "count": len(result.seats)}
    with line(actor, "party.imported", subject=committee, committee=committee, **facts):
        found = {one.name: one for one in _standing(committee)}
        for one in result.bodies:
            given = {
                "name": one.name, "kind": one.kind, "form": one.form, "organ": one.organ, "starts": one.starts,
                "above": found.get(one.above),
            }  # fmt: skip
            found[one.name] = found_body(actor, committee, given)
        for place in result.seats:
            seat(found[place.body], actor, [place.person], place.post, place.starts)
    result.written = True
    return result


def _standing(committee: Committee) -> list[Body]:
    rows = Body.objects.live().filter(committee=committee, ends=None).select_related("committee")
    return list(rows)


class _Judge:
    """The rows of one sheet against the register and the rosters; each list is read once."""

    def __init__(self, committee: Committee, day: dt.date, result: Result) -> None:
        self.day, self.result = day, result
        self.bodies: dict[str, Body | Planned] = {one.name: one for one in _standing(committee)}
        self.organs = {one.name: one for one in organs_on(committee, day)}
        self.persons: dict[str, list[Person]] = defaultdict(list)
        for person in known_persons(committee):
            self.persons[person.name].append(person)
        self.party: dict[int, list[tuple[dt.date | None, dt.date | None]]] = defaultdict(list)
        for pk, starts, ends in Affiliation.objects.filter(
            party=CPC, person__in=known_persons(committee).values("pk")
        ).values_list("person_id", "starts", "ends"):
            self.party[pk].append((starts, ends))
        self.seated: dict[int, list[Seat]] = defaultdict(list)
        rows = Seat.objects.live().filter(committee=committee, ends=None, body__voided_at=None)
        for one in rows.select_related("body"):
            self.seated[one.person_id].append(one)
        self.leading = {one.body.name: one.name for several in self.seated.values() for one in several
                        if one.post == Post.SECRETARY}  # fmt: skip
        self.placed: dict[int, list[Placed]] = defaultdict(list)
        self.heads: dict[str, Placed] = {}

    def all(self, rows: Sequence[sheets.Row]) -> None:
        """Judge every row; say which new branch nobody leads."""
        for row in rows:
            try:
                self._one(row)
            except Refusal as refusal:
                known = refusal.code == "party.seated"
                self.result.known += known
                self._say(row.number, refusal.sentence, keeps_out=not known)
        for one in self.result.bodies:
            if one.kind == BodyKind.BRANCH and one.name not in self.heads:
                self._say(one.row, words.LEADERLESS.format(name=one.name), keeps_out=False)

    def _say(self, row: int, sentence: str, *, keeps_out: bool) -> None:
        self.result.remarks.append(Remark(row, words.ROW.format(row=row, sentence=sentence), keeps_out))

    def _one(self, row: sheets.Row) -> None:
        body = self._body(row)
        name = str(row.get("person", "")).strip()
        if name:
            self._place(row, body, name)

    def _body(self, row: sheets.Row) -> Body | Planned:
        name = str(row["body"]).strip()
        if not name:
            raise Refusal("party.row_body", field="body")
        known = self.bodies.get(name)
        if known is not None:
            return known
        founded = row.get("founded")
        if not founded:
            raise Refusal("party.row_starts", field="founded", name=name)
        if founded > self.day:
            raise Refusal("party.ahead", field="founded", day=founded)
        made = Planned(
            row.number, name, _code(row, "kind", words.KINDS), _code(row, "form", words.FORMS), self._organ(row),
            self._above(row), founded,
        )  # fmt: skip
        self.bodies[name] = made
        self.result.bodies.append(made)
        return made

    def _organ(self, row: sheets.Row) -> Organ | None:
        given = str(row.get("organ", "")).strip()
        if given and given not in self.organs:
            raise Refusal("party.row_organ", field="organ", given=given)
        return self.organs.get(given)

    def _above(self, row: sheets.Row) -> str:
        given = str(row.get("above", "")).strip()
        if given and given not in self.bodies:
            raise Refusal("party.row_above", field="above", given=given)
        return given

    def _person(self, row: sheets.Row, name: str) -> Person:
        found = self.persons.get(name, [])
        work = str(row.get("work", "")).strip()
        if len(found) > 1 and work:
            found = [one for one in found if one.work == work or one.employer == work]
        if not found:
            raise Refusal("party.row_person", field="person", given=name)
        if len(found) > 1:
            raise Refusal("party.row_twins", field="person", given=name, count=len(found))
        return found[0]

    def _place(self, row: sheets.Row, body: Body | Planned, name: str) -> None:
        person = self._person(row, name)
        post = _code(row, "post", words.POSTS)
        starts = row.get("starts") or body.starts
        if starts < body.starts:
            raise Refusal("party.body_early", field="starts", name=body.name, starts=body.starts, day=starts)
        if not any((since is None or since <= starts) and (until is None or until >= starts)
                   for since, until in self.party[person.pk]):  # fmt: skip
            raise Refusal("party.not_member", field="person", name=name, day=starts)
        self._refuse_twice(body, person, starts)
        place = Placed(row.number, body.name, person, post, starts)
        if post == Post.SECRETARY:
            self._refuse_second(place)
            self.heads[body.name] = place
        self.placed[person.pk].append(place)
        self.result.seats.append(place)

    def _refuse_twice(self, body: Body | Planned, person: Person, day: dt.date) -> None:
        """One fixed or temporary branch for each Party member, in the register and in the sheet (R10.7)."""
        for one in self.seated[person.pk]:
            if one.body.name == body.name:
                raise Refusal("party.seated", field="person", name=person.name, body=body.name)
            if _bound(one.body) and _bound(body):
                raise Refusal("party.elsewhere", field="person", name=person.name, body=one.body.name, day=day)
        for other in self.placed[person.pk]:
            facts = {"row": other.row, "name": person.name, "body": other.body}
            if other.body == body.name:
                raise Refusal("party.row_twice", field="person", **facts)
            if _bound(self.bodies[other.body]) and _bound(body):
                raise Refusal("party.row_two", field="person", **facts)

    def _refuse_second(self, place: Placed) -> None:
        if place.body in self.leading:
            name = self.leading[place.body]
            raise Refusal("party.secretary", field="post", body=place.body, name=name, day=place.starts)
        other = self.heads.get(place.body)
        if other is not None:
            facts = {"row": other.row, "body": place.body, "name": other.person.name}
            raise Refusal("party.row_secretary", field="post", **facts)


def _bound(body: Body | Planned) -> bool:
    """Whether it is a branch of which one belongs to one alone."""
    return body.kind == BodyKind.BRANCH and body.form != Form.FUNCTIONAL


def _code(row: sheets.Row, key: str, known: Mapping[str, str]) -> str:
    given = str(row.get(key, "")).strip()
    if given not in known:
        raise Refusal(f"party.row_{key}", field=key, given=given, known=NAMES.join(word for word in known if word))
    return known[given]

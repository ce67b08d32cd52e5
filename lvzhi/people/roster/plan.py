"""From the rows of a roster to what would be written, with a finding for everything that is wrong or worth a look."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from lvzhi.committee.models import Organ, Term
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.exchange.sheets import Row
from lvzhi.people import identity, vocabulary
from lvzhi.people.models import (
    CODE_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    WORDS_LENGTH,
    Member,
    Person,
    id_digest,
    phone_digest,
)
from lvzhi.people.roster import columns
from lvzhi.people.roster.findings import ERROR, WARNING, Finding
from lvzhi.people.roster.ground import Ground
from lvzhi.people.vocabulary import HEADINGS, Part

ORGAN_COLUMNS = (
    ("sector", OrganKind.SECTOR.value),
    ("special_committee", OrganKind.SPECIAL_COMMITTEE.value),
    ("liaison_group", OrganKind.LIAISON_GROUP.value),
)
_LIMITS = (
    ("name", NAME_LENGTH), ("note", NOTE_LENGTH), ("number", CODE_LENGTH), ("ethnicity", 20),
    ("employer", WORDS_LENGTH), ("job", WORDS_LENGTH), ("work", WORDS_LENGTH),
)  # fmt: skip


@dataclass
class Draft:
    """One row on its way: who, from when, where."""

    row: Row
    name: str
    phone: str
    id_number: str
    phone_key: str
    id_key: str
    person: Person | None = None
    term: Term | None = None
    starts: dt.date | None = None
    seats: list[tuple[Organ, str]] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    gender: str = ""
    born: dt.date | None = None
    education: str = ""
    employer_kind: str = ""
    known: Member | None = None
    bad: bool = False

    @property
    def number(self) -> int:
        """The row as the spreadsheet numbers it."""
        return self.row.number

    def text(self, key: str) -> str:
        """A text cell without outer and doubled blanks."""
        return " ".join(str(self.row.get(key, "")).split())


class Planner:
    """Checks rows against the ground and each other. Writes nothing."""

    def __init__(self, ground: Ground, make_organs: bool) -> None:
        self.ground, self.make_organs = ground, make_organs
        self.findings: list[Finding] = []
        self.new_organs: list[Organ] = []
        self._names: dict[str, list[Draft]] = {}
        self._phones: dict[str, Draft] = {}
        self._numbers: dict[tuple[int, str], Draft] = {}

    def plan(self, rows: list[Row]) -> list[Draft]:
        """A draft for each row; findings gather beside."""
        drafts = [self._open(row) for row in rows]
        self.ground.find_persons((d.phone_key for d in drafts if d.phone_key), (d.id_key for d in drafts if d.id_key))
        for draft in drafts:
            if draft.name:
                self._date(draft)
                self._read_person(draft)
                self._match(draft)
                self._twins(draft)
                self._tenure(draft)
                self._read_seats(draft)
        self._compare([draft for draft in drafts if draft.known is not None])
        return drafts

    def _say(self, draft: Draft, key: str, code: str, level: str = ERROR, **facts: object) -> None:
        self.findings.append(Finding(draft.number, key, code, facts, level))
        draft.bad = draft.bad or level == ERROR

    def _open(self, row: Row) -> Draft:
        phone, number = str(row.get("phone", "")), str(row.get("id_number", ""))
        name = "".join(str(row.get("name", "")).split())
        draft = Draft(row, name, phone, number, phone_digest(phone), id_digest(number), bad=not row.ok)
        for key, limit in _LIMITS:
            if len(str(row.get(key, ""))) > limit:
                self._say(draft, key, "too_long", limit=limit)
        return draft

    def _date(self, draft: Draft) -> None:
        """Term and first day: what the row says, otherwise the term of today and its first day."""
        given, text = draft.row.get("starts"), draft.text("term")
        if text:
            number = columns.term_number(text)
            if number is None:
                return self._say(draft, "term", "term_unreadable", given=text)
            draft.term = self.ground.terms.get(number)
            if draft.term is None:
                return self._say(draft, "term", "term_unknown", number=number)
        else:
            draft.term = self.ground.term_on(given or self.ground.day)
            if draft.term is None:
                return self._say(draft, "", "no_term", day=given or self.ground.day)
        draft.starts = given or draft.term.starts
        if draft.starts < draft.term.starts or (draft.term.ends and draft.starts > draft.term.ends):
            ends = draft.term.ends or vocabulary.OPEN_END
            facts: dict[str, Any] = {"starts": draft.starts, "term_starts": draft.term.starts, "term_ends": ends}
            self._say(draft, "starts", "outside_term", number=draft.term.number, **facts)
        return None

    def _read_person(self, draft: Draft) -> None:
        draft.gender = self._code(draft, "gender", vocabulary.GENDERS)
        draft.education = self._code(draft, "education", vocabulary.EDUCATIONS)
        draft.employer_kind = self._code(draft, "employer_kind", vocabulary.EMPLOYER_KINDS)
        draft.born = draft.row.get("born")
        if draft.id_number:
            inside, gender = identity.born(draft.id_number), identity.gender(draft.id_number)
            if draft.born and draft.born != inside:
                self._say(draft, "born", "id_birth", inside=inside)
            if draft.gender and draft.gender != gender:
                self._say(draft, "gender", "id_gender")
            draft.born, draft.gender = draft.born or inside, draft.gender or gender
        if draft.born and draft.starts and identity.age(draft.born, draft.starts) < self.ground.least_age:
            self._say(draft, "born", "too_young", born=draft.born, least=self.ground.least_age)
        for party in draft.row.get("affiliation", ()):
            code = self.ground.parties.get(party)
            if code is None:
                known = vocabulary.JOINER.join(name for _, name, _ in vocabulary.AFFILIATIONS)
                self._say(draft, "affiliation", "party_unknown", given=party, known=known)
            elif code not in draft.parties:
                draft.parties.append(code)
        for office in draft.row.get("offices", ()):
            kind = vocabulary.OFFICES.get(office)
            if kind is None and office not in vocabulary.NO_OFFICE:
                self._say(draft, "offices", "office_unknown", given=office)
            elif kind is not None and kind not in draft.offices:
                draft.offices.append(kind)

    def _code(self, draft: Draft, key: str, known: dict[str, str]) -> str:
        text = draft.text(key)
        if text and text not in known:
            self._say(draft, key, f"{key}_unknown", given=text)
        return known.get(text, "")

    def _match(self, draft: Draft) -> None:
        """Who of those recorded it is: by identity number, else by name and phone; a name alone never decides."""
        owner = self.ground.by_id.get(draft.id_key) if draft.id_key else None
        if owner is not None:
            if owner.name != draft.name:
                self._say(draft, "id_number", "id_other_name", name=owner.name)
            draft.person = owner
            return
        for person in self.ground.by_phone.get(draft.phone_key, ()) if draft.phone_key else ():
            if person.name == draft.name:
                if person.id_digest and draft.id_key:
                    self._say(draft, "id_number", "id_conflict", name=person.name)
                draft.person = person
                return
        for member in self.ground.by_name.get(draft.name, ()):
            if not (draft.phone_key or draft.id_key):
                self._say(draft, "name", "member_unknown")
            elif not (member.person.phone_digest or member.person.id_digest):
                self._say(draft, "name", "member_bare", name=member.person.name)
            else:
                self._say(draft, "name", "member_twin", WARNING, name=member.person.name)
            return

    def _twins(self, draft: Draft) -> None:
        """Other rows of the same name, and other names of the same phone."""
        for other in self._names.setdefault(draft.name, []):
            if draft.phone_key and draft.phone_key == other.phone_key:
                self._say(draft, "", "twin_row", first=other.number)
            elif not (draft.phone_key or draft.id_key) or not (other.phone_key or other.id_key):
                self._say(draft, "name", "same_name_unknown", first=other.number)
            elif not (draft.id_key and draft.id_key == other.id_key):  # equal numbers are the reader's finding
                self._say(draft, "name", "same_name_two", WARNING, first=other.number)
        self._names[draft.name].append(draft)
        if draft.phone_key:
            first = self._phones.setdefault(draft.phone_key, draft)
            if first.name != draft.name:
                self._say(draft, "phone", "phone_shared", WARNING, first=first.number, name=first.name)

    def _tenure(self, draft: Draft) -> None:
        if draft.term is None or draft.starts is None:
            return
        for tenure in self.ground.tenures.get(draft.person.pk, ()) if draft.person else ():
            if tenure.term_id == draft.term.pk and tenure.ends is None:
                draft.known = tenure
                return
            if tenure.ends is None or tenure.ends >= draft.starts:
                ends = tenure.ends or vocabulary.OPEN_END
                self._say(draft, "starts", "tenure_twice", name=draft.name, starts=tenure.starts, ends=ends)
                return
        number = draft.text("number")
        if number:
            holder = self.ground.numbers.get((draft.term.pk, number))
            first = self._numbers.setdefault((draft.term.pk, number), draft)
            if holder is not None or first is not draft:
                name = holder.person.name if holder is not None else first.name
                self._say(draft, "number", "number_taken", number=number, name=name)

    def _read_seats(self, draft: Draft) -> None:
        if draft.term is None or draft.starts is None:
            return
        for key, kind in ORGAN_COLUMNS:
            given = draft.row.get(key, ())
            label = HEADINGS[key][0]
            if len(given) > 1 and kind in self.ground.single_kinds:
                self._say(draft, key, "one_at_a_time", kind=label, count=len(given))
                continue
            for text in given:
                name, part = columns.part_of(text)
                organ = self._organ(draft, key, kind, name)
                if organ is not None and any(organ is seat[0] for seat in draft.seats):
                    self._say(draft, key, "organ_twice", given=name)
                elif organ is not None:
                    draft.seats.append((organ, part if part in Part.values else Part.MEMBER.value))

    def _organ(self, draft: Draft, key: str, kind: str, name: str) -> Organ | None:
        assert draft.term is not None and draft.starts is not None  # noqa: S101, PT018  reason: asked by the caller
        label = HEADINGS[key][0]
        organ = self.ground.organ(kind, name, draft.starts)
        if organ is None and self.make_organs:
            organ = self.ground.add_organ(kind, name, draft.term.starts)
            self.new_organs.append(organ)
        if organ is None:
            close = self.ground.close_to(kind, name)
            self._say(draft, key, "organ_unknown", given=name, kind=label, close=close)
        elif organ.ends is not None and organ.ends < draft.starts:
            self._say(draft, key, "organ_over", given=name, ends=organ.ends, starts=draft.starts, kind=label)
        else:
            return organ
        return None

    def _compare(self, drafts: list[Draft]) -> None:
        """Someone who is a member already stays as recorded; what the roster says otherwise is pointed out."""
        self.ground.find_seats(draft.known for draft in drafts if draft.known)
        for draft in drafts:
            assert draft.known is not None  # noqa: S101  reason: asked by the caller
            said = False
            for key, kind in ORGAN_COLUMNS:
                present = [seat.organ.name for seat in self.ground.seats[draft.known.pk] if seat.organ.kind == kind]
                wanted = [organ.name for organ, _ in draft.seats if organ.kind == kind]
                if wanted and set(wanted) != set(present):
                    said = True
                    facts = {"given": vocabulary.JOINER.join(wanted), "present": vocabulary.JOINER.join(present)}
                    self._say(draft, key, "known_differs", WARNING, name=draft.name, kind=HEADINGS[key][0], **facts)
            if not said:
                self._say(draft, "", "known", WARNING, name=draft.name)

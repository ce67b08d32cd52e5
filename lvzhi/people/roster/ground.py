"""What a roster is held against: the committee's terms, organs, codes and members, read once for all rows."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.norms import codes, value
from lvzhi.people import vocabulary
from lvzhi.people.models import Member, Membership, Person
from lvzhi.people.norms import LEAST_AGE, ONE_AT_A_TIME
from lvzhi.people.roster.columns import organ_key

CHUNK = 5000


class Ground:
    """One committee as it is before the import. Seven queries, and one more for each 5,000 rows."""

    def __init__(self, committee: Committee, day: dt.date) -> None:
        self.committee = committee
        self.day = day
        self.terms = {term.number: term for term in Term.objects.filter(committee=committee)}
        self.organs: dict[tuple[str, str], list[Organ]] = defaultdict(list)
        for organ in Organ.objects.filter(committee=committee).order_by("starts", "pk"):
            self.organs[organ.kind, organ_key(organ.name, organ.kind)].append(organ)
        self.parties = _parties(committee, day)
        self.least_age = int(value(LEAST_AGE, committee, day))
        self.single_kinds = frozenset(value(ONE_AT_A_TIME, committee, day))
        self.tenures: dict[int, list[Member]] = defaultdict(list)
        self.by_name: dict[str, list[Member]] = defaultdict(list)
        self.numbers: dict[tuple[int, str], Member] = {}
        for member in Member.objects.live().filter(committee=committee).select_related("person"):
            self.tenures[member.person_id].append(member)
            self.by_name[member.person.name].append(member)
            if member.number:
                self.numbers[member.term_id, member.number] = member
        self.by_id: dict[str, Person] = {}
        self.by_phone: dict[str, list[Person]] = defaultdict(list)
        self.seats: dict[int, list[Membership]] = defaultdict(list)

    def find_persons(self, phones: Iterable[str], ids: Iterable[str]) -> None:
        """Read the persons, of whatever committee, who bear one of these digests."""
        phone_list, id_list = sorted(set(phones)), sorted(set(ids))
        for start in range(0, max(len(phone_list), len(id_list)), CHUNK):
            part = slice(start, start + CHUNK)
            rows = Person.objects.filter(Q(phone_digest__in=phone_list[part]) | Q(id_digest__in=id_list[part]))
            for person in rows.exclude(phone_digest="", id_digest=""):
                if person.id_digest:
                    self.by_id[person.id_digest] = person
                if person.phone_digest and person not in self.by_phone[person.phone_digest]:
                    self.by_phone[person.phone_digest].append(person)

    def find_seats(self, members: Iterable[Member]) -> None:
        """Read the places of members who stand in the roster again, to say what differs."""
        wanted = [member.pk for member in members]
        for start in range(0, len(wanted), CHUNK):
            rows = Membership.objects.live().filter(member__in=wanted[start : start + CHUNK], ends=None)
            for seat in rows.select_related("organ"):
                self.seats[seat.member_id].append(seat)

    def term_on(self, day: dt.date) -> Term | None:
        """The term that holds a day."""
        for term in self.terms.values():
            if term.starts <= day and (term.ends is None or day <= term.ends):
                return term
        return None

    def organ(self, kind: str, name: str, day: dt.date) -> Organ | None:
        """The organ of that name that stands on `day`, otherwise the last one that bore it."""
        found = self.organs.get((kind, organ_key(name, kind)), [])
        return next((one for one in found if one.stands_on(day)), found[-1] if found else None)

    def close_to(self, kind: str, name: str) -> str:
        """The nearest name among the organs of a kind, as a question; "" for none."""
        names = [one.name for (own, _), found in self.organs.items() if own == kind for one in found]
        close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
        return vocabulary.CLOSE_TO.format(name=close[0]) if close else ""

    def add_organ(self, kind: str, name: str, day: dt.date) -> Organ:
        """An organ to be set up with the import."""
        organ = Organ(committee=self.committee, kind=kind, name=name, starts=day)
        self.organs[kind, organ_key(name, kind)].append(organ)
        return organ


def _parties(committee: Committee, day: dt.date) -> dict[str, str]:
    """Every spelling of an affiliation → its code."""
    further = {code: words for code, _, words in vocabulary.AFFILIATIONS}
    known: dict[str, str] = {}
    for code, name in codes.choices(vocabulary.AFFILIATION_SET, committee, day):
        known[name] = code
        known.update(dict.fromkeys(further.get(code, ()), code))
    return known

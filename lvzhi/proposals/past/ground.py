"""What rows of earlier years are held against: terms, people, bodies, units, code tables, what stands already."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections import defaultdict
from typing import Any

import cn2an

from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.queries import session_on, sessions_of, terms_of
from lvzhi.directory.models import Unit
from lvzhi.directory.queries import current_of
from lvzhi.norms import codes
from lvzhi.people.models import Member
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary.past import CLASS_TAIL, CLOSE_TO, SESSION_TEXT

NEAR = 0.6


def number_of(text: str) -> int:
    """十一, 11 → 11; 0 where it is no number."""
    if text.isdecimal():
        return int(text)
    try:
        return int(cn2an.cn2an(text, "smart"))
    except ValueError:
        return 0


class Ground:
    """One committee as it is before the import: a fixed number of queries, whatever the rows."""

    def __init__(self, committee: Committee, day: dt.date) -> None:
        self.committee = committee
        self.day = day
        self.terms: list[Term] = list(terms_of(committee))
        self.sessions: list[Session] = list(sessions_of(committee).select_related("term"))
        self.now = session_on(committee, day)
        self.members: dict[str, list[Member]] = defaultdict(list)
        for member in Member.objects.live().filter(committee=committee).select_related("person"):
            self.members["".join(member.person.name.split())].append(member)
        self.organs: dict[str, Organ] = {organ.name: organ for organ in Organ.objects.filter(committee=committee)}
        self.units: dict[str, list[Unit]] = defaultdict(list)
        units = list(Unit.objects.filter(committee=committee).order_by("starts", "id"))
        for unit in units:
            for name in {unit.name, unit.short_name, unit.code} - {""}:
                self.units[name].append(unit)
        self.heirs = current_of(units, day)
        self.numbers: dict[tuple[int | None, str], Any] = {}
        self.serials: dict[str, Any] = {}
        rows = Proposal.objects.filter(committee=committee).exclude(serial="", number="")
        for one in rows.only("session_id", "number", "serial", "title", "received_on").iterator():
            if one.number:
                self.numbers[one.session_id, one.number] = one
            if one.serial:
                self.serials[one.serial] = one
        self.titles = {(one.title, one.received_on): one for one in self.serials.values()}

    def term_on(self, day: dt.date) -> Term | None:
        """The term that holds a day."""
        return next((one for one in self.terms if one.starts <= day and (one.ends is None or day <= one.ends)), None)

    def session_on(self, day: dt.date) -> Session | None:
        """The session a paper of that day is counted to, as `committee.queries.session_on`."""
        held = [one for one in self.sessions if one.takes_on(day)]
        opened = [one for one in self.sessions if one.opens <= day]
        return next(iter(held or sorted(opened, key=lambda one: one.opens, reverse=True)), None)

    def named(self, text: str) -> tuple[Term | None, Session | None] | None:
        """Term and session of 十届三次会议; None where the text names no term."""
        found = re.search(SESSION_TEXT, "".join(text.split()))
        if found is None:
            return None
        term = next((one for one in self.terms if one.number == number_of(found[1])), None)
        wanted = number_of(found[2]) if found[2] else 0
        fits = [one for one in self.sessions if term is not None and one.term_id == term.pk and one.number == wanted]
        return term, fits[0] if fits else None

    def member(self, name: str, term: Term) -> list[Member]:
        """Members of that name in the term; of the whole committee where the term's are not on record."""
        of_name = self.members.get("".join(name.split()), [])
        own = [one for one in of_name if one.term_id == term.pk]
        people = {one.person_id: one for one in sorted(of_name, key=lambda one: one.starts)}
        return own or list(people.values())

    def unit(self, name: str, day: dt.date) -> Unit | None:
        """The unit of that name: the one that stood on the day, otherwise the one that bore the name last."""
        found = self.units.get(name.strip(), [])
        stood = [one for one in found if one.starts <= day and (one.ends is None or day <= one.ends)]
        return next(reversed(stood or found), None)

    def close_to(self, name: str) -> str:
        """The nearest name of a unit, as a question; "" for none."""
        near = difflib.get_close_matches(name, list(self.units), n=1, cutoff=NEAR)
        return CLOSE_TO.format(close=near[0]) if near else ""

    def coded(self, table: str, given: str, day: dt.date) -> tuple[str, list[str]]:
        """The code that a name or a code stands for on that day, "" for none; and the names there are."""
        rows = codes.codes(table, self.committee, day)
        wanted = "".join(given.split())
        code = next((one.code for one in rows if wanted in {one.code, one.name}), "")
        return code, [one.name for one in rows]

    def classed(self, given: str, day: dt.date) -> tuple[str, list[str]]:
        """The same for a result class, written as A, A类 or by its name."""
        rows = codes.codes("proposals.class", self.committee, day)
        wanted = "".join(given.split())
        letter = re.sub(CLASS_TAIL, "", wanted).upper()
        code = next((one.code for one in rows if wanted == one.name or letter == one.code.upper()), "")
        return code, [f"{one.code} {one.name}" for one in rows]

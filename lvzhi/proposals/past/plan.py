"""From a line to the facts of a proposal of an earlier year, with a finding for everything wrong or worth a look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from typing import Any

from lvzhi.proposals.actions.assigning import due_by
from lvzhi.proposals.actions.bringing import PastProposal
from lvzhi.proposals.actions.entering import split_text
from lvzhi.proposals.models import TITLE_MOST
from lvzhi.proposals.past.findings import WARNING, Line
from lvzhi.proposals.past.ground import Ground
from lvzhi.proposals.past.handling import plan_handling
from lvzhi.proposals.past.reading import Found
from lvzhi.proposals.past.who import plan_proposer
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.past import BODY_KEYS, DAY_NAMES, DAYS_IN_ORDER, PastOutcome

JUDGING = "judging"
STEP = 50  # lines between two tellings of progress
LIMITS = {"number": 40, "serial": 40, "proposer": 120, "document": 80, "signer": 40, "title": TITLE_MOST}


class Planner:
    """Judges lines one after another and remembers what it has seen."""

    def __init__(self, ground: Ground, found: Found) -> None:
        self.ground = ground
        self.found = found
        self.numbers: dict[tuple[int | None, str], Line] = {}
        self.serials: dict[str, Line] = {}

    def plan(self) -> Generator[tuple[str, int, int], None, list[tuple[Line, PastProposal]]]:
        """What can go in, line by line, in their order; tells on the way how many are judged."""
        good = []
        whole = len(self.found.lines)
        for done, line in enumerate(self.found.lines, 1):
            facts = self._line(line)
            if facts is not None and not line.bad and not line.known:
                good.append((line, facts))
            if done % STEP == 0 or done == whole:
                yield JUDGING, done, whole
        return good

    def say(self, line: Line, key: str, code: str, level: str = "error", **facts: Any) -> None:
        """A finding about the line."""
        self.found.say(line, key, code, level, **facts)

    def _line(self, line: Line) -> PastProposal | None:
        self._lengths(line)
        received = line.get("received_on")
        if received is None or not line.text("title") or not line.text("proposer"):
            self._missing(line)
            return None
        facts = PastProposal(title=line.text("title"), received_on=received)
        self._place(line, facts, received)
        if facts.term is None:
            return None
        self._texts(line, facts)
        plan_proposer(self, line, facts)
        self._outcome(line, facts)
        self._days(line, facts)
        plan_handling(self, line, facts)
        self._numbers(line, facts)
        return facts

    def _missing(self, line: Line) -> None:
        """A text file has no reader that asks for its mandatory columns; a sheet's has said it already."""
        if line.text("file"):
            for key in ("proposer", "received_on"):
                if not line.get(key):
                    self.say(line, key, "missing")
        line.bad = True

    def _lengths(self, line: Line) -> None:
        for key, limit in LIMITS.items():
            if len(line.text(key)) > limit:
                self.say(line, key, "too_long", length=len(line.text(key)), limit=limit)

    def _place(self, line: Line, facts: PastProposal, received: dt.date) -> None:
        """Term and session: as the row names them, otherwise by the day of receipt."""
        given = line.text("session")
        term, session = self.ground.term_on(received), self.ground.session_on(received)
        if session is not None and term is not None and session.term_id != term.pk:
            session = None
        if given:
            named = self.ground.named(given)
            if named is None:
                self.say(line, "session", "session_text", given=given)
                return
            term, session = named
            if term is None or session is None:
                self.say(line, "session", "session_unknown", given=given)
                return
        if term is None:
            self.say(line, "received_on", "term_unknown", day=received)
            return
        now = self.ground.now
        if session is not None and now is not None and session.pk == now.pk:
            self.say(line, "session" if given else "received_on", "session_current", session=session.name)
            return
        facts.term, facts.session = term, session

    def _texts(self, line: Line, facts: PastProposal) -> None:
        """The parts as they stand in their columns; a whole text is divided by its headings."""
        parts: dict[str, str] = split_text(line.text("text")) if line.text("text") else {}
        parts |= {key: line.text(key) for key in BODY_KEYS if line.text(key)}
        for key in ("background", "analysis", "survey"):
            setattr(facts, key, parts.get(key, ""))
        facts.recommendations = [one.strip() for one in parts.get("recommendations", "").splitlines() if one.strip()]
        if not (facts.background or facts.analysis or facts.recommendations):
            self.say(line, "", "no_text", WARNING)

    def _outcome(self, line: Line, facts: PastProposal) -> None:
        """Closed, not filed or withdrawn; with category, grounds and route as the code tables of that day name them."""
        given = line.text("outcome")
        names = {str(one.label): one for one in PastOutcome}
        if given and given not in names:
            self.say(line, "outcome", "choice_unknown", given=given, choices=NAMES.join(names))
            return
        facts.outcome = names.get(given, PastOutcome.CLOSED)
        day = line.get("filed_on") or line.get("examined_on") or facts.received_on
        self._category(line, facts, day)
        if facts.outcome == PastOutcome.NOT_FILED:
            self._grounds(line, facts, day)

    def _category(self, line: Line, facts: PastProposal, day: dt.date) -> None:
        given = line.text("category")
        if given:
            facts.category = self._coded(line, "category", given, "proposals.category", day)
        elif facts.outcome == PastOutcome.CLOSED:
            self.say(line, "category", "category_missing")

    def _grounds(self, line: Line, facts: PastProposal, day: dt.date) -> None:
        for given in line.get("grounds") or ():
            code = self._coded(line, "grounds", given, "proposals.ground", day)
            facts.grounds += [code] if code else []
        if not facts.grounds:
            self.say(line, "grounds", "ground_missing", WARNING)
        if line.text("route"):
            facts.route = self._coded(line, "route", line.text("route"), "proposals.route", day)

    def _coded(self, line: Line, key: str, given: str, table: str, day: dt.date) -> str:
        code, names = self.ground.coded(table, given, day)
        if not code:
            word = {"grounds": "ground"}.get(key, key)
            self.say(line, key, f"{word}_unknown", given=given, year=day.year, choices=NAMES.join(names))
        return code

    def _days(self, line: Line, facts: PastProposal) -> None:
        """Each day in the past and none before the one it follows; what is left open is taken from its neighbour."""
        for name in DAYS_IN_ORDER:
            setattr(facts, name, line.get(name))
        if facts.outcome == PastOutcome.CLOSED and facts.filed_on is None:
            facts.filed_on = facts.received_on
            self.say(line, "filed_on", "filed_taken", WARNING, day=facts.received_on)
        if facts.outcome != PastOutcome.CLOSED and facts.examined_on is None:
            facts.examined_on = facts.closed_on or facts.filed_on or facts.received_on
        if line.text("lead_unit") and facts.assigned_on is None:
            facts.assigned_on = facts.filed_on or facts.received_on
            self.say(line, "assigned_on", "assigned_taken", WARNING, day=facts.assigned_on)
        before: tuple[str, dt.date] | None = None
        for name in DAYS_IN_ORDER:
            day = getattr(facts, name)
            if day is None:
                continue
            if day > self.ground.day:
                self.say(line, name, "day_future", day=day)
            if before is not None and day < before[1]:
                self.say(line, name, "day_order", day=day, other=DAY_NAMES[before[0]], before=before[1])
            before = (name, day)
        self._due(line, facts)

    def _due(self, line: Line, facts: PastProposal) -> None:
        facts.answer_due_on = line.get("answer_due_on")
        if facts.answer_due_on is None and facts.assigned_on is not None:
            facts.answer_due_on = due_by("proposals.answer_due", self.ground.committee.pk, facts.assigned_on).date
            self.say(line, "answer_due_on", "due_taken", WARNING, day=facts.answer_due_on)

    def _numbers(self, line: Line, facts: PastProposal) -> None:
        """A number stands once in its session; a row that is in the product already is passed over."""
        facts.number, facts.serial = line.text("number"), line.text("serial")
        if not facts.number and facts.outcome == PastOutcome.CLOSED:
            self.say(line, "number", "number_missing")
            return
        session = facts.session.pk if facts.session is not None else None
        stands = self.ground.numbers.get((session, facts.number)) if facts.number else None
        same = self.ground.titles.get((facts.title, facts.received_on))
        known = stands if stands is not None and stands.title == facts.title else same
        if known is not None:
            line.known = True
            self.say(line, "", "known", WARNING, number=known.called, title=known.title)
            return
        if stands is not None:
            name = facts.session.name if facts.session is not None else ""
            self.say(line, "number", "number_taken", session=name, number=facts.number, title=stands.title)
        self._once(line, "number", (session, facts.number) if facts.number else None, self.numbers)
        if facts.serial in self.ground.serials:
            self.say(line, "serial", "serial_taken", serial=facts.serial)
        self._once(line, "serial", facts.serial or None, self.serials)

    def _once(self, line: Line, key: str, value: Any, seen: dict[Any, Line]) -> None:
        if value is None:
            return
        first = seen.setdefault(value, line)
        if first is not line:
            self.say(line, key, f"{key}_twice", first=first.where)

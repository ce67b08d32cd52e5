"""An existing ledger out of a sheet: each row judged, nothing written unless told to (R9.3, R9.7)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.exchange import Column, Limits, sheets
from lvzhi.journal.lines import line
from lvzhi.ledger import rules
from lvzhi.ledger.actions.entering import split_lines
from lvzhi.ledger.actions.handling import term_after, write_measures
from lvzhi.ledger.actions.naming import Names
from lvzhi.ledger.models import Problem
from lvzhi.ledger.models.entry import NAME_MOST, WORDS_MOST
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary import sheet as words
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.workflow import engine

MEGABYTE = 1024 * 1024


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
        ready: problems that can come in, each with its measures.
        known: rows that stand in the ledger already.
    """

    name: str
    rows: int = 0
    ready: list[tuple[Problem, ProblemState, list[str]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    known: int = 0
    written: int = 0

    @property
    def bad(self) -> int:
        """Rows that cannot come in."""
        return len({one.row for one in self.remarks if one.keeps_out})

    @property
    def measures(self) -> int:
        """Measures of the problems that can come in."""
        return sum(len(texts) for _, _, texts in self.ready)


def columns() -> list[Column]:
    """The columns of the sheet, for reading and for the template."""
    return [
        Column(key, label, aliases=others, kind=kind, required=key == "text", example=example)  # type: ignore[arg-type]  # reason: the table holds kinds only
        for key, label, others, kind, example in words.COLUMNS
    ]


def look(
    actor: Actor, committee: Committee, data: bytes, name: str, *, found_on: dt.date, organ: Organ | None = None
) -> Result:
    """Read and judge a sheet, writing nothing.

    Args:
        found_on: the day of rows that name none.
        organ: who keeps them from now on; the office without it.

    Raises:
        NotAllowed: somebody who does not keep the whole ledger.
        BadFile: the file cannot be read at all.
    """
    if not rules.may_enter(actor, committee.pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    day = clock.as_day(actor.at)
    limits = Limits(
        size=int(norms.value("ledger.import_mb", committee, day)) * MEGABYTE,
        rows=int(norms.value("ledger.import_rows", committee, day)),
    )
    sheet = sheets.read(data, name, columns(), limits=limits)
    result = Result(name, rows=len(sheet.rows))
    result.remarks += [Remark(one.row, one.sentence, one.level == "error") for one in sheet.findings]
    _Judge(actor, committee, found_on, organ, result).all(sheet.good)
    result.remarks.sort(key=lambda one: one.row)
    return result


def bring(
    actor: Actor,
    committee: Committee,
    data: bytes,
    name: str,
    *,
    found_on: dt.date,
    organ: Organ | None = None,
    good_only: bool = False,
) -> Result:
    """Judge a sheet and write it: all rows or none; with `good_only` all good ones or none. Raises as `look`."""
    result = look(actor, committee, data, name, found_on=found_on, organ=organ)
    if not result.ready or (result.bad and not good_only):
        return result
    with line(actor, "ledger.imported", committee=committee, file=name, count=len(result.ready)):
        for problem, state, texts in result.ready:
            _bring(actor, problem, state, texts)
    result.written = len(result.ready)
    return result


def _bring(actor: Actor, problem: Problem, state: ProblemState, texts: list[str]) -> None:
    problem.measures_count = len(texts)
    day = problem.done_on if state in {ProblemState.DONE, ProblemState.CHECKED} else problem.found_on

    def belongings(made: Problem) -> None:
        made.measures_count = 0
        write_measures(made, texts, made.found_on, actor.at, made.done_on if state == ProblemState.CHECKED else None)

    engine.bring_in(problem, actor, state=state, on=day or problem.found_on, does=belongings)


class _Judge:
    """The rows of one sheet against the ledger, the directory and the rosters; each list is read once."""

    def __init__(
        self, actor: Actor, committee: Committee, found_on: dt.date, organ: Organ | None, result: Result
    ) -> None:
        if organ is not None and organ.committee_id != committee.pk:
            raise Refusal("ledger.organ_elsewhere", field="organ", organ=organ.name, committee=committee.name)
        self.actor, self.committee, self.found_on, self.result, self.organ = actor, committee, found_on, result, organ
        self.day = clock.as_day(actor.at)
        self.names = Names(committee, self.day)
        rows = Problem.objects.live().filter(committee=committee)
        self.numbers = set(rows.exclude(number="").values_list("number", flat=True))
        self.texts = set(rows.values_list("text", "found_on"))
        self.limit = int(norms.value("ledger.text_most", committee, self.day))
        self.seen: dict[tuple[str, dt.date], int] = {}

    def all(self, rows: list[sheets.Row]) -> None:
        """Judge every row."""
        for row in rows:
            try:
                self.result.ready.append(self._one(row))
            except Refusal as refusal:
                known = refusal.code in {"ledger.number_known", "ledger.row_known"}
                self.result.known += known
                sentence = words.ROW.format(row=row.number, sentence=refusal.sentence)
                self.result.remarks.append(Remark(row.number, sentence, not known))

    def _one(self, row: sheets.Row) -> tuple[Problem, ProblemState, list[str]]:
        text, found = str(row["text"]).strip(), row.get("found_on") or self.found_on
        self._stands(row, text, found)
        state = self._state(row)
        done = row.get("done_on")
        self._days(found, done, state)
        problem = Problem(
            committee=self.committee,
            number=str(row.get("number", "")).strip()[:40],
            text=text,
            found_on=found,
            organ=self.organ,
            source=self.names.code(tables.SOURCES, row.get("source", ""), tables.SELF_CHECK),
            theme=self.names.code(tables.THEMES, row.get("theme", ""), ""),
            cause=row.get("cause", ""),
            leader=str(row.get("leader", ""))[:NAME_MOST],
            standard=str(row.get("standard", ""))[:WORDS_MOST],
            finish_by=row.get("finish_by"),
            result=row.get("result", ""),
            entered_by=self.actor.name,
            created_at=self.actor.at,
            **dict(self._owners(row)),
        )
        if state in {ProblemState.DONE, ProblemState.CHECKED}:
            problem.done_on = done
        if state == ProblemState.CHECKED:
            problem.checked_on, problem.checker = done, self.actor.name
            problem.look_back_on = term_after("ledger.look_back_after", self.committee.pk, done)
        self.seen[text, found] = row.number
        return problem, state, self._measures(row)

    def _stands(self, row: sheets.Row, text: str, found: dt.date) -> None:
        number = str(row.get("number", "")).strip()
        if number and number in self.numbers:
            raise Refusal("ledger.number_known", number=number)
        if (text, found) in self.texts:
            raise Refusal("ledger.row_known", text=text[:20], day=found)
        if (text, found) in self.seen:
            raise Refusal("ledger.row_twice", row=self.seen[text, found])
        if len(text) > self.limit:
            raise Refusal("ledger.row_long", length=len(text), limit=self.limit)

    @staticmethod
    def _state(row: sheets.Row) -> ProblemState:
        said = str(row.get("state", "")).strip()
        if said not in words.STATES:
            raise Refusal("ledger.state_unknown", given=said)
        return words.STATES[said]

    def _days(self, found: dt.date, done: dt.date | None, state: ProblemState) -> None:
        if found > self.day:
            raise Refusal("ledger.found_future", day=found)
        if state not in {ProblemState.DONE, ProblemState.CHECKED}:
            return
        if done is None:
            raise Refusal("ledger.done_missing", state=str(state.label))
        if done < found:
            raise Refusal("ledger.done_before_found", done=done, found=found)
        if done > self.day:
            raise Refusal("ledger.done_future", done=done)

    def _owners(self, row: sheets.Row) -> Iterator[tuple[str, Any]]:
        for key, prefix in (("owner", "owner"), ("helper", "helper")):
            given = str(row.get(key, "")).strip()
            if given:
                kind, found = self.names.body(given)
                yield f"{prefix}_{kind}", found
        person = str(row.get("person", "")).strip()
        if person:
            yield "owner_person", self.names.person(person)

    def _measures(self, row: sheets.Row) -> list[str]:
        parts = re.split(words.MEASURES_PARTED, str(row.get("measures", "")))
        texts = [text for part in parts for text in split_lines(part)]
        long = next((text for text in texts if len(text) > WORDS_MOST), None)
        if long is not None:
            raise Refusal("ledger.measure_long", length=len(long), limit=WORDS_MOST)
        return texts

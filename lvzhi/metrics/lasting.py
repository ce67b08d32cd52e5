"""Values of periods that are over, kept and known to be current.

A value is a function of the program, of what was asked, of the day where the clock was asked, and of the records read.
The program and the question are the key. Which kinds of record were read is heard while the value is reckoned: from
the text of every statement that puts its query together or counts. The journal says of each kind by which entry it was
written last, in the same transaction as the records. So as long as those numbers are what they were, so is the value:
nothing expires by time, and a change in any record, norm, code, organ or committee shows in the next answer.

Inside a transaction nothing is taken from here and nothing kept: it may see what is rolled back.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from django import VERSION
from django.db import DatabaseError, connection, transaction

from lvzhi.committee.models import Committee, Organ, Term
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.deadlines.clock import Reading
from lvzhi.journal.following import kind_of, tables, touched
from lvzhi.metrics import registry
from lvzhi.metrics.asking import Ask
from lvzhi.metrics.models import KeptValue
from lvzhi.metrics.vocabulary import PeriodKind
from lvzhi.norms.models import CalendarDay, Code, Value

Numbers = tuple[Any, ...]
Key = tuple[str, str]  # place, figure

YEAR_DAYS, SPAN_DAYS = 60, 3  # so long a value stays: a year is asked for again, the same days of a year before are not
PIECE = 400  # places asked for, or values written, at a time
PATIENCE = 50  # milliseconds to wait for another writer: keeping a value is worth no more
_LOG = logging.getLogger(__name__)
# A committee's path is written in the line that moves it, and those of all below with it.
_ALONG = {kind_of(Committee): frozenset({"path"})}
_WORD = re.compile(r"\w+")


class Watch:
    """What is read while one value is reckoned.

    Args:
        kinds: of the records read.
        unknown: whether something was read that the journal does not follow: then the value is not kept.
    """

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.unknown = False
        self.clock = Reading()

    def read(self, statement: str) -> None:
        """Note the tables that a statement names."""
        words = set(_WORD.findall(statement))
        followed = tables()
        for name in words & followed.keys():
            table = followed[name]
            if table is None or words & (table.loose - _ALONG.get(table.kind, frozenset())):
                self.unknown = True
            else:
                self.kinds.add(table.kind)

    def __call__(self, execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        """As Django calls whoever stands around its statements."""
        if not _deaf.get():
            self.read(statement)
        return execute(statement, params, many, context)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hear every statement, every question to the clock and every kept value used inside the block."""
        token = _watches.set((*_watches.get(), self))
        try:
            with connection.execute_wrapper(self), clock.watched() as reading:
                yield
        finally:
            _watches.reset(token)
        self.clock.moment |= reading.moment
        self.clock.day |= reading.day
        self.clock.past = max(self.clock.past, reading.past)

    def used(self, kinds: frozenset[str], past: dt.date, *, day: bool) -> None:
        """Note what a kept value was reckoned from that this one is reckoned from."""
        self.kinds |= kinds
        self.clock.past = max(self.clock.past, past)
        self.clock.day |= day


_watches: ContextVar[tuple[Watch, ...]] = ContextVar("lvzhi_metrics_watches", default=())
_off: ContextVar[bool] = ContextVar("lvzhi_metrics_afresh", default=False)
_deaf: ContextVar[bool] = ContextVar("lvzhi_metrics_deaf", default=False)


@contextmanager
def _unheard() -> Iterator[None]:
    """What is done about keeping is no part of what a value is reckoned from."""
    token = _deaf.set(True)
    try:
        with clock.unheard():
            yield
    finally:
        _deaf.reset(token)


def table() -> str:
    """Where values are kept: a backup leaves the rows out, and nothing restored is taken for current."""
    return KeptValue._meta.db_table


def forget() -> None:
    """Keep nothing of what was kept: it costs time and nothing else."""
    if KeptValue._meta.db_table in connection.introspection.table_names():
        KeptValue.objects.all().delete()


@contextmanager
def afresh() -> Iterator[None]:
    """Inside the block every value is reckoned anew and none kept."""
    token = _off.set(True)
    try:
        yield
    finally:
        _off.reset(token)


@cache
def _program() -> str:
    """A digest of the whole program: whatever a figure's query calls, a change there makes every value a new one."""
    found = hashlib.sha256(repr(VERSION).encode())
    home = Path(__file__).parents[1]
    for path in sorted(home.rglob("*.py")):
        if "tests" not in path.parts:
            found.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _place(ask: Ask) -> str:
    """What was asked, but for the figure; the committees of the scope are named, as a scope remembers them."""
    scope = ask.scope
    said = (
        _program(), scope.committee.pk, scope.below, scope.organ.pk if scope.organ else None, sorted(scope.ids()),
        ask.period.kind, ask.period.key, [(cut.key, value) for cut, value in ask.cuts],
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()


@dataclass(slots=True)
class Lasting:
    """What is kept of some questions, and which of the others may be.

    Args:
        found: by the place of a question, its numbers.
        keys: by the place of a question, under what its numbers are to be kept.
        years: the places of questions about a calendar year.
        last: of every kind of record, the entry that wrote it last, as it was before anything was reckoned.
    """

    found: dict[int, Numbers] = field(default_factory=dict)
    keys: dict[int, Key] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    last: Mapping[str, int] = field(default_factory=dict)

    def seq(self, kinds: frozenset[str] | set[str]) -> int:
        """The last entry that wrote any of these kinds."""
        return max((self.last.get(kind, 0) for kind in kinds), default=0)

    def anew(self, asks: Sequence[Ask]) -> list[Ask]:
        """The questions not answered, of committees and organs read now: those at hand may be older than `last`."""
        left = [place for place in range(len(asks)) if place not in self.found]
        kept = [asks[place] for place in left if place in self.keys]
        committees = Committee.objects.in_bulk({ask.scope.committee.pk for ask in kept}) if kept else {}
        named = {ask.scope.organ.pk for ask in kept if ask.scope.organ}
        organs = Organ.objects.select_related("committee").in_bulk(named) if named else {}
        return [
            asks[place].of(_read_anew(asks[place].scope, committees, organs)) if place in self.keys else asks[place]
            for place in left
        ]

    def keep(self, numbers: Mapping[int, tuple[Numbers, Sequence[Watch]]]) -> None:
        """Keep what was reckoned, with what was read for it; where the database is busy it is reckoned again."""
        with _unheard():
            self._keep(numbers, clock.today())

    def _keep(self, numbers: Mapping[int, tuple[Numbers, Sequence[Watch]]], today: dt.date) -> None:
        rows = []
        for place, (values, watches) in numbers.items():
            if any(one.unknown or one.clock.moment for one in watches):
                continue
            kinds = _always().union(*(one.kinds for one in watches))
            day = today if any(one.clock.day for one in watches) else None
            past = max((one.clock.past for one in watches), default=dt.date.min)
            at, key = self.keys[place]
            goes_on = today + dt.timedelta(YEAR_DAYS if place in self.years else SPAN_DAYS)
            rows.append(
                KeptValue(
                    place=at, figure=key, numbers=values, reads=" ".join(sorted(kinds)), seq=self.seq(kinds),
                    past=past, day=day, goes_on=goes_on,
                )
            )  # fmt: skip
        if rows:
            _write(sorted(rows, key=lambda row: (row.place, row.figure)), today)


def _read_anew(scope: Scope, committees: Mapping[int, Committee], organs: Mapping[int, Organ]) -> Scope:
    organ = organs.get(scope.organ.pk, scope.organ) if scope.organ else None
    fresh = Scope(committees.get(scope.committee.pk, scope.committee), scope.below, organ)
    object.__setattr__(fresh, "_ids", scope.ids())  # they are part of the key
    return fresh


@cache
def _always() -> frozenset[str]:
    """Kinds that any value may hang on without a statement that says so: norms, codes, the calendar, committees."""
    return frozenset(kind_of(model) for model in (Committee, Organ, Term, Value, Code, CalendarDay))


def possible() -> bool:
    """Whether values can be kept and taken from here now."""
    return not _off.get() and not connection.in_atomic_block


def look_up(asks: Sequence[Ask]) -> Lasting:
    """What is kept of these questions and still true. Two statements, none where no period is over."""
    if not possible():
        return Lasting()
    with _unheard():
        today = clock.today()
        over = [place for place, ask in enumerate(asks) if ask.period.end < today and registry.stands(ask.figure)]
        return _looked_up(asks, over, today) if over else Lasting()


def _looked_up(asks: Sequence[Ask], over: Sequence[int], today: dt.date) -> Lasting:
    found = Lasting(last=touched())  # before anything else is read
    places: dict[tuple[Any, ...], str] = {}
    for place in over:
        ask = asks[place]
        same = (ask.place(), ask.period.kind, ask.scope.ids())
        if same not in places:
            places[same] = _place(ask)
        found.keys[place] = (places[same], ask.figure.key)
        if ask.period.kind == PeriodKind.YEAR:
            found.years.add(place)
    rows = _read(found, set(places.values()), today)
    for place, key in found.keys.items():
        if key in rows:
            numbers, kinds, past, day = rows[key]
            found.found[place] = numbers
            for watch in _watches.get():
                watch.used(kinds, past, day=day)
    return found


def _read(found: Lasting, places: set[str], today: dt.date) -> dict[Key, tuple[Numbers, frozenset[str], dt.date, bool]]:
    """Kept values of some places that are true today."""
    columns = ("place", "figure", "numbers", "reads", "seq", "past", "day")
    wanted = sorted(places)
    rows = chain.from_iterable(
        KeptValue.objects.filter(place__in=wanted[first : first + PIECE]).values_list(*columns)
        for first in range(0, len(wanted), PIECE)
    )
    kinds: dict[str, tuple[frozenset[str], int]] = {}
    true: dict[Key, tuple[Numbers, frozenset[str], dt.date, bool]] = {}
    for place, figure, numbers, reads, seq, past, day in rows:
        if reads not in kinds:
            several = frozenset(reads.split())
            kinds[reads] = (several, found.seq(several))
        several, last = kinds[reads]
        if seq == last and past < today and (day is None or day == today):
            true[place, figure] = (tuple(numbers), several, past, day is not None)
    return true


def _write(rows: list[KeptValue], today: dt.date) -> None:
    """Write the values, the older ones gone; another writer is not waited for."""
    fields = ["numbers", "reads", "seq", "past", "day", "goes_on"]
    try:
        with _impatient(), transaction.atomic():
            KeptValue.objects.filter(goes_on__lt=today).delete()
            KeptValue.objects.bulk_create(
                rows, batch_size=PIECE, update_conflicts=True, unique_fields=["place", "figure"], update_fields=fields
            )
    except DatabaseError as busy:
        _LOG.info("values of figures not kept: %s", busy)


@contextmanager
def _impatient() -> Iterator[None]:
    """SQLite has one writer; whoever only wants to keep a value does not stand in line for twenty seconds."""
    with ExitStack() as stack:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA busy_timeout")
                (before,) = cursor.fetchone()
                cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            stack.callback(_patient, before)
        yield


def _patient(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")

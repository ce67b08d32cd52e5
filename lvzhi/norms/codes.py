"""Code tables: result classes, categories, grounds, formats — declared with default rows, altered by date."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.norms import memo
from lvzhi.norms.declare import BadNorm
from lvzhi.norms.vocabulary import SYSTEM_ADMIN, Source

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee


@dataclass(frozen=True)
class CodeValue:
    """An entry of a code table as it is on a day.

    Args:
        code, name: what is stored, and what people read.
        sort: place in lists; equal places by code.
        rule: source rule.
        extra: further values by name, such as the neutral scale a local class letter stands for.
        starts, ends: between which days it may be chosen; None means without limit.
        source: own, inherited or default; `committee_id` and `committee_name` say whose.
    """

    code: str
    name: str
    sort: int = 0
    rule: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    starts: dt.date | None = None
    ends: dt.date | None = None
    source: Source = Source.DEFAULT
    committee_id: int | None = None
    committee_name: str = ""
    ground: str = ""

    def open_on(self, day: dt.date) -> bool:
        """Whether it may be chosen on `day`."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class CodeSet:
    """A declared code table.

    Args:
        key: ``room.word``.
        name: Chinese name.
        rows: the default entries.
        rule: source rule.
        extra: names of further values with their Chinese labels.
        editors: roles that may alter it in their committee.
        help: what it is for.
    """

    key: str
    name: str
    rows: tuple[CodeValue, ...]
    rule: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    editors: tuple[str, ...] = (SYSTEM_ADMIN,)
    help: str = ""

    @property
    def room(self) -> str:
        """The room that declared it."""
        return self.key.split(".", 1)[0]


_SETS: dict[str, CodeSet] = {}


def row(code: str, name: str, *, rule: str = "", **extra: Any) -> CodeValue:
    """A default entry; its place follows from its place in the declaration."""
    return CodeValue(code, name, rule=rule, extra=extra)


def declare(
    key: str,
    name: str,
    rows: Iterable[CodeValue | tuple[str, str]],
    *,
    rule: str = "",
    extra: Sequence[tuple[str, str]] = (),
    editors: Sequence[str] = (SYSTEM_ADMIN,),
    help: str = "",  # noqa: A002  reason: reads as the declaration's own word
) -> CodeSet:
    """Declare a code table; its arguments are those of `CodeSet`.

    Raises:
        BadNorm: key declared otherwise before, a code twice, or an extra value nobody named.
    """
    placed: list[CodeValue] = []
    for place, one in enumerate(rows, start=1):
        entry = one if isinstance(one, CodeValue) else CodeValue(*one)
        placed.append(
            CodeValue(entry.code, entry.name, entry.sort or place * 10, entry.rule or rule, dict(entry.extra))
        )
    names = {word for word, _ in extra}
    if len({one.code for one in placed}) != len(placed) or any(set(one.extra) - names for one in placed):
        raise BadNorm(f"{key}: a code stands twice or an extra value has no label")
    made = CodeSet(key, name, tuple(placed), rule, tuple(extra), tuple(editors), help)
    if _SETS.setdefault(key, made) != made:
        raise BadNorm(f"{key}: declared twice")
    return made


def sets() -> list[CodeSet]:
    """All code tables in the order of declaration."""
    return list(_SETS.values())


def set_of(key: str) -> CodeSet:
    """The declaration of a table. Raises `BadNorm`."""
    try:
        return _SETS[key]
    except KeyError:
        raise BadNorm(f"{key}: not declared") from None


def forget(key: str) -> None:
    """Take a declaration out again; for tests of declarations."""
    _SETS.pop(key, None)


def codes(set_key: str, committee: int | Committee, on: dt.date | None = None) -> list[CodeValue]:
    """The entries that may be chosen on a day (today when left out), in their order. At most one query."""
    day = on or clock.today()
    return [one for one in entries(set_key, committee, day) if one.open_on(day)]


def code(set_key: str, committee: int | Committee, wanted: str, on: dt.date | None = None) -> CodeValue:
    """One entry that may be chosen on the day. Raises `Refusal("norms.code_unknown")`."""
    day = on or clock.today()
    for one in codes(set_key, committee, day):
        if one.code == wanted:
            return one
    raise Refusal("norms.code_unknown", given=wanted, set=set_of(set_key).name, day=day)


def choices(set_key: str, committee: int | Committee, on: dt.date | None = None) -> list[tuple[str, str]]:
    """Pairs of code and name for a form."""
    return [(one.code, one.name) for one in codes(set_key, committee, on)]


def name_of(set_key: str, committee: int | Committee, wanted: str, on: dt.date | None = None) -> str:
    """What a stored code was called on the day, even when it may no longer be chosen; the code itself if unknown."""
    day = on or clock.today()
    found = next((one for one in entries(set_key, committee, day) if one.code == wanted), None)
    if found is None:
        later = [one for one in _chain(committee).get(set_key, ()) if one.code == wanted]
        found = later[-1] if later else None
    return found.name if found else wanted


def entries(set_key: str, committee: int | Committee, day: dt.date) -> list[CodeValue]:
    """Every entry known on a day, those already closed included: the nearest committee's newest row of each code."""
    declared = set_of(set_key)
    found: dict[str, CodeValue] = {}
    for one in _chain(committee).get(set_key, ()):
        if one.starts is not None and one.starts <= day:
            found.setdefault(one.code, one)
    for one in declared.rows:
        found.setdefault(one.code, one)
    return sorted(found.values(), key=lambda one: (one.sort, one.code))


def _chain(committee: int | Committee) -> dict[str, tuple[CodeValue, ...]]:
    pk = committee if isinstance(committee, int) else committee.pk
    return memo.keep("codes", pk, lambda: _read(pk), _read_several)


def _read(pk: int) -> dict[str, tuple[CodeValue, ...]]:
    from lvzhi.norms.models import Code
    from lvzhi.norms.values import of_chain

    return _rows_of(pk, of_chain(Code, pk))


def _read_several(pks: Iterable[int]) -> dict[int, dict[str, tuple[CodeValue, ...]]]:
    from lvzhi.norms.models import Code
    from lvzhi.norms.values import of_chains

    return {pk: _rows_of(pk, rows) for pk, rows in of_chains(Code, pks).items()}


def _rows_of(pk: int, chain: Sequence[Any]) -> dict[str, tuple[CodeValue, ...]]:
    rows = sorted(chain, key=lambda one: (one.of_path, one.starts), reverse=True)
    found: dict[str, list[CodeValue]] = defaultdict(list)
    for one in rows:
        found[one.set_key].append(
            CodeValue(
                one.code,
                one.name,
                one.sort,
                one.rule,
                one.extra,
                one.starts,
                one.ends,
                Source.OWN if one.committee_id == pk else Source.INHERITED,
                one.committee_id,
                one.of_name,
                one.ground,
            )
        )
    return {key: tuple(group) for key, group in found.items()}

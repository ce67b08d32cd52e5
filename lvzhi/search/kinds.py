"""The registry: which texts are found, whose they are, and which rows of them an actor may read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as column
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, Model, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.expressions import BaseExpression
from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.committee.models import Record
from lvzhi.journal.following import Wrote
from lvzhi.search.folding import as_letters, initials, joined, numbers, plain, spread


@dataclass(frozen=True, slots=True)
class Told:
    """A text that stands in rows of another table, taken with the record: the recommendations of a proposal.

    Args:
        model, owner: the table, and its foreign key to the record.
        field: its text.
        order: by which they follow each other.
        where: which of them are part of the record's text; voided ones never are.
    """

    model: type[Model]
    owner: str
    field: str
    order: str = "id"
    where: Mapping[str, Any] = column(default_factory=dict)

    def rows(self) -> QuerySet[Any, Any]:
        """Those rows."""
        found = self.model._default_manager.filter(**self.where)
        return found.filter(voided_at=None) if issubclass(self.model, Record) else found

    def gathered(self) -> BaseExpression:
        """Their texts in one, as a column of the record's own query."""
        told = self.rows().filter(**{self.owner: OuterRef("pk")}).order_by(self.order).values(told=F(self.field))
        return _Gathered(told, output_field=TextField())

    def concerned(self, changed: frozenset[str]) -> bool:
        """Whether a change of these columns may change the text."""
        names = {self.field, f"{self.owner}_id", "voided_at", *(key.split("__")[0] for key in self.where)}
        return not names.isdisjoint(changed)


@dataclass(frozen=True, slots=True)
class Joined:
    """A column of the record that a row leads to: the name of the person that a member is."""

    path: str
    field: str

    def concerned(self, changed: frozenset[str]) -> bool:
        """Whether a change of these columns of the other record may change the text."""
        return self.field in changed


class _Gathered(Subquery):
    template = "(SELECT group_concat(one.told, char(10)) FROM (%(subquery)s) one)"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """The same in the other dialect."""
        template = "(SELECT string_agg(one.told, chr(10)) FROM (%(subquery)s) one)"
        return self.as_sql(compiler, connection, template=template, **extra)


Part = str | Told | BaseExpression
Rows = Callable[[], QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Doc:
    """One text of the index, read from its record."""

    kind: str
    uid: UUID
    record: int
    committee: int | None
    organ: int | None
    day: dt.date
    title: str
    body: str
    names: str
    head: str
    part: str = ""

    @property
    def plain(self) -> str:
        """All of it in the one spelling, as the engines index it."""
        return whole(self.head, self.body)


def whole(head: str, body: str) -> str:
    """Head and body as one plain text; the body line by line, so that no phrase goes from one paragraph to the next."""
    return joined([head, *(plain(line) for line in body.splitlines())])


@dataclass(frozen=True)
class Texts:
    """A kind of record whose texts are found.

    Args:
        kind: "app_label.model_name".
        name: what such a record is called, in Chinese.
        rows: those that can be found at all: live ones.
        readable: the rows that a rule grants an actor, as a filter over the same table: `Rule.rows`.
        url: the record's page.
        title, body, names: columns, paths, expressions or `Told`, read in one query. Nothing sealed, no numbers of
            phones or identity, nothing that a reader of the record may not read.
        number: the column with what it is called by: a number in it is found as a number.
        day: column of its day; where that is empty, the day it was made.
        organ: column of the organ that has it in hand.
        committee: column of its committee.
        spelt: columns that hold initials of names already.
        states: words of its states, by which a list is narrowed.
        without: states in which it is not found at all: a text being written changes with every keystroke.
    """

    kind: str
    name: str
    rows: Rows
    readable: Callable[[Actor], Q]
    url: Callable[[UUID], str]
    title: Sequence[Part]
    body: Sequence[Part] = ()
    names: Sequence[Part] = ()
    number: Sequence[str] = ()
    day: str = ""
    organ: str = ""
    committee: str = "committee_id"
    spelt: Sequence[str] = ()
    states: Mapping[str, str] = column(default_factory=dict)
    without: frozenset[str] = frozenset()

    @cached_property
    def _made(self) -> str:
        names = {one.name for one in self.rows().model._meta.get_fields()}
        return "created_at" if "created_at" in names else ""

    @cached_property
    def _columns(self) -> list[Part]:
        return [*self.title, *self.body, *self.names, *self.number, *self.spelt]

    def concerned(self, wrote: Wrote) -> bool:
        """Whether a change of the record may change what is indexed of it."""
        was, now = self.found(wrote.before), self.found(wrote.after)
        return was != now or (now and not self._watched.isdisjoint(wrote.changed()))

    def found(self, state: Mapping[str, Any] | None) -> bool:
        """Whether a record in this state can be found at all."""
        return state is not None and state.get("voided_at") is None and state.get("state") not in self.without

    def live(self) -> QuerySet[Any, Any]:
        """The rows that can be found."""
        return self.rows().exclude(state__in=sorted(self.without)) if self.without else self.rows()

    @cached_property
    def _watched(self) -> frozenset[str]:
        named = [*(one for one in self._columns if isinstance(one, str)), self.day, self.organ, self.committee]
        first = {one.split("__")[0] for one in named if one}
        return frozenset(first | {f"{one}_id" for one in first})

    def reads(self) -> list[tuple[str, Told | Joined]]:
        """Other tables that its text comes from, each with its kind."""
        found: list[tuple[str, Told | Joined]] = []
        for part in self._columns:
            if isinstance(part, Told):
                found.append((part.model._meta.label_lower, part))
            elif isinstance(part, str) and part.count("__") == 1:
                path, name = part.split("__")
                other: Any = self.rows().model._meta.get_field(path).related_model
                found.append((other._meta.label_lower, Joined(path, name)))
        return found

    def docs(self, wanted: Q) -> list[Doc]:
        """The texts of some records, in one query."""
        named: dict[str, Any] = {}
        columns: list[str] = []
        for place, part in enumerate(self._columns):
            if isinstance(part, str):
                columns.append(part)
            else:
                named[f"told_{place}"] = part.gathered() if isinstance(part, Told) else part
                columns.append(f"told_{place}")
        fixed = ["pk", "uid", *(one for one in (self.committee, self.organ, self.day, self._made) if one)]
        rows = self.live().filter(wanted).order_by().annotate(**named).values_list(*fixed, *columns)
        return [self._doc(row) for row in rows]

    def _doc(self, row: tuple[Any, ...]) -> Doc:
        values = list(row)
        record, uid = values.pop(0), values.pop(0)
        committee, organ, day, made = (
            values.pop(0) if one else None for one in (self.committee, self.organ, self.day, self._made)
        )
        title, body, names, called, spelt = (
            [_said(values.pop(0)) for _ in columns]
            for columns in (self.title, self.body, self.names, self.number, self.spelt)
        )
        shown, people = " ".join(filter(None, title)), " ".join(filter(None, names))
        head = joined(
            [
                plain(shown), plain(people), *map(plain, called), *map(numbers, called), initials(shown),
                *(as_letters(one) for one in spelt), "" if any(spelt) else initials(people),
            ]
        )  # fmt: skip
        return Doc(
            self.kind, uid, record, committee, organ, _day(day) or _day(made) or dt.date.min, shown,
            "\n".join(filter(None, body)), people, head,
        )  # fmt: skip


def _said(value: Any) -> str:
    return spread(str(value)) if value else ""


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        from lvzhi.deadlines.clock import as_day

        return as_day(value)
    return value if isinstance(value, dt.date) else None


def of(
    model: type[Record], rule: Rule, page: str | Callable[[UUID], str], title: Sequence[Part], **columns: Any
) -> Texts:
    """The texts of a model whose live rows a rule grants: what most rooms register.

    Args:
        page: name of the record's page, or what answers its address.
        columns: further columns of `Texts`; ``name`` where the model's own word is not what people say.
    """
    columns.setdefault("name", str(model._meta.verbose_name))
    url = (lambda uid: reverse(page, args=[uid])) if isinstance(page, str) else page
    rows: Any = model._default_manager
    return Texts(model._meta.label_lower, rows=rows.live, readable=rule.rows, url=url, title=title, **columns)


_texts: dict[str, Texts] = {}


def register(*several: Texts) -> None:
    """Let a room's texts be found, in `AppConfig.ready`."""
    for one in several:
        _texts[one.kind] = one


def registered() -> dict[str, Texts]:
    """All kinds, by key."""
    return dict(sorted(_texts.items()))


def texts_of(kind: str) -> Texts | None:
    """What is registered of a kind, or None."""
    return _texts.get(kind)


def watched() -> Mapping[str, Iterable[tuple[Texts, Told | Joined | None]]]:
    """By kind of record written: whose text it is, and through which table."""
    found: dict[str, list[tuple[Texts, Told | Joined | None]]] = {}
    for one in _texts.values():
        found.setdefault(one.kind, []).append((one, None))
        for kind, part in one.reads():
            found.setdefault(kind, []).append((one, part))
    return found

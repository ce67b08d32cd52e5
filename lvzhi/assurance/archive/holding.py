"""What the file holds: lines of the journal, records by kind, figures and the rows behind them, attachments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model

from lvzhi.access import Actor
from lvzhi.assurance.vocabulary import HANDOVER, MEMBERS
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.exchange.sheets.writing import shown
from lvzhi.files.models import Attachment
from lvzhi.files.rights import right_of
from lvzhi.journal.fields import Secret
from lvzhi.journal.models import Entry
from lvzhi.journal.queries import Told
from lvzhi.journal.values import plain
from lvzhi.metrics import compute, registry
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.periods import Period, parse_period
from lvzhi.workflow.registry import workflows

OPEN = ("seq", "actor_name", "actor_role", "behalf", "via", "address", "event", "subject_kind", "subject_title")
CHUNK = 500


@dataclass(frozen=True)
class Kept:
    """The records of one kind."""

    key: str
    name: str
    head: list[str]
    rows: Iterable[list[Any]]


@dataclass(frozen=True)
class Counted:
    """A figure with its value, as a line of the table."""

    figure: Figure
    line: list[Any]


def cell(value: Any) -> str:
    """A value as it stands in a table; nothing of it becomes a formula."""
    return shown(value)


class Holding:
    """What an auditor is handed of a committee and a time: no more than the auditor may read on the pages.

    Args:
        personal: whether personal values are whole; otherwise they are covered.
    """

    words = MEMBERS
    figure_head: Sequence[str] = MEMBERS["figure_head"].split()
    attachment_head: Sequence[str] = MEMBERS["attachment_head"].split()

    def __init__(self, actor: Actor, committee: Committee, starts: dt.date, ends: dt.date, *, personal: bool) -> None:
        self.actor, self.committee, self.personal = actor, committee, personal
        self.starts, self.ends = starts, ends

    @cached_property
    def span(self) -> tuple[dt.datetime, dt.datetime]:
        """From the first moment of the first day to the first moment after the last."""
        return clock.as_moment(self.starts), clock.as_moment(self.ends + dt.timedelta(days=1))

    @cached_property
    def period(self) -> Period:
        """The days as a period of figures."""
        return parse_period(f"{self.starts.isoformat()}..{self.ends.isoformat()}", self.committee)

    def _entries(self) -> Any:
        first, last = self.span
        return Entry.objects.filter(committee_id=self.committee.pk, at__gte=first, at__lt=last).order_by("seq")

    def journal(self) -> Iterator[dict[str, Any]]:
        """The lines, each with its place in the chain; personal values are not in them."""
        for entry in self._entries().iterator(chunk_size=CHUNK):
            line = {name: getattr(entry, name) for name in OPEN}
            line |= {
                "at": entry.at.isoformat(), "sentence": Told(entry).sentence, "facts": entry.facts,
                "subject_uid": str(entry.subject_uid or ""), "changes": entry.changes, "algorithm": entry.algorithm,
                "prev_hash": entry.prev_hash, "hash": entry.hash,
            }  # fmt: skip
            yield line

    def kinds(self) -> Iterator[Kept]:
        """Every kind of record that goes through a procedure, as far as the auditor may see it: what was begun then."""
        first, last = self.span
        done: set[type[Model]] = set()
        for one in workflows():
            model: Any = one.model
            if model in done:
                continue
            done.add(model)
            rows = model.objects.filter(one.visible.rows(self.actor), committee=self.committee)
            rows = rows.filter(created_at__gte=first, created_at__lt=last).order_by("pk")
            if rows.exists():
                fields = [field for field in model._meta.concrete_fields if field.name != "id"]
                head = [str(field.verbose_name) for field in fields]
                yield Kept(model._meta.label_lower, str(model._meta.verbose_name), head, self._rows(rows, fields))

    def _rows(self, rows: Any, fields: Sequence[Any]) -> Iterator[list[Any]]:
        hidden = frozenset() if self.personal else rows.model.journal_private
        named = [field.name for field in fields if field.is_relation]
        for row in rows.select_related(*named).iterator(chunk_size=CHUNK):
            yield [self._value(row, field, covered=field.name in hidden) for field in fields]

    def _value(self, row: Any, field: Any, *, covered: bool) -> Any:
        value = getattr(row, field.name)
        if covered and value not in (None, "", [], {}):
            return HANDOVER["masked"]
        if isinstance(value, Secret):
            return value.reveal() if self.personal and value else str(value)
        if isinstance(value, Model):
            return str(value)
        if field.choices:
            return str(getattr(row, f"get_{field.name}_display")())
        return value if isinstance(value, dt.date | int | float | str | type(None)) else plain(value)

    def figures(self) -> list[Counted]:
        """Every figure of the committee over the time, in the order of the book."""
        found = compute.book(registry.figures(), Scope(self.committee), self.period)
        return [
            Counted(one.figure, [
                one.figure.key, one.figure.name, compute.plain(one.value), one.figure.unit, one.numerator,
                one.denominator, one.figure.meaning,
            ])
            for one in found.values()
            if one.value
        ]  # fmt: skip

    def behind(self, figure: Figure) -> Iterator[tuple[str, list[str], Iterator[list[object]]]]:
        """The rows behind a figure, as (side, columns, rows); one that the auditor may not read is only said."""
        for one in compute.evidence(figure, Scope(self.committee), self.period):
            head = [column.label for column in one.metric.columns]
            yield f"-{one.side}" if one.side else "", head, (cells for _, cells in one.lines(self.actor))

    def attachments(self) -> Iterator[list[Any]]:
        """Names, sizes and digests of the attachments added then; their bytes stay where they are."""
        first, last = self.span
        rows = Attachment.objects.filter(committee=self.committee, created_at__gte=first, created_at__lt=last)
        for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
            right = right_of(row.kind)
            if right is not None and right.may_read(self.actor, row.subject):
                yield [row.kind, str(row.subject), row.name, row.size, row.digest, row.added_by_name, row.created_at]

"""Reading the figures of a report: value, definition and rows of each, on an occasion."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, Refusal
from lvzhi.journal.lines import line
from lvzhi.metrics import compute
from lvzhi.reports import queries
from lvzhi.reports.actions.editing import editable
from lvzhi.reports.composing import filling
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.composing.tokens import Meant
from lvzhi.reports.models import NAME_MOST, Frozen, Reading, Report
from lvzhi.reports.norms import ROWS_MOST
from lvzhi.reports.queries.comparing import size
from lvzhi.reports.vocabulary.states import ReadingKind

Rows = Mapping[str, Sequence[tuple[Any, str]]]


def update(report: Report, actor: Actor) -> Reading:
    """Take over what the figures come to now; no word of the text is touched.

    Raises:
        NotAllowed: no author. Refusal: no longer drafted; records moved meanwhile.
    """
    with transaction.atomic():
        locked: Report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        editable(locked, actor)
        before = queries.latest_reading(locked)
        changed = len([one for one in queries.changes(locked, before) if one.moved]) if before is not None else 0
        with line(actor, "reports.updated", subject=locked, count=0, changed=changed) as entry:
            reading, count = note_reading(locked, actor, ReadingKind.UPDATED)
            entry.facts["count"] = count
    return reading


def note_reading(report: Report, actor: Actor, kind: str) -> tuple[Reading, int]:
    """Read all figures of the latest texts and keep them; the caller's journal line holds it.

    A constant number of statements, however many figures there are.

    Raises:
        Refusal: ``reports.moving`` where records changed between counting and listing.
    """
    tables = queries.grids_now(report)
    texts = [*(one.text for one in queries.sections_of(report)), *(one.text for one in tables)]
    book = filling.book(texts, queries.scope_of(report), queries.period_of(report))
    before = queries.latest_reading(report)
    with line(actor, "reports.read", subject=report, count=len(book.asks)):
        reading = Reading(
            committee_id=report.committee_id, report=report, number=before.number + 1 if before else 1, kind=kind,
            as_of=actor.at, account_id=actor.account_id, who=actor.name[:NAME_MOST], created_at=actor.at,
            grids=[one.as_json() for one in tables],
        )  # fmt: skip
        reading.save()
        rows = _rows(report, book)
        Frozen.objects.bulk_create(
            [_frozen(reading, report, plain, meant, book, rows.get(plain)) for plain, meant in book.asks.items()]
        )
    return reading, len(book.asks)


def _rows(report: Report, book: Book) -> dict[str, Rows]:
    """The rows of every figure that is not too large to keep them."""
    most = int(norms.value(ROWS_MOST, report.committee_id))
    wanted = [plain for plain in book.asks if _count(book, plain) <= most]
    found = compute.members(filling.asked([book.asks[plain] for plain in wanted]))
    for plain, sides in zip(wanted, found, strict=True):
        known = book.known[plain]
        ask = book.asks[plain].ask
        counted = ask is not None and ask.figure.shape == "count"
        parts = (len(sides.get("part", ())), len(sides.get("whole", ())))
        if (counted and Decimal(len(sides[""])) != known.value) or (
            known.denominator is not None and parts != (known.numerator, known.denominator)
        ):
            raise Refusal("reports.moving")
    return dict(zip(wanted, found, strict=True))


def _count(book: Book, plain: str) -> int:
    known, ask = book.known[plain], book.asks[plain].ask
    shape = ask.figure.shape if ask is not None else ""
    return size(shape, known.value, known.numerator, known.denominator)


def _frozen(reading: Reading, report: Report, plain: str, meant: Meant, book: Book, rows: Rows | None) -> Frozen:
    known, ask = book.known[plain], meant.ask
    assert ask is not None  # noqa: S101  # as above
    kept = {side: sorted([_plain(key), said] for key, said in listed) for side, listed in (rows or {}).items()}
    return Frozen(
        committee_id=report.committee_id, reading=reading, token=plain, figure=known.key, name=known.name,
        unit=known.unit, cuts=[list(one) for one in known.cuts], below=report.below, period=known.period,
        starts=known.starts, ends=known.ends, value=known.value, numerator=known.numerator,
        denominator=known.denominator, low=known.low, high=known.high, fingerprint=ask.figure.fingerprint,
        meaning=known.meaning, rows=kept, digest=digest(kept), whole=rows is not None, created_at=reading.created_at,
    )  # fmt: skip


def _plain(key: Any) -> int | str:
    return key if isinstance(key, int) else str(key)


def digest(rows: Mapping[str, Sequence[Sequence[Any]]]) -> str:
    """What tells one list of rows from another."""
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()

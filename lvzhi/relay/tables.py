"""Tables of the pages: peers, packages out and in, what is in a package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from lvzhi.relay.actions.opening import Listed
from lvzhi.relay.kinds import name_of
from lvzhi.relay.models import Incoming, Outgoing
from lvzhi.relay.vocabulary import ANSWER_TONES, FATE_TONES, FIELDS, JOINER, WORDS, Answer, Fate
from lvzhi.ui.formats import day, size
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def grouped(fingerprint: str) -> str:
    """A fingerprint in groups of four, as it is read over the telephone."""
    return " ".join(fingerprint[place : place + 4] for place in range(0, len(fingerprint), 4))


def _numbers(numbers: Sequence[int]) -> str:
    shown = JOINER.join(str(one) for one in numbers[:10])
    return WORDS["more"].format(shown=shown) if len(numbers) > 10 else shown


def _parked(peer: Any) -> str:
    if not peer.parked:
        return ""
    return WORDS["parked_missing"].format(parked=_numbers(peer.parked), missing=_numbers(peer.missing))


def _ready(peer: Any) -> Tag:
    if any(key.compared_at is not None for key in peer.keys.all()):
        return Tag(WORDS["compared"], "good", "check")
    return Tag(WORDS["no_key"] if not peer.keys.all() else WORDS["not_compared"], "warn")


def peers(rows: Iterable[Any]) -> Table:
    """The peers with what waits, what is unanswered since when, what is parked."""
    return Table(
        (
            Column("name", FIELDS["peer"], url=lambda one: reverse("relay:peer", args=[one.uid]), head=True, wide=True),
            Column("key", FIELDS["key"], "tag", value=_ready),
            Column("waiting", FIELDS["waiting"], "number"),
            Column("unanswered", FIELDS["unanswered"], "number"),
            Column("since", FIELDS["since"], "date"),
            Column("parked", FIELDS["parked"], value=_parked, wide=True),
            Column("turned", FIELDS["turned"], "number", value=lambda one: one.turned_away or None),
            Column("undone", FIELDS["undone"], "number", value=lambda one: one.undone or None),
        ),
        rows=rows,
    )


def _answer(one: Outgoing) -> Tag:
    return Tag(str(Answer(one.answer).label), ANSWER_TONES[one.answer])  # type: ignore[arg-type]  # reason: the table holds tones


def _fate(one: Incoming) -> Tag:
    return Tag(str(Fate(one.fate).label), FATE_TONES[one.fate])  # type: ignore[arg-type]  # reason: as above


def _number(one: Any) -> str:
    return WORDS["number"].format(number=one.number) if one.number else ""


def outgoing(rows: Iterable[Outgoing], *, gives: bool) -> Table:
    """Packages that went."""
    return Table(
        (
            Column("number", FIELDS["number"], value=_number, head=True, short=True,
                   url=(lambda one: reverse("relay:package", args=[one.uid])) if gives else None),
            Column("created_at", FIELDS["made"], "moment"),
            Column("size", FIELDS["size"], value=lambda one: size(one.size), short=True),
            Column("answer", FIELDS["answer"], "tag", value=_answer),
            Column("reason", FIELDS["reason"], value=_said, wide=True),
        ),
        rows=rows, empty=WORDS["none_sent"],
    )  # fmt: skip


def _said(one: Outgoing) -> str:
    if one.reason or one.answered_at is None:
        return one.reason
    return WORDS["answered"].format(day=day(one.answered_at))


def incoming(rows: Iterable[Incoming]) -> Table:
    """Packages that came from a peer."""
    return Table(
        (
            Column("number", FIELDS["number"], value=_number, head=True, short=True),
            Column("created_at", FIELDS["came"], "moment"),
            Column("records", FIELDS["records"], "number"),
            Column("fate", FIELDS["fate"], "tag", value=_fate),
            Column("reason", FIELDS["reason"], wide=True),
        ),
        rows=rows,
        empty=WORDS["none_came"],
    )


def refused(rows: Iterable[Incoming]) -> Table:
    """Files that were turned away."""
    return Table(
        (
            Column("name", FIELDS["file"], value=lambda one: one.name or _number(one), head=True),
            Column("sender", FIELDS["sender"], value=lambda one: str(one.peer or one.sender)),
            Column("created_at", FIELDS["came"], "moment"),
            Column("reason", FIELDS["reason"], wide=True),
        ),
        rows=rows,
        empty=WORDS["none_refused"],
    )


def posts(rows: Iterable[Any]) -> Table:
    """What waits for the next package."""
    return Table(
        (
            Column("title", FIELDS["title"], head=True, wide=True),
            Column("kind", FIELDS["kind"], value=lambda one: name_of(one.kind)),
            Column("record_version", FIELDS["version"], "number"),
            Column("created_at", FIELDS["put"], "moment"),
        ),
        rows=rows,
        empty=WORDS["none_waiting"],
    )


def undone(rows: Iterable[Any]) -> Table:
    """Records that came and could not be carried out."""
    return Table(
        (
            Column("title", FIELDS["title"], head=True, wide=True),
            Column("kind", FIELDS["kind"], value=lambda one: name_of(one.kind)),
            Column("package", FIELDS["number"], "number", value=lambda one: one.package.number),
            Column("reason", FIELDS["reason"], wide=True),
        ),
        rows=rows,
    )


def listed(rows: Iterable[Listed]) -> Table:
    """What is in a package."""
    return Table(
        (
            Column("title", FIELDS["title"], value=lambda one: one.title or WORDS["untitled"], head=True, wide=True),
            Column("name", FIELDS["kind"]),
            Column("version", FIELDS["version"], "number"),
            Column("files", FIELDS["files"], "number"),
        ),
        rows=rows,
    )


def figures(rows: Iterable[Any]) -> Table:
    """Figures that came."""
    return Table(
        (
            Column(
                "name", FIELDS["figure"], url=lambda one: reverse("relay:figure", args=[one.uid]), head=True, wide=True
            ),
            Column("peer", FIELDS["peer"], value=lambda one: one.peer.name),
            Column("period", FIELDS["period"]),
            Column("value", FIELDS["value"], value=lambda one: f"{one.value}{one.unit}"),
            Column("count", FIELDS["count"], "number"),
            Column("made_at", FIELDS["made"], "date"),
        ),
        rows=rows,
        empty=WORDS["none_figures"],
    )


def _cell(place: int) -> Callable[[Any], str]:
    return lambda row: str(row[place])


def sheet(
    labels: Sequence[str], page: Page[Sequence[str]], params: Mapping[str, Any] | None = None, *, cursor: str = "page"
) -> Table:
    """A page of rows as they came."""
    columns = [
        Column(f"c{place}", label, value=_cell(place), head=place == 0, wide=place == 0)
        for place, label in enumerate(labels)
    ]
    return Table(columns, page=page, params=params, empty=WORDS["none_rows"], cursor_name=cursor)


def rosters(rows: Iterable[Any]) -> Table:
    """Lists of members that came."""
    return Table(
        (
            Column("peer", FIELDS["peer"], value=lambda one: one.peer.name, head=True, wide=True,
                   url=lambda one: reverse("relay:roster", args=[one.uid])),
            Column("as_of", FIELDS["as_of"], "date"),
            Column("count", FIELDS["people"], "number"),
            Column("made_at", FIELDS["made"], "date"),
        ),
        rows=rows, empty=WORDS["none_rosters"],
    )  # fmt: skip

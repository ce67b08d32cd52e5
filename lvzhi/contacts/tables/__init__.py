"""Lists of pairs and contacts: the columns of a page and of an export, and the filter over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lvzhi.contacts import queries
from lvzhi.contacts.metrics import mode_name
from lvzhi.contacts.queries import scheme_name
from lvzhi.contacts.queries.addresses import contact_address, pair_address
from lvzhi.contacts.vocabulary import words
from lvzhi.contacts.vocabulary.figures import COLUMNS as C
from lvzhi.contacts.vocabulary.states import TONES, ContactState
from lvzhi.exchange import Column as Field
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table


def contact_tag(contact: Any) -> Tag:
    """Where a contact is; a voided one says so first."""
    if contact.voided_at is not None:
        return Tag(words.VOIDED, "bad", "ban")
    return Tag(contact.get_state_display(), TONES[ContactState(contact.state)])  # type: ignore[arg-type]  # reason: the table holds tones


def standing_tag(pair: Any, due: int) -> Tag:
    """Whether a pair has had as many contacts as are wanted in the year."""
    if not pair.count:
        return Tag(words.NOT_YET, "warn" if due else "neutral", "later")
    if pair.count < due:
        return Tag(words.LACKS.format(count=due - pair.count), "warn", "clock")
    return Tag(words.ENOUGH, "good") if due else Tag(words.COUNT_FREE.format(count=pair.count), "neutral")


CONTACT_COLUMNS = (
    Column("met_on", C["met_on"], kind="date", short=True),
    Column("pair.near_name", C["near"], short=True),
    Column("pair.far_name", C["far"], url=contact_address, head=True),
    Column("mode", C["mode"], value=mode_name, short=True),
    Column("topic", C["topic"], wide=True),
    Column("scheme", C["scheme"], value=lambda row: scheme_name(row.pair), hide_on_phone=True),
    Column("state", C["state"], value=contact_tag, kind="tag", short=True),
)
EXPORTED: tuple[tuple[Field, Any], ...] = (
    (Field("met_on", C["met_on"], kind="date"), lambda row: row.met_on),
    (Field("scheme", C["scheme"], width=24), lambda row: scheme_name(row.pair)),
    (Field("near", C["near"]), lambda row: row.pair.near_name),
    (Field("far", C["far"], width=24), lambda row: row.pair.far_name),
    (Field("mode", C["mode"]), mode_name),
    (Field("topic", C["topic"], width=40), lambda row: row.topic),
    (Field("problem", "反映的问题", width=40), lambda row: row.problem),
    (Field("follow_on", "跟进日期", kind="date"), lambda row: row.follow_on),
    (Field("result", "跟进结果", width=40), lambda row: row.result),
    (Field("state", C["state"]), lambda row: str(contact_tag(row))),
    (Field("entered_by", "登记人"), lambda row: row.entered_by),
)


def contacts_table(page: Page[Any], params: Mapping[str, Any]) -> Table:
    """One page of contacts."""
    return Table(CONTACT_COLUMNS, page=page, params=params, empty=words.NONE["contacts"])


def pairs_table(rows: Sequence[Any], wanted: Mapping[int, int]) -> Table:
    """Pairs of a kind with what they have had and what is wanted."""
    columns = (
        Column("near_name", C["near"], short=True),
        Column("far_name", C["far"], url=pair_address, head=True),
        Column("starts", C["starts"], kind="date", short=True, hide_on_phone=True),
        Column("ends", C["ends"], kind="date", short=True, hide_on_phone=True),
        Column("count", C["count"], kind="number"),
        Column("last", "最近联系", kind="date", short=True),
        Column("tag", C["state"], value=lambda row: standing_tag(row, wanted[row.pk]), kind="tag"),
    )
    return Table(columns, rows=rows, empty=words.NONE["pairs"])


def narrowed(form: Any, rows: Any) -> Any:
    """The contacts that fit what the filter asks."""
    wanted = form.wanted()
    if wanted.get("q", "").strip():
        rows = queries.matching(rows, wanted["q"].strip())
    if wanted.get("scheme"):
        rows = rows.filter(pair__scheme=wanted["scheme"])
    if wanted.get("mode"):
        rows = rows.filter(mode=wanted["mode"])
    if wanted.get("since"):
        rows = rows.filter(met_on__gte=wanted["since"])
    if wanted.get("until"):
        rows = rows.filter(met_on__lte=wanted["until"])
    only = wanted.get("only", "")
    if only == "voided":
        return rows.exclude(voided_at=None)
    rows = rows.filter(voided_at=None)
    if only == "problem":
        return rows.exclude(problem="")
    return rows.filter(state=ContactState.OPEN) if only == "open" else rows

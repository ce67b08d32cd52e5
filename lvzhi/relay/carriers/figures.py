"""Figures of a period with their rows: posted as their evidence page shows them to the sender, shown as they came."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.journal.lines import line
from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Evidence, Result
from lvzhi.metrics.periods import Period
from lvzhi.relay import kinds, rules
from lvzhi.relay.actions import post
from lvzhi.relay.carriers.shape import Reading, fit
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import NAME_MOST, Peer, ReceivedFigure
from lvzhi.relay.queries import last_post
from lvzhi.relay.vocabulary import FIGURE, FIGURE_NAME, FIGURE_TITLE

COUNT = "count"
_NAMES = uuid.UUID("0f1f9c0e-2f35-4f0b-8a4e-6f3c3f4c7a21")


def figure_uid(committee: Committee, key: str, period: Period) -> uuid.UUID:
    """One record for a figure of a committee and period, however often it is sent."""
    return uuid.uuid5(_NAMES, f"{committee.code}\n{key}\n{period.start}\n{period.end}")


def post_figures(actor: Actor, peer: Peer, period: Period, keys: Sequence[str]) -> int:
    """Post the committee's figures of a period with the rows that the actor's own evidence pages show; how many.

    Raises `NotAllowed`, `Missing` for an unknown key, `Refusal` where none is named.
    """
    rules.keeper.check(actor, peer)
    if not keys:
        raise Refusal("relay.no_figures", field="rooms")
    scope = Scope(peer.committee)
    wanted = [registry.figure(key) for key in keys]
    with line(actor, "relay.figures", subject=peer, peer=peer.name, period=period.label, count=len(wanted)):
        for key, result in compute.book(wanted, scope, period).items():
            uid = figure_uid(peer.committee, key, period)
            before = last_post(peer, FIGURE, uid)
            payload = _payload(actor, scope, period, result)
            post(actor, peer, FIGURE, uid, before.record_version + 1 if before else 1, payload)
    return len(wanted)


def _payload(actor: Actor, scope: Scope, period: Period, result: Result) -> dict[str, Any]:
    figure = result.figure
    return {
        "committee": scope.committee.name, "key": figure.key, "name": fit(figure.name), "unit": fit(figure.unit),
        "shape": str(figure.shape), "meaning": fit(figure.meaning), "definition": figure.fingerprint,
        "period": {"text": period.label, "from": fit(period.start), "to": fit(period.end)},
        "value": fit(compute.plain(result.value)), "numerator": fit(result.numerator),
        "denominator": fit(result.denominator), "as_of": result.as_of.isoformat(timespec="seconds"),
        "lists": [_list(actor, one) for one in compute.evidence(figure, scope, period)],
    }  # fmt: skip


def _list(actor: Actor, one: Evidence) -> dict[str, Any]:
    return {
        "side": one.side, "name": fit(one.metric.name), "columns": [fit(column.label) for column in one.metric.columns],
        "rows": [[fit(cell) for cell in cells] for _, cells in one.lines(actor)],
    }  # fmt: skip


def take_figure(actor: Actor, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """Keep a figure that came, beside one's own and apart from them; a count must be as many as its rows."""
    given = Reading(FIGURE_NAME, arrival.payload)
    period = given.part("period")
    name, value = given.text("name", most=NAME_MOST), given.text("value", most=NAME_MOST, needed=False)
    lists = [_checked(one) for one in given.parts("lists")]
    rows = sum(len(one["rows"]) for one in lists)
    if given.text("shape", most=NAME_MOST) == COUNT and value != str(rows):
        raise Refusal("relay.figure_rows", name=name, value=value, rows=rows)
    row = ReceivedFigure.objects.filter(peer=peer, record_uid=arrival.uid).first() or ReceivedFigure(
        committee_id=peer.committee_id, created_at=actor.at, peer=peer, record_uid=arrival.uid
    )
    row.record_version, row.made_at, row.count = arrival.version, arrival.made, rows
    row.key, row.name, row.value = given.text("key", most=NAME_MOST), name, value
    row.unit = given.text("unit", most=NAME_MOST, needed=False)
    row.period = period.text("text", most=NAME_MOST)
    row.body = {"lists": lists} | {
        key: given.text(key, needed=False)
        for key in ("committee", "shape", "meaning", "definition", "numerator", "denominator", "as_of")
    }
    row.save()


def _checked(one: Reading) -> dict[str, Any]:
    columns = one.payload.get("columns")
    if not isinstance(columns, list) or not columns or not all(isinstance(label, str) for label in columns):
        raise one.bad("columns")
    return {"side": one.text("side", needed=False), "name": one.text("name", needed=False), "columns": columns,
            "rows": one.table("rows", len(columns))}  # fmt: skip


def rooms() -> dict[str, list[str]]:
    """Keys of all figures by the room that declares them."""
    found: dict[str, list[str]] = {}
    for figure in registry.figures():
        found.setdefault(figure.room, []).append(figure.key)
    return found


def keys_of(chosen: Iterable[str]) -> list[str]:
    """Keys of the figures of these rooms."""
    known = rooms()
    return [key for room in chosen for key in known.get(room, ())]


def _title(payload: Mapping[str, Any]) -> str:
    return FIGURE_TITLE.format(name=kinds.said(payload, "name"), period=kinds.said(payload, "period", "text"))


KIND = Kind(FIGURE, FIGURE_NAME, take_figure, _title)

"""Tokens as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from lvzhi.api.kinds import Kind
from lvzhi.api.models import Token
from lvzhi.api.vocabulary import (
    ALL_ROOMS,
    COLUMNS,
    DOES,
    DOT,
    JOINER,
    NEVER_USED,
    NONE,
    NONE_GUARDED,
    NONE_HINT,
    STATES,
)
from lvzhi.deadlines.clock import as_day
from lvzhi.ui.formats import moment
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import Page
from lvzhi.ui.tables import Column, Table

Button = Callable[[Any], SafeString]


def _columns(names: Mapping[str, str], now: datetime) -> tuple[Column, ...]:
    def state(token: Token) -> Tag:
        key = token.state_at(now)
        return Tag(STATES[key], "good" if key == "open" else "neutral")

    def scope(token: Token) -> str:
        rooms = JOINER.join(names.get(one, one) for one in token.rooms) or ALL_ROOMS
        return DOT.join((token.get_scope_display(), rooms))

    def used(token: Token) -> str:
        return f"{moment(token.used_at)} {token.used_from}".strip() if token.used_at else NEVER_USED

    return (
        Column("name", COLUMNS["name"], value=str),
        Column("scope", COLUMNS["scope"], value=scope, wide=True),
        Column("ends_at", COLUMNS["ends"], value=lambda token: as_day(token.ends_at), kind="date"),
        Column("used_at", COLUMNS["used"], value=used, wide=True),
        Column("state", COLUMNS["state"], kind="tag", value=state),
    )


def buttons(now: datetime, **context: Any) -> Button:
    """The button that ends a token still open."""

    def button(token: Token) -> SafeString:
        if token.state_at(now) != "open":
            return SafeString("")
        return render_to_string("api/_revoke.html", {"token": token, **context})

    return button


def own(rows: Iterable[Token], names: Mapping[str, str], now: datetime, button: Button) -> Table:
    """One's own tokens."""
    return Table(_columns(names, now), rows, empty=NONE, empty_hint=NONE_HINT, actions=button)


def guarded(page: Page[Any], names: Mapping[str, str], now: datetime, params: Any, button: Button) -> Table:
    """Tokens of the accounts that somebody guards."""
    holder = Column("holder", COLUMNS["holder"], value=lambda token: str(token.account))
    return Table((holder, *_columns(names, now)), page=page, params=params, empty=NONE_GUARDED, actions=button)


def kinds(rows: Iterable[Kind]) -> Table:
    """The kinds of record with their fields, and what may be done with them."""

    def fields(kind: Kind) -> str:
        return JOINER.join(f"{one.label} {one.key}" for one in kind.fields)

    def does(kind: Kind) -> str:
        return DOES["begins" if kind.begins else "steps" if kind.workflow is not None else "reads"]

    columns = (
        Column("name", COLUMNS["kind"]),
        Column("kind", COLUMNS["key"]),
        Column("does", COLUMNS["does"], value=does, short=True),
        Column("fields", COLUMNS["fields"], value=fields, wide=True),
    )
    return Table(columns, rows)

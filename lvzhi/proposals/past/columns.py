"""The columns of a sheet of earlier years, as values of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from lvzhi.exchange import Column
from lvzhi.exchange.columns import Kind
from lvzhi.exchange.sheets import template_xlsx
from lvzhi.proposals.vocabulary.past import DAYS_IN_ORDER, HEADINGS, PROMISE_PLACES, TEMPLATE_TITLE

_KINDS: Mapping[str, Kind] = {
    "cosigners": "list",
    "grounds": "list",
    "co_units": "list",
    **dict.fromkeys(
        (*DAYS_IN_ORDER, "answer_due_on"),
        "date",
    ),
    **dict.fromkeys((f"{name}_{place}" for name in ("due", "checked") for place in PROMISE_PLACES), "date"),
}  # fmt: skip
REQUIRED = frozenset({"title", "proposer", "received_on"})
BY_FILE = frozenset({"title"})  # what a register beside Word files may leave to the file itself


def _column(key: str, required: bool) -> Column:
    label, aliases, example = HEADINGS[key]
    return Column(key, label, aliases=aliases, required=required, kind=_KINDS.get(key, "text"), example=example)


COLUMNS = tuple(_column(key, key in REQUIRED) for key in HEADINGS)
REGISTER = tuple(_column(key, key in REQUIRED - BY_FILE or key == "file") for key in HEADINGS)
BY_KEY = {column.key: column for column in COLUMNS}


def template() -> bytes:
    """An empty sheet to fill, as an Excel file."""
    target = BytesIO()
    shown = [column for column in COLUMNS if column.key not in {"file", "text"}]
    template_xlsx(target, TEMPLATE_TITLE, shown)
    return target.getvalue()

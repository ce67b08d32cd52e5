"""The sections of a text in a form: named, limited and counted as the committee has it (R1.11–R1.26)."""

from __future__ import annotations

from typing import Any

from lvzhi.proposals.norms.sections import TOGETHER, Scheme
from lvzhi.proposals.vocabulary import NAMES
from lvzhi.proposals.vocabulary.sections import COUNTED, TOTAL


def by_scheme(form: Any, manner: Scheme) -> None:
    """Name the fields of the sections and let them count; leave out those that are neither shown nor written in."""
    form.scheme = manner
    for section in manner.sections:
        if not section.shown and not _holds(form, section.key):
            del form.fields[section.key]
            continue
        field = form.fields[section.key]
        field.label = section.name
        widget = field.widget
        widget.skips, widget.limit, widget.least = manner.skips, section.most or None, section.least or None


def _holds(form: Any, key: str) -> bool:
    """Whether the section has text already: of an earlier scheme, or as it was sent."""
    given = form.data.get(key) if form.is_bound else form.initial.get(key)
    return bool(str(given or "").strip())


def total_of(form: Any) -> dict[str, Any]:
    """The limit of all sections together, for the counter below them."""
    manner: Scheme = form.scheme
    keys = [key for key in TOGETHER if key in form.fields]
    names = NAMES.join(manner.names[key] for key in keys)
    return {
        "keys": " ".join(keys),
        "limit": manner.total,
        "count": " ".join(sorted(manner.skips)),
        "how": COUNTED[manner.skips],
        "words": TOTAL[manner.hard].format(names=names, total=manner.total),
    }

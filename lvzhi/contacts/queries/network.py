"""The network of a kind of contact, layer by layer, with what each pair has had in a year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lvzhi.committee.models import Committee
from lvzhi.contacts.queries.pairs import standing
from lvzhi.contacts.queries.scheme import Scheme, schemes
from lvzhi.contacts.vocabulary.states import Target


def below(scheme: Scheme, committee: Committee, day: dt.date) -> Scheme | None:
    """The kind under which those kept in touch with keep in touch with others in turn (主席→常委→委员)."""
    if scheme.far.target != Target.PERSON or scheme.far == scheme.near:
        return None
    known = schemes(committee, day)
    return next((one for one in known if one.open and one.near == scheme.far and one.code != scheme.code), None)


def layers(scheme: Scheme, committee: Committee, start: dt.date, end: dt.date) -> list[list[Any]]:
    """Pairs of the kind that held between two days, and of the one below it. A query for each."""
    first = list(standing(committee, scheme.code, start, end))
    under = below(scheme, committee, end)
    second = list(standing(committee, under.code, start, end)) if under is not None and first else []
    return [first, second] if second else [first]

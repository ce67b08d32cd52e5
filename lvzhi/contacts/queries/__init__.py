"""Reads of the contact network, scope, actor or committee first."""

from lvzhi.contacts.queries.pairs import (
    by_whom,
    contact_of,
    contacts_of,
    counted,
    matching,
    mine,
    of_far,
    of_member,
    pair_of,
    readable,
    standing,
    told,
    year_of,
)
from lvzhi.contacts.queries.scheme import Scheme, Side, find, scheme, scheme_name, schemes, side_of
from lvzhi.contacts.queries.sides import Far, Ground, far_of_side, ground, members_of_side

__all__ = [
    "Far",
    "Ground",
    "Scheme",
    "Side",
    "by_whom",
    "contact_of",
    "contacts_of",
    "counted",
    "far_of_side",
    "find",
    "ground",
    "matching",
    "members_of_side",
    "mine",
    "of_far",
    "of_member",
    "pair_of",
    "readable",
    "scheme",
    "scheme_name",
    "schemes",
    "side_of",
    "standing",
    "told",
    "year_of",
]

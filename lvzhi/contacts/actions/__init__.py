"""Writes of the contact network: pairs, plans, contacts, what ends by itself."""

from lvzhi.contacts.actions.ending import end_lapsed, pass_on
from lvzhi.contacts.actions.logging import add, check_followed, check_more, follow, log, undo
from lvzhi.contacts.actions.pairing import done_words, end, keeps, pair, record_far, write_plan
from lvzhi.contacts.actions.planning import Plan, Proposed, propose

__all__ = [
    "Plan",
    "Proposed",
    "add",
    "check_followed",
    "check_more",
    "done_words",
    "end",
    "end_lapsed",
    "follow",
    "keeps",
    "log",
    "pair",
    "pass_on",
    "propose",
    "record_far",
    "undo",
    "write_plan",
]

"""What every page of a proposal answers to each role in each state, written from the rules and not from the code."""

from __future__ import annotations

from collections.abc import Callable

from tests.walk.cast import ANONYMOUS
from tests.walk.entitled import COMMITTEE, SIGNATORIES

OK, LOGIN, UNFIT, NO, ABSENT = 200, 302, 400, 403, 404
STAFF = frozenset(COMMITTEE.split())
SIGNED = frozenset(SIGNATORIES.split())
READERS = STAFF | {"leader", "other_leader", "secretary_general", "supervisor", "auditor"}
UNITS = frozenset({"officer", "unit_head", "co_officer"})
OWN = frozenset({"proposer"})
BEFORE_UNITS = frozenset({"submitted", "second_reading", "returned", "filed", "not_filed"})
UNSUBMITTED = {"draft": OWN, "gathering": SIGNED}
REWORDABLE = frozenset({"submitted", "second_reading", "filed"})
WRITABLE = frozenset({"draft", "gathering", "returned"})
ROUND_CLOSED = frozenset({"rehandling", "closed"})
ON_LINE = (  # R12.12: what was taken off-line has no papers left
    *BEFORE_UNITS, "assigned", "handling", "answered", "rehandling", "closed", "withdrawing", "withdrawn",
)  # fmt: skip
# Roles of the page table: of those that no page tells apart one stands for all (every role is in the walk of steps).
PAGE_ROLES = (
    "proposer", "cosigner", "member", "clerk", "reviewer", "head", "officer", "unit_head", "co_officer",
    "other_officer", "leader", "secretary_general", "auditor", "convener", "far_member", ANONYMOUS,
)  # fmt: skip
Answer = Callable[[str, str], int]


def readers(state: str) -> frozenset[str]:
    """Who may know of a proposal in that state: a text not handed in is its signatories', units come with hand-over."""
    if state in UNSUBMITTED:
        return UNSUBMITTED[state]
    return SIGNED | READERS if state in BEFORE_UNITS else SIGNED | READERS | UNITS


def _all(state: str, role: str) -> int:
    return OK


def _changes(state: str, role: str) -> int:
    """There is something to compare once staff have reworded it."""
    return ABSENT if state in UNSUBMITTED else OK


def _for(who: frozenset[str], states: frozenset[str] | None = None) -> Answer:
    """Some roles' page, in some states."""

    def answer(state: str, role: str) -> int:
        if role not in who:
            return NO
        return OK if states is None or state in states else UNFIT

    return answer


def _ratings(state: str, role: str) -> int:
    """R1.92: committee and signatories always; the units and all others once the round is closed."""
    return OK if role in STAFF | SIGNED or state in ROUND_CLOSED else ABSENT


PAGES: dict[str, Answer] = {
    "detail": _all,
    "paper": _all,
    "handling": _all,
    "near": _all,
    "changes": _changes,
    "edit": _for(OWN, WRITABLE),
    "wording": _for(STAFF, REWORDABLE),
    "void": _for(STAFF),
    "archive": _for(STAFF | {"auditor"}, frozenset(ON_LINE)),
    "ratings": _ratings,
}
# Addresses with a uid that the table leaves out, and why.
LEFT_OUT = {
    "step": "every step by every role is walked through the engine, whose word the page shows",
    "back": "the uid of any record whose last step is taken back; tested with the steps that can be",
    "letter": "takes nothing but POST, which numbers a letter",
    "restore": "takes nothing but POST",
    "publication": "the uid of a decision on publication; what is public is for everyone",
    "excellent_one": "the uid of a selection of many proposals",
    "excellent_export": "the uid of a selection of many proposals",
    "excellent_step": "the uid of a selection of many proposals",
}


def expected(page: str, state: str, role: str) -> int:
    """What the page answers."""
    if role == ANONYMOUS:
        return LOGIN
    return PAGES[page](state, role) if role in readers(state) else ABSENT

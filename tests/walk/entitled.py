"""Who is entitled to each step, written from the working rules R1.1–R1.107 and not from the code.

A step without a line here makes the walk fail with its name; so does a right that the code gives or takes beyond it.
"""

from __future__ import annotations

from dataclasses import dataclass

COMMITTEE = "clerk reviewer head"  # the proposal committee's staff and its head
SIGNATORIES = "proposer cosigner"
AUTHOR_OF_ENTRY = f"proposer {COMMITTEE}"  # of a text that staff entered from paper (R1.3)
TAKING_PART = f"proposer cosigner member convener officer unit_head co_officer other_officer {COMMITTEE}"


@dataclass(frozen=True)
class Line:
    """Some roles' right to a step.

    Args:
        who: roles, parted by spaces; every other one is refused.
        on: which of the scenes it holds for; the plain one by default.
        states: where it holds, parted by spaces; wherever the step may be taken, by default.
    """

    who: str
    on: str = ""
    states: str = ""

    @property
    def roles(self) -> frozenset[str]:
        """Who may."""
        return frozenset(self.who.split())

    def holds_in(self, state: str) -> bool:
        """Whether the line says something of that state."""
        return not self.states or state in self.states.split()


Lines = tuple[Line, ...]

PROPOSAL: dict[str, Lines] = {
    # R1.3, R1.27: the text is its first proposer's; what staff entered is theirs to hand in too
    "invite": (Line("proposer"), Line(AUTHOR_OF_ENTRY, "entered")),
    "submit": (Line("proposer"), Line(AUTHOR_OF_ENTRY, "entered")),
    "withdraw": (Line("proposer"), Line(AUTHOR_OF_ENTRY, "entered")),
    "confirm_entry": (Line("proposer", "entered"), Line("")),
    # R1.31–R1.37: one reading is the clerk's, the second of two the head's
    "recommend": (Line(COMMITTEE, "two readings"), Line("")),
    "file": (
        Line(COMMITTEE, states="submitted"),
        Line("", "two readings", "submitted"),
        Line("head", states="second_reading"),
    ),
    "send_back": (Line(COMMITTEE, states="submitted"), Line("head", states="second_reading")),
    "refuse": (Line(COMMITTEE, states="submitted"), Line("head", states="second_reading")),
    "override_track": (Line(COMMITTEE),),
    # R1.45, R1.53: a member of a group goes with its lead
    "assign": (Line(COMMITTEE), Line("", "merged")),
    "merge": (Line(COMMITTEE), Line("", "merged")),
    "unmerge": (Line(COMMITTEE, "merged"), Line("")),
    # R1.49
    "ask_withdraw": (Line("proposer"),),
    "consent": (Line("cosigner"), Line("", "agreed")),
    "approve_withdraw": (Line("head", "agreed"),),
    "refuse_withdraw": (Line("head"),),
    "drop_withdraw": (Line("proposer"),),
    # R12.12
    "take_offline": (Line(COMMITTEE),),
    # R1.70–R1.81: the lead unit alone answers; co-units and heads do not
    "answer": (Line("officer"),),
    "ask_extension": (Line("officer"),),
    "remind": (Line(COMMITTEE),),
    # R1.28, R1.91: everyone who signed rates, the unit never
    "rate": (Line(SIGNATORIES), Line("proposer", "one has rated")),
    "close_unrated": (Line(COMMITTEE),),
    # R1.97–R1.99
    "nominate": (Line(COMMITTEE),),
    "mark_key": (Line("head"),),
    "unmark_key": (Line("head", "key"),),
    "supervise": (Line(f"{COMMITTEE} leader", "key"), Line("", states="filed assigned handling answered rehandling")),
    # R1.103
    "publish": (Line(COMMITTEE, "undecided"), Line("", "being decided")),
}
ASSIGNMENT: dict[str, Lines] = {
    # R1.53–R1.65: the unit's own officer; the committee settles a return, never the unit
    "sign": (Line("officer"), Line("co_officer", "co-unit")),
    "ask_return": (Line("officer"), Line("co_officer", "co-unit")),
    "keep": (Line(COMMITTEE),),
    "replace": (Line(COMMITTEE),),
    # R1.72, R1.73: opinions are the co-unit's
    "opinion": (Line("co_officer", "co-unit"), Line("")),
    "revise_opinion": (Line("co_officer", "with opinion"), Line(""), Line("", "co-unit")),
    "contact": (Line("officer"),),
    # R1.79
    "approve_reply": (Line("unit_head"),),
    "return_reply": (Line("unit_head"),),
}
COSIGNATURE: dict[str, Lines] = {
    "sign": (Line("cosigner"),),
    "decline": (Line("cosigner"),),
    "recall": (Line("proposer"),),
}
CANDIDACY: dict[str, Lines] = {
    "ask": (Line(COMMITTEE),),
    "ask_more": (Line(COMMITTEE),),
    "opine": (Line("convener"),),
    "choose": (Line("head"),),
    "pass_over": (Line("head"),),
}
PROMISE: dict[str, Lines] = {
    "progress": (Line("officer"),),
    "look_back": (Line(COMMITTEE), Line("", "still to come", "open")),
    "resume": (Line(COMMITTEE),),
}
EXTENSION: dict[str, Lines] = {"grant": (Line(COMMITTEE),), "refuse": (Line(COMMITTEE),)}
APPRAISAL: dict[str, Lines] = {
    # R1.92: the unit's own officer says it; the committee asks to improve once the round is closed
    "appraise": (Line("officer"),),
    "pass_by": (Line("officer"),),
    "ask_improve": (Line(COMMITTEE), Line("", "sealed")),
    "leave": (Line(COMMITTEE), Line("", "sealed")),
    "respond": (Line("proposer"),),
}
SELECTION: dict[str, Lines] = {
    "nominate": (Line(TAKING_PART),),
    "shortlist": (Line(COMMITTEE),),
    "deliberate": (Line("head"),),
    "decide": (Line("secretary_general"),),
    "send_back": (Line("secretary_general"),),
}
PUBLICATION: dict[str, Lines] = {
    "propose": (Line(COMMITTEE),),
    "give_consent": (Line("proposer", "unwilling"), Line("")),
    "approve": (Line("head"),),
    "send_back": (Line("head"),),
    "take_down": (Line("head"),),
}
ENTITLED: dict[str, dict[str, Lines]] = {
    "proposals.proposal": PROPOSAL,
    "proposals.assignment": ASSIGNMENT,
    "proposals.cosignature": COSIGNATURE,
    "proposals.candidate": CANDIDACY,
    "proposals.promise": PROMISE,
    "proposals.extension": EXTENSION,
    "proposals.selection": SELECTION,
    "proposals.appraisal": APPRAISAL,
    "proposals.publication": PUBLICATION,
}

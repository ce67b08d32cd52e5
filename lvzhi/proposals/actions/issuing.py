"""Issuing a letter: its number is taken once, each download is a line of the journal."""

from __future__ import annotations

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.proposals.actions.numbering import next_number
from lvzhi.proposals.models import Assignment, Letter, Proposal
from lvzhi.proposals.rules import clerk
from lvzhi.proposals.vocabulary.entry import LETTER_SEQUENCE, LetterKind


def issue_letter(actor: Actor, proposal: Proposal, kind: LetterKind, assignment: Assignment | None = None) -> Letter:
    """The letter of that kind, numbered on its first issue; the same one on each further download.

    Raises:
        NotAllowed: not the clerk.
        Refusal: ``proposals.number_format``.
    """
    clerk.check(actor, proposal)
    day = clock.as_day(actor.at)
    with transaction.atomic():
        locked: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        found = Letter.objects.live().filter(proposal=locked, kind=kind, assignment=assignment)
        letter: Letter | None = found.order_by("-id").first()
        named = str(kind.label)
        with line(actor, "proposals.letter", subject=locked, committee=locked.committee_id, letter=named) as entry:
            if letter is None or letter.addressee != _addressee(locked, assignment):
                letter = Letter(
                    proposal=locked,
                    committee_id=locked.committee_id,
                    assignment=assignment,
                    kind=kind,
                    number=next_number(locked, "proposals.letter_number", f"{LETTER_SEQUENCE}-{day.year}", day),
                    addressee=_addressee(locked, assignment),
                    issued_on=day,
                    created_at=actor.at,
                )
                letter.save()
            entry.facts |= {"number": letter.number, "addressee": letter.addressee}
    return letter


def _addressee(proposal: Proposal, assignment: Assignment | None) -> str:
    return assignment.unit.name if assignment is not None else proposal.proposer

"""Running numbers: taken under a lock, written by a format that is a norm (R1.51, R1.52)."""

from __future__ import annotations

from datetime import date

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.proposals.models import Counter, Proposal
from lvzhi.proposals.vocabulary import Track


def next_number(proposal: Proposal, norm: str, sequence: str, day: date) -> str:
    """The next number of a sequence, in the committee's format of that day.

    Args:
        norm: key of the format.
        sequence: which row of numbers it continues, such as a session.

    Raises:
        Refusal: ``proposals.number_format``.
    """
    counter = _locked(proposal, sequence)
    counter.value += 1
    counter.save()
    return _told(proposal, norm, counter.value, day)


def give_back(proposal: Proposal, number: str, norm: str, sequence: str, day: date) -> None:
    """Let a number be given again, if it was the last of its sequence; an earlier one stays unused (R1.49)."""
    counter = _locked(proposal, sequence)
    if counter.value and _told(proposal, norm, counter.value, day) == number:
        counter.value -= 1
        counter.save()


def _locked(proposal: Proposal, sequence: str) -> Counter:
    rows = Counter.objects.select_for_update()
    counter: Counter = rows.get_or_create(committee_id=proposal.committee_id, key=sequence)[0]
    return counter


def _told(proposal: Proposal, norm: str, value: int, day: date) -> str:
    template = str(norms.value(norm, proposal.committee_id, day))
    session = proposal.session
    try:
        return template.format(
            seq=value,
            year=day.year,
            term=proposal.term.number,
            session=session.number if session is not None else 0,
            track=str(Track(proposal.track).label),
        )
    except (KeyError, IndexError, ValueError):
        raise Refusal("proposals.number_format", format=template) from None

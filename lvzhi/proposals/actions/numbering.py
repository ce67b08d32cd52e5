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
    template = str(norms.value(norm, proposal.committee_id, day))
    Counter.objects.get_or_create(committee_id=proposal.committee_id, key=sequence)
    counter = Counter.objects.select_for_update().get(committee_id=proposal.committee_id, key=sequence)
    counter.value += 1
    counter.save()
    session = proposal.session
    try:
        return template.format(
            seq=counter.value,
            year=day.year,
            term=proposal.term.number,
            session=session.number if session is not None else 0,
            track=str(Track(proposal.track).label),
        )
    except (KeyError, IndexError, ValueError):
        raise Refusal("proposals.number_format", format=template) from None

"""A proposal's text by its sections, named as its committee named them on the day it came in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.norms.sections import scheme
from lvzhi.proposals.vocabulary.sections import TITLE_LABEL

IN_PARTS = "recommendations"


@dataclass(frozen=True, slots=True)
class Written:
    """One section that has text; the recommendations one by one."""

    key: str
    name: str
    texts: tuple[str, ...]


def day_of(proposal: Proposal) -> date:
    """The day whose names and limits its text has: of its receipt, or today."""
    return proposal.received_on or clock.today()


def labels(place: int | Committee, day: date) -> dict[str, str]:
    """What the title and each section are called there on a day."""
    return {"title": TITLE_LABEL, **scheme(place, day).names}


def written(proposal: Proposal, recommendations: Iterable[str]) -> list[Written]:
    """The sections that have text, in order."""
    names = scheme(proposal.committee_id, day_of(proposal)).names
    texts = {key: (getattr(proposal, key),) for key in names if key != IN_PARTS} | {IN_PARTS: tuple(recommendations)}
    found = (Written(key, name, tuple(text for text in texts[key] if text.strip())) for key, name in names.items())
    return [one for one in found if one.texts]

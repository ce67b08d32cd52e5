"""A letter of all that waited for one person: by default only how much of what, never a title or a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lvzhi.committee.models import Committee
from lvzhi.messages import codes, norms
from lvzhi.messages.channels import Letter
from lvzhi.messages.models import Message
from lvzhi.messages.vocabulary.outside import BARE, COUNTED, JOINER, LINE, SUBJECT, TEXT, Sort
from lvzhi.norms import value


def compose(place: Committee, messages: Sequence[Message]) -> Letter:
    """The letter of one person's messages. The committee's norm says whether their sentences may leave the house."""
    counts = Counter(codes.sort_of(one.code) for one in messages)
    counted = JOINER.join(COUNTED.format(name=sort.label, count=counts[sort]) for sort in Sort if counts[sort])
    name = messages[0].account.name
    if not value(norms.SENTENCES_OUT, place):
        return Letter(SUBJECT.format(counted=counted), BARE.format(name=name, counted=counted))
    lines = "\n".join(LINE.format(sentence=one.sentence) for one in messages)
    return Letter(SUBJECT.format(counted=counted), TEXT.format(name=name, counted=counted, lines=lines))

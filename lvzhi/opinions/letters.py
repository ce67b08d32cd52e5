"""An issue as printed: red head, number, contents, the items, to whom it goes, who signed it (R2.10, R12.13)."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi import norms
from lvzhi.exchange.letters import Block, Document9704, Heading1, Para
from lvzhi.opinions.models import Placing
from lvzhi.opinions.vocabulary import turns as words
from lvzhi.opinions.vocabulary.codes import SPECIAL
from lvzhi.papers.letters import blocks
from lvzhi.papers.models import Dispatch, Paper


def compose(paper: Paper, placings: Sequence[Placing], dispatches: Sequence[Dispatch]) -> Document9704:
    """The issue: its own text, which may have been changed by hand, under a list of what stands in it.

    Nobody is named whom the text does not name.
    """
    special = paper.kind == SPECIAL
    body: list[Block] = []
    if len(placings) > 1:
        body.append(Heading1(words.CONTENTS))
        body += [Para(row.concern.current_title) for row in placings]
    body += blocks(paper.text)
    issuer = str(norms.value("papers.issuer", paper.committee_id, paper.dated_on))
    return Document9704(
        title=paper.title,
        body=body,
        number=paper.called or words.NO_NUMBER,
        signer=paper.signer or None,
        date=paper.dated_on,
        copy_to=receivers(paper, dispatches),
        issuer=issuer.replace("{committee}", paper.committee.name),
        organ_mark=words.MARK_SPECIAL if special else words.MARK,
        letterhead=True,
    )


def receivers(paper: Paper, dispatches: Sequence[Dispatch]) -> tuple[str, ...]:
    """To whom it goes: where it was sent, else whom it names."""
    sent = [row.name for row in dispatches]
    named = (part.strip() for part in paper.addressee.split(words.NAMES))
    return tuple(dict.fromkeys(sent or filter(None, named)))

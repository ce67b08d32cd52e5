"""A checked text as a Word document with a comment at each claim; the text itself stays as it is."""

from __future__ import annotations

from lvzhi.exchange.letters import Note, annotate, plain
from lvzhi.reports import vocabulary
from lvzhi.reports.checking import Checked, Held
from lvzhi.reports.vocabulary import Verdict, margins


def noted(checked: Checked, document: bytes | None = None) -> bytes:
    """The text with what the records say of each number in the margin, and where it speaks against itself.

    Args:
        document: the .docx that the text was read from; without one a plain document is made.

    Errors: ``BadFile`` where the document cannot be opened for writing.
    """
    notes = [Note(held.claim.start, held.claim.end, _said(held, checked)) for held in checked.claims]
    who = {"author": margins.AUTHOR, "initials": margins.INITIALS}
    if document is None:
        return plain(checked.text, notes, font=margins.FONT, **who)
    return annotate(document, checked.text, notes, **who)


def _said(held: Held, checked: Checked) -> str:
    facts = {
        "verdict": Verdict(held.verdict).label, "said": vocabulary.claimed(held.claim),
        "recorded": vocabulary.recorded(held.result),
    }  # fmt: skip
    lines = [(margins.HEAD if held.result is not None else margins.BARE).format(**facts), held.reason]
    if held.result is not None:
        lines.append(margins.WHERE.format(place=held.scope.title, period=held.period.label))
    lines += [margins.AGAINST.format(reason=one.reason) for one in checked.contradictions if held.claim in one.claims]
    return "\n".join(lines)

"""Letters of the proposal committee, in the layout of GB/T 9704 (R1.41, R1.45, R1.50, R1.53)."""

from __future__ import annotations

from typing import Any

from lvzhi import norms
from lvzhi.access import Refusal
from lvzhi.exchange.letters import Attachment, Document9704, Heading1, Para
from lvzhi.norms import codes
from lvzhi.proposals.models import Assignment, GroundChosen, Letter, Proposal, Recommendation
from lvzhi.proposals.norms.sections import TOGETHER
from lvzhi.proposals.queries import open_assignments
from lvzhi.proposals.queries.sections import IN_PARTS, written
from lvzhi.proposals.vocabulary import NAMES, State, UnitRole
from lvzhi.proposals.vocabulary import letters as words
from lvzhi.proposals.vocabulary.entry import LetterKind
from lvzhi.ui.formats import day as written_day

GONE = frozenset({State.DRAFT, State.GATHERING, State.WITHDRAWN, State.OFFLINE})


def offered(proposal: Proposal) -> list[LetterKind]:
    """Kinds of letter that fit where the proposal is."""
    if proposal.voided_at is not None or proposal.state in GONE:
        return []
    fits = {
        LetterKind.FILED: proposal.filed_on is not None,
        LetterKind.NOT_FILED: proposal.state == State.NOT_FILED,
        LetterKind.MERGED: proposal.merged_into_id is not None,
        LetterKind.ASSIGNED: proposal.assigned_on is not None,
    }
    return [kind for kind, fit in fits.items() if fit]


def check_offered(proposal: Proposal, kind: LetterKind) -> None:
    """Refuse a letter that does not fit.

    Raises:
        Refusal: ``proposals.letter_not_now``.
    """
    if kind not in offered(proposal):
        raise Refusal("proposals.letter_not_now", state=proposal.get_state_display(), letter=str(kind.label))


def _facts(letter: Letter) -> dict[str, Any]:
    proposal, row = letter.proposal, letter.assignment
    place = proposal.committee_id
    lead = proposal.merged_into
    return {
        "title": proposal.title,
        "serial": proposal.serial,
        "number": proposal.number,
        "proposer": proposal.proposer,
        "explanation": proposal.explanation,
        "session": proposal.session.name if proposal.session else words.NO_SESSION,
        "category": _code("category", proposal, proposal.category),
        "route": _code("route", proposal, proposal.route),
        "grounds": NAMES.join(
            codes.name_of("proposals.ground", place, one.code, proposal.examined_on)
            for one in GroundChosen.objects.live().filter(proposal=proposal).order_by("id")
        ),
        "lead": lead.number if lead else "",
        "lead_title": lead.title if lead else "",
        "role": str(UnitRole(row.role).label) if row else "",
        "return_due": written_day(row.return_due_on) if row else "",
        "answer_due": written_day(proposal.answer_due_on),
    }


def _code(table: str, proposal: Proposal, code: str) -> str:
    return codes.name_of(f"proposals.{table}", proposal.committee_id, code, proposal.examined_on) if code else ""


def original(proposal: Proposal) -> list[Any]:
    """The text, for the unit that handles it."""
    found: list[Any] = []
    texts = [row.text for row in Recommendation.objects.live().filter(proposal=proposal).order_by("number")]
    several = [words.RECOMMENDATION.format(number=place, text=text) for place, text in enumerate(texts, start=1)]
    lines_of = {IN_PARTS: several if len(several) > 1 else texts}
    parts = [part for part in written(proposal, texts) if part.key in TOGETHER]
    for place, part in zip(words.PLACES, parts, strict=False):
        lines = lines_of.get(part.key) or part.texts[0].splitlines()
        found.append(Heading1(words.HEADING.format(place=place, name=part.name)))
        found += [Para(line.strip()) for line in lines if line.strip()]
    return found


def compose(letter: Letter) -> Document9704:
    """The letter as a document.

    Args:
        letter: with its proposal and hand-over.
    """
    proposal, kind = letter.proposal, LetterKind(letter.kind)
    facts = _facts(letter)
    body = [Para(text.format(**facts)) for text in words.PARAGRAPHS[kind]]
    attachments: tuple[Attachment, ...] = ()
    if kind == LetterKind.ASSIGNED:
        numbers = list(Proposal.objects.live().filter(merged_into=proposal).values_list("number", flat=True))
        if numbers:
            body.append(Para(words.MERGED_INTO_THIS.format(numbers=NAMES.join(numbers))))
        attachments = (Attachment(words.ATTACHED, original(proposal)),)
    issuer = str(norms.value("proposals.letter_issuer", proposal.committee_id, letter.issued_on))
    return Document9704(
        title=words.TITLES[kind].format(**facts),
        body=body,
        number=letter.number,
        addressee=letter.addressee,
        date=letter.issued_on,
        attachments=attachments,
        issuer=issuer.replace("{committee}", proposal.committee.name),
    )


def file_name(letter: Letter) -> str:
    """What the file is called."""
    label = str(LetterKind(letter.kind).label)
    return words.FILE_NAME.format(letter=label, called=letter.proposal.called, addressee=letter.addressee)


def rows_for(proposal: Proposal, kind: LetterKind) -> list[Assignment | None]:
    """One letter to the proposer, or one to each unit that holds it."""
    return list(open_assignments(proposal)) if kind == LetterKind.ASSIGNED else [None]

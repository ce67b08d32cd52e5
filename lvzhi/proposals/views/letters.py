"""Letters as files, and the pages that are printed."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange.letters import write
from lvzhi.norms import codes
from lvzhi.proposals import archive, letters, queries, rules
from lvzhi.proposals.actions.issuing import issue_letter
from lvzhi.proposals.queries.sections import written
from lvzhi.proposals.vocabulary.entry import LetterKind

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_POST
def letter(request: HttpRequest, uid: UUID, kind: str) -> FileResponse:
    """The letter as a .docx; the number is given the first time.

    Raises:
        Missing: no such proposal, letter or hand-over.
        NotAllowed: not the clerk.
        Refusal: a letter that does not fit where the proposal is.
    """
    actor = actor_of(request)
    proposal = queries.one(actor, uid)
    rules.clerk.check(actor, proposal)
    if kind not in LetterKind.values:
        raise Missing("proposals.unknown")
    letters.check_offered(proposal, LetterKind(kind))
    rows = letters.rows_for(proposal, LetterKind(kind))
    wanted = request.POST.get("to", "")
    row = next((one for one in rows if (str(one.uid) if one else "") == wanted), None) if wanted else rows[0]
    if wanted and row is None:
        raise Missing("proposals.unknown")
    made = issue_letter(actor, proposal, LetterKind(kind), row)
    made.proposal = proposal
    target = BytesIO()
    write(letters.compose(made), target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=letters.file_name(made), content_type=DOCX)


@require_GET
def archived(request: HttpRequest, uid: UUID) -> FileResponse:
    """The archive package of one proposal.

    Raises:
        Missing, NotAllowed, Refusal: as `archive.pack`.
    """
    target, name = archive.pack(actor_of(request), uid)
    return FileResponse(target, as_attachment=True, filename=name, content_type="application/zip")


@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One proposal on paper: text, hands, answers."""
    proposal = queries.detailed(actor_of(request), uid)
    answers = [
        (row, codes.name_of("proposals.class", row.committee_id, row.result_class, row.answered_on))
        for row in queries.beside(proposal, "replies")
    ]
    context = {
        "proposal": proposal,
        "signed": [row.member.person.name for row in queries.beside(proposal, "cosignatures") if row.state == "signed"],
        "units": queries.beside(proposal, "assignments"),
        "answers": answers,
        "parts": written(proposal, [row.text for row in queries.beside(proposal, "recommendations")]),
        "today": clock.today(),
        "category": codes.name_of("proposals.category", proposal.committee_id, proposal.category, proposal.filed_on)
        if proposal.category
        else "",
    }
    return render(request, "proposals/paper.html", context)

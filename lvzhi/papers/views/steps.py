"""The pages of steps, of a voiding, of a receipt, and the document as a file."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.exchange.letters import write
from lvzhi.papers import actions, letters, queries, rules
from lvzhi.papers.forms import ReceiptForm
from lvzhi.papers.models import Paper
from lvzhi.papers.tables import address
from lvzhi.papers.vocabulary import DONE
from lvzhi.papers.workflow import COMMENT, PAPER
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Step, Workflow

KINDS: dict[str, Workflow] = {"paper": PAPER, "comment": COMMENT}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    record = queries.step_record(actor_of(request), workflow, uid)
    paper: Paper = record if isinstance(record, Paper) else record.paper
    title = paper.title if record is paper else record.title_for_people
    frame = pages.Frame(title=title, back=address(paper), said=_said)
    return pages.step(request, workflow, record, key, frame)


def _said(taken: Step, done: Any) -> str:
    if isinstance(done, Paper) and taken.key == "issue":
        return DONE["issued"].format(number=done.number)
    return pages.usual_words(taken, done)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered paper out of every figure."""
    paper = queries.one(actor_of(request), uid)
    return pages.void(request, paper, rules.keeper, title=paper.title, back=address(paper))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    paper = queries.one(actor_of(request), uid)
    return pages.restore(request, paper, rules.keeper, back=address(paper))


@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Sign for a document; a second sending finds it signed for and changes nothing."""
    actor = actor_of(request)
    dispatch = queries.one_dispatch(actor, uid)
    back = address(dispatch.paper)
    if dispatch.receipt_on is not None:
        return redirect(back)
    form = ReceiptForm(request.POST or None, record=dispatch, actor=actor)
    if request.method == "POST" and attempt(
        form, lambda data: actions.receive(dispatch, actor, on=data["on"], by=data["by"])
    ):
        messages.success(request, DONE["received"])
        return redirect(reverse("papers:received") if rules.receiver(actor, dispatch) else back)
    status = 422 if form.errors else 200
    return render(request, "papers/receipt.html", {"form": form, "row": dispatch, "back": back}, status=status)


@require_GET
def document(request: HttpRequest, uid: UUID) -> FileResponse:
    """The paper as a .docx in the layout of official documents."""
    paper = queries.one(actor_of(request), uid)
    target = BytesIO()
    write(letters.compose(paper), target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=letters.file_name(paper), content_type=DOCX)

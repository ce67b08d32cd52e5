"""Issues: chosen, arranged, printed; what came from below; what was sent and what has become of it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.exchange.letters import write
from lvzhi.opinions import letters, queries, rules
from lvzhi.opinions.actions import publishing
from lvzhi.opinions.forms.turning import ComposeForm, HandForm, PutInForm
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import chain, turns
from lvzhi.opinions.tables import turning as tables
from lvzhi.opinions.views.place import UNFIT, place, tabs
from lvzhi.opinions.vocabulary.codes import SPECIAL
from lvzhi.opinions.vocabulary.turns import HAND_CHOICES, KIND_NAMES, SAID
from lvzhi.papers import letters as paper_letters
from lvzhi.papers import queries as papers
from lvzhi.papers import rules as paper_rules
from lvzhi.papers.actions import begun as papers_begun
from lvzhi.papers.models import Paper
from lvzhi.papers.tables import address as paper_address
from lvzhi.papers.tables import comment_tag, receipt_tag
from lvzhi.papers.tables import state_tag as paper_tag
from lvzhi.papers.vocabulary import PAPER_HOLDERS, PAPER_NEXT, PaperState
from lvzhi.ui.paging import keyset
from lvzhi.workflow.engine import steps_open

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST: Final = 200  # boxes of one page


@require_GET
def issues(request: HttpRequest) -> HttpResponse:
    """Issues and special reports of the committee, the newest first."""
    committee, actor = place(request, reads=True), actor_of(request)
    page = keyset(chain.issues(actor, committee), ("-id",), request.GET.get("cursor"), count=True)
    context = {
        "tabs": tabs(request, committee, "issues"), "edits": rules.edits(actor, committee.pk),
        "table": tables.table(tables.ISSUES, page, request.GET, "issues"),
    }  # fmt: skip
    return render(request, "opinions/issues.html", context)


@require_http_methods(["GET", "POST"])
def compose(request: HttpRequest) -> HttpResponse:
    """Choose from what waits to be issued, in which order; the paper is drafted and goes on in its own room."""
    actor, committee = actor_of(request), place(request, edits=True)
    again = bool(request.GET.get("again"))
    rows = chain.ready(committee, again=again)
    form = ComposeForm(request.POST or None, rows=rows, committee=committee)
    begun = papers_begun(actor, request.POST.get("once"))
    if begun is not None:
        return redirect(tables.issue_address(begun))
    made: list[Paper] = []

    def save(given: dict[str, Any]) -> None:
        made.append(
            publishing.compose(
                actor, committee, form.chosen(), kind=given["kind"], title=given["title"],
                addressee=given["addressee"], once=request.POST.get("once"),
            )
        )  # fmt: skip

    if request.method == "POST" and attempt(form, save):
        kind = KIND_NAMES["special" if made[0].kind == SPECIAL else "issue"]
        messages.success(request, SAID["composed"].format(kind=kind, title=made[0].title))
        return redirect(tables.issue_address(made[0]))
    named = set(request.GET.getlist("item"))
    ticked = {str(one) for one in form["items"].value() or ()} if form.is_bound else named
    context = {
        "form": form, "again": again, "back": reverse("opinions:issues"), "tabs": tabs(request, committee, "issues"),
        "rows": [_box(row, ticked, request.POST) for row in rows[:MOST]],
    }  # fmt: skip
    return render(request, "opinions/compose.html", context, status=UNFIT if form.errors else 200)


def _box(row: Concern, ticked: set[str], sent: Any) -> dict[str, Any]:
    """One item to tick, with its place among the others."""
    return {"row": row, "ticked": str(row.pk) in ticked, "place": sent.get(f"place-{row.pk}", "")}


def _issue(request: HttpRequest, uid: UUID) -> Paper:
    """An issue that the actor may read as its committee's own.

    Raises:
        Missing: no such paper, none of this room's, or not to be seen.
    """
    actor = actor_of(request)
    paper = papers.one(actor, uid)
    if paper.kind not in turns.KINDS or not rules.sees_all(actor, paper.committee_id):
        raise Missing("opinions.unknown")
    return paper


@require_GET
def issue(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An issue: what stands in it, to whom it went, who signed for it, what leaders wrote, who has it in hand."""
    return _page(request, _issue(request, uid))


def _page(request: HttpRequest, paper: Paper, form: HandForm | None = None) -> HttpResponse:
    actor = actor_of(request)
    placed = turns.placings(paper)
    latest = chain.latest([row.concern for row in placed])
    may = paper.state == PaperState.DRAFT and paper.voided_at is None and paper_rules.author(actor, paper)
    open_ = may and paper.kind != SPECIAL
    context = {
        "paper": paper, "tag": paper_tag(paper), "kind": tables.kind_name(paper), "paper_url": paper_address(paper),
        "rows": [{"row": row, "concern": row.concern, "latest": latest.get(row.concern_id)} for row in placed],
        "may": may, "hands": HAND_CHOICES, "by_hand": may and publishing.edited_by_hand(paper),
        "more": [_box(row, set(), {}) for row in chain.ready(paper.committee)[:MOST]] if open_ else [],
        "steps": [one for one in steps_open(paper, actor) if one.tone == "main"],
        "holder": PAPER_HOLDERS.get(PaperState(paper.state), ""), "next": PAPER_NEXT[PaperState(paper.state)],
        "dispatches": [{"row": row, "tag": receipt_tag(row)} for row in papers.dispatches(paper)],
        "comments": [{"row": row, "tag": comment_tag(row)} for row in papers.comments(paper)],
    }  # fmt: skip
    problems = [str(one) for errors in form.errors.values() for one in errors] if form is not None else []
    context["problems"] = problems
    return render(request, "opinions/issue.html", context, status=UNFIT if problems else 200)


def _changed(
    request: HttpRequest, paper: Paper, form: HandForm, do: Callable[[dict[str, Any]], object], said: str, **facts: Any
) -> HttpResponse:
    """Change what stands in a draft; what is refused is shown on the issue's page with the choice it asks for."""
    if attempt(form, do):
        messages.success(request, SAID[said].format(**facts))
        return redirect(tables.issue_address(paper))
    return _page(request, paper, form)


@require_POST
def put_in(request: HttpRequest, uid: UUID) -> HttpResponse:
    """More items for a draft."""
    paper, actor = _issue(request, uid), actor_of(request)
    form = PutInForm(request.POST, rows=chain.ready(paper.committee))

    def do(given: dict[str, Any]) -> None:
        publishing.put_in(actor, paper, form.chosen(), hand=given["hand"])

    return _changed(request, paper, form, do, "placed", count=len(request.POST.getlist("items")))


@require_POST
def take_out(request: HttpRequest, uid: UUID, item: UUID) -> HttpResponse:
    """One item out of a draft."""
    paper, actor = _issue(request, uid), actor_of(request)
    concern = queries.one(actor, item)

    def do(given: dict[str, Any]) -> None:
        publishing.take_out(actor, paper, concern, hand=given["hand"])

    return _changed(request, paper, HandForm(request.POST), do, "taken_out")


@require_POST
def arrange(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The items of a draft in another order: the one named moves up or down."""
    paper, actor = _issue(request, uid), actor_of(request)
    order = [row.concern_id for row in turns.placings(paper)]
    moved, up = request.POST.get("item", ""), request.POST.get("way") == "up"
    if moved.isdecimal() and int(moved) in order:
        at = order.index(int(moved))
        to = max(at - 1, 0) if up else min(at + 1, len(order) - 1)
        order.insert(to, order.pop(at))

    def do(given: dict[str, Any]) -> None:
        publishing.arrange(actor, paper, order, hand=given["hand"])

    return _changed(request, paper, HandForm(request.POST), do, "arranged")


@require_GET
def document(request: HttpRequest, uid: UUID) -> FileResponse:
    """The issue as a .docx with its red head, for whoever may read the paper."""
    paper = papers.one(actor_of(request), uid)
    if paper.kind not in turns.KINDS:
        raise Missing("opinions.unknown")
    target = BytesIO()
    write(letters.compose(paper, turns.placings(paper), papers.dispatches(paper)), target)
    target.seek(0)
    name = paper_letters.file_name(paper)
    return FileResponse(target, as_attachment=True, filename=name, content_type=DOCX)

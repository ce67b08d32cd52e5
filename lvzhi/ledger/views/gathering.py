"""Advice gathered by theme into one document, and handed to units several at a time."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.ledger import queries, tables
from lvzhi.ledger.actions.answering import hand_many
from lvzhi.ledger.actions.gathering import gather as draft
from lvzhi.ledger.actions.handling import assign_many
from lvzhi.ledger.forms.filters import AdviceFilter, ProblemFilter
from lvzhi.ledger.forms.gathering import AssignManyForm, ChosenForm, GatherForm, HandManyForm
from lvzhi.ledger.models import Problem
from lvzhi.ledger.views.place import kept_committee
from lvzhi.ledger.vocabulary.gathering import NO_THEME
from lvzhi.ledger.vocabulary.pages import LISTS, SAID
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.papers.queries import one as paper_of

MOST = 300  # boxes of one page


@require_http_methods(["GET", "POST"])
def gather(request: HttpRequest) -> HttpResponse:
    """Choose what goes up, by theme; the document is drafted and goes on in its own room."""
    actor, committee = actor_of(request), kept_committee(request)
    narrowed = AdviceFilter(request.GET, actor, committee)
    rows = narrowed.narrowed(queries.gatherable(actor, committee.pk))
    form = GatherForm(request.POST or None, rows=rows, committee=committee)
    made: list[Any] = []

    def save(given: dict[str, Any]) -> None:
        made.append(
            draft(
                actor, committee, list(given["items"]), title=given["title"], addressee=given["addressee"],
                once=request.POST.get("once"),
            )
        )  # fmt: skip

    if request.method == "POST" and attempt(form, save):
        count = len(form.cleaned_data["items"])
        messages.success(request, SAID["gathered"].format(count=count, paper=made[0].title))
        return redirect("papers:detail", uid=made[0].uid)
    context = {"form": form, "filter": narrowed, "groups": _groups(rows, form), "back": reverse(LISTS[ADVICE])}
    return render(request, "ledger/gather.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def hand(request: HttpRequest) -> HttpResponse:
    """Hand the advice of one document, or all that waits, to a unit, several at a time."""
    actor, committee = actor_of(request), kept_committee(request)
    rows = queries.handable(actor, committee.pk)
    paper = None
    if request.GET.get("paper"):
        paper = _paper(request)
        rows = rows.filter(paper=paper)
    form = HandManyForm(request.POST or None, rows=rows, committee=committee, actor=actor, paper=paper)
    back = reverse("papers:detail", args=[paper.uid]) if paper else reverse(LISTS[ADVICE])

    def save(given: dict[str, Any]) -> None:
        hand_many(actor, committee, list(given["items"]), unit=given["unit"], answer_by=given["answer_by"])

    if request.method == "POST" and attempt(form, save):
        messages.success(request, SAID["handed"].format(count=len(form.cleaned_data["items"])))
        return redirect(back)
    context = {"form": form, "groups": _groups(rows, form), "paper": paper, "back": back}
    return render(request, "ledger/hand_many.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest) -> HttpResponse:
    """Give several problems to one body, as a list is handed over at a meeting."""
    actor, committee = actor_of(request), kept_committee(request)
    narrowed = ProblemFilter(request.GET, actor, committee)
    rows = narrowed.narrowed(queries.assignable(actor, committee.pk))
    form = AssignManyForm(request.POST or None, rows=rows, committee=committee, actor=actor)

    def save(given: dict[str, Any]) -> None:
        assign_many(actor, committee, list(given["items"]), form.answers())

    if request.method == "POST" and attempt(form, save):
        messages.success(request, SAID["assigned"].format(count=len(form.cleaned_data["items"])))
        return redirect(LISTS[PROBLEM])
    context = {"form": form, "filter": narrowed, "groups": _groups(rows, form), "back": reverse(LISTS[PROBLEM])}
    return render(request, "ledger/assign_many.html", context, status=422 if form.errors else 200)


def _paper(request: HttpRequest) -> Any:
    try:
        return paper_of(actor_of(request), UUID(request.GET["paper"]))
    except ValueError:
        raise Missing("ledger.unknown") from None


def _groups(rows: Any, form: ChosenForm) -> list[dict[str, Any]]:
    """The boxes theme by theme."""
    ticked = form.ticked
    found = []
    for theme, group in groupby(rows[:MOST], key=lambda row: row.theme):
        listed = list(group)
        found.append(
            {
                "theme": tables.theme(listed[0]) if theme else NO_THEME,
                "rows": [
                    {
                        "row": row,
                        "ticked": str(row.pk) in ticked,
                        "source": tables.source(row),
                        "day": row.found_on if isinstance(row, Problem) else row.proposed_on,
                        "who": "" if isinstance(row, Problem) else row.authors_said,
                    }
                    for row in listed
                ],
            }
        )
    return found

"""The register, the ledger of comments, what came in, and their exports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import NotAllowed
from lvzhi.access.rules import held_in
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.drafts.queries import mine as drafts_of
from lvzhi.journal.lines import line
from lvzhi.papers import queries, rules, tables
from lvzhi.papers.ties import DRAFT
from lvzhi.papers.vocabulary import EXPORT, UNTITLED
from lvzhi.ui.formats import moment
from lvzhi.ui.forms import Narrowing
from lvzhi.ui.paging import keyset

PIECE = 500


def place(request: HttpRequest) -> Committee:
    """The committee whose register is looked at.

    Raises:
        NotAllowed: the actor holds no post in the agency there, nor a seat.
    """
    found = committee_of(request)
    actor = actor_of(request)
    if found is None or not (rules.may_register(actor, found.pk) or actor.has("member", committee=found.pk)):
        raise NotAllowed("access.not_allowed", who=rules.visible.label)
    return found


def _filtered(request: HttpRequest) -> tuple[tables.FilterForm, Any]:
    committee, actor = place(request), actor_of(request)
    keeps = bool(held_in(actor, rules.KEEPERS))
    form = tables.FilterForm(request.GET, committee, voided=keeps)
    return form, form.narrowed(queries.readable(actor, committee))


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """发文登记: every paper of the committee that the actor may read."""
    actor, committee = actor_of(request), place(request)
    form, rows = _filtered(request)
    page = keyset(rows, ("-id",), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    fresh = [draft for draft in drafts_of(actor.account_id or 0, [DRAFT]) if draft.key.startswith("new")]
    context = {
        "filter": form,
        "table": tables.papers_table(page, request.GET),
        "query": query.urlencode(),
        "drafts": [draft.data.get("title") or UNTITLED for draft in fresh],
        "may_draft": rules.may_draft(actor, committee.pk),
        "may_register": rules.may_register(actor, committee.pk),
    }
    return render(request, "papers/list.html", context)


@require_GET
def comments(request: HttpRequest) -> HttpResponse:
    """批示台账: what leaders wrote, who has it, how it ended."""
    actor, committee = actor_of(request), place(request)
    form = tables.CommentFilter(request.GET, committee)
    rows = form.narrowed(queries.comments_of(actor, committee))
    page = keyset(rows, ("-commented_on", "-id"), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form,
        "table": tables.comments_table(page, request.GET),
        "query": query.urlencode(),
        "may_register": rules.may_register(actor, committee.pk),
    }
    return render(request, "papers/comments.html", context)


@require_GET
def received(request: HttpRequest) -> HttpResponse:
    """收文: what was sent to the units, committees and organs for which the actor receives."""
    page = keyset(queries.received(actor_of(request)), ("-sent_on", "-id"), request.GET.get("cursor"), count=True)
    return render(request, "papers/received.html", {"table": tables.received_table(page, request.GET)})


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed register as a file; the journal keeps who took it."""
    _check_export(request, form)
    narrowed, rows = _filtered(request)
    head, count = _head(narrowed, rows)
    with line(actor_of(request), "papers.exported", committee=place(request), count=count):
        pass
    return as_file(
        form, name=_name("name"), title=EXPORT["title"], columns=[field for field, _ in tables.EXPORTED],
        rows=_lines(rows.order_by("dated_on", "id"), tables.EXPORTED), head=head,
    )  # fmt: skip


@require_GET
def export_comments(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed ledger of comments as a file; the journal keeps who took it."""
    _check_export(request, form)
    committee, actor = place(request), actor_of(request)
    narrowed = tables.CommentFilter(request.GET, committee)
    rows = narrowed.narrowed(queries.comments_of(actor, committee))
    head, count = _head(narrowed, rows)
    with line(actor, "papers.comments_exported", committee=committee, count=count):
        pass
    return as_file(
        form, name=_name("comments_name"), title=EXPORT["comments"],
        columns=[field for field, _ in tables.COMMENTS_EXPORTED],
        rows=_lines(rows.order_by("commented_on", "id"), tables.COMMENTS_EXPORTED), head=head,
    )  # fmt: skip


def _check_export(request: HttpRequest, form: str) -> None:
    check_file_form(form)
    if not rules.may_register(actor_of(request), place(request).pk):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)


def _head(narrowed: Narrowing, rows: Any) -> tuple[tuple[str, str], int]:
    """What a file says on top: what it was narrowed to, as of when, how many."""
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    asof = EXPORT["asof"].format(moment=moment(clock.now()), count=count)
    return (EXPORT["filters"].format(filters=said or EXPORT["none"]), asof), count


def _name(key: str) -> str:
    return EXPORT[key].format(day=clock.today().isoformat())


def _lines(rows: Any, columns: tuple[tuple[Any, Any], ...]) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in columns]

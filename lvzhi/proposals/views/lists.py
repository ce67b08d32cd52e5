"""The lists: one's own, the library, the unit's desk, key proposals, and the export."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import XLSX, as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.drafts.queries import mine as drafts_of
from lvzhi.jobs.pages import later
from lvzhi.journal.lines import line
from lvzhi.norms.memo import remembered
from lvzhi.proposals import queries, rules, tables, vocabulary
from lvzhi.proposals.models import Assignment, Proposal
from lvzhi.proposals.queries.appraising import owed_by
from lvzhi.proposals.views.addresses import step_url
from lvzhi.proposals.views.place import committee_of
from lvzhi.proposals.vocabulary import NEXT, AssignState, State, UnitRole
from lvzhi.proposals.workflow import APPRAISAL
from lvzhi.ui.formats import moment
from lvzhi.ui.lines import lines
from lvzhi.ui.paging import keyset
from lvzhi.workflow.clocks import left
from lvzhi.workflow.declare import Step
from lvzhi.workflow.engine import steps_open

APPRAISE = APPRAISAL.step("appraise")
ROWS_A_SECOND = 4_000  # of a sheet with all columns, on the machine of bench/README.md
CARDS = 20  # cards on a page: each is as tall as three lines of a table


def cards(rows: list[Proposal]) -> list[dict[str, Any]]:
    """What a card of one's own list says: where it is, what comes next, by when."""
    return [
        {
            "proposal": row,
            "url": tables.address(row),
            "tag": tables.state_tag(row),
            "next": NEXT[State(row.state)],
            "left": left(row.due_on, row.committee_id),
        }
        for row in rows
    ]


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """One's own proposals, invitations waiting for one's word, texts not yet saved."""
    actor = actor_of(request)
    page = keyset(queries.mine(actor), ("-id",), request.GET.get("cursor"), CARDS)
    fresh = [draft for draft in drafts_of(actor.account_id or 0, ["proposals.write"]) if draft.key.startswith("new")]
    context = {
        "cards": cards(list(page.items)),
        "page": page,
        "invitations": list(queries.invitations(actor)[:50]),
        "drafts": [draft.data.get("title") or vocabulary.UNTITLED for draft in fresh],
        "may_write": any(actor.has(role) for role in ("member", "organ_head")),
    }
    return render(request, "proposals/mine.html", context)


def _filtered(request: HttpRequest) -> tuple[tables.FilterForm, Any]:
    actor = actor_of(request)
    form = tables.FilterForm(request.GET, actor, committee_of(request))
    return form, form.narrowed(queries.listed(queries.readable(actor)))


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """提案库: every proposal the actor may read, narrowed and paged."""
    form, rows = _filtered(request)
    page = keyset(rows, ("-id",), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form,
        "table": tables.proposals_table(page, request.GET),
        "query": query.urlencode(),
        "may_board": any(actor_of(request).has(role) for role in (rules.CLERK, rules.HEAD)),
        "may_export": bool(rules.reads_all(actor_of(request))),
    }
    return render(request, "proposals/list.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file that says what it was narrowed to and as of when; the journal keeps who took it.

    Raises:
        NotAllowed: someone who does not read a whole committee.
        Missing: a form of file that is not offered.
    """
    actor = actor_of(request)
    check_file_form(form)
    if not rules.reads_all(actor):
        raise NotAllowed("access.not_allowed", who=rules.clerk.label)
    narrowed, rows = _filtered(request)
    words = vocabulary.EXPORT
    said = words["joiner"].join(words["pair"].format(label=label, value=value) for label, value in narrowed.said())
    count = rows.order_by().count()
    head = (
        words["filters"].format(filters=said or words["none"]),
        words["asof"].format(moment=moment(clock.now()), count=count),
    )
    name = words["name"].format(day=clock.today().isoformat())
    # A CSV leaves row by row from the first moment on; a sheet is made whole before it leaves.
    if form == XLSX and (handed := later(request, title=name, seconds=count / ROWS_A_SECOND)):
        return handed
    with line(actor, "proposals.exported", committee=committee_of(request), count=count):
        pass
    return as_file(
        form,
        name=name,
        title=words["title"],
        columns=[field for field, _ in tables.EXPORTED],
        rows=remembered(lines(rows.order_by("id"), [cell for _, cell in tables.EXPORTED])),
        head=head,
    )


def _group(row: Assignment) -> str:
    if row.state == AssignState.PENDING:
        return "sign"
    if row.state == AssignState.DONE:
        return "answered"
    if row.state == AssignState.RETURN_ASKED:
        return "waiting"
    if row.state == AssignState.APPROVING:
        return "approve"
    if row.role == UnitRole.CO:
        return "opinion" if row.opinion_on is None else "waiting"
    return "handle"


def _first_step(row: Assignment, actor: Actor) -> list[tuple[Step, str]]:
    return [(step, step_url(row, step.key)) for step in steps_open(row, actor)[:1]]


@require_GET
def unit_desk(request: HttpRequest) -> HttpResponse:
    """What is handed over to the actor's units, by what it waits for."""
    actor = actor_of(request)
    units = actor.units(rules.OFFICER) | actor.units(rules.UNIT_HEAD)
    if not units:
        raise NotAllowed("access.not_allowed", who=rules.officer.label)
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    owed = owed_by(actor)
    for row in queries.held_by(units)[:LONGEST]:
        asked = owed.get(row.pk)
        due = asked.due_on if asked else row.due_on or row.proposal.answer_due_on
        done = row.state == AssignState.DONE and asked is None
        grouped["appraise" if asked else _group(row)].append(
            {
                "row": row,
                "proposal": row.proposal,
                "role": str(UnitRole(row.role).label),
                "url": tables.address(row.proposal),
                "due": None if done else due,
                "left": None if done else left(due, row.committee_id),
                "steps": [(APPRAISE, step_url(asked, APPRAISE.key))] if asked else _first_step(row, actor),
            }
        )
    groups = [(key, name, hint, grouped[key]) for key, (name, hint) in vocabulary.UNIT_GROUPS.items()]
    return render(request, "proposals/unit.html", {"groups": groups, "total": sum(len(rows) for *_, rows in groups)})


LONGEST = 300  # a unit never holds more in a year; what is older stands in the library

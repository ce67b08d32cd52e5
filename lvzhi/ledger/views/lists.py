"""The two lists, the unit's desk, the sheet to print, the export."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, Missing, NotAllowed
from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange.sheets import write_xlsx
from lvzhi.journal.lines import line
from lvzhi.ledger import queries, rules, tables
from lvzhi.ledger.forms.filters import AdviceFilter, FilterForm, ProblemFilter
from lvzhi.ledger.notices import address
from lvzhi.ledger.views.place import committee_of
from lvzhi.ledger.vocabulary.pages import EXPORT, GROUPS, LISTS, TITLES
from lvzhi.ledger.vocabulary.states import AdviceState, ProblemState
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset
from lvzhi.workflow.clocks import left
from lvzhi.workflow.engine import steps_open

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {"problems": PROBLEM, "advice": ADVICE}
ORDERS = {PROBLEM: ("-found_on", "-id"), ADVICE: ("-proposed_on", "-id")}
PRINTED = 500  # rows of a sheet of paper; more belong in the export
DESK = 200


def _narrowed(request: HttpRequest, kind: str) -> tuple[FilterForm, Any]:
    actor = actor_of(request)
    form_class = ProblemFilter if kind == PROBLEM else AdviceFilter
    form = form_class(request.GET, actor, committee_of(request))
    if kind == PROBLEM:
        return form, form.narrowed(queries.problems_listed(queries.problems_readable(actor)))
    return form, form.narrowed(queries.advice_listed(queries.advice_readable(actor)))


@require_GET
def problems(request: HttpRequest) -> HttpResponse:
    """问题台账."""
    return _list(request, PROBLEM, "problems")


@require_GET
def advice(request: HttpRequest) -> HttpResponse:
    """意见建议台账."""
    return _list(request, ADVICE, "advice")


def _list(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    actor, committee = actor_of(request), committee_of(request)
    form, rows = _narrowed(request, kind)
    page = keyset(rows, ORDERS[kind], request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "kind": kind,
        "name": name,
        "title": TITLES[kind],
        "tabs": [{"label": TITLES[one], "url": reverse(LISTS[one]), "active": one == kind} for one in LISTS],
        "filter": form,
        "table": tables.listing(kind, page, request.GET),
        "query": query.urlencode(),
        "may_enter": committee is not None and rules.enters_somewhere(actor, committee.pk),
        "may_import": committee is not None and rules.may_enter(actor, committee.pk),
        "may_export": bool(rules.reads_all(actor)),
    }
    return render(request, "ledger/list.html", context)


def _whole(request: HttpRequest, kind: str) -> tuple[str, FilterForm, Any]:
    """The narrowed list for paper or for a file.

    Raises:
        Missing: no such list.
        NotAllowed: somebody who does not read a whole ledger.
    """
    if kind not in KINDS:
        raise Missing("access.missing")
    if not rules.reads_all(actor_of(request)):
        raise NotAllowed("access.not_allowed", who=rules.reader.label)
    form, rows = _narrowed(request, KINDS[kind])
    if KINDS[kind] == PROBLEM:
        rows = rows.prefetch_related(Prefetch("measures", queries.measures_of()))
    return KINDS[kind], form, rows.order_by(*(one.lstrip("-") for one in ORDERS[KINDS[kind]]))


def _said(form: FilterForm) -> str:
    pairs = [EXPORT["pair"].format(label=label, value=value) for label, value in form.said()]
    return EXPORT["joiner"].join(pairs) or EXPORT["none"]


@require_GET
def paper(request: HttpRequest, kind: str) -> HttpResponse:
    """The narrowed list as a sheet to print on A4."""
    word, form, rows = _whole(request, kind)
    context = {
        "title": TITLES[word],
        "kind": word,
        "rows": [{"row": row, "source": tables.source(row), "theme": tables.theme(row), "tag": tables.state_tag(row)}
                 for row in rows[:PRINTED]],
        "said": _said(form),
        "place": committee_of(request),
        "as_of": clock.now(),
        "back": reverse(LISTS[word]),
        "is_problem": word == PROBLEM,
    }  # fmt: skip
    return render(request, "ledger/print.html", context)


@require_GET
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The narrowed list as a file that says what it was narrowed to and as of when; the journal keeps who took it."""
    word, form, rows = _whole(request, kind)
    count = rows.order_by().count()
    head = (
        EXPORT["filters"].format(filters=_said(form)),
        EXPORT["asof"].format(moment=moment(clock.now()), count=count),
    )
    with line(actor_of(request), "ledger.exported", committee=committee_of(request), kind=word, count=count):
        pass
    book = BytesIO()
    write_xlsx(book, TITLES[word], [field for field, _ in tables.FIELDS[word]], _lines(word, rows), head_lines=head)
    book.seek(0)
    name = EXPORT["name"].format(title=TITLES[word], day=clock.today().isoformat())
    return FileResponse(book, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)


def _lines(word: str, rows: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=DESK):
        yield [read(row) for _, read in tables.FIELDS[word]]


@require_GET
def unit_desk(request: HttpRequest) -> HttpResponse:
    """What was handed to the actor's units: problems to solve, advice to answer.

    Raises:
        NotAllowed: an officer of no unit.
    """
    actor = actor_of(request)
    if not any(actor.units(role) for role in rules.UNIT_ROLES):
        raise NotAllowed("access.not_allowed", who=rules.answering.label)
    problem_rows = queries.problems_listed(queries.problems_readable(actor).filter(rules.owner.rows(actor)))
    advice_rows = queries.advice_listed(queries.advice_readable(actor).filter(rules.answering.rows(actor)))
    grouped: dict[str, list[dict[str, Any]]] = {key: [] for key in GROUPS}
    for row in queries.by_urgency(problem_rows.filter(voided_at=None))[:DESK]:
        state = ProblemState(row.state)
        key = {ProblemState.DONE: "waiting", ProblemState.CHECKED: "done"}.get(state, "solve")
        grouped[key].append(_card(row, actor))
    for row in queries.by_urgency(advice_rows.filter(voided_at=None))[:DESK]:
        grouped["answer" if row.state == AdviceState.SUBMITTED else "done"].append(_card(row, actor))
    groups = [(key, name, hint, grouped[key]) for key, (name, hint) in GROUPS.items()]
    return render(request, "ledger/unit.html", {"groups": groups, "total": sum(len(rows) for *_, rows in groups)})


def _card(row: Any, actor: Actor) -> dict[str, Any]:
    main = next((step for step in steps_open(row, actor) if step.tone == "main"), None)
    return {
        "row": row,
        "url": address(row),
        "source": tables.source(row),
        "tag": tables.state_tag(row),
        "left": left(row.due_on, row.committee_id),
        "step": main,
        "step_url": reverse("ledger:step", args=[row._meta.model_name, row.uid, main.key]) if main else "",
    }

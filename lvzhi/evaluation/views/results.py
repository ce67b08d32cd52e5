"""One result: its lines with their records, own account, organs' views, documents, objections, the letter."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.evaluation import actions, letters, notices, queries, rules
from lvzhi.evaluation.forms import AccountForm, GradeGivenForm, ObjectForm, ProvenForm, ViewForm
from lvzhi.evaluation.models import Result
from lvzhi.evaluation.queries import result_address
from lvzhi.evaluation.ties import PROVEN, may_add
from lvzhi.evaluation.views.place import UNFIT
from lvzhi.evaluation.vocabulary.running import DONE, LETTER, TITLES, UNIT_WORDS
from lvzhi.evaluation.vocabulary.states import (
    CLAIM_TONES,
    DECIDED,
    LOW_TONES,
    OBJECTION_TONES,
    OPEN_RUNS,
    LineSort,
    ObjectionState,
    RunState,
)
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links.kinds import kind_of
from lvzhi.workflow.engine import steps_open

KIND = "evaluation.result"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """One's own results, year by year; never a rank, nobody else's."""
    actor = actor_of(request)
    rows = [
        {"row": row, "grade": row.grade if row.evaluation.state in DECIDED else "",
         "accounts": row.evaluation.state == RunState.ACCOUNTS}
        for row in queries.mine(actor)
    ]  # fmt: skip
    return render(request, "evaluation/mine.html", {"rows": rows})


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One result."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    run, value = row.evaluation, queries.rules_of_set(row.rule_set)
    own, keeper = rules.is_own(actor, row), rules.keeper(actor, row)
    objections = queries.objections_of(row)
    open_marks = {one.mark for one in objections if one.state == ObjectionState.OPEN}
    low = queries.low_of(row)
    deciding = run.state in (RunState.CHECKING, RunState.MEETING)
    context = {
        "row": row, "run": run, "own": own, "blocks": _blocks(row, value, open_marks),
        "total": row.total.normalize(), "shows_grade": queries.shows_grade(actor, row), "questioned": bool(open_marks),
        "views": queries.views_of(row), "proven": [_with(one, actor, "proven", CLAIM_TONES, files=True)
                                                   for one in queries.proven_of(row)],
        "objections": [_with(one, actor, "objection", OBJECTION_TONES) for one in objections]
        if rules.reader(actor, row) or own else [],
        "low": _with(low, actor, "low", LOW_TONES) if low is not None and rules.reads_low(actor, low) else None,
        "may_account": (own and run.state == RunState.ACCOUNTS) or (keeper and run.state in OPEN_RUNS),
        "may_view": run.state in (RunState.ACCOUNTS, RunState.VIEWS) and bool(queries.organs_headed(actor, row)),
        "may_prove": (own or keeper) and run.state in OPEN_RUNS and _has_manual(value),
        "may_object": own and run.state == RunState.PUBLISHED,
        "may_grade": deciding and (keeper or rules.decider(actor, row)) and bool(value.grades),
        "may_letter": keeper and run.state in DECIDED and not open_marks,
        "unit_words": UNIT_WORDS if row.member is None else None,
        "may_compare": keeper and run.state in DECIDED, "events": timeline(KIND, row.uid), "reader": keeper,
    }  # fmt: skip
    return render(request, "evaluation/result.html", context)


def _has_manual(value: Any) -> bool:
    return any(one.sort == "manual" for one in value.items) or any(one.manual for one in value.needs)


def _blocks(row: Result, value: Any, questioned: set[str], said: dict[str, str] | None = None) -> list[dict[str, Any]]:
    sums = {int(number): Decimal(points) for number, points in row.blocks}
    return [
        {
            "block": block, "sum": sums.get(block.number, Decimal(0)).normalize(),
            "lines": [_line(one, questioned, said or {}) for one in row.lines if one["block"] == block.number],
        }
        for block in value.blocks
    ]  # fmt: skip


def _line(one: dict[str, Any], questioned: set[str], said: dict[str, str]) -> dict[str, Any]:
    kind = kind_of(one["source"]) if one["source"] else None
    return {
        **one, "points": Decimal(one["points"]).normalize(), "fact": one["sort"] == LineSort.FACT,
        "url": kind.url(UUID(one["uid"])) if kind is not None and one["uid"] else "",
        "questioned": one["mark"] in questioned, "difference": said.get(one["mark"], ""),
    }  # fmt: skip


def _with(record: Any, actor: Any, kind: str, tones: dict[str, str], *, files: bool = False) -> dict[str, Any]:
    steps = [
        (step, reverse("evaluation:step", args=[kind, record.uid, step.key])) for step in steps_open(record, actor)
    ]
    found: dict[str, Any] = {"row": record, "tone": tones[record.state], "buttons": steps}
    if files:
        found["files"] = files_of(PROVEN, record.uid)
        found["add_url"] = reverse("files:add", args=[PROVEN, record.uid]) if may_add(actor, record) else ""
    return found


@require_GET
def compare(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the records of now would say: the result stays, every difference is told (R7.13)."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    rules.keeper.check(actor, row)
    value = queries.rules_of_set(row.rule_set)
    said, newer = queries.compared(row)
    context = {
        "row": row, "run": row.evaluation, "blocks": _blocks(row, value, set(), said), "count": len(said),
        "newer": newer, "back": result_address(row),
    }  # fmt: skip
    return render(request, "evaluation/compare.html", context)


def _page(
    request: HttpRequest, row: Result, form: Any, do: Callable[[dict[str, Any]], object], title: str, done: str,
    lead: str = "",
) -> HttpResponse:  # fmt: skip
    """A form of one result; done, back to it."""
    if request.method == "POST" and attempt(form, do):
        messages.success(request, done)
        return redirect(result_address(row))
    context = {"form": form, "row": row, "title": title, "cancel": result_address(row), "lead": lead}
    return render(request, "evaluation/result_form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The member's own account 述职."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    form = AccountForm(request.POST or None, initial={"account": row.account})
    title = TITLES["account"]
    if row.member is None:
        title = form.fields["account"].label = UNIT_WORDS["account"]
        form.fields["account"].help_text = UNIT_WORDS["account_help"]

    def do(data: dict[str, Any]) -> None:
        actions.hand_account(row, actor, data["account"])

    return _page(request, row, form, do, title, DONE["saved"].format(title=title))


@require_http_methods(["GET", "POST"])
def view(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What an organ says."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    organs = queries.organs_headed(actor, row)
    if not organs:
        raise Missing("evaluation.unknown_result")
    said = {one.organ_id: one.words for one in queries.views_of(row)}
    initial = {"organ": organs[0].pk, "view": said.get(organs[0].pk, "")}
    form = ViewForm(request.POST or None, organs=[(one.pk, one.name) for one in organs], initial=initial)

    def do(data: dict[str, Any]) -> None:
        organ = next(one for one in organs if str(one.pk) == data["organ"])
        actions.say_view(row, actor, organ, data["view"])

    return _page(request, row, form, do, TITLES["view"], DONE["viewed"])


@require_http_methods(["GET", "POST"])
def prove(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Points with a document."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    value = queries.rules_of_set(row.rule_set)
    form = ProvenForm(request.POST or None, rules=value, vetoes=rules.keeper(actor, row))

    def do(data: dict[str, Any]) -> None:
        notices.tell_proven(actions.enter_proven(row, actor, data, once=request.POST.get("once")))

    return _page(request, row, form, do, TITLES["prove"], DONE["entered"])


@require_http_methods(["GET", "POST"])
def object_to(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An objection to a line, or to one that is missing."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    rules.own.check(actor, row)
    mark = request.GET.get("mark", "")
    form = ObjectForm(request.POST or None, rules=queries.rules_of_set(row.rule_set), mark=mark)
    said = next((one["said"] for one in row.lines if one["mark"] == mark), "")

    def do(data: dict[str, Any]) -> None:
        made = actions.object_to(row, actor, {**data, "mark": mark}, once=request.POST.get("once"))
        notices.tell_objected(made)

    return _page(request, row, form, do, TITLES["object"], DONE["objected"], said)


@require_http_methods(["GET", "POST"])
def grade(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The grade that the meeting gives otherwise."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    if not (rules.keeper(actor, row) or rules.decider(actor, row)):
        raise Missing("evaluation.unknown_result")
    form = GradeGivenForm(
        request.POST or None, rules=queries.rules_of_set(row.rule_set),
        initial={"grade": row.grade, "ground": row.ground},
    )  # fmt: skip

    def do(data: dict[str, Any]) -> None:
        actions.set_grade(row, actor, data["grade"], data["ground"])

    return _page(request, row, form, do, TITLES["grade"], DONE["graded"])


@require_POST
def letter(request: HttpRequest, uid: UUID) -> FileResponse:
    """The letter to the employer."""
    actor = actor_of(request)
    row = queries.result(actor, uid)
    actions.note_letters(row.evaluation, actor, [row])
    name = LETTER["file"].format(name=row.name, year=row.evaluation.year)
    made = letters.letter(row, queries.rules_of_set(row.rule_set))
    return FileResponse(made, as_attachment=True, filename=f"{name}.docx", content_type=DOCX)

"""Rehearsal and run, sent as they go on; the report; the sealed list and its verification."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.deadlines import clock
from lvzhi.exchange.sheets import write_book
from lvzhi.journal.lines import line
from lvzhi.turnover import actions, queries, rules, tables
from lvzhi.turnover.models import Change
from lvzhi.turnover.queries.ends import readable, singles
from lvzhi.turnover.views.place import frame, seen
from lvzhi.turnover.vocabulary import REPORT_FILE, WORDS, ChangeState, Way
from lvzhi.ui import formats
from lvzhi.ui.running import told
from lvzhi.workflow import engine

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TRIED_FROM = (ChangeState.PREPARING, ChangeState.REHEARSED)


def _told(request: HttpRequest, change: Change, steps: actions.Steps, lead: str, template: str) -> HttpResponseBase:
    def ending(done: Change) -> str:
        context = {"change": done, "report": done.report, "figures": tables.figures(done.report),
                   "problems": tables.problems(done.report), "tag": tables.state_tag(done)}  # fmt: skip
        return render_to_string(template, context, request)

    def refused(problem: Exception) -> str:
        sentence = problem.sentence if isinstance(problem, Refusal) else ""
        return render_to_string("turnover/_refused.html", {"sentence": sentence, "change": change}, request)

    return told(
        request, steps, ending, title=str(change), lead=lead, refused=refused, refusals=(Refusal,), labels=WORDS,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def rehearse(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Before: what it does. On POST: do it all, take it back, show what it came to."""
    actor, found = seen(request, uid)
    rules.office.check(actor, found)
    if request.method == "POST":
        steps = actions.rehearse(actor, found)
        return _told(request, found, steps, WORDS["running_rehearsal"], "turnover/_rehearsed.html")
    return render(request, "turnover/rehearse.html", frame(found, "report", actor, open=found.state in TRIED_FROM))


@require_http_methods(["GET", "POST"])
def carry_out(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Before: what will be done. On POST: do it."""
    actor, found = seen(request, uid)
    if request.method == "POST":
        steps = actions.carry_out(actor, found)
        return _told(request, found, steps, WORDS["running_run"], "turnover/_carried.html")
    engine.expect(found, "carry_out", actor)
    context = frame(found, "report", actor, early=clock.today() < found.starts, counts=found.report.get("counts", {}))
    return render(request, "turnover/carry_out.html", context)


@require_GET
def report(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the last rehearsal, or the run, came to."""
    actor, found = seen(request, uid)
    if not found.report:
        return redirect("turnover:rehearse", found.uid) if rules.office(actor, found) else _none(request, found, actor)
    context = frame(
        found, "report", actor, figures=tables.figures(found.report), problems=tables.problems(found.report),
        report=found.report, rehearses=rules.office(actor, found) and found.state in TRIED_FROM,
        done=found.state in (ChangeState.CARRIED_OUT, ChangeState.SEALED),
    )  # fmt: skip
    return render(request, "turnover/report.html", context)


def _none(request: HttpRequest, change: Change, actor: Any) -> HttpResponse:
    return render(request, "turnover/rehearse.html", frame(change, "report", actor, open=False))


@require_GET
def report_file(request: HttpRequest, uid: UUID) -> FileResponse:
    """The report as a workbook; that it was taken away stands in the journal."""
    actor, found = seen(request, uid)
    if not found.report:
        raise Missing("turnover.not_rehearsed")
    day = formats.day(clock.today())
    facts = {"committee": found.committee.display, "number": found.number, "state": found.get_state_display()}
    head = [WORDS["as_of"].format(day=day, **facts)]
    book = BytesIO()
    with line(actor, "turnover.report_taken", subject=found):
        write_book(book, tables.report_sheets(found, head, queries.entrants_of(found), _ends(found, actor)))
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=REPORT_FILE.format(number=found.number), content_type=XLSX)


def _ends(change: Change, actor: Actor) -> Iterator[list[Any]]:
    """Loose ends as lines of the workbook: before the run as they are, after it as they were."""
    if change.state in (ChangeState.CARRIED_OUT, ChangeState.SEALED):
        for row in queries.written_down(change):
            yield [row.kind, row.title, row.state, str(Way(row.way).label), row.ground or row.left_to_name]
        return
    own = singles(change)
    for end in queries.loose_ends(change):
        mine = {uid: row for (key, uid), row in own.items() if key == end.key}
        records = list(queries.ends_of(end, change))
        known = readable(end, actor, [one.uid for one in records])
        for record in records:
            way, chosen = queries.way_of(end, record.uid, mine)
            why = "" if chosen is None else chosen.ground or chosen.left_to_name
            label = end.workflow.label(record.state)
            title = queries.title_of(record) if record.uid in known else WORDS["hidden"]
            yield [end.name, title, label, str(Way(way).label), why]


@require_GET
def archive(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The sealed list, held against the records as they are."""
    actor, found = seen(request, uid)
    kept = queries.archive_of(found)
    if kept is None:
        raise Missing("turnover.no_archive")
    verified = actions.verify_archive(kept)
    context = frame(found, "archive", actor, archive=kept, verified=verified, table=tables.archive(verified))
    return render(request, "turnover/archive.html", context)

"""A report as a document: Word, PDF, a page for reading and paper; and an edited document that comes back."""

from __future__ import annotations

import io
import threading
from collections import Counter
from collections.abc import Generator, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi import norms as parameters
from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.deadlines import clock
from lvzhi.exchange import BadFile, Limits
from lvzhi.exchange.letters import can_convert, missing_fonts, read_marked, to_pdf
from lvzhi.exchange.letters import write as write_letter
from lvzhi.files import hold
from lvzhi.norms.memo import remembering
from lvzhi.reports import actions, queries, vocabulary
from lvzhi.reports.composing import filling, sources
from lvzhi.reports.composing.returning import Returned, copy_of, read_back
from lvzhi.reports.composing.sources import Bare
from lvzhi.reports.forms import MEGABYTE, BringForm
from lvzhi.reports.models import Report
from lvzhi.reports.norms import FILE_MOST
from lvzhi.reports.views.place import UNFIT
from lvzhi.reports.views.showing import section_views, table_views
from lvzhi.reports.vocabulary.states import CopyForm
from lvzhi.reports.vocabulary.words import PDF_FILE, PDF_LEAD, RUNNING, SECONDS, WORD_FILE
from lvzhi.reports.writing import filled, give, given, printed_tables, strict
from lvzhi.ui.running import Steps, told

PURPOSE = "reports.pdf"
PDF_TYPE = "application/pdf"
TICK = 0.5  # seconds between two tellings
LONGEST = 120  # seconds of a conversion


@require_GET
def out(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The forms in which a report goes out, with what this machine lacks for them."""
    report = queries.one(actor_of(request), uid)
    missing = missing_fonts()
    sentence = vocabulary.FONTS_MISSING.format(fonts=vocabulary.LIST.join(missing)) if missing else ""
    context = {
        "report": report, "fonts": sentence, "strict": bool(missing) and strict(report), "converts": can_convert(),
        "no_office": BadFile("no_office").sentence, "may_edit": actions.may_edit(report, actor_of(request)),
    }  # fmt: skip
    return render(request, "reports/out.html", context)


def _made(report: Report, actor: Actor, form: str) -> bytes:
    """The document's bytes. Raises `BadFile` where faces are missing and the norm forbids to do without."""
    only = strict(report)
    if only and (missing := missing_fonts()):
        raise BadFile("fonts_missing", name=report.title, fonts=missing)
    _, letter = give(report, actor, form)
    buffer = io.BytesIO()
    write_letter(letter, buffer, strict=only)
    return buffer.getvalue()


@require_GET
def word(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The report as an official document; taking it is journalled."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    try:
        data = _made(report, actor, CopyForm.WORD)
    except BadFile as problem:
        messages.error(request, problem.sentence)
        return redirect("reports:out", uid)
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=WORD_FILE.format(title=report.title))


@require_GET
def pdf(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The report as PDF: the page tells how far it is and ends with the file."""
    actor = actor_of(request)
    report = queries.one(actor, uid)

    def ending(key: str) -> str:
        return render_to_string("reports/_pdf.html", {"report": report, "key": key}, request)

    def refused(problem: Exception) -> str:
        sentence = getattr(problem, "sentence", "")
        return render_to_string("reports/_pdf.html", {"report": report, "sentence": sentence}, request)

    return told(
        request, _converted(report, actor), ending, title=report.title, lead=PDF_LEAD, refused=refused,
        refusals=(BadFile, Refusal), labels=RUNNING, unit=SECONDS,
    )  # fmt: skip


def _converted(report: Report, actor: Actor) -> Steps[str]:
    yield "compose", 0, LONGEST
    data = _made(report, actor, CopyForm.PDF)
    made: list[bytes] = []
    failed: list[BadFile] = []

    def convert() -> None:
        try:
            made.append(to_pdf(data, report.title, seconds=LONGEST))
        except BadFile as problem:
            failed.append(problem)

    work = threading.Thread(target=convert, daemon=True)
    work.start()
    yield from _waiting(work)
    if failed:
        raise failed[0]
    return hold.put(PURPOSE, actor.account_id or 0, report.committee_id, report.title, made[0])


def _waiting(work: threading.Thread) -> Generator[tuple[str, int, int], None, None]:
    begun = clock.now()
    while work.is_alive():
        work.join(TICK)
        yield "convert", min(int((clock.now() - begun).total_seconds()), LONGEST), LONGEST


@require_GET
def pdf_file(request: HttpRequest, uid: UUID, key: str) -> HttpResponseBase:
    """The PDF that was made; whoever had it made takes it, within a day."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    _, title, data = hold.get(PURPOSE, actor.account_id or 0, key)
    if title != report.title:
        return redirect("reports:out", uid)
    name = PDF_FILE.format(title=report.title)
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=name, content_type=PDF_TYPE)


@require_GET
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The report as a page to read and to print, with its evidence."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    parts = queries.sections_of(report)
    book = filled(report, [one.text for one in parts])
    context = {
        "report": report, "sections": section_views(report, parts, book, actor),
        "reading": queries.latest_reading(report),
        "evidence": list(book.known.values()), "tables": table_views(printed_tables(report), queries.scope_of(report)),
        "period": queries.period_of(report), "scope": queries.scope_of(report),
    }  # fmt: skip
    return render(request, "reports/paper.html", context)


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An edited document: its numbers known again, its text set against what was given out, section by section."""
    actor = actor_of(request)
    report = queries.one(actor, uid)
    actions.editable(report, actor)
    form = BringForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"report": report, "form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            context |= _returned(report, file.read(), str(file.name))
        except (BadFile, Refusal) as problem:
            form.add_error("file", problem.sentence)
    return render(request, "reports/bring.html", context, status=UNFIT if form.errors else 200)


def _returned(report: Report, data: bytes, name: str) -> dict[str, Any]:
    limit = Limits(size=int(parameters.value(FILE_MOST, report.committee_id)) * MEGABYTE)
    paragraphs = read_marked(data, name, limit)
    key = copy_of(paragraphs)
    copy = queries.copy_of(key) if key else None
    if copy is None:
        raise Refusal("reports.other_document", field="file", name=name)
    if copy.report_id != report.pk:
        raise Refusal("reports.other_report", field="file", name=name, title=copy.report.title)
    sections = read_back(paragraphs, given(copy))
    latest = {str(part.section.uid): part for part in queries.sections_of(report)}
    with remembering():
        bare = _new_numbers(report, sections)
    shown = [
        {"one": one, "now": latest.get(one.given.uid), "bare": [new for new in bare if new.part == place]}
        for place, one in enumerate(sections)
    ]  # fmt: skip
    figures = Counter(figure.what for one in sections for figure in one.figures)
    return {
        "copy": copy, "sections": shown, "known": figures["same"], "changed": figures["changed"],
        "moved": figures["moved"], "gone": figures["gone"], "new": len(bare),
        "edited": sum(one.edited for one in sections),
    }  # fmt: skip


def _new_numbers(report: Report, sections: Sequence[Returned]) -> list[Bare]:
    """Numbers without a source that were not there when the document was given out."""
    scope, period = queries.scope_of(report), queries.period_of(report)
    book = filling.book([text for one in sections for text in (one.text, one.given.text)], scope, period)
    before = sources.bare([(one.given.heading, one.given.text) for one in sections], book, scope, period)
    known = Counter((one.part, one.said) for one in before)
    new = []
    for one in sources.bare([(each.heading, each.text) for each in sections], book, scope, period):
        if known[one.part, one.said] > 0:
            known[one.part, one.said] -= 1
        else:
            new.append(one)
    return new

"""The yearly report as it writes itself, on the page and as a document."""

from __future__ import annotations

import io

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from lvzhi.committee.web import actor_of
from lvzhi.journal.lines import line
from lvzhi.metrics.look import address, look
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import Number, Report, Written, compose
from lvzhi.reports.composing.library import laid
from lvzhi.reports.rules import READ
from lvzhi.reports.sections import SUMMARY
from lvzhi.reports.vocabulary import WORDS
from lvzhi.reports.writing import write_report


def year(request: HttpRequest) -> HttpResponse:
    """The report of a committee and period, each number leading to its rows."""
    seen = look(actor_of(request), request.GET, request.path, READ)
    report = compose(seen.scope, seen.period)
    blocks = [
        {
            "title": vocabulary.CHAPTER.format(number=vocabulary.NUMERALS[number], title=section.title),
            "parts": [(heading, _paragraphs(written, report)) for heading, written in section.parts],
        }
        for number, section in enumerate((one for one in laid(SUMMARY.blocks, report.chapters) if one.parts), 1)
    ]  # fmt: skip
    gaps = [gap for written in report.chapters for gap in written.gaps]
    evidence = [(one, _url(one, report), vocabulary.recorded(one.result)) for one in report.numbers]
    document = reverse("reports:docx") + seen.query()
    context = {
        "look": seen,
        "report": report,
        "blocks": blocks,
        "gaps": gaps,
        "evidence": evidence,
        "document": document,
    }
    return render(request, "reports/year.html", context)


def _paragraphs(written: Written, report: Report) -> list[list[dict[str, str]]]:
    return [[_shown(piece, report) for one in each for piece in one.pieces] for each in written.paragraphs]


def docx(request: HttpRequest) -> HttpResponseBase:
    """The report as an official document; taking it is journalled."""
    seen = look(actor_of(request), request.GET, request.path, READ)
    buffer = io.BytesIO()
    write_report(seen.scope, seen.period, buffer)
    title = Report(seen.scope, seen.period, seen.actor.at).title
    with line(seen.actor, "reports.written", committee=seen.scope.committee, title=title, period=seen.period.label):
        pass
    buffer.seek(0)
    return FileResponse(buffer, as_attachment=True, filename=WORDS["file"].format(title=title))


def _url(number: Number, report: Report) -> str:
    return address(number.figure.key, report.scope, report.period, number.result.cuts)


def _shown(piece: str | Number, report: Report) -> dict[str, str]:
    if isinstance(piece, str):
        return {"text": piece}
    return {"text": piece.text, "url": _url(piece, report), "name": piece.figure.name}

"""The checklist, the anchors with their paper, the file for an auditor."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Missing, NotAllowed, Refusal, Rule
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.assurance import actions, queries, rules, tables
from lvzhi.assurance.archive import pack, read_back
from lvzhi.assurance.forms import AnchorForm, CheckForm, HandOverForm
from lvzhi.assurance.vocabulary import ANCHOR_WORDS, DOCUMENT, EXPORT, HANDOVER
from lvzhi.committee.models import Committee
from lvzhi.committee.web import as_file, check_file_form, tell
from lvzhi.deadlines import clock
from lvzhi.journal import anchors as chain
from lvzhi.journal.lines import line
from lvzhi.norms.protection import Verdict

ZIP = "application/zip"
SHOWN = 60  # anchors on the page; each keeps its own paper


def place(request: HttpRequest, rule: Rule) -> Committee:
    """The committee looked at.

    Raises:
        NotAllowed: it is not the actor's to see.
    """
    found = committee_of(request)
    if found is None or not rule(actor_of(request), found):
        raise NotAllowed("access.not_allowed", who=rule.label)
    return found


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Every item with its proof."""
    committee = place(request, rules.SEE)
    found = queries.sections(committee)
    counted = queries.counts(found)
    actor = actor_of(request)
    context = {
        "committee": committee, "sections": [(one, tables.section_table(one)) for one in found],
        "good": counted[Verdict.GOOD], "bad": counted[Verdict.BAD], "duty": counted[Verdict.DUTY],
        "facts": counted[Verdict.FACT],
        "broken": [row for one in found for row in one.lines if row.seen.verdict == Verdict.BAD],
        "document": DOCUMENT, "today": clock.today(), "anchors": rules.ANCHOR(actor, committee),
        "hands": rules.HAND_OVER(actor, committee),
    }  # fmt: skip
    return render(request, "assurance/home.html", context)


@require_GET
def paper(request: HttpRequest) -> HttpResponse:
    """The same for paper, with a line to sign."""
    committee = place(request, rules.SEE)
    found = queries.sections(committee)
    context = {
        "committee": committee, "sections": [(one, tables.section_table(one)) for one in found],
        "document": DOCUMENT, "now": clock.now(), "by": actor_of(request).name,
    }  # fmt: skip
    return render(request, "assurance/paper.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The checklist as a sheet; the journal keeps who took it."""
    check_file_form(form)
    committee = place(request, rules.SEE)
    rows, day = list(tables.exported(queries.sections(committee))), clock.today().isoformat()
    with line(actor_of(request), "assurance.exported", committee=committee, count=len(rows)):
        pass
    head = [EXPORT["head"].format(committee=committee.name, day=day, document=DOCUMENT)]
    name = EXPORT["name"].format(day=day)
    return as_file(form, name=name, title=EXPORT["title"], columns=tables.EXPORTED, rows=rows, head=head)


@require_http_methods(["GET", "POST"])
def anchors(request: HttpRequest) -> HttpResponse:
    """The anchors that were made; one typed from paper is held against the chain."""
    committee = place(request, rules.ANCHOR)
    form = AnchorForm(request.POST or None)
    said: str | None = None
    good = False
    if request.method == "POST" and form.is_valid():
        try:
            typed = chain.read(form.cleaned_data["anchor"])
        except Refusal as refusal:
            tell(form, refusal)
        else:
            finding = chain.leads_through(typed)
            good = finding is None
            said = finding.sentence if finding else ANCHOR_WORDS["checked_good"].format(seq=typed.seq, day=typed.day)
    context = {
        "committee": committee, "form": form, "said": said, "good": good,
        "table": tables.anchors_table(queries.anchors()[:SHOWN]),
    }  # fmt: skip
    return render(request, "assurance/anchors.html", context)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make today's anchor, where the timer has not."""
    place(request, rules.ANCHOR)
    row, _ = actions.make_anchor(actor_of(request))
    return redirect("assurance:paper", day=row.day.isoformat())


@require_GET
def anchor_paper(request: HttpRequest, day: str) -> HttpResponse:
    """An anchor for paper, to be signed and kept by somebody else.

    Raises:
        Missing: none was made on that day, or it is no day.
    """
    place(request, rules.ANCHOR)
    try:
        wanted = dt.date.fromisoformat(day)
    except ValueError as problem:
        raise Missing("assurance.unknown") from problem
    row, anchor = queries.anchor_of(wanted)
    context = {"row": row, "written": anchor.written, "now": clock.now(), "by": actor_of(request).name}
    return render(request, "assurance/anchor.html", context)


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest) -> HttpResponseBase:
    """Ask of which days; make the file and note it."""
    committee = place(request, rules.HAND_OVER)
    actor = actor_of(request)
    form = HandOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number, asked = queries.next_number(committee), form.cleaned_data
        file, made, personal = pack(actor, committee, number, asked["starts"], asked["ends"], asked["purpose"])
        actions.note_hand_over(actor, committee, number, **asked, personal=personal, made=made)
        name = str(HANDOVER["name"]).format(committee=committee.display, number=number)
        return FileResponse(file, as_attachment=True, filename=name, content_type=ZIP)
    table = tables.hand_overs_table(queries.hand_overs(actor, committee))
    context = {"committee": committee, "form": form, "table": table, "checking": CheckForm()}
    return render(request, "assurance/hand_over.html", context)


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Hold a file that was handed over against its manifest and the seal."""
    place(request, rules.HAND_OVER)
    form = CheckForm(request.POST, request.FILES)
    if not form.is_valid():
        raise Missing("assurance.unknown")
    found = read_back(form.cleaned_data["file"])
    if found.findings:
        messages.error(request, " ".join(found.findings))
    else:
        messages.success(request, str(HANDOVER["good"]).format(count=found.count))
    return redirect("assurance:hand_over")

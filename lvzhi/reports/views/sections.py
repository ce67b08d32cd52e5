"""One section: writing it with figures, its versions, remarks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.drafts import actions as drafts
from lvzhi.drafts import queries as kept
from lvzhi.norms.memo import remembering
from lvzhi.reports import actions, notices, queries
from lvzhi.reports.composing import filling, finding, library, sources
from lvzhi.reports.composing.differing import differences
from lvzhi.reports.forms import RemarkForm, SectionForm
from lvzhi.reports.models import Section
from lvzhi.reports.queries import report_address
from lvzhi.reports.ties import DRAFT
from lvzhi.reports.views.place import UNFIT
from lvzhi.reports.views.showing import minded, paragraphs
from lvzhi.reports.vocabulary.sentences import DONE
from lvzhi.reports.vocabulary.states import Origin

SAVE = "save"
MOVES = frozenset({"up", "down"})


def _address(section: Section) -> str:
    return f"{report_address(section.report)}#s{section.order}"


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write a section. Every button but saving shows the page again with what was typed, and saves nothing."""
    actor = actor_of(request)
    row = queries.section_of(actor, uid)
    actions.editable(row.report, actor)
    now = queries.revision_of(row)
    if request.method == "GET":
        draft = kept.load(actor.account_id or 0, DRAFT, str(row.uid))
        stale = draft is not None and draft.saved_at < now.created_at
        initial = {"heading": now.heading, "text": now.text} | (draft.data if draft and not stale else {})
        return _page(request, row, SectionForm(initial=initial), None if stale else draft)
    if request.POST.get("then", SAVE) != SAVE or request.POST.get("insert"):
        typed = request.POST.copy()
        added = request.POST.get("insert", "")
        if added:
            typed["text"] = typed.get("text", "") + added
        return _page(request, row, SectionForm(initial=typed.dict()), None)
    form = SectionForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, None, status=UNFIT)
    data = form.cleaned_data
    try:
        origin = Origin.RETURNED if request.POST.get("origin") == Origin.RETURNED else Origin.WRITTEN
        done = actions.write_section(
            row, actor, data["heading"], data["text"], seen=version_seen(request), origin=origin
        )
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return _both(request, row, conflict, data)
    except Refusal as refusal:
        tell(form, refusal)
        return _page(request, row, form, None, status=UNFIT)
    drafts.clear(actor.account_id or 0, DRAFT, str(row.uid))
    messages.success(request, DONE["saved"].format(number=done.number))
    return redirect(_address(row))


def _page(request: HttpRequest, row: Section, form: SectionForm, draft: Any, *, status: int = 200) -> HttpResponse:
    report = row.report
    scope, period = queries.scope_of(report), queries.period_of(report)
    text = str(form["text"].value() or "").replace("\r\n", "\n")
    with remembering():
        book = filling.book([text], scope, period)
        faults, notes = minded(text, book)
        heading = str(form["heading"].value() or "")
        looked = request.POST.get("find", "").strip()
        context = {
            "form": form, "section": row, "report": report, "draft": draft, "scope": scope, "period": period,
            "paragraphs": paragraphs(text, book, scope), "faults": faults, "notes": notes,
            "bare": sources.bare([(heading, text)], book, scope, period), "looked": looked,
            "found": finding.find(looked, scope, period) if looked else [],
            "split": _split(request, scope, period),
            "library": library.library(scope, period) if request.POST.get("then") == "library" else [],
            "autosave": reverse("drafts:save", args=[DRAFT, str(row.uid)]), "cancel": _address(row),
            "version": request.POST.get("version") or row.latest,
        }  # fmt: skip
    return render(request, "reports/section.html", context, status=status)


def _split(request: HttpRequest, scope: Any, period: Any) -> list[tuple[str, str, str]]:
    name, _, key = request.POST.get("then", "").removeprefix("split:").partition("|")
    return finding.split(name, key, scope, period) if key else []


def _both(request: HttpRequest, row: Section, conflict: Conflict, typed: dict[str, Any]) -> HttpResponse:
    """Both texts; the typed one is kept as a draft and can still be saved as a version after the other's."""
    actor = actor_of(request)
    row.refresh_from_db()
    now = queries.revision_of(row)
    drafts.save(actor.account_id or 0, DRAFT, str(row.uid), {"heading": typed["heading"], "text": typed["text"]})
    context = {
        "sentence": conflict.sentence, "section": row, "report": row.report, "now": now, "typed": typed,
        "marks": differences(now.text, typed["text"]), "version": row.latest, "cancel": _address(row),
    }  # fmt: skip
    return render(request, "reports/both.html", context, status=conflict.status)


@require_POST
def replace(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put a token in the place of a number that was typed by hand."""
    actor = actor_of(request)
    row = queries.section_of(actor, uid)
    given = request.POST
    actions.put_token(
        row,
        actor,
        int(given.get("start") or 0),
        given.get("said", ""),
        given.get("token", ""),
        seen=version_seen(request),
    )
    messages.success(request, DONE["inserted"].format(token=given.get("token", "")))
    return redirect("reports:sources", row.report.uid)


@require_GET
def history(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The versions of a section, and two of them compared."""
    actor = actor_of(request)
    row = queries.section_of(actor, uid)
    versions = queries.revisions_of(row)
    chosen = _number(request.GET.get("new")) or row.latest
    older = _number(request.GET.get("old")) or max((one.number for one in versions if one.number < chosen), default=0)
    new = queries.revision_of(row, chosen)
    old = queries.revision_of(row, older) if older else None
    context = {
        "section": row, "report": row.report, "versions": versions, "new": new, "old": old,
        "marks": differences(old.text, new.text) if old else [], "may_edit": actions.may_edit(row.report, actor),
        "back": _address(row),
    }  # fmt: skip
    return render(request, "reports/history.html", context)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


@require_POST
def do(request: HttpRequest, uid: UUID, what: str) -> HttpResponse:
    """Move a section, take it out, bring it back, or take up an earlier version of it."""
    actor = actor_of(request)
    row = queries.section_of(actor, uid)
    said = "moved"
    if what in MOVES:
        actions.move_section(row, actor, up=what == "up")
    elif what == "drop":
        said = "dropped"
        actions.drop_section(row, actor)
    elif what == "back":
        said = "back"
        actions.restore_section(row, actor)
    else:
        done = actions.restore_revision(row, actor, _number(what))
        messages.success(request, DONE["restored"].format(before=what, number=done.number))
        return redirect(_address(row))
    messages.success(request, DONE[said])
    return redirect(_address(row))


@require_http_methods(["GET", "POST"])
def remark(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A remark on a section."""
    actor = actor_of(request)
    row = queries.section_of(actor, uid)
    form = RemarkForm(request.POST or None)
    if request.method == "POST" and attempt(
        form,
        lambda data: actions.begin_remark(
            row, actor, data["text"], data["quote"], once=request.POST.get("once"),
            tells=lambda made: notices.tell_remarked(made, actor),
        ),
    ):  # fmt: skip
        messages.success(request, DONE["remarked"])
        return redirect(_address(row))
    context = {"form": form, "section": row, "report": row.report, "part": queries.revision_of(row),
               "cancel": _address(row)}  # fmt: skip
    return render(request, "reports/remark.html", context, status=UNFIT if form.errors else 200)

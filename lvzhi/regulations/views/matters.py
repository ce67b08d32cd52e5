"""Matters reported to the Party committee: the list, one of them, writing one, the yearly list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, check_file_form, tell, version_seen
from lvzhi.deadlines import clock
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links import queries as links
from lvzhi.regulations import actions, queries, rules, tables, ties
from lvzhi.regulations.forms import MatterForm
from lvzhi.regulations.models import Matter
from lvzhi.regulations.norms import MATTER_RETENTION
from lvzhi.regulations.queries.addresses import matter_address, step_url
from lvzhi.regulations.views.book import sheet
from lvzhi.regulations.views.place import UNFIT, about_of, place, title_of
from lvzhi.regulations.vocabulary.sentences import DONE
from lvzhi.regulations.vocabulary.states import MATTER_NEXT, MATTER_PHASES, STANDING_TONES, MatterState, Standing
from lvzhi.regulations.vocabulary.words import ABOUT, YEAR_NAME
from lvzhi.ui.marks import Tag
from lvzhi.ui.paging import keyset
from lvzhi.workflow import clocks, pages
from lvzhi.workflow.engine import steps_open
from lvzhi.workflow.registry import workflow_of

KEPT = ("kind", "title", "superior", "item", "text")


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """请示报告: those that the actor may read, the newest first."""
    actor, committee = actor_of(request), place(request, rules.may_work)
    form = tables.MatterFilter(request.GET)
    rows = form.narrowed(queries.matters(actor, committee))
    page = keyset(rows, ("-id",), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form, "table": tables.matters_table(page, request.GET), "query": query.urlencode(),
        "may_write": rules.may_write(actor, committee.pk),
    }  # fmt: skip
    return render(request, "regulations/matters.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed list as a file; the journal keeps who took it."""
    check_file_form(form)
    actor, committee = actor_of(request), place(request, rules.may_work)
    narrowing = tables.MatterFilter(request.GET)
    rows = narrowing.narrowed(queries.matters(actor, committee)).order_by("id")
    event = "regulations.matters_exported"
    return sheet(request, form, narrowing, rows, "matters", "matters_name", event, tables.MATTERS_EXPORTED)


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """年度请示报告事项清单: what was reported of each, what is missing."""
    actor, committee, now = actor_of(request), place(request, rules.may_work), clock.today()
    text = request.GET.get("year", "")
    years = [now.year + 1, now.year, now.year - 1, now.year - 2]
    year = int(text) if text in map(str, years) else now.year
    lines = queries.yearly(committee, year)
    may = set(queries.matters(actor, committee).filter(sent_on__year=year).values_list("pk", flat=True))
    shown = [
        {
            "line": line,
            "tag": Tag(str(line.standing.label), STANDING_TONES[line.standing]) if line.standing else None,  # type: ignore[arg-type]  # reason: the table holds tones
            "matters": [(row, matter_address(row)) for row in line.matters if row.pk in may],
            "hidden": sum(row.pk not in may for row in line.matters),
        }
        for line in lines
    ]
    context = {
        "rows": shown, "year": year, "may_write": rules.may_write(actor, committee.pk),
        "done": sum(line.standing == Standing.DONE for line in lines),
        "missing": [line.entry.name for line in lines if line.standing == Standing.MISSING],
        "tabs": [
            {"label": YEAR_NAME.format(year=one), "url": f"?year={one}", "active": one == year} for one in years[1:]
        ],
    }  # fmt: skip
    return render(request, "regulations/calendar.html", context)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A matter: what was reported, the answer, what followed."""
    actor = actor_of(request)
    matter = queries.matter_of(actor, uid)
    kind = matter._meta.label_lower
    running = clocks.running(workflow_of(Matter), matter)
    context = {
        "matter": matter, "tag": tables.matter_tag(matter), "item_name": tables.item_name(matter),
        "steps": _bar(matter),
        "holder": workflow_of(Matter).holders.get(matter.state, ""), "next": MATTER_NEXT[MatterState(matter.state)],
        "running": running, "left": clocks.left(running.due.date, matter.committee_id) if running else None,
        "buttons": [(step, step_url("matter", matter, step.key)) for step in steps_open(matter, actor)],
        "may_edit": matter.state == MatterState.DRAFT and matter.voided_at is None and rules.author(actor, matter),
        "may_void": rules.keeper(actor, matter),
        "about": _about(matter, actor) if getattr(matter, "has_ties", True) else [],
        "files": files_of(kind, matter.uid) if getattr(matter, "has_files", True) else [],
        "add_url": reverse("files:add", args=[kind, matter.uid]) if ties.may_add(actor, matter) else "",
        "retention": tables.retention(MATTER_RETENTION, matter.committee_id), "events": timeline(kind, matter.uid),
    }  # fmt: skip
    return render(request, "regulations/matter.html", context)


def _about(matter: Matter, actor: Actor) -> list[links.Shown]:
    """What it is about; the paper as which it went stands elsewhere."""
    went = matter.paper.uid if matter.paper is not None else None
    return [one for one in links.lines(actor, matter, ABOUT) if one.seen.uid != went]


def _bar(matter: Matter) -> list[dict[str, Any]]:
    here = next((place for place, (_, states) in enumerate(MATTER_PHASES) if matter.state in states), -1)
    days = (None, matter.sent_on, matter.answered_on, matter.followed_on)
    over = matter.state in (MatterState.CLOSED, MatterState.NOTED)
    bar = []
    for at, ((label, _), day) in enumerate(zip(MATTER_PHASES, days, strict=True)):
        if here < 0 or (over and at > here):
            state = "skipped"
        elif at < here or (over and at == here):
            state = "done"
        else:
            state = "current" if at == here else "next"
        bar.append({"label": label, "state": state, "date": day if state in ("done", "current") else None})
    return bar


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A matter to be reported, also about a record of any room."""
    actor, committee = actor_of(request), place(request, rules.may_write, "regulations.not_reporter")
    about = about_of(request)
    heads = actor.organs("organ_head")
    initial = {"title": title_of(about), "item": request.GET.get("item", "")}
    initial["organ"] = next(iter(heads)) if len(heads) == 1 else None  # type: ignore[assignment]  # reason: a key beside words
    form = MatterForm(request.POST or None, initial=initial, actor=actor, committee=committee)
    made: list[Matter] = []
    if request.method == "POST" and attempt(
        form,
        lambda data: made.append(
            actions.begin_matter(actor, committee, data, about=about, once=request.POST.get("once"))
        ),
    ):
        messages.success(request, DONE["matter"])
        return redirect(matter_address(made[0]))
    context = {
        "form": form, "cancel": reverse("regulations:matters"), "about": f"{about[0]}:{about[1]}" if about else "",
        "about_title": title_of(about), "verb": "matter",
    }  # fmt: skip
    return render(request, "regulations/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What is to be reported, again, until it is sent."""
    actor = actor_of(request)
    matter = queries.matter_of(actor, uid)
    rules.author.check(actor, matter)
    initial = {name: getattr(matter, name) for name in KEPT} | {"organ": matter.organ_id}
    form = MatterForm(request.POST or None, initial=initial, record=matter, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_matter(matter, actor, form.cleaned_data, seen=version_seen(request))
        except (NotAllowed, Missing):
            raise
        except Conflict as conflict:
            return pages.clash(request, conflict, form, matter_address(matter))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["saved"])
            return redirect(matter_address(matter))
    context = {
        "form": form, "cancel": matter_address(matter), "verb": "matter_edit", "heading": matter.title,
        "version": request.POST.get("version") or matter.version,
    }  # fmt: skip
    return render(request, "regulations/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered matter out of every figure."""
    matter = queries.matter_of(actor_of(request), uid)
    return pages.void(request, matter, rules.keeper, title=matter.title, back=matter_address(matter))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    matter = queries.matter_of(actor_of(request), uid)
    return pages.restore(request, matter, rules.keeper, back=matter_address(matter))

"""Pages of the directory: HTTP only."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.committee import queries as committees
from lvzhi.committee.models import Committee
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock
from lvzhi.directory import actions, panels, queries, rules, tables
from lvzhi.directory.forms import ALL, ENDED, FilterForm, ImportForm, SuccessionForm, UnitForm
from lvzhi.directory.ground import SYSTEM
from lvzhi.directory.models import Succession, Unit
from lvzhi.directory.vocabulary import LABELS, WORDS, How, UnitKind
from lvzhi.exchange import BadFile, sheets
from lvzhi.journal.queries import history
from lvzhi.norms import codes
from lvzhi.ui import formats
from lvzhi.ui.forms import MANY_OPTIONS
from lvzhi.ui.paging import keyset


def listing(request: HttpRequest) -> HttpResponse:
    """A committee's units, filtered."""
    actor, day = actor_of(request), clock.today()
    committee = _chosen(request, actor)
    form = FilterForm(request.GET or None, committee=committee)
    form.is_valid()  # a filter value nobody offers is left out, the rest applies
    wanted = form.cleaned_data if form.is_bound else {}
    state = wanted.get("state", "")
    rows = queries.search(
        committee,
        wanted.get("q", ""),
        wanted.get("kind", ""),
        wanted.get("system", ""),
        None if state == ALL else state != ENDED,
        day=day,
    )
    page = keyset(rows, ("name",), request.GET.get("cursor"), count=True)
    context = {
        "committee": committee,
        "form": form,
        "table": tables.units(page, committee, day, request.GET),
        "edits": rules.EDIT(actor, Unit(committee=committee)),
    }
    return render(request, "directory/list.html", context)


def _chosen(request: HttpRequest, actor: Actor) -> Committee:
    try:
        return committees.by_uid(uuid.UUID(request.GET.get("committee", "")))
    except ValueError:
        return committees.home_of(actor)


def _list_address(committee: Committee) -> str:
    return f"{reverse('directory:list')}?committee={committee.uid}"


def _crumbs(committee: Committee, *steps: tuple[str, str]) -> list[dict[str, str]]:
    way = [{"label": WORDS["directory"], "url": _list_address(committee)}]
    return way + [{"label": label, "url": url} for label, url in steps]


def pick(request: HttpRequest) -> HttpResponse:
    """Units whose name holds what was typed, for a picker: key, name, system below it."""
    typed = request.GET.get("q") or request.GET.get(f"{request.GET.get('of', '')}__typed", "")
    committee, day = _chosen(request, actor_of(request)), clock.today()
    rows = queries.units_on(committee, day, request.GET.get("kind") or None).filter(name__contains=typed.strip())
    options = [
        (str(row.pk), row.name, codes.name_of(SYSTEM, committee, row.system) if row.system else "")
        for row in rows[:MANY_OPTIONS]
    ]
    return render(request, "ui/picker_options.html", {"options": options if typed.strip() else []})


def detail(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A unit: facts, successions, what higher rooms say of it, its journal."""
    unit, actor = queries.by_uid(uid), actor_of(request)
    context = {
        "unit": unit,
        "edits": rules.EDIT(actor, unit),
        "crumbs": _crumbs(unit.committee, (unit.display, "")),
        "state": tables.state_of(unit, clock.today()),
        "facts": _facts(unit, actor),
        "passed": [_became(row) for row in queries.heirs(unit)],
        "came": [_came(row) for row in queries.origins(unit)],
        "panels": [
            {"title": panel.title, "empty": panel.empty, "lines": list(panel.lines(unit, actor))}
            for panel in panels.panels()
        ],
        "events": [
            {"when": entry.at, "who": entry.actor_name, "what": entry.sentence}
            for entry in history(unit._meta.label_lower, unit.uid)
        ],
    }
    return render(request, "directory/detail.html", context)


def _facts(unit: Unit, actor: Actor) -> list[tuple[str, str]]:
    facts = [
        (LABELS["name"], unit.name),
        (LABELS["short_name"], unit.short_name),
        (LABELS["kind"], unit.get_kind_display()),
        (LABELS["system"], codes.name_of(SYSTEM, unit.committee, unit.system)),
        (LABELS["code"], unit.code),
        (WORDS["span"], tables.span(unit.starts, unit.ends)),
        (WORDS["committee"], unit.committee.display),
    ]
    if rules.SEE_CONTACT(actor, unit):
        facts.append((LABELS["contact"], unit.contact))
    return [(label, value) for label, value in facts if value]


def _became(row: Succession) -> dict[str, str]:
    words = WORDS["became"].format(on=formats.day(row.on), how=How(row.how).label, name=row.unit_to.name)
    url = reverse("directory:detail", args=[row.unit_to.uid])
    return {"words": words + (WORDS["main"] if row.main else ""), "url": url, "ground": row.ground}


def _came(row: Succession) -> dict[str, str]:
    words = WORDS["came"].format(on=formats.day(row.on), how=How(row.how).label, name=row.unit_from.name)
    return {"words": words, "url": reverse("directory:detail", args=[row.unit_from.uid]), "ground": row.ground}


def add(request: HttpRequest, committee: uuid.UUID) -> HttpResponse:
    """Enter a unit."""
    home, actor = committees.by_uid(committee), actor_of(request)
    rules.EDIT.check(actor, Unit(committee=home))
    form = UnitForm(request.POST or None, committee=home, initial={"kind": UnitKind.HANDLING})
    made: list[Unit] = []
    if request.method == "POST" and attempt(form, lambda data: made.append(actions.add(actor, home, **data))):
        messages.success(request, WORDS["saved"])
        return redirect("directory:detail", uid=made[0].uid)
    context = {
        "form": form,
        "title": WORDS["add"],
        "back": _list_address(home),
        "crumbs": _crumbs(home, (WORDS["add"], "")),
    }
    return render(request, "directory/form.html", context)


def edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Alter a unit."""
    unit, actor = queries.by_uid(uid), actor_of(request)
    rules.EDIT.check(actor, unit)
    form = UnitForm(request.POST or None, committee=unit.committee, unit=unit, initial=UnitForm.values_of(unit))
    if request.method == "POST" and attempt(form, lambda data: actions.alter(actor, queries.by_uid(uid), **data)):
        messages.success(request, WORDS["saved"])
        return redirect("directory:detail", uid=uid)
    back = reverse("directory:detail", args=[uid])
    way = _crumbs(unit.committee, (unit.display, back), (WORDS["edit"], ""))
    return render(request, "directory/form.html", {"form": form, "title": WORDS["edit"], "back": back, "crumbs": way})


def succeed(request: HttpRequest, committee: uuid.UUID) -> HttpResponse:
    """Merge, split or rename units; `?unit=` names the first source."""
    home, actor, day = committees.by_uid(committee), actor_of(request), clock.today()
    rules.EDIT.check(actor, Unit(committee=home))
    first = _first_source(request)
    kind = first.kind if first else UnitKind.HANDLING
    initial = {"how": How.MERGED, "on": day, "sources": [first.pk] if first else []}
    form = SuccessionForm(request.POST or None, committee=home, kind=kind, day=day, initial=initial)
    done: list[Succession] = []

    def save(data: dict[str, Any]) -> None:
        done.extend(actions.succeed(actor, **form.arguments(data)))

    if request.method == "POST" and attempt(form, save):
        messages.success(request, WORDS["saved"])
        return redirect("directory:detail", uid=done[0].unit_to.uid)
    context = {
        "form": form,
        "title": WORDS["succeed"],
        "back": _list_address(home),
        "crumbs": _crumbs(home, (WORDS["succeed"], "")),
    }
    return render(request, "directory/succession.html", context)


def _first_source(request: HttpRequest) -> Unit | None:
    try:
        return queries.by_uid(uuid.UUID(request.GET.get("unit", "")))
    except ValueError:
        return None


def import_units(request: HttpRequest, committee: uuid.UUID) -> HttpResponse:
    """Judge a file row by row, then write it."""
    home, actor = committees.by_uid(committee), actor_of(request)
    rules.EDIT.check(actor, Unit(committee=home))
    new_year = dt.date(clock.today().year, 1, 1)
    form = ImportForm(request.POST or None, request.FILES or None, initial={"starts": new_year})
    result: actions.Result | None = None
    if request.method == "POST" and form.is_valid():
        result = _import(request, home, form)
        if result is not None and result.written:
            messages.success(request, WORDS["imported"].format(count=result.written))
            if not result.problems:
                return redirect(_list_address(home))
    context = {
        "form": form,
        "committee": home,
        "result": result,
        "checked": "check" in request.POST,
        "columns": actions.columns(home),
        "problems": tables.problems(result.problems) if result and result.problems else None,
        "crumbs": _crumbs(home, (WORDS["import"], "")),
        "back": _list_address(home),
    }
    return render(request, "directory/import.html", context)


def _import(request: HttpRequest, home: Committee, form: ImportForm) -> actions.Result | None:
    data = form.cleaned_data
    try:
        return actions.import_units(
            actor_of(request),
            home,
            data["file"].read(),
            data["file"].name,
            starts=data["starts"],
            dry_run="check" in request.POST,
            only_good=data["only_good"],
        )
    except BadFile as problem:
        form.add_error("file", problem.sentence)
        return None


def template(request: HttpRequest, committee: uuid.UUID) -> FileResponse:
    """The empty sheet to fill."""
    home = committees.by_uid(committee)
    rules.EDIT.check(actor_of(request), Unit(committee=home))
    book = io.BytesIO()
    sheets.template_xlsx(book, WORDS["template_title"], actions.columns(home))
    book.seek(0)
    return FileResponse(book, as_attachment=True, filename=WORDS["template"])

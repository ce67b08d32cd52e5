"""Rules in force on a day, the register, one rule with its versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.regulations import queries, rules, tables
from lvzhi.regulations.metrics import kind_name, level_name
from lvzhi.regulations.models import Regulation, Version
from lvzhi.regulations.norms import RETENTION
from lvzhi.regulations.queries.addresses import rule_address, step_url, version_address
from lvzhi.regulations.queries.book import Span
from lvzhi.regulations.views.place import day_of, place
from lvzhi.regulations.views.reading import Found, found_in, reading_of
from lvzhi.regulations.vocabulary.states import IN_WORK, RegulationState
from lvzhi.regulations.vocabulary.words import EXPORT
from lvzhi.regulations.workflow import REGULATION
from lvzhi.ui.formats import moment
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages, undoing
from lvzhi.workflow.engine import steps_open

PIECE = 500
SNIPPETS = 3


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """现行制度: what is in force on a day, by words of its title or text."""
    actor, committee = actor_of(request), place(request, rules.may_read)
    day, trouble = day_of(request)
    typed = request.GET.get("q", "").strip()
    rows = queries.in_force(actor, committee, day)
    if typed:
        rows = queries.matching(rows, typed)
    found = list(rows)
    context = {
        "day": day, "trouble": trouble, "typed": typed, "today": day == clock.today(),
        "table": tables.in_force_table(found), "hits": _hits(found, typed) if typed else [], "count": len(found),
        "may_write": rules.may_write(actor, committee.pk), "may_work": rules.may_work(actor, committee.pk),
        "keeps": rules.keeps(actor, committee.pk),
    }  # fmt: skip
    return render(request, "regulations/list.html", context, status=422 if trouble else 200)


def _hits(rows: Sequence[Any], typed: str) -> list[dict[str, Any]]:
    """Articles in which the words stand, some of each rule."""
    hits = []
    for row in rows:
        if row.hit is None:
            continue
        found: list[Found] = found_in(row.hit, typed)
        more = max(len(found) - SNIPPETS, 0)
        hits.append({"rule": row, "found": found[:SNIPPETS], "more": more, "url": rule_address(row)})
    return hits


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """制度登记: all that the actor keeps or drafts, of any state."""
    actor, committee = actor_of(request), place(request, rules.may_work)
    form = tables.RuleFilter(request.GET, committee)
    page = keyset(form.narrowed(queries.work(actor, committee)), ("-id",), request.GET.get("cursor"), count=True)
    query = request.GET.copy()
    query.pop("cursor", None)
    context = {
        "filter": form, "table": tables.work_table(page, request.GET), "query": query.urlencode(),
        "may_write": rules.may_write(actor, committee.pk), "keeps": rules.keeps(actor, committee.pk),
    }  # fmt: skip
    return render(request, "regulations/register.html", context)


@require_GET
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """The narrowed register as a file; the journal keeps who took it."""
    check_file_form(form)
    actor, committee = actor_of(request), place(request, rules.may_work)
    narrowing = tables.RuleFilter(request.GET, committee)
    rows = narrowing.narrowed(queries.work(actor, committee)).order_by("id")
    return sheet(request, form, narrowing, rows, "title", "name", "regulations.exported", tables.EXPORTED)


def sheet(
    request: HttpRequest, form: str, narrowing: Any, rows: Any, title: str, name: str, event: str, columns: Any
) -> HttpResponseBase:  # fmt: skip
    """A narrowed list as a file that says what it was narrowed to."""
    said = EXPORT["joiner"].join(EXPORT["pair"].format(label=label, value=value) for label, value in narrowing.said())
    count = rows.order_by().count()
    asof = EXPORT["asof"].format(moment=moment(clock.now()), count=count)
    with line(actor_of(request), event, committee=place(request, rules.may_work), count=count):
        pass
    return as_file(
        form, name=EXPORT[name].format(day=clock.today().isoformat()), title=EXPORT[title],
        columns=[field for field, _ in columns], rows=_lines(rows, columns),
        head=(EXPORT["filters"].format(filters=said or EXPORT["none"]), asof),
    )  # fmt: skip


def _lines(rows: Any, columns: Any) -> Iterator[list[Any]]:
    for row in rows.iterator(chunk_size=PIECE):
        yield [read(row) for _, read in columns]


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One rule: the text in force on a day, its versions with their days, what may be done."""
    actor = actor_of(request)
    regulation = queries.one(actor, uid)
    day, trouble = day_of(request)
    known = queries.versions_of(regulation, actor)
    found = queries.spans(regulation, known)
    shown = next((span for span in found if span.holds(day)), None)
    typed = request.GET.get("q", "").strip()
    context = {
        "rule": regulation, "tag": tables.rule_tag(regulation), "kind_name": kind_name(regulation),
        "level_name": level_name(regulation), "day": day, "trouble": trouble, "typed": typed,
        "today": day == clock.today(), "shown": shown, "reading": reading_of(shown.version, typed) if shown else None,
        "versions": _versions(regulation, known, found, actor),
        "ahead": next((row for row in known if row.state in IN_WORK), None),
        "buttons": [(step, step_url("rule", regulation, step.key)) for step in steps_open(regulation, actor)],
        "may_edit": regulation.voided_at is None and rules.author(actor, regulation),
        "may_void": rules.keeper(actor, regulation), "back_url": _back(regulation, actor),
        "panels": beside.panels(actor, regulation), "retention": tables.retention(RETENTION, regulation.committee_id),
        "events": timeline(regulation._meta.label_lower, regulation.uid) if rules.author(actor, regulation) else [],
        "text_url": reverse("regulations:text", args=[shown.version.uid]) if shown else "",
    }  # fmt: skip
    return render(request, "regulations/detail.html", context, status=422 if trouble else 200)


def _back(regulation: Regulation, actor: Actor) -> str:
    """Where the repeal is taken back, while that may be."""
    found = undoing.undoable([regulation], actor) if regulation.state == RegulationState.REPEALED else []
    return reverse("regulations:back", args=[regulation.uid, found[0].step.key]) if found else ""


def _versions(
    regulation: Regulation, known: Sequence[Version], found: Sequence[Span], actor: Actor
) -> list[dict[str, Any]]:
    """Each version with its days and the address of its comparison with the one before."""
    issued = [span.version for span in found]
    lines = []
    for row in known:
        before = next((one for one in issued if one.number < row.number), None)
        row.regulation = regulation
        lines.append(
            {
                "row": row, "tag": tables.version_tag(row), "url": version_address(row),
                "span": next((span for span in found if span.version.pk == row.pk), None),
                "compare": compare_url(before, row) if before is not None else "",
                "number": before.number if before is not None else 0,
            }
        )  # fmt: skip
    return lines


def compare_url(old: Version, new: Version) -> str:
    """The page of a comparison."""
    return reverse("regulations:compare", args=[old.uid, new.uid])


@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Take a repeal back."""
    regulation = queries.one(actor_of(request), uid)
    frame = pages.Frame(title=regulation.title_for_people, back=rule_address(regulation))
    return pages.back(request, REGULATION, regulation, key, frame)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered rule out of every figure."""
    regulation = queries.one(actor_of(request), uid)
    return pages.void(request, regulation, rules.keeper, title=regulation.title, back=rule_address(regulation))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    regulation = queries.one(actor_of(request), uid)
    return pages.restore(request, regulation, rules.keeper, back=rule_address(regulation))

"""Joint topics: one topic with the tasks of both levels, on a page, on paper and as a file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import as_file, check_file_form
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.plans import queries, tables
from lvzhi.plans.views.place import place, year_of
from lvzhi.plans.vocabulary import SHEET, YEAR
from lvzhi.ui.formats import moment


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The joint topics of a year in which the committee has a part, each with both levels' tasks."""
    actor, committee = actor_of(request), place(request)
    years = queries.years(actor, committee)
    year = year_of(request, years) or clock.today().year
    today = clock.today()
    found = queries.topics(actor, committee, year)
    context = {
        "topics": [{"root": one.root, "lines": tables.joint_lines(one.levels, today)} for one in found],
        "tabs": [{"label": YEAR.format(year=one), "url": f"?year={one}", "active": one == year} for one in years],
        "year": year,
    }
    return render(request, "plans/topics.html", context)


@require_GET
def topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    """任务分解表 of one topic."""
    actor = actor_of(request)
    found = queries.topic(actor, queries.task(actor, uid))
    context = {
        "root": found.root,
        "lines": tables.joint_lines(found.levels, clock.today()),
        "alone": not found.lower,
        "today": clock.today(),
    }
    return render(request, "plans/topic.html", context)


@require_GET
def export(request: HttpRequest, uid: UUID, form: str) -> HttpResponseBase:
    """The breakdown table of one topic as a file; the journal keeps who took it."""
    check_file_form(form)
    actor = actor_of(request)
    found = queries.topic(actor, queries.task(actor, uid))
    with line(actor, "plans.exported", subject=found.root.plan, committee=found.root.committee_id,
              count=len(found.levels)):  # fmt: skip
        pass
    done = sum(level.done.met for level in found.levels)
    asof = SHEET["asof"].format(moment=moment(clock.now()), count=len(found.levels), done=done)
    return as_file(
        form, name=SHEET["joint_file"].format(topic=found.root.topic), title=SHEET["title"],
        columns=[field for field, _ in tables.JOINT],
        rows=tables.exported(((level.task, level.done) for level in found.levels), tables.JOINT),
        head=(SHEET["joint"].format(topic=found.root.topic), asof),
    )  # fmt: skip

"""A member's file on the page, on paper, as a sheet and as a document; the list of files."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.committee.web import actor_of, check_file_form
from lvzhi.deadlines import clock
from lvzhi.dossier import letters, rules, tables
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries import finding, sums
from lvzhi.dossier.queries.lines import lines
from lvzhi.dossier.views import place
from lvzhi.dossier.vocabulary.words import WORDS
from lvzhi.exchange.letters import write
from lvzhi.journal.lines import line
from lvzhi.metrics.look import Look, look
from lvzhi.people.models import Member
from lvzhi.people.queries import told_apart
from lvzhi.people.rules import OWN, keeps

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """To one's own file, of this year."""
    found = finding.own(actor_of(request), clock.today())
    return redirect(reverse("dossier:file", args=[found.uid]) + f"?period={clock.today().year}")


@require_GET
@never_cache
def file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A member's file: sums by kind with their denominators, then line by line."""
    actor, member, seen = _read(request, uid)
    word, kinds = place.chosen(request)
    numbers = _numbers(member, seen)
    total = sum(numbers.get(one.key, (0, None))[0] for one in kinds)
    number = place.number_of(request, total)
    start = (number - 1) * place.SIZE
    found = lines(actor, seen.scope, seen.period, kinds, [member.person_id], place.SIZE, start)
    staff = rules.HERE(actor, member)
    context = _heading(actor, member, seen) | {
        "numbers": place.counted_by_group(numbers, seen),
        "attendance": place.attendance(numbers),
        "groups": place.tabs(numbers, seen, word),
        "table": tables.lines(
            tables.page_of(found, number, place.SIZE, total), place.late_days(member.committee), request.GET
        ),
        "sessions": _sessions(seen),
        "query": place.query_of(seen),
        "staff": staff,
    }
    context["crumbs"] = place.crumbs(seen, context["title"], files=staff)
    return render(request, "dossier/file.html", context)


@require_GET
@never_cache
def paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The whole file as a sheet to print on A4."""
    actor, member, seen = _read(request, uid)
    _, kinds = place.chosen(request)
    numbers = _numbers(member, seen)
    found = lines(actor, seen.scope, seen.period, kinds, [member.person_id])
    most = place.late_days(member.committee)
    context = _heading(actor, member, seen) | {
        "numbers": place.counted_by_group(numbers, seen),
        "attendance": place.attendance(numbers),
        "table": tables.lines(tables.page_of(found, 1, len(found) or 1, len(found)), most, {}),
        "as_of": clock.today(),
        "query": place.query_of(seen),
    }
    return render(request, "dossier/paper.html", context)


@require_GET
@never_cache
def export(request: HttpRequest, uid: UUID, form: str) -> HttpResponseBase:
    """The file as Excel or CSV; the journal keeps who took it."""
    check_file_form(form)
    actor, member, seen = _read(request, uid)
    _, kinds = place.chosen(request)
    found = lines(actor, seen.scope, seen.period, kinds, [member.person_id])
    heading = _heading(actor, member, seen)
    _note(actor, member, seen, len(found))
    return place.sheet(form, seen, heading["title"], found, {member.person_id: heading["name"]})


@require_GET
@never_cache
def document(request: HttpRequest, uid: UUID) -> FileResponse:
    """The personal sheet 委员履职登记表 as .docx."""
    actor, member, seen = _read(request, uid)
    found = lines(actor, seen.scope, seen.period, [one for one in KINDS if not one.again], [member.person_id])
    heading = _heading(actor, member, seen)
    sheet = letters.Personal(
        member, heading["name"], seen.period, _numbers(member, seen), found, finding.offices(member, clock.today())
    )
    target = io.BytesIO()
    write(letters.compose(sheet), target)
    _note(actor, member, seen, len(found))
    target.seek(0)
    name = WORDS["file_name"].format(title=heading["title"], period=seen.period.label)
    return FileResponse(target, as_attachment=True, filename=f"{name}.docx", content_type=DOCX)


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Members by name with the sums of their files, for the staff of a committee."""
    seen = look(actor_of(request), request.GET, request.path, rules.RECONCILE)
    rows = finding.named(sums.holders(seen.scope.committee, seen.period), clock.today())
    number = place.number_of(request, len(rows))
    piece = rows[(number - 1) * place.SIZE : number * place.SIZE]
    numbers = sums.counted(seen.scope, seen.period, KINDS, [member.person_id for member, _ in piece])
    page = tables.page_of(piece, number, place.SIZE, len(rows))
    context = {
        "look": seen,
        "table": tables.files(page, place.totals(numbers), place.query_of(seen), request.GET),
        "query": place.query_of(seen),
        "sessions": _sessions(seen),
        "keeps": keeps(seen.actor, seen.scope.committee.pk),
    }
    return render(request, "dossier/list.html", context)


def _read(request: HttpRequest, uid: UUID) -> tuple[Actor, Member, Look]:
    actor = actor_of(request)
    member = finding.member(actor, uid)
    kind = request.GET.get("kind", "")
    params = request.GET.dict() | {"committee": "", "below": ""}  # of the file's own committee alone
    return actor, member, look(actor, params, request.path, rules.only(member.committee), kind=kind)


def _numbers(member: Member, seen: Look) -> sums.Counts:
    return sums.counted(seen.scope, seen.period, KINDS, [member.person_id]).get(member.person_id, {})


def _heading(actor: Actor, member: Member, seen: Look) -> dict[str, Any]:
    name = told_apart([member], clock.today()).get(member.pk, member.person.name)
    own = OWN(actor, member)
    title = WORDS["mine"] if own else WORDS["file_of"].format(name=name)
    return {"member": member, "name": name, "own": own, "title": title, "look": seen}


def _sessions(seen: Look) -> list[dict[str, str]]:
    """Earlier sessions as periods to choose."""
    found = finding.spans(seen.scope.committee, clock.today())
    return [{"label": name, "url": seen.query(period=text), "icon": "calendar"} for name, text in found]


def _note(actor: Actor, member: Member, seen: Look, count: int) -> None:
    facts: dict[str, Any] = {"name": member.person.name, "count": count, "period": seen.period.label}
    with line(actor, "dossier.exported", committee=member.committee, **facts):
        pass

"""The desk: what waits for me, what has come in, where the period stands; help."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.models import Account
from lvzhi.activities.queries.pages import coming
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.contacts import queries as contacts
from lvzhi.deadlines import clock
from lvzhi.desk import glossary, guides, navigation
from lvzhi.desk.vocabulary import GREETINGS
from lvzhi.dossier.queries.own import own_year
from lvzhi.messages.queries import inbox
from lvzhi.metrics import compute, periods
from lvzhi.opening import queries as openings
from lvzhi.opening import rules as opening_rules
from lvzhi.proposals import metrics as figures
from lvzhi.proposals import queries, rules
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import State
from lvzhi.workflow.todo import Kind, ToDo, kinds, todo

MOST = 100  # of each procedure; whoever has more works from the lists
ONE_BY_ONE = 4  # of a kind on the desk; more are one line that leads to all of them
NEWEST = 5
BOOK = (figures.RECEIVED, figures.FILED, figures.FILING_RATE, figures.ANSWERED_RATE, figures.RATED_RATE, figures.KEY)


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """工作台."""
    actor = actor_of(request)
    user = request.user
    place = user.committee if isinstance(user, Account) else None
    mine = todo(actor, limit=MOST)
    context = {
        "greeting": next(words for hour, words in GREETINGS if clock.now().hour < hour),
        "today": clock.today(),
        "groups": [_group(kind) for kind in kinds(mine)],
        "waiting": len(mine),
        "overdue": sum(1 for one in mine if one.left is not None and one.left.overdue),
        "news": list(inbox(user.pk, task=False)[:NEWEST]) if user.pk else (),
        "mine": _mine(actor) if actor.has("member") or actor.has("organ_head") else None,
        "file": own_year(actor, place, clock.today()) if place is not None and actor.has("member") else None,
        "coming": coming(actor, NEWEST) if actor.has("member") else (),
        "contacts": contacts.mine(actor) if actor.has("member") or actor.has("leader") else (),
        "opening": _opening(actor, place) if place is not None else None,
        "book": _book(place) if place is not None and rules.reads_all(actor) else None,
    }
    return render(request, "desk/home.html", context)


def _opening(actor: Actor, place: Committee) -> dict[str, int] | None:
    """How far the first morning is, for those whose work it is, until somebody says that it is over."""
    if not opening_rules.sees(actor, place) or not openings.is_settling(place):
        return None
    needed = [one for one in openings.lines(place, clock.today()) if one.needed]
    return {"done": sum(one.done for one in needed), "count": len(needed)}


def _group(kind: Kind) -> dict[str, Any]:
    """A kind with its lines, or as one line where it has many."""
    first = kind.rows[0]
    count = len(kind.rows)
    return {
        "name": first.kind,
        "step": first.step.name,
        "workflow": first.workflow.name,
        "rows": kind.rows if count <= ONE_BY_ONE else (),
        "first": first,
        "count": count,
        "overdue": kind.overdue,
        "url": f"{reverse('desk:waiting')}?{urlencode({'kind': kind.key})}",
        "capped": count >= MOST,
    }


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """All that waits of one kind, the earliest due first; one's own, whatever the address names."""
    wanted = request.GET.get("kind", "")
    found = next((one for one in kinds(todo(actor_of(request), limit=MOST)) if one.key == wanted), None)
    context = {"group": _group(found), "rows": found.rows, "all": _all(found.rows[0])} if found else {}
    return render(request, "desk/waiting.html", context)


def _all(one: ToDo) -> str:
    """Where others of that state stand too: the library narrowed to it, for those who read it."""
    if not isinstance(one.record, Proposal) or one.record.state in rules.HIDDEN:
        return ""
    return f"{reverse('proposals:list')}?state={one.record.state}"


def _mine(actor: Actor) -> list[tuple[str, int]]:
    """How many of one's own proposals stand where."""
    counted = queries.mine(actor).order_by().values_list("state").annotate(count=Count("pk"))
    by_state = dict(counted)
    return [(str(State(state).label), by_state[state]) for state in State.values if by_state.get(state)]


def _book(place: Committee) -> dict[str, Any] | None:
    """The figures since the last plenary; of the year where none is recorded."""
    try:
        period = periods.since_plenary(place)
    except Refusal:
        period = periods.year(clock.today().year)
    results = compute.book(BOOK, Scope(place), period)
    return {
        "period": period,
        "as_of": clock.now(),
        "results": [(one, _rows_of(one.figure.key, place, period)) for one in results.values()],
        "url": navigation.address("metrics:book"),
    }


def _rows_of(key: str, place: Committee, period: periods.Period) -> str:
    """The page of the rows behind a figure."""
    return f"{reverse('metrics:figure', args=[key])}?{urlencode({'committee': str(place.uid), 'period': period.text})}"


@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    """All pages of help, the reader's own post first; or those in which the words asked for stand."""
    asked = request.GET.get("q", "").strip()[:80]
    mine = [f"for-roles/{post.role.replace('_', '-')}" for post in actor_of(request).posts]
    context = {"shelf": guides.shelf(), "asked": asked, "found": guides.found(asked), "mine": guides.several(mine)}
    return render(request, "desk/shelf.html", context)


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """All words of the trade with what they mean."""
    return render(request, "desk/words.html", {"glossary": sorted(glossary.every().items())})


@require_GET
def guide(request: HttpRequest, group: str, slug: str) -> HttpResponse:
    """One page of help."""
    page = guides.guide(group, slug)
    beside = next((pages for name, _, pages in guides.shelf() if name == group), [])
    return render(request, "desk/guide.html", {"guide": page, "beside": beside})

"""One's own pairs, one pair, and logging a contact in one tap."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.contacts import actions, queries, rules, tables
from lvzhi.contacts.forms import LogForm
from lvzhi.contacts.metrics import mode_name
from lvzhi.contacts.models import Contact, Pair
from lvzhi.contacts.queries.addresses import pair_address
from lvzhi.contacts.queries.figures import due
from lvzhi.contacts.ties import said
from lvzhi.contacts.views.place import UNFIT
from lvzhi.contacts.vocabulary.codes import MODES, SIGN
from lvzhi.contacts.vocabulary.sentences import DONE
from lvzhi.deadlines import clock
from lvzhi.journal.queries import timeline
from lvzhi.links.queries import lines
from lvzhi.norms import codes
from lvzhi.ui.formats import day as told_day


def wanted(pair: Pair) -> int:
    """How many contacts are wanted of a pair by today."""
    today = clock.today()
    kind = queries.find(pair.committee_id, pair.scheme, today)
    start, _ = queries.year_of(today)
    return due(kind.times, pair.starts, pair.ends, start, today) if kind else 0


def cards(rows: Any) -> list[dict[str, Any]]:
    """Pairs as their list shows them."""
    return [
        {"pair": row, "url": pair_address(row), "kind": queries.scheme_name(row), "said": said(row),
         "tag": tables.standing_tag(row, wanted(row))}
        for row in rows
    ]  # fmt: skip


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """我的联系: whom one keeps in touch with, and who keeps in touch with oneself."""
    actor = actor_of(request)
    context = {"cards": cards(queries.mine(actor)), "theirs": cards(queries.by_whom(actor))}
    return render(request, "contacts/mine.html", context)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A pair: the buttons that log a contact of today, what was logged before."""
    actor = actor_of(request)
    pair = queries.pair_of(actor, uid)
    open_now = pair.voided_at is None and pair.holds_on(clock.today())
    reads = rules.tells(actor, pair)
    logs = open_now and rules.logs(actor, pair)
    rows = queries.contacts_of(pair)
    context = {
        "pair": pair, "kind": queries.scheme_name(pair), "said": said(pair), "reads": reads, "logs": logs,
        "tag": tables.standing_tag(pair, wanted(pair)), "own": rules.own(actor, pair),
        "modes": _modes(pair) if logs else (), "fresh": _fresh(request, actor, rows),
        "rows": [{"row": row, "mode": mode_name(row), "tag": tables.contact_tag(row)} for row in rows],
        "keeps": open_now and rules.keeper(actor, pair), "ties": lines(actor, pair) if pair.target == "record" else (),
        "events": timeline(pair._meta.label_lower, pair.uid) if rules.reader(actor, pair) else [],
    }  # fmt: skip
    return render(request, "contacts/pair.html", context)


def _modes(pair: Pair) -> list[dict[str, str]]:
    """The modes as buttons with their signs."""
    return [
        {"code": one.code, "name": one.name, "sign": str(one.extra.get("sign") or SIGN)}
        for one in codes.codes(MODES, pair.committee_id)
    ]


def _fresh(request: HttpRequest, actor: Actor, rows: list[Contact]) -> dict[str, Any] | None:
    """The contact just logged, that can be taken back at once or told more of."""
    given = request.GET.get("logged", "")
    row = next((one for one in rows if str(one.uid) == given), None)
    if row is None or not rules.still_back(actor, row) or not rules.logs(actor, row.pair):
        return None
    words = DONE["logged"].format(day=told_day(row.met_on), mode=mode_name(row), far=row.pair.far_name)
    return {"row": row, "words": words}


@require_POST
def log(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Log a contact of today by the mode that was tapped."""
    actor = actor_of(request)
    pair = queries.pair_of(actor, uid)
    try:
        made = actions.log(actor, pair, request.POST.get("mode", ""), once=request.POST.get("once"))
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect(pair_address(pair))
    return redirect(f"{pair_address(pair)}?logged={made.uid}")


@require_http_methods(["GET", "POST"])
def more(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Log a contact of another day, or with all that is known of it."""
    actor = actor_of(request)
    pair = queries.pair_of(actor, uid)
    rules.logs.check(actor, pair)
    form = LogForm(request.POST or None, committee_id=pair.committee_id)
    made: list[Contact] = []

    def do(data: dict[str, Any]) -> None:
        more_ = {name: data[name] for name in ("topic", "problem", "follow_on")}
        once = request.POST.get("once")
        made.append(actions.log(actor, pair, data["mode"], on=data["met_on"], more=more_, once=once))

    if request.method == "POST" and attempt(form, do):
        return redirect(f"{pair_address(pair)}?logged={made[0].uid}")
    context = {"form": form, "title": str(pair), "back": pair_address(pair)}
    return render(request, "contacts/form.html", context, status=UNFIT if form.errors else 200)

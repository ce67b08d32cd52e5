"""The other side: registered, its keys compared, what went to it and came from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.relay import actions, kinds, queries, rules, tables
from lvzhi.relay.forms import ComparedForm, EndForm, PeerForm, PeerKeyForm
from lvzhi.relay.models import Peer
from lvzhi.relay.views.place import UNFIT, crumbs, frame, kept, posted, sent_by
from lvzhi.relay.vocabulary import DONE, WORDS

SHOWN = 20


def _address(peer: Peer) -> str:
    return reverse("relay:peer", args=[peer.uid])


@require_GET
def peer(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keys with fingerprints, the outbox, packages out and in, what could not be carried out."""
    actor = actor_of(request)
    found = queries.peer_of(actor, uid)
    keeps = rules.keeper(actor, found)
    waiting, gone = list(queries.parked(found)), queries.last_taken(found)
    taken = gone.number or 0 if gone else 0
    undone = list(queries.not_done(found)[:SHOWN])
    context = {
        "peer": found, "keeps": keeps, "crumbs": crumbs((found.name, "")),
        "keys": [(key, tables.grouped(key.fingerprint)) for key in queries.peer_keys(found)],
        "kinds": [kinds.name_of(key) for key in found.kinds],
        "posts": tables.posts(queries.waiting_posts(found)[:SHOWN]),
        "sent": tables.outgoing(queries.sent_to(found)[:SHOWN], gives=keeps),
        "came": tables.incoming(queries.came_from(found)[:SHOWN]),
        "undone": tables.undone(undone) if undone else None,
        "parked": waiting, "missing": queries.missing_before(taken, waiting),
    }  # fmt: skip
    return render(request, "relay/peer.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Register a peer."""
    actor, committee = kept(request)
    form = PeerForm(posted(request), committee=committee)
    made: list[Peer] = []
    if request.method == "POST" and attempt(form, lambda data: made.append(actions.add_peer(actor, committee, **data))):
        messages.success(request, DONE["peer"])
        return redirect("relay:peer_key_new", made[0].uid)
    context = frame(WORDS["peer_new"], reverse("relay:home"), form=form)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what is known of a peer."""
    actor = actor_of(request)
    found = queries.peer_of(actor, uid)
    rules.keeper.check(actor, found)
    form = PeerForm(posted(request), committee=found.committee, peer=found)
    seen = request.POST.get("version", "")
    version = int(seen) if seen.isdecimal() else None
    if request.method == "POST" and attempt(
        form, lambda data: actions.alter_peer(actor, found, version=version, **data)
    ):
        messages.success(request, DONE["saved"])
        return redirect(_address(found))
    context = frame(WORDS["peer_edit"], _address(found), form=form, version=found.version)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def key_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Register a public key of the peer."""
    actor = actor_of(request)
    found = queries.peer_of(actor, uid)
    rules.keeper.check(actor, found)
    form = PeerKeyForm(*sent_by(request))
    if request.method == "POST" and attempt(form, lambda data: _add_key(actor, found, data)):
        messages.success(request, DONE["peer_key"])
        return redirect(_address(found))
    context = frame(WORDS["peer_key_new"], _address(found), form=form, multipart=True)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


def _add_key(actor: Actor, peer: Peer, data: dict[str, Any]) -> None:
    starts = data["starts"] or clock.as_day(actor.at)
    algorithm, public = data["algorithm"], data["public"]
    if data["card"]:
        card = actions.read_card(data["card"].read(), data["card"].name)
        if card.code != peer.code:
            raise Refusal(
                "relay.card_other", field="card", name=card.name, id=card.code, peer=peer.name, given=peer.code
            )
        algorithm, public = card.algorithm, card.public
    actions.add_peer_key(actor, peer, algorithm=algorithm, public=public, starts=starts)


@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Compare a fingerprint by telephone; from then on the key counts."""
    actor = actor_of(request)
    key = queries.peer_key(actor, uid)
    rules.keeper.check(actor, key)
    form = ComparedForm(posted(request))
    if request.method == "POST" and attempt(form, lambda data: _compared(actor, key, data)):
        messages.success(request, DONE["compared"])
        return redirect(_address(key.peer))
    context = frame(
        WORDS["compare"], _address(key.peer), form=form, fingerprint=tables.grouped(key.fingerprint), peer=key.peer
    )
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


def _compared(actor: Actor, key: Any, data: dict[str, Any]) -> None:
    if not data["agrees"]:
        raise Refusal("relay.not_compared", field="agrees")
    actions.compare_key(actor, key)


@require_http_methods(["GET", "POST"])
def key_end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let a key of the peer end."""
    actor = actor_of(request)
    key = queries.peer_key(actor, uid)
    rules.keeper.check(actor, key)
    form = EndForm(posted(request))
    if request.method == "POST" and attempt(form, lambda data: actions.end_peer_key(actor, key, data["ends"])):
        messages.success(request, DONE["saved"])
        return redirect(_address(key.peer))
    context = frame(WORDS["key_end"], _address(key.peer), form=form)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)

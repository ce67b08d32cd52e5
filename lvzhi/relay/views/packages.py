"""Packages made, given out, looked into, taken."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.models import Committee
from lvzhi.files import hold
from lvzhi.relay import actions, queries, rules, tables
from lvzhi.relay.forms import TakeForm
from lvzhi.relay.views.place import UNFIT, crumbs, frame, kept, sent_by
from lvzhi.relay.vocabulary import DONE, WORDS

PURPOSE = "relay.take"


@require_POST
def pack(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Make the next package of what waits."""
    actor = actor_of(request)
    peer = queries.peer_of(actor, uid)
    rules.keeper.check(actor, peer)
    made = actions.pack(actor, peer)
    messages.success(request, DONE["packed"].format(package=made))
    return redirect("relay:peer", peer.uid)


@require_GET
def package(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The file of a package, the same however often."""
    actor = actor_of(request)
    found = queries.outgoing_of(actor, uid)
    data = BytesIO(actions.give_out(actor, found))
    return FileResponse(data, as_attachment=True, filename=actions.file_name(found))


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Choose a file; what is in it is shown before anything is taken. A bad file is noted with its reason."""
    actor, committee = kept(request)
    form = TakeForm(*sent_by(request))
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            looked = actions.preview(actor, committee, sent)
        except Refusal:
            return _settled(request, committee, sent, sent.name, form)
        sent.seek(0)
        token = hold.put(PURPOSE, actor.account_id or 0, committee.pk, sent.name, sent.read())
        context = {
            "crumbs": crumbs((WORDS["take"], "")),
            "looked": looked,
            "table": tables.listed(looked.records),
            "token": token,
            "name": sent.name,
            "fingerprint": tables.grouped(looked.manifest.key),
            "made": looked.manifest.moment,
        }
        return render(request, "relay/look.html", context)
    context = frame(WORDS["take"], reverse("relay:home"), form=form)
    return render(request, "relay/take.html", context, status=UNFIT if form.errors else 200)


def _settled(request: HttpRequest, committee: Committee, sent: object, name: str, form: TakeForm) -> HttpResponse:
    """Take what the preview already knows to be refused, so that it is noted; the reason stands over the form."""
    try:
        actions.take(actor_of(request), sent, name=name, committee=committee)  # type: ignore[arg-type]  # reason: an upload is read like a file
    except Refusal as refusal:
        form.add_error("file", refusal.sentence)
    context = frame(WORDS["take"], reverse("relay:home"), form=form)
    return render(request, "relay/take.html", context, status=UNFIT)


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Take the file that was looked into."""
    actor, committee = kept(request)
    _, name, data = hold.get(PURPOSE, actor.account_id or 0, token)
    try:
        took = actions.take(actor, data, name=name, committee=committee)
    except Refusal as refusal:
        form = TakeForm()
        messages.error(request, refusal.sentence)
        context = frame(WORDS["take"], reverse("relay:home"), form=form)
        return render(request, "relay/take.html", context, status=UNFIT)
    finally:
        hold.drop(token)
    messages.success(request, took.sentence)
    return redirect("relay:peer", took.package.peer.uid) if took.package.peer else redirect("relay:home")

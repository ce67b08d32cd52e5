"""Keys of one's own: made, their card taken away, ended."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt
from lvzhi.relay import actions, queries, rules
from lvzhi.relay.forms import EndForm, KeyForm
from lvzhi.relay.tables import grouped
from lvzhi.relay.views.place import UNFIT, crumbs, frame, kept, posted, seen
from lvzhi.relay.vocabulary import DONE, WORDS


@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """The committee's keys with their fingerprints; printable for the exchange."""
    actor, committee = seen(request)
    rows = [(key, grouped(key.fingerprint)) for key in queries.keys_of(committee)]
    context = {
        "committee": committee,
        "keys": rows,
        "keeps": rules.keeps(actor, committee.pk),
        "crumbs": crumbs((WORDS["keys"], "")),
    }
    return render(request, "relay/keys.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a key."""
    actor, committee = kept(request)
    form = KeyForm(posted(request))
    back = reverse("relay:keys")
    if request.method == "POST" and attempt(
        form, lambda data: actions.make_key(actor, committee, data["algorithm"], starts=data["starts"])
    ):
        messages.success(request, DONE["key"])
        return redirect(back)
    context = frame(WORDS["key_new"], back, form=form)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)


@require_POST
def card(request: HttpRequest, uid: UUID) -> FileResponse:
    """The card with the public key, to hand to the other side."""
    actor = actor_of(request)
    key = queries.key_of(actor, uid)
    return FileResponse(BytesIO(actions.make_card(actor, key)), as_attachment=True, filename=actions.card_name(key))


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let a key end."""
    actor = actor_of(request)
    key = queries.key_of(actor, uid)
    rules.keeper.check(actor, key)
    form, back = EndForm(posted(request)), reverse("relay:keys")
    if request.method == "POST" and attempt(form, lambda data: actions.end_key(actor, key, data["ends"])):
        messages.success(request, DONE["saved"])
        return redirect(back)
    context = frame(WORDS["key_end"], back, form=form)
    return render(request, "relay/form.html", context, status=UNFIT if form.errors else 200)

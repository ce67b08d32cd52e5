"""Which committee a page is about, and how a form's page goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from lvzhi.access import Actor, NotAllowed
from lvzhi.access.rules import held_in
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt
from lvzhi.people import queries, rules
from lvzhi.people.models import Member
from lvzhi.people.vocabulary import WORDS

PLACE = "c"


def committee_of(request: HttpRequest, actor: Actor) -> Committee:
    """The committee in view: that of ``?c=code`` where the actor may look, otherwise the actor's first. One query.

    Raises:
        NotAllowed: the actor has no post in any committee that lets one see its people.
    """
    own = held_in(actor, rules.INSIDE)
    wanted = request.GET.get(PLACE, "")
    home = request.user.committee if isinstance(request.user, Account) else None
    if home is not None and home.pk in own and wanted in ("", home.code):
        return home  # the frame of the page asks for it too: one query for both
    rows = queries.committees(own)
    for row in rows:
        if row.code == wanted:
            return row
    if not rows:
        raise NotAllowed("people.no_committee")
    return rows[0]


def kept_committee(request: HttpRequest, actor: Actor) -> Committee:
    """As `committee_of`, for those who keep its people only. Raises `NotAllowed`."""
    own = held_in(actor, rules.KEEPERS)
    rows = queries.committees(own)
    wanted = request.GET.get(PLACE, "")
    chosen = next((row for row in rows if row.code == wanted), rows[0] if rows else None)
    if chosen is None:
        raise NotAllowed("access.not_allowed", who=rules.KEEP.label)
    return chosen


def crumbs(*steps: tuple[str, str], last: str = "") -> list[dict[str, str]]:
    """The way to a page, from the list of members."""
    found = [{"label": WORDS["members"], "url": reverse("people:list")}]
    found += [{"label": label, "url": url} for label, url in steps]
    return [*found, {"label": last, "url": ""}] if last else found


def file_of(member: Member) -> str:
    """Address of a member's file."""
    return reverse("people:member", args=[member.uid])


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    home: str,
    trail: list[dict[str, str]],
    said: str = WORDS["saved"],
) -> HttpResponse:
    """A form's page: show it, run its action, say that it is saved."""
    if request.method == "POST" and attempt(form, do):
        messages.success(request, said)
        return redirect(home)
    context = {"form": form, "title": title, "home": home, "crumbs": trail}
    return render(request, "people/form.html", context)

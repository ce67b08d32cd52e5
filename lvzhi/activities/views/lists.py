"""The list of what one may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lvzhi.access import Actor
from lvzhi.accounts.actors import actor_of
from lvzhi.accounts.vocabulary import Role as Post
from lvzhi.activities import rules, tables
from lvzhi.activities.queries import pages
from lvzhi.ui.paging import keyset


def may_begin(actor: Actor) -> bool:
    """Whether the actor may begin an activity anywhere."""
    return any(actor.has(role) for role in (*rules.KEEPERS, Post.ORGAN_HEAD))


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """Every activity the actor may read, narrowed and paged, the latest first."""
    actor = actor_of(request)
    form = tables.FilterForm(request.GET)
    rows = form.narrowed(pages.listed(pages.readable(actor)), actor)
    page = keyset(rows, ("-held_on", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "filter": form,
        "table": tables.activities_table(page, request.GET),
        "may_begin": may_begin(actor),
    }
    return render(request, "activities/list.html", context)

"""Logins for a whole roster: opened by one administrator, appointed by another."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts import rules as account_rules
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope, find
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import XLSX, as_file
from lvzhi.deadlines import clock
from lvzhi.exchange import Column
from lvzhi.people import actions, queries, rules, tables
from lvzhi.people.queries import logins
from lvzhi.people.vocabulary import LOGIN_COLUMNS, LOGIN_SHEET, WORDS
from lvzhi.ui import formats


def _place(request: HttpRequest) -> Committee:
    """The committee named, else the own. Raises `NotAllowed` for whoever neither opens, appoints nor keeps here."""
    wanted = request.GET.get("c", "")
    place = find(wanted) if wanted else committee_of(request)
    actor = actor_of(request)
    if place is None or not (
        account_rules.administers(actor, place) or account_rules.guards(actor, place) or rules.keeps(actor, place.pk)
    ):
        raise NotAllowed("access.not_allowed", who=account_rules.LOOK.label)
    return place


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponseBase:
    """How many have a login and the post; on POST the part of whoever asks."""
    actor, place, day = actor_of(request), _place(request), clock.today()
    if request.method == "POST":
        try:
            if request.POST.get("what") == "appoint":
                count = actions.appoint_members(actor, place)
                messages.success(request, WORDS["posts_given"].format(count=count))
            elif request.POST.get("what") == "open":
                return _sheet(place, actions.open_logins(actor, place))
        except NotAllowed:
            raise
        except Refusal as refusal:
            messages.info(request, refusal.sentence)
        return redirect(request.get_full_path())
    context = {
        "committee": place,
        "members": queries.members_on(Scope(place), day).count(),
        "without": logins.without_login(place, day).count(),
        "waiting": logins.without_post(place, day).count(),
        "opens": account_rules.administers(actor, place),
        "appoints": account_rules.guards(actor, place),
    }
    return render(request, "people/logins.html", context)


def _sheet(place: Committee, made: list[actions.Opened]) -> HttpResponseBase:
    """The one sheet with the initial passwords."""
    columns = [Column(key, label) for key, label in LOGIN_COLUMNS.items()]
    rows = [
        (
            one.member.person.name,
            tables.seats_text(one.member, OrganKind.SECTOR),
            one.member.person.work,
            one.username,
            one.password,
        )
        for one in made
    ]
    head = [WORDS["logins_head"].format(committee=place.name, day=formats.day(clock.today()), count=len(made))]
    name = LOGIN_SHEET.format(committee=place.display)
    answer = as_file(XLSX, name=name, title=WORDS["logins"], columns=columns, rows=rows, head=head)
    answer["Cache-Control"] = "no-store"
    return answer

"""The first run behind its code, and the checklist after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Conflict, Missing, NotAllowed
from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.committee.web import attempt
from lvzhi.deadlines import clock
from lvzhi.norms import protection
from lvzhi.opening import actions, queries, rules, store
from lvzhi.opening.forms import CodeForm, FirstCommitteeForm, FirstOrgansForm, FirstPeopleForm, FirstTermForm
from lvzhi.opening.models import Opening
from lvzhi.opening.queries import Line
from lvzhi.opening.vocabulary import LINKS, STAFF_HELP, WORDS, Said, Step
from lvzhi.ui.forms import UiForm

GRANT = "opening"  # in the session: the code that was given
_STEPS = (Step.COMMITTEE, Step.TERM, Step.ORGANS, Step.KEEPERS)


@login_not_required
@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The code, then step after step; once an office stands there is nothing here."""
    if not queries.is_first_run():
        return redirect("opening:checklist" if request.user.is_authenticated else "accounts:login")
    if request.session.get(GRANT) != store.code():
        return _ask_code(request)
    step = queries.step()
    if request.method == "POST" and request.POST.get("step") != step:
        messages.info(request, Conflict("opening.moved").sentence)
        return redirect("opening:home")
    return _run(request, step)


def _ask_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST if "code" in request.POST else None)
    if request.method == "POST" and attempt(form, lambda data: actions.enter(data["code"], _address(request))):
        request.session.cycle_key()
        request.session[GRANT] = store.code()
        return redirect("opening:home")
    return render(request, "opening/code.html", {"form": form}, status=422 if form.errors else 200)


def _address(request: HttpRequest) -> str:
    return actor_of(request).address


def _run(request: HttpRequest, step: Step) -> HttpResponse:
    run = queries.first_run()
    form = _form(step, request.POST if request.method == "POST" else None, run)
    actor = actions.opener(_address(request))
    if request.method == "POST":
        people: list[Account] = []
        do: dict[Step, Callable[[dict[str, Any]], object]] = {
            Step.COMMITTEE: lambda data: actions.found(actor, **data),
            Step.TERM: lambda data: actions.begin_term(actor, **data),
            Step.ORGANS: lambda data: actions.set_up_organs(actor, form.names(), data["also"]),
            Step.KEEPERS: lambda data: people.extend(actions.appoint_first(actor, form.people())),
        }
        if attempt(form, do[step]):
            if step == Step.KEEPERS:
                return _done(request, run, people)
            return redirect("opening:home")
    place = _STEPS.index(step)
    bar = [
        {"label": one.label, "state": "done" if at < place else "current" if at == place else "next"}
        for at, one in enumerate(_STEPS)
    ]
    context = {"form": form, "step": step, "bar": bar, "committee": run.committee if run else None, "help": STAFF_HELP}
    return render(request, "opening/step.html", context, status=422 if form.errors else 200)


def _form(step: Step, data: Any, run: Opening | None) -> Any:
    if step == Step.ORGANS and run is not None:
        return FirstOrgansForm(data, level=run.committee.level)
    kinds: dict[Step, type[UiForm]] = {
        Step.COMMITTEE: FirstCommitteeForm, Step.TERM: FirstTermForm, Step.KEEPERS: FirstPeopleForm,
    }  # fmt: skip
    return kinds[step](data)


def _done(request: HttpRequest, run: Opening | None, people: list[Account]) -> HttpResponse:
    """The passwords, on this answer and nowhere else."""
    request.session.pop(GRANT, None)
    context = {"people": people, "committee": run.committee if run else None}
    return render(request, "opening/done.html", context)


@require_GET
def checklist(request: HttpRequest) -> HttpResponse:
    """What stands and what is missing, each with its place and whose part it is."""
    actor, place = actor_of(request), _place(request)
    found = queries.lines(place, clock.today(), actor)
    needed = [one for one in found if one.needed]
    context = {
        "committee": place,
        "lines": [(one, _address_of(one, place) if one.mine or one.key == "backup" else "", LINKS[one.key])
                  for one in found],
        "done": sum(one.done for one in needed), "count": len(needed),
        "confirms": rules.confirms(actor, place), "settling": queries.is_settling(place),
        "whole": all(one.done for one in needed),
    }  # fmt: skip
    return render(request, "opening/checklist.html", context)


@require_POST
def confirm(request: HttpRequest, what: str) -> HttpResponse:
    """Say what no data can show."""
    actor, place = actor_of(request), _place(request)
    said = actions.confirm(actor, place, what, actor.name)
    words = WORDS["opened"] if what == Said.SETTLED else WORDS["confirmed"]
    messages.success(request, words.format(what=said.get_what_display(), committee=place.display))
    return redirect("opening:checklist")


def _place(request: HttpRequest) -> Committee:
    """The own committee. Raises `Missing`, `NotAllowed`."""
    place = committee_of(request)
    if place is None:
        raise Missing("access.missing")
    if not rules.sees(actor_of(request), place):
        raise NotAllowed("access.not_allowed", who=rules.LOOK_LABEL)
    return place


def _address_of(line: Line, place: Committee) -> str:
    """Where the line is worked on."""
    of_place = {
        "session": "committee:detail", "organs": "committee:detail", "norms": "norms:list", "units": "directory:import",
    }  # fmt: skip
    if line.key in of_place:
        return reverse(of_place[line.key], args=[place.uid])
    if line.key == "second":
        return reverse("norms:one", args=[place.uid, "accounts.second_roles"])
    if line.key == "backup":
        return protection.guide_address("for-operators/2-backup") or ""
    return reverse(_NAMED[line.key])


_NAMED = {
    "keepers": "accounts:accounts", "staff": "accounts:accounts", "officers": "accounts:accounts",
    "roster": "people:roster", "committees": "people:list", "logins": "people:logins",
    "proposal": "proposals:write", "filed": "proposals:list",
}  # fmt: skip

"""Entering an honour, claiming one's own, changing it while it is not decided."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.honours import actions, notices, queries, rules
from lvzhi.honours.forms import HonourForm
from lvzhi.honours.models import Honour
from lvzhi.honours.queries import address
from lvzhi.honours.ties import OPEN
from lvzhi.honours.views.place import UNFIT, place
from lvzhi.honours.vocabulary import DONE
from lvzhi.links.kinds import kind_of
from lvzhi.workflow import pages

KEPT = (
    "bearer", "name", "organ", "work", "work_kind", "work_on", "title", "grade", "level", "given_by", "given_on",
    "number",
)  # fmt: skip


def _about(request: HttpRequest) -> tuple[str, UUID] | None:
    """The work that the address or the form names.

    Raises:
        Refusal: none such, or not to be seen.
    """
    text = request.POST.get("about") or request.GET.get("about", "")
    if not text:
        return None
    name, _, uid = text.partition(":")
    kind = kind_of(name)
    try:
        found = UUID(uid)
    except ValueError:
        raise Refusal("honours.work_unknown") from None
    if kind is None or not kind.visible(actor_of(request), found):
        raise Refusal("honours.work_unknown")
    return name, found


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Staff enters, a member claims; a second sending of the same request finds what the first one began."""
    actor, committee, about, once = actor_of(request), place(request), _about(request), request.POST.get("once")
    staff = rules.keeps(actor, committee.pk)
    do = actions.enter if staff else actions.claim
    form = HonourForm(
        request.POST or None, request.FILES or None, committee=committee, staff=staff, about=about is not None
    )  # fmt: skip
    if request.method == "POST":
        again = actions.begun(actor, once)
        made: list[Honour] = [again] if again else []
        if again or attempt(form, lambda data: made.append(do(actor, committee, data, about=about, once=once))):
            if not again and not staff:
                notices.tell_office(made[0])
            messages.success(request, DONE["saved" if staff else "claimed"])
            return redirect(address(made[0]))
    known = kind_of(about[0]) if about else None
    more = {"about": f"{about[0]}:{about[1]}", "about_title": known.title(about[1])} if about and known else {}
    return _page(request, form, staff=staff, cancel=reverse("honours:list" if staff else "honours:mine"), **more)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What was given, again."""
    actor = actor_of(request)
    honour = queries.one(actor, uid)
    rules.writes.check(actor, honour)
    if honour.state not in OPEN or honour.voided_at is not None:
        raise Refusal("honours.not_editable", title=honour.title, state=honour.get_state_display())
    initial = {name: getattr(honour, name) for name in KEPT}
    form = HonourForm(
        request.POST or None, committee=honour.committee, staff=honour.by_staff, record=honour, initial=initial
    )  # fmt: skip
    version = version_seen(request)
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "person" or value}
        try:
            actions.write(honour, actor, data, version=version)
        except (NotAllowed, Missing):
            raise
        except Conflict as conflict:
            return pages.clash(request, conflict, form, address(honour))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["changed"])
            return redirect(address(honour))
    return _page(
        request, form, staff=honour.by_staff, cancel=address(honour), honour=honour,
        version=version or honour.version,
    )  # fmt: skip


def _page(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    return render(request, "honours/enter.html", {"form": form, **context}, status=UNFIT if form.errors else 200)

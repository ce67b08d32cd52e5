"""Pages of the committee room: HTTP only."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lvzhi.access import Actor
from lvzhi.committee import actions, panels, queries, rules, successions, tables
from lvzhi.committee.actions.succeeding import check_shape
from lvzhi.committee.forms import (
    CommitteeForm,
    DecidingForm,
    NewSessionForm,
    OrganForm,
    RenameForm,
    SessionForm,
    SuccessionForm,
    TermForm,
)
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import LABELS, LIST_PAUSE, SYSTEM_ADMIN, WORDS, Level, OrganHow, OrganKind
from lvzhi.committee.web import actor_of, attempt
from lvzhi.deadlines import clock


def tree(request: HttpRequest) -> HttpResponse:
    """All committees in the order of the tree."""
    actor = actor_of(request)
    context = {"nodes": queries.nested(queries.tree()), "may_add": _may_add(actor)}
    return render(request, "committee/tree.html", context)


def _may_add(actor: Actor) -> bool:
    return bool(actor.committees(SYSTEM_ADMIN)) or rules.may_add_root(actor)


def detail(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """A committee: what stands above and below it, terms, sessions, organs."""
    committee, actor, day = queries.by_uid(uid), actor_of(request), clock.today()
    edits = rules.EDIT_COMMITTEE(actor, committee)
    kind = request.GET.get("kind", "")
    organs = queries.organs_of(Scope(committee)).order_by("kind", "code", "id")
    context = {
        "committee": committee,
        "crumbs": _crumbs(committee),
        "edits": edits,
        "adds_below": committee.level != Level.COUNTY and rules.ADD_BELOW(actor, committee),
        "below": tables.below(queries.below(committee)),
        "terms": tables.terms(queries.terms_of(committee), day, edits),
        "sessions": tables.sessions(queries.sessions_of(committee), day, edits),
        "organs": tables.organs([row for row in organs if kind in ("", row.kind)], day, edits),
        "kinds": _kind_tabs(organs, kind),
        "facts": _facts(committee),
    }
    return render(request, "committee/detail.html", context)


def _facts(committee: Committee) -> list[dict[str, Any]]:
    day = clock.today()
    term, plenary = queries.term_on(committee, day), queries.last_plenary(committee, day)
    upper = committee.parent
    return [
        {"label": WORDS["full_name"], "value": committee.name},
        {"label": LABELS["level"], "value": committee.get_level_display()},
        {"label": LABELS["code"], "value": committee.code},
        {
            "label": LABELS["parent"],
            "value": upper.display if upper else None,
            "url": reverse("committee:detail", args=[upper.uid]) if upper else "",
        },
        {"label": WORDS["current_term"], "value": term.name if term else None},
        {"label": WORDS["last_plenary"], "value": plenary.name if plenary else None},
    ]


def _kind_tabs(organs: QuerySet[Organ], chosen: str) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for row in organs:
        counts[row.kind] = counts.get(row.kind, 0) + 1
    tabs = [{"label": WORDS["all"], "url": "?#organs", "active": not chosen, "count": sum(counts.values())}]
    tabs += [
        {
            "label": kind.label,
            "url": f"?kind={kind.value}#organs",
            "active": chosen == kind.value,
            "count": counts[kind],
        }
        for kind in OrganKind
        if kind.value in counts
    ]
    return tabs


def _crumbs(committee: Committee) -> list[dict[str, str]]:
    rows = reversed(queries.chain(committee))
    return [
        {"label": WORDS["tree"], "url": reverse("committee:list")},
        *({"label": row.display, "url": reverse("committee:detail", args=[row.uid])} for row in rows),
    ]


def _page(
    request: HttpRequest,
    form: forms.BaseForm,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    committee: Committee | None,
    more: dict[str, Any] | None = None,
    template: str = "committee/form.html",
) -> HttpResponse:
    """A form's page: show it, run its action, say that it is saved."""
    home = reverse("committee:detail", args=[committee.uid]) if committee else reverse("committee:list")
    if request.method == "POST" and attempt(form, do):
        messages.success(request, WORDS["saved"])
        return redirect(home)
    crumbs = _crumbs(committee) if committee else [{"label": WORDS["tree"], "url": home}]
    context = {"form": form, "title": title, "crumbs": [*crumbs, {"label": title}], "home": home, **(more or {})}
    return render(request, template, context)


def add(request: HttpRequest) -> HttpResponse:
    """Found a committee, perhaps below the one named by `?parent=`."""
    wanted = request.GET.get("parent", "")
    parent = queries.by_uid(wanted) if _is_uid(wanted) else None
    form = CommitteeForm(request.POST or None, initial={"parent": parent})
    return _page(
        request,
        form,
        lambda data: actions.create(actor_of(request), **data),
        title=WORDS["add_committee"],
        committee=parent,
    )


def _is_uid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Alter a committee."""
    committee = queries.by_uid(uid)
    rules.EDIT_COMMITTEE.check(actor_of(request), committee)
    form = CommitteeForm(request.POST or None, initial=CommitteeForm.values_of(committee))
    return _page(
        request,
        form,
        lambda data: actions.alter(actor_of(request), queries.by_uid(uid), **data),
        title=WORDS["edit_committee"],
        committee=committee,
    )


def term_add(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Record a term."""
    committee = queries.by_uid(uid)
    rules.EDIT_COMMITTEE.check(actor_of(request), committee)
    form = TermForm(request.POST or None)
    return _page(
        request,
        form,
        lambda data: actions.open_term(actor_of(request), committee, **data),
        title=WORDS["add_term"],
        committee=committee,
    )


def term_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Correct or close a term."""
    term = queries.term_by_uid(uid)
    rules.EDIT.check(actor_of(request), term)
    form = TermForm(request.POST or None, initial=TermForm.values_of(term))
    return _page(
        request,
        form,
        lambda data: actions.alter_term(actor_of(request), queries.term_by_uid(uid), **data),
        title=WORDS["edit_term"],
        committee=term.committee,
    )


def session_add(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Record a plenary session."""
    committee = queries.by_uid(uid)
    rules.EDIT_COMMITTEE.check(actor_of(request), committee)
    form = NewSessionForm(request.POST or None, committee=committee)
    return _page(
        request,
        form,
        lambda data: actions.add_session(actor_of(request), **data),
        title=WORDS["add_session"],
        committee=committee,
    )


def session_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Correct a plenary session."""
    session = queries.session_by_uid(uid)
    rules.EDIT.check(actor_of(request), session)
    form = SessionForm(request.POST or None, initial=SessionForm.values_of(session))
    return _page(
        request,
        form,
        lambda data: actions.alter_session(actor_of(request), queries.session_by_uid(uid), **data),
        title=WORDS["edit_one"].format(what=WORDS["edit_session"], name=session.name),
        committee=session.committee,
    )


def organ_add(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Set up an organ."""
    committee = queries.by_uid(uid)
    rules.EDIT_COMMITTEE.check(actor_of(request), committee)
    form = OrganForm(request.POST or None, committee=committee)
    return _page(
        request,
        form,
        lambda data: actions.add_organ(actor_of(request), committee, **data),
        title=WORDS["add_organ"],
        committee=committee,
    )


def organ_edit(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Correct or close an organ."""
    organ = queries.organ_by_uid(uid)
    rules.EDIT.check(actor_of(request), organ)
    form = OrganForm(request.POST or None, committee=organ.committee, initial=OrganForm.values_of(organ))
    return _page(
        request,
        form,
        lambda data: actions.alter_organ(actor_of(request), queries.organ_by_uid(uid), **data),
        title=WORDS["edit_one"].format(what=WORDS["edit_organ"], name=organ.name),
        committee=organ.committee,
        more={"organ": organ, "history": panels.history(organ), "passed": bool(queries.heirs(organ))},
        template="committee/organ.html",
    )


def organ_rename(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Give an organ another name from a day on."""
    organ = queries.organ_by_uid(uid)
    rules.EDIT.check(actor_of(request), organ)
    form = RenameForm(request.POST or None, initial={"on": clock.today()})
    return _page(
        request,
        form,
        lambda data: actions.rename_organ(actor_of(request), queries.organ_by_uid(uid), **data),
        title=WORDS["edit_one"].format(what=WORDS["rename"], name=organ.name),
        committee=organ.committee,
    )


@require_POST
def organ_unname(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Take the last renaming back."""
    organ = actions.unname_organ(actor_of(request), queries.organ_by_uid(uid))
    messages.success(request, WORDS["unnamed"])
    return redirect("committee:organ_edit", uid=organ.uid)


def organ_succeed(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Merge or split organs: first which and when, then, with what is open before one's eyes, who takes what."""
    organ, actor = queries.organ_by_uid(uid), actor_of(request)
    rules.EDIT.check(actor, organ)
    day = clock.today()
    form = SuccessionForm(
        request.POST or None, organ=organ, day=day, initial={"how": OrganHow.SPLIT, "on": day, "sources": [organ.pk]}
    )
    home = reverse("committee:detail", args=[organ.committee.uid])
    context = {"form": form, "title": WORDS["succeed"], "home": home, "submit": "", "open": ()}
    context["crumbs"] = [*_crumbs(organ.committee), {"label": WORDS["succeed"]}]
    if request.method == "POST" and attempt(form, lambda data: _judge(form, data)):
        asked = form.arguments(form.cleaned_data)
        found = _open_items(asked)
        names = [heir if isinstance(heir, str) else heir.name for heir in asked["heirs"]]
        given = request.POST if "decide" in request.POST else None
        deciding = DecidingForm(
            given, organ=organ, day=day, open_items=found, heirs=names, initial=_kept(form)
        )  # fmt: skip
        done: list[int] = []

        def save(data: dict[str, Any]) -> None:
            done.append(actions.succeed_organs(actor, **asked, decided=deciding.decided(data))[1])

        if given is not None and attempt(deciding, save):
            messages.success(request, WORDS["passed"].format(moved=done[0]))
            return redirect(home)
        more = {"form": deciding, "title": WORDS["decide"], "deciding": True, "open": _lines(found), "heirs": names}
        context |= more
    return render(request, "committee/succession.html", context)


def _lines(found: Sequence[tuple[successions.Topic, Sequence[successions.Item]]]) -> list[tuple[str, str]]:
    return [
        (WORDS["items"].format(topic=topic.name, count=len(items)), LIST_PAUSE.join(one.label for one in items))
        for topic, items in found
    ]


def _judge(form: SuccessionForm, data: dict[str, Any]) -> None:
    asked = form.arguments(data)
    check_shape(asked["sources"], asked["heirs"], on=asked["on"], how=asked["how"])


def _kept(form: SuccessionForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {**data, "sources": [row.pk for row in data["sources"]], "heirs": [row.pk for row in data["heirs"]]}


def _open_items(asked: dict[str, Any]) -> list[tuple[successions.Topic, list[successions.Item]]]:
    found = []
    for topic in successions.topics():
        items = [item for organ in asked["sources"] for item in topic.items(organ, asked["on"])]
        if items:
            found.append((topic, items))
    return found

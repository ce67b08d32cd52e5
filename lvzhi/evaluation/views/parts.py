"""Parts of a rule set: what is counted is asked first, then the rest; dropping and moving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lvzhi.access import Missing
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import version_seen
from lvzhi.evaluation import actions, queries, rules
from lvzhi.evaluation.actions.rulesets import part_of
from lvzhi.evaluation.forms import PART_FORMS, KindForm
from lvzhi.evaluation.forms.parts import ITEM_FORMS, PartForm, known_kinds
from lvzhi.evaluation.kinds import kind_of
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.queries import set_address
from lvzhi.evaluation.reckoning import Item, Rules
from lvzhi.evaluation.views.place import UNFIT
from lvzhi.evaluation.views.rulesets import changing
from lvzhi.evaluation.vocabulary.saying import PAUSE
from lvzhi.evaluation.vocabulary.states import Sort
from lvzhi.evaluation.vocabulary.words import DONE, FORM, PARTS

COUNTING = ("items", "needs")


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, uid: UUID, name: str, number: int) -> HttpResponse:
    """A part of a draft, new where the number is 0."""
    if name not in PARTS:
        raise Missing("evaluation.no_part", number=number, part="")
    actor = actor_of(request)
    found = queries.one(actor, uid)
    rules.keeper.check(actor, found)
    value = queries.rules_of_set(found)
    known = part_of(value, name, number) if number else None
    like = known or _like(request, value, name)
    if name in COUNTING and _asks_kinds(request, like):
        return _kinds(request, found, value, name, number, like)
    names = queries.activity_kinds(found.committee, value.ends) if name in COUNTING else {}
    form = _form(request, value, name, like, names)
    if request.method == "POST" and form.is_valid():
        made = form.part(number)
        answer = changing(
            request, form, lambda: actions.put_part(found, actor, name, made, seen=version_seen(request)),
            _onward(request, found, name, made), DONE["put"].format(part=made.name),
        )  # fmt: skip
        if answer is not None:
            return answer
    context = {
        "form": form, "set": found, "title": PARTS[name], "part": known, "like": None if known else like,
        "cancel": set_address(found), "version": request.POST.get("version") or found.version, "kinds": form.kinds,
        "sort": _sort(request, like), "may_rekind": name in COUNTING, "here": request.path, "fold": FORM["seldom"],
        "counted": PAUSE.join(kind_of(one).name for one in form.kinds),
    }  # fmt: skip
    return render(request, "evaluation/part.html", context, status=UNFIT if form.errors else 200)


def _like(request: HttpRequest, value: Rules, name: str) -> Any:
    """The part that a new one begins as a copy of, where the address names one."""
    given = request.GET.get("like", "")
    return part_of(value, name, int(given)) if given.isdecimal() else None


def _onward(request: HttpRequest, found: RuleSet, name: str, made: Any) -> str:
    """Where one goes once it is saved: to the next new one where that was asked, else back to it among the others."""
    if request.POST.get("then") != "more":
        return set_address(found) + (f"#i{made.number}" if name == "items" and made.number else "")
    following = reverse("evaluation:part", args=[found.uid, name, 0])
    return f"{following}?block={made.block}" if isinstance(made, Item) else following


def _asked(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else request.GET


def _sort(request: HttpRequest, known: Any) -> str:
    given = _asked(request).get("sort", "")
    return given if given in Sort.values else getattr(known, "sort", Sort.AUTO)


def _asks_kinds(request: HttpRequest, known: Any) -> bool:
    """Whether it is not said yet what is counted."""
    asked = _asked(request)
    return bool(request.GET.get("rekind")) or (known is None and not asked.getlist("kinds") and "sort" not in asked)


def _kinds(request: HttpRequest, found: RuleSet, value: Rules, name: str, number: int, known: Any) -> HttpResponse:
    form = KindForm(units=value.of_units, initial={"kinds": list(getattr(known, "kinds", ()))})
    context = {
        "form": form, "set": found, "title": PARTS[name], "cancel": set_address(found), "of_items": name == "items",
        "here": reverse("evaluation:part", args=[found.uid, name, number]),
        "kept": [(key, request.GET[key]) for key in ("block", "like") if request.GET.get(key)],
    }  # fmt: skip
    return render(request, "evaluation/part_kinds.html", context)


def _form(request: HttpRequest, value: Rules, name: str, known: Any, names: Mapping[str, str]) -> PartForm:
    asked = _asked(request).getlist("kinds")
    kinds = known_kinds(asked) if asked else tuple(getattr(known, "kinds", ()))
    sort = _sort(request, known)
    maker: type[PartForm] = ITEM_FORMS[sort] if name == "items" else PART_FORMS[name]
    if name == "items" and sort != Sort.AUTO:
        kinds = ()
    initial = maker.given(known) if known is not None else {}
    if known is None and request.GET.get("block"):
        initial["block"] = request.GET["block"]
    return maker(request.POST or None, rules=value, kinds=kinds, names=names, initial=initial)


@require_POST
def do(request: HttpRequest, uid: UUID, name: str, number: int, what: str) -> HttpResponse:
    """Take a part out, or put it before the one above it."""
    if name not in PARTS or what not in ("drop", "up"):
        raise Missing("evaluation.no_part", number=number, part="")
    actor = actor_of(request)
    found = queries.one(actor, uid)
    known = part_of(queries.rules_of_set(found), name, number)
    take = actions.drop_part if what == "drop" else actions.move_part
    take(found, actor, name, number, seen=version_seen(request))
    if what == "drop":
        messages.success(request, DONE["dropped"].format(part=known.name))
    return redirect(set_address(found))

"""Rule sets: the list, one with its sentences, beginning, describing, its parts, a trial."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Conflict, Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, tell, version_seen
from lvzhi.deadlines import clock
from lvzhi.evaluation import actions, queries, rules, tables
from lvzhi.evaluation.forms import BeginForm, DescribeForm, TrialForm
from lvzhi.evaluation.forms.rulesets import COPY, SAMPLE
from lvzhi.evaluation.models import RuleSet
from lvzhi.evaluation.queries import set_address
from lvzhi.evaluation.reckoning import faults_of
from lvzhi.evaluation.samples import sample, samples
from lvzhi.evaluation.views.place import UNFIT, place
from lvzhi.evaluation.views.showing import shown_rules
from lvzhi.evaluation.vocabulary.states import SET_HOLDERS, SET_NEXT, SET_PHASES, SetState
from lvzhi.evaluation.vocabulary.words import DONE
from lvzhi.evaluation.workflow import ALL
from lvzhi.journal.queries import timeline
from lvzhi.ui.paging import keyset
from lvzhi.workflow import pages
from lvzhi.workflow.engine import steps_open

KIND = "evaluation.ruleset"


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The rule sets of a committee."""
    actor, committee = actor_of(request), place(request, rules.may_look)
    form = tables.SetFilter(request.GET)
    rows = form.narrowed(queries.of_committee(actor, committee.pk))
    page = keyset(rows, ("-year", "-id"), request.GET.get("cursor"), count=True)
    context = {
        "table": tables.set_table(page, request.GET), "filter": form, "committee": committee,
        "may_keep": rules.may_keep(actor, committee.pk),
    }  # fmt: skip
    return render(request, "evaluation/sets.html", context)


@require_GET
def examples(request: HttpRequest) -> HttpResponse:
    """The examples, and one of them in sentences."""
    names = queries.activity_kinds(place(request, rules.may_look), clock.today())
    key = request.GET.get("key", "")
    one = None
    if key:
        try:
            one = sample(key)
        except KeyError:
            raise Missing("evaluation.no_sample", key=key) from None
    context = {"samples": samples(), "one": one, "shown": shown_rules(one.rules(1), names) if one else None}
    return render(request, "evaluation/samples.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """A new rule set."""
    actor, committee = actor_of(request), place(request, rules.may_keep, "evaluation.not_keeper")
    past = list(queries.of_committee(actor, committee.pk).filter(voided_at=None)[:20])
    form = BeginForm(request.POST or None, past=past, initial={"origin": request.GET.get("origin", "")})
    made: list[RuleSet] = []

    def do(data: dict[str, Any]) -> None:
        origin = data.pop("origin", "")
        copied = queries.one(actor, UUID(origin.removeprefix(COPY))) if origin.startswith(COPY) else None
        data["sample"] = origin.removeprefix(SAMPLE) if origin.startswith(SAMPLE) else ""
        made.append(actions.begin_set(actor, committee, data, copied=copied, once=request.POST.get("once")))

    if request.method == "POST" and attempt(form, do):
        messages.success(request, DONE["begun"])
        return redirect(set_address(made[0]))
    context = {"form": form, "cancel": reverse("evaluation:sets")}
    return render(request, "evaluation/set_begin.html", context, status=UNFIT if form.errors else 200)


@require_GET
def detail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A rule set in sentences, what is wrong with it, its steps and history."""
    actor = actor_of(request)
    found = queries.one(actor, uid)
    value = queries.rules_of_set(found)
    may_edit = rules.keeper(actor, found) and found.state == SetState.DRAFT and found.voided_at is None
    faults = [Refusal(one.code, **one.facts).sentence for one in faults_of(value)] if may_edit else []
    context = {
        "set": found, "tag": tables.set_tag(found), "may_edit": may_edit,
        "shown": shown_rules(value, queries.activity_kinds(found.committee, value.ends)),
        "faults": faults, "steps": _bar(found), "holder": SET_HOLDERS.get(found.state, ""),
        "next": SET_NEXT[found.state],
        "buttons": [(step, reverse("evaluation:step", args=["set", found.uid, step.key]))
                    for step in steps_open(found, actor)],
        "may_keep": rules.keeper(actor, found), "events": timeline(KIND, found.uid),
        "origin": f"{COPY}{found.uid}", "source": sample(found.sample) if found.sample else None,
    }  # fmt: skip
    return render(request, "evaluation/set.html", context)


def _bar(found: RuleSet) -> list[dict[str, Any]]:
    here = next((at for at, (_, states) in enumerate(SET_PHASES) if found.state in states), -1)
    days = (found.created_at.date(), found.adopted_on, None)
    bar = []
    for at, ((label, _), day) in enumerate(zip(SET_PHASES, days, strict=True)):
        state = "done" if at < here else "current" if at == here else "next"
        bar.append({"label": label, "state": "skipped" if here < 0 else state, "date": day if at <= here else None})
    return bar


def changing(
    request: HttpRequest, form: Any, do: Callable[[], object], back: str, done: str
) -> HttpResponse | None:  # fmt: skip
    """Do it and go back; a clash shows both, a refusal stays on the form."""
    try:
        do()
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return pages.clash(request, conflict, form, back)
    except Refusal as refusal:
        tell(form, refusal)
        return None
    messages.success(request, done)
    return redirect(back)


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Name, year, days, bounds."""
    actor = actor_of(request)
    found = queries.one(actor, uid)
    rules.keeper.check(actor, found)
    value = queries.rules_of_set(found)
    initial = {name: getattr(value, name) for name in DescribeForm.base_fields if name != "note"}
    form = DescribeForm(request.POST or None, initial=initial | {"note": found.note})
    back = set_address(found)
    if request.method == "POST" and form.is_valid():
        answer = changing(
            request, form,
            lambda: actions.describe_set(found, actor, form.cleaned_data, seen=version_seen(request)),
            back, DONE["described"],
        )  # fmt: skip
        if answer is not None:
            return answer
    context = {"form": form, "set": found, "version": request.POST.get("version") or found.version, "cancel": back}
    return render(request, "evaluation/set_begin.html", context, status=UNFIT if form.errors else 200)


@require_GET
def trial(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The last year reckoned by this rule set and by that year's own, with every difference."""
    actor = actor_of(request)
    found = queries.one(actor, uid)
    rules.looker.check(actor, found)
    others = [
        one for one in queries.of_committee(actor, found.committee_id).filter(voided_at=None, subject=found.subject)
        if one.pk != found.pk
    ]  # fmt: skip
    form = TrialForm(request.GET or None, others=others)
    wanted = request.GET.get("against", "")
    other = next((one for one in others if str(one.uid) == wanted), others[0] if others else None)
    rows = []
    if other is not None:
        old = queries.rules_of_set(queries.one(actor, other.uid))
        rows = queries.compare(found.committee, queries.rules_of_set(found), old)
    context = {
        "set": found, "other": other, "form": form, "rows": rows, "cancel": set_address(found),
        "moved": [one for one in rows if one.moved], "changed": sum(1 for one in rows if one.change),
    }  # fmt: skip
    return render(request, "evaluation/trial.html", context)


def record_of(actor: Actor, kind: str, uid: UUID) -> tuple[Any, str]:
    """A record whose step is asked for, and where to go back to."""
    if kind == "set":
        found = queries.one(actor, uid)
        return found, set_address(found)
    if kind == "run":
        run = queries.run(actor, uid)
        return run, queries.run_address(run)
    hanging = queries.hanging(actor, kind, uid)
    return hanging, queries.record_address(hanging)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(ALL, kind, key)
    record, back = record_of(actor_of(request), kind, uid)
    return pages.step(request, workflow, record, key, pages.Frame(title=record.title_for_people, back=back))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """As a mis-entry."""
    found = queries.one(actor_of(request), uid)
    return pages.void(request, found, rules.keeper, title=found.title_for_people, back=set_address(found))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring a voided rule set back."""
    found = queries.one(actor_of(request), uid)
    return pages.restore(request, found, rules.keeper, back=set_address(found))

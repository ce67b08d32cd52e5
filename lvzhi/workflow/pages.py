"""The page of a step and of a voiding, for every room that has procedures: what is asked, and what came of sending it.

A room looks the record up and says what stands around the form; the rest is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lvzhi.access import Actor, Conflict, Missing, NotAllowed, Refusal, Refusals, Rule
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import version_seen
from lvzhi.workflow import engine, undoing
from lvzhi.workflow.declare import Step, Workflow
from lvzhi.workflow.forms import UndoForm, VoidForm
from lvzhi.workflow.vocabulary import DONE

HELD_BACK = frozenset({"csrfmiddlewaretoken", "once", "version"})
UNFIT = 422


def usual_words(step: Step, done: Any) -> str:
    """What is said after a step where its room has no words of its own."""
    return DONE["step"].format(step=step.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What a room puts around the form.

    Args:
        title: what the page calls the record.
        back: address of the record's page.
        said: the sentence after a step that was taken.
        onward: where it leads then; the record's page where not given.
        more: what else the room's own template shows; called after a refusal too.
        template: extends ``workflow/step.html`` where the room has more to show.
    """

    title: str
    back: str
    said: Callable[[Step, Any], str] = usual_words
    onward: Callable[[Any], str] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    template: str = "workflow/step.html"


def wanted(kinds: Mapping[str, Workflow], kind: str, key: str) -> Workflow:
    """The procedure that an address names, if it has such a step.

    Raises:
        Missing: no such procedure or step, or one that is taken by itself.
    """
    workflow = kinds.get(kind)
    if workflow is None or not workflow.has_step(key) or workflow.step(key).automatic:
        raise Missing("workflow.unknown", key=key)
    return workflow


def step(request: HttpRequest, workflow: Workflow, record: Any, key: str, frame: Frame) -> HttpResponse:
    """Ask what the step asks; take it.

    Raises:
        NotAllowed: the step is another's.
    """
    actor = actor_of(request)
    asked = workflow.step(key)
    if request.method != "GET":
        return _take(request, record, asked, frame)
    try:
        engine.expect(record, key, actor)
    except Conflict as conflict:
        return clash(request, conflict, None, frame.back)
    form = asked.asks(record=record, actor=actor) if asked.asks else None  # type: ignore[call-arg]  # reason: step forms take record and actor, which django's stub of Form does not know
    return _page(request, record, asked, form, frame, 200)


def _take(request: HttpRequest, record: Any, asked: Step, frame: Frame) -> HttpResponse:
    version = version_seen(request)
    try:
        done = engine.take(
            record, asked.key, actor_of(request), request.POST, files=request.FILES,
            version=version, once=request.POST.get("once"),
        )  # fmt: skip
    except (NotAllowed, Missing):
        raise
    except Conflict as conflict:
        return clash(request, conflict, _bound(request, record, asked), frame.back)
    except Refusal as refusal:
        form = _bound(request, record, asked)
        return _page(request, record, asked, form, frame, UNFIT, _tell(form, refusal))
    messages.success(request, frame.said(asked, done))
    return redirect(frame.onward(done) if frame.onward else frame.back)


def _bound(request: HttpRequest, record: Any, asked: Step) -> forms.Form | None:
    """The form with everything that was typed."""
    if asked.asks is None:
        return None
    return asked.asks(request.POST, request.FILES, record=record, actor=actor_of(request))  # type: ignore[call-arg]  # reason: as above


def _tell(form: forms.Form | None, refusal: Refusal) -> list[str]:
    """Put each refusal on its field; what has no field is given back, to stand over the form."""
    parts = refusal.parts if isinstance(refusal, Refusals) else (refusal,)
    if form is not None and not form.is_valid():
        return []  # the form says its own faults, on their fields
    loose = []
    for part in parts:
        if form is not None and part.field in form.fields:
            form.add_error(part.field, part.sentence)
        else:
            loose.append(part.sentence)
    return loose


def _page(
    request: HttpRequest,
    record: Any,
    asked: Step,
    form: forms.Form | None,
    frame: Frame,
    status: int,
    loose: list[str] | None = None,
) -> HttpResponse:
    context = {
        "step": asked, "record": record, "form": form, "loose": loose or [], "title": frame.title, "back": frame.back,
        **frame.more,
    }  # fmt: skip
    return render(request, frame.template, context, status=status)


def clash(request: HttpRequest, conflict: Conflict, form: forms.Form | None, back: str) -> HttpResponse:
    """Who was first and when, with what was typed into the form kept to copy."""
    typed = []
    if form is not None:
        for name, field_ in form.fields.items():
            texts = [text for text in request.POST.getlist(name) if text]
            if texts and name not in HELD_BACK and not isinstance(field_.widget, forms.PasswordInput):
                typed.append((field_.label, _readable(field_, texts)))
    context = {"sentence": conflict.sentence, "back_url": back, "typed": typed}
    return render(request, "workflow/conflict.html", context, status=conflict.status)


def _readable(field_: forms.Field, texts: list[str]) -> str:
    """What was chosen in words, what was written as it stands."""
    labels = getattr(field_, "labels", None)
    names = dict(labels(texts)) if labels else {str(key): str(label) for key, label in getattr(field_, "choices", ())}
    return "\n".join(names.get(text, text) for text in texts)


def void(request: HttpRequest, record: Any, may: Rule, *, title: str, back: str) -> HttpResponse:
    """Ask for the ground; void. A second sending finds it voided already and changes nothing."""
    actor = _allowed(request, record, may)
    if record.voided_at is not None:
        return redirect(back)
    form = VoidForm(request.POST if request.method == "POST" else None, record=record, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            engine.void(record, actor, form.cleaned_data["ground"])
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            messages.success(request, DONE["voided"])
            return redirect(back)
    status = UNFIT if form.errors else 200
    return render(request, "workflow/void.html", {"form": form, "title": title, "back": back}, status=status)


def restore(request: HttpRequest, record: Any, may: Rule, *, back: str) -> HttpResponse:
    """Bring it back; a second sending changes nothing."""
    actor = _allowed(request, record, may)
    if record.voided_at is not None:
        engine.restore(record, actor)
        messages.success(request, DONE["restored"])
    return redirect(back)


def back(request: HttpRequest, workflow: Workflow, record: Any, key: str, frame: Frame) -> HttpResponse:
    """Ask why a step is taken back; put everything back as it was before it.

    Raises:
        Missing, NotAllowed, Conflict, Refusal: as `undoing.expect_back`; shown by the page of refusals. Missing too for
            a step that the procedure does not have.
    """
    actor = actor_of(request)
    if not workflow.has_step(key):
        raise Missing("workflow.unknown", key=key)
    found = undoing.expect_back(record, key, actor)
    form = UndoForm(request.POST if request.method == "POST" else None, record=record, actor=actor)
    if request.method == "POST" and form.is_valid():
        version = version_seen(request)
        try:
            done = undoing.take_back(record, key, actor, form.cleaned_data["ground"], version=version)
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            messages.success(request, DONE["taken_back"].format(step=found.step.name))
            return redirect(frame.onward(done) if frame.onward else frame.back)
    context = {"form": form, "found": found, "record": record, "title": frame.title, "back": frame.back, **frame.more}
    return render(request, "workflow/back.html", context, status=UNFIT if form.errors else 200)


def _allowed(request: HttpRequest, record: Any, may: Rule) -> Actor:
    actor = actor_of(request)
    may.check(actor, record)
    return actor

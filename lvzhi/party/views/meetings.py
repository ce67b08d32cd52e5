"""Meetings of an organisation: putting one down, its page, its steps; the steps of quarters and deeds too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lvzhi.access import Actor, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.committee.web import attempt, version_seen
from lvzhi.files.queries import of as files_of
from lvzhi.journal.queries import timeline
from lvzhi.links import beside
from lvzhi.links import queries as links
from lvzhi.links.kinds import kind_of
from lvzhi.party import actions, queries, rules, tables, ties
from lvzhi.party.forms import MeetingForm, MinutesForm
from lvzhi.party.models import Meeting
from lvzhi.party.queries.addresses import (
    appraisal_address,
    body_address,
    deed_address,
    duty_address,
    line_address,
    meeting_address,
    quarter_address,
)
from lvzhi.party.views.place import UNFIT
from lvzhi.party.vocabulary import DONE, HELD_AS, OF_LIFE, MeetingState
from lvzhi.party.workflow import APPRAISAL, DEED, DUTY, LINE, MEETING, QUARTER
from lvzhi.workflow import pages
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.engine import steps_open

KINDS: dict[str, Workflow] = {
    "meeting": MEETING, "quarter": QUARTER, "deed": DEED, "appraisal": APPRAISAL, "line": LINE, "duty": DUTY,
}  # fmt: skip
# how a record of each is found within the actor's rights, and where it is looked at
FOUND: dict[str, tuple[Any, Any]] = {
    "meeting": (queries.meeting_of, meeting_address),
    "quarter": (queries.quarter_of, quarter_address),
    "deed": (queries.deed_of, deed_address),
    "appraisal": (queries.appraisal_of, appraisal_address),
    "line": (queries.line_of, line_address),
    "duty": (queries.duty_of, duty_address),
}


def _about(request: HttpRequest, actor: Actor) -> tuple[str, UUID] | None:
    """The activity that the meeting was, from the page that led here.

    Raises:
        Refusal: none such, or one that the actor may not see.
    """
    text = request.POST.get("about") or request.GET.get("about", "")
    if not text:
        return None
    name, _, uid = text.partition(":")
    kind = kind_of(name)
    try:
        found = UUID(uid)
    except ValueError:
        raise Refusal("party.about_unknown") from None
    if name != ties.ACTIVITY or kind is None or not kind.visible(actor, found):
        raise Refusal("party.about_unknown")
    return name, found


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put a meeting down."""
    actor = actor_of(request)
    body = queries.body_of(actor, uid)
    rules.writes.check(actor, body)
    about = _about(request, actor)
    kind = kind_of(about[0]) if about else None
    title = kind.title(about[1]) if about and kind else ""
    form = MeetingForm(request.POST or None, initial={"title": title, "kind": request.GET.get("kind", "")}, body=body)
    made: list[Meeting] = []
    if request.method == "POST" and attempt(
        form,
        lambda data: made.append(actions.plan_meeting(actor, body, data, about=about, once=request.POST.get("once"))),
    ):
        if steps_open(made[0], actor) and made[0].is_past:
            return redirect(reverse("party:step", args=["meeting", made[0].uid, "hold"]))
        messages.success(request, DONE["planned"])
        return redirect(meeting_address(made[0]))
    context = {
        "form": form, "title": DONE["plan"].format(name=body.name), "back": body_address(body),
        "about": ":".join(map(str, about)) if about else "", "about_title": title,
    }  # fmt: skip
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A meeting: when, who came, what was decided."""
    actor = actor_of(request)
    meeting = queries.meeting_of(actor, uid)
    kind = meeting._meta.label_lower
    context = {
        "meeting": meeting, "tag": tables.meeting_tag(meeting), "kind_name": tables.kind_name(meeting),
        "people": queries.presences(meeting), "buttons": steps_open(meeting, actor),
        "about": links.lines(actor, meeting, HELD_AS), "may_void": rules.meeting_kept(actor, meeting),
        "files": files_of(kind, meeting.uid),
        "add_url": reverse("files:add", args=[kind, meeting.uid]) if ties.may_add(actor, meeting) else "",
        "events": timeline(kind, meeting.uid), "back": body_address(meeting.body),
        "panels": beside.panels(actor, meeting), "of_life": meeting.kind in OF_LIFE, **_minutes(actor, meeting),
    }  # fmt: skip
    return render(request, "party/meeting.html", context)


def _minutes(actor: Actor, meeting: Meeting) -> dict[str, Any]:
    """What was said in criticism, for the organisation itself and the one above."""
    if meeting.kind not in OF_LIFE:
        return {}
    reads = rules.minutes_seen(actor, meeting)
    held = meeting.state == MeetingState.HELD and meeting.voided_at is None
    return {
        "minutes_read": reads, "minutes": queries.minutes_of(meeting) if reads else None,
        "minutes_write": held and rules.meeting_led(actor, meeting),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put down what was said in criticism and self-criticism."""
    actor = actor_of(request)
    meeting = queries.meeting_of(actor, uid)
    rules.meeting_led.check(actor, meeting)
    known = queries.minutes_of(meeting)
    form = MinutesForm(request.POST or None, initial={"text": known.text if known else ""})
    seen = version_seen(request)
    if request.method == "POST" and attempt(
        form, lambda data: actions.keep_minutes(actor, meeting, data["text"], version=seen)
    ):
        messages.success(request, DONE["saved"])
        return redirect(meeting_address(meeting))
    context = {
        "form": form, "title": DONE["minutes"].format(title=meeting.title), "back": meeting_address(meeting),
        "hint": DONE["minutes_hint"], "version": seen or (known.version if known else ""),
    }  # fmt: skip
    return render(request, "party/form.html", context, status=UNFIT if form.errors else 200)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, kind: str, uid: UUID, key: str) -> HttpResponse:
    """Ask what the step asks; take it."""
    workflow = pages.wanted(KINDS, kind, key)
    find, address = FOUND[kind]
    record = find(actor_of(request), uid)
    back = address(record)
    return pages.step(request, workflow, record, key, pages.Frame(title=record.title_for_people, back=back))


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a mis-entered meeting out of every figure."""
    meeting = queries.meeting_of(actor_of(request), uid)
    return pages.void(request, meeting, rules.meeting_kept, title=meeting.title, back=meeting_address(meeting))


@require_POST
def restore(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring it back."""
    meeting = queries.meeting_of(actor_of(request), uid)
    return pages.restore(request, meeting, rules.meeting_kept, back=meeting_address(meeting))

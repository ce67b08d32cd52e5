"""Who was there: one page a sitting for noting by tapping or all but a few, corrections, people who came uninvited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lvzhi.access import Missing, NotAllowed, Refusal
from lvzhi.accounts.actors import actor_of
from lvzhi.activities import queries, rules
from lvzhi.activities.actions import attending
from lvzhi.activities.forms import NOTABLE, AdmitForm, CorrectForm, ProofForm
from lvzhi.activities.models import WORDS_MOST, Activity, Arrival, Sitting
from lvzhi.activities.queries import arrivals, pages
from lvzhi.activities.queries import attending as reads
from lvzhi.activities.queries.reading import attendance_of
from lvzhi.activities.tables import leave_tag, presence_tag, state_tag, verdict_tag
from lvzhi.activities.views.place import crumbs
from lvzhi.activities.vocabulary import DONE, WORDS, Presence, Proof, Role
from lvzhi.activities.vocabulary.arrivals import Signing
from lvzhi.committee.web import tell
from lvzhi.deadlines import clock

FIELD, REMARK = "p-", "r-"
QUICK, SOME, ADMIT = "quick", "some", "admit"


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The lines of one sitting, with what stands behind each; where allowed, the means to note those that lack.

    Raises:
        Missing: no such activity.
        NotAllowed: neither its keeper nor one who reads lists.
    """
    actor = actor_of(request)
    activity = queries.one(actor, uid, handed_in=arrivals.handed_in())
    if not rules.reads_list(actor, activity):
        raise NotAllowed("access.not_allowed", who=rules.keeper.label)
    sittings = pages.programme(activity)
    sitting = _chosen(request, sittings)
    proof, admit = ProofForm(), AdmitForm(activity=activity)
    faults: list[str] = []
    if request.method == "POST":
        admit = AdmitForm(request.POST if request.POST.get("do") == ADMIT else None, activity=activity)
        proof = ProofForm(request.POST if "proof" in request.POST else None)
        try:
            said = _note(request, sitting, proof, admit)
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            faults = refusal.sentence.splitlines()
        else:
            if said:
                messages.success(request, said)
                return redirect(f"{reverse('activities:attendance', args=[uid])}?s={sitting.uid}")
    context = _context(request, activity, sittings, sitting) | {"proof": proof, "admit": admit, "faults": faults}
    return render(request, "activities/attendance.html", context, status=422 if faults or admit.errors else 200)


def _chosen(request: HttpRequest, sittings: list[Sitting]) -> Sitting:
    """The sitting in view: that asked for, otherwise the first."""
    wanted = request.GET.get("s", "")
    found = next((row for row in sittings if str(row.uid) == wanted), sittings[0] if sittings else None)
    if found is None:
        raise Missing("activities.unknown")
    return found


def _note(request: HttpRequest, sitting: Sitting, proof: ProofForm, admit: AdmitForm) -> str:
    actor, asked = actor_of(request), request.POST.get("do", "")
    if asked == ADMIT:
        if not admit.is_valid():
            return ""
        return DONE["admitted"].format(name=attending.admit(sitting, actor, admit.guest()).name)
    chosen = {
        int(name.removeprefix(FIELD)): value
        for name, value in request.POST.items()
        if name.startswith(FIELD) and name.removeprefix(FIELD).isdigit() and value in Presence.values
    }
    remarks = {pk: request.POST.get(f"{REMARK}{pk}", "")[:WORDS_MOST] for pk in chosen}
    if asked == QUICK:
        noted = attending.note_all_but(sitting, actor, chosen, remarks=remarks)
    else:
        basis = proof.cleaned_data["proof"] if proof.is_valid() else Proof.CLERK
        noted = attending.note(sitting, actor, chosen, proof=basis, remarks=remarks)
    said = DONE["noted"].format(count=len(noted.made))
    if noted.waiting:
        said += DONE["noted_waiting"].format(count=noted.waiting)
    return said


def _context(request: HttpRequest, activity: Activity, sittings: list[Any], sitting: Any) -> dict[str, Any]:
    actor = actor_of(request)
    people = pages.people_of(activity)
    tallies = reads.tallies(sittings, people)
    tally = next(one for one in tallies if one.sitting.pk == sitting.pk)
    lines = reads.lines(activity, sitting, people)
    keeps = rules.keeper(actor, activity)
    proofs, held = arrivals.proofs_of(sitting) if getattr(activity, "handed_in", True) else ({}, 0)
    may = keeps and activity.state in attending.NOTING and activity.voided_at is None
    return {
        "activity": activity,
        "tag": state_tag(activity),
        "sitting": sitting,
        "tabs": [
            {
                "label": one.sitting.name,
                "url": f"?s={one.sitting.uid}",
                "active": one.sitting.pk == sitting.pk,
                "count": f"{one.noted}/{one.expected}",
            }
            for one in tallies
        ],
        "tally": tally,
        "present": reads.presence_words(tally),
        "quorum": reads.quorum(activity, tally),
        "lines": [_shown(line, proofs.get(line.participant.pk, ())) for line in lines if line.attendance is not None],
        "held": held if keeps else 0,
        "keeps": keeps,
        "open": [_shown(line) for line in lines if line.attendance is None],
        "clashes": reads.clashes_told(actor, [line.clash for line in lines if line.clash is not None]),
        "waiting": [line.participant.name for line in lines if line.leave is not None and line.leave.state == "asked"],
        "choices": [(one.value, str(one.label)) for one in NOTABLE],
        "may_note": may and sitting.on <= clock.today(),
        "may_correct": may,
        "to_come": sitting.on > clock.today(),
        "crumbs": crumbs(activity, WORDS["attendance"]),
    }


def _shown(line: reads.Line, proofs: Sequence[Arrival] = ()) -> dict[str, Any]:
    """What a line of the page says; `proofs`: what devices at the door saw, the earliest first."""
    row, attendance = line.participant, line.attendance
    return {
        "row": row,
        "role": "" if row.role == Role.ATTEND else str(Role(row.role).label),
        "attendance": attendance,
        "tag": presence_tag(attendance.presence) if attendance is not None else None,
        "proof": str(Proof(attendance.proof).label) if attendance is not None else "",
        "verdict": verdict_tag(row.verdict),
        "leave": line.leave,
        "leave_tag": leave_tag(line.leave.state) if line.leave is not None else None,
        "days_late": line.days_late,
        "clash": line.clash,
        "corrections": [
            {"was": presence_tag(one.was), "becomes": presence_tag(one.becomes), "row": one} for one in line.corrections
        ],
        "proofs": [{"row": one, "way": str(Signing(one.way).label)} for one in proofs],
        "field": f"{FIELD}{row.pk}",
        "remark": f"{REMARK}{row.pk}",
    }


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Correct a line, with its ground.

    Raises:
        NotAllowed: not the keeper, or one's own entry where the committee asks for a second person.
    """
    actor = actor_of(request)
    row = attendance_of(uid)
    activity = queries.one(actor, row.sitting.activity.uid)
    rules.keeper.check(actor, activity)
    back = f"{reverse('activities:attendance', args=[activity.uid])}?s={row.sitting.uid}"
    form = CorrectForm(request.POST if request.method == "POST" else None, attendance=row)
    if request.method == "POST" and form.is_valid():
        try:
            attending.correct(row, actor, form.cleaned_data["presence"], form.cleaned_data["ground"])
        except (NotAllowed, Missing):
            raise
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, DONE["corrected"].format(name=row.participant.name))
            return redirect(back)
    context = {
        "form": form, "row": row, "tag": presence_tag(row.presence), "proof": str(Proof(row.proof).label),
        "activity": activity, "back": back, "crumbs": crumbs(activity, WORDS["correct"]),
    }  # fmt: skip
    return render(request, "activities/correct.html", context, status=422 if form.errors else 200)

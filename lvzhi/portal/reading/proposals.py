"""Published proposals: the frozen text, how far each is, what was promised and what became of it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse

from lvzhi.committee.models import Session
from lvzhi.committee.scope import Scope
from lvzhi.norms import codes
from lvzhi.portal.kinds import Field, Kind, Place, Rows, register
from lvzhi.portal.vocabulary import (
    BY_MEMBER,
    FULL,
    PROMISE_TONES,
    PROMISE_WORDS,
    REPLY_MARK,
    STAGE_OF,
    STEPS,
    SUMMARY,
    Part,
    Stage,
)
from lvzhi.proposals.models import Assignment, Promise, Publication
from lvzhi.proposals.queries.publishing import promise_label, published
from lvzhi.proposals.vocabulary import AssignState, PromiseState, State, Track
from lvzhi.proposals.vocabulary.publishing import PublicForm, PublicState

HEAVY = ("proposal__background", "proposal__analysis", "proposal__survey", "proposal__title")
ALIKE = Q(form=PublicForm.FULL, round__gt=0)
STATES = {stage: [state for state, one in STAGE_OF.items() if one == stage] for stage in Stage}


def rows(place: Place) -> Rows:
    """What is published now, each with its frozen text. Nothing without one: its words were decided by nobody."""
    found = published(Scope(place.committee)).exclude(text="")
    return found.filter(proposal__state__in=[str(one) for one in STAGE_OF]).defer(*HEAVY)


def parts(row: Publication) -> list[tuple[str, str]]:
    """Heading and words of each piece of the published text."""
    return [(label, text) for label, text in json.loads(row.text)]


def title(_place: Place, row: Publication) -> str:
    """That of the published text, in which a passage may be left out."""
    return parts(row)[0][1]


def answers_shown(row: Publication) -> bool:
    """Whether the published text holds the answers."""
    return row.form == PublicForm.FULL and row.round > 0


def _proposer(place: Place, row: Publication) -> str:
    proposal = row.proposal
    return proposal.proposer if proposal.collective or place.names else BY_MEMBER


def _category(place: Place, row: Publication) -> str:
    code = row.proposal.category
    return codes.name_of("proposals.category", place.committee, code, row.proposal.filed_on) if code else ""


def _result(place: Place, row: Publication) -> str:
    code = row.proposal.result_class
    if not code or not answers_shown(row):
        return ""
    return codes.name_of("proposals.class", place.committee, code, row.proposal.answered_on)


def _stage(_place: Place, row: Publication) -> str:
    return str(STAGE_OF[State(row.proposal.state)].label)


def _session(_place: Place, row: Publication) -> str:
    return row.proposal.session.name if row.proposal.session else ""


def address(place: Place, row: Publication) -> str:
    """By the proposal's own uid: the next text stands at the same address."""
    return reverse("portal:proposal", args=[place.committee.code, row.proposal.uid])


def find(found: Rows, words: str) -> Rows:
    """In the published text and the number."""
    escaped = json.dumps(words, ensure_ascii=False)[1:-1]
    return found.filter(Q(text__icontains=escaped) | Q(proposal__number__icontains=words))


def _in_session(_place: Place, found: Rows, value: str) -> Rows:
    try:
        return found.filter(proposal__session__uid=UUID(value))
    except ValueError:
        return found.none()


def _in_stage(_place: Place, found: Rows, value: str) -> Rows:
    wanted = [str(state) for stage, states in STATES.items() if stage.value == value for state in states]
    return found.filter(proposal__state__in=wanted)


def _of_result(_place: Place, found: Rows, value: str) -> Rows:
    return found.filter(ALIKE, proposal__result_class=value)


def choices(place: Place, found: Rows) -> dict[str, list[tuple[str, str]]]:
    """Sessions, categories, results and stages that there are."""
    plain = found.order_by()
    sessions = Session.objects.filter(pk__in=plain.values("proposal__session_id")).select_related("term")
    categories = sorted(set(plain.values_list("proposal__category", flat=True)) - {""})
    results = sorted(set(plain.filter(ALIKE).values_list("proposal__result_class", flat=True)) - {""})
    names = dict(codes.choices("proposals.category", place.committee))
    return {
        "session": [(str(one.uid), one.name) for one in sessions.order_by("-opens")],
        "category": [(one, names.get(one) or _name("proposals.category", place, one)) for one in categories],
        "result": [(one, _name("proposals.class", place, one)) for one in results],
        "stage": [(one.value, str(one.label)) for one in Stage],
    }


def _name(key: str, place: Place, code: str) -> str:
    return codes.name_of(key, place.committee, code)


KIND = register(
    Kind(
        part=Part.PROPOSALS,
        fields=(
            Field("number", lambda _, row: row.proposal.number),
            Field("title", title),
            Field("session", _session),
            Field("track", lambda _, row: str(Track(row.proposal.track).label)),
            Field("category", _category),
            Field("proposer", _proposer),
            Field("collective", lambda _, row: row.proposal.collective),
            Field("key", lambda _, row: row.proposal.is_key),
            Field("unit", lambda _, row: row.proposal.lead_unit.name if row.proposal.lead_unit else ""),
            Field("stage", _stage),
            Field("result", _result),
            Field("filed_on", lambda _, row: row.proposal.filed_on),
            Field("answered_on", lambda _, row: row.proposal.answered_on if answers_shown(row) else None),
            Field("closed_on", lambda _, row: row.proposal.closed_on),
            Field("form", lambda _, row: FULL if row.form == PublicForm.FULL else SUMMARY),
            Field("published_on", lambda _, row: row.published_on),
        ),
        rows=rows,
        find=find,
        order=("-published_on", "-id"),
        address=address,
        narrow={
            "session": _in_session,
            "category": lambda _, found, value: found.filter(proposal__category=value),
            "result": _of_result,
            "stage": _in_stage,
        },
        choices=choices,
    )
)


# One proposal.


def one(place: Place, uid: UUID) -> Publication | None:
    """Its published text now."""
    found: Publication | None = rows(place).filter(proposal__uid=uid).first()
    return found


def was_public(place: Place, uid: UUID) -> bool:
    """Whether anything of it was public once."""
    once = Publication.objects.filter(committee=place.committee, proposal__uid=uid, published_at__isnull=False)
    return once.exists()


def whole(place: Place, row: Publication) -> dict[str, Any]:
    """The page: text, promises, its way in plain words."""
    texts = parts(row)[1:]
    told = _promises(row, texts)
    labels = {one["label"] for one in told}
    units = _units(row)
    return {
        "texts": [
            {"label": label, "text": text, "reply": REPLY_MARK in label} for label, text in texts if label not in labels
        ],
        "promises": told,
        "units": units,
        "way": _way(row, units),
        "answers_shown": answers_shown(row),
    }


def _units(row: Publication) -> list[str]:
    found = Assignment.objects.live().filter(proposal_id=row.proposal_id).exclude(state=AssignState.REPLACED)
    return list(found.order_by("id").values_list("unit__name", flat=True))


def _promises(row: Publication, texts: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """What was promised in the answers that are shown; the words as they were published, the rest as it is now."""
    if not answers_shown(row):
        return []
    words: dict[str, list[str]] = defaultdict(list)
    for label, text in texts:
        words[label].append(text)
    found = Promise.objects.live().filter(
        proposal_id=row.proposal_id, point__reply__pending=False, point__reply__round__lte=row.round
    )
    told = []
    for promise in found.select_related("unit").order_by("id"):
        label = promise_label(promise.unit.name, promise.first_promised_for)
        told.append(
            {
                "label": label,
                "text": words[label].pop(0) if words[label] else "",
                "unit": promise.unit.name,
                "made_on": promise.made_on,
                "due": promise.promised_for,
                "first_due": promise.first_promised_for,
                "state": PROMISE_WORDS[PromiseState(promise.state)],
                "tone": PROMISE_TONES[PromiseState(promise.state)],
                "told_on": promise.progress_on,
                "checked_on": promise.checked_on,
            }
        )
    return told


def _way(row: Publication, units: list[str]) -> list[dict[str, Any]]:
    proposal = row.proposal
    form = FULL if row.form == PublicForm.FULL else SUMMARY
    given = STEPS["assigned_to"].format(units="、".join(units)) if units else STEPS["assigned"]
    steps = [
        (proposal.filed_on, STEPS["filed"]), (proposal.assigned_on, given),
        (proposal.answered_on, STEPS["answered"]), (proposal.closed_on, STEPS["closed"]),
        (row.published_on, STEPS["published"].format(form=form)),
    ]  # fmt: skip
    return [{"day": day, "what": what} for day, what in sorted(((d, w) for d, w in steps if d), key=lambda one: one[0])]


def of_member(place: Place, member: int) -> Rows:
    """Those of which a member is the first proposer."""
    return rows(place).filter(proposal__member_id=member, proposal__collective=False)


def counted_for(member: OuterRef) -> Subquery:
    """How many of these each member of a list has."""
    found = published_rows().filter(proposal__member=member, proposal__collective=False).order_by()
    return Subquery(found.values("proposal__member").annotate(n=Count("pk")).values("n"))


def published_rows() -> Rows:
    """Publications in force of any committee that hold a text."""
    found = Publication.objects.live().filter(state=PublicState.PUBLISHED, proposal__voided_at=None)
    return found.exclude(text="").filter(proposal__state__in=[str(one) for one in STAGE_OF])

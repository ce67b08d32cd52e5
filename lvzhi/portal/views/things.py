"""The page of each thing, at an address that lasts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lvzhi.portal.following import is_offered
from lvzhi.portal.kinds import Place
from lvzhi.portal.queries import part_of
from lvzhi.portal.reading import members, proposals, reports, rules
from lvzhi.portal.showing import Link
from lvzhi.portal.views.keeping import public
from lvzhi.portal.views.page import missing, page
from lvzhi.portal.vocabulary import FIELDS, PARTS, STAGE_MEANS, STAGE_TONES, Part, Stage


def _crumb(place: Place, part: Part) -> dict[str, Any]:
    url = Link(reverse(f"portal:{part}", args=[place.committee.code]))
    return {"label": PARTS[part], "list": url, "words": {key: name for key, (name, _) in FIELDS[part].items()}}


@public
def proposal(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    """A proposal with answers, promises and its way."""
    place, part = part_of(code, Part.PROPOSALS)
    row = proposals.one(place, uid)
    if row is None:
        raise missing(place, was_public=proposals.was_public(place, uid))
    told = proposals.KIND.shown(place, row)
    stage = next(one for one in Stage if one.label == told["stage"])
    return page(
        request, "portal/proposal.html", place, part.value, one=told, stage_means=STAGE_MEANS[stage],
        tone=STAGE_TONES[stage], follow=_follow(place, uid), **_crumb(place, part), **proposals.whole(place, row),
    )  # fmt: skip


def _follow(place: Place, uid: UUID) -> Link:
    """A page of its own: this one is kept for everybody, a form is somebody's."""
    return Link(reverse("portal:follow", args=[place.committee.code, uid]) if is_offered(place) else "")


@public
def rule(request: HttpRequest, code: str, uid: UUID, number: int | None = None) -> HttpResponse:
    """A version of a rule: the one named, else the one in force, else the latest that is public."""
    place, part = part_of(code, Part.RULES)
    known = rules.versions(place, uid)
    asked = [one for one in known if number in (None, one.number)]
    begun = [one for one in asked if one.starts_on is not None and one.starts_on <= place.day]
    row = next(iter([*begun, *asked]), None)
    if row is None:
        raise missing(place, was_public=rules.was_public(place, uid, number))
    return page(
        request, "portal/rule.html", place, part.value, one=rules.KIND.shown(place, row), **_crumb(place, part),
        **rules.whole(place, row, known),
    )  # fmt: skip


@public
def report(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    """A report with each figure's value and definition as they were signed."""
    place, part = part_of(code, Part.REPORTS)
    row = reports.one(place, uid)
    if row is None:
        raise missing(place, was_public=reports.was_public(place, uid))
    return page(
        request, "portal/report.html", place, part.value, one=reports.KIND.shown(place, row), **_crumb(place, part),
        **reports.whole(row),
    )  # fmt: skip


@public
def member(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    """A member, and the published proposals of which the member is first proposer."""
    place, part = part_of(code, Part.MEMBERS)
    row = members.one(place, uid)
    if row is None:
        raise missing(place, was_public=False)
    shows = Part.PROPOSALS in place.parts
    told = members.whole(place, row) if shows else {"proposals": []}
    return page(
        request, "portal/member.html", place, part.value, one=members.KIND.shown(place, row), shows=shows,
        **_crumb(place, part), **told,
    )  # fmt: skip

"""Lists and pages: what an actor may read, with what a line or a page shows, in a fixed number of statements."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.ledger import rules
from lvzhi.ledger.models import Advice, Author, Measure, Problem, Progress
from lvzhi.ledger.vocabulary.gathering import PAPER_KIND
from lvzhi.papers.models import Paper

Rows = QuerySet[Any]
OWNERS = ("owner_unit", "owner_organ", "owner_person", "helper_unit", "helper_organ", "organ")
ADVICE_BESIDE = (
    "committee", "unit", "organ", "paper", "activity", "proposal", "project", "contact__pair", "meeting__body",
    "session__term",
)  # fmt: skip
ACTIVITY = ("activity__notice", "activity__summary")
LONG = ("project__text", "meeting__text")


def kept_by(organ: Organ, prefix: str = "") -> Q:
    """Entries that the organ keeps, or one directly below it; `prefix` leads to the entry."""
    return Q(**{f"{prefix}organ": organ}) | Q(**{f"{prefix}organ__parent": organ})


def problems(scope: Scope) -> Rows:
    """Problems of the scope that are not voided; of an organ those kept there."""
    rows: Rows = Problem.objects.live().within(scope).select_related(*OWNERS[:3])
    return rows if scope.organ is None else rows.filter(kept_by(scope.organ))


def advice(scope: Scope) -> Rows:
    """Pieces of advice of the scope that are not voided; of an organ those kept there."""
    rows: Rows = Advice.objects.live().within(scope)
    return rows if scope.organ is None else rows.filter(kept_by(scope.organ))


def problems_readable(actor: Actor) -> Rows:
    """Problems that the actor may read."""
    return Problem.objects.filter(rules.visible_problem.rows(actor))


def advice_readable(actor: Actor) -> Rows:
    """Pieces of advice that the actor may read."""
    return Advice.objects.filter(rules.visible_advice.rows(actor))


def problems_listed(rows: Rows) -> Rows:
    """With what a line of a list shows."""
    return rows.select_related(*OWNERS, "activity", "proposal", "project", "meeting").defer(
        *_heavy("proposal"), *ACTIVITY, *LONG
    )


def advice_listed(rows: Rows) -> Rows:
    """With what a line of a list shows."""
    return rows.select_related("unit", "organ", "paper", "activity", "proposal", "project", "meeting").defer(
        *_heavy("proposal"), *ACTIVITY, *LONG, "paper__text"
    )


def _heavy(name: str) -> tuple[str, ...]:
    return tuple(f"{name}__{field}" for field in ("background", "analysis", "survey"))


def one_problem(actor: Actor, uid: UUID) -> Problem:
    """The problem of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    beside = ("committee", *OWNERS, "activity", "proposal", "project", "contact__pair", "meeting__body")
    rows = problems_readable(actor).filter(uid=uid).select_related(*beside)
    found: Problem | None = rows.first()
    if found is None:
        raise Missing("ledger.unknown")
    return found


def one_advice(actor: Actor, uid: UUID) -> Advice:
    """The piece of advice of that uid, if the actor may see it.

    Raises:
        Missing: as `one_problem`.
    """
    rows = advice_readable(actor).filter(uid=uid)
    found: Advice | None = rows.select_related(*ADVICE_BESIDE).first()
    if found is None:
        raise Missing("ledger.unknown")
    return found


def problem_detailed(actor: Actor, uid: UUID) -> Problem:
    """A problem for its page, with measures and progress loaded. Raises as `one_problem`."""
    found = one_problem(actor, uid)
    prefetch_related_objects([found], Prefetch("measures", measures_of()), Prefetch("progress", progress_of()))
    return found


def advice_detailed(actor: Actor, uid: UUID) -> Advice:
    """A piece of advice for its page, with its authors loaded. Raises as `one_advice`."""
    found = one_advice(actor, uid)
    prefetch_related_objects([found], Prefetch("authors", authors_of()))
    return found


def measures_of() -> Rows:
    """Measures in their order."""
    return Measure.objects.live().order_by("number", "id")


def progress_of() -> Rows:
    """Reports on the way, the latest first."""
    return Progress.objects.live().order_by("-noted_on", "-id")


def authors_of() -> Rows:
    """Who gave advice, with their persons."""
    return Author.objects.live().select_related("person").order_by("id")


def author_accounts(advice_: Advice) -> list[int]:
    """Accounts of whoever gave it, for notices."""
    rows = authors_of().filter(advice=advice_, person__account__isnull=False)
    return [int(pk) for pk in rows.values_list("person__account_id", flat=True)]


def matching(rows: Rows, text: str) -> Rows:
    """Rows whose words hold what was typed."""
    return rows.filter(text__contains=text)


def by_urgency(rows: Rows) -> Rows:
    """The earliest due first, those without a day last."""
    return rows.order_by(F("due_on").asc(nulls_last=True), "id")


def gatherable(actor: Actor, committee_id: int) -> Rows:
    """Advice that the actor may gather into a paper: recorded, in no paper yet, in order of theme."""
    rows = Advice.objects.live().filter(
        rules.keeper.rows(actor), Q(state="recorded", paper=None), committee_id=committee_id
    )
    return advice_listed(rows).order_by("theme", "proposed_on", "id")


def handable(actor: Actor, committee_id: int) -> Rows:
    """Advice that the actor may hand to a unit: in nobody's hands yet, in order of theme."""
    rows = Advice.objects.live().filter(
        rules.may_hand.rows(actor), committee_id=committee_id, state__in=["recorded", "submitted"]
    )
    return advice_listed(rows).order_by("theme", "proposed_on", "id")


def assignable(actor: Actor, committee_id: int) -> Rows:
    """Problems of the actor's keeping that nobody answers for yet, in order of theme."""
    rows = Problem.objects.live().filter(
        rules.may_assign_first.rows(actor), committee_id=committee_id, state__in=["open", "long_term"]
    )
    return problems_listed(rows).order_by("theme", "found_on", "id")


def last_addressee(committee: Committee) -> str:
    """To whom the last document of this kind went: asked once, offered from then on."""
    rows = Paper.objects.live().filter(committee=committee, kind=PAPER_KIND).order_by("-id")
    return str(rows.values_list("addressee", flat=True).first() or "")


def organ_here(committee: Committee, key: str) -> Organ | None:
    """The organ of that key in the committee, or None."""
    return Organ.objects.filter(committee=committee, pk=int(key)).first() if key.isdigit() else None

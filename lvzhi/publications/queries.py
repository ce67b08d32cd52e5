"""Reads of calls, clues, manuscripts, issues and publicity; scope or actor first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.links.queries import tied
from lvzhi.metrics.periods import Period
from lvzhi.publications import rules
from lvzhi.publications.models import Article, Call, Clue, Coverage, Issue, Manuscript, Outlet
from lvzhi.publications.vocabulary.states import PRINTED, CallState, ClueState, IssueState, ManuscriptState
from lvzhi.publications.vocabulary.words import COVERS

Rows = QuerySet[Any]
CALL, CLUE, MANUSCRIPT, ISSUE, ITEM = (
    "publications.call", "publications.clue", "publications.manuscript", "publications.issue", "publications.coverage",
)  # fmt: skip
_READ: dict[Any, tuple[Any, tuple[str, ...]]] = {
    Call: (rules.visible_call, ("committee", "organ")),
    Clue: (rules.visible_clue, ("committee", "call", "person", "writer_person")),
    Manuscript: (rules.visible, ("committee", "person", "organ", "call", "clue")),
    Issue: (rules.visible_issue, ("committee", "organ")),
    Coverage: (rules.visible_item, ("committee", "organ", "outlet")),
}


def address(record: Any) -> str:
    """The page of a record of this room."""
    return reverse(f"publications:{record._meta.model_name}", args=[record.uid])


def one(actor: Actor, model: Any, uid: Any) -> Any:
    """The record of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    rule, beside = _READ[model]
    found = model.objects.filter(rule.rows(actor), uid=uid).select_related(*beside).first()
    if found is None:
        raise Missing("publications.unknown")
    if model is Manuscript:
        found.placed_now = placing(found) is not None
    return found


def placing(manuscript: Manuscript) -> Article | None:
    """Where the manuscript stands, or None."""
    rows = Article.objects.live().filter(manuscript=manuscript).select_related("issue", "issue__committee")
    found: Article | None = rows.first()
    return found


def calls(committee: Committee) -> Rows:
    """All calls of a committee."""
    return Call.objects.filter(committee=committee)


def open_calls(committee: Committee) -> Rows:
    """Calls that still ask."""
    return Call.objects.live().filter(committee=committee, state=CallState.OPEN).order_by("until", "id")


def call_named(committee: Committee, uid: str) -> Call | None:
    """The call of that uid, where a committee has it."""
    try:
        return Call.objects.live().filter(committee=committee, uid=UUID(uid)).first()
    except ValueError:
        return None


def clue_named(actor: Actor, committee: Committee, uid: str) -> Clue | None:
    """The clue of that uid, where the actor may read it."""
    try:
        return Clue.objects.live().filter(rules.visible_clue.rows(actor), committee=committee, uid=UUID(uid)).first()
    except ValueError:
        return None


def clues(actor: Actor, committee: Committee) -> Rows:
    """Clues of a committee that the actor may read."""
    return Clue.objects.filter(rules.visible_clue.rows(actor), committee=committee).defer("text")


def my_clues(actor: Actor) -> Rows:
    """Clues the actor offered, or was asked to write on."""
    rows = Clue.objects.live().filter((rules.own | rules.commissioned).rows(actor))
    return rows.defer("text")


def commissions(actor: Actor, committee: Committee) -> Rows:
    """Clues that the actor was asked to write on and has not yet."""
    return Clue.objects.live().filter(
        rules.commissioned.rows(actor), committee=committee, state=ClueState.COMMISSIONED
    )  # fmt: skip


def open_clues(committee: Committee) -> Rows:
    """Clues from which a manuscript may still come."""
    return Clue.objects.live().filter(committee=committee, state__in=(ClueState.OFFERED, ClueState.COMMISSIONED))


def _listed(rows: Rows) -> Rows:
    placed = Article.objects.live().filter(manuscript=OuterRef("pk"))
    told: Rows = rows.defer("text", "edited").select_related("committee", "organ")
    found: Rows = told.annotate(
        issue_series=Subquery(placed.values("issue__series")[:1]),
        issue_number=Subquery(placed.values("issue__number")[:1]),
    )
    return found


def manuscripts(actor: Actor, committee: Committee) -> Rows:
    """Manuscripts of a committee that the actor may read, with the issue each stands in."""
    return _listed(Manuscript.objects.filter(rules.visible.rows(actor), committee=committee))


def mine(actor: Actor) -> Rows:
    """Manuscripts that the actor wrote."""
    return _listed(Manuscript.objects.live().filter(rules.own.rows(actor)))


def of_call(actor: Actor, call: Call) -> tuple[list[Clue], list[Any]]:
    """Clues and manuscripts that came to a call, as far as the actor may read them."""
    found = Clue.objects.live().filter(rules.visible_clue.rows(actor), call=call).defer("text")
    texts = _listed(Manuscript.objects.live().filter(rules.visible.rows(actor), call=call))
    return list(found), list(texts)


def of_clue(actor: Actor, clue: Clue) -> list[Any]:
    """Manuscripts that came of a clue."""
    return list(_listed(Manuscript.objects.live().filter(rules.visible.rows(actor), clue=clue)))


def issues(actor: Actor, committee: Committee) -> Rows:
    """Issues of a committee that the actor may read, with how many articles each has now."""
    rows = Issue.objects.filter(rules.visible_issue.rows(actor), committee=committee).select_related("committee")
    found: Rows = rows.annotate(has=Count("articles", filter=Q(articles__voided_at=None)))
    return found


def composing(committee: Committee) -> Rows:
    """Issues that still take manuscripts."""
    return Issue.objects.live().filter(committee=committee, state=IssueState.COMPOSING)


def contents(issue: Issue) -> list[Article]:
    """Articles in their order, each with its manuscript without the texts."""
    rows = Article.objects.live().filter(issue=issue).select_related("manuscript")
    return list(rows.defer("manuscript__text", "manuscript__edited"))


def whole(issue: Issue) -> list[Article]:
    """Articles in their order with the texts, for the document."""
    return list(Article.objects.live().filter(issue=issue).select_related("manuscript"))


def issue_named(committee: Committee, series: str, number: str, but: int | None) -> Issue | None:
    """An issue of that series and number."""
    rows = Issue.objects.live().filter(committee=committee, series=series, number=number)
    return rows.exclude(pk=but or 0).first()


def last_series(committee: Committee) -> str:
    """What the committee's latest issue was called."""
    rows = Issue.objects.live().filter(committee=committee).order_by("-id").values_list("series", flat=True)
    return rows.first() or ""


def same_title(manuscript: Manuscript) -> Manuscript | None:
    """A manuscript of the same author and title that has not been given up."""
    rows = Manuscript.objects.live().filter(
        committee=manuscript.committee_id, title=manuscript.title, author=manuscript.author
    )
    gone = (ManuscriptState.REFUSED, ManuscriptState.WITHDRAWN)
    return rows.exclude(pk=manuscript.pk).exclude(state__in=gone).defer("text", "edited").first()


def outlets(committee: Committee) -> Rows:
    """Outlets known to a committee."""
    return Outlet.objects.live().filter(committee=committee)


def items(committee: Committee) -> Rows:
    """Publicity of a committee."""
    return Coverage.objects.filter(committee=committee).select_related("outlet", "committee", "organ")


def same_item(item: Coverage) -> Coverage | None:
    """The same report entered already."""
    rows = Coverage.objects.live().filter(outlet=item.outlet_id, title=item.title, published_on=item.published_on)
    return rows.exclude(pk=item.pk).first()


def covering(actor: Actor, kind: str, uid: UUID) -> list[Any]:
    """Reports about a record, in one query; each with ``seen``, whether the actor may read it."""
    rows = Coverage.objects.live().filter(uid__in=tied(COVERS, ITEM, kind).filter(b_uid=uid)).select_related("outlet")
    seen = Case(When(rules.visible_item.rows(actor), then=Value(value=True)), default=Value(value=False))
    return list(rows.annotate(seen=seen).order_by("published_on", "id"))


def matching(rows: Rows, text: str, fields: Sequence[str]) -> Rows:
    """Rows of which one of the fields holds the text."""
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": text})
    return rows.filter(found)


def only(rows: Rows, wanted: str) -> Rows:
    """Manuscripts narrowed to what still has to be done; voided ones only when asked for."""
    if wanted == "voided":
        return rows.exclude(voided_at=None)
    rows = rows.filter(voided_at=None)
    placed = Exists(Article.objects.live().filter(manuscript=OuterRef("pk")))
    if wanted == "loose":
        return rows.filter(~placed, state=ManuscriptState.APPROVED)
    if wanted == "unauthorised":
        return rows.filter(authorised_on=None, state__in=(ManuscriptState.APPROVED, ManuscriptState.PUBLISHED))
    return rows.filter(state=ManuscriptState.PUBLISHED, paid_on=None) if wanted == "unpaid" else rows


# Rows of figures.


def _in_organ(rows: Rows, scope: Scope, path: str = "organ") -> Rows:
    return rows if scope.organ is None else rows.filter(**{path: scope.organ})


def clues_offered(scope: Scope, period: Period) -> Rows:
    """Clues offered in the period; those of an organ are the ones offered to its calls."""
    rows = Clue.objects.live().within(scope).filter(offered_on__range=(period.start, period.end))
    return _in_organ(rows, scope, "call__organ")


def handed_in(scope: Scope, period: Period) -> Rows:
    """Manuscripts handed in in the period and not taken back by their author (R11.4)."""
    rows = Manuscript.objects.live().within(scope).filter(submitted_on__range=(period.start, period.end))
    return _in_organ(rows.exclude(state__in=rules.SENT_AWAY).defer("text", "edited"), scope)


def approved(scope: Scope, period: Period) -> Rows:
    """Manuscripts finally reviewed in the period."""
    rows = Manuscript.objects.live().within(scope).filter(approved_on__range=(period.start, period.end))
    return _in_organ(rows.defer("text", "edited"), scope)


def issued(scope: Scope, period: Period) -> Rows:
    """Issues printed in the period."""
    rows = Issue.objects.live().within(scope).filter(state__in=PRINTED)
    return _in_organ(rows.filter(printed_on__range=(period.start, period.end)), scope)


def articles(scope: Scope, period: Period) -> Rows:
    """The lines of the contents of those issues."""
    rows: Rows = Article.objects.live().within(scope).filter(issue__voided_at=None, issue__state__in=PRINTED)
    rows = rows.filter(issue__printed_on__range=(period.start, period.end))
    rows = rows.select_related("issue", "manuscript").defer("manuscript__text", "manuscript__edited")
    return _in_organ(rows, scope, "issue__organ")


def paid(scope: Scope, period: Period) -> Rows:
    """Manuscripts whose fee was paid in the period."""
    rows = Manuscript.objects.live().within(scope).filter(paid_on__range=(period.start, period.end))
    return _in_organ(rows.defer("text", "edited"), scope)


def published(scope: Scope, period: Period) -> Rows:
    """Reports published in the period (M31)."""
    rows: Rows = Coverage.objects.live().within(scope).filter(published_on__range=(period.start, period.end))
    return _in_organ(rows.select_related("outlet", "committee"), scope)


def series_of(scope: Scope, period: Period) -> list[str]:
    """Names of the series of which an issue was printed."""
    return list(issued(scope, period).order_by("series").values_list("series", flat=True).distinct())


def outlets_of(scope: Scope, period: Period) -> list[tuple[int, str]]:
    """Outlets that published something."""
    rows = published(scope, period).order_by("outlet__name", "outlet_id")
    return list(rows.values_list("outlet_id", "outlet__name").distinct())

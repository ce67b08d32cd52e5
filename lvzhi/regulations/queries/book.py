"""Rules, their versions, what is in force on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.files.queries import any_of as files_of
from lvzhi.links.queries import any_of as ties_of
from lvzhi.regulations import rules
from lvzhi.regulations.models import Opinion, Regulation, Version
from lvzhi.regulations.vocabulary.states import IN_WORK, VersionState
from lvzhi.regulations.vocabulary.words import SINCE, SPAN
from lvzhi.ui.formats import day as day_words

Rows = QuerySet[Any]
KIND, VERSION, OPINION = "regulations.regulation", "regulations.version", "regulations.opinion"
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A version with the days of which it is the one in force.

    Args:
        ends: its last day; None where it goes on.
    """

    version: Version
    starts: dt.date
    ends: dt.date | None

    @property
    def words(self) -> str:
        """Both days in words."""
        first = day_words(self.starts)
        return SINCE.format(starts=first) if self.ends is None else SPAN.format(starts=first, ends=day_words(self.ends))

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return self.starts <= day and (self.ends is None or self.ends >= day)


def _one(rows: Any, uid: Any) -> Any:
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Missing("regulations.unknown")
    return found


def one(actor: Actor, uid: Any) -> Regulation:
    """A rule that the actor may read, a voided one included. Raises `Missing`."""
    rows: Any = Regulation.objects.filter(rules.visible.rows(actor)).select_related("committee", "organ")
    rows = rows.annotate(has_ties=ties_of(KIND), has_files=files_of(KIND))
    found: Regulation = _one(rows, uid)
    return found


def version_of(actor: Actor, uid: Any) -> Version:
    """A version that the actor may read, a voided one included. Raises `Missing`."""
    rows: Any = Version.objects.filter(rules.version_visible.rows(actor)).select_related(
        "committee", "regulation__organ", "regulation__committee", "paper"
    )
    rows = rows.annotate(has_ties=ties_of(VERSION), has_files=files_of(VERSION))
    found: Version = _one(rows, uid)
    return found


def opinion_of(actor: Actor, uid: Any) -> Opinion:
    """An opinion that the actor was asked for, or has to answer. Raises `Missing`."""
    rows = Opinion.objects.filter(rules.opinion_visible.rows(actor))
    found: Opinion = _one(rows.select_related("draft__regulation__committee", "organ", "person", "committee"), uid)
    return found


def versions_of(regulation: Regulation, actor: Actor) -> list[Version]:
    """Its versions that the actor may read, the newest first, without their texts."""
    rows = Version.objects.live().filter(rules.version_visible.rows(actor), regulation=regulation)
    found = list(rows.defer("text").order_by("-number"))
    for row in found:
        row.regulation = regulation
    return found


def issued_of(regulation: Regulation, *, but: int | None = None) -> Any:
    """Its issued versions, the latest to come into force first."""
    rows = Version.objects.live().filter(regulation=regulation, state=VersionState.ISSUED)
    return (rows if but is None else rows.exclude(pk=but)).order_by("-starts_on")


def ahead_of(regulation: Regulation) -> Version | None:
    """The version in the making; a rule has one at a time."""
    rows = Version.objects.live().filter(regulation=regulation, state__in=sorted(IN_WORK))
    found: Version | None = rows.order_by("-number").first()
    return found


def spans(regulation: Regulation, versions: Sequence[Version]) -> list[Span]:
    """Days in force of each issued version among those given, the newest first: each until the next, or the repeal."""
    rows = [(one.starts_on, one) for one in versions if one.state == VersionState.ISSUED and one.starts_on is not None]
    found: list[Span] = []
    until = None if regulation.repealed_from is None else regulation.repealed_from - DAY
    for starts, row in sorted(rows, key=lambda one: one[0], reverse=True):
        found.append(Span(row, starts, until))
        until = starts - DAY
    return found


def span_of(version: Version) -> Span | None:
    """Days in force of one version; None where it is not issued. One query."""
    if version.state != VersionState.ISSUED:
        return None
    rows = issued_of(version.regulation).only("pk", "starts_on", "state", "regulation_id")
    return next((span for span in spans(version.regulation, list(rows)) if span.version.pk == version.pk), None)


def on_day(rows: Rows, day: dt.date) -> Rows:
    """Those of some rules of which a version is in force on the day, with its number in ``current``."""
    issued = Version.objects.live().filter(regulation=OuterRef("pk"), state=VersionState.ISSUED, starts_on__lte=day)
    latest = issued.order_by("-starts_on")
    found: Rows = rows.annotate(current=Subquery(latest.values("pk")[:1]))
    return found.filter(Q(repealed_from=None) | Q(repealed_from__gt=day), current__isnull=False)


def between(rows: Rows, first: dt.date, last: dt.date, *more: Q) -> Rows:
    """Those of some rules of which a version was issued between two days, with ``out`` the latest of these."""
    issued = Version.objects.live().filter(
        *more, regulation=OuterRef("pk"), state=VersionState.ISSUED, issued_on__range=(first, last)
    )
    latest = issued.order_by("-issued_on", "-number")
    found: Rows = rows.annotate(
        out=Subquery(latest.values("number")[:1]), out_on=Subquery(latest.values("issued_on")[:1]),
        out_as=Subquery(latest.values("document_no")[:1]),
    )  # fmt: skip
    return found.filter(out__isnull=False)


def in_force(actor: Actor, committee: Committee, day: dt.date) -> Rows:
    """Rules of a committee in force on the day, as far as the actor may read them."""
    rows = Regulation.objects.live().filter(rules.visible.rows(actor), committee=committee)
    found: Rows = listed(on_day(rows, day).order_by("kind", "title", "id"))
    return found


def listed(rows: Rows) -> Rows:
    """With what a line shows: the organ, and every issued version with its days, without texts."""
    versions = Version.objects.live().defer("text").order_by("-number")
    found: Rows = rows.select_related("organ", "committee").prefetch_related(
        Prefetch("versions", versions, to_attr="known")
    )
    return found


def work(actor: Actor, committee: Committee) -> Rows:
    """All rules that the actor keeps or drafts, of any state."""
    rows = Regulation.objects.filter(rules.author.rows(actor), committee=committee)
    return listed(rows)


def being_written(rows: Rows) -> Rows:
    """Those of which a version is in the making."""
    live = Version.objects.live().filter(state__in=sorted(IN_WORK))
    return rows.filter(pk__in=live.values("regulation_id"))


def matching(rows: Rows, text: str) -> Rows:
    """Those whose title or text in force (``current``) has the words."""
    hits = Version.objects.filter(text__icontains=text, pk=OuterRef("current"))
    found: Rows = rows.annotate(hit=Subquery(hits.values("text")[:1]))
    return found.filter(Q(title__icontains=text) | Q(hit__isnull=False))


def waiting_adoption(actor: Actor, committee: Committee) -> list[Version]:
    """Versions that wait for a meeting, which the actor may put down as adopted."""
    rows = Version.objects.live().filter(
        rules.version_keeper.rows(actor), committee=committee, state=VersionState.CHECKED
    )
    return list(rows.defer("text").select_related("regulation").order_by(F("checked_on").asc(nulls_last=True), "id"))


def opinions_of(version: Version) -> list[Opinion]:
    """Who was asked about it and what they said."""
    rows = list(Opinion.objects.live().filter(draft=version).select_related("person").order_by("id"))
    for row in rows:
        row.draft = version
    return rows


def title_taken(committee: Committee, title: str, but: int | None) -> Regulation | None:
    """Another rule of that title that is not over."""
    rows = Regulation.objects.live().filter(committee=committee, title=title).exclude(pk=but or 0)
    found: Regulation | None = rows.exclude(state__in=("dropped", "repealed")).first()
    return found

"""Reports, their sections with the text of now, versions and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics import periods
from lvzhi.metrics.periods import Period
from lvzhi.reports import rules, sections
from lvzhi.reports.composing import filling, grids, lacking, library
from lvzhi.reports.composing.filling import Book
from lvzhi.reports.composing.grids import Grid
from lvzhi.reports.composing.lacking import Lack
from lvzhi.reports.models import Copy, OwnOutline, Reading, Remark, Report, Revision, Section
from lvzhi.reports.sections import Outline, tables
from lvzhi.reports.vocabulary.states import RemarkState


def report_address(report: Any) -> str:
    """The page of a report."""
    return reverse("reports:detail", args=[report.uid])


def remark_address(remark: Any) -> str:
    """The place of a remark on the report's page."""
    return f"{report_address(remark.section.report)}#r{remark.pk}"


def of_committee(actor: Actor, committee: int) -> QuerySet[Report]:
    """The reports of a committee that the actor may read, newest first."""
    return Report.objects.filter(rules.visible.rows(actor), committee_id=committee).order_by("-id")


def listed(rows: QuerySet[Report]) -> QuerySet[Report]:
    """With how many sections they have, and how many remarks are not settled."""
    live = Section.objects.live().filter(report=OuterRef("pk")).order_by().values("report")
    open_ = (
        Remark.objects.live().filter(section__report=OuterRef("pk")).exclude(state=RemarkState.RESOLVED).order_by()
        .values("section__report")
    )  # fmt: skip
    return rows.annotate(
        section_count=Subquery(live.annotate(n=Count("pk")).values("n")),
        remark_count=Subquery(open_.annotate(n=Count("pk")).values("n")),
    )


def one(actor: Actor, uid: UUID) -> Report:
    """A report that the actor may read. Raises `Missing`."""
    found = Report.objects.filter(rules.visible.rows(actor), uid=uid).select_related("committee").first()
    if found is None:
        raise Missing("reports.unknown")
    return found


def period_of(report: Report) -> Period:
    """Its period; one told in words is that of its signing once it is signed."""
    if report.signed_on is not None and report.period == "since-plenary":
        return periods.since_plenary(report.committee, report.signed_on)
    if report.signed_on is not None and report.period == "term":
        return periods.this_term(report.committee, report.signed_on)
    return periods.parse_period(report.period, report.committee)


def scope_of(report: Report) -> Scope:
    """Whose records it speaks of."""
    return Scope(report.committee, below=report.below)


def all_of(report: Report) -> list[Revision]:
    """All sections in order, also those taken out, each as its latest version."""
    rows = Revision.objects.filter(section__report=report, number=F("section__latest")).select_related("section")
    found = list(rows.order_by("section__order", "section_id"))
    for row in found:
        row.section.report = report
    return found


def sections_of(report: Report) -> list[Revision]:
    """The sections in order, each as its latest version."""
    return [one for one in all_of(report) if one.section.voided_at is None]


Chosen = Outline | OwnOutline


def own_outlines(committee: Committee) -> QuerySet[OwnOutline]:
    """The outlines that a committee's office keeps."""
    rows: QuerySet[OwnOutline] = OwnOutline.objects.live().filter(committee=committee)
    return rows.order_by("name", "id")


def outline_of(committee: Committee, key: str) -> Chosen:
    """An outline by its key, an own one by its uid.

    Raises:
        Refusal: ``reports.no_outline``.
    """
    try:
        own = own_outlines(committee).filter(uid=UUID(key)).first()
    except ValueError:
        return sections.outline(key)
    if own is None:
        raise Refusal("reports.no_outline", key=key)
    return own


def laid_out(chosen: Chosen, scope: Scope, period: Period) -> list[tuple[str, str]]:
    """Headings and texts that a report begins with."""
    if isinstance(chosen, OwnOutline):
        return [(heading, text) for heading, text in chosen.parts]
    return library.outline(chosen, scope, period)


def grids_now(report: Report) -> list[Grid]:
    """The tables chosen for a report, with the lines that they would have now."""
    return grids.grids(tables.chosen(report.tables), scope_of(report), period_of(report)) if report.tables else []


def lacks(report: Report, book: Book | None = None) -> list[Lack]:
    """What a report still lacks before it is sent on.

    Args:
        book: its figures, where they are known already.
    """
    parts = [(one.heading, one.text) for one in sections_of(report)]
    scope, period = scope_of(report), period_of(report)
    book = book or filling.book([text for _, text in parts], scope, period)
    return lacking.lacks(parts, book, scope, period)


def section_of(actor: Actor, uid: UUID) -> Section:
    """A section that the actor may read. Raises `Missing`."""
    rows = Section.objects.filter(rules.section_visible.rows(actor), uid=uid)
    found = rows.select_related("report__committee").first()
    if found is None:
        raise Missing("reports.unknown")
    return found


def revision_of(section: Section, number: int | None = None) -> Revision:
    """A version of a section; the latest where none is named. Raises `Missing`."""
    wanted = section.latest if number is None else number
    found = Revision.objects.filter(section=section, number=wanted).first()
    if found is None:
        raise Missing("reports.no_revision", number=wanted)
    return found


def printed(section: Section, text: str) -> str:
    """A text as it is printed now."""
    report = section.report
    book = filling.book([text], scope_of(report), period_of(report))
    return "".join(piece.text for piece in book.fill(text))


def revisions_of(section: Section) -> list[Revision]:
    """All versions of a section, newest first."""
    return list(Revision.objects.filter(section=section).order_by("-number"))


def before_of(section: Section) -> Revision | None:
    """The version before the latest."""
    return Revision.objects.filter(section=section, number__lt=section.latest).order_by("-number").first()


def remarks_of(report: Report) -> list[Remark]:
    """All remarks on a report's sections, in order."""
    rows = Remark.objects.live().filter(section__report=report).select_related("section")
    found = list(rows.order_by("section__order", "id"))
    for row in found:
        row.section.report = report
    return found


def remark_of(actor: Actor, uid: UUID) -> Remark:
    """A remark that the actor may read. Raises `Missing`."""
    rows = Remark.objects.filter(rules.remark_visible.rows(actor), uid=uid)
    found = rows.select_related("section__report__committee").first()
    if found is None:
        raise Missing("reports.unknown")
    return found


def open_remarks(report: Report) -> int:
    """How many remarks are not settled."""
    wanted = Q(section__report=report, section__voided_at=None)
    return Remark.objects.live().filter(wanted).exclude(state=RemarkState.RESOLVED).count()


def readings_of(report: Report) -> Sequence[Reading]:
    """When its figures were read, newest first."""
    return list(Reading.objects.filter(report=report).order_by("-number"))


def copy_of(key: str) -> Copy | None:
    """The copy of that key."""
    try:
        return Copy.objects.filter(uid=UUID(hex=key)).select_related("report__committee").first()
    except ValueError:
        return None


def last_copy(report: Report) -> Copy | None:
    """The document that was given out last."""
    return Copy.objects.filter(report=report).order_by("-id").first()


def texts_of(copy: Copy) -> dict[tuple[str, int], str]:
    """The texts of the versions that a copy holds, by section and number."""
    uids = [part["uid"] for part in copy.parts]
    rows = Revision.objects.filter(section__uid__in=uids).select_related("section")
    wanted = {(part["uid"], part["revision"]) for part in copy.parts}
    found = {(str(row.section.uid), row.number): row.text for row in rows}
    return {key: text for key, text in found.items() if key in wanted}

"""Beginning a report; its sections and their versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.journal.lines import line, together
from lvzhi.metrics import periods
from lvzhi.reports import queries, rules
from lvzhi.reports.actions.editing import editable
from lvzhi.reports.actions.reading import note_reading
from lvzhi.reports.models import HEADING_MOST, NAME_MOST, TITLE_MOST, Report, Revision, Section
from lvzhi.reports.norms import SECTION_MOST
from lvzhi.reports.vocabulary.states import Origin, ReadingKind, ReportKind
from lvzhi.workflow import engine

STEP = 10  # orders stand apart, so that a section fits between two


def begin_report(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None
) -> Report:  # fmt: skip
    """Begin a report with an outline, every number a token, and read its figures for the first time.

    Args:
        data: ``title, period``, and ``outline``: the key of one or the uid of an own one; or ``kind``, for the first
            outline of a kind. ``below`` where those below the committee count too.
        once: key of the request; the same again gives the same report.

    Raises:
        NotAllowed: the actor writes no reports there.
        Refusal: no title, a period that cannot be read, an outline that is not there.
    """
    again = engine.begun(Report, actor, once)
    if again is not None:
        return again
    if not rules.may_write(actor, committee.pk):
        raise NotAllowed("reports.not_author", committee=committee.name)
    chosen = queries.outline_of(committee, str(data.get("outline") or data.get("kind", "")))
    report = Report(
        kind=chosen.kind, tables=list(chosen.tables), committee=committee, account_id=actor.account_id,
        drafter=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    _describe(report, data)
    with together():
        scope = Scope(committee, below=report.below)
        parts = queries.laid_out(chosen, scope, periods.parse_period(report.period, committee))
        engine.begin(
            report, actor, once=once, does=lambda made: _outline(made, actor, parts),
            kind=str(ReportKind(report.kind).label),
        )  # fmt: skip
        note_reading(report, actor, ReadingKind.BEGUN)
    return report


def _describe(report: Report, data: Mapping[str, Any]) -> None:
    report.title = str(data.get("title", report.title)).strip().strip("《》")[:TITLE_MOST]
    report.below = bool(data.get("below", report.below))
    report.period = str(data.get("period", report.period)).strip()
    if not report.title:
        raise Refusal("reports.title_missing", field="title")
    periods.parse_period(report.period, report.committee)


def _outline(report: Report, actor: Actor, parts: list[tuple[str, str]]) -> None:
    for number, (heading, text) in enumerate(parts, 1):
        _new_section(report, actor, number * STEP, heading, text)


def _new_section(report: Report, actor: Actor, order: int, heading: str, text: str) -> Section:
    section = Section(
        committee_id=report.committee_id, report=report, order=order, account_id=actor.account_id,
        drafter=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    section.save()
    _revision(section, actor, 1, heading, text, Origin.WRITTEN)
    return section


def _revision(section: Section, actor: Actor, number: int, heading: str, text: str, origin: str) -> Revision:
    made = Revision(
        committee_id=section.committee_id, section=section, number=number, heading=heading, text=text, origin=origin,
        account_id=actor.account_id, who=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    made.save()
    return made


def _clean(report: Report, heading: str, text: str) -> tuple[str, str]:
    heading = " ".join(heading.split())[:HEADING_MOST]
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    most = int(norms.value(SECTION_MOST, report.committee_id))
    if not heading:
        raise Refusal("reports.heading_missing", field="heading")
    if len(text) > most:
        raise Refusal("reports.text_too_long", field="text", count=len(text), most=most)
    return heading, text


def describe(report: Report, actor: Actor, data: Mapping[str, Any], *, seen: int | None = None) -> Report:
    """Change title or period.

    Args:
        seen: the version of the row when the page was opened.

    Raises:
        NotAllowed, Refusal: as `begin_report`, or no longer drafted. Conflict: changed by somebody else meanwhile.
    """
    with transaction.atomic():
        locked: Report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        editable(locked, actor)
        if seen is not None and locked.version != seen:
            raise Conflict("workflow.changed", title=locked.title_for_people, **engine.last_hand(locked))
        with line(actor, "reports.described", subject=locked):
            _describe(locked, {name: data[name] for name in ("title", "period", "below") if name in data})
            locked.version += 1
            locked.save()
    return locked


def add_section(report: Report, actor: Actor, heading: str, text: str = "") -> Section:
    """Add a section behind the others. Raises as `write_section`."""
    with transaction.atomic():
        locked: Report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        editable(locked, actor)
        heading, text = _clean(locked, heading, text)
        last = Section.objects.filter(report=locked).order_by("-order").values_list("order", flat=True).first() or 0
        with line(actor, "reports.section_added", subject=locked, heading=heading):
            return _new_section(locked, actor, last + STEP, heading, text)


def write_section(
    section: Section, actor: Actor, heading: str, text: str, *, seen: int | None = None, origin: str = Origin.WRITTEN
) -> Revision:
    """Save a new version of a section.

    Args:
        seen: the number of the version that was open; None where the caller does not care.

    Raises:
        NotAllowed: no author. Refusal: no heading, too long, nothing changed, no longer drafted.
        Conflict: somebody else has saved a version meanwhile; both are kept, the other's as the latest.
    """
    with transaction.atomic():
        locked = _locked(section, actor)
        heading, text = _clean(locked.report, heading, text)
        now = queries.revision_of(locked)
        if seen is not None and now.number != seen:
            raise Conflict("workflow.changed", title=now.heading, who=now.who, when=engine.moment(now.created_at))
        if (now.heading, now.text) == (heading, text):
            raise Refusal("reports.same_text", field="text")
        number = now.number + 1
        facts: dict[str, Any] = {"heading": heading, "number": number}
        with line(actor, "reports.section_written", subject=locked.report, **facts):
            return _next(locked, actor, number, heading, text, origin)


def put_token(
    section: Section, actor: Actor, start: int, said: str, token: str, *, seen: int | None = None
) -> Revision:  # fmt: skip
    """Put a token in the place of a number typed by hand, as a new version.

    Args:
        start: where the number stands in the text. said: the number as it stands there.

    Raises:
        Refusal: ``reports.moved_place`` where it does not stand there; as `write_section`.
    """
    now = queries.revision_of(section)
    if not said or not token or now.text[start : start + len(said)] != said:
        raise Refusal("reports.moved_place", said=said)
    text = now.text[:start] + token + now.text[start + len(said) :]
    return write_section(section, actor, now.heading, text, seen=seen or now.number, origin=Origin.FIGURE)


def _locked(section: Section, actor: Actor) -> Section:
    """The section fresh and locked, if it may be written."""
    rows = Section.objects.select_for_update(of=("self",)).select_related("report__committee")
    locked: Section = rows.get(pk=section.pk)
    editable(locked.report, actor)
    return locked


def _next(section: Section, actor: Actor, number: int, heading: str, text: str, origin: str) -> Revision:
    section.latest = number
    section.version += 1
    section.save()
    return _revision(section, actor, number, heading, text, origin)


def restore_revision(section: Section, actor: Actor, number: int) -> Revision:
    """Take an earlier version up again, as a new one. Raises as `write_section`; Missing for one that is not there."""
    with transaction.atomic():
        locked = _locked(section, actor)
        old, now = queries.revision_of(locked, number), queries.revision_of(locked)
        if (old.heading, old.text) == (now.heading, now.text):
            raise Refusal("reports.same_text")
        facts: dict[str, Any] = {"heading": old.heading, "before": number, "number": now.number + 1}
        with line(actor, "reports.section_restored", subject=locked.report, **facts):
            return _next(locked, actor, now.number + 1, old.heading, old.text, Origin.RESTORED)


def drop_section(section: Section, actor: Actor) -> None:
    """Take a section out; it can be brought back. Raises as `write_section`."""
    with transaction.atomic():
        locked = _locked(section, actor)
        heading = queries.revision_of(locked).heading
        with line(actor, "reports.section_dropped", subject=locked.report, heading=heading):
            locked.voided_at, locked.void_ground = actor.at, heading
            locked.save()


def restore_section(section: Section, actor: Actor) -> None:
    """Bring a section back. Raises as `write_section`."""
    with transaction.atomic():
        locked = _locked(section, actor)
        with line(actor, "reports.section_back", subject=locked.report, heading=queries.revision_of(locked).heading):
            locked.voided_at, locked.void_ground = None, ""
            locked.save()


def move_section(section: Section, actor: Actor, *, up: bool) -> None:
    """Let a section change places with the one before or behind it. Raises as `write_section`."""
    with transaction.atomic():
        locked = _locked(section, actor)
        rows = list(Section.objects.live().filter(report=locked.report).order_by("order", "id"))
        here = next((place for place, row in enumerate(rows) if row.pk == locked.pk), None)
        there = None if here is None else here + (-1 if up else 1)
        if here is None or there is None or not 0 <= there < len(rows):
            return
        rows[here], rows[there] = rows[there], rows[here]
        with line(actor, "reports.section_moved", subject=locked.report, heading=queries.revision_of(locked).heading):
            for place, row in enumerate(rows, 1):
                if row.order != place * STEP:
                    row.order = place * STEP
                    row.save()

"""Matters reported to the Party committee, and the yearly list of what is to be reported."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files.queries import any_of as files_of
from lvzhi.links.queries import any_of as ties_of
from lvzhi.links.queries import tied
from lvzhi.norms import codes
from lvzhi.norms.codes import CodeValue
from lvzhi.papers import rules as papers
from lvzhi.papers.models import Paper
from lvzhi.papers.vocabulary import OUT
from lvzhi.regulations import rules
from lvzhi.regulations.models import Matter
from lvzhi.regulations.vocabulary.codes import YEARLY
from lvzhi.regulations.vocabulary.states import REPORTED, Standing
from lvzhi.regulations.vocabulary.words import ABOUT, ANY_MONTH, MONTH_NAME

Rows = QuerySet[Any]
MATTER = "regulations.matter"


@dataclass(frozen=True, slots=True)
class Line:
    """One matter of the yearly list, with what was reported of it.

    Args:
        month: by the end of which it is due; None where it is reported when there is something.
    """

    entry: CodeValue
    month: int | None
    standing: Standing | None
    matters: list[Matter]

    @property
    def when(self) -> str:
        """By when, in words."""
        return MONTH_NAME.format(month=self.month) if self.month else ANY_MONTH


def matters(actor: Actor, committee: Committee) -> Rows:
    """Matters of a committee that the actor may read."""
    rows: Rows = Matter.objects.filter(rules.matter_visible.rows(actor), committee=committee)
    return rows.select_related("organ").defer("text", "answer_text", "followed")


def matter_of(actor: Actor, uid: Any) -> Matter:
    """One that the actor may read, a voided one included. Raises `Missing`."""
    rows: Any = Matter.objects.filter(rules.matter_visible.rows(actor), uid=uid)
    rows = rows.annotate(has_ties=ties_of(MATTER), has_files=files_of(MATTER))
    found: Matter | None = rows.select_related("committee", "organ", "paper").first()
    if found is None:
        raise Missing("regulations.unknown")
    return found


def matters_matching(rows: Rows, text: str) -> Rows:
    """Those whose subject, text or answer has the words."""
    return rows.filter(Q(title__icontains=text) | Q(text__icontains=text) | Q(answer_text__icontains=text))


def matters_about(actor: Actor, kind: str, uid: UUID) -> list[Matter]:
    """Matters about a record that the actor may read; a paper as which one went is tied to it too."""
    about = tied(ABOUT, MATTER, kind).filter(b_uid=uid)
    rows = Matter.objects.live().filter(rules.matter_visible.rows(actor), uid__in=about)
    return list(rows.defer("text", "answer_text", "followed").order_by("-sent_on", "-id"))


def sent_papers(actor: Actor, committee: Committee) -> Any:
    """Papers that went out, which the actor may read: a matter goes as one of them."""
    rows = Paper.objects.live().filter(papers.visible.rows(actor), committee=committee, sent_on__isnull=False)
    return rows.defer("text").order_by("-sent_on", "-id")


def papers_for(actor: Actor, committee: Committee) -> Any:
    """Papers that are signed, which the actor may read: a rule is issued by one of them."""
    rows = Paper.objects.live().filter(papers.visible.rows(actor), committee=committee, state__in=sorted(OUT))
    return rows.defer("text").order_by("-dated_on", "-id")


def _month(entry: CodeValue) -> int | None:
    text = str(entry.extra.get("month", ""))
    return int(text) if text.isdecimal() and 1 <= int(text) <= dt.date.max.month else None


def _standing(month: int | None, done: bool, year: int) -> Standing | None:
    if done:
        return Standing.DONE
    if month is None:
        return None
    ends = dt.date(year, month, calendar.monthrange(year, month)[1])
    return Standing.MISSING if ends < clock.today() else Standing.DUE


def yearly(committee: Committee, year: int) -> list[Line]:
    """The committee's list for a year: each matter with what was reported of it, what is missing. One query."""
    day = min(dt.date(year, 12, 31), max(clock.today(), dt.date(year, 1, 1)))
    rows = Matter.objects.live().filter(committee=committee, sent_on__year=year, state__in=sorted(REPORTED))
    found: dict[str, list[Matter]] = {}
    for row in rows.exclude(item="").defer("text", "answer_text", "followed").order_by("sent_on", "id"):
        found.setdefault(row.item, []).append(row)
    lines = []
    for entry in codes.codes(YEARLY, committee, day):
        done, month = found.get(entry.code, []), _month(entry)
        lines.append(Line(entry, month, _standing(month, bool(done), year), done))
    return lines

"""What is published of proposals, and what would be (R1.103)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from lvzhi.access import Actor, Missing
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.norms import codes
from lvzhi.proposals.models import Promise, Proposal, Publication, Recommendation, Redaction, Reply
from lvzhi.proposals.queries.counting import answered
from lvzhi.proposals.queries.reading import Rows, live
from lvzhi.proposals.queries.sections import day_of, labels
from lvzhi.proposals.vocabulary.publishing import (
    NUMBERED,
    PERSONAL,
    PUBLIC_PARTS,
    REDACTED,
    RESULT,
    PublicForm,
    PublicState,
)

WRITTEN = ("background", "analysis", "survey")


@dataclass(frozen=True)
class Part:
    """A piece of a published text: its heading, and what stands below it."""

    label: str
    text: str


def originals(proposal: Proposal, round_: int) -> list[Part]:
    """Everything that could be published of a proposal, as it stands: its text and the answers up to that round.

    Contacts, ratings and whatever else names a way to reach somebody are no part of it.
    """
    names = labels(proposal.committee_id, day_of(proposal))
    found = [Part(names["title"], proposal.title), *(Part(names[key], getattr(proposal, key)) for key in WRITTEN)]
    rows = Recommendation.objects.live().filter(proposal=proposal).order_by("number")
    told = "\n".join(NUMBERED.format(number=row.number, text=row.text) for row in rows)
    found.append(Part(names["recommendations"], told))
    replies, promises = _replies(proposal, round_), _promises(proposal, round_)
    return [part for part in [*found, *replies, *promises] if part.text.strip()]


def _replies(proposal: Proposal, round_: int) -> Iterator[Part]:
    rows = Reply.objects.live().filter(proposal=proposal, pending=False, round__lte=round_)
    for row in rows.select_related("assignment__unit").order_by("round", "id"):
        yield Part(_reply_label(row), row.text)


def _promises(proposal: Proposal, round_: int) -> Iterator[Part]:
    rows = Promise.objects.live().filter(
        proposal=proposal, point__reply__pending=False, point__reply__round__lte=round_
    )
    for row in rows.select_related("unit").order_by("id"):
        yield Part(promise_label(row.unit.name, row.first_promised_for), row.text)


def promise_label(unit: str, due: date) -> str:
    """Over the words of a promise, in a published text: by these the promise is known again, whose state goes on."""
    return PUBLIC_PARTS["promise"].format(unit=unit, day=due)


def _reply_label(row: Reply) -> str:
    name = codes.name_of("proposals.class", row.committee_id, row.result_class, row.answered_on)
    result = RESULT.format(code=row.result_class, name=name)
    return PUBLIC_PARTS["reply"].format(unit=row.assignment.unit.name, day=row.answered_on, result=result)


def redacted(parts: Iterable[Part], passages: Sequence[str]) -> list[Part]:
    """The parts without the passages; the longest are taken out first, so that one may hold another."""
    ordered = sorted(passages, key=len, reverse=True)
    found = []
    for part in parts:
        text = part.text
        for passage in ordered:
            text = text.replace(passage, REDACTED)
        found.append(Part(part.label, text))
    return found


def would_be(proposal: Proposal, round_: int, form: str, summary: str, passages: Sequence[str]) -> list[Part]:
    """What publication in that form would show."""
    if form == PublicForm.NOT:
        return []
    if form == PublicForm.SUMMARY:
        title = Part(PUBLIC_PARTS["title"], proposal.title)
        return redacted([title, Part(PUBLIC_PARTS["summary"], summary)], passages)
    return redacted(originals(proposal, round_), passages)


def public_parts(publication: Publication) -> list[Part]:
    """The published text as it was frozen; before that, what would be published."""
    if publication.text:
        return [Part(label, text) for label, text in json.loads(publication.text)]
    passages = list(Redaction.objects.live().filter(publication=publication).values_list("text", flat=True))
    return would_be(publication.proposal, publication.round, publication.form, publication.summary, passages)


def frozen(parts: Iterable[Part]) -> str:
    """The parts as they are kept."""
    return json.dumps([[part.label, part.text] for part in parts], ensure_ascii=False)


def personal(text: str) -> list[tuple[str, str]]:
    """Telephone and identity numbers, accounts and addresses in a text, as (kind, what was found) (R1.103d)."""
    plain = re.sub(r"(?<=\d)[\s\-—]+(?=[\dXx])", "", unicodedata.normalize("NFKC", text))
    found: list[tuple[str, str]] = []
    for kind, pattern in PERSONAL:
        for match in re.finditer(pattern, plain):
            if not any(match[0] in told or told in match[0] for _, told in found):
                found.append((kind, match[0]))
    return found


def published(scope: Scope) -> Rows:
    """Publications in force, the latest first, each with its proposal: what the public site shows."""
    rows = Publication.objects.live().within(scope).filter(state=PublicState.PUBLISHED, proposal__voided_at=None)
    return rows.select_related("proposal__session__term", "proposal__lead_unit").order_by("-published_on", "-id")


def publication_of(actor: Actor, uid: Any) -> Publication:
    """The publication of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible; the two are told alike.
    """
    from lvzhi.proposals.rules.publishing import visible_publication

    rows = Publication.objects.live().filter(visible_publication.rows(actor), uid=uid, proposal__voided_at=None)
    found = rows.select_related("proposal__member__person", "proposal__session__term", "committee").first()
    if found is None:
        raise Missing("proposals.public_unknown")
    return found


def decisions(proposal: Proposal) -> Rows:
    """All decisions on one proposal, the latest first."""
    passages: Any = Prefetch("redactions", Redaction.objects.live().order_by("id"))
    return Publication.objects.live().filter(proposal=proposal).prefetch_related(passages).order_by("-id")


def waiting_public(scope: Scope) -> Rows:
    """Decisions not yet taken, the earliest due first."""
    open_ones = [PublicState.DUE, PublicState.REVIEWING]
    rows = Publication.objects.live().within(scope).filter(state__in=open_ones, proposal__voided_at=None)
    return rows.select_related("proposal").order_by("due_on", "id")


def _shown() -> Q:
    """The condition that something of a proposal is published now."""
    stands = Publication.objects.filter(proposal=OuterRef("pk"), voided_at=None, state=PublicState.PUBLISHED)
    return Q(Exists(stands))


def published_in(scope: Scope, period: Period) -> QuerySet[Any]:
    """Proposals of which something was first published in the period and still is (R13.10)."""
    kept = (PublicState.PUBLISHED, PublicState.REPLACED)
    rows = Publication.objects.filter(proposal=OuterRef("pk"), voided_at=None, state__in=kept)
    within = rows.filter(published_on__range=(period.start, period.end))
    before = rows.filter(published_on__lt=period.start)
    return live(scope).filter(Exists(within), _shown()).exclude(Exists(before))


def answered_published(scope: Scope, period: Period) -> QuerySet[Any]:
    """Proposals first answered in the period of which something is published."""
    return answered(scope, period).filter(_shown())

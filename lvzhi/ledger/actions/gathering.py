"""Advice gathered by theme into one document: its text is composed, and what becomes of it follows (M05, R3.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.journal.lines import line
from lvzhi.ledger import rules
from lvzhi.ledger.models import Advice
from lvzhi.ledger.vocabulary import codes as tables
from lvzhi.ledger.vocabulary import gathering as words
from lvzhi.ledger.vocabulary.states import AdviceState
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.papers.actions import begin_draft, begun
from lvzhi.papers.models import Paper
from lvzhi.ui.formats import day as written
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def gather(
    actor: Actor,
    committee: Committee,
    chosen: Sequence[Advice],
    *,
    title: str,
    addressee: str,
    once: str | None = None,
) -> Paper:
    """Draft the document that submits these pieces of advice, by theme; they are submitted when it is sent.

    Raises:
        NotAllowed: not the keeper of one of them, or no drafter of papers.
        Refusal: none chosen, one in another document already, or no longer merely recorded.
    """
    done = begun(actor, once)
    if done is not None:
        return done
    rows = _locked(actor, committee, chosen)
    data = {"kind": words.PAPER_KIND, "title": title, "addressee": addressee, "text": compose(committee, rows)}
    themes = len({row.theme for row in rows})
    with line(actor, "ledger.gathered", committee=committee, count=len(rows), themes=themes) as entry:
        paper = begin_draft(actor, committee, data, about=list(_occasions(actor, rows)), once=once)
        entry.subject = paper
        for row in rows:
            row.paper = paper
            row.version += 1
            row.save()
    return paper


def _locked(actor: Actor, committee: Committee, chosen: Sequence[Advice]) -> list[Advice]:
    """The chosen ones in the order of themes, each as it stands now."""
    if not chosen:
        raise Refusal("ledger.none_chosen", field="items")
    found = Advice.objects.live().filter(pk__in=[one.pk for one in chosen], committee=committee)
    rows = list(found.select_related("paper", "activity", "organ").order_by("theme", "proposed_on", "id"))
    for row in rows:
        rules.keeper.check(actor, row)
        if row.paper is not None:
            raise Refusal("ledger.gathered_already", field="items", text=row.title_for_people, paper=row.paper.title)
        if row.state != AdviceState.RECORDED:
            state = row.get_state_display()
            raise Refusal("ledger.not_recorded", field="items", text=row.title_for_people, state=state)
    return rows


def compose(committee: Committee, rows: Sequence[Advice]) -> str:
    """The text: an opening, and under each theme its pieces in order, with who gave them and where."""
    order = {one.code: place for place, one in enumerate(codes.entries(tables.THEMES, committee, rows[0].proposed_on))}
    placed = sorted(rows, key=lambda row: (order.get(row.theme, len(order)), row.proposed_on, row.pk))
    groups = [(theme, list(found)) for theme, found in groupby(placed, key=lambda row: row.theme)]
    opening = words.OPENING.format(count=len(rows), themes=len(groups), span=_span(rows))
    lines = [opening]
    for place, (theme, found) in enumerate(groups):
        name = codes.name_of(tables.THEMES, committee, theme) if theme else words.NO_THEME
        lines.append(words.HEADING.format(place=words.PLACES[place], theme=name))
        lines += [_item(number, row) for number, row in enumerate(found, start=1)]
    return "\n".join(lines)


def _span(rows: Iterable[Advice]) -> str:
    """The days on which they were given: one day, or from the first to the last."""
    days = sorted({row.proposed_on for row in rows})
    first, last = written(days[0]), written(days[-1])
    return first if len(days) == 1 else words.SPAN.format(since=first, until=last)


def _item(number: int, row: Advice) -> str:
    told = [part for part in (row.authors_said, row.activity.title if row.activity else "") if part]
    beside = words.BESIDE.format(told=words.PARTED.join(told)) if told else ""
    return words.ITEM.format(number=number, text=" ".join(row.text.split()).rstrip(words.STOP), beside=beside)


def _occasions(actor: Actor, rows: Sequence[Advice]) -> Iterator[tuple[str, Any]]:
    """The activities they come from, as records that the document is about."""
    seen = set()
    for row in rows:
        if row.activity is None or row.activity.uid in seen:
            continue
        label = row.activity._meta.label_lower
        kind = kind_of(label)
        if kind is not None and kind.visible(actor, row.activity.uid):
            seen.add(row.activity.uid)
            yield label, row.activity.uid


def when_sent(taking: Taking) -> None:
    """What follows the sending of a document: the advice it gathers is submitted on that day."""
    for row in Advice.objects.live().filter(paper=taking.record, state=AdviceState.RECORDED).order_by("id"):
        engine.follow(row, "sent", taking)


def when_withdrawn(taking: Taking) -> None:
    """What follows the withdrawal of a document: what nobody has in hand yet can be gathered anew."""
    rows = Advice.objects.live().filter(paper=taking.record).order_by("id")
    for row in rows.filter(state=AdviceState.SUBMITTED, unit=None):
        engine.follow(row, "withdrawn", taking)
    waiting = list(rows.filter(state=AdviceState.RECORDED))
    if waiting:
        release(taking.actor, taking.record, waiting)


def release(actor: Actor, paper: Paper, rows: Sequence[Advice]) -> None:
    """Take advice out of a document that was not sent; each can be gathered into another."""
    with line(actor, "ledger.released", subject=paper, committee=paper.committee_id, count=len(rows)):
        for row in rows:
            row.paper = None
            row.version += 1
            row.save()


def check_sent(taking: Taking) -> None:
    """Nothing is submitted before it was said."""
    advice, day = taking.record, taking.record.paper.sent_on
    if day < advice.proposed_on:
        text, said = advice.title_for_people, advice.proposed_on
        raise Refusal("ledger.submitted_before", day=day, text=text, proposed=said)


def sent(taking: Taking) -> None:
    """Effect of 随文件呈报."""
    advice: Advice = taking.record
    advice.submitted_on = advice.paper.sent_on if advice.paper is not None else None
    taking.facts |= {"on": written(advice.submitted_on), "paper": advice.paper.called if advice.paper else ""}


def withdrawn(taking: Taking) -> None:
    """Effect of 随文件撤销."""
    taking.record.submitted_on = None
    taking.record.paper = None

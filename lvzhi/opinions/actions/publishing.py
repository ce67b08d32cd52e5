"""Items chosen for an issue 《社情民意》 or a special report 专报: its text is composed of the edited texts (R2.10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import numeral
from lvzhi.journal.lines import line
from lvzhi.opinions import rules
from lvzhi.opinions.models import Author, Concern, Placing
from lvzhi.opinions.queries import turns, whole_text
from lvzhi.opinions.vocabulary import turns as words
from lvzhi.opinions.vocabulary.codes import SPECIAL
from lvzhi.opinions.vocabulary.states import ConcernState
from lvzhi.papers.actions import begin_draft, begun, write
from lvzhi.papers.models import Paper
from lvzhi.papers.vocabulary import PaperState

READY = frozenset({ConcernState.CHECKED, ConcernState.ISSUED})


def compose(
    actor: Actor, committee: Committee, chosen: Sequence[Concern], *, kind: str, title: str = "", addressee: str = "",
    once: str | None = None,
) -> Paper:  # fmt: skip
    """Draft an issue or a special report of these items in this order; it goes on as any paper.

    Args:
        kind: `codes.ISSUE`, or `codes.SPECIAL` of one item alone.
        title: composed of the first item's where left out.

    Raises:
        NotAllowed: not an editor, or no drafter of papers.
        Refusal: none chosen, several in a special report, one that is not checked.
    """
    done = begun(actor, once)
    if done is not None:
        return done
    with transaction.atomic():
        rows = _locked(actor, committee, chosen)
        if kind == SPECIAL and len(rows) > 1:
            raise Refusal("opinions.special_one", field="items")
        data = {
            "kind": kind, "title": title.strip() or title_of(rows), "addressee": addressee, "text": text_of(rows),
            "for_members": False,
        }  # fmt: skip
        name = words.KIND_NAMES["special" if kind == SPECIAL else "issue"]
        with line(actor, "opinions.composed", committee=committee, kind=name, count=len(rows)) as entry:
            paper = begin_draft(actor, committee, data, once=once)
            entry.subject = paper
            _place(actor, paper, rows, 1)
    return paper


def _locked(actor: Actor, committee: Committee, chosen: Sequence[Concern]) -> list[Concern]:
    """The chosen ones in the order given, each as it stands now and fit to be issued."""
    if not chosen:
        raise Refusal("opinions.none_chosen", field="items")
    keys = [one.pk for one in chosen]
    rows = Concern.objects.live().select_for_update(of=("self",)).filter(pk__in=keys, committee=committee)
    by_key = {row.pk: row for row in rows.select_related("committee", "origin_committee").order_by("id")}
    found = [by_key[key] for key in dict.fromkeys(keys) if key in by_key]
    for row in found:
        rules.editor.check(actor, row)
        if row.state not in READY:
            raise Refusal("opinions.not_checked", field="items", title=row.title, state=row.get_state_display())
    if not found:
        raise Refusal("opinions.none_chosen", field="items")
    return found


def _place(actor: Actor, paper: Paper, rows: Sequence[Concern], first: int) -> None:
    for place, row in enumerate(rows, start=first):
        Placing(
            concern=row, paper=paper, place=place, committee_id=paper.committee_id, created_at=actor.at
        ).save()  # fmt: skip


def title_of(rows: Sequence[Concern]) -> str:
    """What an issue is called after its items."""
    first = rows[0].current_title[: words.TITLE_ROOM]
    template = words.TITLE_ONE if len(rows) == 1 else words.TITLE_MORE
    return template.format(title=first, count=len(rows))


def text_of(rows: Sequence[Concern]) -> str:
    """The text of an issue: of several items each under its heading, with who reported it unless he asked not to be
    named."""
    parts = []
    for place, row in enumerate(rows, start=1):
        text = (row.edited.strip() or whole_text(row)).strip()
        head = [] if len(rows) == 1 else [words.HEADING.format(place=numeral(place), title=row.current_title)]
        parts.append("\n".join([*head, text, signed(row)]))
    return "\n\n".join(parts)


def signed(concern: Concern) -> str:
    """Who reported it, as an issue prints it: nobody is named who asked not to be, nor whose merged item asked so."""
    rows = Author.objects.live().filter(concern=concern).select_related("merged_from").order_by("place", "id")
    open_ = [] if concern.hidden else [one for one in rows if one.merged_from is None or not one.merged_from.hidden]
    names = turns.joined(_named(one) for one in open_)
    below = concern.chain[0]["name"] if concern.chain else ""
    if below:
        return (words.SIGNED_BELOW if names else words.SENT_BELOW).format(committee=below, names=names)
    if concern.organ is not None and not concern.hidden:
        return words.SIGNED.format(
            names=turns.joined(filter(None, [concern.organ.name_on(concern.submitted_on), names]))
        )
    return words.SIGNED.format(names=names) if names else words.UNNAMED


def _named(author: Author) -> str:
    return words.WITH_UNIT.format(name=author.name, unit=author.unit) if author.unit else author.name


def edited_by_hand(paper: Paper) -> bool:
    """Whether its text is no longer what its items compose."""
    rows = turns.items(paper)
    return bool(rows) and _lines(paper.text) != _lines(text_of(rows))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def put_in(actor: Actor, paper: Paper, chosen: Sequence[Concern], *, hand: str = "") -> Paper:
    """Place more items while the paper is a draft; the text is composed anew.

    Args:
        hand: what is done with changes that somebody made to the text by hand: kept, or not.

    Raises:
        NotAllowed: not the paper's author.
        Refusal: no longer a draft, one placed already or not checked, the text changed by hand and nothing said of it.
    """

    def change(rows: list[Concern]) -> list[Concern]:
        more = _locked(actor, paper.committee, chosen)
        known = {row.pk for row in rows}
        for row in more:
            if row.pk in known:
                raise Refusal("opinions.placed_already", field="items", title=row.current_title, paper=paper.title)
        if paper.kind == SPECIAL:
            raise Refusal("opinions.special_one", field="items")
        with line(actor, "opinions.placed", subject=paper, committee=paper.committee_id, count=len(more)):
            _place(actor, paper, more, len(rows) + 1)
        return more

    return _change(actor, paper, hand, change)


def take_out(actor: Actor, paper: Paper, concern: Concern, *, hand: str = "") -> Paper:
    """Take an item out while the paper is a draft; the text is composed anew. Raises as `put_in`."""

    def change(rows: list[Concern]) -> list[Concern]:
        row = Placing.objects.live().select_for_update(of=("self",)).filter(paper=paper, concern=concern).first()
        if row is None:
            raise Refusal("opinions.not_placed", title=concern.current_title, paper=paper.title)
        if len(rows) == 1:
            raise Refusal("opinions.last_placed", paper=paper.title)
        with line(actor, "opinions.taken_out", subject=paper, committee=paper.committee_id):
            row.voided_at, row.void_ground, row.version = actor.at, words.TAKEN_OUT, row.version + 1
            row.save()
        return []

    return _change(actor, paper, hand, change)


def arrange(actor: Actor, paper: Paper, order: Sequence[int], *, hand: str = "") -> Paper:
    """Put the items of a draft in another order, by their keys. Raises as `put_in`."""

    def change(rows: list[Concern]) -> list[Concern]:
        placed = {row.concern_id: row for row in turns.placings(paper)}
        if sorted(order) != sorted(placed):
            raise Refusal("opinions.order_incomplete", field="order", paper=paper.title)
        with line(actor, "opinions.arranged", subject=paper, committee=paper.committee_id):
            for place, key in enumerate(order, start=1):
                placed[key].place = place
                placed[key].version += 1
                placed[key].save()
        return []

    return _change(actor, paper, hand, change)


def _change(actor: Actor, paper: Paper, hand: str, change: Callable[[list[Concern]], list[Concern]]) -> Paper:
    """Change what stands in a draft, and its text with it: composed anew, or what was written by hand kept."""
    with transaction.atomic():
        locked: Paper = Paper.objects.select_for_update(of=("self",)).select_related("committee").get(pk=paper.pk)
        if locked.state != PaperState.DRAFT or locked.voided_at is not None:
            raise Refusal("opinions.not_draft", paper=locked.title, state=locked.get_state_display())
        rows = turns.items(locked)
        by_hand = bool(rows) and _lines(locked.text) != _lines(text_of(rows))
        if by_hand and hand not in (words.KEEP, words.AFRESH):
            raise Refusal("opinions.text_edited", field="hand", paper=locked.title)
        named = bool(rows) and locked.title == title_of(rows)
        added = change(rows)
        now = turns.items(locked)
        if by_hand and hand == words.KEEP:
            text = "\n\n".join([locked.text.rstrip(), *(_section(row, now) for row in added)])
        else:
            text = text_of(now)
        title = title_of(now) if named else locked.title
        return write(locked, actor, {"text": text, "title": title})


def _section(row: Concern, among: Sequence[Concern]) -> str:
    """One item as it stands under its heading among the others."""
    place = next(place for place, one in enumerate(among, start=1) if one.pk == row.pk)
    head = words.HEADING.format(place=numeral(place), title=row.current_title)
    return "\n".join([head, (row.edited.strip() or whole_text(row)).strip(), signed(row)])

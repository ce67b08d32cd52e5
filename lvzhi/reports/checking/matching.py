"""Which figure a claim speaks of, by meaning alone: unit, subject, action, clause, heading — never the value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lvzhi.claims import Claim
from lvzhi.metrics.declare import Figure, Says
from lvzhi.reports.checking import lexicon
from lvzhi.reports.checking.narrowing import Filter, Said
from lvzhi.reports.checking.topics import BLANK

FilterOf = Callable[[Claim, Figure], Filter | None]
NEEDED = 3  # a word that tells a figure from its neighbours weighs more than the length of a noun
SUBJECT = 2
ALTERNATIVES = "|"


@dataclass(frozen=True, slots=True)
class Fit:
    """A figure that a claim may mean.

    Args:
        weight: how specific the words are that fit; the greatest is chosen.
        left: words before the thing counted that nothing accounts for; a fit with any is only the nearest miss.
    """

    figure: Figure
    filter: Filter | None
    weight: int
    left: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that fit best (none, one, or several alike) and the nearest miss."""

    best: tuple[Fit, ...] = ()
    nearest: Fit | None = None

    @property
    def fit(self) -> Fit | None:
        """The one figure, where there is exactly one."""
        return self.best[0] if len(self.best) == 1 else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure with the ways in which it is spoken of, its names and all measure words that may follow."""

    figure: Figure
    ways: tuple[Says, ...]
    names: frozenset[str]
    units: frozenset[str]

    @property
    def trailing(self) -> bool:
        """Whether it may tell what came of an act before it."""
        return any(says.trailing for says in self.ways)


def find(
    claim: Claim,
    figures: Sequence[Spoken],
    filter_of: FilterOf,
    context: Sequence[str] = (),
    said: Sequence[Said] = (),
) -> Found:
    """The figures a claim may mean.

    Args:
        filter_of: the filter a claim's words give for a figure.
        context: keys of figures spoken of just before (the total of which this is a part first), which decide
            between figures that fit alike: the same figure first, then one of the same room.
        said: what this part of the sentence counted before.
    """
    rooms = frozenset(key.split(".", 1)[0] for key in context)
    fits = [fit for one in figures if (fit := _fit(claim, one, filter_of, said, rooms)) is not None]
    whole = [fit for fit in fits if not fit.left]
    if not whole:
        return Found(nearest=max(fits, key=lambda fit: fit.weight, default=None))
    top = max(fit.weight for fit in whole)
    best = [fit for fit in whole if fit.weight == top]
    if len(best) > 1:
        for key in context:
            named = [fit for fit in best if fit.figure.key == key]
            if named:
                return Found(tuple(named))
        for key in context:  # 资金50余万元，惠及群众600余人: those whom the money reached, which the same room counts
            named = [fit for fit in best if fit.figure.room == key.split(".", 1)[0]]
            if len(named) == 1:
                return Found(tuple(named))
    return Found(tuple(best))


def _fit(claim: Claim, spoken: Spoken, filter_of: FilterOf, said: Sequence[Said], rooms: frozenset[str]) -> Fit | None:
    """The figure with its filter, by the way of speaking that fits best; None where none does."""
    figure = spoken.figure
    ways = [says for says in spoken.ways if not (says.units and claim.unit and claim.unit not in says.units)]
    ways = [says for says in ways if not says.after or figure.room in rooms]
    written = "" if said and spoken.trailing else _written_out(claim, spoken)
    if written:  # in full, so that no word of it names a dimension's value as well
        chosen = filter_of(_without(claim, written), figure)
        return Fit(figure, chosen, SUBJECT * len(written) + NEEDED, _unsaid(claim.label, chosen))
    if _denied(claim):
        ways = [says for says in ways if any(lexicon.NOT.match(one) and one in claim.lead for one in says.actions)]
    if not any(says.named_by or any(_is_head(claim, word) for word in says.subjects) for says in ways):
        return None
    chosen = filter_of(claim, figure)
    found: list[tuple[int, str]] = []
    for says in ways:
        heads = _heads(claim, says, chosen)
        weight = _weight(claim, figure, says, heads) if heads and _in_place(says, chosen, said) else None
        if weight is not None:
            found.append((weight, max(heads, key=len)))
    if not found:
        return None
    return Fit(figure, chosen, max(found)[0], _left(claim, max((head for _, head in found), key=len), chosen))


def _written_out(claim: Claim, spoken: Spoken) -> str:
    """The figure's own name, where nothing but it stands before the number: 未编入支部的党员委员3名."""
    if claim.unit and claim.unit not in spoken.units:
        return ""
    lead, named = _leading(claim.lead)
    if named in spoken.names:
        return named
    whole = claim.before + lead
    return next((name for name in spoken.names if lexicon.COLON in name and whole.endswith(name)), "")


# Every figure is held against the same claim: what is read off its words alone is read once.
ONE_TEXT = 256


@lru_cache(maxsize=ONE_TEXT)
def _leading(lead: str) -> tuple[str, str]:
    """The words before the number without those that only lead to it, and what of them might be a name."""
    found = lexicon.TO_NUMBER.sub("", lead)
    return found, lexicon.TO_NAME.sub("", found)


def _without(claim: Claim, name: str) -> Claim:
    """The claim with the name blank."""
    blank = BLANK * len(name)
    return replace(claim, subject=blank, clause=claim.clause.replace(name, blank), lead=claim.lead.replace(name, blank))


def _denied(claim: Claim) -> bool:
    """Whether the clause says that it was not done, or tells the thing counted by what it lacks."""
    return _is_denied(claim.lead, claim.action, claim.subject)


@lru_cache(maxsize=ONE_TEXT)
def _is_denied(lead: str, action: str | None, subject: str) -> bool:
    for word in filter(None, (action, subject)):
        place = lead.rfind(word)
        pattern = lexicon.DENIED if word == action else lexicon.DENYING
        if place > 0 and pattern.search(lead[:place]):
            return True
    return False


def _heads(claim: Claim, says: Says, chosen: Filter | None) -> list[str]:
    """The words for the thing counted that the claim's subject ends in: the figure's own, or those of a dimension."""
    heads = [word for word in says.subjects if _is_head(claim, word)]
    if chosen is not None and says.named_by:
        pieces = [piece for piece in chosen.pieces if piece.cut.key in says.named_by]
        heads += [piece.word for piece in pieces if _is_head(claim, piece.word)]
    return heads


def _in_place(says: Says, chosen: Filter | None, said: Sequence[Said]) -> bool:
    """Whether what the figure needs to be narrowed by is told: by the claim itself, or by an act the records know."""
    acts = chosen.of_act if chosen is not None else ()
    if says.narrowed and not acts:
        return False
    return not says.trailing or any(piece.own for piece in acts) or not said or said[-1].figure is not None


def speaking(figures: Sequence[Figure]) -> list[Spoken]:
    """Every figure with the ways in which it is spoken of; its own names need no verb."""
    return [_spoken(figure) for figure in figures]


def _spoken(figure: Figure) -> Spoken:
    names = (figure.name, *figure.aliases)
    like = lexicon.LIKE_UNITS.get(figure.unit, (figure.unit,))
    if not figure.says:
        return Spoken(figure, (Says(subjects=names, units=like),), frozenset(names), frozenset(like))
    first = figure.says[0]
    excludes = tuple({word for says in figure.says for word in says.excludes if word not in figure.name})
    own = Says(subjects=(figure.name,), units=first.units, excludes=excludes)
    units = frozenset(like).union(*(says.units for says in figure.says))
    return Spoken(figure, (*figure.says, own), frozenset(names), units)


@lru_cache(maxsize=ONE_TEXT)
def _core(subject: str) -> str:
    return lexicon.TAILS.sub("", subject)


def _is_head(claim: Claim, word: str) -> bool:
    """Whether the thing counted is this word: in Chinese the head of a noun stands last."""
    return bool(word) and (_core(claim.subject).endswith(word) or claim.subject.endswith(word))


def _weight(claim: Claim, figure: Figure, says: Says, heads: Sequence[str]) -> int | None:
    """How specifically the claim's words fit; None where they do not."""
    if not _has_needed(claim, says):
        return None
    stated = not says.actions and bool(lexicon.WHOLE.search(claim.clause))
    barred = claim.subject if stated else claim.subject + (claim.action or "")
    if any(word in barred for word in says.excludes):
        return None
    action = _action(claim, says, stated=stated)
    if action is None:
        return None
    heading = claim.heading or ""
    hint = any(word in heading for word in (*says.subjects, figure.name))
    return SUBJECT * len(max(heads, key=len)) + action + NEEDED * (len(says.needs) + says.after) + hint


def _has_needed(claim: Claim, says: Says) -> bool:
    place = claim.subject + claim.clause
    return all(any(word in place for word in need.split(ALTERNATIVES)) for need in says.needs)


def _action(claim: Claim, says: Says, *, stated: bool) -> int | None:
    """The length of the verb that fits, 0 where none is needed, None where it is another verb."""
    if not claim.action:
        return 0
    if not says.actions:
        return 0 if stated or claim.action in lexicon.LIGHT else None
    if says.named_by and claim.action in claim.subject:  # 中心组学习12次: the verb that the name of the act holds
        return 0
    return max((len(word) for word in says.actions if word in claim.action), default=None)


def _left(claim: Claim, subject: str, chosen: Filter | None) -> str:
    """What stands before the thing counted and is neither general nor the filter's word."""
    text = _core(claim.subject)
    if not text.endswith(subject):
        text = claim.subject
    return _unsaid(claim.label + text[: len(text) - len(subject)], chosen)


def _unsaid(text: str, chosen: Filter | None) -> str:
    """What of some words the filter does not account for."""
    for word in chosen.words if chosen is not None else ():
        text = text.replace(word, "")
        overlap = next((n for n in range(len(word), 0, -1) if text.endswith(word[:n])), 0)
        text = text[: len(text) - overlap]
    return lexicon.GENERIC.sub("", text)

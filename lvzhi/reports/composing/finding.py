"""Looking for a figure to put into a text: by name, alias or definition, with its value of now."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, registry
from lvzhi.metrics.compute import Ask, cuts_of
from lvzhi.metrics.declare import Figure
from lvzhi.metrics.look import address
from lvzhi.metrics.periods import Period
from lvzhi.reports import vocabulary
from lvzhi.reports.composing import tokens

MOST = 12
CUTS_MOST = 24


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that may be meant.

    Args:
        token: to be put into the text. cuts: (label, token, value) of a dimension that was asked for.
    """

    name: str
    aliases: str
    meaning: str
    value: str
    token: str
    address: str
    dimensions: tuple[tuple[str, str], ...] = ()


def _rank(figure: Figure, words: list[str]) -> int:
    """How well a figure fits: by name before alias before definition; 0 for not at all."""
    names = figure.name
    if all(word in names for word in words):
        return 3 if names != "".join(words) else 4
    names += "".join(figure.aliases)
    if all(word in names for word in words):
        return 2
    return 1 if all(word in names + figure.meaning for word in words) else 0


def find(text: str, scope: Scope, period: Period) -> list[Found]:
    """Figures that fit some words, the best first, counted in one statement."""
    words = text.replace("{", " ").replace("}", " ").split()
    if not words:
        return []
    fit = sorted(((-_rank(one, words), place) for place, one in enumerate(registry.figures())))
    figures = registry.figures()
    chosen = [figures[place] for rank, place in fit if rank < 0][:MOST]
    if not chosen:
        near = tokens.near_names(text)
        chosen = [one for one in figures if one.name in near]
    results = compute.answers([Ask(one, scope, period) for one in chosen])
    return [
        Found(
            one.name, vocabulary.LIST.join(one.aliases), one.meaning, vocabulary.recorded(result), tokens.written(one),
            address(one.key, scope, period), tuple((cut.key, cut.name) for cut in cuts_of(one)),
        )
        for one, result in zip(chosen, results, strict=True)
    ]  # fmt: skip


def split(name: str, key: str, scope: Scope, period: Period) -> list[tuple[str, str, str]]:
    """A figure by the values of a dimension, as (label, value, token); those with nothing are left out."""
    figure = next((one for one in registry.figures() if one.name == name), None)
    cut = next((one for one in cuts_of(figure) if one.key == key), None) if figure is not None else None
    if figure is None or cut is None:
        return []
    parts = compute.split(figure, scope, period, cut)
    listed = [
        (label, vocabulary.recorded(result), tokens.written(figure, ((cut, label),)))
        for _, label, result in parts if result.value
    ]  # fmt: skip
    return listed[:CUTS_MOST]

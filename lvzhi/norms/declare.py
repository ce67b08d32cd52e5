"""The registry of norms: every limit, window, quota and switch a room follows, declared once with its source rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.norms.vocabulary import SYSTEM_ADMIN


class BadNorm(Exception):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """A declaration that contradicts itself: default out of range, key taken, choice without its default."""


@dataclass(frozen=True)
class Norm:
    """A declared parameter.

    Args:
        key: ``room.word``, unique.
        name: Chinese name on the norms page.
        kind: int, decimal, bool, choice, text, list, term or date.
        unit: Chinese unit of a number (字, 天, %).
        default: the national or proposed default of rules.md §14; a term as ``deadlines.Term``, as a mapping
            ``{"amount": 5, "unit": "working_day"}`` or in words.
        rule: source rule, such as R1.12.
        least, most: smallest and largest value allowed (numbers, terms, dates); number of characters of a text, of
            items of a list.
        choices: (code, Chinese label) of a choice, or of the items of a list.
        editors: roles that may set it in their committee; a role of a committee above counts for system_admin and
            security_admin only; where both are named, the former only where the two are not separated.
        help: what it does, for the person who sets it.
    """

    key: str
    name: str
    kind: str
    unit: str = ""
    default: Any = None
    rule: str = ""
    least: Any = None
    most: Any = None
    choices: tuple[tuple[str, str], ...] = ()
    editors: tuple[str, ...] = (SYSTEM_ADMIN,)
    help: str = ""

    @property
    def room(self) -> str:
        """The room that declared it."""
        return self.key.split(".", 1)[0]


_NORMS: dict[str, Norm] = {}


def declare(
    key: str,
    name: str,
    *,
    kind: str,
    default: Any,
    unit: str = "",
    rule: str = "",
    least: Any = None,
    most: Any = None,
    choices: Sequence[tuple[str, str]] | Mapping[str, str] = (),
    editors: Sequence[str] = (SYSTEM_ADMIN,),
    help: str = "",  # noqa: A002  reason: reads as the declaration's own word
) -> Norm:
    """Declare a norm; its arguments are those of `Norm`.

    Raises:
        BadNorm: the key is taken by another declaration, or the default does not fit kind and range.
    """
    from lvzhi.norms.kinds import normal

    pairs = tuple(choices.items()) if isinstance(choices, Mapping) else tuple((str(c), str(n)) for c, n in choices)
    norm = normal(Norm(key, name, kind, unit, default, rule, least, most, pairs, tuple(editors), help))
    known = _NORMS.get(key)
    if known is not None and known != norm:
        raise BadNorm(f"{key}: declared twice")
    _NORMS[key] = norm
    return norm


def norm_of(key: str) -> Norm:
    """The declaration of a key. Raises `BadNorm`: asking for an undeclared norm is a fault in the code."""
    try:
        return _NORMS[key]
    except KeyError:
        raise BadNorm(f"{key}: not declared") from None


def norms() -> list[Norm]:
    """All norms in the order in which the rooms declared them."""
    return list(_NORMS.values())


_separations: list[Callable[[Any], bool]] = []


def separated_by(test: Callable[[Any], bool]) -> None:
    """Let `accounts` say in which committees the security administrator's part is not the system administrator's."""
    if test not in _separations:
        _separations.append(test)


def is_separated(committee: Any) -> bool:
    """Whether somebody said so of the committee."""
    return any(test(committee) for test in _separations)


def forget(key: str) -> None:
    """Take a declaration out again; for tests of declarations."""
    _NORMS.pop(key, None)

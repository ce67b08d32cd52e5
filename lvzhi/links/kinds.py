"""The registries: which kinds of record can be tied, and in which roles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lvzhi.access import Actor


class BadRole(Exception):  # noqa: N818  reason: a fault of the programmer, named as the domain names it
    """A role nobody registered, or registered twice with different words."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says, for another record that begins from it: nothing is typed again.

    Args:
        persons: ids of the persons whose text it is, in their order.
    """

    title: str
    situation: str = ""
    analysis: str = ""
    wish: str = ""
    persons: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that can be tied.

    Args:
        kind: "app_label.model_name", lower case.
        name: Chinese name of the kind.
        title, url: of the record with this uid; title gives "" when it no longer exists.
        visible: may this actor see that record.
        titles: titles of several records at once, so that a list costs one query a kind.
        organ: key of the organ that has the record in hand, None where none has: what is begun about it begins there.
        said: its text where that may be taken up by another record, None where it may not, or has none.
        tells: whether the record at hand has such a text, without asking the database.
    """

    kind: str
    name: str
    title: Callable[[UUID], str]
    url: Callable[[UUID], str]
    visible: Callable[[Actor, UUID], bool]
    titles: Callable[[Sequence[UUID]], Mapping[UUID, str]] | None = None
    organ: Callable[[UUID], int | None] | None = None
    said: Callable[[UUID], Said | None] | None = None
    tells: Callable[[Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A type of tie, read from either end.

    Args:
        key: "room.word".
        forward: Chinese words read from a to b ("由……督办").
        backward: the words from b to a; left out where a tie has no direction.
        a_kinds, b_kinds: kinds allowed at either end; empty allows any registered one.
    """

    key: str
    forward: str
    backward: str = ""
    a_kinds: frozenset[str] = frozenset()
    b_kinds: frozenset[str] = frozenset()

    @property
    def symmetrical(self) -> bool:
        """Whether both ends read alike."""
        return not self.backward or self.backward == self.forward


def organ_of(rows: Any) -> Callable[[UUID], int | None]:
    """Reads the organ of a record, of a model with a foreign key ``organ``: for `Kind.organ`."""
    return lambda uid: rows.filter(uid=uid).values_list("organ_id", flat=True).first()


_kinds: dict[str, Kind] = {}
_roles: dict[str, Role] = {}


def register(*entries: Kind | Role) -> None:
    """Add kinds and roles, in `AppConfig.ready`. Raises `BadRole` for a role registered with two meanings."""
    for entry in entries:
        if isinstance(entry, Kind):
            _kinds[entry.kind] = entry
        elif _roles.setdefault(entry.key, entry) != entry:
            raise BadRole(entry.key)


def kind_of(kind: str) -> Kind | None:
    """The registered kind, or None."""
    return _kinds.get(kind)


def role_of(key: str) -> Role:
    """The registered role. Raises `BadRole`."""
    try:
        return _roles[key]
    except KeyError:
        raise BadRole(key) from None


def kinds() -> list[Kind]:
    """All kinds by key."""
    return [_kinds[key] for key in sorted(_kinds)]


def roles() -> list[Role]:
    """All roles by key."""
    return [_roles[key] for key in sorted(_roles)]

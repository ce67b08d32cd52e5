"""The scheme of a committee as data: kinds of contact with who stands on either side, from the code table (R6.16)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from lvzhi.access import Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.contacts.vocabulary.codes import ANY, CPC_ONLY, NAMES, OUTSIDE, PLAIN, PROJECT, SCHEMES
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.contacts.vocabulary.words import CPC_SIDE, OUTSIDE_SIDE, SIDES
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.norms import codes, memo
from lvzhi.norms.codes import CodeValue
from lvzhi.people.queries import affiliated, holding
from lvzhi.people.vocabulary import CPC, ON_STANDING_COMMITTEE, PostKind

POSTS = frozenset({*PostKind.values, PLAIN, ANY})
ORGANS, UNITS = frozenset(OrganKind.values), frozenset(UnitKind.values)


@dataclass(frozen=True, slots=True)
class Side:
    """Who or what may stand on one side.

    Args:
        target: what it is; None where the table's words are not understood.
        kinds: posts, kinds of organ or of unit, each an alternative.
        party: True for Party members only, False for others only, None for both.
    """

    target: str | None
    kinds: frozenset[str] = frozenset()
    party: bool | None = None

    def __str__(self) -> str:
        said = NAMES.join(dict.fromkeys(SIDES[one] for one in SIDES if one in self.kinds))
        if self.party is None:
            return said
        return (CPC_SIDE if self.party else OUTSIDE_SIDE).format(side=said)

    def members(self, day: dt.date) -> Q:
        """Rows of members in tenure who stand on this side on the day."""
        if self.target != Target.PERSON:
            return Q(pk__in=())
        found = Q() if ANY in self.kinds else self._by_post(day)
        if self.party is None:
            return found
        inside = affiliated(CPC, day)
        return found & (inside if self.party else ~inside)

    def _by_post(self, day: dt.date) -> Q:
        found = holding(self.kinds & set(PostKind.values), day)
        return found | ~holding(ON_STANDING_COMMITTEE, day) if PLAIN in self.kinds else found


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of contact as a committee has it on a day.

    Args:
        times: contacts wanted of each pair in a year.
        least, most: pairs of each who stands on the near side; no limit where most is 0.
    """

    code: str
    name: str
    near: Side
    far: Side
    times: int
    least: int
    most: int
    rule: str
    open: bool

    @property
    def clear(self) -> bool:
        """Whether both sides are understood: members on the near one, anything on the far one."""
        return self.near.target == Target.PERSON and self.far.target is not None

    @property
    def counted(self) -> bool:
        """Whether it is known who ought to have a partner: members, and organs of the committee."""
        return self.far.target in (Target.PERSON, Target.ORGAN)

    @property
    def plannable(self) -> bool:
        """Whether a plan can be proposed."""
        return self.clear and self.far.target != Target.RECORD


def side_of(text: object) -> Side:
    """What the table says of one side; without a target where its words are unknown or mixed."""
    words = {
        one.strip() for one in str(text or "").replace(",", NAMES).replace("，", NAMES).split(NAMES) if one.strip()
    }
    party = True if CPC_ONLY in words else False if OUTSIDE in words else None
    words -= {CPC_ONLY, OUTSIDE}
    if words == {PROJECT}:
        return Side(Target.RECORD, frozenset(words))
    for target, known in ((Target.PERSON, POSTS), (Target.ORGAN, ORGANS), (Target.UNIT, UNITS)):
        if words and words <= known:
            return Side(target, frozenset(words), party if target == Target.PERSON else None)
    return Side(None)


def _number(text: object) -> int:
    said = str(text or "").strip()
    return int(said) if said.isdecimal() else 0


def _scheme(row: CodeValue, day: dt.date) -> Scheme:
    extra = row.extra
    return Scheme(
        row.code, row.name, side_of(extra.get("near")), side_of(extra.get("far")), _number(extra.get("times")),
        _number(extra.get("least")), _number(extra.get("most")), row.rule, row.open_on(day),
    )  # fmt: skip


def schemes(committee: Committee | int, day: dt.date) -> list[Scheme]:
    """All kinds known on the day, those closed included, in the table's order. At most one query."""
    pk = committee if isinstance(committee, int) else committee.pk
    read = memo.keep(f"contacts {day}", pk, lambda: [_scheme(row, day) for row in codes.entries(SCHEMES, pk, day)])
    return list(read)


def find(committee: Committee | int, code: str, day: dt.date) -> Scheme | None:
    """The kind of that code as it is on the day; None for none."""
    return next((one for one in schemes(committee, day) if one.code == code), None)


def scheme(committee: Committee | int, code: str, day: dt.date) -> Scheme:
    """The kind of that code, open on the day and understood.

    Raises:
        Refusal: ``contacts.scheme_unknown``, ``contacts.scheme_closed``, ``contacts.scheme_unclear``.
    """
    found = find(committee, code, day)
    if found is None:
        raise Refusal("contacts.scheme_unknown")
    if not found.open:
        raise Refusal("contacts.scheme_closed", scheme=found.name, day=day)
    if not found.clear:
        raise Refusal("contacts.scheme_unclear", scheme=found.name)
    return found


def scheme_name(row: object) -> str:
    """What the kind of a pair was called when it began."""
    return codes.name_of(SCHEMES, row.committee_id, row.scheme, row.starts)  # type: ignore[attr-defined]  # reason: a pair, whole or as a row of a figure

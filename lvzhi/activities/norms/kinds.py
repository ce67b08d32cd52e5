"""A row of the table of kinds as a value: family, approver of leave, quorum, what becomes of the uninvited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from lvzhi.access import Refusal
from lvzhi.activities.vocabulary import Audience, Duty, Family
from lvzhi.activities.vocabulary import kinds as words
from lvzhi.committee.models import Committee
from lvzhi.norms import codes, memo
from lvzhi.norms.codes import CodeValue

FAMILIES = {**{str(one.label): one for one in Family}, **{one.value: one for one in Family}}
APPROVERS = {
    words.CHAIRMAN: "chairman",
    words.SECRETARY: "secretary_general",
    words.ORGAN: "organ_head",
    words.OFFICE: "office",
}
OFFICE = "office"
DUTIES = {str(one.label): one for one in Duty}


@dataclass(frozen=True)
class KindRule:
    """What a kind of activity is and how it is held, as the committee's table says on a day.

    Args:
        approver: who decides on leave: chairman, secretary_general, organ_head or office.
        plan: whether it must come from the yearly plan.
        stand_in: whether somebody may come in another's place.
        quorum: fraction that must be present for the meeting to open (R0.3); None without one.
        declines: whether one who comes uninvited is turned away; otherwise admitted as sitting in.
        duty: whether an absence is weighed as one from the plenary or the standing committee.
        words: further names by which official prose calls it.
    """

    code: str
    name: str
    family: Family
    approver: str = OFFICE
    plan: bool = False
    stand_in: bool = False
    quorum: Fraction | None = None
    declines: bool = False
    audience: Audience = Audience.COMMITTEE
    duty: Duty = Duty.NONE
    words: tuple[str, ...] = ()
    open: bool = True


def kind_of(committee: int | Committee, code: str, day: dt.date) -> KindRule:
    """The kind that may be chosen on the day.

    Raises:
        Refusal: not in the table on that day, or its row names no family.
    """
    return _read(codes.code(words.SET, committee, code, day), day)


def kind_named(committee: int | Committee, code: str, day: dt.date) -> KindRule | None:
    """What a stored kind was on the day, even if it may no longer be chosen; None where the table never knew it."""
    found = next((one for one in codes.entries(words.SET, committee, day) if one.code == code), None)
    return None if found is None or _family(found) is None else _read(found, day)


def kinds_on(committee: int | Committee, day: dt.date, *, closed: bool = False) -> list[KindRule]:
    """The kinds of a committee on a day in their order; with `closed` those no longer chosen too."""
    pk = committee if isinstance(committee, int) else committee.pk
    known = memo.keep(f"activities {day}", pk, lambda: _known(pk, day))
    return [one for one in known if closed or one.open]


def _known(committee: int, day: dt.date) -> list[KindRule]:
    rows = codes.entries(words.SET, committee, day)
    return [_read(one, day) for one in rows if _family(one) is not None]


def _family(row: CodeValue) -> Family | None:
    return FAMILIES.get(_text(row, "family"))


def _read(row: CodeValue, day: dt.date) -> KindRule:
    family = _family(row)
    if family is None:
        raise Refusal("activities.family_unknown", field="kind", kind=row.name, given=_text(row, "family"))
    return KindRule(
        code=row.code,
        name=row.name,
        family=family,
        approver=APPROVERS.get(_text(row, "approver"), OFFICE),
        plan=_text(row, "plan") == words.YES,
        stand_in=_text(row, "stand_in") == words.YES,
        quorum=fraction(_text(row, "quorum")),
        declines=_text(row, "uninvited") == words.DECLINE,
        audience=Audience.INVITED if _text(row, "audience") == words.ONLY_INVITED else Audience.COMMITTEE,
        duty=DUTIES.get(_text(row, "duty"), Duty.NONE),
        words=tuple(word for word in _text(row, "words").split(words.PAUSE) if word),
        open=row.open_on(day),
    )


def _text(row: CodeValue, name: str) -> str:
    return str(row.extra.get(name) or "").strip()


def fraction(text: str) -> Fraction | None:
    """A fraction as a norm or a row writes it; None for nothing or for what is none."""
    try:
        found = Fraction(text) if text else None
    except (ValueError, ZeroDivisionError):
        return None
    return found if found is not None and 0 < found <= 1 else None

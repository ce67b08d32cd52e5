"""What a page of figures looks at: whose, with those below or not, over which days — read from the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast
from urllib.parse import quote, unquote, urlencode
from uuid import UUID

from django import forms
from django.urls import reverse

from lvzhi.access import Actor, Missing, NotAllowed, Refusal, Rule
from lvzhi.committee.models import Committee
from lvzhi.committee.queries import by_uid, home_of, organ_by_uid
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.metrics import periods
from lvzhi.metrics.declare import Cut
from lvzhi.metrics.periods import Period
from lvzhi.metrics.rules import SEE_BOOK
from lvzhi.metrics.vocabulary import LABELS, WORDS, PeriodKind
from lvzhi.ui.forms import UiForm

YEARS = 4  # years to choose from by one press; any other span by its days
SINCE_PLENARY = "since-plenary"
NARROWING = ("organ", "part")


class LookForm(UiForm):
    """Whose figures, and over which days."""

    committee = forms.ModelChoiceField(
        label=LABELS["committee"], queryset=Committee.objects.none(), to_field_name="uid", empty_label=None
    )
    starts = DayField(label=LABELS["starts"], required=False)
    ends = DayField(label=LABELS["ends"], required=False)
    below = forms.BooleanField(label=LABELS["below"], required=False)

    def __init__(self, *args: Any, places: list[Committee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_ = cast("forms.ModelChoiceField[Committee]", self.fields["committee"])
        field_.queryset = Committee.objects.filter(pk__in=[one.pk for one in places])
        field_.choices = [(str(one.uid), one.display) for one in places]
        if len(places) == 1:
            field_.widget = forms.HiddenInput()
            field_.widget.attrs["value"] = str(places[0].uid)


@dataclass
class Look:
    """One look: scope, period, and the controls that change them."""

    actor: Actor
    scope: Scope
    period: Period
    form: LookForm
    places: list[Committee]
    problem: str = ""
    path: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def held(self) -> dict[str, str]:
        """What the form keeps besides what it asks: not the part of the scope, which its committee decides anew."""
        return {key: value for key, value in self.extra.items() if key not in (*NARROWING, "committee", "below")}

    def query(self, **more: str) -> str:
        """The address query of this look, with something changed."""
        said = {
            "committee": str(self.scope.committee.uid),
            "period": self.period.text,
            "below": "1" if self.scope.below else "",
            **self.extra,
            **more,
        }
        return "?" + urlencode({key: value for key, value in said.items() if value})

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The kinds of period to choose by one press."""
        year = clock.today().year
        kinds = [(SINCE_PLENARY, str(PeriodKind.PLENARY.label)), ("term", str(PeriodKind.TERM.label))]
        kinds += [(str(one), WORDS["year"].format(year=one)) for one in range(year, year - YEARS, -1)]
        if self.period.text not in dict(kinds):
            kinds.append((self.period.text, self.period.label))
        now = self.period.text
        return [{"label": label, "url": self.query(period=text), "active": text == now} for text, label in kinds]


def look(actor: Actor, params: Mapping[str, str], path: str, rule: Rule = SEE_BOOK, **extra: str) -> Look:
    """Read the look off the address; what cannot be read is said on the page, and the usual is shown instead.

    Args:
        params: the address's query. path: of this page.
        rule: whose figures may be looked at.
        extra: what else the address says and links have to keep.

    Raises:
        NotAllowed: the actor sees no committee's figures.
    """
    places = list(Committee.objects.filter(rule.rows(actor)).order_by("path"))
    if not places:
        raise NotAllowed("access.not_allowed", who=rule.label)
    asked = params.get("committee", "")
    committee = next((one for one in places if str(one.uid) == asked), None)
    if committee is None:
        if asked:
            raise NotAllowed("access.not_allowed", who=rule.label)
        home = home_of(actor) if len(places) > 1 else places[0]
        committee = next((one for one in places if one.pk == home.pk), places[0])
    scope = Scope(committee, below=bool(params.get("below")))
    period, problem = _period(params, committee)
    own = period.kind == PeriodKind.RANGE
    initial = {
        "committee": committee.uid, "below": scope.below, "starts": period.start if own else None,
        "ends": period.end if own else None,
    }  # fmt: skip
    form = LookForm(initial=initial, places=places)
    return Look(actor, scope, period, form, places, problem, path, {k: v for k, v in extra.items() if v})


def narrowed(seen: Look, params: Mapping[str, str]) -> Look:
    """The look at one organ of its committee, or at one of the committees below it, where the address names one.

    Whoever sees the figures of a committee with those below sees each of those apart; rows follow their own rule.

    Raises:
        Missing: there is no such organ or committee there.
    """
    committee = seen.scope.committee
    if organ := params.get("organ", ""):
        found = organ_by_uid(_uid(organ))
        if found.committee_id != committee.pk:
            raise Missing("access.missing")
        seen.scope = Scope(committee, organ=found)
        seen.extra["organ"] = str(found.uid)
    elif part := params.get("part", ""):
        below = by_uid(_uid(part))
        if not below.path.startswith(committee.path):
            raise Missing("access.missing")
        seen.scope = Scope(below, below=True)
        seen.extra |= {"committee": str(committee.uid), "part": str(below.uid), "below": ""}
    return seen


def _uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Missing("access.missing") from None


def _period(params: Mapping[str, str], committee: Committee) -> tuple[Period, str]:
    starts, ends = params.get("starts", ""), params.get("ends", "")
    asked = params.get("period", "")
    try:
        if starts or ends:
            return _between(starts, ends), ""
        return periods.parse_period(asked or SINCE_PLENARY, committee), ""
    except Refusal as refusal:
        problem = refusal.sentence
    try:
        return periods.since_plenary(committee), problem if asked or starts or ends else ""
    except Refusal:
        return periods.year(clock.today().year), problem


def _between(starts: str, ends: str) -> Period:
    days = DayField(required=True)
    try:
        first, last = days.clean(starts), days.clean(ends)
    except forms.ValidationError:
        facts = {"starts": starts or WORDS["empty"], "ends": ends or WORDS["empty"]}
        raise Refusal("metrics.bad_days", field="starts", **facts) from None
    return periods.between(cast("date", first), cast("date", last))


def saying(cuts: Iterable[tuple[Cut, str]]) -> str:
    """Cuts as an address says them: ``dimension:value``, several with ``;`` between."""
    return ";".join(f"{cut.key}:{quote(str(value), safe='')}" for cut, value in cuts)


def cuts_said(text: str) -> list[tuple[str, str]]:
    """The keys and values that an address says."""
    pieces = (piece.partition(":") for piece in text.split(";") if piece)
    return [(key, unquote(value)) for key, _, value in pieces]


def address(
    key: str,
    scope: Scope,
    period: Period,
    cuts: Iterable[tuple[Cut, str]] = (),
    above: Committee | None = None,
    **more: str,
) -> str:
    """The evidence page of a figure, narrowed where asked.

    Args:
        above: the committee whose reader looks at this one below it.
        more: what else the address says.
    """
    said = {
        "committee": str((above or scope.committee).uid),
        "period": period.text,
        "below": "1" if scope.below and above is None else "",
        "organ": str(scope.organ.uid) if scope.organ else "",
        "part": str(scope.committee.uid) if above is not None else "",
        "cut": saying(cuts),
    } | more
    return reverse("metrics:figure", args=[key]) + "?" + urlencode({k: v for k, v in said.items() if v})

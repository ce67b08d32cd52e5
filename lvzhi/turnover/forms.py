"""What the wizard asks."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.accounts.models import Account
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.people.roster import organ_key
from lvzhi.people.vocabulary import PostKind
from lvzhi.turnover.models import CODE_MOST, NAME_MOST, WORDS_MOST, Change, Entrant, OrganPlan
from lvzhi.turnover.queries import End, organs_after
from lvzhi.turnover.queries.plans import ROSTER_KINDS, present
from lvzhi.turnover.vocabulary import FIELDS, HELPS, JOINER, WORDS, Decided, Fate, Mark
from lvzhi.ui.forms import Checks, LongText, Narrowing, Segmented, UiForm
from lvzhi.workflow.forms import StepForm

FATES = [(one.value, str(one.label)) for one in Fate if one != Fate.NEW]
LEAST, MOST = 1, 99
ROLES = ("office", "clerk", "proposal_head", "organ_head", "secretary_general", "leader")


class GroundForm(StepForm):
    """Why."""

    ground = forms.CharField(label=FIELDS["ground"], max_length=WORDS_MOST, widget=LongText(rows=3))


class TermForm(UiForm):
    """Number and first day of the new term."""

    number = forms.IntegerField(label=FIELDS["number"], min_value=LEAST, max_value=MOST)
    starts = DayField(label=FIELDS["starts"], help_text=HELPS["starts"])
    decided_by = forms.CharField(
        label=FIELDS["decided_by"], max_length=NAME_MOST, required=False, help_text=HELPS["decided_by"]
    )


class RosterForm(UiForm):
    """The roster of the new term."""

    file = forms.FileField(label=FIELDS["file"], help_text=HELPS["file"])


class OrgansForm(UiForm):
    """All organs at once: what becomes of each, and what it is called then."""

    def __init__(self, *args: Any, plans: list[OrganPlan], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.plans = plans
        for row in plans:
            if row.organ_id is None:
                continue
            self.fields[f"fate-{row.uid}"] = forms.ChoiceField(
                label=row.name, choices=FATES, initial=row.fate, required=False
            )
            self.fields[str(row.uid)] = forms.CharField(
                label=FIELDS["targets"], required=False, max_length=WORDS_MOST, initial=JOINER.join(row.targets)
            )

    def wanted(self) -> dict[Any, tuple[str, str]]:
        """What was said of each."""
        data = self.cleaned_data
        return {
            row.uid: (data[f"fate-{row.uid}"] or row.fate, data[str(row.uid)]) for row in self.plans if row.organ_id
        }

    def groups(self) -> list[tuple[str, list[tuple[OrganPlan, Any, Any]]]]:
        """The rows by kind with their bound fields, for the page."""
        found: dict[str, list[tuple[OrganPlan, Any, Any]]] = {}
        for row in sorted(self.plans, key=lambda one: ROSTER_KINDS.index(one.kind)):
            own = row.organ_id is not None
            fields = (self[f"fate-{row.uid}"], self[str(row.uid)]) if own else (None, None)
            found.setdefault(str(OrganKind(row.kind).label), []).append((row, *fields))
        return list(found.items())


class NewOrganForm(UiForm):
    """A planned new organ."""

    kind = forms.ChoiceField(
        label=FIELDS["kind"], choices=[(kind, str(OrganKind(kind).label)) for kind in ROSTER_KINDS], widget=Segmented
    )
    name = forms.CharField(label=FIELDS["organ"], max_length=NAME_MOST)


class Wanted(Narrowing):
    """The list of persons, narrowed."""

    mark = forms.ChoiceField(label=FIELDS["mark"], required=False)
    sector = forms.ChoiceField(label=FIELDS["sector"], required=False)
    asks = forms.ChoiceField(label=FIELDS["asks"], required=False)

    def __init__(self, *args: Any, change: Change, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.choices("mark", [(one.value, str(one.label)) for one in Mark])
        self.choices("sector", [(one, one) for one in organs_after(change).get(OrganKind.SECTOR, [])])
        self.choices("asks", [("1", WORDS["to_ask"])])


class EntrantForm(UiForm):
    """Organs, posts and number of one person."""

    sector = forms.ChoiceField(label=FIELDS["sector"], required=False, help_text=HELPS["sector"])
    special_committee = forms.MultipleChoiceField(label=FIELDS["special"], required=False, widget=Checks)
    liaison_group = forms.MultipleChoiceField(label=FIELDS["liaison"], required=False, widget=Checks)
    offices = forms.MultipleChoiceField(
        label=FIELDS["offices"], required=False, widget=Checks, choices=PostKind.choices
    )
    number = forms.CharField(label=FIELDS["member_number"], required=False, max_length=CODE_MOST)

    def __init__(self, *args: Any, entrant: Entrant, **rest: Any) -> None:
        self.entrant = entrant
        super().__init__(*args, **rest)
        after = organs_after(entrant.change)
        for kind in ROSTER_KINDS:
            field: Any = self.fields[kind]
            names = after.get(kind, [])
            own = {organ_key(one, kind) for one in entrant.organs(kind)}
            field.choices = [
                *([("", WORDS["no_organ"])] if kind == OrganKind.SECTOR else []),
                *zip(names, names, strict=True),
            ]
            chosen = [one for one in names if organ_key(one, kind) in own]
            field.initial = (chosen[0] if chosen else "") if kind == OrganKind.SECTOR else chosen
        self.fields["offices"].initial = entrant.offices
        self.fields["number"].initial = entrant.number

    def seats(self) -> list[tuple[str, str, str]]:
        """What was chosen, each with the part already held there."""
        parts = {(kind, organ_key(name, kind)): part for kind, name, part in self.entrant.seats}
        found = []
        for kind in ROSTER_KINDS:
            given = self.cleaned_data[kind]
            names = [given] if isinstance(given, str) and given else given or []
            found += [(kind, name, parts.get((kind, organ_key(name, kind)), "member")) for name in names]
        others = [(kind, name, part) for kind, name, part in self.entrant.seats if kind not in ROSTER_KINDS]
        return [*found, *others]


class TwinForm(UiForm):
    """Whether somebody of the roster is the present member of the same name."""

    decided = forms.ChoiceField(label=FIELDS["asks"], widget=Segmented)

    def __init__(self, *args: Any, entrant: Entrant, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.members = {str(row.pk): row for row in present(entrant.change).filter(pk__in=entrant.twins)}
        field: Any = self.fields["decided"]
        same = str(Decided.SAME.label)
        field.choices = [
            *(
                (
                    key,
                    WORDS["same_as"].format(same=same, name=row.person.name, work=row.person.work or row.person.phone),
                )
                for key, row in self.members.items()
            ),
            (Decided.ANOTHER.value, str(Decided.ANOTHER.label)),
        ]


class WayForm(UiForm):
    """What becomes of a kind of loose end, or of one."""

    way = forms.ChoiceField(label=FIELDS["way"], widget=Segmented)
    ground = forms.CharField(label=FIELDS["ground"], required=False, max_length=WORDS_MOST)
    left_to = forms.ModelChoiceField(
        label=FIELDS["left_to"], required=False, queryset=Account.objects.none(), empty_label=WORDS["choose"]
    )

    def __init__(self, *args: Any, end: End, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        way: Any = self.fields["way"]
        way.choices = end.ways
        if not any(code == "ended" for code, _ in end.ways):
            del self.fields["ground"]
        rows = Account.objects.filter(is_active=True, appointments__committee=committee, appointments__role__in=ROLES)
        left_to: Any = self.fields["left_to"]
        left_to.queryset = rows.distinct().order_by("name")

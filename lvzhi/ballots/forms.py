"""What a ballot's pages ask; the actions judge it."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.ballots import queries
from lvzhi.ballots.models import GROUP_MOST, NOTE_MOST, TITLE_MOST, Ballot
from lvzhi.ballots.vocabulary import FIELDS, HELPS, SOURCES, WORDS
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.norms import codes, value
from lvzhi.people.models import Person
from lvzhi.people.queries import matching, search, staff_on, told_apart
from lvzhi.people.queries import members_of as seated
from lvzhi.people.queries import members_on as in_tenure
from lvzhi.ui.forms import LongText, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

MOST_PEOPLE = 100_000
CODE_MOST = 60
ORGAN = "organ:"


class AskedForm(UiForm):
    """What the ballot asks, and who opens it."""

    title = forms.CharField(label=FIELDS["title"], max_length=TITLE_MOST)
    kind = forms.ChoiceField(label=FIELDS["kind"], widget=Segmented)
    held_on = DayField(label=FIELDS["held_on"])
    organ = forms.ModelChoiceField(label=FIELDS["organ"], queryset=Organ.objects.none(), required=False)
    items = forms.CharField(label=FIELDS["items"], help_text=HELPS["items"], widget=LongText(rows=4))
    questions = forms.CharField(
        label=FIELDS["questions"], help_text=HELPS["questions"], widget=LongText(rows=5), required=False
    )
    tellers = Several(label=FIELDS["tellers"], help_text=HELPS["tellers"], search="ballots:pick")
    entitled = forms.IntegerField(
        label=FIELDS["entitled"], help_text=HELPS["entitled"], min_value=0, max_value=MOST_PEOPLE, required=False
    )
    note = forms.CharField(
        label=FIELDS["note"], help_text=HELPS["note"], widget=LongText(rows=3, limit=NOTE_MOST),
        max_length=NOTE_MOST, required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = codes.choices("ballots.kind", committee)
        fields["organ"].queryset = organs_on(committee, clock.today())
        fields["tellers"].point(
            queries.may_tell(committee),
            lambda rows: {row.pk: row.name for row in rows},
            lambda text: queries.may_tell(committee, text),
        )

    @staticmethod
    def of(ballot: Ballot) -> dict[str, Any]:
        """What stands there already."""
        asked = queries.lines(ballot)
        return {
            "title": ballot.title,
            "kind": ballot.kind,
            "held_on": ballot.held_on,
            "organ": ballot.organ_id,
            "items": "\n".join(one.text for one in asked.items),
            "questions": "\n".join(one.text for one in asked.questions),
            "tellers": [teller.account_id for teller in queries.tellers(ballot)],
            "entitled": ballot.entitled or None,
            "note": ballot.note,
        }


class VotersForm(UiForm):
    """Whom to put on the list."""

    source = forms.ChoiceField(label=FIELDS["source"])
    person = Several(label=FIELDS["person"], search="people:pick", required=False)
    group = forms.CharField(label=FIELDS["group"], help_text=HELPS["group"], max_length=GROUP_MOST, required=False)

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.committee, self.day = committee, clock.today()
        fields: dict[str, Any] = self.fields
        self.organs = list(organs_on(committee, self.day))
        listed = [(f"{ORGAN}{organ.pk}", SOURCES["organ"].format(name=organ.name)) for organ in self.organs]
        fields["source"].choices = [(key, SOURCES[key]) for key in ("members", "staff", "picked")] + listed
        place = Scope(committee)
        fields["person"].point(
            in_tenure(place, self.day),
            lambda rows: told_apart(rows, self.day),
            lambda text: search(place, text, self.day),
        )

    def persons(self) -> list[Person]:
        """Everyone asked for, of the clean form."""
        source, place = self.cleaned_data["source"], Scope(self.committee)
        rows: list[Any] = list(self.cleaned_data["person"])
        if source == "members":
            rows += in_tenure(place, self.day)
        elif source == "staff":
            rows += staff_on(place, self.day)
        elif source.startswith(ORGAN):
            organ = next(organ for organ in self.organs if f"{ORGAN}{organ.pk}" == source)
            rows += (
                seated(organ, self.day)
                if organ.kind != OrganKind.AGENCY
                else staff_on(Scope(self.committee, organ=organ), self.day)
            )
        return [row.person for row in rows]


class CastForm(StepForm):
    """The slip: one choice for each aspect of each object."""

    def prepare(self) -> None:
        ballot: Ballot = self.record.ballot
        self.asked = queries.lines(ballot)
        required = not value("ballots.blank_allowed", ballot.committee_id, ballot.held_on)
        choices = [(str(grade.place), grade.text) for grade in self.asked.grades]
        for name, item, question in self.asked.marks():
            label = (
                question.text
                if len(self.asked.items) == 1
                else WORDS["cell"].format(item=item.text, question=question.text)
            )
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, widget=Segmented, required=required)

    def sheets(self) -> list[tuple[str, list[Any]]]:
        """The fields by object, as the page lays them out."""
        found: dict[str, list[Any]] = {item.text: [] for item in self.asked.items}
        for name, item, _ in self.asked.marks():
            found[item.text].append(self[name])
        return list(found.items())


class PaperForm(StepForm):
    """What was counted by hand."""

    back = forms.IntegerField(label=FIELDS["back"], help_text=HELPS["back"], min_value=0, max_value=MOST_PEOPLE)
    invalid = forms.IntegerField(
        label=FIELDS["invalid"], help_text=HELPS["invalid"], min_value=0, max_value=MOST_PEOPLE, required=False
    )

    def prepare(self) -> None:
        self.asked = queries.lines(self.record)
        for name, item, question in self.asked.marks():
            for grade in self.asked.grades:
                label = WORDS["cell"].format(item=f"{item.text}·{question.text}", question=grade.text)
                self.fields[f"{name}_{grade.place}"] = forms.IntegerField(
                    label=label, min_value=0, max_value=MOST_PEOPLE, required=False
                )

    def grid(self) -> list[tuple[str, list[tuple[str, list[Any]]]]]:
        """The fields by object and aspect, a column for each grade."""
        found: dict[str, list[tuple[str, list[Any]]]] = {item.text: [] for item in self.asked.items}
        for name, item, question in self.asked.marks():
            cells = [self[f"{name}_{grade.place}"] for grade in self.asked.grades]
            found[item.text].append((question.text, cells))
        return list(found.items())


def _code(key: str) -> forms.CharField:
    hidden = forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"})
    return forms.CharField(label=FIELDS[key], help_text=HELPS.get(key, ""), max_length=CODE_MOST, widget=hidden)


class CountForm(StepForm):
    """Attendance, and the codes of two tellers."""

    present = forms.IntegerField(
        label=FIELDS["present"], help_text=HELPS["present"], min_value=0, max_value=MOST_PEOPLE
    )
    first_code = _code("first_code")
    second_code = _code("second_code")

    def prepare(self) -> None:
        if self.record.present is not None:
            self.fields["present"].initial = self.record.present


class GroundForm(StepForm):
    """Why it is void."""

    ground = forms.CharField(label=FIELDS["ground"], max_length=200, widget=LongText(rows=2, limit=200))


class HandForm(UiForm):
    """To whom a paper slip is handed, or from whom it comes back unused."""

    voter = Several(label=FIELDS["voter"], search="ballots:pick", multiple=False)
    what = forms.ChoiceField(
        label=FIELDS["what"], widget=Segmented, initial="paper",
        choices=[("paper", WORDS["paper_give"]), ("take_back", WORDS["paper_back"])],
    )  # fmt: skip

    def __init__(self, *args: Any, ballot: Ballot, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["voter"]
        rows = queries.voters(ballot)
        field.point(
            rows,
            lambda found: {row.pk: row.person.name for row in found},
            lambda text: rows.filter(matching(text)),
            f"?ballot={ballot.uid}",
        )

"""What the pages and steps of supervision ask; the actions judge it."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.actions.supervising import usual_end
from lvzhi.activities.models import Activity, SupervisionGroup
from lvzhi.activities.models.activity import NAME_MOST, TITLE_MOST, WORDS_MOST
from lvzhi.activities.queries import supervision as queries
from lvzhi.activities.vocabulary import supervision as words
from lvzhi.activities.vocabulary.supervising import ASK, HELP, PAGE
from lvzhi.activities.vocabulary.supervision import Way
from lvzhi.ballots.queries import may_tell
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.directory.picking import UnitsField
from lvzhi.norms import codes
from lvzhi.people.queries import members_on, posts_on, search, told_apart
from lvzhi.people.vocabulary import PostKind
from lvzhi.plans.models import Task
from lvzhi.ui.forms import LongText, Segmented, Several, UiForm
from lvzhi.workflow.forms import StepForm

LONG = 4000
BLANK = ("", PAGE["none"])


def _words(key: str, most: int = NAME_MOST, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=ASK[key], help_text=HELP.get(key, ""), max_length=most, required=required)


def _text(key: str, most: int = WORDS_MOST, *, required: bool = True, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=ASK[key], help_text=HELP.get(key, ""), max_length=most, required=required,
        widget=LongText(rows=rows, limit=most),
    )  # fmt: skip


def _day(key: str, *, required: bool = True) -> DayField:
    return DayField(label=ASK[key], help_text=HELP.get(key, ""), required=required)


def _unit(key: str = "unit") -> UnitsField:
    return UnitsField(label=ASK[key], multiple=False)


class GroupChoice(forms.ModelChoiceField[Any]):
    """A group of the committee, with its unit."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(
            queryset=SupervisionGroup.objects.none(), required=False, label=ASK["group"], empty_label=PAGE["none"],
            **rest,
        )  # fmt: skip

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}（{obj.unit.name}）"


class TaskChoice(forms.ModelChoiceField[Any]):
    """A line of the yearly plan."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.topic)


class MemberField(Several):
    """Members in office, picked by typing."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(search="people:pick", **rest)

    def within(self, committee: Committee) -> None:
        """Say whose."""
        place, day = Scope(committee), clock.today()
        self.point(members_on(place, day), lambda rows: told_apart(rows, day), lambda text: search(place, text, day))


class _Placed(UiForm):
    """A form whose fields look into one committee."""

    def __init__(self, *args: Any, committee: Committee, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.committee = committee
        fields: dict[str, Any] = self.fields
        today = clock.today()
        for name in ("unit", "units"):
            if name in fields:
                fields[name].within(committee, today)
        for name in ("members", "leader"):
            if name in fields:
                fields[name].within(committee)
        if "group" in fields:
            fields["group"].queryset = queries.groups(committee, today)
        if "task" in fields:
            fields["task"].queryset = Task.objects.live().filter(committee=committee).order_by("-due")


class ProposeForm(_Placed):
    """Whom to propose as supervisors of which unit."""

    members = MemberField(label=ASK["members"], help_text=HELP["members"])
    unit = _unit()
    way = forms.ChoiceField(
        label=ASK["way"], widget=Segmented, choices=[row for row in Way.choices if row[0] != Way.RENEWAL],
        initial=Way.VOLUNTEER,
    )  # fmt: skip
    recommender = _words("recommender", required=False)
    statement = _text("statement", required=False)
    group = GroupChoice(help_text=HELP["group"])


class VolunteerForm(_Placed):
    """A member's own offer."""

    unit = _unit()
    statement = _text("statement", required=False)


class GroupForm(_Placed):
    """A group: its unit, its matter, its line of the plan."""

    name = _words("name")
    unit = _unit("supervised")
    task = TaskChoice(label=ASK["task"], queryset=Task.objects.none(), required=False, empty_label=PAGE["none"])
    leader = MemberField(label=ASK["leader"], multiple=False, required=False)
    duty = _text("duty", required=False, rows=3)
    starts = _day("starts")

    @staticmethod
    def of(group: SupervisionGroup) -> dict[str, Any]:
        """What stands there already."""
        return {
            "name": group.name, "unit": [group.unit_id], "task": group.task_id, "duty": group.duty,
            "leader": [group.leader_id] if group.leader_id else [], "starts": group.starts,
        }  # fmt: skip


class OpinionForm(_Placed):
    """An opinion paper about an activity."""

    unit = _unit("supervised")
    group = GroupChoice()
    title = _words("title", TITLE_MOST)
    text = _text("text", LONG, rows=10)

    @staticmethod
    def of(activity: Activity) -> dict[str, Any]:
        """What the activity says: the one unit that was visited, the group whose work it was."""
        groups, units = queries.groups_at(activity), queries.units_visited(activity)
        if not units:
            units = list({one.unit_id for one in groups})
        found = [one for one in groups if units == [one.unit_id]] or groups
        return {"unit": units if len(units) == 1 else [], "group": found[0].pk if len(found) == 1 else None}


class AppraiseForm(_Placed):
    """The ballot of an appraisal: about whom, and who opens it."""

    items = _text("items", rows=3)
    tellers = Several(label=ASK["tellers"], help_text=HELP["tellers"], search="ballots:pick")

    @staticmethod
    def of(activity: Activity) -> dict[str, Any]:
        """The units that are appraised are those of the activity."""
        return {"items": "\n".join(queries.names_visited(activity))}

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["tellers"]
        field.point(
            may_tell(self.committee),
            lambda rows: {row.pk: row.name for row in rows},
            lambda text: may_tell(self.committee, text),
        )


class ExchangeForm(_Placed):
    """What is handed to whom."""

    body = forms.ChoiceField(label=ASK["body"], widget=Segmented)
    receiver = _words("receiver")
    units = UnitsField(label=ASK["units"], help_text=HELP["units"])
    since = _day("since")
    until = DayField(label=ASK["until_day"])

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["body"]
        field.choices = codes.choices(words.BODIES, self.committee)


# Steps.


class SelectForm(StepForm):
    """The meeting that decided."""

    meeting = _words("meeting")
    selected_on = _day("selected_on")

    def prepare(self) -> None:
        self.fields["selected_on"].initial = clock.today()


class GroundForm(StepForm):
    """Why not, or why no longer."""

    ground = _text("ground", rows=2)


class AppointForm(StepForm):
    """The letter and the term."""

    starts = _day("starts")
    ends = _day("ends")
    signer = _words("signer")
    appointed_on = _day("appointed_on")

    def prepare(self) -> None:
        today = clock.today()
        self.fields["starts"].initial = self.fields["appointed_on"].initial = today
        self.fields["ends"].initial = usual_end(self.record, today)
        chairman = posts_on(Scope(self.record.committee), today, [PostKind.CHAIRMAN]).first()
        self.fields["signer"].initial = chairman.person.name if chairman is not None else ""


class EndForm(StepForm):
    """The last day, and why."""

    ended_on = _day("ended_on")
    end_ground = forms.ChoiceField(label=ASK["end_ground"])
    note = _text("note", required=False, rows=2)

    def prepare(self) -> None:
        field: Any = self.fields["end_ground"]
        field.choices = codes.choices(words.END_GROUNDS, self.record.committee_id)
        self.fields["ended_on"].initial = clock.today()


class HandOverForm(StepForm):
    """When it went out, and by when an answer is wanted."""

    sent_on = _day("sent_on")
    until = _day("until", required=False)

    def prepare(self) -> None:
        self.fields["sent_on"].initial = clock.today()


class AnswerForm(StepForm):
    """What the unit did."""

    answer = _text("answer", LONG, rows=8)
    rectified_on = _day("rectified_on", required=False)
    contact = _words("contact", required=False)


class AgainForm(StepForm):
    """What is missing, and by when."""

    opinion = _text("opinion", rows=3)
    until = DayField(label=ASK["until"])


class LookForm(StepForm):
    """What was found on the spot."""

    looked_on = _day("looked_on")
    result = forms.ChoiceField(label=ASK["result"], help_text=HELP["result"], widget=Segmented)
    finding = _text("finding", LONG, rows=5)
    look_activity = TaskChoice(
        label=ASK["look_activity"], help_text=HELP["look_activity"], queryset=Task.objects.none(), required=False,
        empty_label=PAGE["none"],
    )  # fmt: skip
    until = DayField(label=ASK["until"], required=False)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["result"].choices = codes.choices(words.RESULTS, self.record.committee_id)
        fields["look_activity"].queryset = queries.looks(self.record)
        fields["look_activity"].label_from_instance = str
        fields["looked_on"].initial = clock.today()


class ReceiptForm(StepForm):
    """Who signed for a package, when, and what they said."""

    by = _words("by")
    on = _day("on")
    received_note = _text("received_note", required=False, rows=2)

    def prepare(self) -> None:
        self.fields["on"].initial = clock.today()

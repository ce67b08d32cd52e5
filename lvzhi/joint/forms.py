"""What opening a topic and each step ask."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from lvzhi.access import Actor
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.joint import queries, rules
from lvzhi.joint.models import NAME_MOST, TITLE_MOST, WHOLE, WORDS_MOST, Mate
from lvzhi.joint.vocabulary import ASKABLE, HELPS, WORDS, Duty, Role
from lvzhi.people.queries import picking
from lvzhi.plans.models import Task
from lvzhi.ui.forms import ByName, LongText, Segmented, Several
from lvzhi.workflow.forms import StepForm

TEXT_MOST = 2000


def lines(label: str, *, required: bool = False, rows: int = 3, most: int = WORDS_MOST, **rest: Any) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(label=label, required=required, max_length=most, widget=LongText(rows=rows), **rest)


def day_of(actor: Actor | None) -> dt.date:
    """The day of the one who asks."""
    return clock.as_day(actor.at) if actor else clock.today()


class PeopleField(Several):
    """Members and staff of a committee, cleaned into persons in the order picked."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(search="joint:pick", error_messages={"required": HELPS["nobody"]}, **rest)

    def within(self, committee: Committee, day: dt.date) -> None:
        """Say whose people, and on which day they are in office."""
        self.point(
            picking.known_persons(committee),
            lambda rows: picking.told_apart(committee, rows),
            lambda text: picking.found_persons(committee, text, day),
            f"?of={committee.pk}",
        )


class CommitteesField(Several):
    """Committees above, below and beside one, cleaned into committees."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(search="joint:pick_committee", error_messages={"required": HELPS["none_asked"]}, **rest)

    def near(self, committee: Committee) -> None:
        """Say near which."""
        rows = queries.committees_near(committee)
        self.point(
            rows, lambda found: {one.pk: one.display for one in found}, lambda text: rows.filter(name__icontains=text)
        )


class OpenForm(StepForm):
    """What the topic is called, what is asked of all, by when; all of it known already but the second."""

    title = forms.CharField(label="课题名称", max_length=TITLE_MOST, help_text=HELPS["title"])
    until = DayField(label="完成时限", required=False)
    words = lines("总体要求", rows=4, most=TEXT_MOST, help_text=HELPS["words"])


class AskForm(StepForm):
    """Whom to ask, in which role, what is asked of them, by when."""

    committees = CommitteesField(label="邀请的政协", help_text=HELPS["committees"])
    role = forms.ChoiceField(
        label="参加方式", choices=ASKABLE, widget=Segmented, initial=Role.ASSIST, help_text=HELPS["role"]
    )
    words = lines("要求")
    until = DayField(label="时限", required=False, help_text=HELPS["until"])

    def prepare(self) -> None:
        committees: Any = self.fields["committees"]
        committees.near(self.record.committee)
        self.fields["until"].initial = self.record.until


class AdjustForm(StepForm):
    """What is asked of all and by when, again."""

    until = DayField(label="完成时限", required=False)
    words = lines("总体要求", rows=4, most=TEXT_MOST, help_text=HELPS["words"])

    def prepare(self) -> None:
        self.fields["until"].initial, self.fields["words"].initial = self.record.until, self.record.words


class CloseForm(StepForm):
    """On which day, with which outcome."""

    on = DayField(label="办结日期")
    outcome_words = lines("成果", rows=4, most=TEXT_MOST, help_text=HELPS["outcome"])

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)
        self.fields["outcome_words"].initial = self.record.outcome_words


class GroundForm(StepForm):
    """Why."""

    ground = lines("理由", required=True)


class AcceptForm(StepForm):
    """Which organ has it in hand, which line of the own plan it serves; may be sent as it opens."""

    organ = ByName(
        label="承办机构", required=False, queryset=Organ.objects.none(), empty_label=WORDS["choose"],
        help_text=HELPS["organ"],
    )  # fmt: skip
    task: Any = forms.ModelChoiceField(
        label="本级计划任务", required=False, queryset=Task.objects.none(), empty_label=WORDS["choose"],
        help_text=HELPS["task"],
    )  # fmt: skip

    def prepare(self) -> None:
        day = day_of(self.actor)
        organ: Any = self.fields["organ"]
        task: Any = self.fields["task"]
        organ.queryset = organs_on(self.record.committee, day)
        task.queryset = queries.tasks_of(self.record.committee_id, day)
        task.label_from_instance = lambda row: row.topic
        task.initial = queries.own_task(self.record, day)
        if not task.queryset.exists():
            del self.fields["task"]


class PieceForm(StepForm):
    """What is to be done, who does it, by when; ``record`` is the part."""

    what = forms.CharField(label="任务", max_length=TITLE_MOST, help_text=HELPS["pieces"])
    until = DayField(label="完成时限", required=False, help_text=HELPS["until"])
    person = PeopleField(label="责任人", required=False, multiple=False, help_text=HELPS["person"])
    who = forms.CharField(label="责任处室、人员", max_length=NAME_MOST, required=False, help_text=HELPS["who"])

    def prepare(self) -> None:
        self.fields["until"].initial = self.record.until
        if rules.carries(self.actor, self.record):  # type: ignore[arg-type]  # reason: a step is taken by somebody
            person: Any = self.fields["person"]
            person.within(self.record.committee, day_of(self.actor))
        else:
            del self.fields["person"]  # whose people they are, that committee says itself

    def clean(self) -> dict[str, Any]:
        """With whose piece it is: the leader's, where the actor keeps no part there."""
        found = super().clean() or {}
        carries = self.actor is not None and rules.carries(self.actor, self.record)
        found["given"] = not carries
        return found


class TeamForm(StepForm):
    """Whom the committee sends, as what."""

    people = PeopleField(label="专班成员", help_text=HELPS["people"])
    duty = forms.ChoiceField(label="职责", choices=Duty.choices, widget=Segmented, initial=Duty.MEMBER)

    def prepare(self) -> None:
        people: Any = self.fields["people"]
        people.within(self.record.committee, day_of(self.actor))


class DismissForm(StepForm):
    """Who leaves the team."""

    mate = ByName(label="调整出专班的成员", queryset=Mate.objects.none())

    def prepare(self) -> None:
        mate: Any = self.fields["mate"]
        mate.queryset = queries.live_mates(self.record)

    def clean(self) -> dict[str, Any]:
        """The row by its key, as an answer keeps it."""
        found = super().clean() or {}
        if found.get("mate") is not None:
            found["mate"] = found["mate"].pk
        return found


class FinishForm(StepForm):
    """On which day the committee's work was done, and what came of it."""

    on = DayField(label="完成日期")
    result = lines("完成情况")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)


class ChangeForm(StepForm):
    """What is to be done and by when, again."""

    what = forms.CharField(label="任务", max_length=TITLE_MOST)
    until = DayField(label="完成时限")

    def prepare(self) -> None:
        self.fields["what"].initial, self.fields["until"].initial = self.record.what, self.record.until


class AssignForm(StepForm):
    """Who does it."""

    person = PeopleField(label="责任人", required=False, multiple=False, help_text=HELPS["person"])
    who = forms.CharField(label="责任处室、人员", max_length=NAME_MOST, required=False, help_text=HELPS["who"])

    def prepare(self) -> None:
        person: Any = self.fields["person"]
        person.within(self.record.committee, day_of(self.actor))
        if self.record.person_id is not None:
            person.initial = [self.record.person_id]
        self.fields["who"].initial = self.record.who


class AdvanceForm(StepForm):
    """What was done, how far it is."""

    words = lines("进展情况", required=True)
    percent = forms.IntegerField(
        label="完成进度（%）", min_value=0, max_value=WHOLE, help_text=HELPS["percent"],
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip

    def prepare(self) -> None:
        self.fields["percent"].initial = self.record.percent


class DoneForm(StepForm):
    """On which day it was done."""

    on = DayField(label="完成日期")
    words = lines("完成情况")

    def prepare(self) -> None:
        self.fields["on"].initial = day_of(self.actor)

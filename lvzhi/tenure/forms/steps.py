"""What the steps of changes and cases ask."""

from __future__ import annotations

from django import forms

from lvzhi.committee.web import DayField
from lvzhi.deadlines import clock
from lvzhi.people.models import CODE_LENGTH, WORDS_LENGTH
from lvzhi.tenure.forms.fields import MeetingField, long_text, point_meeting
from lvzhi.tenure.models import TEXT_MOST, WORDS_MOST
from lvzhi.tenure.vocabulary.sentences import HELP
from lvzhi.tenure.vocabulary.states import ChangeKind
from lvzhi.ui.forms import Segmented
from lvzhi.workflow.forms import StepForm


class HearForm(StepForm):
    """Which meeting heard it."""

    meeting = MeetingField(label="研究的会议")
    opinion = long_text("意见", WORDS_MOST, required=False)

    def prepare(self) -> None:
        """Meetings of the body that hears it."""
        point_meeting(self, "meeting", self.record, self.record.hears, self.record.proposed_on)


class DecideForm(StepForm):
    """Which meeting decided it, and from which day on it is in force."""

    meeting = MeetingField(label="决定的会议")
    in_force_on = DayField(label="生效日期", help_text=HELP["in_force"])
    number = forms.CharField(label="委员编号", max_length=CODE_LENGTH, required=False, help_text=HELP["number"])
    opinion = long_text("说明", WORDS_MOST, required=False)

    def prepare(self) -> None:
        """Meetings of the deciding body; the number for a new member alone."""
        change = self.record
        if not point_meeting(self, "meeting", change, change.decides, change.heard_on or change.proposed_on):
            self.fields["in_force_on"].initial = clock.today()
        if change.kind != ChangeKind.BY_ELECTION:
            del self.fields["number"]
        else:
            self.fields["number"].initial = change.number


class RefuseForm(StepForm):
    """Which meeting did not pass it, and why."""

    meeting = MeetingField(label="会议")
    ground = long_text("没有通过的理由", WORDS_MOST)

    def prepare(self) -> None:
        """Meetings of the body whose turn it was."""
        change = self.record
        body = change.hears if change.hears and change.heard_on is None else change.decides
        point_meeting(self, "meeting", change, body, change.proposed_on)


class PleaForm(StepForm):
    """Why the decision should be looked at again."""

    plea = long_text("申请复核的理由", WORDS_MOST, help_text=HELP["secret"])


class ReviewForm(StepForm):
    """Which meeting looked at it again, with what result."""

    meeting = MeetingField(label="复核的会议")
    ground = long_text("复核意见", WORDS_MOST)

    def prepare(self) -> None:
        """Meetings of the deciding body since the review was asked for."""
        change = self.record
        point_meeting(self, "meeting", change, change.decides, clock.as_day(change.state_since))


class GroundForm(StepForm):
    """Why."""

    ground = long_text("理由", WORDS_MOST)


class WhyForm(StepForm):
    """What was done, in words."""

    text = long_text("理由", WORDS_MOST)


class MeasureForm(StepForm):
    """What was done, when, by whom."""

    on = DayField(label="日期")
    who = forms.CharField(label="由谁进行", max_length=WORDS_LENGTH, required=False)
    text = long_text("情况", WORDS_MOST)

    def prepare(self) -> None:
        """Today, and the one who notes it."""
        self.fields["on"].initial = clock.today()
        self.fields["who"].initial = self.actor.name if self.actor is not None else ""


class AdviseForm(StepForm):
    """Which change is advised, and why."""

    kind = forms.ChoiceField(
        label="建议", widget=Segmented, initial=ChangeKind.RESIGNATION,
        choices=[(one.value, one.label) for one in (ChangeKind.RESIGNATION, ChangeKind.REMOVAL)],
        help_text=HELP["advise"],
    )  # fmt: skip
    text = long_text("理由", WORDS_MOST)


class StatementForm(StepForm):
    """What the member says to it."""

    text = long_text("陈述", TEXT_MOST, help_text=HELP["secret"], rows=6)

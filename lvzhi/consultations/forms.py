"""What telling back and looking back ask; what the records know already is written there beforehand."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi.activities.models import Activity
from lvzhi.activities.vocabulary import COUNTING_STATES
from lvzhi.committee.web import DayField
from lvzhi.consultations import queries
from lvzhi.consultations import vocabulary as words
from lvzhi.consultations.vocabulary.ways import WAYS
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.ui.formats import day as written
from lvzhi.ui.forms import LongText, Segmented
from lvzhi.workflow.forms import StepForm

LONGEST = 2000
MOST = 1000


class FeedbackForm(StepForm):
    """The words that go to everybody who took part, composed of what the units answered."""

    text = forms.CharField(label="反馈内容", max_length=LONGEST, widget=LongText(rows=6))
    until = DayField(label="回头看日期", required=False, help_text="不填时按本级规定的期限推算。")

    def prepare(self) -> None:
        follow = self.record
        counted = queries.tally(follow.activity)
        way = WAYS[follow.activity.family]
        facts = {"title": follow.activity.title, "way": way.name, "day": written(clock.today()), **counted}
        self.fields["text"].initial = words.FEEDBACK.format(**facts) if counted["count"] else ""


class LookForm(StepForm):
    """When, with what result, what was seen."""

    looked_on = DayField(label="回头看日期")
    result = forms.ChoiceField(label="结果", widget=Segmented)
    finding = forms.CharField(label="看到的情况", max_length=MOST, widget=LongText(rows=4))
    look_activity = forms.ModelChoiceField[Any](
        label="回头看的活动", queryset=Activity.objects.none(), required=False, empty_label="没有单独的活动"
    )
    until = DayField(label="下次回头看", required=False, help_text="继续跟踪的才填。")

    def prepare(self) -> None:
        follow = self.record
        fields: dict[str, Any] = self.fields
        fields["looked_on"].initial = clock.today()
        fields["result"].choices = codes.choices(words.RESULTS, follow.committee_id)
        later = Activity.objects.live().filter(committee=follow.committee_id, state__in=COUNTING_STATES)
        later = later.filter(held_on__gte=follow.fed_on) if follow.fed_on else later
        fields["look_activity"].queryset = later.exclude(pk=follow.activity_id).order_by("-held_on", "-id")[:MOST_SHOWN]


MOST_SHOWN = 50

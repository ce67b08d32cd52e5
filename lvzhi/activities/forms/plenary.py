"""A speech handed in for a plenary."""

from __future__ import annotations

from typing import Any

from django import forms

from lvzhi import norms
from lvzhi.activities.forms.fields import OrganChoice, PeopleField
from lvzhi.activities.models import TITLE_MOST, Activity
from lvzhi.ui.forms import LongText, UiForm

MOST = 20_000
ONESELF = "不填为本人。"


class PlenarySpeechForm(UiForm):
    """Who speaks, in whose name, on what; a member is not asked who."""

    people = PeopleField(label="发言人", multiple=False)
    organ = OrganChoice(label="以哪个党派团体、界别或专委会的名义", help_text="以个人名义发言的不选。")
    title = forms.CharField(label="题目", max_length=TITLE_MOST)
    text = forms.CharField(label="正文", max_length=MOST)

    def __init__(self, data: Any = None, *, activity: Activity, office: bool, heads: frozenset[int]) -> None:
        super().__init__(data)
        people: Any = self.fields["people"]
        organ: Any = self.fields["organ"]
        people.within(activity.committee, activity.held_on)
        organ.within(activity.committee, activity.held_on, None if office else heads)
        if not office and not heads:
            del self.fields["people"], self.fields["organ"]
        elif not office:
            people.required = False
            if len(heads) == 1:
                organ.initial = next(iter(heads))
            people.help_text = ONESELF
        limit = int(norms.value("activities.speech_length", activity.committee_id, activity.held_on))
        self.fields["text"].widget = LongText(rows=14, limit=limit)

"""What the steps of entry, examination, merging, withdrawal and take-offline ask."""

from __future__ import annotations

from django import forms

from lvzhi.proposals.forms.fields import LONG, area
from lvzhi.proposals.vocabulary import Track
from lvzhi.proposals.vocabulary.entry import Agreement, FirstOpinion
from lvzhi.ui.forms import Segmented
from lvzhi.workflow.forms import StepForm


class RecommendForm(StepForm):
    """The first reading's opinion (R1.33)."""

    opinion = forms.ChoiceField(label="初审意见", choices=FirstOpinion.choices, widget=Segmented)
    reason = forms.CharField(label="说明", max_length=LONG, required=False, widget=area(3))


class MergeForm(StepForm):
    """The lead of the group."""

    lead = forms.CharField(
        label="主件的案号或收件号", max_length=40, help_text="主件须已立案、尚未交办。并案后各件保留案号，分别答复。"
    )


class ConsentForm(StepForm):
    """A co-signer's word (R1.49)."""

    agrees = forms.ChoiceField(label="是否同意撤案", choices=Agreement.choices, widget=Segmented)
    reason = forms.CharField(label="说明", max_length=LONG, required=False, widget=area(2))


class OfflineForm(StepForm):
    """The ground, which must not repeat what is taken off (R12.12)."""

    ground = forms.CharField(
        label="依据",
        max_length=200,
        widget=area(2),
        help_text="只写依据和去向，不写提案内容；这句话会留在记录中。",
    )


class TrackForm(StepForm):
    """Session or inter-session, against the clock (R1.9)."""

    track = forms.ChoiceField(label="改为", choices=Track.choices, widget=Segmented)
    ground = forms.CharField(label="理由", max_length=200, widget=area(2))

"""The procedure of a speech handed in for a plenary (M37)."""

from __future__ import annotations

from lvzhi.activities import notices, rules
from lvzhi.activities.actions import plenary
from lvzhi.activities.forms import GroundForm
from lvzhi.activities.forms.plenary import PlenarySpeechForm
from lvzhi.activities.models import PlenarySpeech
from lvzhi.activities.vocabulary import plenary as words
from lvzhi.activities.vocabulary.plenary import SpeechState
from lvzhi.workflow.declare import Step, Workflow

S = SpeechState
SPEECH = Workflow(
    key="activities.plenary_speech",
    entry=PlenarySpeechForm,
    name="大会发言",
    model=PlenarySpeech,
    states=SpeechState,
    initial=S.HANDED,
    visible=rules.visible_plenary_speech,
    holders=words.SPEECH_HOLDERS,
    address=notices.plenary_speech_address,
    heavy=("text",),
    related=("person", "organ"),
    final=frozenset({S.COMPILED, S.DECLINED, S.WITHDRAWN}),
    steps=(
        Step(key="oral", name="选为口头发言", frm=frozenset({S.HANDED, S.WRITTEN, S.DECLINED}), to=(S.ORAL,),
             may=rules.office, does=(plenary.choose_oral,), tells=(notices.tell_speech_chosen,), tone="main",
             rule="M37"),
        Step(key="written", name="选为书面发言", frm=frozenset({S.HANDED, S.ORAL, S.DECLINED}), to=(S.WRITTEN,),
             may=rules.office, does=(plenary.choose_written,), tells=(notices.tell_speech_chosen,), rule="M37"),
        Step(key="decline", name="不选用", frm=frozenset({S.HANDED, S.ORAL, S.WRITTEN}), to=(S.DECLINED,),
             may=rules.office, asks=GroundForm, does=(plenary.set_aside,), tells=(notices.tell_speech_declined,),
             todo=False, tone="danger", rule="M37"),
        Step(key="compile", name="编入汇编", frm=frozenset({S.ORAL, S.WRITTEN}), to=(S.COMPILED,), may=rules.office,
             todo=False, rule="M37"),
        Step(key="again", name="退回重新遴选", frm=frozenset({S.COMPILED}), to=(S.HANDED,), may=rules.office,
             asks=GroundForm, does=(plenary.set_aside,), todo=False, tone="danger", rule="M37"),
        Step(key="withdraw", name="撤回", frm=frozenset({S.HANDED}), to=(S.WITHDRAWN,), may=rules.plenary_author,
             todo=False, tone="danger", confirm="撤回后不再参加遴选。确认撤回？", rule="M37"),
    ),
)  # fmt: skip

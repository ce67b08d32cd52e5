"""The procedure of a citizen's small suggestion: nobody else reads it before an editor has looked."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions import norms, queries, rules
from lvzhi.opinions.actions import suggesting
from lvzhi.opinions.forms import suggesting as forms
from lvzhi.opinions.models import Suggestion
from lvzhi.opinions.vocabulary import marks
from lvzhi.opinions.vocabulary.states import SuggestionState as S
from lvzhi.workflow.declare import Clock, Step, Workflow

RULE: Final = "R2.1"
SUGGESTION = Workflow(
    key="opinions.suggestion", name="公众微建议", model=Suggestion, states=S, initial=S.WAITING,
    visible=rules.visible_suggestion, holders=marks.SUGGESTION_HOLDERS, address=queries.address,
    final=frozenset({S.SHOWN, S.TAKEN, S.REFUSED}), heavy=("text",),
    clocks=(Clock(key="moderate", name="微建议审核", states=frozenset({S.WAITING}), norm=norms.MODERATE, rule=RULE),),
    steps=(
        Step(key="take", name="转为信息", frm=frozenset({S.WAITING, S.SHOWN}), to=(S.TAKEN,), may=rules.editor,
             asks=forms.TakeForm, does=(suggesting.take,), rule=RULE, tone="main"),
        Step(key="show", name="公开并回复", frm=frozenset({S.WAITING}), to=(S.SHOWN,), may=rules.editor,
             asks=forms.ShowForm, check=(suggesting.check_public,), does=(suggesting.show,), rule=RULE),
        Step(key="answer", name="更新回复", frm=frozenset({S.SHOWN, S.TAKEN, S.REFUSED}), may=rules.editor,
             asks=forms.AnswerForm, check=(suggesting.check_public,), does=(suggesting.answer,), rule=RULE, todo=False),
        Step(key="refuse", name="不采用", frm=frozenset({S.WAITING, S.SHOWN}), to=(S.REFUSED,), may=rules.editor,
             asks=forms.RefuseForm, does=(suggesting.refuse,), then=(suggesting.clear_traces,), rule=RULE,
             tone="danger"),
    ),
)  # fmt: skip

"""The procedures of calls, clues, manuscripts and issues."""

from __future__ import annotations

from typing import Any

from lvzhi.publications import norms, notices, queries, rules
from lvzhi.publications.actions import collecting, issuing, reviewing, writing
from lvzhi.publications.forms import steps as forms
from lvzhi.publications.forms.entry import CallForm, ClueForm, IssueForm, ManuscriptForm
from lvzhi.publications.models import Call, Clue, Issue, Manuscript
from lvzhi.publications.vocabulary import states
from lvzhi.publications.vocabulary.sentences import SENTENCES
from lvzhi.publications.vocabulary.states import CallState, ClueState, IssueState
from lvzhi.publications.vocabulary.states import ManuscriptState as M
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

RULE = "R11.4"


def _step(key: str, name: str, frm: set[Any] | frozenset[Any], to: Any = None, **more: Any) -> Step:
    """A step of this room."""
    usual: dict[str, Any] = {"rule": RULE, "to": (to,) if to else ()}
    return Step(key=key, name=name, frm=frozenset(frm), **(usual | more))


CALL = Workflow(
    key="publications.call", entry=CallForm, name="文史资料征集", model=Call, states=CallState, initial=CallState.OPEN,
    visible=rules.visible_call, holders=states.CALL_HOLDERS, address=queries.address,
    final=frozenset({CallState.CLOSED}), heavy=("topic",), aside=True,
    steps=(
        _step("extend", "延期", {CallState.OPEN, CallState.CLOSED}, CallState.OPEN, may=rules.keeper, todo=False,
              asks=forms.UntilForm, check=(collecting.check_extended,), does=(collecting.extend,)),
        _step("close", "结束征集", {CallState.OPEN}, CallState.CLOSED, may=rules.keeper, todo=False),
    ),
)  # fmt: skip
CLUE = Workflow(
    key="publications.clue", entry=ClueForm, name="文史线索", model=Clue, states=ClueState, initial=ClueState.OFFERED,
    visible=rules.visible_clue, holders=states.CLUE_HOLDERS, address=queries.address, heavy=("text",),
    final=frozenset({ClueState.WRITTEN, ClueState.DECLINED}),
    steps=(
        _step("commission", "约稿", {ClueState.OFFERED}, ClueState.COMMISSIONED, may=rules.keeper, tone="main",
              asks=forms.CommissionForm, does=(collecting.commission,), tells=(notices.tell_writer,)),
        _step("change_writer", "改约他人", {ClueState.COMMISSIONED}, may=rules.keeper, todo=False,
              asks=forms.CommissionForm, does=(collecting.commission,), tells=(notices.tell_writer,)),
        _step("decline", "不采用", {ClueState.OFFERED, ClueState.COMMISSIONED}, ClueState.DECLINED, may=rules.keeper,
              todo=False, asks=forms.GroundForm, does=(collecting.decline,), tells=(notices.tell_declined,)),
        _step("reconsider", "重新考虑", {ClueState.DECLINED}, ClueState.OFFERED, may=rules.keeper, todo=False),
        _step("written", "成稿", {ClueState.OFFERED, ClueState.COMMISSIONED}, ClueState.WRITTEN, may=rules.keeper,
              automatic=True),
    ),
)  # fmt: skip
_IN_REVIEW = {M.SUBMITTED, M.CHECKED, M.EDITED}
_LATER = {M.SUBMITTED, M.CHECKED, M.EDITED, M.APPROVED, M.PUBLISHED}
_SUBMIT: dict[str, Any] = {
    "may": rules.hands_in, "check": (writing.check_text,), "does": (writing.submit,), "then": (collecting.written,),
    "tells": (notices.tell_reviewers,), "tone": "main",
}  # fmt: skip
MANUSCRIPT = Workflow(
    key="publications.manuscript", entry=ManuscriptForm, name="文史稿件", model=Manuscript, states=M, initial=M.DRAFT,
    visible=rules.visible, holders=states.MANUSCRIPT_HOLDERS, phases=states.MANUSCRIPT_PHASES,
    address=queries.address, heavy=("text", "edited"), related=("person",),
    final=frozenset({M.PUBLISHED, M.REFUSED, M.WITHDRAWN}),
    clocks=(
        Clock(key="first", name="初审", states=frozenset({M.SUBMITTED}), norm=norms.FIRST, rule=RULE),
        Clock(key="second", name="复审", states=frozenset({M.CHECKED}), norm=norms.SECOND, rule=RULE),
        Clock(key="final", name="终审", states=frozenset({M.EDITED}), norm=norms.FINAL, rule=RULE),
    ),
    steps=(
        _step("submit", "交稿", {M.DRAFT}, M.SUBMITTED, todo=False, **_SUBMIT),
        _step("resubmit", "重新交稿", {M.RETURNED}, M.SUBMITTED, **_SUBMIT),
        _step("check", "初审通过", {M.SUBMITTED}, M.CHECKED, may=rules.reviews, asks=forms.CheckForm,
              does=(reviewing.check,), tone="main"),
        _step("edit", "复审完成", {M.CHECKED}, M.EDITED, may=rules.reviews, asks=forms.EditForm,
              does=(reviewing.edit,), tells=(notices.tell_final,), tone="main"),
        _step("final", "终审通过", {M.EDITED}, M.APPROVED, may=rules.approves, asks=forms.FinalForm,
              does=(reviewing.final,), tells=(notices.tell_author("approved"),), tone="main"),
        _step("place", "编入一期", states.PLACEABLE, may=rules.keeper & ~rules.placed, asks=forms.PlaceForm, todo=False,
              check=(issuing.check_open,), does=(issuing.place,)),
        _step("take_out", "从这一期移出", states.PLACEABLE | {M.SUBMITTED, M.RETURNED}, may=rules.keeper & rules.placed,
              todo=False, check=(issuing.check_open,), does=(issuing.take_out,)),
        _step("authorise", "登记授权书", _LATER, may=rules.keeper, asks=forms.AuthoriseForm, todo=False,
              does=(reviewing.authorise,)),
        _step("pay", "登记稿酬", {M.APPROVED, M.PUBLISHED}, may=rules.keeper, asks=forms.PayForm, todo=False,
              check=(reviewing.check_fee,), does=(reviewing.pay,)),
        _step("send_back", "退回作者修改", {M.SUBMITTED, M.CHECKED}, M.RETURNED, may=rules.reviews,
              asks=forms.GroundForm, does=(reviewing.send_back,), tells=(notices.tell_author("returned"),), todo=False),
        _step("back", "退回复审", {M.EDITED, M.APPROVED}, M.CHECKED, may=rules.approves, asks=forms.GroundForm,
              does=(reviewing.back,), todo=False),
        _step("refuse", "不予采用", _IN_REVIEW, M.REFUSED, may=rules.reviews, asks=forms.GroundForm, tone="danger",
              does=(reviewing.refuse,), tells=(notices.tell_author("refused"),), todo=False),
        _step("withdraw", "撤回", {M.DRAFT, M.SUBMITTED, M.RETURNED}, M.WITHDRAWN, may=rules.hands_in & ~rules.placed,
              tone="danger", todo=False),
        _step("publish", "刊印", {M.APPROVED}, M.PUBLISHED, may=rules.keeper, automatic=True,
              does=(issuing.published,), tells=(notices.tell_author("printed"),)),
        _step("unpublish", "撤回刊印", {M.PUBLISHED}, M.APPROVED, may=rules.keeper, automatic=True,
              does=(issuing.recalled,)),
    ),
)  # fmt: skip
ISSUE = Workflow(
    key="publications.issue", name="文史资料编印", model=Issue, states=IssueState, initial=IssueState.COMPOSING,
    entry=IssueForm,
    visible=rules.visible_issue, holders=states.ISSUE_HOLDERS, phases=states.ISSUE_PHASES, address=queries.address,
    final=frozenset({IssueState.DISTRIBUTED}), aside=True,
    steps=(
        _step("add_lines", "登记目录", {IssueState.COMPOSING}, may=rules.keeper, asks=forms.LinesForm, todo=False,
              does=(issuing.add_lines,)),
        _step("arrange", "调整目录", {IssueState.COMPOSING, IssueState.LAID_OUT}, may=rules.keeper, todo=False,
              asks=forms.ArrangeForm, check=(issuing.check_contents,), does=(issuing.arrange,)),
        _step("lay_out", "登记排版", {IssueState.COMPOSING}, IssueState.LAID_OUT, may=rules.keeper, tone="main",
              check=(issuing.check_contents,), does=(issuing.lay_out,)),
        _step("reopen", "退回编辑", {IssueState.LAID_OUT}, IssueState.COMPOSING, may=rules.keeper, todo=False),
        _step("print", "登记印刷", {IssueState.LAID_OUT}, IssueState.PRINTED, may=rules.keeper, tone="main",
              asks=forms.PrintForm, check=(issuing.check_print,), does=(issuing.print_issue,),
              then=(issuing.to_print,)),
        _step("distribute", "登记发放", {IssueState.PRINTED}, IssueState.DISTRIBUTED, may=rules.keeper, tone="main",
              asks=forms.DistributeForm, check=(issuing.check_sent,), does=(issuing.distribute,)),
        _step("recall", "撤回印刷登记", {IssueState.PRINTED}, IssueState.LAID_OUT, may=rules.keeper, tone="danger",
              asks=forms.GroundForm, does=(issuing.recall,), then=(issuing.unprint,), todo=False),
    ),
)  # fmt: skip
WORKFLOWS = {"call": CALL, "clue": CLUE, "manuscript": MANUSCRIPT, "issue": ISSUE}


def register() -> None:
    """Register the procedures with their journal sentences."""
    for key, workflow in WORKFLOWS.items():
        registry.register(workflow, SENTENCES[key])

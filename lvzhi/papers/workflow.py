"""The procedure of a paper and of a leader's comment on it."""

from __future__ import annotations

from lvzhi.papers import actions, forms, notices, rules, vocabulary
from lvzhi.papers.models import Comment, Paper
from lvzhi.papers.vocabulary import OUT, CommentState, PaperState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

PAPER = Workflow(
    key="papers.paper",
    name="文书办理",
    model=Paper,
    states=PaperState,
    initial=PaperState.DRAFT,
    visible=rules.visible,
    holders=vocabulary.PAPER_HOLDERS,
    phases=vocabulary.PAPER_PHASES,
    address=notices.address,
    heavy=("text",),
    final=frozenset({PaperState.SENT, PaperState.WITHDRAWN}),
    steps=(
        Step(key="hand_in", name="送核", frm=frozenset({PaperState.DRAFT}), to=(PaperState.CHECKING,),
             may=rules.author, check=(actions.check_text,), tells=(notices.tell_checkers,), todo=False, tone="main",
             confirm="送核后文字不能再改，需要修改的由核稿人退回。确认送核？", rule="R12.13"),
        Step(key="check", name="核稿通过", frm=frozenset({PaperState.CHECKING}), to=(PaperState.CHECKED,),
             may=rules.keeper, asks=forms.CheckForm, does=(actions.note_check,), tells=(notices.tell_signers,),
             tone="main", rule="R12.13"),
        Step(key="send_back", name="退回修改", frm=frozenset({PaperState.CHECKING, PaperState.CHECKED}),
             to=(PaperState.DRAFT,), may=rules.issuer, asks=forms.OpinionForm, does=(actions.note_opinion,),
             tells=(notices.tell_drafter,), rule="R12.13"),
        Step(key="issue", name="签发", frm=frozenset({PaperState.CHECKED}), to=(PaperState.ISSUED,),
             may=rules.issuer, asks=forms.IssueForm, check=(actions.check_issue,), does=(actions.issue,),
             tells=(notices.tell_issued,), tone="main", rule="R12.13",
             help="签发后编文号。领导在纸面签发的，由办公室照原件登记签发人和日期。"),
        Step(key="send", name="登记发送", frm=OUT, to=(PaperState.SENT,), may=rules.keeper, asks=forms.SendForm,
             check=(actions.check_send,), does=(actions.send_out,), tells=(notices.tell_receivers,),
             todo=False, tone="main", rule="R3.11"),
        Step(key="comment", name="登记批示", frm=OUT, may=rules.issuer, asks=forms.CommentForm,
             check=(actions.check_comment,), does=(actions.note_comment,), todo=False, rule="R3.11"),
        Step(key="withdraw", name="撤销", frm=OUT, to=(PaperState.WITHDRAWN,), may=rules.issuer,
             asks=forms.GroundForm, does=(actions.withdraw,), tells=(notices.tell_withdrawn,), todo=False,
             tone="danger", rule="R12.13"),
    ),
)

COMMENT = Workflow(
    key="papers.comment",
    name="批示办理",
    model=Comment,
    states=CommentState,
    initial=CommentState.NOTED,
    visible=rules.visible_comment,
    holders=vocabulary.COMMENT_HOLDERS,
    address=lambda row: notices.address(row.paper),
    related=("paper", "unit"),
    heavy=("paper__text",),
    final=frozenset({CommentState.CLOSED}),
    clocks=(
        Clock(key="answer", name="反馈", states=frozenset({CommentState.HANDED}), norm="papers.comment_due",
              start=lambda record: record.handed_on, until=lambda record: record.until, rule="R3.11"),
    ),
    steps=(
        Step(key="hand_over", name="转办", frm=frozenset({CommentState.NOTED}), to=(CommentState.HANDED,),
             may=rules.follows, asks=forms.HandOverForm, check=(actions.check_hand_over,), does=(actions.hand_over,),
             tells=(notices.tell_handed,), tone="main", rule="R3.11"),
        Step(key="noted", name="阅知，不需办理", frm=frozenset({CommentState.NOTED}), to=(CommentState.CLOSED,),
             may=rules.follows, does=(actions.close_noted,), rule="R3.11"),
        Step(key="answer", name="反馈办理情况", frm=frozenset({CommentState.HANDED}), to=(CommentState.ANSWERED,),
             may=rules.answers, asks=forms.AnswerForm, check=(actions.check_answer,), does=(actions.answer_comment,),
             tells=(notices.tell_answered,), tone="main", rule="R3.11"),
        Step(key="again", name="退回补充", frm=frozenset({CommentState.ANSWERED}), to=(CommentState.HANDED,),
             may=rules.follows, asks=forms.OpinionForm, does=(actions.return_answer,), tells=(notices.tell_again,),
             rule="R3.11"),
        Step(key="close", name="批示办结", frm=frozenset({CommentState.ANSWERED}), to=(CommentState.CLOSED,),
             may=rules.follows, asks=forms.CloseForm, does=(actions.close_comment,), tone="main", rule="R3.11"),
    ),
)


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(PAPER, vocabulary.PAPER_SENTENCES)
    registry.register(COMMENT, vocabulary.COMMENT_SENTENCES)

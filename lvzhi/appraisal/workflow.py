"""The procedure of an appraisal, and of one person's line in it (R8.3, R8.4, R8.7)."""

from __future__ import annotations

from lvzhi.appraisal import actions, forms, norms, notices, queries, rules, vocabulary
from lvzhi.appraisal.models import StaffLine, StaffRound
from lvzhi.appraisal.vocabulary import LineState, State
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

OPEN, PROPOSED, DECIDED = (frozenset({one}) for one in (State.OPEN, State.PROPOSED, State.DECIDED))
WAITING, WRITTEN = frozenset({LineState.WAITING}), frozenset({LineState.WRITTEN})
COMMENTED = frozenset({LineState.COMMENTED})
APPEALED = frozenset({LineState.APPEALED})
RUNNING = WAITING | WRITTEN | COMMENTED
RESULT = frozenset({LineState.TOLD, LineState.SIGNED})
ROUND = Workflow(
    key="appraisal.round", name="机关干部考核", model=StaffRound, states=State, initial=State.OPEN,
    entry=forms.OpenForm,
    visible=rules.seen, holders=vocabulary.HOLDERS, phases=vocabulary.PHASES, address=queries.round_address,
    final=frozenset({State.ARCHIVED}), related=("ballot",),
    clocks=(
        Clock(key="accounts", name="个人述评", states=OPEN, norm=norms.ACCOUNT_DUE,
              until=lambda record: record.account_by, rule="R8.3"),
        Clock(key="decide", name="组织审定", states=PROPOSED, norm=norms.DECIDE_DUE, rule="R8.4"),
        Clock(key="results", name="反馈和申诉", states=DECIDED, norm=norms.APPEAL_WITHIN, rule="R8.7"),
    ),
    steps=(
        Step(key="ballot", name="组织民主测评", frm=OPEN, may=rules.may_ask_ballot, asks=forms.BallotForm,
             check=(actions.check_ballot_wanted,), does=(actions.ask_ballot,), rule="R8.4",
             help="名单上的干部既是测评对象，也是投票人；票数少于公布结果的最少张数时，测评不能进行。"),
        Step(key="attend", name="录入季度考勤", frm=OPEN, may=rules.may_attend, asks=forms.AttendForm,
             check=(actions.check_attendance,), does=(actions.note_attendance,),
             waits=rules.keeper & rules.attendance_owed, rule="R8.4"),
        Step(key="attend_sheet", name="导入考勤表", frm=OPEN, may=rules.may_attend, asks=forms.AttendSheetForm,
             check=(actions.check_sheet,), does=(actions.note_sheet,), todo=False, rule="R8.4"),
        Step(key="propose", name="拟定等次", frm=OPEN, to=(State.PROPOSED,), may=rules.keeper, asks=forms.GradesForm,
             check=(actions.check_grades,), does=(actions.propose,), tone="main", rule="R8.3",
             waits=rules.keeper & rules.ready,
             help="已按点评领导的建议选好，可以改。按部门和姓名排列，不作排名。"),
        Step(key="decide", name="组织审定", frm=PROPOSED, to=(State.DECIDED,), may=rules.decider,
             asks=forms.MeetingForm, check=(actions.check_meeting,), does=(actions.decide,),
             then=(actions.tell_all,), tone="main",
             rule="R8.4", help="审定后即反馈本人，等次不能再改；本人可以在期限内申请复核。"),
        Step(key="send_back", name="退回重新拟定", frm=PROPOSED, to=(State.OPEN,), may=rules.decider,
             asks=forms.GroundForm, does=(actions.give_back,), todo=False, rule="R8.4"),
        Step(key="archive", name="归档", frm=DECIDED, to=(State.ARCHIVED,), may=rules.keeper,
             check=(actions.check_archive,), does=(actions.archive,), tone="main", rule="R8.7",
             confirm="归档后，签收和申诉结束，登记表和台账不再改变。确认归档？"),
    ),
)  # fmt: skip
LINE = Workflow(
    key="appraisal.line", name="机关干部考核（本人）", model=StaffLine, states=LineState, initial=LineState.WAITING,
    visible=rules.line_seen, holders=vocabulary.LINE_HOLDERS, address=queries.line_address,
    related=("round", "person"), heavy=("text", "comment", "appeal", "answer"), whole=lambda record: record.round,
    final=frozenset({LineState.SIGNED, LineState.EXEMPT}),
    clocks=(
        Clock(key="account", name="个人述评", states=WAITING, norm=norms.ACCOUNT_DUE,
              until=lambda record: record.round.account_by, rule="R8.3"),
        Clock(key="comment", name="领导点评", states=WRITTEN, norm=norms.COMMENT_DUE, rule="R8.3"),
        Clock(key="sign", name="本人签收", states=frozenset({LineState.TOLD}), norm=norms.SIGN_DUE, rule="R8.7"),
        Clock(key="answer", name="复核答复", states=APPEALED, norm=norms.ANSWER_DUE, rule="R8.7"),
    ),
    steps=(
        Step(key="account", name="填写个人述评", frm=WAITING, to=(LineState.WRITTEN,), may=rules.may_account,
             asks=forms.AccountForm, check=(actions.check_account,), does=(actions.note_account,),
             tells=(notices.ask_comment,), tone="main", rule="R8.4"),
        Step(key="account_for", name="代录个人述评", frm=WAITING, to=(LineState.WRITTEN,), may=rules.may_account_for,
             asks=forms.AccountForm, check=(actions.check_account,), does=(actions.note_account,),
             tells=(notices.ask_comment,), todo=False, rule="R8.4", help="本人交来书面述评的，由办公室代录。"),
        Step(key="amend", name="修改个人述评", frm=WRITTEN, may=rules.may_account, asks=forms.AccountForm,
             check=(actions.check_account,), does=(actions.note_account,), todo=False, rule="R8.4"),
        Step(key="comment", name="点评", frm=WRITTEN, to=(LineState.COMMENTED,), may=rules.may_comment,
             asks=forms.CommentForm, check=(actions.check_comment,), does=(actions.note_comment,), tone="main",
             rule="R8.4"),
        Step(key="comment_for", name="代录点评", frm=WRITTEN, to=(LineState.COMMENTED,), may=rules.may_comment_for,
             asks=forms.CommentForForm, check=(actions.check_comment,), does=(actions.note_comment,), todo=False,
             rule="R8.4", help="领导在纸质登记表上点评的，由办公室代录。"),
        Step(key="recomment", name="修改点评", frm=COMMENTED, may=rules.may_comment, asks=forms.CommentForm,
             check=(actions.check_comment,), does=(actions.note_comment,), todo=False, rule="R8.4"),
        Step(key="set_leader", name="确定点评领导", frm=RUNNING, may=rules.may_change, asks=forms.LeaderForm,
             check=(actions.check_leader,), does=(actions.set_leader,), todo=False, rule="R8.4"),
        Step(key="exempt", name="作不定等次", frm=RUNNING, to=(LineState.EXEMPT,), may=rules.may_change,
             asks=forms.ExemptForm, does=(actions.exempt,), tells=(notices.tell_exempt,), todo=False, rule="R8.7"),
        Step(key="include", name="恢复参加考核", frm=frozenset({LineState.EXEMPT}),
             to=(LineState.WAITING, LineState.WRITTEN, LineState.COMMENTED), may=rules.may_change,
             does=(actions.include,), todo=False, rule="R8.7"),
        Step(key="tell", name="反馈本人", frm=RUNNING, to=(LineState.TOLD,), may=rules.reader, automatic=True,
             does=(actions.tell,), tells=(notices.tell_result,), rule="R8.3"),
        Step(key="sign", name="签收", frm=frozenset({LineState.TOLD}), to=(LineState.SIGNED,), may=rules.may_sign,
             does=(actions.sign,), tone="main", rule="R8.7"),
        Step(key="sign_for", name="登记已签字", frm=frozenset({LineState.TOLD}), to=(LineState.SIGNED,),
             may=rules.may_sign_for, does=(actions.sign,), todo=False, rule="R8.7",
             help="本人已在纸质登记表上签字的，由办公室登记。"),
        Step(key="appeal", name="申请复核", frm=RESULT, to=(LineState.APPEALED,), may=rules.may_appeal,
             asks=forms.AppealForm, check=(actions.check_appeal,), does=(actions.appeal,), todo=False, rule="R8.7"),
        Step(key="answer", name="答复复核", frm=APPEALED, to=(LineState.TOLD,),
             may=rules.may_answer, asks=forms.AnswerForm, check=(actions.check_answer,), does=(actions.answer,),
             tells=(notices.tell_answer,), tone="main", rule="R8.7"),
    ),
)  # fmt: skip


def register() -> None:
    """Register the procedures with their journal sentences."""
    registry.register(ROUND, vocabulary.ROUND_SENTENCES)
    registry.register(LINE, vocabulary.LINE_SENTENCES)

"""The way of a problem from its finding to its striking off (R9.1–R9.7)."""

from __future__ import annotations

from lvzhi.ledger import notices, rules
from lvzhi.ledger.actions import handling
from lvzhi.ledger.forms import steps as forms
from lvzhi.ledger.forms.entry import ProblemsForm
from lvzhi.ledger.models import Problem
from lvzhi.ledger.vocabulary.states import PROBLEM_HOLDERS, PROBLEM_PHASES, ProblemState
from lvzhi.workflow.declare import Clock, Step, Workflow

UNDERWAY = frozenset({ProblemState.OPEN, ProblemState.LONG_TERM})

PROBLEM = Workflow(
    key="ledger.problem",
    entry=ProblemsForm,
    name="问题整改",
    model=Problem,
    states=ProblemState,
    initial=ProblemState.OPEN,
    visible=rules.visible_problem,
    holders=PROBLEM_HOLDERS,
    phases=PROBLEM_PHASES,
    address=notices.address,
    related=("owner_unit", "owner_organ", "owner_person"),
    heavy=("cause", "result"),
    final=frozenset({ProblemState.CHECKED}),
    brought_in=frozenset(ProblemState),
    clocks=(
        Clock(key="solve", name="整改", states=frozenset({ProblemState.OPEN}), norm="ledger.problem_due",
              start=lambda record: record.found_on, until=lambda record: record.finish_by, rule="R9.5"),
    ),
    steps=(
        Step(key="assign", name="定责任", frm=UNDERWAY, may=rules.may_assign_first, asks=forms.AssignForm,
             check=(handling.check_owner,), does=(handling.assign,), tells=(notices.tell_assigned,), tone="main",
             rule="R9.2"),
        Step(key="reassign", name="改定责任", frm=UNDERWAY, may=rules.may_reassign, asks=forms.AssignForm,
             check=(handling.check_owner,), does=(handling.assign,), tells=(notices.tell_assigned,), todo=False,
             rule="R9.2"),
        Step(key="measures", name="登记措施", frm=UNDERWAY, may=rules.may_work, asks=forms.MeasuresForm,
             check=(handling.check_measures,), does=(handling.add_measures,), todo=False, rule="R9.3"),
        Step(key="progress", name="登记进展", frm=UNDERWAY, may=rules.may_work, asks=forms.ProgressForm,
             does=(handling.note_progress,), todo=False, rule="R9.4"),
        Step(key="finish", name="完成整改，申请销号", frm=UNDERWAY, to=(ProblemState.DONE,), may=rules.owner,
             asks=forms.FinishForm, check=(handling.check_done,), does=(handling.finish,),
             tells=(notices.tell_finished,), tone="main", rule="R9.5"),
        Step(key="finish_for", name="代登完成整改", frm=UNDERWAY, to=(ProblemState.DONE,), may=rules.may_finish_for,
             asks=forms.FinishForm, check=(handling.check_done,), does=(handling.finish,), todo=False, rule="R9.5"),
        Step(key="long_term", name="转为长期坚持", frm=frozenset({ProblemState.OPEN}), to=(ProblemState.LONG_TERM,),
             may=rules.keeper, asks=forms.GroundForm, does=(handling.keep_on,), todo=False, rule="R9.3"),
        Step(key="check", name="核查销号", frm=frozenset({ProblemState.DONE}), to=(ProblemState.CHECKED,),
             may=rules.keeper, asks=forms.CheckForm, does=(handling.check_off,), tells=(notices.tell_checked,),
             tone="main", rule="R9.5"),
        Step(key="send_back", name="退回整改", frm=frozenset({ProblemState.DONE}), to=(ProblemState.OPEN,),
             may=rules.keeper, asks=forms.GroundForm, does=(handling.send_back,), tells=(notices.tell_sent_back,),
             rule="R9.7"),
        Step(key="look_back", name="回头看", frm=frozenset({ProblemState.CHECKED}),
             to=(ProblemState.CHECKED, ProblemState.OPEN), may=rules.may_look_back, asks=forms.LookBackForm,
             does=(handling.look_back,), tells=(notices.tell_looked,), tone="main", rule="R9.5"),
        Step(key="look_early", name="提前回头看", frm=frozenset({ProblemState.CHECKED}),
             to=(ProblemState.CHECKED, ProblemState.OPEN), may=rules.may_look_early, asks=forms.LookBackForm,
             does=(handling.look_back,), tells=(notices.tell_looked,), todo=False, rule="R9.5"),
    ),
)  # fmt: skip

"""Steps of examination in two readings, merging, withdrawal after filing, take-offline, confirmation of an entry."""

from __future__ import annotations

from lvzhi.access import NOBODY
from lvzhi.proposals import forms, notices, rules
from lvzhi.proposals.actions import merging, offline, publishing, reading, withdrawing
from lvzhi.proposals.forms import entry as asked
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.workflow.marks import COMES_BACK, HANDED_IN
from lvzhi.proposals.workflow.undoing import UNDO, UNDO_READING
from lvzhi.workflow.declare import Step

ENTRY_STEPS = (
    Step(key="recommend", name="初审", frm=frozenset({State.SUBMITTED}), to=(State.SECOND_READING,),
         may=rules.first_reader, asks=asked.RecommendForm, does=(reading.recommend,),
         tells=(notices.tell_recommended,), tone="main", undo=UNDO_READING, rule="R1.33"),
    Step(key="override_track", name="改大会或平时", frm=frozenset({State.SUBMITTED, State.SECOND_READING, State.FILED}),
         may=rules.clerk, asks=asked.TrackForm, does=(reading.override_track,), todo=False, rule="R1.9"),
    Step(key="confirm_entry", name="确认代录", frm=HANDED_IN, may=rules.may_confirm, does=(reading.confirm_entry,),
         rule="R1.3", confirm="代录的内容与您的提案一致？"),
    Step(key="merge", name="并案", frm=frozenset({State.FILED}), may=rules.may_merge, asks=asked.MergeForm,
         check=(merging.check_lead,), does=(merging.merge,), tells=(notices.tell_merged,), todo=False,
         undo=UNDO, rule="R1.46"),
    Step(key="unmerge", name="取消并案", frm=frozenset({State.FILED}), may=rules.may_unmerge, does=(merging.unmerge,),
         tells=(notices.tell_unmerged,), todo=False, rule="R1.46"),
    Step(key="assign_with_lead", name="随主件交办", frm=frozenset({State.FILED}), to=(State.ASSIGNED,), may=NOBODY,
         automatic=True, does=(merging.hand_over_with_lead,), tells=(notices.tell_assigned,), rule="R1.45"),
    Step(key="ask_withdraw", name="申请撤案", frm=frozenset(COMES_BACK), to=(State.WITHDRAWING,), may=rules.proposer,
         asks=forms.ReasonForm, check=(withdrawing.check_unanswered,), does=(withdrawing.ask_withdraw,),
         tells=(notices.tell_withdraw_asked,), todo=False, tone="danger", rule="R1.49"),
    Step(key="consent", name="对撤案表态", frm=frozenset({State.WITHDRAWING}), to=(State.WITHDRAWING, *COMES_BACK),
         may=rules.may_consent, asks=asked.ConsentForm, does=(withdrawing.consent,),
         tells=(notices.tell_consent,), tone="main", rule="R1.49"),
    Step(key="approve_withdraw", name="批准撤案", frm=frozenset({State.WITHDRAWING}), to=(State.WITHDRAWN,),
         may=rules.head, check=(withdrawing.check_consents,), does=(withdrawing.approve_withdraw,),
         tells=(notices.tell_withdrawn,), then=(withdrawing.stop_units, publishing.end_publication), rule="R1.49",
         confirm="撤案后承办单位停止办理，案号不再使用。确认批准？"),
    Step(key="refuse_withdraw", name="不同意撤案", frm=frozenset({State.WITHDRAWING}), to=COMES_BACK,
         may=rules.head, asks=forms.OpinionForm, does=(withdrawing.go_on,), tells=(notices.tell_withdraw_refused,),
         todo=False, rule="R1.49"),
    Step(key="drop_withdraw", name="取消撤案申请", frm=frozenset({State.WITHDRAWING}), to=COMES_BACK,
         may=rules.proposer, does=(withdrawing.go_on,), todo=False, rule="R1.49"),
    Step(key="take_offline", name="转线下办理", frm=HANDED_IN, to=(State.OFFLINE,), may=rules.clerk,
         asks=asked.OfflineForm, does=(offline.take_offline,), tells=(notices.tell_offline,),
         then=(withdrawing.stop_units, publishing.end_publication, offline.clear_traces), todo=False, tone="danger",
         rule="R12.12",
         confirm="将清除本件的案由、正文、答复和附件，只留编号、日期和经办人，不能恢复。涉及秘密的应按保密规定另行报告。"),
)  # fmt: skip

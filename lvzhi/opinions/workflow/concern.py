"""The procedure of an item: from its author through screening, editing and check to an issue (R2.10)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from lvzhi.deadlines import clock
from lvzhi.opinions import norms, notices, queries, rules
from lvzhi.opinions.actions import editing, screening, writing
from lvzhi.opinions.forms import editing as edit_forms
from lvzhi.opinions.forms import screening as forms
from lvzhi.opinions.forms.entry import ConcernForm
from lvzhi.opinions.models import Concern
from lvzhi.opinions.vocabulary import marks
from lvzhi.opinions.vocabulary.states import ConcernState as C
from lvzhi.opinions.workflow.opening import OPENING
from lvzhi.opinions.workflow.turns import TURN_STEPS
from lvzhi.workflow.declare import Clock, Step, Workflow

RULE: Final = "R2.10"
NEW: Final = frozenset({C.SUBMITTED, C.SELECTED})
"""Before it is edited: it may still be kept, sent back or merged."""


def _step(key: str, name: str, frm: set[Any] | frozenset[Any], to: Any = None, **more: Any) -> Step:
    """A step of this room."""
    usual: dict[str, Any] = {"rule": RULE, "to": (to,) if to else ()}
    return Step(key=key, name=name, frm=frozenset(frm), **(usual | more))


def _since_urgent(concern: Concern) -> dt.date | None:
    """When the shorter time began: urgent items alone have it."""
    return clock.as_day(concern.state_since) if concern.urgent else None


def _clocks(key: str, name: str, state: C, usual: str, urgent: str) -> tuple[Clock, Clock]:
    states = frozenset({state})
    return (
        Clock(key=f"{key}_urgent", name=f"{name}{marks.IN_HASTE}", states=states, norm=urgent, start=_since_urgent,
              rule=RULE),
        Clock(key=key, name=name, states=states, norm=usual, rule=RULE),
    )  # fmt: skip


_SUBMIT: dict[str, Any] = {
    "may": rules.hands_in, "asks": forms.SecrecyForm, "check": (writing.check_complete,), "does": (writing.submit,),
    "tells": (notices.tell_editors, notices.tell_entered), "tone": "main",
}  # fmt: skip
_EDITOR: dict[str, Any] = {"may": rules.reviews}
_BESIDE: dict[str, Any] = {"may": rules.reviews, "todo": False}

CONCERN = Workflow(
    key="opinions.concern", name="社情民意信息", model=Concern, states=C, initial=C.DRAFT, visible=rules.visible,
    entry=ConcernForm, opens=OPENING,
    holders=marks.CONCERN_HOLDERS, phases=marks.CONCERN_PHASES, address=queries.address, heavy=queries.HEAVY,
    brought_in=frozenset({C.ARRIVED}),
    final=frozenset({C.ISSUED, C.KEPT, C.MERGED, C.OFFLINE, C.WITHDRAWN}),
    clocks=(
        *_clocks("screen", "筛选", C.SUBMITTED, norms.SCREEN, norms.SCREEN_URGENT),
        *_clocks("edit", "编辑", C.SELECTED, norms.EDIT, norms.EDIT_URGENT),
        *_clocks("check", "核稿", C.EDITED, norms.CHECK, norms.CHECK_URGENT),
        Clock(key="supply", name="补充", states=frozenset({C.RETURNED}), norm=norms.SUPPLY, rule=RULE),
    ),
    steps=(
        _step("submit", "提交", {C.DRAFT}, C.SUBMITTED, todo=False, **_SUBMIT),
        _step("resubmit", "补充后提交", {C.RETURNED}, C.SUBMITTED, **_SUBMIT),
        _step("select", "采用编辑", {C.SUBMITTED}, C.SELECTED, **_EDITOR, asks=forms.UseForm, tone="main",
              does=(screening.select,), tells=(notices.tell_authors("selected"),)),
        _step("edit", "编辑完成，送核稿", {C.SELECTED}, C.EDITED, **_EDITOR, asks=edit_forms.EditForm, tone="main",
              does=(editing.edit,), tells=(notices.tell_checkers,)),
        _step("check", "核稿通过", {C.EDITED}, C.CHECKED, may=rules.checks, asks=edit_forms.CheckForm, tone="main",
              does=(editing.check,), tells=(notices.tell_authors("checked"),)),
        _step("merge", "合并", NEW, C.MERGED, **_BESIDE, asks=forms.MergeForm, check=(screening.check_main,),
              does=(screening.merge,), tells=(notices.tell_authors("merged"),)),
        _step("keep", "留存", NEW, C.KEPT, **_BESIDE, asks=forms.GroundForm, does=(screening.keep,),
              tells=(notices.tell_authors("kept"),)),
        _step("send_back", "退回补充", NEW, C.RETURNED, **_BESIDE, asks=forms.SupplyForm, does=(screening.send_back,),
              tells=(notices.tell_authors("returned"),)),
        _step("back", "退回编辑", {C.EDITED, C.CHECKED}, C.SELECTED, may=rules.checks & ~rules.placed, todo=False,
              asks=edit_forms.BackForm, does=(editing.back,), tells=(notices.tell_editor,)),
        _step("recall", "重新编辑", {C.EDITED, C.CHECKED}, C.SELECTED, may=rules.own_edit & rules.loose, todo=False),
        _step("reconsider", "重新筛选", {C.KEPT}, C.SUBMITTED, **_BESIDE, does=(screening.reconsider,),
              tells=(notices.tell_authors("reconsidered"),)),
        _step("unmerge", "取消合并", {C.MERGED}, C.SUBMITTED, **_BESIDE, check=(screening.check_unmerge,),
              does=(screening.unmerge,), tells=(notices.tell_authors("unmerged"),)),
        _step("take_offline", "涉密转线下", marks.OFFLINE_FROM, C.OFFLINE, may=rules.loose, asks=forms.OfflineForm,
              rule="R12.12", tone="danger", todo=False, does=(screening.take_offline,), tells=(notices.tell_offline,),
              then=(screening.clear_traces,), confirm=marks.OFFLINE_CONFIRM),
        _step("withdraw", "撤回", {C.DRAFT, C.SUBMITTED, C.RETURNED}, C.WITHDRAWN, may=rules.hands_in, todo=False,
              check=(writing.check_free,), tone="danger"),
        *TURN_STEPS,
    ),
)  # fmt: skip

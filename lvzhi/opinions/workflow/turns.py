"""Steps of an item beyond this committee's desk: come from below, gone into an issue."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions import notices, rules
from lvzhi.opinions.actions import issuing
from lvzhi.opinions.vocabulary.states import ConcernState as C
from lvzhi.workflow.declare import Step

RULE: Final = "R2.10"
TURN_STEPS: Final = (
    Step(key="arrive", name="下级来件", frm=frozenset({C.DRAFT}), to=(C.ARRIVED,), may=rules.editor, automatic=True,
         rule=RULE),
    Step(key="receive", name="签收", frm=frozenset({C.ARRIVED}), to=(C.SUBMITTED,), may=rules.editor, rule=RULE,
         tone="main", does=(issuing.receive,)),
    Step(key="issue", name="编发", frm=frozenset({C.CHECKED, C.ISSUED}), to=(C.ISSUED,), may=rules.editor,
         automatic=True, rule=RULE, does=(issuing.issue,), tells=(notices.tell_authors("issued"),)),
)  # fmt: skip

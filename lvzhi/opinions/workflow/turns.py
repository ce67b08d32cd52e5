"""Steps of an item beyond this committee's desk: come from below, gone into an issue, known from above."""

from __future__ import annotations

from typing import Final

from lvzhi.access import NOBODY
from lvzhi.opinions import rules
from lvzhi.opinions.actions import noting, turning, withdrawing
from lvzhi.opinions.forms.turning import TurnForm
from lvzhi.opinions.vocabulary.states import UNTOUCHED
from lvzhi.opinions.vocabulary.states import ConcernState as C
from lvzhi.workflow.declare import Step

RULE: Final = "R2.10"
HERE: Final = frozenset(C) - {C.DRAFT, C.WITHDRAWN}
TURN_STEPS: Final = (
    Step(key="receive", name="签收", frm=frozenset({C.ARRIVED}), to=(C.SUBMITTED,), may=rules.editor, rule=RULE,
         tone="main", does=(turning.note_received,), then=(turning.sign_papers,),
         help="签收后与本级来件一样筛选；随同的文书一并签收，报送的政协随即得知。"),
    Step(key="received", name="随文书签收", frm=frozenset({C.ARRIVED}), to=(C.SUBMITTED,), may=NOBODY, automatic=True,
         rule=RULE, does=(turning.note_received,)),
    Step(key="arrive_again", name="下级重新报送", frm=frozenset({C.RETURNED, C.WITHDRAWN}), to=(C.ARRIVED,),
         may=NOBODY, automatic=True, rule=RULE, does=(turning.renew,), then=(turning.when_reconsidered,)),
    Step(key="sent_again", name="下级再次报送", frm=HERE, may=NOBODY, automatic=True, rule=RULE,
         does=(turning.note_sender,)),
    Step(key="recalled", name="下级撤回报送", frm=UNTOUCHED, to=(C.WITHDRAWN,), may=NOBODY, automatic=True, rule=RULE,
         does=(turning.note_sender,)),
    Step(key="issue", name="编发", frm=frozenset({C.CHECKED, C.ISSUED}), to=(C.ISSUED,), may=NOBODY, automatic=True,
         rule=RULE, does=(turning.issue,), tells=(turning.tell_issued,)),
    Step(key="unissue", name="撤销编发", frm=frozenset({C.ISSUED}), to=(C.CHECKED,), may=NOBODY, automatic=True,
         rule=RULE, does=(withdrawing.unissue,), tells=(withdrawing.tell_unissued,)),
    Step(key="note_turn", name="登记去向", frm=frozenset({C.ISSUED}), may=rules.editor, asks=TurnForm, rule="R2.12",
         check=(noting.check_turn,), does=(noting.note,), tells=(noting.tell_noted,), then=(noting.pass_noted,),
         todo=False, help="由电话、信函或刊物得知的去向在这里登记；系统内的签收、采用、批示会自动列出，不必登记。"),
)  # fmt: skip

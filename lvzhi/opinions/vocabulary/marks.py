"""How states are shown: tones, holders, the bar of stages, what comes next."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions.vocabulary.states import ConcernState as C
from lvzhi.opinions.vocabulary.states import SuggestionState

CONCERN_TONES: Final = {
    C.DRAFT: "neutral", C.ARRIVED: "info", C.SUBMITTED: "info", C.RETURNED: "warn", C.SELECTED: "info",
    C.EDITED: "info", C.CHECKED: "info", C.ISSUED: "good", C.KEPT: "neutral", C.MERGED: "neutral",
    C.OFFLINE: "neutral", C.WITHDRAWN: "neutral",
}  # fmt: skip
SUGGESTION_TONES: Final = {
    SuggestionState.WAITING: "info", SuggestionState.SHOWN: "good", SuggestionState.TAKEN: "good",
    SuggestionState.REFUSED: "neutral",
}  # fmt: skip
CONCERN_HOLDERS: Final = {
    C.DRAFT: "反映人", C.ARRIVED: "信息编辑（签收）", C.SUBMITTED: "信息编辑（筛选）", C.RETURNED: "反映人（补充）",
    C.SELECTED: "信息编辑", C.EDITED: "核稿人", C.CHECKED: "信息编辑（编发）",
}  # fmt: skip
CONCERN_PHASES: Final = (
    ("提交", frozenset({C.DRAFT, C.RETURNED, C.ARRIVED})),
    ("筛选", frozenset({C.SUBMITTED})),
    ("编辑", frozenset({C.SELECTED})),
    ("核稿", frozenset({C.EDITED})),
    ("编发", frozenset({C.CHECKED})),
    ("已编发", frozenset({C.ISSUED})),
)
CONCERN_NEXT: Final = {
    C.DRAFT: "写好后提交，由信息编辑筛选。",
    C.ARRIVED: "签收后与本级来件一样筛选、编辑。",
    C.SUBMITTED: "信息编辑筛选：采用编辑、合并、留存或退回补充，结果会发消息告知。",
    C.RETURNED: "请按退回意见补充，再提交。",
    C.SELECTED: "信息编辑修改文稿后送核稿。",
    C.EDITED: "由另一人核稿。",
    C.CHECKED: "编入一期《社情民意》或专报，由领导签发后报送。",
    C.ISSUED: "报送、采用、批示和办理反馈随后列在去向中。",
    C.KEPT: "留作参考，需要时重新筛选采用。",
    C.MERGED: "与合并到的一篇一起编辑，结果同样会告知您。",
    C.OFFLINE: "由机关通过保密渠道另行办理，本系统不再保留内容。",
    C.WITHDRAWN: "",
}
SUGGESTION_HOLDERS: Final = {SuggestionState.WAITING: "信息编辑（审核）"}
IN_HASTE: Final = "（紧急）"
OFFLINE_FROM: Final = frozenset(
    {C.ARRIVED, C.SUBMITTED, C.RETURNED, C.SELECTED, C.EDITED, C.CHECKED, C.KEPT, C.MERGED}
)  # fmt: skip
OFFLINE_CONFIRM: Final = "内容、编辑稿、附件和草稿都会清除，不能恢复。确认转线下办理？"

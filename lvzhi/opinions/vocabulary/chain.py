"""Words of the ladder of an item, of what came from below, and of issues."""

from __future__ import annotations

from typing import Final

from lvzhi.opinions.vocabulary.states import Turn

ISSUED: Final = "编入{document}"
STEP: Final = "报送《{title}》"
TURNS: Final = {
    Turn.SENT: "报送{body} {document}",
    Turn.RECEIVED: "{body}签收",
    Turn.ADOPTED: "{body}采用（{how}） {document}",
    Turn.DECLINED: "{body}未采用",
    Turn.COMMENTED: "{body}批示",
    Turn.HANDED: "转{body}办理",
    Turn.ANSWERED: "{body}反馈办理情况",
}
DONE: Final = {
    "sent": "已报送", "answered": "已反馈", "commented": "已批示", "adopted": "已采用", "declined": "未采用",
}  # fmt: skip
NEXT: Final = {"answer": "办理后反馈", "use": "筛选、编辑，决定是否采用", "sign": "签收"}
LATEST: Final = "{day} {body}：{turn}"
NONE: Final = {
    "arrivals": "没有待签收的下级来件。",
    "arrivals_all": "还没有下级政协报送的信息。",
    "sent": "报送的都已签收并有了结果。",
    "sent_all": "还没有报送过信息。",
    "issues": "还没有编发过《社情民意》或专报。",
}
LISTS: Final = {"arrivals": "下级来件", "issues": "各期和专报", "sent": "报送情况"}
ONLY: Final = {"arrivals": {"": "待签收", "all": "全部"}, "sent": {"": "未答复", "all": "全部"}}
STATUS: Final = {"unsigned": "待签收", "signed": "已签收，待采用", "done": "已有结果", "received": "已签收"}
COUNTS: Final = {"items": "{count}篇", "receipts": "{signed}/{sent}已签收", "unsent": "未发送"}

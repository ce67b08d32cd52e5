"""Words of wishes 意见: states, kinds, refusals, sentences, headings."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class State(TextChoices):
    """Where a wish stands."""

    FILED = "filed", "待答复"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"


class WishKind(TextChoices):
    """What it is."""

    WISH = "wish", "建议"
    FAULT = "fault", "出错、不会用"
    COMPLAINT = "complaint", "投诉"


WORKFLOW_NAME: Final = "对本系统的意见"
KEEPER: Final = "本级政协的办公室、秘书长"
OWN: Final = "提意见的人"
HOLDERS: Final = {State.FILED: "办公室", State.ANSWERED: "提意见的人", State.CLOSED: "", State.WITHDRAWN: ""}
NEXT: Final = {
    State.FILED: "办公室答复",
    State.ANSWERED: "看答复；没有解决可以再提，解决了就办结",
    State.CLOSED: "",
    State.WITHDRAWN: "",
}
TONES: Final = {State.FILED: "later", State.ANSWERED: "info", State.CLOSED: "good", State.WITHDRAWN: "neutral"}
STEPS: Final = {"answer": "答复", "again": "没有解决，再提", "close": "办结", "withdraw": "撤回"}
SENTENCES: Final[dict[str, str]] = {
    "begin": "提出意见", "answer": "答复意见", "again": "认为没有解决，再提", "close": "办结意见",
    "withdraw": "撤回意见",
}  # fmt: skip
MESSAGES: Final[dict[str, str]] = {
    "wishes.filed": "收到一条对本系统的{kind}，请答复。",
    "wishes.answered": "您对本系统提的{kind}已有答复，请查看。",
    "wishes.closed": "您对本系统提的{kind}已办结。",
}
ASKING: Final = ("wishes.filed",)
EVENTS: Final[dict[str, str]] = {"wishes.handed": "导出给开发者的意见{count}条"}
REFUSALS: Final[dict[str, str]] = {
    "wishes.unknown": "没有找到这条意见，或您无权查看。",
    "wishes.no_committee": "您的账号没有所属政协，意见不知道交给哪个办公室，请先联系系统管理员。",
    "wishes.blank": "请写明您的意见，一两句话即可。",
    "wishes.long": "意见最多{limit}个字，现有{count}个字，请缩短。",
    "wishes.number": "给开发者的说明里有“{text}”，像是个人的号码，请删去后再保存。",
    "wishes.name": "给开发者的说明里有姓名“{name}”，请改成不指名的说法。",
}
LABELS: Final = {
    "kind": "是什么", "text": "您的意见", "page": "在哪一页", "answer": "答复", "makers": "给开发者的说明（可不填）",
    "more": "还有什么没有解决",
}  # fmt: skip
HELPS: Final = {
    "text": "哪里不好用、哪里出错、想要什么，用平常的话写就行。请不要写涉密内容。",
    "page": "已经替您填好，不用改。",
    "makers": "只有这一段会交给软件的开发者。请把问题说清楚，不写姓名和号码。",
}
NUMBERED: Final = "对本系统的{kind}（{day}）"
COLUMNS: Final = {
    "all": "全部",
    "kind": "种类",
    "said": "意见",
    "page": "页面",
    "filed_on": "提出",
    "author": "提出人",
    "state": "状态",
}
DONE: Final = {"filed": "意见已经提出，办公室答复后会发消息给您。"}
EMPTY: Final = "还没有意见"
MAKERS_FILE: Final = "给开发者的意见-{day}.json"
PLACE_OF: Final = "{name}（{page}）"

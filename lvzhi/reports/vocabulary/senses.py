"""Words of the corrections of matches: fields, refusals, sentences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Reach(TextChoices):
    """Whose rows a corrected match counts."""

    TEXT = "", "按文中所说"
    OWN = "own", "只计本级"
    BELOW = "below", "连同所属各级"
    AGENCY = "agency", "只计机关"


class Means(TextChoices):
    """What a correction says of a claim."""

    FIGURE = "figure", "对应一项指标"
    NOTHING = "nothing", "不与记录核对"


PATTERN: Final = "“{subject}”"
PARTS: Final = (
    ("action", "动词“{}”"), ("unit", "量词“{}”"), ("near", "句中有“{}”"), ("heading", "标题有“{}”"),
)  # fmt: skip
IN: Final = "（{}）"
JOINT: Final = "，"
LEFT_ALONE: Final = "不与记录核对"
WHOLE: Final = "整项"
NARROWED: Final = "{name}（{label}）"
STANDING, TAKEN_BACK = "有效", "已撤回"
LIST_EMPTY: Final = "还没有更正。核对一篇文字后，在对错了指标的地方点“更正对应”。"
LABELS: Final[dict[str, str]] = {
    "subject": "说的是什么",
    "action": "动词",
    "unit": "量词",
    "near": "句中还须有",
    "heading": "标题中须有",
    "means": "应当怎样",
    "target": "对应的指标",
    "whole": "按整项计，不按文中的词分组",
    "reach": "计谁的",
    "note": "说明",
}
HELP: Final[dict[str, str]] = {
    "subject": "被计数的事物，不写数字。明年换了数字的同样说法也按这条核对。",
    "action": "不填则不论动词，范围较宽；写“无动词”只管没有动词的说法。",
    "unit": "可不填。",
    "near": "可不填；几个词用空格隔开，都要出现在同一句里。",
    "heading": "可不填；只有上方标题含这个词时才用这条。",
    "target": "写指标名称，可加分组，如“立案提案·类别=经济建设”。",
    "note": "为什么这样对应，供以后查看。",
}
REFUSALS: Final[dict[str, str]] = {
    "reports.sense_unknown": "没有找到这条更正，或您无权查看。",
    "reports.sense_not_keeper": "更正由{committee}的办公室或秘书长登记。",
    "reports.sense_subject": "请写明说的是什么，如“意见建议”。",
    "reports.sense_number": "更正记的是意思，不记数字，请去掉“{said}”里的数字。",
    "reports.sense_target": "请写明对应哪一项指标，或选“不与记录核对”。",
    "reports.sense_bad_target": "{sentence}",
    "reports.sense_clash": "与{who}{day}登记的更正冲突：{pattern}{means}。请先撤回那一条，或把这一条写得更具体。",
}
EVENTS: Final[dict[str, str]] = {"reports.sense_noted": "登记核对更正：{pattern}{means}"}
DONE: Final[dict[str, str]] = {"noted": "已记住。回到核对页点“重新核对”，以后的文字都按这条核对。"}
MEANS: Final = {"figure": "对应“{name}”", "nothing": "不与记录核对"}

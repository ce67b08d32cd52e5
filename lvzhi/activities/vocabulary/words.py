"""Words of headings, labels and lists; names of the parameters."""

from __future__ import annotations

from typing import Final

NAMED: Final = "{kind}《{title}》"
TITLE_OF: Final = "《{title}》"
PRESENT_OF: Final = "{who}：{presence}"
ONE_SITTING: Final = "全程"
PAUSE: Final = "、"
KIND_WORD: Final = "活动"

# key: name, unit, help
NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "activities.title_length": ("活动名称字数上限", "字", ""),
    "activities.present_fraction": (
        "计为出席的最低比例",
        "",
        "实际出席的半天数占应出席半天数的比例，达到即计为出席整次活动；公假不计入分母。",
    ),
    "activities.late_after": ("补录界限", "", "活动结束后超过这个时间才录入的，标明补录和迟录天数。"),
    "activities.hours_morning": ("上午场起止时间", "", "未填具体时间的上午场按此推算，用于发现时间冲突。"),
    "activities.hours_afternoon": ("下午场起止时间", "", "未填具体时间的下午场按此推算。"),
    "activities.hours_evening": ("晚上场起止时间", "", "未填具体时间的晚上场按此推算。"),
}
FRACTIONS: Final = (("1/2", "二分之一"), ("3/5", "五分之三"), ("2/3", "三分之二"), ("3/4", "四分之三"), ("1/1", "全部"))

"""Names and help of the room's norms."""

from __future__ import annotations

from typing import Final

NORMS: Final = {
    "evaluation.ranking": "考核结果按得分排名",
    "evaluation.part_year": "任职不满一年的怎样考核",
    "evaluation.least_months": "任职不满几个月不定等次",
    "evaluation.places": "每条得分保留小数",
    "evaluation.object_within": "考核结果异议期限（自审定之日）",
    "evaluation.account_within": "述职期限（自考核开始）",
    "evaluation.view_within": "初评期限（自述职结束）",
}
HELP: Final = {
    "evaluation.ranking": (
        "默认关闭。开启后办公室可以按得分排序；国办函〔2026〕12号不允许积分排名，减负自查会列为不符合项。"
        "委员始终只看到本人的。"
    ),
    "evaluation.part_year": "只计任职以后的记录；或者同时把等次界限按任职月数折算。",
    "evaluation.least_months": "填0表示都定等次。",
}
CHOICES: Final = {
    "evaluation.part_year": (("window", "只计任职以后的记录，等次界限不变"), ("prorate", "等次界限按任职月数折算")),
}

"""Words of the minutes 会议纪要 that are drafted from agenda, attendance and speakers."""

from __future__ import annotations

from typing import Final

MINUTES: Final[dict[str, str]] = {
    "of_meeting": "{title}纪要",
    "of_other": "{title}会议纪要",
    "of_activity": "{title}活动纪要",
    "file": "{title}_{day}.docx",
    "time": "时间：{times}",
    "place": "地点：{places}",
    "host": "主持：{names}",
    "lead": "带队：{names}",
    "present": "出席（{count}人）：{names}",
    "replaced": "由他人代会（{count}人）：{names}",
    "leave": "请假（{count}人）：{names}",
    "official": "公假（{count}人）：{names}",
    "absent": "缺席（{count}人）：{names}",
    "sitting_in": "列席（{count}人）：{names}",
    "unknown": "出席：【名单{count}人，还没有登记出席，请登记后重新生成，或在此填写】",
    "partly": "【另有{count}人没有登记出席：{names}】",
    "no_host": "主持：【待填】",
    "no_place": "地点：【待填】",
    "agenda": "一、议程和发言",
    "said": "{speaker}：",
    "to_fill": "{speaker}作了发言。【发言要点待填】",
    "points": "【发言要点待填】",
    "nobody": "【讨论情况待填】",
    "no_agenda": "【议程和讨论情况待填】",
    "speeches": "其他发言",
    "written": "（书面）",
    "decided": "二、议定事项",
    "decision": "【议定事项{number}待填：事项、责任单位、完成时限】",
    "summary": "三、情况和成果",
    "note": "【本稿由议程、出席登记和发言生成，核对补全后删去本段】",
    "between": "；",
    "namesake": "{name}（{body}）",
    "late": "{name}（迟到）",
    "left_early": "{name}（早退）",
    "for": "{name}（代{who}）",
}
MEETING_ENDS: Final = ("会", "会议")
NUMERALS: Final = "一二三四五六七八九十"
ITEM: Final = "（{number}）{title}"
DECISIONS: Final = 3
MINUTES_EVENTS: Final = {"activities.minutes_drafted": "生成会议纪要初稿"}
MINUTES_REFUSALS: Final = {
    "activities.minutes_not_now": "活动现为“{state}”，还没有可以写入纪要的内容；发出通知或登记举行后再生成。",
}

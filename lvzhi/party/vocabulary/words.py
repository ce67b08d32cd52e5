"""The rhythm of organisation life (R10.3), names of figures, words of lists."""

from __future__ import annotations

from typing import Final

from lvzhi.party.vocabulary.states import Standing

MEETINGS: Final = "party.meetings"
MEETINGS_NAME: Final = "组织生活种类和频次"
CONGRESS, BOARD, GROUP = "congress", "board", "group"
APPRAISAL, LIFE, DEMOCRATIC_LIFE = "appraisal", "life", "democratic_life"
OF_LIFE: Final = (LIFE, DEMOCRATIC_LIFE)
GRADES: Final = "party.grades"
GRADES_NAME: Final = "民主评议党员等次"
# code, name, rule, counts against the ceiling, wants a reason
GRADE_ROWS: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    ("excellent", "优秀", "R10.4", "1", ""),
    ("good", "合格", "R10.4", "", ""),
    ("fair", "基本合格", "R10.4", "", "1"),
    ("bad", "不合格", "R10.4", "", "1"),
)
GRADE_LABELS: Final[dict[str, str]] = {
    "limited": "受优秀比例限制（1 为是）",
    "reason": "须写明原因（1 为是）",
}
UNGRADED: Final = "暂不评定"
BALLOT_KIND: Final = "branch"
APPRAISAL_TITLE: Final = "{body}{year}年民主评议党员"
LINE_TITLE: Final = "{name}{year}年民主评议"
POINT_TITLE: Final = "{name}联系{body}"
BALLOT_TITLE: Final = "{title}无记名测评"
VOTE: Final = "{grade}{votes}票"
DUTY_PARTED: Final = "："
_ALL: Final = "fixed、temporary"
# code, name, rule, per, how many, for whom, further words
MEETING_KINDS: Final[tuple[tuple[str, str, str, str, str, str, str], ...]] = (
    (CONGRESS, "支部党员大会", "R10.3", "quarter", "1", _ALL, "党员大会"),
    (BOARD, "支部委员会会议", "R10.3", "month", "1", "fixed", "支委会、支委会议"),
    (GROUP, "党小组会", "R10.3", "month", "1", "fixed", "党小组会议"),
    ("theme_day", "主题党日", "R10.3", "month", "1", "fixed", "主题党日活动"),
    ("lecture", "书记党课", "R10.3", "year", "1", _ALL, ""),
    ("life", "组织生活会", "R10.3", "year", "1", "fixed", ""),
    ("appraisal", "民主评议党员", "R10.3", "year", "1", "fixed", ""),
    ("talks", "谈心谈话", "R10.3", "year", "1", "fixed", ""),
    ("democratic_life", "民主生活会", "R10.2", "year", "1", "party_group、agency_group", ""),
    ("other", "其他组织生活", "R10.3", "", "0", "fixed、temporary、functional、general、party_group、agency_group", ""),
)
LABELS: Final[dict[str, str]] = {
    "per": "周期（month 每月、quarter 每季度、year 每年，不填为不作要求）",
    "times": "每个周期的次数",
    "who": "适用的党组织（fixed 固定支部、temporary 临时支部、functional 功能型支部、general 总支、"
    "party_group 党组、agency_group 机关党组）",
    "words": "其他说法",
}
PERIODS: Final[dict[str, str]] = {
    "month": "{day.month}月",
    "quarter": "第{quarter}季度",
    "year": "{day.year}年",
}
SLOT: Final = "{kind}（{period}）"
NAMES: Final = "、"
STANDING_TONES: Final[dict[Standing, str]] = {
    Standing.HELD: "good",
    Standing.DUE: "info",
    Standing.MISSING: "bad",
    Standing.LATER: "later",
}
HELD_AS: Final = "party.held_as"
HELD_AS_FORWARD, HELD_AS_BACKWARD = "依托活动", "登记为组织生活"
PANEL: Final = "组织生活"
OF_ORGANS: Final = "党组织"
PANEL_ADD: Final = "登记为支部组织生活"
COLUMNS: Final[dict[str, str]] = {
    "name": "名称",
    "kind": "类型",
    "form": "设立方式",
    "organ": "所在机构",
    "above": "上级党组织",
    "starts": "设立日期",
    "ends": "撤销日期",
    "person": "姓名",
    "body": "党组织",
    "post": "职务",
    "since": "列入日期",
    "meeting": "组织生活",
    "title": "主题",
    "held_on": "日期",
    "due": "应到",
    "came": "实到",
    "deed": "实事",
    "done_on": "办理日期",
    "state": "状态",
    "work": "单位及职务",
    "committee": "政协组织",
    "year": "年度",
    "grade": "等次",
    "met_on": "评议大会日期",
    "account": "个人自评",
    "votes": "测评票数",
    "point": "联系点",
    "leader": "领导",
    "visited_on": "走访日期",
    "visits": "走访次数",
    "text": "做了什么",
    "item": "责任事项",
    "detail": "工作内容",
    "finish_by": "完成时限",
    "finished_on": "完成日期",
    "row": "行",
    "remark": "说明",
    "kept_out": "处理",
    "count": "人数",
}
# key: name, unit, meaning
FIGURES: Final[dict[str, tuple[str, str, str]]] = {
    "party.branches": (
        "党支部",
        "个",
        "时段最后一日（未到的，为今日）存在的党支部数，固定、临时、功能型都计；全体会议期间设立、随会议结束的临时党支部不计。",
    ),
    "party.committee_branches": (
        "专委会党支部",
        "个",
        "时段最后一日（未到的，为今日）存在、设在专门委员会的党支部数。",
    ),
    "party.general_branches": ("党总支", "个", "时段最后一日（未到的，为今日）存在的党总支数。"),
    "party.groups": ("党组", "个", "时段最后一日（未到的，为今日）存在的党组和机关党组数。"),
    "party.seated": (
        "编入支部的党员委员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，且编入本级任一党支部的委员人数。",
    ),
    "party.unseated": (
        "未编入支部的党员委员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，但没有编入本级任一党支部的委员。",
    ),
    "party.unseated_staff": (
        "未编入支部的机关党员",
        "名",
        "时段最后一日（未到的，为今日）在任、政治面貌为中共党员，但没有编入本级任一党支部的机关干部。",
    ),
    "party.coverage": ("党员委员编入支部的比例", "%", "编入支部的党员委员占全部党员委员的比例。"),
    "party.with_branch": ("设有支部的专门委员会", "个", "时段最后一日（未到的，为今日）设有党支部的专门委员会数。"),
    "party.without_branch": ("未设支部的专门委员会", "个", "时段最后一日（未到的，为今日）没有党支部的专门委员会。"),
    "party.organ_coverage": ("专门委员会党支部覆盖率", "%", "设有支部的专门委员会占全部专门委员会的比例。"),
    "party.without_secretary": ("没有书记的党支部", "个", "时段最后一日（未到的，为今日）存在、没有在任书记的党支部。"),
    "party.meetings": ("组织生活", "次", "召开日期在时段内、已登记召开情况的组织生活，每次计一次。"),
    "party.behind": (
        "组织生活有欠缺的党组织",
        "个",
        "时段内已经过去的月、季度、年度中，按规定应开展而没有登记的组织生活至少一项的党组织。",
    ),
    "party.double_life": ("领导参加支部组织生活", "人次", "时段内主席、副主席、秘书长到会参加所在支部组织生活的人次。"),
    "party.deeds": ("党员办实事", "件", "办理日期在时段内、已核实的党员办实事，每件计一件。"),
    "party.doers": (
        "办实事达标的党员委员",
        "名",
        "时段最后一日在任的党员委员中，时段内经核实的办实事不少于规定件数的人数。",
    ),
    "party.not_doers": (
        "办实事未达标的党员委员",
        "名",
        "时段最后一日在任的党员委员中，时段内经核实的办实事少于规定件数的人。",
    ),
    "party.appraised": (
        "参加民主评议的党员",
        "名",
        "评议大会在时段内、结果已经上级确认、评定了等次的党员，一名党员一次评议计一名。",
    ),
    "party.seats": (
        "应参加民主评议的党员",
        "名",
        "时段最后一日（未到的，为今日）编入固定或临时党支部的党员，委员和机关干部都计。",
    ),
    "party.seats_appraised": (
        "已参加民主评议的在册党员",
        "名",
        "应参加民主评议的党员中，时段内有评议大会、结果已经确认、评定了等次的。",
    ),
    "party.not_appraised": (
        "未参加民主评议的党员",
        "名",
        "应参加民主评议的党员中，时段内没有已确认的评定等次的，包括暂不评定的。",
    ),
    "party.appraisal_coverage": ("民主评议党员覆盖率", "%", "已参加民主评议的在册党员占应参加的比例。"),
    "party.points": (
        "领导联系党支部",
        "个",
        "时段最后一日（未到的，为今日）有效的领导支部联系点数，一名领导联系一个党组织计一个。",
    ),
    "party.visits": ("联系点走访", "次", "日期在时段内的联系点走访，每名领导每日计一次。"),
    "party.points_visited": (
        "走访达标的联系点",
        "个",
        "时段最后一日有效的联系点中，时段内走访不少于规定次数的。",
    ),
    "party.points_behind": (
        "走访未达标的联系点",
        "个",
        "时段最后一日有效的联系点中，时段内走访少于规定次数的。",
    ),
    "party.point_coverage": ("联系点走访达标率", "%", "走访达标的联系点占全部联系点的比例。"),
    "party.without_point": (
        "没有联系点的领导",
        "名",
        "时段最后一日（未到的，为今日）在任的主席、副主席、秘书长中，政治面貌为中共党员而没有支部联系点的。",
    ),
    "party.duties": ("一岗双责事项", "项", "完成时限在时段内的一岗双责事项，每项计一项。"),
    "party.duties_done": ("完成的一岗双责事项", "项", "完成时限在时段内、已登记完成的一岗双责事项。"),
    "party.duties_open": ("未完成的一岗双责事项", "项", "完成时限在时段内、没有登记完成的一岗双责事项。"),
    "party.duties_rate": ("一岗双责事项完成率", "%", "完成的一岗双责事项占全部的比例。"),
    "party.deed_coverage": ("党员委员办实事覆盖率", "%", "办实事达标的党员委员占全部党员委员的比例。"),
}
VOIDED: Final = "误录作废"
NO_MEETING: Final = "这个季度还没有组织生活记录。"
NO_DEED: Final = "这一年还没有办实事记录。"
QUARTER_NAME: Final = "{year}年第{number}季度"
YEAR_NAME: Final = "{year}年"
PEOPLE_HINT: Final = "输入姓名或拼音首字母，只列出政治面貌为中共党员的委员和机关干部。"
TOLD: Final = "{name}（{work}）"
PARTY_CARD: Final = "党支部"
NO_BRANCH: Final = "政治面貌登记为中共党员，还没有编入党支部。"
SEAT_LINE: Final = "{body}（{post}）"
LIFE_PROBLEMS: Final = "查摆出的问题"
NO_APPRAISAL: Final = "还没有民主评议党员。"
NO_VISIT: Final = "这一年还没有走访。"
NO_DUTY: Final = "这一年还没有责任事项。"
NO_LINE: Final = "名单是空的。"
OVERDUE: Final = "已超期"
PARTY_ADD: Final = "编入党支部"

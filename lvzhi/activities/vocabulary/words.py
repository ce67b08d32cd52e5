"""Words of headings, labels and lists; names of the parameters."""

from __future__ import annotations

from typing import Final

NAMED: Final = "{kind}《{title}》"
TITLE_OF: Final = "《{title}》"
PRESENT_OF: Final = "{who}：{presence}"
LEAVE_OF: Final = "{who}请假：{activity}"
ONE_SITTING: Final = "全程"
PAUSE: Final = "、"
KIND_WORD: Final = "活动"
SHEET_LABEL: Final = "签到表"
LEAVE_GRANTED: Final = "请假获准"
LEAVE_REFUSED: Final = "请假未获准"
NO_PLACE: Final = "地点另行通知"
SPAN: Final = "{starts}至{ends}"
AGENDA_MARK: Final = "｜"
AS_MEMBER: Final = "委员 {sector} {work}"
AS_STAFF: Final = "机关干部 {title}"
VOIDED: Final = "误录作废"
LATE_ENTRY: Final = "补录，迟录{days}天"
LACKS: Final[dict[str, str]] = {
    "notice": "未通知",
    "holding": "未登记举行",
    "attendance": "未登记出席",
    "summary": "未填成果",
    "leave": "请假待批",
    "": "齐全",
}
WORDS: Final[dict[str, str]] = {
    "activities": "会议与活动",
    "new": "新建活动",
    "edit": "修改安排",
    "programme": "日程和议程",
    "places": "走访对象和地点",
    "guests": "参加人名单",
    "stand_in": "指定代会人",
    "recast": "角色和分组",
    "attendance": "出席登记",
    "correct": "更正出席",
    "leave": "请假",
    "kinds": "会议与活动种类",
    "calendar": "活动日历",
    "mine": "我的活动",
    "board": "活动办理台",
    "quick": "快速登记",
    "absences": "缺席情况",
    "hold": "举办活动",
    "held_for": "举办活动",
    "held_listed": "名称、主题、承办机构等已知的会自动填好；办过和在办的活动列在上面的记录里。",
    "titled": "{topic}{kind}",
}
DONE: Final[dict[str, str]] = {
    "begun": "活动已建立，请确定参加人。",
    "saved": "已保存。",
    "invited": "已列入名单{count}人。",
    "invited_some": "已列入名单{count}人，另有{standing}人已在名单中。",
    "dropped": "{name}已移出名单。",
    "recast": "{name}的角色和分组已修改。",
    "stood_in": "代会人已列入名单。",
    "told": "已记录另行通知{count}人。",
    "noted": "已登记{count}人的出席。",
    "noted_waiting": "另有{count}人请假待批，没有登记，请先审批。",
    "admitted": "{name}已登记为列席（未邀到场）。",
    "corrected": "{name}的出席已更正，原登记保留。",
    "asked": "请假已提出，审批后通知您。",
    "quick": "已登记。",
    "photos": "活动已登记，照片没有传上：{problem}可在活动页的“材料”中再传。",
}
ASKS: Final[dict[str, str]] = {
    "people": "输入姓名、拼音或首字母查找。",
    "none": "不填",
    "time": "时间应如 09:30。",
    "joint_team": "联合课题专班（{count}人）",
    "members": "全体委员",
    "standing": "全体常委",
    "staff": "全体机关干部",
    "after_start": "这份请假是活动开始后提出的，须写明意见。",
}
QUICK: Final[dict[str, dict[str, str]]] = {
    "visit": {
        "name": "走访",
        "hint": "走访企业、群众、党派团体、委员",
        "summary": "了解的情况和诉求",
        "title": "名称（可不填）",
        "title_help": "不填则按走访对象命名。",
        "called": "{kind}：{names}",
        "missing": "请选择或填写走访的对象。",
        "to_come": "这一天还没有到；将要举行的请新建活动。",
    },
    "deliberation": {
        "name": "协商",
        "hint": "院坝协商、社区协商、微协商等",
        "title": "协商议题",
        "spots": "地点（小区、院坝、社区）",
        "summary": "达成的共识和结果",
    },
    "study": {
        "name": "学习",
        "hint": "集体学习、例会学习、读书、培训、党课",
        "title": "学习内容（主题）",
        "spots": "地点",
        "people": "参加的人（整组参加的在下面选）",
        "summary": "学习情况",
        "members": "全体委员",
        "staff": "全体机关干部",
    },
}
PHOTO_LABEL: Final = "照片"
REACHED: Final[dict[str, str]] = {
    "plenary": "全会缺席达到提醒次数",
    "year": "常委会本年缺席达到提醒次数",
    "term": "常委会本届缺席达到提醒次数",
}
MONTH: Final = "{year}年{month}月"
WEEKDAYS: Final = ("一", "二", "三", "四", "五", "六", "日")
TABS: Final[dict[str, str]] = {"coming": "将要参加", "past": "已经参加", "all": "全部"}

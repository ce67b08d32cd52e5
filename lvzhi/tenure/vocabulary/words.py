"""Code tables, figures, columns, headings."""

from __future__ import annotations

from typing import Final

from lvzhi.tenure.vocabulary.states import ChangeKind

PROCEDURES: Final = "tenure.procedures"
PROCEDURES_NAME: Final = "委员变动由谁研究、由谁决定"
PROCEDURES_HELP: Final = "各类变动先经哪个会议研究、由哪个会议决定；自某日起修改，不影响已经提出的变动。"
BODIES: Final = "tenure.bodies"
BODIES_NAME: Final = "研究和决定委员变动的会议"
BODIES_HELP: Final = "每一行是一个会议；“会议种类”填会议与活动种类的代码，用顿号分开；不填的由办公室登记，不需要会议。"
STANDING, CHAIRMEN, OFFICE = "standing", "chairmen", "office"
SELECTION: Final = "selection"
PAUSE: Final = "、"
# code, name, kinds of activity that are its meetings
BODY_ROWS: Final = (
    (STANDING, "常务委员会会议", "standing、standing_consult"),
    (CHAIRMEN, "主席会议", "chairmen、chairmen_consult"),
    ("plenary", "全体会议", "plenary"),
    (OFFICE, "办公室登记", ""),
)
BODY_LABELS: Final = {"meetings": "会议种类（会议与活动种类的代码，用顿号分开）"}
K = ChangeKind
# kind of change, heard by, decided by, rule
PROCEDURE_ROWS: Final = (
    (K.BY_ELECTION.value, str(K.BY_ELECTION.label), CHAIRMEN, STANDING, "R6.1"),
    (K.RESIGNATION.value, str(K.RESIGNATION.label), CHAIRMEN, STANDING, "R6.1"),
    (K.REMOVAL.value, str(K.REMOVAL.label), CHAIRMEN, STANDING, "R6.1"),
    (K.MOVED.value, str(K.MOVED.label), CHAIRMEN, STANDING, "R6.1"),
    (K.DIED.value, str(K.DIED.label), "", OFFICE, "R6.1"),
    (K.SECTOR.value, str(K.SECTOR.label), "", CHAIRMEN, "R0.4"),
    (K.SPECIAL.value, str(K.SPECIAL.label), "", CHAIRMEN, "R0.4"),
    (K.WORK.value, str(K.WORK.label), "", OFFICE, "R6.4a"),
    (SELECTION, "遴选", "", CHAIRMEN, "M09"),
)
PROCEDURE_LABELS: Final = {
    "hears": "先由谁研究（standing 常委会、chairmen 主席会议，不填为不需要）",
    "decides": "由谁决定（standing 常委会、chairmen 主席会议、plenary 全体会议、office 办公室登记）",
}
# key: name, unit, help
NORMS: Final[dict[str, tuple[str, str, str]]] = {
    "tenure.receive": ("辞职申请受理期限", "", "自委员提出之日起。"),
    "tenure.review_within": ("申请复核的期限", "", "自决定之日起，被撤销资格的委员可以申请复核。"),
    "tenure.review_decide": ("复核期限", "", "自申请复核之日起。"),
    "tenure.case_first": ("缺席个案处理期限", "", "自缺席达到界限、系统列出之日起，由人决定提醒还是不予追究。"),
    "tenure.call_length": ("遴选推荐期", "", "没有另定截止日期时，自发布之日起。"),
}
COLUMNS: Final[dict[str, str]] = {
    "name": "姓名",
    "kind": "变动",
    "state": "进展",
    "meeting": "决定的会议",
    "decided_on": "决定日期",
    "in_force_on": "生效日期",
    "proposed_on": "提出日期",
    "proposed_by": "提出",
    "committee": "政协组织",
    "organ": "机构",
    "starts": "任期起",
    "ends": "任期止",
    "by": "推荐方式",
    "title": "遴选",
    "threshold": "缺席界限",
    "count": "缺席次数",
    "opened_on": "列出日期",
    "closed_on": "办结日期",
    "places": "名额",
    "named": "已推荐",
    "until": "推荐截止",
    "sitting": "会议",
    "work": "单位及职务",
}
# key: name, unit, meaning
FIGURES: Final[dict[str, tuple[str, str, str]]] = {
    "tenure.selected": (
        "遴选委员",
        "名",
        "决定日期在时段内的遴选中，入选的委员人数；同一次遴选中一人计一次。误录作废、取消的不计。",
    ),
    "tenure.think_tank": (
        "政协智库成员",
        "名",
        "时段最后一日（未到的，为今日）在任、当日属于政协智库的委员；同时在两个智库的计两次。",
    ),
    "tenure.by_elections": ("增补委员", "名", "决定日期在时段内、已决定的增补委员，每人计一次。"),
    "tenure.resignations": ("辞去委员", "名", "决定日期在时段内、已决定的辞去委员，每人计一次。"),
    "tenure.removals": (
        "撤销委员资格",
        "名",
        "决定日期在时段内、已决定的撤销委员资格，每人计一次；复核后撤销原决定的不计。",
    ),
    "tenure.ended": ("调动、去世终止资格", "名", "决定日期在时段内、因工作调动或去世终止委员资格的，每人计一次。"),
    "tenure.moves": (
        "调整界别、专门委员会",
        "人次",
        "决定日期在时段内、已决定的调整界别和调整专门委员会，每次计一次。",
    ),
    "tenure.cases": (
        "缺席个案",
        "件",
        "列出日期在时段内的缺席个案：缺席达到界限，由系统列出、由人处理；不论如何处理都计。",
    ),
    "tenure.open_cases": (
        "未办结的缺席个案",
        "件",
        "时段最后一日（未到的，为今日）已列出、尚未办结的缺席个案。",
    ),
    "tenure.open_changes": (
        "办理中的委员变动",
        "件",
        "时段最后一日（未到的，为今日）已提出、尚未决定（未通过、撤回）的委员变动。",
    ),
}
CUTS: Final = {"organ_kind": "机构类别", "organ": "智库"}
KIND_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "think_tank": ("智库", "政协智库"),
    "leading_group": ("专班",),
}
COUNTED_ACTIONS: Final = ("有", "现有", "共有")
SELECTED_SUBJECTS: Final = (
    "委员", "政协委员", "政协智库", "政协智库委员", "智库成员", "智库委员", "政协智库成员", "智库专家", "政协智库专家",
    "特邀监督员", "委员专家",
)  # fmt: skip
SELECTED_ACTIONS: Final = ("遴选", "选聘", "遴选出", "公开遴选", "择优遴选", "优选", "遴选组建")
THINK_TANK_SUBJECTS: Final = ("政协智库成员", "智库成员", "智库委员", "政协智库委员", "智库专家")
ELECTED_ACTIONS: Final = ("增补", "补选", "新增", "届中增补", "协商增补")
LEFT_ACTIONS: Final = ("辞去", "辞职", "同意辞去", "接受辞去")
REMOVED_ACTIONS: Final = ("撤销", "撤销资格")
SELECTED_NEEDS: Final = ("遴选", "选聘", "优选")
ELECTED_NEEDS: Final = ("增补", "补选", "新增")
LEFT_NEEDS: Final = ("辞去", "辞职")
REMOVED_NEEDS: Final = ("撤销",)
MEMBER_SUBJECTS: Final = ("委员", "政协委员", "委员资格", "政协委员资格")
PEOPLE_UNITS: Final = ("名", "人", "位")
PANEL_CHANGES: Final = "委员变动"
PANEL_CASES: Final = "缺席个案"
PANEL_SELECTED: Final = "遴选"
PANEL_DECIDED: Final = "会议决定的委员变动和遴选"
PANEL_ADD: Final = "提出变动"
NOTE_MEETING: Final = "{meeting}（{day}）决定"
NOTE_FROM: Final = "自{day}起生效"
JOINER: Final = "，"
VOIDED: Final = "误录作废"
IN_FORCE: Final = "已生效"
TO_COME: Final = "待生效"
NO_CHANGE: Final = "没有符合条件的委员变动"
NO_CASE: Final = "没有缺席个案。缺席达到界限时，系统在这里列出，由人决定如何处理。"
NO_SELECTION: Final = "还没有遴选"
NO_ROWS: Final = "没有缺席记录"
NO_NOMINEE: Final = "还没有人被推荐"
MEETING: Final = "{day} {kind}“{title}”"
BY_OFFICE: Final = "办公室登记"
DECIDED_AT: Final = "{meeting}（{day}）"
MOVE: Final = "{old}→{new}"
NO_ORGAN: Final = "（无）"
TABS: Final = {"changes": "委员变动", "cases": "缺席个案", "selections": "遴选"}
TITLE: Final = "{name}{kind}"
CASE_TITLE: Final = "{name}：{threshold}{count}次"
SPAN: Final = "{starts}至{ends}"
NOMINEES: Final = "{label}（{count}）"
SCOPE: Final = {"open": "办理中", "done": "已办结"}
EXPORT: Final = {
    "name": "委员变动-{day}",
    "title": "委员变动",
    "asof": "截至：{moment}；共{count}件",
    "filters": "筛选：{filters}",
    "none": "无",
    "pair": "{label}：{value}",
    "joiner": "；",
}
